"""The rows of a line of time: columns of events, spans of days, numbers and dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np

from mapper import describe
from mapper.figure import colours, plate
from mapper.figure.axis import Axis, Bin
from mapper.figure.kinds.timeline import lanes
from mapper.figure.kinds.timeline.lanes import Lane, Span
from mapper.figure.pen import Box, Ink, Pen
from mapper.figure.text import Face, width
from mapper.figure.work import Work
from mapper.layers.style import COLOURS

PALE = 0.28  # of the colour, in a span
SPAN = 1.15  # of the smallest type: how tall a row of spans is
COLUMNS = 0.75  # the share of the room that names and spans may take from the columns
PEAKS = 3  # so many of the tallest columns have their date for sure
BLOCKS = 3.0  # points: a column of taller events shows each of them


class Row(NamedTuple):
    """A lane with its spans in rows that do not touch, as many rows as have room."""

    lane: Lane
    spans: Sequence[Sequence[Span]]

    @property
    def lost(self) -> int:
        """Events whose spans have no room."""
        kept = sum(count for row in self.spans for _, count in row)
        return sum(count for _, count in self.lane.spans) - kept

    def over(self, face: Face) -> float:
        """The room for its name, and for the numbers over its columns where it has any."""
        return face.leading * (1.9 if self.lane.tallest > 1 else 1.2)

    def under(self, face: Face) -> float:
        """The room for its spans, and for some space."""
        return face.size * (SPAN * len(self.spans) + 0.5)


def paint(pen: Pen, box: Box, work: Work, line: Axis) -> None:
    """The rows from above to below, and the days under them."""
    face = Face(work.preset.small)
    room = box.height - face.leading * 2
    found = _fitting(lanes.of(work, line), line, face, room)
    flat = sum(row.over(face) + row.under(face) for row in found)
    tallest = max(1, sum(row.lane.tallest for row in found))
    unit = min(max(0.0, room - flat) / tallest, work.preset.body * 1.4)
    top = box.top
    for row in found:
        top = _row(pen, box._replace(top=top), work, (row, line, unit))
    _days(pen, box._replace(top=top), work, (line, _peaks(found)))


def _fitting(found: Sequence[Lane], line: Axis, face: Face, room: float) -> list[Row]:
    """The lanes with as many rows of spans as leave room for columns."""
    every = [Row(lane, lanes.stacked(lane.spans, line, face)) for lane in found]
    most = max((len(row.spans) for row in every), default=0)
    while most and sum(row.over(face) + row.under(face) for row in every) > room * COLUMNS:
        most -= 1
        every = [row._replace(spans=row.spans[:most]) for row in every]
    return every


def _row(pen: Pen, box: Box, work: Work, what: tuple[Row, Axis, float]) -> float:
    """One kind: its name, its columns, its spans; gives where the next begins."""
    row, line, unit = what
    lane, face = row.lane, Face(work.preset.small)
    colour = colours.deep(COLOURS[lane.kind])
    _name(pen, box, work, row)
    base = box.top - row.over(face) - lane.tallest * unit
    for at, count in lane.counts.items():
        _column(pen, line.bins[at], (base, count, unit), colour)
    for left, right in _runs(line):
        plate.level(pen, base, (left, right), work.preset.hair * 1.5)
    for cut in line.cuts:
        _dots(pen, base, (cut.left, cut.right), work.preset.hair * 1.5)
    _numbers(pen, lane, line, (base, unit, face))
    for at, spans in enumerate(row.spans):
        foot = base - face.size * SPAN * (at + 1)
        for days, count in spans:
            _span(pen, line.reach(days), (foot, count, face), (colour, work))
    return base - row.under(face)


def _name(pen: Pen, box: Box, work: Work, row: Row) -> None:
    """The name of a kind, how many events it has, and what of them has no room."""
    t, face = work.t, Face(work.preset.small, is_bold=True)
    name = t(describe.KIND_PLURALS[row.lane.kind])
    text = f"{name[0].upper()}{name[1:]}: {t.number(row.lane.total)}"
    if row.lost:
        text += t(
            " ({count} of them on days not known, without room here)", count=t.number(row.lost)
        )
    text = plate.one_line(text, face, box.width)
    pen.text((box.left, box.top - face.size), text, face, colours.TEXT, gid="kind")


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
        side: Literal["center", "left"] = "center" if inside else "left"
        pen.text(spot, text, face, colours.TEXT, ha=side, gid="count")


def _days(pen: Pen, box: Box, work: Work, what: tuple[Axis, Sequence[int]]) -> None:
    """Dates under the rows, as many as have room, and how long the cuts are."""
    (line, peaks), face, t = what, Face(work.preset.small), work.t
    taken: list[tuple[float, float]] = []
    for days in _worth(line, peaks):
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


def _peaks(found: Sequence[Row]) -> list[int]:
    """The columns with the most events of all kinds, the tallest first."""
    counts: Counter[int] = Counter()
    for row in found:
        counts.update(row.lane.counts)
    return sorted(counts, key=lambda at: (-counts[at], at))[:PEAKS]


def _worth(line: Axis, peaks: Sequence[int]) -> list[Bin]:
    """The columns in the order in which they earn a date.

    The tallest, then where a run begins or ends, then the first of a month, then the others.
    """
    edges = {cut.right for cut in line.cuts} | {line.bins[0].left}
    ends = {cut.left for cut in line.cuts} | {line.bins[-1].right}

    def rank(days: Bin) -> tuple[bool, bool, bool, float]:
        return days.left not in edges, days.right not in ends, days.first.day != 1, days.left

    return [*(line.bins[at] for at in peaks), *sorted(line.bins, key=rank)]


def column_icon(pen: Pen, at: tuple[float, float], radius: float) -> None:
    """A column of events."""
    x, y = at
    box = Box(x - radius * 0.35, y - radius * 0.8, x + radius * 0.35, y + radius * 0.8)
    pen.box(box, Ink(colours.MIXED, layer=3))


def span_icon(pen: Pen, at: tuple[float, float], radius: float) -> None:
    """A pale bar."""
    x, y = at
    _pale(pen, Box(x - radius, y - radius * 0.45, x + radius, y + radius * 0.45), colours.MIXED)


def dots_icon(pen: Pen, at: tuple[float, float], radius: float) -> None:
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
