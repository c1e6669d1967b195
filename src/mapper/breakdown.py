"""Per-city tables of a selection."""

from __future__ import annotations

import pandas as pd

from mapper import select, totals
from mapper.model import Window

COLUMNS = (
    "area",
    "events",
    "walkouts",
    "campuses",
    "low",
    "high",
    "sized",
    "crowds",
    "first",
    "last",
    "listed_only",
    "months",
)


def cities(frame: pd.DataFrame, window: Window) -> pd.DataFrame:
    """One row a city or unincorporated community, most events first.

    Args:
        frame: rows of :func:`mapper.select.joined`.
        window: the span that ``months`` covers.

    Returns:
        ``area``; ``events``, ``walkouts``, ``campuses`` (int); the crowd once as ``low``, ``high``
        (nullable), ``sized`` of ``crowds``; ``first`` and ``last`` day; ``listed_only`` (known
        from a list of names alone); ``months``: events per month as a list of int, an event of
        several months in each of them.
    """
    known = frame[frame["area"] != ""]
    own = select.counted(known)
    walkouts = own[own["kind"] == "walkout"]
    campuses = walkouts[walkouts["precision"] == "campus"]
    groups = own.assign(listed=own["record_type"] == "listed").groupby("area")
    table = groups.agg(
        events=("event_id", "size"),
        first=("date_start", "min"),
        last=("date_end", "max"),
        listed_only=("listed", "all"),
    )
    table = table.assign(
        walkouts=walkouts["area"].value_counts(),
        campuses=campuses.groupby("area")["place_id"].nunique(),
        months=_months(own, window),
    ).join(totals.crowds(known, known["area"]))
    counts = ["walkouts", "campuses", "sized", "crowds"]
    table[counts] = table[counts].fillna(0).astype(int)
    table = table.reset_index()[list(COLUMNS)]
    return table.sort_values(["events", "area"], ascending=[False, True], ignore_index=True)


def months(window: Window) -> pd.PeriodIndex:
    """The months that a window touches."""
    return pd.period_range(window.first, window.last, freq="M")


def _months(own: pd.DataFrame, window: Window) -> pd.Series:
    """Events per month of the window, a list for each area."""
    first, last = own["date_start"].dt.to_period("M"), own["date_end"].dt.to_period("M")
    hits = pd.DataFrame({str(m): (first <= m) & (last >= m) for m in months(window)})
    sums = hits.groupby(own["area"]).sum()
    return pd.Series(sums.to_numpy().tolist(), index=sums.index)
