"""The totals of a selection with all that stands behind them, as plain values for files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from mapper import areas, select, totals
from mapper.areas import Area
from mapper.model import Filters
from mapper.totals import Crowd, Totals, account
from mapper.totals.codebooks import CODEBOOKS, OURS, reread


@dataclass(frozen=True)
class Selection:
    """What totals are of: the reader's filters, an area if not everywhere, and a codebook."""

    filters: Filters = field(default_factory=Filters)
    area: Area | None = None
    rules: str = OURS


def rows(frame: pd.DataFrame, wanted: Selection) -> pd.DataFrame:
    """The rows of a selection, their sizes as its codebook reads them."""
    return areas.within(select.matching(reread(frame, wanted.rules), wanted.filters), wanted.area)


def of(frame: pd.DataFrame, wanted: Selection) -> Totals:
    """The totals of a selection of :func:`mapper.select.joined`."""
    return totals.of(rows(frame, wanted))


def by_rules(frame: pd.DataFrame, wanted: Selection) -> dict[str, Crowd]:
    """The crowd of a selection under each codebook."""
    chosen = areas.within(select.matching(frame, wanted.filters), wanted.area)
    return {name: totals.crowd(reread(chosen, name)) for name in CODEBOOKS}


def plain(frame: pd.DataFrame, wanted: Selection) -> dict[str, Any]:
    """The totals, and what was counted and left out, as values that JSON can hold.

    ``counted`` has the rows that are events, with the size that each adds (``None``: it adds none,
    ``crowd`` says why). ``left_out`` has the rows of these dates and this area that are no events,
    and the earlier protests; ``elsewhere`` counts all other rows by reason.
    """
    found = of(frame, wanted)
    told = account.of(reread(frame, wanted.rules), wanted.filters, wanted.area)
    near = told[~told["event"].isin(account.OUTSIDE[1:])]
    is_event = near["event"] == ""
    window = wanted.filters.window
    return {
        "from": window.first.isoformat() if window else None,
        "to": window.last.isoformat() if window else None,
        "area": wanted.area.name if wanted.area else None,
        "level": wanted.area.level if wanted.area else None,
        "rules": wanted.rules,
        **numbers(found),
        "by_rules": {name: _crowd(one) for name, one in by_rules(frame, wanted).items()},
        "counted": list(_counted(near[is_event])),
        "left_out": list(_left_out(near[~is_event])),
        "elsewhere": _elsewhere(told),
    }


def numbers(found: Totals) -> dict[str, Any]:
    """The numbers of totals by name."""
    window = found.window
    return {
        "events": found.events,
        "walkouts": found.walkouts,
        "places": found.places,
        "cities": found.cities,
        "campuses": found.campuses,
        "days": found.days,
        "crowd": _crowd(found.crowd),
        "arrests": _crowd(found.arrests),
        "first_day": window.first.isoformat() if window else None,
        "last_day": window.last.isoformat() if window else None,
    }


def _crowd(crowd: Crowd) -> dict[str, int | None]:
    """A range and how many of how many it rests on."""
    low, high = crowd.size
    return {"low": low, "high": high, "known": crowd.sized, "of": crowd.crowds}


def _counted(told: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The events, each with what it adds to the crowd."""
    for row in told.to_dict("records"):
        low, high = (None if pd.isna(row[end]) else int(row[end]) for end in ("low", "high"))
        yield {
            "event_id": row["event_id"],
            "crowd": row["crowd"] or "counted",
            "low": low,
            "high": high,
            "same_crowd_as": row["with"] if row["crowd"] == "same_crowd" else None,
        }


def _left_out(told: pd.DataFrame) -> Iterator[dict[str, str]]:
    """The rows that are no events; a series whose size stands for its events says so."""
    for row in told.to_dict("records"):
        yield {
            "event_id": row["event_id"],
            "reason": row["event"],
            "crowd": row["crowd"] or "counted",
        }


def _elsewhere(told: pd.DataFrame) -> dict[str, int]:
    """How many rows are outside the selection, by reason."""
    counts = told["event"].value_counts()
    return {reason: int(counts.get(reason, 0)) for reason in account.OUTSIDE[1:]}
