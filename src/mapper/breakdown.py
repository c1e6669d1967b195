"""A selection area by area."""

from __future__ import annotations

from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from mapper import areas, select, totals
from mapper.errors import UsageError
from mapper.model import Window
from mapper.totals import report
from mapper.totals.report import Selection

# "place" is a city or, outside of cities, an unincorporated community.
PLACE = "place"
LEVELS = (PLACE, "neighborhood", "county", "state", "country")
EVER = Window(date.min, date.min)
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
    "arrests_low",
    "arrests_high",
    "months",
)


def cities(frame: pd.DataFrame, window: Window) -> pd.DataFrame:
    """One row a city or unincorporated community: :func:`by` their names."""
    return by(frame, frame["area"], window)


def of(frame: pd.DataFrame, wanted: Selection, level: str) -> pd.DataFrame:
    """A selection of all rows by the areas of a level.

    Raises:
        UsageError: there is no such level.
    """
    rows = report.rows(frame, wanted)
    span = wanted.filters.window or totals.window(frame)
    return by(rows, named(rows, level), span or EVER)


def named(frame: pd.DataFrame, level: str) -> pd.Series:
    """The area of each row at one of LEVELS, "" where it is not known.

    Raises:
        UsageError: there is no such level.
    """
    if level == PLACE:
        return frame["area"]
    if level not in LEVELS:
        raise UsageError("level_unknown", value=level, options=", ".join(LEVELS))
    return areas.named(frame, level)


def by(frame: pd.DataFrame, area: pd.Series, window: Window) -> pd.DataFrame:
    """One row an area, most events first.

    Args:
        frame: rows of :func:`mapper.select.joined`.
        area: the name of each row's area; rows without one are left out.
        window: the span that ``months`` covers.

    Returns:
        ``area``; ``events``, ``walkouts``, ``campuses`` (int); the crowd once as ``low``, ``high``
        (nullable), ``sized`` of ``crowds``; ``first`` and ``last`` day; ``listed_only`` (known
        from a list of names alone); ``arrests_low``, ``arrests_high`` (nullable); ``months``:
        events per month as a list of int, an event of several months in each of them.
    """
    known = frame[totals.COLUMNS].assign(area=area.astype("category"))[(area != "").to_numpy()]
    own = select.counted(known)
    walkouts = own[own["kind"] == "walkout"]
    campuses = walkouts[walkouts["precision"] == "campus"].drop_duplicates(["area", "place_id"])
    groups = own.assign(listed=own["record_type"] == "listed").groupby("area", observed=True)
    table = groups.agg(
        events=("event_id", "size"),
        first=("date_start", "min"),
        last=("date_end", "max"),
        listed_only=("listed", "all"),
    )
    arrests = totals.crowds(known, known["area"], "arrests")[["low", "high"]]
    table.index = table.index.astype(str)
    table = table.assign(
        walkouts=_counts(walkouts["area"]),
        campuses=_counts(campuses["area"]),
        months=_months(own, window),
    )
    table = table.join(_by_text(totals.crowds(known, known["area"])))
    table = table.join(_by_text(arrests.add_prefix("arrests_")))
    counts = ["walkouts", "campuses", "sized", "crowds"]
    table[counts] = table[counts].fillna(0).astype(int)
    table = table.rename_axis("area").reset_index()[list(COLUMNS)]
    return table.sort_values(["events", "area"], ascending=[False, True], ignore_index=True)


def _by_text(table: pd.DataFrame) -> pd.DataFrame:
    """A table with its areas as text."""
    return table.set_axis(table.index.astype(str))


def _counts(area: pd.Series) -> pd.Series:
    """How many rows each area has."""
    found = area.value_counts()
    return pd.Series(found.to_numpy(), index=found.index.astype(str))


def months(window: Window) -> pd.PeriodIndex:
    """The months that a window touches."""
    return pd.period_range(window.first, window.last, freq="M")


def _months(own: pd.DataFrame, window: Window) -> pd.Series:
    """Events per month of the window, a list for each area."""
    codes, names = pd.factorize(own["area"])
    first, last = (_month(own[name]) for name in ("date_start", "date_end"))
    each = months(window)
    sums = np.zeros((len(names), len(each)), dtype=int)
    for at, month in enumerate(each.year * 12 + each.month):
        hit = (first <= month) & (last >= month)
        sums[:, at] = np.bincount(codes[hit], minlength=len(names))
    return pd.Series(sums.tolist(), index=pd.Index(names.astype(str)), dtype=object)


def _month(days: pd.Series) -> npt.NDArray[np.int64]:
    """Days as the number of their month."""
    return np.asarray(days.dt.year * 12 + days.dt.month, dtype=np.int64)
