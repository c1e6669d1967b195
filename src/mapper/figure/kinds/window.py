"""A map of the events of some days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
import shapely

from mapper import describe, geometry
from mapper.figure import colours, furniture, keys, labels, marks, panel, sheet, ways, words
from mapper.figure.legend import Key
from mapper.figure.marks import Mark
from mapper.figure.pen import Box, Floats, Ink, Pen
from mapper.figure.spec import Drawn
from mapper.figure.view import View, fit
from mapper.figure.work import Work
from mapper.layers.marks import AREAS
from mapper.model import Position

# The contiguous states, for a map without a mark.
COUNTRY = np.array([(-124.7, 24.6), (-67.0, 24.6), (-67.0, 49.3), (-124.7, 49.3)])
TRIES, STEP = 6, 1.12
# So many places within so many metres, and this share of all events: a map of their own.
CROWDED, NEAR_M, SHARE = 4, 60_000.0, 0.25


@dataclass(frozen=True)
class Plan:
    """What a map shows: where, which marks, which legs.

    ``detail``: degrees of what another map shows larger, (n, 2); none of it is drawn here.
    """

    view: View
    marks: Sequence[Mark]
    legs: Sequence[dict[str, Any]]
    corner: furniture.Corner
    detail: Floats | None = None


def draw(work: Work) -> Drawn:
    """The map, its words, and the same as text."""
    headline = title(work)
    notes = [words.precision(work.drawn, work.t)] if len(work.drawn) else []
    around = words.around(work, headline, notes)
    # the legend decides how large the map is, and the map what the legend holds
    rough = plans(work, Box(0, 0, work.preset.width * 0.6, work.preset.height * 0.5))
    page = sheet.lay(replace(around, keys=legend(work, rough)), work.preset)
    found = plans(work, page.picture)
    for one in found:
        paint(page.pen, work, one)
    told = [_two(work)] if len(found) > 1 else []
    told += _movements(work, found)
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
    where = words.place(work)
    return work.t("{what} in {area}", what=what, area=words.held(where)) if where else what


def legend(work: Work, found: Sequence[Plan]) -> list[Key]:
    """The keys of what the maps show."""
    every = [mark for one in found for mark in one.marks]
    legs = [leg for one in found for leg in one.legs]
    told = [*keys.of(every, work.t), *ways.keys(legs, work.t)]
    if len(found) > 1:
        told.append(Key(work.t("frame: what the second map shows"), keys.frame))
    return told


def _two(work: Work) -> str:
    """That there are two maps."""
    return work.t("A second map shows the area with most events larger.")


def _movements(work: Work, found: Sequence[Plan]) -> list[str]:
    """The lines of the maps in words."""
    drawn = {leg["route_id"] for one in found for leg in one.legs}
    routes = work.project.routes
    rows = routes[routes["route_id"].isin(drawn)].sort_values("route_id").to_dict("records")
    return [describe.movement(row, work.t) for row in rows]


def plans(work: Work, box: Box) -> list[Plan]:
    """One map; or, of the country, one more of where most of the events are."""
    rows = work.drawn
    crowded = _crowded(rows)
    whole = plan(work, rows, box)
    if crowded.sum() == 0 or not whole.view.is_country:
        return [whole]
    first, second = _halves(box, work.preset.gap)
    detail = plan(work, rows[crowded], second)
    left, bottom, right, top = second
    ring = np.array([(left, bottom), (right, bottom), (right, top), (left, top)])
    shown = panel.inside(rows, detail.view).index
    country = plan(work, rows.drop(shown), first, hold=np.concatenate([COUNTRY, points(rows)]))
    return [replace(country, detail=detail.view.degrees(ring)), detail]


def _crowded(rows: pd.DataFrame) -> pd.Series:
    """Which rows are where most of the events of a country are; none if they are spread out."""
    none = pd.Series(data=False, index=rows.index)
    if rows.empty:
        return none
    at = rows[["lon", "lat"]].to_numpy(float)
    busiest = rows["place_id"].value_counts(sort=True).sort_index().idxmax()
    home = Position(*at[np.flatnonzero(rows["place_id"] == busiest)[0]])
    near = np.hypot(*geometry.metres(at, home).T) <= NEAR_M
    places = rows.loc[near, "place_id"].nunique()
    if places < CROWDED or near.mean() < SHARE:
        return none
    return pd.Series(near, index=rows.index)


def _halves(box: Box, gap: float) -> tuple[Box, Box]:
    """Two boxes, beside or under each other, as the sheet is wide or tall."""
    if box.width > box.height * 1.7:
        middle = box.left + box.width * 0.55
        return box._replace(right=middle - gap / 2), box._replace(left=middle + gap / 2)
    middle = box.bottom + box.height * 0.5
    return box._replace(bottom=middle + gap / 2), box._replace(top=middle - gap / 2)


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


def plan(work: Work, rows: pd.DataFrame, box: Box, hold: Floats | None = None) -> Plan:
    """The view that holds all marks, with a corner for the furniture that hides none of them.

    Args:
        work: the figure.
        rows: the events with a mark.
        box: where on the sheet.
        hold: degrees that have to be in sight, if not those of the rows alone.
    """
    preset = work.preset
    shown = set(rows["event_id"])
    legs = [leg for leg in work.project.legs if leg["event_id"] in shown]
    line = [np.array(leg["line"], dtype=float) for leg in legs]
    if hold is None:
        hold = np.concatenate([points(rows), *line]) if len(rows) else COUNTRY
    edge = 3 * preset.mark  # so that no mark is cut by the frame
    view = fit(hold, box).zoomed_out(1 + edge / min(box.width, box.height))
    held = marks.places(rows, work.ground.street)
    for _ in range(2 if view.is_country else TRIES):
        found = marks.of(held, view, preset.mark, work.spec.filters.window)
        spots = [np.array((mark.x, mark.y)) for mark in found]
        corner, hidden = furniture.corner(view, spots, preset, work.t)
        if not hidden:
            break
        view = view.zoomed_out(STEP)
    return Plan(view, found, legs, corner)


def paint(pen: Pen, work: Work, found: Plan) -> None:
    """Draw one map."""
    preset, t, view = work.preset, work.t, found.view
    own = pen.within(view.box)
    panel.draw_ground(pen, work.ground, view, preset.hair)
    marks.draw(own, found.marks, view, preset.mark)
    ways.draw(own, found.legs, view, preset.mark)
    furniture.draw(pen, work.ground, view, found.corner, (preset, t))
    room = labels.Room(view.box.grown(-preset.gap / 2))
    room.take(panel.taken(found.marks, preset.mark))
    room.points = np.array([(mark.x, mark.y) for mark in found.marks]).reshape(-1, 2)
    room.take(furniture.boxes(view, found.corner, preset))
    streets = [{"line": piece} for mark in found.marks for piece in mark.stretch]
    room.take(ways.taken([*found.legs, *streets], view, preset.mark))
    if found.detail is not None:
        room.take([_frame(own, view, found.detail, preset.hair * 2.5)])
    wanted = panel.names(found.marks, view, preset)
    under = panel.ground_words(work.ground, view, preset, t.lang)
    panel.write(pen, wanted, under, room)


def _frame(pen: Pen, view: View, detail: Floats, line: float) -> Box:
    """The frame of what another map shows."""
    ring = view.points(detail)
    box = Box(*map(float, shapely.MultiPoint(ring).bounds))
    least = line * 3
    if min(box.width, box.height) < least:
        box = box.grown(least / 2)
    pen.box(box, Ink(edge=colours.MARKED, line=line, layer=7))
    return box
