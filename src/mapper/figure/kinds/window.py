"""A map of the events of some days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from mapper.figure import furniture, keys, labels, marks, panel, sheet, ways, words
from mapper.figure.legend import Key
from mapper.figure.marks import Mark
from mapper.figure.pen import Box, Floats, Pen
from mapper.figure.sheet import Around
from mapper.figure.spec import Drawn
from mapper.figure.view import View, fit
from mapper.figure.work import Work
from mapper.layers.marks import AREAS

# The contiguous states, for a map without a mark.
COUNTRY = np.array([(-124.7, 24.6), (-67.0, 24.6), (-67.0, 49.3), (-124.7, 49.3)])
TRIES, STEP = 6, 1.12


@dataclass(frozen=True)
class Plan:
    """What a map shows: where, which marks, which legs."""

    view: View
    marks: Sequence[Mark]
    legs: Sequence[dict[str, Any]]
    corner: furniture.Corner


def draw(work: Work) -> Drawn:
    """The map, its words, and the same as text."""
    headline = title(work)
    notes = [words.precision(work.drawn, work.t)] if len(work.drawn) else []
    around = words.around(work, headline, notes)
    # the legend decides how large the map is, and the map what the legend holds
    first = plan(work, Box(0, 0, work.preset.width * 0.6, work.preset.height * 0.6))
    around = replace(around, keys=legend(work, first))
    page = sheet.lay(around, work.preset)
    found = plan(work, page.picture)
    told = paint(page.pen, work, found)
    return Drawn(
        page.figure,
        words.alt(work, headline, told),
        words.caption(work, headline),
        work.events,
        page.told(work.t),
    )


def title(work: Work) -> str:
    """Our headline: what it was and where."""
    what = words.what(work.rows, work.t)
    if work.area is None:
        return what
    return work.t("{what} in {area}", what=what, area=work.area.name)


def legend(work: Work, found: Plan) -> list[Key]:
    """The keys of what the map shows."""
    return [*keys.of(found.marks, work.t), *ways.keys(found.legs, work.t)]


def points(rows: pd.DataFrame) -> Floats:
    """What a map has to hold: the places; where all are areas, their discs.

    Args:
        rows: events with a mark.
    """
    at = rows[["lon", "lat"]].to_numpy(float)
    if rows["precision"].isin(AREAS).all():
        lat = (rows["uncertainty_m"] / 111_320).to_numpy(float)
        reach = np.column_stack([lat / np.cos(np.radians(at[:, 1])), lat])
        return np.concatenate([at - reach, at + reach])
    return at


def plan(work: Work, box: Box) -> Plan:
    """The view that holds all marks, with a corner for the furniture that hides none of them."""
    rows, preset = work.drawn, work.preset
    legs = _legs(work)
    if rows.empty:
        view = fit(COUNTRY, box)
        return Plan(view, [], [], furniture.corner(view, [], preset, work.t)[0])
    line = [np.array(leg["line"], dtype=float) for leg in legs]
    held = np.concatenate([points(rows), *line])
    view = _roomy(fit(held, box), preset.mark)
    for _ in range(TRIES):
        found = marks.of(rows, view, preset.mark, work.spec.filters.window)
        corner, hidden = furniture.corner(
            view, [np.array((m.x, m.y)) for m in found], preset, work.t
        )
        if not hidden:
            break
        view = view.zoomed_out(STEP)
    return Plan(view, found, legs, corner)


def _roomy(view: View, radius: float) -> View:
    """A little more, so that no mark is cut by the frame."""
    box = view.box
    return view.zoomed_out(max(1.0, min(box) and 1 + 3 * radius / min(box.width, box.height)))


def _legs(work: Work) -> list[dict[str, Any]]:
    """The legs of the events that have a mark."""
    shown = set(work.drawn["event_id"])
    return [leg for leg in work.project.legs if leg["event_id"] in shown]


def paint(pen: Pen, work: Work, found: Plan) -> list[str]:
    """Draw the map.

    Returns:
        What it says beyond its events.
    """
    preset, t, view = work.preset, work.t, found.view
    own = pen.within(view.box)
    panel.draw_ground(pen, work.ground, view, preset.hair)
    marks.draw(own, found.marks, view, preset.mark)
    ways.draw(own, found.legs, view, preset.mark)
    furniture.draw(pen, work.ground, view, found.corner, (preset, t))
    room = labels.Room(view.box.grown(-preset.gap / 2))
    room.take(panel.taken(found.marks, preset.mark))
    room.take(furniture.boxes(view, found.corner, preset))
    room.take(ways.taken(found.legs, view, preset.mark))
    wanted = panel.names(found.marks, view, preset)
    under = panel.ground_words(work.ground, view, preset, t.lang)
    panel.write(pen, wanted, under, room)
    return []
