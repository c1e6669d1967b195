"""Events in time, a row for each kind: columns of events, and what is known only to some days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from mapper import describe
from mapper.catalog.schema import KINDS
from mapper.figure import axis, colours, plate, words
from mapper.figure.axis import Axis, Bin
from mapper.figure.legend import Key
from mapper.figure.pen import Box, Ink, Pen
from mapper.figure.plate import Said
from mapper.figure.sheet import Sheet
from mapper.figure.spec import Drawn
from mapper.figure.text import Face, width
from mapper.figure.work import Work
from mapper.i18n import N_
from mapper.layers.style import COLOURS
from mapper.model import Window

HEADLINE = N_("Events, day by day")
UNITS = {
    "week": N_("Each column is a week."),
    "month": N_("Each column is a month."),
    "year": N_("Each column is a year."),
}
PALE = 0.28
# Of the smallest type: the narrowest and the widest column, and a cut in the days.
LEAST, MOST, CUT = 0.16, 6.0, 4.4
BLOCKS = 3.0  # points: a column of taller events shows each of them


@dataclass(frozen=True)
class Lane:
    """One kind: how many events each column has, and the spans of days with how many in each."""

    kind: str
    counts: Mapping[int, int]
    spans: Sequence[tuple[Window, int]]

    @property
    def tallest(self) -> int:
        """The events of its tallest column."""
        return max(self.counts.values(), default=0)

    @property
    def total(self) -> int:
        """All of its events."""
        return sum(self.counts.values()) + sum(count for _, count in self.spans)


def draw(work: Work) -> Drawn:
    """The rows, their words, and the same as text."""
    page, said, line = _laid(work)
    if line is None:
        plate.empty(page, work, work.t("No event on these dates."))
    else:
        _paint(page.pen, page.picture, work, line)
    return plate.finished(work, page, said, work.events)


def _laid(work: Work) -> tuple[Sheet, Said, Axis | None]:
    """The sheet with its words, and the days across it.

    What the columns mean is said around the picture, and depends on how wide it is.
    """
    said = _said(work, "day")
    page = plate.laid(work, said, _keys(work))
    if work.rows.empty:
        return page, said, None
    line = _axis(work, page.picture)
    said = _said(work, line.unit)
    page = plate.laid(work, said, _keys(work, is_cut=bool(line.cuts)))
    return page, said, _axis(work, page.picture)


def _said(work: Work, unit: str) -> Said:
    """The words of the figure."""
    t = work.t
    notes = [t(UNITS[unit])] if unit in UNITS else []
    told = [words.events(work.rows, t)]
    return Said(t(HEADLINE), words.sentence(work), notes, told)


def _windows(work: Work) -> pd.Series:
    """The days of each event, as far as they are in the dates that were asked for."""
    asked = work.spec.filters.window
    rows = work.rows
    found = [
        Window(a.date(), b.date())
        for a, b in zip(rows["date_start"], rows["date_end"], strict=True)
    ]
    recalled = (rows["record_type"] == "historical").tolist()
    if asked:
        found = [
            days if old else Window(max(days.first, asked.first), min(days.last, asked.last))
            for days, old in zip(found, recalled, strict=True)
        ]
    return pd.Series(found, index=rows.index, dtype=object)


def _axis(work: Work, box: Box) -> Axis:
    """The days across the picture."""
    small = work.preset.small
    return axis.of(_windows(work), box, (small * LEAST, small * MOST, small * CUT))


def _lanes(work: Work, line: Axis) -> list[Lane]:
    """A lane for each kind that there is, in the order of the codebook."""
    rows = work.rows.assign(days=_windows(work))
    # an event of several days is a span, however few of them are in the dates
    rows = rows.assign(is_day=rows["date_start"] == rows["date_end"])
    return [
        Lane(kind, _columns(own[own["is_day"]], line), _spans(own[~own["is_day"]]))
        for kind in KINDS
        if len(own := rows[rows["kind"] == kind])
    ]


def _columns(rows: pd.DataFrame, line: Axis) -> dict[int, int]:
    """How many events of known days are in each column."""
    found: dict[int, int] = {}
    for days in rows["days"]:
        at = line.at(days.first)
        if at is not None:
            found[at] = found.get(at, 0) + 1
    return found


def _spans(rows: pd.DataFrame) -> list[tuple[Window, int]]:
    """The events of the same several days together, in order."""
    counts: dict[Window, int] = {}
    for days in sorted(rows["days"]):
        counts[days] = counts.get(days, 0) + 1
    return list(counts.items())


def _keys(work: Work, *, is_cut: bool = False) -> list[Key]:
    """What the rows mean."""
    t, rows = work.t, work.rows
    is_day = rows["date_start"] == rows["date_end"]
    keys = []
    if is_day.any():
        keys.append(Key(t("column: events of that day"), _column_icon))
    if (~is_day).any():
        keys.append(Key(t("pale: on one of these days; its number: so many events"), _span_icon))
    if is_cut:
        keys.append(Key(t("dots: days without an event are left out"), _dots_icon))
    return keys


def _column_icon(pen: Pen, at: tuple[float, float], radius: float) -> None:
    """A column of events."""
    x, y = at
    box = Box(x - radius * 0.35, y - radius * 0.8, x + radius * 0.35, y + radius * 0.8)
    pen.box(box, Ink(colours.MIXED, layer=3))


def _span_icon(pen: Pen, at: tuple[float, float], radius: float) -> None:
    """A pale bar."""
    x, y = at
    _pale(pen, Box(x - radius, y - radius * 0.45, x + radius, y + radius * 0.45), colours.MIXED)


def _dots_icon(pen: Pen, at: tuple[float, float], radius: float) -> None:
    """Days that are left out."""
    _dots(pen, at[1], (at[0] - radius, at[0] + radius), radius / 6)


def _dots(pen: Pen, y: float, ends: tuple[float, float], thick: float) -> None:
    """A dotted line across."""
    line = np.array([(ends[0], y), (ends[1], y)])
    ink = Ink(edge=colours.FAINT, line=thick, layer=2, dash=(1, 3))
    pen.lines([line], ink)


def _pale(pen: Pen, box: Box, colour: str) -> None:
    """Days of which one was meant."""
    fill = colours.mixed(colour, colours.PAPER, PALE)
    pen.box(box, Ink(fill, colours.deep(colour), 0.6 * box.height / 10, layer=3))


def _paint(pen: Pen, box: Box, work: Work, line: Axis) -> None:
    """The rows from above to below, and the days under them."""
    face = Face(work.preset.small)
    lanes = [(lane, _stacked(lane.spans, line, face)) for lane in _lanes(work, line)]
    foot = box.bottom + face.leading * 2
    flat = sum(_over(lane, face) + _under(rows, face) for lane, rows in lanes)
    tallest = max(1, sum(lane.tallest for lane, _ in lanes))
    unit = min((box.top - foot - flat) / tallest, work.preset.body * 1.4)
    top = box.top
    for lane, rows in lanes:
        top = _lane(pen, box._replace(top=top), work, (lane, rows, line, unit))
    _days(pen, box._replace(top=top), work, line)


def _over(lane: Lane, face: Face) -> float:
    """The room for the name of a lane, and for the numbers over its columns where it has any."""
    return face.leading * (1.9 if lane.tallest > 1 else 1.2)


def _under(rows: Sequence[Any], face: Face) -> float:
    """The room for the spans of a lane, and for some space."""
    return face.size * (1.15 * len(rows) + 0.5)


def _stacked(
    spans: Sequence[tuple[Window, int]], line: Axis, face: Face
) -> list[list[tuple[Window, int]]]:
    """Spans in as few rows as hold them apart."""
    rows: list[list[tuple[Window, int]]] = []
    for span in spans:
        left = line.reach(span[0])[0]
        free = (row for row in rows if line.reach(row[-1][0])[1] + face.size / 2 < left)
        row = next(free, None)
        if row is None:
            rows.append([span])
        else:
            row.append(span)
    return rows


def _lane(pen: Pen, box: Box, work: Work, what: tuple[Lane, Any, Axis, float]) -> float:
    """One kind: its name, its columns, its spans; gives where the next begins."""
    lane, rows, line, unit = what
    face = Face(work.preset.small)
    colour = colours.deep(COLOURS[lane.kind])
    name = work.t(describe.KIND_PLURALS[lane.kind])
    bold = Face(face.size, is_bold=True)
    text = f"{name[0].upper()}{name[1:]}: {work.t.number(lane.total)}"
    pen.text((box.left, box.top - face.size), text, bold, colours.TEXT, gid="kind")
    base = box.top - _over(lane, face) - lane.tallest * unit
    for at, count in lane.counts.items():
        _column(pen, line.bins[at], (base, count, unit), colour)
    for left, right in _runs(line):
        plate.level(pen, base, (left, right), work.preset.hair * 1.5)
    for cut in line.cuts:
        _dots(pen, base, (cut.left, cut.right), work.preset.hair * 1.5)
    _numbers(pen, lane, line, (base, unit, face))
    for at, row in enumerate(rows):
        foot = base - face.size * 1.15 * (at + 1)
        for days, count in row:
            _span(pen, line.reach(days), (foot, count, face), (colour, work))
    return base - _under(rows, face)


def _runs(line: Axis) -> list[tuple[float, float]]:
    """From where to where the days go on without a cut."""
    edges = [line.bins[0].left, *(x for cut in line.cuts for x in cut[1:]), line.bins[-1].right]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _column(pen: Pen, days: Bin, what: tuple[float, int, float], colour: str) -> None:
    """The events of a column, one on the other."""
    base, count, unit = what
    pad = (days.right - days.left) * 0.08
    box = Box(days.left + pad, base, days.right - pad, base + count * unit)
    pen.box(box, Ink(colour, layer=3))
    if unit >= BLOCKS:
        for at in range(1, count):
            y = base + at * unit
            line = np.array([(box.left, y), (box.right, y)])
            pen.lines([line], Ink(edge=colours.PAPER, line=unit / 12, layer=4))


def _numbers(pen: Pen, lane: Lane, line: Axis, how: tuple[float, float, Face]) -> None:
    """How many events a column has, where there is room: the taller ones first."""
    base, unit, face = how
    taken: list[tuple[float, float]] = []
    for at, count in sorted(lane.counts.items(), key=lambda item: (-item[1], item[0])):
        days = line.bins[at]
        middle, half = (days.left + days.right) / 2, width(str(count), face) * 0.65
        reach = (middle - half, middle + half)
        near = [
            b for b in lane.counts if line.bins[b].left < reach[1] and line.bins[b].right > reach[0]
        ]
        is_free = all(reach[1] <= a or reach[0] >= b for a, b in taken)
        if count > 1 and is_free and all(lane.counts[b] <= count for b in near):
            middle = min(middle, line.bins[-1].right - half * 0.8)
            spot = (middle, base + count * unit + face.size * 0.2)
            pen.text(spot, str(count), face, colours.TEXT, ha="center", gid="count")
            taken.append(reach)


def _span(
    pen: Pen, reach: tuple[float, float], what: tuple[float, int, Face], how: tuple[str, Work]
) -> None:
    """Some days of which one was meant, with how many events."""
    base, count, face = what
    left, right = reach[0], max(reach[1], reach[0] + face.size * 0.3)
    _pale(pen, Box(left, base, right, base + face.size * 0.9), how[0])
    if count > 1:
        text = how[1].t.number(count)
        inside = width(text, face) < (right - left) * 0.9
        spot = ((left + right) / 2 if inside else right + face.size * 0.2, base + face.size * 0.12)
        ha = "center" if inside else "left"
        pen.text(spot, text, face, colours.TEXT, ha=ha, gid="count")


def _days(pen: Pen, box: Box, work: Work, line: Axis) -> None:
    """Dates under the rows, as many as have room, and how long the cuts are."""
    face, t = Face(work.preset.small), work.t
    taken: list[tuple[float, float]] = []
    for days in _worth(line):
        text, year = plate.dated(days.first, line.unit, t)
        half = max(width(text, face), width(year, face)) / 2
        x = min(max((days.left + days.right) / 2, box.left + half), box.right - half)
        if all(
            x + half + face.size * 0.4 <= a or x - half - face.size * 0.4 >= b for a, b in taken
        ):
            taken.append((x - half, x + half))
            for row, part in enumerate((text, year)):
                spot = (x, box.top - face.size - row * face.leading)
                pen.text(spot, part, face, colours.FAINT, ha="center", gid="date")


def _worth(line: Axis) -> list[Bin]:
    """The columns in the order in which they earn a date: ends of a run, months, the others."""
    edges = {cut.right for cut in line.cuts} | {line.bins[0].left}
    ends = {cut.left for cut in line.cuts} | {line.bins[-1].right}

    def rank(days: Bin) -> tuple[int, float]:
        first = 0 if days.left in edges else 1 if days.right in ends else 2
        return (first if first < 2 else 2 + (days.first.day != 1), days.left)  # noqa: PLR2004

    return sorted(line.bins, key=rank)
