"""Days across a picture: as days, weeks, months or years, with long empty stretches cut out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from mapper.figure.pen import Box
from mapper.model import Window

# An empty stretch of more days than this is cut out, and the cut is seen.
MOST_EMPTY = 21
UNITS = ("day", "week", "month", "year")
DAY = timedelta(days=1)


class Bin(NamedTuple):
    """Days that are one column, with its edges in points."""

    first: date
    last: date
    left: float
    right: float


class Cut(NamedTuple):
    """Days that are left out, all of them empty, with the edges of the gap in points."""

    days: int
    left: float
    right: float


@dataclass(frozen=True)
class Axis:
    """Columns of one unit (of :data:`UNITS`), from left to right, and the cuts between them."""

    unit: str
    bins: Sequence[Bin]
    cuts: Sequence[Cut]

    def at(self, day: date) -> int | None:
        """The column of a day; ``None`` where it is cut out."""
        held = (at for at, found in enumerate(self.bins) if found.first <= day <= found.last)
        return next(held, None)

    def reach(self, window: Window) -> tuple[float, float]:
        """From where to where some days go, as far as they are on the axis."""
        inside = [b for b in self.bins if b.first <= window.last and b.last >= window.first]
        return (inside[0].left, inside[-1].right) if inside else (0.0, 0.0)


def of(busy: Iterable[Window], box: Box, sizes: tuple[float, float, float]) -> Axis:
    """The finest columns that have room.

    Args:
        busy: days on which something was or may have been.
        box: from its left to its right edge.
        sizes: the narrowest and the widest column, and the width of a cut, in points.
    """
    least, most, cut = sizes
    held = _merged(busy)
    for unit in UNITS:
        runs = [_bins(run, unit) for run in _merged(_widened(held, unit))]
        count = sum(map(len, runs))
        room = box.width - cut * (len(runs) - 1)
        if count * least <= room or unit == UNITS[-1]:
            break
    return _placed(unit, runs, box.left, (min(most, room / max(1, count)), cut))


def _merged(windows: Iterable[Window]) -> list[Window]:
    """Windows with what is less than :data:`MOST_EMPTY` days apart as one, in order."""
    found: list[Window] = []
    for first, last in sorted(windows):
        if found and (first - found[-1].last).days <= MOST_EMPTY + 1:
            found[-1] = Window(found[-1].first, max(found[-1].last, last))
        else:
            found.append(Window(first, last))
    return found


def start(day: date, unit: str) -> date:
    """The first day of the unit that a day is in; weeks begin on Monday."""
    match unit:
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "year":
            return day.replace(month=1, day=1)
        case _:
            return day


def _next(day: date, unit: str) -> date:
    """The first day of the next unit."""
    step = {"day": 1, "week": 7, "month": 31, "year": 366}[unit]
    return start(start(day, unit) + timedelta(days=step), unit)


def _widened(windows: Iterable[Window], unit: str) -> list[Window]:
    """Windows of whole units."""
    return [Window(start(a, unit), _next(b, unit) - DAY) for a, b in windows]


def _bins(run: Window, unit: str) -> list[Window]:
    """The units of a window."""
    starts = [run.first]
    while (following := _next(starts[-1], unit)) <= run.last:
        starts.append(following)
    return [Window(a, b - DAY) for a, b in pairwise([*starts, run.last + DAY])]


def _placed(
    unit: str, runs: Sequence[Sequence[Window]], left: float, sizes: tuple[float, float]
) -> Axis:
    """The columns side by side, with the cuts between the runs."""
    wide, cut = sizes
    bins: list[Bin] = []
    cuts: list[Cut] = []
    for run in runs:
        if bins:
            cuts.append(Cut((run[0].first - bins[-1].last).days - 1, left, left + cut))
            left += cut
        for days in run:
            bins.append(Bin(*days, left, left + wide))
            left += wide
    return Axis(unit, bins, cuts)
