"""How marks are drawn.

The look is that of the map (docs/architecture.md, "Look"): a channel means the same in both.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from matplotlib.path import Path

from mapper.figure import colours
from mapper.figure.marks.groups import Mark
from mapper.figure.pen import CIRCLE, Floats, Ink, Pen
from mapper.figure.text import Face, width
from mapper.figure.view import View
from mapper.layers.marks import RINGED
from mapper.layers.style import GLYPH

# A crowd of 1,000 has a shade of two marks' radius; area grows with the crowd, up to a limit.
SHADE_1000, SHADE_MOST = 2.0, 4.5
# A disc that covers most of a map is an edge alone: a wash would only darken the whole map.
WASHED = 0.3
STRETCHED = 0.55  # of its colour, a broad line along a street has so much
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


def draw(pen: Pen, marks: Sequence[Mark], view: View, radius: float) -> None:
    """Discs, shades, marks and signs, each in a few strokes for all."""
    _discs(pen, marks, view, radius)
    _stretches(pen, marks, view, radius)
    _shades(pen, marks, radius)
    draw_plain(pen, marks, radius)


def draw_plain(pen: Pen, marks: Sequence[Mark], radius: float) -> None:
    """Marks with their signs, without what lies around them."""
    draw_bodies(pen, marks, radius)
    _signs(pen, marks, radius)


def _discs(pen: Pen, marks: Sequence[Mark], view: View, radius: float) -> None:
    """The true circle of what is known only to an area: once a place, the widest first."""
    areas = {
        mark.rows[0]["place_id"]: mark
        for mark in marks
        if mark.is_area and not mark.is_pale and not mark.stretch
    }
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


def _stretches(pen: Pen, marks: Sequence[Mark], view: View, radius: float) -> None:
    """The streets along which something was, nobody says where."""
    for mark in marks:
        stretch(pen, [view.points(piece) for piece in mark.stretch], mark.colour, radius)


def stretch(pen: Pen, pieces: Sequence[Floats], colour: str, radius: float) -> None:
    """Pieces of a street, in points, as one broad line."""
    soft = colours.mixed(colour, colours.GROUND.land, STRETCHED)
    pen.lines(pieces, Ink(edge=soft, line=radius * 0.6, layer=LAYERS["disc"] + 0.1))


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
