"""The areas that events are in, from the country to a neighborhood or a campus.

"Los Angeles County, CA" holds the city, other cities and unincorporated communities; "Los Angeles,
CA" is the city alone, and "Boyle Heights, Los Angeles, CA" a part of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from mapper import names
from mapper.contract import US_STATES
from mapper.errors import UsageError

# A bare name means the first of these that has it.
LEVELS = ("city", "community", "neighborhood", "county", "state", "country", "campus")
COLUMNS = ["state", "county", "city", "neighborhood", "matched_place", "precision"]
COUNTRY = "United States"
_COUNTRY_NAMES = (COUNTRY, "US", "USA", "Estados Unidos", "EE. UU.")
# What Louisiana calls its counties; the District of Columbia has none.
_COUNTY_WORD = {"LA": "Parish", "DC": ""}
_SPANISH_COUNTY = "condado de "
# Parts that every city has: their name alone means none of them.
_COMMON = ("Downtown",)
_STATES = {names.fold(name) for name in US_STATES.values()}


@dataclass(frozen=True)
class Area:
    """One area: its level (one of :data:`LEVELS`) and its name as a reader sees it."""

    level: str
    name: str


def named(frame: pd.DataFrame, level: str) -> pd.Series:
    """The area of each row at a level, "" where it is not known.

    Args:
        frame: rows of :func:`mapper.select.joined`.
        level: one of :data:`LEVELS`.
    """
    state, city, part = frame["state"], frame["city"], frame["neighborhood"]
    match level:
        case "campus":
            found = frame["matched_place"].where(frame["precision"] == "campus", "")
        case "neighborhood":
            found = (part + ", " + city + ", " + state).where((city != "") & (part != ""), "")
        case "community":
            found = (part + ", " + state).where((city == "") & (part != ""), "")
        case "city":
            found = (city + ", " + state).where(city != "", "")
        case "county":
            word = " " + state.map(lambda code: _COUNTY_WORD.get(code, "County"))
            name = (frame["county"] + word).str.strip()
            found = (name + ", " + state).where(frame["county"] != "", "")
        case "state":
            found = state
        case _:
            found = pd.Series(COUNTRY, index=frame.index)
    return found


def within(frame: pd.DataFrame, area: Area | None) -> pd.DataFrame:
    """The rows in an area; all of them where there is none."""
    return frame if area is None else frame[named(frame, area.level) == area.name]


def shared(frame: pd.DataFrame) -> Area | None:
    """The smallest city, county or state that all rows are in; ``None`` if there is none."""
    for level in ("city", "county", "state"):
        names = set(named(frame, level))
        if len(names) == 1 and names != {""}:
            return Area(level, *names)
    return None


def every(frame: pd.DataFrame) -> dict[str, Area]:
    """The areas that the rows know, by the folded names that people use for them.

    Of several areas of one name the first level counts. A name that two areas of one level share,
    or a city and a state, is not there; only the names that tell them apart are.
    """
    found: dict[str, Area] = {}
    shared: set[str] = set()
    frame = frame[COLUMNS].drop_duplicates()
    for level in LEVELS:
        areas = [Area(level, name) for name in sorted(set(named(frame, level)) - {""})]
        keys: dict[str, set[Area]] = {}
        for area in areas:
            for text in _spellings(area):
                keys.setdefault(names.fold(text), set()).add(area)
        for key, held in keys.items():
            if len(held) > 1 or (level == "city" and key in _STATES):
                shared.add(key)
            elif key not in shared:
                found.setdefault(key, *held)
    return found


def find(text: str, frame: pd.DataFrame) -> Area:
    """The area that a text means.

    Raises:
        UsageError: no event is in an area of this name, or several areas have it.
    """
    area = every(frame).get(names.fold(text))
    if area is None:
        raise UsageError("area_unknown", value=text)
    return area


def _spellings(area: Area) -> Iterable[str]:
    """What people call an area: with and without its state, and the state in words."""
    if area.level == "country":
        return _COUNTRY_NAMES
    if area.level == "campus":
        return (area.name,)
    if area.level == "state":
        return (area.name, US_STATES.get(area.name, area.name))
    *bare, state = area.name.split(", ")
    spelled = [", ".join(bare), area.name, ", ".join([*bare, US_STATES.get(state, state)])]
    if area.level == "neighborhood" and bare[0] not in _COMMON:
        spelled.append(bare[0])
    if area.level == "county":
        spelled.append(_SPANISH_COUNTY + bare[0].replace(" County", ""))
    return spelled
