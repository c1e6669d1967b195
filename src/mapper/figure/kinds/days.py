"""One small map for each day, and a last one for what is known only to several days."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from mapper import select
from mapper.errors import UsageError
from mapper.figure import colours, furniture, keys, labels, marks, panel, sheet, words
from mapper.figure.kinds import window
from mapper.figure.pen import Box, Pen
from mapper.figure.presets import Preset
from mapper.figure.spec import Drawn
from mapper.figure.text import Face, cut, wrap
from mapper.figure.view import View, fit
from mapper.figure.work import Work
from mapper.i18n import Words

# No cell is narrower than so many sizes of its words.
NARROWEST = 3.2
# The side of the locator beside the scale, in sizes.
LOCATOR = 4.2


@dataclass(frozen=True)
class Cell:
    """One small map: its title, how many events in words, its events with a mark and without."""

    title: str
    said: str
    rows: pd.DataFrame

    @cached_property
    def places(self) -> marks.Places:
        """Its places."""
        return marks.places(select.on_map(self.rows))


def draw(work: Work) -> Drawn:
    """The small maps, their words, and the same as text."""
    t = work.t
    if work.rows.empty:
        return window.draw(work)
    cells = _cells(work)
    headline = t("{what}, day by day", what=window.title(work))
    notes = [words.precision(work.drawn, t)] if len(work.drawn) else []
    around = words.around(work, headline, notes)
    rough = _view(work, Box(0, 0, *(2 * (work.preset.width / 4,))))
    sample = [mark for cell in cells for mark in _marks(work, cell, rough)]
    page = sheet.lay(replace(around, keys=keys.of(sample, t)), work.preset)
    boxes, head = _boxes(page.picture, cells, work)
    for cell, box in zip(cells, boxes, strict=False):
        _paint(page.pen, work, cell, (box, head))
    _where(page.pen, work, boxes[len(cells)], head)
    return Drawn(
        page.figure,
        words.alt(work, headline, [f"{cell.title}: {cell.said}." for cell in cells]),
        words.caption(work, headline),
        work.events,
        page.told(t),
    )


def _cells(work: Work) -> list[Cell]:
    """The days in order, then what is known only to several days."""
    rows, t = work.rows, work.t
    is_day = rows["date_start"] == rows["date_end"]
    found = [
        Cell(t.short_day(own["date_start"].iloc[0].date()), _count(own, t), own)
        for _, own in rows[is_day].groupby("date_start", sort=True)
    ]
    rest = rows[~is_day]
    if len(rest):
        found.append(Cell(t("Day not certain"), _count(rest, t), rest))
    return found


def _count(rows: pd.DataFrame, t: Words) -> str:
    """How many events a cell has, and how many of them have no mark."""
    said = t.n("{count} event", "{count} events", len(rows))
    off = len(select.off_map(rows))
    return t("{events}, {count} not drawn", events=said, count=t.number(off)) if off else said


def _view(work: Work, box: Box) -> View:
    """The one view that all cells share."""
    rows = work.drawn
    hold = window.points(rows) if len(rows) else window.COUNTRY
    view = fit(hold, box)
    return view.zoomed_out(1 + 2.4 * work.preset.mark / min(box.width, box.height))


def _marks(work: Work, cell: Cell, view: View) -> list[marks.Mark]:
    """The marks of a cell."""
    chosen = work.spec.filters.window
    return marks.of(cell.places, view, work.preset.mark, chosen)


def _boxes(room: Box, cells: Sequence[Cell], work: Work) -> tuple[list[Box], float]:
    """The cells in rows, so many that their maps are as large as they can be; and their head.

    Raises:
        UsageError: there are too many to be read.
    """
    preset, count = work.preset, len(cells) + 1
    least = preset.small * NARROWEST
    sizes = [(columns, _size(room, count, columns, preset.gap)) for columns in range(1, count + 1)]
    tried = []
    for columns, (wide, tall) in sizes:
        # their words are only set where a map has room at all
        head = _head(work, cells, wide) if min(wide, tall) >= least else tall
        if tall - head >= least:
            scale = _view(work, Box(0, 0, wide, tall - head)).scale
            tried.append((scale, columns, (wide, tall), head))
    if not tried:
        raise UsageError("figure_days_many", value=len(cells), name=work.spec.preset)
    _, columns, (wide, tall), head = min(tried)
    lefts = [room.left + at % columns * (wide + preset.gap) for at in range(count)]
    tops = [room.top - at // columns * (tall + preset.gap) for at in range(count)]
    found = zip(lefts, tops, strict=True)
    return [Box(left, top - tall, left + wide, top) for left, top in found], head


def _size(room: Box, count: int, columns: int, gap: float) -> tuple[float, float]:
    """How wide and how tall a cell is with so many columns."""
    down = math.ceil(count / columns)
    return (room.width + gap) / columns - gap, (room.height + gap) / down - gap


def _head(work: Work, cells: Sequence[Cell], wide: float) -> float:
    """The height of the words over cells of a width, as the longest of them needs it."""
    bold, plain = Face(work.preset.small, is_bold=True), Face(work.preset.small)
    said = [(cell.title, cell.said) for cell in cells] + [(_title(work), "")]
    lines = [
        min(2, len(wrap(title, bold, wide))) + min(2, len(wrap(count, plain, wide)))
        for title, count in said
    ]
    return max(lines) * plain.leading + work.preset.gap * 0.4


def _title(work: Work) -> str:
    """What is said over the last cell."""
    return work.t("Scale")


def _paint(pen: Pen, work: Work, cell: Cell, at: tuple[Box, float]) -> None:
    """One cell: its title, its map."""
    preset = work.preset
    inner = _heading(pen, work, (cell.title, cell.said), at)
    view = _view(work, inner)
    panel.draw_ground(pen, work.ground, view, preset.hair)
    marks.draw(pen.within(inner), _marks(work, cell, view), view, preset.mark)


def _heading(pen: Pen, work: Work, said: tuple[str, str], at: tuple[Box, float]) -> Box:
    """The words over a cell; gives the room under them."""
    box, head = at
    bold, plain = Face(work.preset.small, is_bold=True), Face(work.preset.small)
    title = cut(wrap(said[0], bold, box.width), 2, bold, box.width)
    rest = cut(wrap(said[1], plain, box.width), 2, plain, box.width)
    lines = [(line, bold, colours.TEXT) for line in title]
    lines += [(line, plain, colours.FAINT) for line in rest]
    bottom = box.top - head
    # the words stand on their map, so that a short title leaves no gap above it
    first = bottom + work.preset.gap * 0.4 + len(lines) * plain.leading
    for down, (line, face, colour) in enumerate(lines):
        y = first - plain.size * 0.98 - down * plain.leading
        pen.text((box.left, y), line, face, colour, gid="cell")
    return box._replace(top=bottom)


def _where(pen: Pen, work: Work, box: Box, head: float) -> None:
    """The last cell: the same map with its names, its scale, and where on earth it is."""
    preset, t = work.preset, work.t
    inner = _heading(pen, work, (_title(work), ""), (box, head))
    view = _view(work, inner)
    panel.draw_ground(pen, work.ground, view, preset.hair)
    corner, _ = furniture.corner(view, [np.array(inner.centre)], preset, t)
    if corner.box.width > inner.width:
        corner = replace(corner, bar=None)
    corner = _with_locator(corner, view, preset)
    furniture.draw(pen, work.ground, view, corner, (preset, t))
    room = labels.Room(inner.grown(-preset.gap / 2))
    room.take(furniture.boxes(view, corner, preset))
    under = panel.ground_words(work.ground, view, preset, t.lang)
    panel.write(pen, [], under, room)


def _with_locator(corner: furniture.Corner, view: View, preset: Preset) -> furniture.Corner:
    """The locator beside the scale, where a low cell has no room for it above."""
    box, gap = view.box, preset.gap
    side = min(box.height - 2 * gap, preset.small * LOCATOR)
    has_room = corner.box.width + side + 2 * gap < box.width
    if corner.locator is not None or not has_room or not furniture.reach(view):
        return corner
    right = box.right - gap if corner.box.left < box.centre[0] else box.left + gap + side
    spot = Box(right - side, box.bottom + gap, right, box.bottom + gap + side)
    return replace(corner, locator=spot)
