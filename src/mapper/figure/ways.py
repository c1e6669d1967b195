"""Routes on a map: solid where the words name the street, dashed elsewhere, with an arrow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from mapper.figure import colours
from mapper.figure.legend import Key
from mapper.figure.pen import Box, Floats, Ink, Pen
from mapper.figure.view import View
from mapper.i18n import Words

HEAD = Path([(0.9, 0), (-0.7, 0.8), (-0.25, 0), (-0.7, -0.8), (0.9, 0)], closed=True)
LAYER = 4.2
Leg = Mapping[str, Any]


def flat(leg: Leg, view: View) -> Floats:
    """The line of a leg in points."""
    return view.points(np.array(leg["line"], dtype=float))


def draw(pen: Pen, legs: Sequence[Leg], view: View, size: float) -> None:
    """The legs with an arrow in the middle of each that has room for one.

    Args:
        pen: kept in the map.
        legs: as the ledger has them.
        view: the map.
        size: of an arrow, in points; a line is a fifth of it.
    """
    for is_stated in (True, False):
        own = [flat(leg, view) for leg in legs if (leg["certainty"] == "stated") == is_stated]
        ink = Ink(edge=colours.INK, line=size / 5, layer=LAYER)
        pen.lines(own, ink if is_stated else ink._replace(dash=(3.2, 2.0)))
    for leg in legs:
        _arrow(pen, flat(leg, view), size)


def _arrow(pen: Pen, line: Floats, size: float) -> None:
    """Which way a leg went; none on a line that it would hide."""
    shape = shapely.LineString(line)
    if shape.length < size * 2.5:
        return
    before, at = (
        shapely.get_coordinates(shape.interpolate(shape.length / 2 - back))[0]
        for back in (size / 4, 0)
    )
    turn = np.degrees(np.arctan2(*(at - before)[::-1]))
    head = Affine2D().rotate_deg(turn).scale(size * 0.55).translate(*at).transform_path(HEAD)
    pen.path(head, Ink(colours.INK, colours.GROUND.land, size / 14, layer=LAYER + 0.1))


def taken(legs: Iterable[Leg], view: View, size: float) -> list[Box]:
    """Small boxes along the lines, where no word may be."""
    found = []
    for leg in legs:
        line = shapely.LineString(flat(leg, view))
        steps = np.arange(0, line.length + size / 2, size / 2)
        for x, y in shapely.get_coordinates(shapely.line_interpolate_point(line, steps)):
            found.append(Box(x, y, x, y).grown(size / 4))
    return found


def keys(legs: Sequence[Leg], t: Words) -> list[Key]:
    """The keys of the lines that are drawn."""
    certain = {str(leg["certainty"]) for leg in legs}
    told = []
    if "stated" in certain:
        told.append(Key(t("solid: the words name the street"), _stated))
    if certain - {"stated"}:
        told.append(Key(t("dashed: only the ends of a march are known"), _inferred))
    return told


def _stated(pen: Pen, at: tuple[float, float], radius: float) -> None:
    """A solid line."""
    _line(pen, at, radius, ())


def _inferred(pen: Pen, at: tuple[float, float], radius: float) -> None:
    """A dashed one."""
    _line(pen, at, radius, (3.2, 2.0))


def _line(pen: Pen, at: tuple[float, float], radius: float, dash: tuple[float, ...]) -> None:
    """A line as wide as a sign."""
    reach = radius * 1.2
    ends = np.array([(at[0] - reach, at[1]), (at[0] + reach, at[1])])
    pen.lines([ends], Ink(edge=colours.INK, line=radius / 4, layer=LAYER, dash=dash))
