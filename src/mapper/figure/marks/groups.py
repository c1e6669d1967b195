"""Events as marks: one a place, or one for places too near each other to be drawn apart."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from mapper.figure import colours
from mapper.figure.pen import Floats
from mapper.figure.view import View
from mapper.layers.columns import nowhere
from mapper.layers.marks import AREAS
from mapper.layers.style import COLOURS, TONES
from mapper.model import LADDER, Window

# Nearer than this, in radii of a mark, two marks would hide each other's sign.
APART = 1.9
# The angle of a sunflower's seeds: turns by it fill a disc evenly.
GOLDEN = math.pi * (3 - math.sqrt(5))
HUNDRED = 100
# What a mark has to know of an event.
COLUMNS = [
    "event_id", "place_id", "kind", "precision", "confidence", "uncertainty_m", "date_start",
    "date_end", "matched_place", "city", "lon", "lat",
]  # fmt: skip
Row = Mapping[Any, Any]


@dataclass(frozen=True)
class Mark:
    """What is drawn at one spot of the sheet.

    ``rows``: its events; ``places``: how many places they are at; ``kind``: "" for several;
    ``precision``: of the place, "" for several places; ``is_pale``: all of it may lie outside the
    dates that are shown; ``home``: the middle of its area, where that is elsewhere.
    """

    x: float
    y: float
    rows: Sequence[Row]
    places: int
    is_pale: bool = False
    kind: str = ""
    precision: str = ""
    home: tuple[float, float] | None = None

    @property
    def colour(self) -> str:
        """The colour of its kind; of no kind for several."""
        return COLOURS.get(self.kind, colours.MIXED)

    @property
    def is_area(self) -> bool:
        """Whether only an area is known."""
        return self.precision in AREAS

    @property
    def stretch(self) -> Sequence[Floats]:
        """The pieces of its street in degrees, as far as they are known."""
        pieces: Sequence[Floats] = self.rows[0].get("stretch", ())
        return pieces if self.precision == "street" else ()

    @property
    def grown(self) -> float:
        """How much larger than others it is, so that three digits have room."""
        return 1.0 if len(self.rows) < HUNDRED else 1.4

    @property
    def crowd(self) -> tuple[float, float]:
        """The middle and the high end of the largest crowd; 0 where none is known."""
        middle = max(float(row["middle"]) for row in self.rows)
        return middle, max(float(row["high"]) for row in self.rows)

    @property
    def tone(self) -> float:
        """How much of its colour is seen: the best of its reports."""
        return max(TONES[str(row["confidence"])] for row in self.rows) / 255


@dataclass(frozen=True, eq=False)
class Places:
    """Events by place, in the order in which places lead others: ``at`` in degrees, (n, 2)."""

    rows: Sequence[Sequence[Row]]
    at: Floats


def places(
    rows: pd.DataFrame, street: Callable[[str], Sequence[Sequence[Sequence[float]]]] = nowhere
) -> Places:
    """The places of events, those with most events first, then the finest.

    Args:
        rows: those of :func:`mapper.select.joined` that have a mark.
        street: the name of a street to its pieces in degrees; [] if it is not known.
    """
    high = rows["size_high"].fillna(rows["size_low"]).astype(float)
    middle = (rows["size_low"].fillna(0).astype(float) + high) / 2
    told = rows[COLUMNS].assign(middle=middle.fillna(0.0), high=high.fillna(0.0))
    held: dict[str, list[Row]] = {}
    for row in told.to_dict("records"):
        if row["precision"] == "street":
            row["stretch"] = [np.array(piece) for piece in street(str(row["matched_place"]))]
        held.setdefault(str(row["place_id"]), []).append(row)
    ranked = sorted(held.values(), key=_order)
    at = np.array([(own[0]["lon"], own[0]["lat"]) for own in ranked], dtype=float)
    return Places(ranked, at.reshape(-1, 2))


def of(found: Places, view: View, radius: float, window: Window | None = None) -> list[Mark]:
    """The marks of events in a view, areas first, so that they lie under known places.

    Args:
        found: the events by place.
        view: where on the sheet.
        radius: of a mark, in points.
        window: an event that may lie outside these dates is pale.
    """
    if not len(found.at):
        return []
    at = view.points(found.at)
    box, near = view.box, radius * APART
    inside = (at[:, 0] >= box.left) & (at[:, 0] <= box.right)
    inside &= (at[:, 1] >= box.bottom) & (at[:, 1] <= box.top)
    # a disc that is seen keeps a mark of its own: its events are known to no single place
    is_wide = np.array([_reach(rows[0], view) > near for rows in found.rows])
    points = [
        _mark([found.rows[place] for place in group], at[group[0]], window)
        for group in _together(np.flatnonzero(inside & ~is_wide), at, near)
    ]
    wide = [
        _mark([found.rows[place]], at[place], window)
        for place in np.flatnonzero(inside & is_wide).tolist()
    ]
    drawn = _aside(wide, points, view, near)
    return sorted(drawn, key=lambda mark: (not mark.is_area, len(mark.rows), mark.x, mark.y))


def _reach(row: Row, view: View) -> float:
    """The radius of the disc of an event on the sheet; 0 where a place is known."""
    return float(row["uncertainty_m"]) / view.scale if row["precision"] in AREAS else 0.0


def _aside(areas: list[Mark], points: list[Mark], view: View, near: float) -> list[Mark]:
    """The marks of areas, each moved inside its own disc to where it hides no other mark.

    Where in its area an event was is not known: the middle is no better than any other spot.
    """
    found = list(points)
    for mark in areas:
        reach = max(0.0, _reach(mark.rows[0], view) - near / 2)
        spots = np.array([(other.x, other.y) for other in found]).reshape(-1, 2)
        spots_of = _along(mark, view, near / 3) or _spiral((mark.x, mark.y), near / 3, reach)
        for spot in spots_of:
            away = np.hypot(*(spots - spot).T)
            if away.size == 0 or (away.min() >= near and _is_in(spot, view, near)):
                break
        else:
            spot = (mark.x, mark.y)
        found.append(replace(mark, x=spot[0], y=spot[1], home=(mark.x, mark.y)))
    return found


def _along(mark: Mark, view: View, step: float) -> list[tuple[float, float]]:
    """Spots on the street of a mark, the nearest to its middle first."""
    lines = [shapely.LineString(view.points(piece)) for piece in mark.stretch]
    fine = shapely.segmentize(np.array(lines, dtype=object), step)
    spots = shapely.get_coordinates(fine)
    away = np.hypot(*(spots - (mark.x, mark.y)).T)
    return [(float(x), float(y)) for x, y in spots[np.argsort(away, kind="stable")]]


def _spiral(
    centre: tuple[float, float], step: float, reach: float
) -> Iterator[tuple[float, float]]:
    """Spots ever farther from a centre, as far as it goes, the same every time."""
    yield centre
    for turn in range(1, 400):
        away, angle = step * math.sqrt(turn), turn * GOLDEN
        if away > reach:
            return
        yield centre[0] + away * math.cos(angle), centre[1] + away * math.sin(angle)


def _is_in(spot: tuple[float, float], view: View, room: float) -> bool:
    """Whether a spot is in the map, not at its edge."""
    left, bottom, right, top = view.box.grown(-room)
    return left < spot[0] < right and bottom < spot[1] < top


def _order(rows: Sequence[Row]) -> tuple[int, int, str]:
    """Most events first, then the finest place: the others join it where they are too near."""
    return (-len(rows), LADDER.index(rows[0]["precision"]), str(rows[0]["place_id"]))


def _together(wanted: npt.NDArray[np.intp], at: Floats, near: float) -> Iterator[list[int]]:
    """Places that are too near each other, as one group each, the first of it leading."""
    left = wanted
    while len(left):
        away = np.hypot(*(at[left] - at[left[0]]).T)
        yield left[away <= near].tolist()
        left = left[away > near]


def _mark(groups: Sequence[Sequence[Row]], at: Floats, window: Window | None) -> Mark:
    """One mark of the events of one place or several."""
    rows = [row for group in groups for row in group]
    kinds = {str(row["kind"]) for row in rows}
    return Mark(
        float(at[0]),
        float(at[1]),
        rows,
        len(groups),
        is_pale=window is not None and not any(is_sure(row, window) for row in rows),
        kind=kinds.pop() if len(kinds) == 1 else "",
        precision=str(rows[0]["precision"]) if len(groups) == 1 else "",
    )


def is_sure(row: Row, window: Window) -> bool:
    """Whether all of an event's own dates are in a window."""
    first, last = row["date_start"].date(), row["date_end"].date()
    return bool(window.first <= first and last <= window.last)
