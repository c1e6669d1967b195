"""One march with its numbered steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import shapely

from mapper import describe
from mapper.describe.steps import step
from mapper.errors import UsageError
from mapper.figure import colours, furniture, labels, marks, panel, sheet, ways, words
from mapper.figure.kinds import window
from mapper.figure.labels import Label
from mapper.figure.legend import Key
from mapper.figure.pen import CIRCLE, Box, Floats, Ink, Pen
from mapper.figure.spec import Drawn
from mapper.figure.text import Face, balanced
from mapper.figure.view import View, fit
from mapper.figure.work import Work
from mapper.i18n import Words
from mapper.layers.ways import leg_words, not_said
from mapper.model import Filters

# A march is never drawn larger than this, so that the streets around it tell where it is.
LEAST_M = 1_200.0
Legs = Sequence[Mapping[str, Any]]


def draw(work: Work) -> Drawn:
    """The map, the steps, and the same as text."""
    t = work.t
    route, work = _route(work)
    legs = _legs(work)
    row = work.rows.to_dict("records")[0]
    headline = describe.title(row, t)
    around = words.around(work, headline, _open_ends(legs, t))
    if not work.spec.standfirst.strip():
        around = replace(around, standfirst=describe.movement(route, t))
    around = replace(around, keys=_keys(work, legs, route))
    page = sheet.lay(around, work.preset)
    _paint(page.pen, work, legs, page.picture)
    told = [describe.movement(route, t), *_told(legs, route, work)]
    return Drawn(
        page.figure,
        words.alt(work, headline, told),
        words.caption(work, headline),
        work.events,
        page.told(t),
    )


def _open_ends(legs: Legs, t: Words) -> list[str]:
    """What is not said of the ends."""
    return [not_said(leg, t) for leg in legs if leg["open_start"] or leg["open_end"]]


def _route(work: Work) -> tuple[dict[Any, Any], Work]:
    """The row of the march that was asked for, and the work with its event alone.

    Raises:
        UsageError: there is no such march, or it has no line.
    """
    drawn = {leg["route_id"]: leg["event_id"] for leg in work.project.legs}
    shown = work.project.events
    shown = shown[shown["off_map"] != "hidden"]
    known = sorted(route for route, event in drawn.items() if event in set(shown["event_id"]))
    wanted = work.spec.march
    if wanted not in known:
        raise UsageError("figure_march", value=wanted, options=", ".join(known) or "-")
    routes = work.project.routes
    row = routes[routes["route_id"] == wanted].to_dict("records")[0]
    rows = shown[shown["event_id"] == drawn[wanted]]
    spec = replace(work.spec, filters=Filters(city=str(rows["area"].iloc[0])))
    return row, replace(work, spec=spec, rows=rows, area=None)


def _legs(work: Work) -> list[dict[str, Any]]:
    """The legs of the march in order."""
    own = [leg for leg in work.project.legs if leg["route_id"] == work.spec.march]
    return sorted(own, key=lambda leg: int(leg["order"]))


def _ends(route: Mapping[Any, Any]) -> tuple[str, str]:
    """The names of the start and of the end."""
    return str(route["start_place"]), str(route["end_place"])


def _keys(work: Work, legs: Legs, route: Mapping[Any, Any]) -> list[Key]:
    """The steps with their numbers, then what lines and ends mean."""
    t = work.t
    ends = _ends(route)
    steps = [Key(step(legs, at, ends, t), partial(_icon, at_=at)) for at in range(len(legs))]
    said = [Key(t("start"), _start, is_short=True)] if not legs[0]["open_start"] else []
    if not legs[-1]["open_end"]:
        said.append(Key(t("end"), _end, is_short=True))
    return [*said, *steps, *ways.keys(legs, t)]


def _icon(pen: Pen, at: tuple[float, float], radius: float, at_: int) -> None:
    """The number of a step."""
    pen.stamp(CIRCLE, at, radius * 0.95, _ink(colours.ACCENT, radius))
    marks.number(pen, at, at_ + 1, radius, colours.SHEET)


def _start(pen: Pen, at: tuple[float, float], radius: float) -> None:
    """An open mark."""
    pen.stamp(CIRCLE, at, radius * 0.6, _ink(colours.PAPER, radius))


def _end(pen: Pen, at: tuple[float, float], radius: float) -> None:
    """A filled mark."""
    pen.stamp(CIRCLE, at, radius * 0.6, _ink(colours.INK, radius))


def _ink(fill: str, radius: float) -> Ink:
    """A mark's paint."""
    return Ink(fill, colours.INK, radius / 6, marks.LAYERS["mark"])


