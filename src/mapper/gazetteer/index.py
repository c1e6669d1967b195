"""Known places by name, by a misspelt name and by address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from mapper import geometry, names
from mapper.model import Place, Position
from mapper.spelling import Spellings

# What each kind of row is on the precision ladder.
RUNGS = {
    "high_school": "campus",
    "school": "campus",
    "university": "campus",
    "landmark": "landmark",
    "street": "street",
    "neighborhood": "neighborhood",
    "city": "city",
    "county": "county",
    "state": "state",
    "country": "country",
}
SCHOOLS = ("high_school", "school")
SCHOOL_WORDS = frozenset(
    "school schools high elementary middle junior academy academies academia magnet charter"
    " preparatory prep college collegiate institute center complex learning community arts"
    " polytechnic university prep continuation kindergarten preschool conservatory".split()
)
NAMED = ("name", "aliases", "kind")


class Index:
    """Rows by folded name. A :class:`Place` is made only for the rows that a text asks for."""

    def __init__(self, frames: Sequence[pd.DataFrame]) -> None:
        """Index the rows of the frames, under their names, aliases and addresses."""
        rows = pd.concat(frames, ignore_index=True)
        self._columns: dict[str, list[object]] = {str(name): rows[name].tolist() for name in rows}
        self._by_name: dict[str, list[int]] = {}
        named = zip(*(map(str, self._columns[name]) for name in NAMED), strict=True)
        for number, (name, aliases, kind) in enumerate(named):
            for key in {names.fold(text) for text in _forms(name, aliases, kind)}:
                self._by_name.setdefault(key, []).append(number)
        self._by_address: dict[str, list[int]] = {}
        for number, address in enumerate(map(str, self._columns["address"])):
            if address:
                self._by_address.setdefault(address_key(address), []).append(number)
        self._spellings: dict[str, Spellings] = {}
        self._made: dict[int, Place] = {}
        self._cities_at: dict[Position, str] = {}
        areas = rows[rows["kind"].isin(("city", "neighborhood")) & (rows["city"] != "")]
        self._rows = areas.index.to_numpy()
        self._areas = areas[["lon", "lat"]].to_numpy(dtype=float)
        self._reach = areas["uncertainty_m"].to_numpy(dtype=float)

    def find(self, text: str) -> list[Place]:
        """The places of that name, in the order in which they were read."""
        return list(self._places(self._by_name.get(names.fold(text), [])))

    def similar(self, text: str, state: str) -> list[Place]:
        """The places of a state ("" for all) whose name is a slip of the pen away."""
        if state not in self._spellings:
            self._spellings[state] = Spellings(self._keys(state))
        return [
            place
            for key in self._spellings[state].nearest(names.fold(text))
            for place in self._places(self._by_name[key])
            if state in ("", place.state)
        ]

    def city_at(self, spot: Position) -> str:
        """The city that a position is most likely of: deepest in its circle, by share of radius.

        A neighborhood stands for its city. "" where no circle holds it.
        """
        if spot not in self._cities_at:
            depth = np.hypot(*geometry.metres(self._areas, spot).T) / self._reach
            best = int(np.argmin(depth))
            held = depth[best] <= 1
            self._cities_at[spot] = str(self._columns["city"][self._rows[best]]) if held else ""
        return self._cities_at[spot]

    def has(self, key: str) -> bool:
        """Whether a folded name is a known one."""
        return key in self._by_name

    def at_address(self, text: str) -> list[Place]:
        """The places whose own address this is: a house number and a street."""
        addresses, street = self._columns["address"], names.street(text.partition(" ")[2])
        numbers = self._by_address.get(address_key(text), [])
        return list(
            self._places(
                number
                for number in numbers
                if names.street(str(addresses[number]).partition(" ")[2]).may_be(street)
            )
        )

    def by_id(self, place_id: str) -> Place | None:
        """The place of an id."""
        ids = self._columns["place_id"]
        return next(self._places([ids.index(place_id)]), None) if place_id in ids else None

    def _keys(self, state: str) -> Iterator[str]:
        """The keys of the names in a state."""
        states = self._columns["state"]
        for key, numbers in self._by_name.items():
            if not state or any(states[number] == state for number in numbers):
                yield key

    def _places(self, numbers: Iterable[int]) -> Iterator[Place]:
        """Some rows as values; each is made once."""
        for number in numbers:
            if number not in self._made:
                row = {name: column[number] for name, column in self._columns.items()}
                self._made[number] = _place(row)
            yield self._made[number]


def address_key(text: str) -> str:
    """The key of an address: its number and its street without type and direction."""
    number, _, street = text.strip().partition(" ")
    return f"{number} {names.street_key(street)}"


def _forms(name: str, aliases: str, kind: str) -> Iterable[str]:
    """The texts that name a row. A county's name says that it is one: no bare name means it."""
    own = (name, *aliases.split("|")) if aliases else (name,)
    if kind == "state":
        return (*own, f"state of {name}")
    if kind in SCHOOLS and not _says_school(name):  # "Houston" alone is no school
        return (f"{name} School", *([f"{name} High"] if kind == "high_school" else []), *own[1:])
    return own


def _says_school(name: str) -> bool:
    """Whether a school's name says that it is one."""
    return not SCHOOL_WORDS.isdisjoint(names.fold(name).split())


def _place(row: Mapping[str, object]) -> Place:
    """One row as a value."""
    text = {name: str(row[name]) for name in ("place_id", "name", "neighborhood", "city")}
    return Place(
        **text,
        rung=RUNGS[str(row["kind"])],
        position=Position(lon=float(str(row["lon"])), lat=float(str(row["lat"]))),
        uncertainty_m=float(str(row["uncertainty_m"])),
        postal_city=str(row["postal_city"]),
        county=str(row["county"]),
        state=str(row["state"]),
    )
