"""The campuses that a march came by: those beside the streets that its words name, and no others.

A dashed line between two ends is no way that anybody is known to have walked, and passes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import shapely

from mapper import geometry
from mapper.model import Position

CAMPUSES = ("high_school", "university")
# A campus' point is in its middle: so far from a street, it is beside it.
WITHIN_M = 150.0
START, END = "start", "end"


@dataclass(frozen=True)
class Passed:
    """A campus beside the named streets.

    Attributes:
        place_id, name: as the gazetteer has them.
        away_m: from its point to the nearest point of the streets, in metres.
        after_m: how far along the stated legs that point is, in metres.
        part: ``start`` or ``end`` where the march set out from it or went to it, else "".
    """

    place_id: str
    name: str
    away_m: float
    after_m: float
    part: str = ""


def campuses(
    legs: Sequence[Mapping[str, Any]],
    places: pd.DataFrame,
    ends: tuple[str, str] = ("", ""),
    within_m: float = WITHIN_M,
) -> tuple[Passed, ...]:
    """The campuses beside a march, in the order that it came by them.

    Args:
        legs: in walking order, each with ``line`` (two or more [lon, lat], WGS 84 degrees),
            ``certainty``, and ``open_end`` or ``open_start`` if it is one: the block that only
            shows a direction is not said to have been walked.
        places: the gazetteer: place_id, name, kind, lon, lat.
        ends: the names of its start and of its end.
        within_m: how near a campus must be.

    Returns:
        A campus once, where it first came nearest; none where no leg is stated.
    """
    stated = [leg for leg in legs if _counts(leg)]
    found = places[places["kind"].isin(CAMPUSES)]
    if not stated or found.empty:
        return ()
    origin = Position(*stated[0]["line"][0])
    lines = np.array([_flat(leg["line"], origin) for leg in stated])
    spots = shapely.points(geometry.metres(found[["lon", "lat"]].to_numpy(float), origin))
    away = shapely.distance(lines[:, None], spots[None, :])
    before = np.concatenate([[0.0], np.cumsum(shapely.length(lines))[:-1]])
    after = before[:, None] + shapely.line_locate_point(lines[:, None], spots[None, :])
    parts = {ends[1]: END, ends[0]: START}
    nearest = away.argmin(axis=0)
    told = zip(found["place_id"], found["name"], away.min(axis=0), strict=True)
    rows = [
        Passed(place, name, float(far), float(after[nearest[at], at]), parts.get(name, ""))
        for at, (place, name, far) in enumerate(told)
        if far <= within_m
    ]
    return tuple(sorted(rows, key=lambda row: (row.part != START, row.part == END, row.after_m)))


def _counts(leg: Mapping[str, Any]) -> bool:
    """Whether somebody said that this leg was walked."""
    return leg["certainty"] == "stated" and not (leg.get("open_end") or leg.get("open_start"))


def _flat(line: Sequence[Sequence[float]], origin: Position) -> shapely.LineString:
    """A line in metres east and north of the origin."""
    return shapely.linestrings(geometry.metres(np.array(line, dtype=float), origin))