def _told(legs: Legs, route: Mapping[Any, Any], work: Work) -> list[str]:
    """Each step as a sentence, with the words that it came from."""
    t, ends = work.t, _ends(route)
    return [
        f"{at + 1}. {step(legs, at, ends, t)}: {' '.join(leg_words(leg, t))}"
        for at, leg in enumerate(legs)
    ]


def _paint(pen: Pen, work: Work, legs: Legs, box: Box) -> None:
    """The map."""
    preset, t = work.preset, work.t
    view, corner = _view(work, legs, box)
    panel.draw_ground(pen, work.ground, view, preset.hair)
    own = pen.within(box)
    ways.draw(own, legs, view, preset.mark * 1.3)
    at = _numbers(own, legs, view, preset.mark)
    ends = _tips(own, legs, view, preset.mark)
    furniture.draw(pen, work.ground, view, corner, (preset, t))
    room = labels.Room(box.grown(-preset.gap / 2))
    room.take(Box(x, y, x, y).grown(preset.mark) for x, y in [*at, *ends.values()])
    room.take(ways.taken(legs, view, preset.mark))
    room.take(furniture.boxes(view, corner, preset))
    under = panel.ground_words(work.ground, view, preset, t.lang)
    panel.write(pen, _names(work, ends), under, room)


def _view(work: Work, legs: Legs, box: Box) -> tuple[View, furniture.Corner]:
    """The view of the whole line with a corner that hides none of it."""
    points = np.concatenate([np.array(leg["line"], dtype=float) for leg in legs])
    edge = 1 + 5 * work.preset.mark / min(box.width, box.height)
    view = fit(points, box, least_m=LEAST_M).zoomed_out(edge)
    for _ in range(window.TRIES):
        held = ways.taken(legs, view, work.preset.mark)
        spots = [np.array(one.centre) for one in held]
        corner, hidden = furniture.corner(view, spots, work.preset, work.t)
        if not hidden:
            break
        view = view.zoomed_out(window.STEP)
    return view, corner


def _numbers(pen: Pen, legs: Legs, view: View, radius: float) -> list[tuple[float, float]]:
    """The number of each step on its leg, beside the arrow in its middle."""
    found: list[Floats] = []
    for number, leg in enumerate(legs, start=1):
        line = shapely.LineString(ways.flat(leg, view))
        found.append(at := _beside(line, found, radius))
        spot = _spot(at)
        pen.stamp(CIRCLE, spot, radius * 0.95, _ink(colours.ACCENT, radius))
        marks.number(pen, spot, number, radius, colours.SHEET)
    return [_spot(at) for at in found]


def _beside(line: shapely.LineString, taken: Sequence[Floats], radius: float) -> Floats:
    """A point beside a line, at a third of it, that is free of other numbers."""
    best: Floats = shapely.get_coordinates(line.interpolate(0.3, normalized=True))[0]
    ahead = shapely.get_coordinates(line.interpolate(0.35, normalized=True))[0] - best
    normal = np.array([-ahead[1], ahead[0]]) / max(float(np.hypot(*ahead)), 1e-9)
    for step_ in (1.7, -1.7, 3.6, -3.6, 5.5, -5.5):
        spot: Floats = best + normal * step_ * radius
        if all(float(np.hypot(*(spot - other))) > 2.1 * radius for other in taken):
            return spot
    return best


def _tips(pen: Pen, legs: Legs, view: View, radius: float) -> dict[str, tuple[float, float]]:
    """An open mark at the start, a filled one at the end, where these are said."""
    found = {}
    if not legs[0]["open_start"]:
        found["start_place"] = _spot(ways.flat(legs[0], view)[0])
        _start(pen, found["start_place"], radius)
    if not legs[-1]["open_end"]:
        found["end_place"] = _spot(ways.flat(legs[-1], view)[-1])
        _end(pen, found["end_place"], radius)
    return found


def _spot(point: Floats) -> tuple[float, float]:
    """A point as two numbers."""
    return float(point[0]), float(point[1])


def _names(work: Work, ends: Mapping[str, tuple[float, float]]) -> list[Label]:
    """The names of the two ends."""
    routes = work.project.routes
    row = routes[routes["route_id"] == work.spec.march].iloc[0]
    face = Face(work.preset.label, is_bold=True)
    return [
        Label(
            tuple(balanced(str(row[name]), face, face.size * 13)),
            at,
            face,
            colours.TEXT,
            colours.GROUND.land,
            away=work.preset.mark,
            leads=True,
        )
        for name, at in ends.items()
    ]
