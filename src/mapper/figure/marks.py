"""Events as marks: one a place, or one for places too near each other to be drawn apart.

The look is that of the map (docs/architecture.md, "Look"): a channel means the same in both.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.path import Path

from mapper.figure import colours
from mapper.figure.pen import CIRCLE, Floats, Ink, Pen
from mapper.figure.text import Face, width
from mapper.figure.view import View
from mapper.layers.marks import AREAS, RINGED
from mapper.layers.style import COLOURS, GLYPH, TONES
from mapper.model import LADDER, Window

# Nearer than this, in radii of a mark, two marks would hide each other's sign.
APART = 1.9
# A crowd of 1,000 has a shade of two marks' radius; area grows with the crowd, up to a limit.
SHADE_1000, SHADE_MOST = 2.0, 4.5
# The angle of a sunflower's seeds: turns by it fill a disc evenly.
GOLDEN = math.pi * (3 - math.sqrt(5))
# A disc that covers most of a map is an edge alone: a wash would only darken the whole map.
WASHED = 0.3
HUNDRED = 100
# What a mark has to know of an event.
COLUMNS = [
    "event_id", "place_id", "kind", "precision", "confidence", "uncertainty_m", "date_start",
    "date_end", "matched_place", "city", "lon", "lat",
]  # fmt: skip
LAYERS = {"disc": 3.0, "shade": 3.4, "mark": 5.0, "sign": 5.6}
# Signs in units of the mark's radius, y up: those of tools/prepare_marks.py.
_CORNERS = {
    "walkout": ((0, 0.72), (0.68, -0.52), (-0.68, -0.52)),
    "march": (
        (-0.64, 0.19), (0.03, 0.19), (0.03, 0.58), (0.69, 0), (0.03, -0.58), (0.03, -0.19),
        (-0.64, -0.19),
    ),
    "shutdown": ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)),
    "strike": ((0, 0.7), (0.7, 0), (0, -0.7), (-0.7, 0)),
    "other": (
        (-0.2, 0.62), (0.2, 0.62), (0.2, 0.2), (0.62, 0.2), (0.62, -0.2), (0.2, -0.2),
        (0.2, -0.62), (-0.2, -0.62), (-0.2, -0.2), (-0.62, -0.2), (-0.62, 0.2), (-0.2, 0.2),
    ),
}  # fmt: skip
_DISC = 0.52
SIGNS = {name: Path([*corners, corners[0]], closed=True) for name, corners in _CORNERS.items()}
SIGNS["rally"] = Path(np.asarray(CIRCLE.vertices) * _DISC, CIRCLE.codes)
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


def places(rows: pd.DataFrame) -> Places:
    """The places of events, those with most events first, then the finest.

    Args:
        rows: those of :func:`mapper.select.joined` that have a mark.
    """
    high = rows["size_high"].fillna(rows["size_low"]).astype(float)
    middle = (rows["size_low"].fillna(0).astype(float) + high) / 2
    told = rows[COLUMNS].assign(middle=middle.fillna(0.0), high=high.fillna(0.0))
    held: dict[str, list[Row]] = {}
    for row in told.to_dict("records"):
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
        _mark([found.rows[place]], at[place], window) for place in np.flatnonzero(inside & is_wide)
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
        for spot in _spiral((mark.x, mark.y), near / 3, reach):
            away = np.hypot(*(spots - spot).T)
            if away.size == 0 or (away.min() >= near and _is_in(spot, view, near)):
                break
        else:
            spot = (mark.x, mark.y)
        found.append(replace(mark, x=spot[0], y=spot[1], home=(mark.x, mark.y)))
    return found


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


def draw(pen: Pen, marks: Sequence[Mark], view: View, radius: float) -> None:
    """Discs, shades, marks and signs, each in a few strokes for all."""
    _discs(pen, marks, view, radius)
    _shades(pen, marks, radius)
    draw_plain(pen, marks, radius)


def draw_plain(pen: Pen, marks: Sequence[Mark], radius: float) -> None:
    """Marks with their signs, without what lies around them."""
    draw_bodies(pen, marks, radius)
    _signs(pen, marks, radius)


def _discs(pen: Pen, marks: Sequence[Mark], view: View, radius: float) -> None:
    """The true circle of what is known only to an area: once a place, the widest first."""
    areas = {mark.rows[0]["place_id"]: mark for mark in marks if mark.is_area and not mark.is_pale}
    wide = sorted(
        areas.values(), key=lambda mark: (-float(mark.rows[0]["uncertainty_m"]), mark.x, mark.y)
    )
    for mark in wide:
        reach = float(mark.rows[0]["uncertainty_m"]) / view.scale
        if reach > radius:
            edge = Ink(edge=colours.FAINT, line=radius / 18, layer=LAYERS["disc"])
            at = mark.home or (mark.x, mark.y)
            pen.stamp(CIRCLE, at, reach, edge._replace(dash=(3, 3)))
            wash = Path(np.asarray(CIRCLE.vertices) * reach + at, CIRCLE.codes)
            if reach < min(view.box.width, view.box.height) * WASHED:
                pen.wash(wash, mark.colour, LAYERS["disc"])


def _shades(pen: Pen, marks: Sequence[Mark], radius: float) -> None:
    """The largest crowd at a place: its middle as a shade, its high end as a thin ring."""
    sized = [mark for mark in marks if mark.crowd[0] and not mark.is_pale]
    for mark in sized:
        reach = shade(mark.crowd[0], radius)
        circle = Path(np.asarray(CIRCLE.vertices) * reach + (mark.x, mark.y), CIRCLE.codes)
        pen.wash(circle, mark.colour, LAYERS["shade"], share=0.22)
    at = np.array([(mark.x, mark.y) for mark in sized])
    rings = [Ink(edge=mark.colour, line=radius / 14, layer=LAYERS["shade"] + 0.1) for mark in sized]
    pen.stamps(CIRCLE, at, [shade(mark.crowd[1], radius) for mark in sized], rings)


def shade(people: float, radius: float) -> float:
    """The radius of a crowd's shade around its mark."""
    grown = 1 + (SHADE_1000 - 1) * math.sqrt(people / 1000)
    return radius * min(SHADE_MOST, grown)


