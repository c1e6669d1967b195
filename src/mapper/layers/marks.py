"""Events to the rows that the layers draw: one row a place, one row a leg of a route."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

import pandas as pd

from mapper import describe, select
from mapper.i18n import Words
from mapper.layers.style import COLOURS, GLYPH, INK, MIXED, PAPER, TONES, Theme, rgba
from mapper.model import LADDER

# Known only to an area: an open mark in a disc of the true radius, never a filled dot.
AREAS = ("street", "neighborhood", "city", "county")
RINGED = ("campus", "landmark")
MARK_PX, OPEN_PX, GLYPH_PX, DIGIT_PX = 9.0, 15.0, 11, 15
MANY = 10
NOTHING = (0, 0, 0, 0)
COLOURED = ("fill", "edge", "ink", "disc", "disc_edge", "halo", "ring", "open_ink")
# A crowd of 1,000 is a circle of 18 px; area grows with the crowd, up to a fifth of the screen.
PX_PER_ROOT, MOST_PX = 18 / math.sqrt(1000), 60.0
MOST_LINES = 5

Rows = list[dict[str, object]]


def places(frame: pd.DataFrame, chosen: pd.DataFrame, t: Words, theme: Theme) -> Rows:
    """One row a place, in an order that no filter changes.

    Args:
        frame: all rows of :func:`mapper.select.joined`.
        chosen: those that are to be seen; the other places keep their rows.
        t: the reader's language, for the hover card.
        theme: light or dark.

    Returns:
        Rows with ``place_id``, ``lon``, ``lat`` (WGS 84 degrees), ``ids`` (events, in time),
        ``tip`` (escaped HTML) and the look of the mark: all sizes 0 where nothing is to be seen.
    """
    every = sorted(select.on_map(frame).to_dict("records"), key=order)
    seen = set(select.on_map(chosen)["event_id"])
    groups = (list(rows) for _, rows in groupby(every, key=itemgetter("place_id")))
    return [
        _place([row for row in rows if row["event_id"] in seen], rows[0], t, theme)
        for rows in groups
    ]


def order(row: describe.Row) -> tuple[int, str]:
    """Areas first, so that they lie under the marks of known places."""
    return (-LADDER.index(row["precision"]), row["place_id"])


def opened(rows: Rows, event: str, theme: Theme) -> Rows:
    """The same rows with a ring around the place of the open event."""
    ring: dict[str, object] = {"open_px": OPEN_PX, "open_ink": rgba(INK[theme])}
    return [row | ring if event and event in _ids(row) else row for row in rows]


def circles(rows: Rows) -> Rows:
    """The circles around the marks: high end of the crowd, its middle, and the open event."""
    return [
        {
            "lon": row["lon"],
            "lat": row["lat"],
            "px": row[px],
            "fill": fill,
            "edge": edge,
            "edge_px": w,
        }
        for row in rows
        for px, fill, edge, w in (
            ("high_px", NOTHING, row["ring"], 1),
            ("mid_px", row["halo"], NOTHING, 0),
            ("open_px", NOTHING, row["open_ink"], 3),
        )
        if row[px]
    ]


def _ids(row: dict[str, object]) -> Sequence[str]:
    """The events at a place."""
    ids = row["ids"]
    return ids if isinstance(ids, list) else []


def _place(
    events: Sequence[describe.Row], place: describe.Row, t: Words, theme: Theme
) -> dict[str, object]:
    """The row of one place; empty but for its position where nothing of it is to be seen."""
    if not events:
        return _hidden(place)
    kinds = {str(event["kind"]) for event in events}
    row: dict[str, object] = {
        "place_id": place["place_id"],
        "lon": float(place["lon"]),
        "lat": float(place["lat"]),
        "ids": [event["event_id"] for event in events],
    }
    kind = kinds.pop() if len(kinds) == 1 else ""
    colour = COLOURS.get(kind, MIXED[theme])
    alpha = max(TONES[str(event["confidence"])] for event in events)
    count = len(events)
    return row | {
        "glyph": GLYPH[kind] if count == 1 else _digit(count),
        "glyph_px": GLYPH_PX if count == 1 else DIGIT_PX if count else 0,
        "mark_px": MARK_PX if count else 0,
        "open_px": 0,
        "open_ink": NOTHING,
        "tip": _tip(events, t),
        **_look(str(place["precision"]), colour, alpha, theme),
        **_disc(place, colour),
        **_crowd(events, colour),
    }


def _hidden(place: describe.Row) -> dict[str, object]:
    """The row of a place of which nothing is to be seen: it keeps its number, and draws nothing."""
    nothing = dict.fromkeys(COLOURED, NOTHING)
    sizes = dict.fromkeys(
        ("glyph_px", "mark_px", "open_px", "edge_px", "disc_m", "mid_px", "high_px"), 0
    )
    where = {"place_id": place["place_id"], "lon": float(place["lon"]), "lat": float(place["lat"])}
    return where | {"ids": [], "glyph": "other", "tip": ""} | nothing | sizes


def _digit(count: int) -> str:
    """The sprite's picture of a count."""
    return str(count) if count < MANY else "9+"


