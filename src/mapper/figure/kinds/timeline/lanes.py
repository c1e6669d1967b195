"""What a line of time shows: the days across, a lane for each kind, spans that do not touch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from mapper import describe
from mapper.catalog.schema import KINDS
from mapper.figure import axis
from mapper.figure.axis import Axis
from mapper.figure.pen import Box
from mapper.figure.text import Face
from mapper.figure.work import Work
from mapper.i18n import Words
from mapper.model import Window

# Of the smallest type: the narrowest and the widest column, and a cut in the days.
LEAST, MOST, CUT = 0.16, 6.0, 4.4
Span = tuple[Window, int]


@dataclass(frozen=True)
class Lane:
    """One kind: how many events each column has, and the spans of days with how many in each."""

    kind: str
    counts: Mapping[int, int]
    spans: Sequence[Span]

    @property
    def tallest(self) -> int:
        """The events of its tallest column."""
        return max(self.counts.values(), default=0)

    @property
    def total(self) -> int:
        """All of its events."""
        return sum(self.counts.values()) + sum(count for _, count in self.spans)


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


def across(work: Work, box: Box) -> Axis:
    """The days across the picture."""
    small = work.preset.small
    return axis.of(_windows(work), box, (small * LEAST, small * MOST, small * CUT))


def of(work: Work, line: Axis) -> list[Lane]:
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


def _spans(rows: pd.DataFrame) -> list[Span]:
    """The events of the same several days together, in order."""
    counts: dict[Window, int] = {}
    for days in sorted(rows["days"]):
        counts[days] = counts.get(days, 0) + 1
    return list(counts.items())


def stacked(spans: Sequence[Span], line: Axis, face: Face) -> list[list[Span]]:
    """Spans in as few rows as hold them apart."""
    rows: list[list[Span]] = []
    for span in spans:
        left = line.reach(span[0])[0]
        free = (row for row in rows if line.reach(row[-1][0])[1] + face.size / 2 < left)
        row = next(free, None)
        if row is None:
            rows.append([span])
        else:
            row.append(span)
    return rows


def told(work: Work, line: Axis) -> Iterator[str]:
    """Each lane in words: how many events each column has, and how many fell within some days."""
    t = work.t
    for lane in of(work, line):
        counts = [
            (t.window(Window(*line.bins[at][:2])), lane.counts[at]) for at in sorted(lane.counts)
        ]
        spans = [(_between(days, t), count) for days, count in lane.spans]
        parts = "; ".join(f"{when}: {t.number(count)}" for when, count in [*counts, *spans])
        yield f"{t(describe.KIND_PLURALS[lane.kind]).capitalize()}: {parts}."


def _between(days: Window, t: Words) -> str:
    """Some days of which one was meant."""
    return t("between {first} and {last}", first=t.day(days.first), last=t.day(days.last))