def draw_bodies(pen: Pen, marks: Sequence[Mark], radius: float) -> None:
    """The marks: outline for how finely the place is known, tone for how sure the report is."""
    at = np.array([(mark.x, mark.y) for mark in marks])
    looks = [look(mark, radius * mark.grown) for mark in marks]
    # the thin dark line around a white ring, so that the ring is seen on light ground
    rims = [(mark.x, mark.y) for mark in marks if mark.precision in RINGED and not mark.is_pale]
    rim = Ink(edge=colours.INK, line=radius / 10, layer=LAYERS["mark"])
    pen.stamps(CIRCLE, np.array(rims), [radius] * len(rims), [rim] * len(rims))
    pen.stamps(CIRCLE, at, [r for r, _ in looks], [ink for _, ink in looks])


def look(mark: Mark, radius: float) -> tuple[float, Ink]:
    """The radius and the paint of a mark's body."""
    layer = LAYERS["mark"]
    if mark.is_pale:
        return radius * 0.9, Ink(colours.PAPER, colours.deep(mark.colour), radius / 9, layer)
    if mark.is_area:
        edge = colours.deep(colours.mixed(mark.colour, colours.PAPER, mark.tone))
        return radius * 0.92, Ink(colours.PAPER, edge, radius / 4.5, layer)
    fill = colours.mixed(mark.colour, colours.PAPER, mark.tone)
    if mark.precision in RINGED:
        return radius * 0.84, Ink(fill, colours.PAPER, radius / 4.5, layer)
    return radius * 0.92, Ink(fill, colours.INK, radius / 10, layer)


def _signs(pen: Pen, marks: Sequence[Mark], radius: float) -> None:
    """The kind as a shape, so that it survives greyscale; or how many events there are."""
    for name, shape in SIGNS.items():
        own = [mark for mark in marks if len(mark.rows) == 1 and GLYPH[mark.kind] == name]
        at = np.array([(mark.x, mark.y) for mark in own])
        inks = [Ink(sign_colour(mark), layer=LAYERS["sign"]) for mark in own]
        pen.stamps(shape, at, [radius * 0.78] * len(own), inks)
    for mark in marks:
        if len(mark.rows) > 1:
            count = len(mark.rows)
            spot = (mark.x, mark.y)
            number(pen, spot, count, radius * mark.grown, number_colour(mark))


def sign_colour(mark: Mark) -> str:
    """What is seen best in a mark."""
    _, ink = look(mark, 1.0)
    if ink.fill == colours.PAPER:
        return colours.deep(mark.colour)
    return colours.on(ink.fill)


def number_colour(mark: Mark) -> str:
    """What is read best in a mark."""
    _, ink = look(mark, 1.0)
    if ink.fill == colours.PAPER:
        return colours.deep(mark.colour, least=colours.READ)
    return colours.read_on(ink.fill)


def number(pen: Pen, at: tuple[float, float], count: int, radius: float, colour: str) -> None:
    """A count in the middle of a mark, as large as it has room."""
    said = str(count)
    size = radius * 1.3
    face = Face(size, is_bold=True)
    if (wide := width(said, face)) > radius * 1.6:
        face = Face(size * radius * 1.6 / wide, is_bold=True)
    pen.text((at[0], at[1] - face.size * 0.36), said, face, colour, ha="center", gid="count")
