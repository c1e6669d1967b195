"""Campuses and days: a dot where students walked out, open where only posts name the campus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import pandas as pd

from mapper import spread
from mapper.figure import axis, colours, plate, words
from mapper.figure.legend import Key
from mapper.figure.pen import CIRCLE, Box, Ink, Pen
from mapper.figure.plate import Said
from mapper.figure.sheet import Sheet
from mapper.figure.spec import Drawn
from mapper.figure.text import Face, width
from mapper.figure.work import Work
from mapper.i18n import N_
from mapper.layers.style import COLOURS

HEADLINE = N_("Walkouts by campus and day")
UNITS = {
    "week": N_("Each column is a week in which there was a walkout."),
    "month": N_("Each column is a month in which there was a walkout."),
    "year": N_("Each column is a year in which there was a walkout."),
}
# Of the smallest type: the lowest and the highest row, the widest column; of the body a dot.
LEAST, MOST, WIDEST, DOT = 1.45, 3.0, 7.0, 0.46
NAMES = 0.5  # the share of the width that names may take
COLOUR = COLOURS["walkout"]


@dataclass(frozen=True)
class Grid:
    """What is drawn.

    ``columns``: the first day of each; ``dots``: name and column to whether posts alone name it.
    """

    unit: str
    columns: Sequence[date]
    names: Sequence[str]
    dots: Mapping[tuple[str, date], bool]


def draw(work: Work) -> Drawn:
    """The dots, their words, and the same as text."""
    found = spread.campuses(work.rows, work.project.places)
    own = spread.walkouts(work.rows, work.project.places)
    cells = own[own["date_start"] == own["date_end"]]
    page, said, shown = _laid(work, found, cells)
    if shown.names:
        _paint(page.pen, page.picture, work, shown)
    else:
        text = work.t("No campus walked out on these dates. Widen the dates.")
        plate.empty(page, work, text)
    return plate.finished(work, page, said, own["event_id"])


def _laid(work: Work, found: pd.DataFrame, cells: pd.DataFrame) -> tuple[Sheet, Said, Grid]:
    """The sheet with its words, and what has room on it.

    How many campuses have none is said under the picture, and that takes room from it.
    """
    keys, left, unit = _keys(work, cells), -1, ""
    dated = found[found["is_dated"]]
    shown = Grid("day", [], list(dated["name"]), {})
    while (len(dated) - len(shown.names), shown.unit) != (left, unit):
        left, unit = len(dated) - len(shown.names), shown.unit
        said = _said(work, found, left, unit)
        page = plate.laid(work, said, keys)
        kept = dated.head(len(dated) - left)
        shown = _fitting(work, page.picture, list(kept["name"]), cells)
    return page, said, shown


def _fitting(work: Work, box: Box, names: Sequence[str], cells: pd.DataFrame) -> Grid:
    """The campuses that have room, and the finest columns that have."""
    size = work.preset.small
    days = [day.date() for day in cells["date_start"]]
    room = box.width - _names_wide(work, box, names)
    for unit in axis.UNITS:
        columns = sorted({axis.start(day, unit) for day in days})
        if len(columns) * size * LEAST <= room:
            break
    rows = int((box.height - _head(work)) // (size * LEAST))
    only = cells["record_type"] == "named_only"
    dots: dict[tuple[str, date], bool] = {}
    for name, day, is_post in zip(cells["matched_place"], days, only, strict=True):
        at = (str(name), axis.start(day, unit))
        dots[at] = dots.get(at, True) and bool(is_post)
    return Grid(unit, columns, list(names[: max(1, rows)]), dots)


def _said(work: Work, found: pd.DataFrame, left: int, unit: str) -> Said:
    """The words of the figure."""
    t = work.t
    window = work.window
    sentence = t.n(
        "{count} campus where students walked out, {window}.",
        "{count} campuses where students walked out, {window}.",
        len(found),
        window=t.window(window) if window else "",
    )
    sentence += words.filters(work)
    return Said(t(HEADLINE), sentence, _notes(work, found, left, unit), _told(work, found))


def _notes(work: Work, found: pd.DataFrame, left: int, unit: str) -> list[str]:
    """What has to be said under the grid."""
    t = work.t
    notes = [t(UNITS[unit])] if unit in UNITS else []
    undated = int((~found["is_dated"]).sum())
    if undated:
        notes.append(
            t.n(
                "{count} campus is not in the grid: the day of its walkout is not known.",
                "{count} campuses are not in the grid: the day of their walkout is not known.",
                undated,
            )
        )
    if left:
        notes.append(
            t.n(
                "{count} more campus has no room here; the alternative text has it.",
                "{count} more campuses have no room here; the alternative text has them.",
                left,
            )
        )
    walkouts = int((work.rows["kind"] == "walkout").sum()) - int(found["walkouts"].sum())
    return [*notes, *words.without_campus(walkouts, t)]


def _told(work: Work, found: pd.DataFrame) -> list[str]:
    """Each campus with its days, and how that is known."""
    t = work.t
    told = []
    for row in found.to_dict("records"):
        days = ", ".join(map(t.short_day, row["days"])) or t("day unknown")
        how = f" ({t('named from social media posts')})" if row["named_only"] else ""
        told.append(f"{row['name']}: {days}{how}.")
    return told


def _keys(work: Work, cells: pd.DataFrame) -> list[Key]:
    """What the dots mean."""
    t = work.t
    only = cells["record_type"] == "named_only"
    keys = []
    if (~only).any():
        keys.append(Key(t("a walkout that is described"), _full))
    if only.any():
        keys.append(Key(t("named from social media posts"), _open))
    return keys


def _full(pen: Pen, at: tuple[float, float], radius: float) -> None:
    """The dot of a walkout that is described."""
    ink = Ink(COLOUR, colours.INK, radius / 12, layer=4)
    pen.stamp(CIRCLE, at, radius * 0.8, ink)


def _open(pen: Pen, at: tuple[float, float], radius: float) -> None:
    """The dot of a walkout that only posts name."""
    ink = Ink(colours.PAPER, colours.deep(COLOUR), radius / 4, layer=4)
    pen.stamp(CIRCLE, at, radius * 0.72, ink)


def _names_wide(work: Work, box: Box, names: Sequence[str]) -> float:
    """The room that names take, with some space after them."""
    face = Face(work.preset.small)
    widest = max((width(plate.one_line(name, face, box.width), face) for name in names), default=0)
    return min(widest + face.size, box.width * NAMES)


def _head(work: Work) -> float:
    """The room over the rows: a date in two lines, in three where columns may be narrow."""
    return Face(work.preset.small).leading * (2.6 if work.preset.is_side else 3.6)


def _paint(pen: Pen, box: Box, work: Work, shown: Grid) -> None:
    """Days across, campuses down in order of their first day."""
    size = work.preset.small
    face = Face(size)
    wide = _names_wide(work, box, shown.names)
    left = box.left + wide
    step = min((box.right - left) / len(shown.columns), size * WIDEST)
    tall = min((box.height - _head(work)) / len(shown.names), size * MOST)
    top = box.top - _head(work)
    right = left + step * len(shown.columns)
    for row, name in enumerate(shown.names):
        y = top - (row + 0.5) * tall
        text = plate.one_line(name, face, wide - size / 2)
        pen.text((box.left, y - size * 0.34), text, face, colours.TEXT, gid="campus")
        plate.level(pen, y - tall / 2, (box.left, right), work.preset.hair)
        for column, day in enumerate(shown.columns):
            if (name, day) in shown.dots:
                dot = _open if shown.dots[name, day] else _full
                radius = min(work.preset.body * DOT, tall * DOT, step * DOT)
                dot(pen, (left + (column + 0.5) * step, y), radius)
    plate.level(pen, top, (box.left, right), work.preset.hair)
    _dates(pen, work, shown, (left, top, step))


def _dates(pen: Pen, work: Work, shown: Grid, at: tuple[float, float, float]) -> None:
    """A date over each column, or over as many as have room."""
    left, top, step = at
    face, t = Face(work.preset.small), work.t
    texts: list[Sequence[str]] = [plate.dated(day, shown.unit, t) for day in shown.columns]
    if _widest(texts, face) > step and not work.preset.is_side:
        texts = [" ".join(text).split() for text in texts]
    every = max(1, -int(-_widest(texts, face) // step))
    for column, text in enumerate(texts):
        x = left + (column + 0.5) * step
        if column % every == 0:
            for row, part in enumerate(reversed(text)):
                spot = (x, top + face.size * 0.4 + row * face.leading)
                pen.text(spot, part, face, colours.FAINT, ha="center", gid="date")
    _years(pen, work, shown, at)


def _widest(texts: Sequence[Sequence[str]], face: Face) -> float:
    """The room that the widest line of the dates takes."""
    return max(width(part, face) for text in texts for part in text) + face.size * 0.4


def _years(pen: Pen, work: Work, shown: Grid, at: tuple[float, float, float]) -> None:
    """A line between the columns of two years."""
    left, top, step = at
    face = Face(work.preset.small)
    for column, (before, after) in enumerate(pairwise(shown.columns), start=1):
        if before.year != after.year:
            x, foot = left + column * step, top - work.preset.gap
            plate.upright(pen, x, (foot, top + face.leading * 2), work.preset.hair * 2)