def _look(precision: str, colour: str, alpha: int, theme: Theme) -> dict[str, object]:
    """Outline and fill say how finely the place is known; tone says how sure the report is."""
    if precision in AREAS:
        return {
            "fill": rgba(PAPER[theme]),
            "edge": rgba(colour, alpha),
            "edge_px": 2,
            "ink": rgba(colour),
        }
    ring = rgba("#ffffff") if precision in RINGED else rgba(INK[theme])
    return {
        "fill": rgba(colour, alpha),
        "edge": ring,
        "edge_px": 2 if precision in RINGED else 1,
        "ink": rgba("#ffffff"),
    }


def _disc(place: describe.Row, colour: str) -> dict[str, object]:
    """The circle of uncertainty, for what is known only to an area."""
    is_area = place["precision"] in AREAS
    return {
        "disc_m": float(place["uncertainty_m"]) if is_area else 0,
        "disc": rgba(colour, 14),
        "disc_edge": rgba(colour, 70 if is_area else 0),
    }


def _crowd(events: Sequence[describe.Row], colour: str) -> dict[str, object]:
    """Circles for the largest crowd at the place; none where no size is known."""
    mid, high = crowd(events)
    return {
        "mid_px": _px(mid),
        "high_px": _px(high),
        "halo": rgba(colour, 60),
        "ring": rgba(colour, 150 if high else 0),
    }


def crowd(events: Sequence[describe.Row]) -> tuple[float, float]:
    """The middle and the high end of the largest crowd of some events; 0 where none is known."""
    ranges = [describe.size_range(event) for event in events]
    highs = [size.high if size.high is not None else size.low for size in ranges]
    mids = [
        ((size.low or 0) + high) / 2
        for size, high in zip(ranges, highs, strict=True)
        if high is not None
    ]
    return max(mids, default=0), max((high for high in highs if high is not None), default=0)


def _px(people: float) -> float:
    """The radius of a crowd's circle, outside the mark itself."""
    return round(min(MOST_PX, MARK_PX + PX_PER_ROOT * math.sqrt(people)), 1) if people else 0


def _tip(events: Sequence[describe.Row], t: Words) -> str:
    """The hover card, with everything that comes from data escaped."""
    head = html.escape(describe.where(events[0], t))
    lines = [
        f"<b>{html.escape(describe.title(event, t))}</b><br>{html.escape(describe.when(event, t))}"
        f" · {html.escape(describe.size(event, t))}"
        for event in events[:MOST_LINES]
    ]
    more = len(events) - MOST_LINES
    if more > 0:
        lines.append(html.escape(t.n("and {count} more", "and {count} more", more)))
    return "<br>".join([*lines, f"<i>{head}</i>"])
