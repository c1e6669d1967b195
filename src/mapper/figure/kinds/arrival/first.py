"""Which campuses first walked out on the chosen dates, by all that is known."""

from __future__ import annotations

import pandas as pd

from mapper import select, spread
from mapper.figure import words
from mapper.figure.work import Work
from mapper.model import Filters, Window


def found(work: Work) -> tuple[pd.DataFrame, list[str]]:
    """The chosen campuses whose first day is among the chosen dates, and what is not shown.

    A first day is looked for in all that is known: on other dates a campus may have been earlier.
    """
    places, t = work.project.places, work.t
    chosen = spread.walkouts(work.rows, places)
    known = _known(work)
    every = spread.campuses(known, places)
    every = every[every["place_id"].isin(chosen["place_id"])]
    first = every[_is_first(every, spread.walkouts(known, places), work.spec.filters.window)]
    count = int((work.rows["kind"] == "walkout").sum())
    hidden = words.without_campus(count - len(chosen), t)
    if later := len(every) - len(first):
        hidden.append(
            t.n(
                "{count} campus that walked out then is not shown: its first day is another.",
                "{count} campuses that walked out then are not shown: their first day is another.",
                later,
            )
        )
    return first.reset_index(drop=True), hidden


def _known(work: Work) -> pd.DataFrame:
    """All events, whatever their dates, their city or how sure they are."""
    asked = Filters(historical=work.spec.filters.historical)
    return select.matching(select.shown(work.project.events), asked)


def _is_first(found: pd.DataFrame, every: pd.DataFrame, dates: Window | None) -> pd.Series:
    """Which campuses walked out on no day before the dates, and first within them."""
    if dates is None:
        return pd.Series(data=True, index=found.index)
    start, end = map(pd.Timestamp, dates)
    over = found["place_id"].map(every.groupby("place_id")["date_end"].min())
    is_before = found["is_dated"] & (found["first"] < start)
    return (over >= start) & (found["first"] <= end) & ~is_before


def walkouts(work: Work, campuses: pd.DataFrame) -> pd.DataFrame:
    """The chosen walkouts at some campuses."""
    own = spread.walkouts(work.rows, work.project.places)
    return work.rows.loc[own.index[own["place_id"].isin(campuses["place_id"])]]
