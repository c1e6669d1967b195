"""What every map carries: a scale bar, north where it is not up, and where on earth it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from mapper.figure import colours, panel
from mapper.figure.ground import Ground
from mapper.figure.pen import CIRCLE, Box, Floats, Ink, Pen
from mapper.figure.presets import Preset
from mapper.figure.text import Face, width
from mapper.figure.view import LEAN_DEGREES, View, fit
from mapper.i18n import Words

MILE, KILOMETRE = 1609.344, 1000.0
ROUND = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
# A bar no longer than this share of the map's width.
BAR = 0.18
# How many metres around a place a locator shows, by how wide the map is: the first that is wider.
AROUND = ((12_000.0, 130_000.0), (450_000.0, 1_500_000.0))
LOCATOR = 0.19
# A map so low that the furniture would fill more of its height has no locator.
TALLEST = 0.7
ARROW = Path([(0, 1), (0.55, -0.8), (0, -0.4), (-0.55, -0.8), (0, 1)], closed=True)
CORNERS = ((0, 0), (1, 0), (0, 1), (1, 1))


@dataclass(frozen=True)
class Corner:
    """The furniture of a map in one of its corners."""

    box: Box
    locator: Box | None
    bar: Box | None


def corner(view: View, marks: Sequence[Floats], preset: Preset, t: Words) -> tuple[Corner, int]:
    """The corner that hides the fewest marks, and how many it hides.

    Args:
        view: the map.
        marks: points of the sheet that should stay free.
        preset: the sizes.
        t: the language of the scale.
    """
    spots = np.array(marks, dtype=float).reshape(-1, 2)
    found = [_at(view, spot, preset, t) for spot in CORNERS]
    hidden = [_hides(one.box, spots, preset.mark) for one in found]
    best = min(range(len(found)), key=lambda at: (hidden[at], at))
    return found[best], hidden[best]


def _hides(box: Box, spots: Floats, radius: float) -> int:
    """How many marks touch a box."""
    left, bottom, right, top = box.grown(radius * 1.2)
    x, y = spots.T
    return int(((x > left) & (x < right) & (y > bottom) & (y < top)).sum())


def _at(view: View, spot: tuple[int, int], preset: Preset, t: Words) -> Corner:
    """The furniture in one corner: the locator with the bar under it."""
    inset = preset.gap
    side = min(view.box.width, view.box.height) * LOCATOR if reach(view) else 0.0
    side = max(side, preset.small * 4.6) if side else 0.0
    if side + preset.small * 2.9 > view.box.height * TALLEST:
        side = 0.0
    bar_wide = _bar_width(view, preset, t) + 2 * preset.gap
    bar_tall = preset.small * 2.9
    wide, tall = max(side, bar_wide), side + bar_tall
    box = view.box.grown(-inset)
    left = box.left if spot[0] == 0 else box.right - wide
    bottom = box.bottom if spot[1] == 0 else box.top - tall
    frame = Box(left, bottom, left + wide, bottom + tall)
    at_left = left if spot[0] == 0 else left + wide - side
    locator = Box(at_left, bottom + bar_tall, at_left + side, bottom + tall) if side else None
    at_bar = left if spot[0] == 0 else left + wide - bar_wide
    bar = Box(at_bar, bottom, at_bar + bar_wide, bottom + bar_tall)
    return Corner(frame, locator, bar)


def reach(view: View) -> float:
    """How many metres the locator shows; 0: a map so wide needs none."""
    return next((wide for most, wide in AROUND if view.span_m <= most), 0.0)


def draw(pen: Pen, on: Ground, view: View, at: Corner, how: tuple[Preset, Words]) -> None:
    """The locator, the scale bar and the arrow to the north."""
    preset, t = how
    if at.locator is not None:
        _locator(pen, on, view, at.locator, preset)
    if at.bar is not None:
        _bar(pen, view, at.bar, preset, t)
    _norths(pen, view, at, preset)


def _locator(pen: Pen, on: Ground, view: View, box: Box, preset: Preset) -> None:
    """A small map of what lies around, with the frame of the large one in it."""
    over = _raised(pen)
    small = fit(view.degrees(np.array([view.box.centre])), box, least_m=reach(view))
    panel.draw_ground(over, on, small, preset.hair)
    x, y = small.points(view.degrees(_ring(view.box))).T
    frame = Box(float(x.min()), float(y.min()), float(x.max()), float(y.max()))
    ink = Ink(edge=colours.MARKED, line=preset.hair * 2, layer=2)
    least = box.width / 12
    if frame.width >= least:
        over.box(frame, ink)
    else:
        over.stamp(CIRCLE, frame.centre, least / 2, ink)


def _raised(pen: Pen) -> Pen:
    """The same pen, above what is on the map."""
    return Pen(pen.figure, pen.clip, pen.lift + 6.5)


def _ring(box: Box) -> Floats:
    """The corners of a box."""
    left, bottom, right, top = box
    return np.array([(left, bottom), (right, bottom), (right, top), (left, top)])


def _rounded(view: View, unit: float, room: float) -> float:
    """The longest round number of a unit that has room."""
    fits = [number for number in ROUND if number * unit / view.scale <= room]
    return fits[-1] if fits else ROUND[0]


def _bars(view: View, preset: Preset, t: Words) -> list[tuple[float, str, int]]:
    """Miles over kilometres: the length of each bar in points, its words, its side."""
    room = view.box.width * BAR
    found = []
    for unit, name, side in ((MILE, "mi", 1), (KILOMETRE, "km", -1)):
        count = _rounded(view, unit, room)
        found.append((count * unit / view.scale, f"{t.number(count)} {name}", side))
    return found


def _bar_width(view: View, preset: Preset, t: Words) -> float:
    """How wide the bars are with their words."""
    face = Face(preset.small)
    return max(long + width(said, face) for long, said, _ in _bars(view, preset, t)) + preset.gap


def _bar(pen: Pen, view: View, box: Box, preset: Preset, t: Words) -> None:
    """Miles over kilometres, both from one end."""
    face = Face(preset.small)
    pen.within(view.box).wash_box(box, colours.GROUND.land, 7.4, share=0.82)
    middle = box.bottom + box.height / 2
    left = box.left + preset.gap
    ink = Ink(edge=colours.TEXT, line=preset.hair * 1.4, layer=7.6)
    for long, said, side in _bars(view, preset, t):
        right = left + long
        tick = middle + side * preset.small * 0.4
        pen.lines([np.array([(left, tick), (left, middle), (right, middle), (right, tick)])], ink)
        y = middle + preset.small * (0.3 if side > 0 else -1.12)
        pen.text((right + preset.gap * 0.4, y), said, face, colours.TEXT, gid="scale")


def _norths(pen: Pen, view: View, at: Corner, preset: Preset) -> None:
    """North is up in the middle of every map; where meridians lean, arrows say how."""
    inset = preset.small * 1.6
    box = view.box.grown(-inset)
    for x in (box.left, box.right):
        spot = (x, box.top)
        if at.box.bottom <= box.top <= at.box.top and at.box.left - inset <= x <= at.box.right:
            spot = (x, box.bottom + preset.small)
        lean = view.lean(spot)
        if abs(lean) > LEAN_DEGREES:
            _arrow(pen, spot, lean, preset)


def _arrow(pen: Pen, at: tuple[float, float], lean: float, preset: Preset) -> None:
    """An arrow with the letter of the north, the same in both languages."""
    size = preset.small
    turned = Affine2D().rotate_deg(-lean).scale(size * 0.55).translate(*at).transform_path(ARROW)
    pen.path(turned, Ink(colours.TEXT, layer=7.6))
    away = math.radians(lean)
    foot = (at[0] - math.sin(away) * size * 1.3, at[1] - math.cos(away) * size * 1.3)
    face = Face(size, is_bold=True)
    pen.text((foot[0], foot[1] - size * 0.36), "N", face, colours.TEXT, ha="center", gid="north")


def boxes(view: View, at: Corner, preset: Preset) -> list[Box]:
    """Where no word of the map may be: the corner, and the arrows where there are any."""
    own = [at.box, at.locator] if at.locator is not None else [at.box]
    if not view.is_country:
        return own
    size = preset.small * 4
    box = view.box
    tops = [Box(box.left, box.top - size, box.left + size, box.top)]
    tops += [Box(box.right - size, box.top - size, box.right, box.top)]
    return [*own, *tops, *(b._replace(bottom=box.bottom, top=box.bottom + size) for b in tops)]
