"""Honest sums: low-high, n of N, one crowd once, parents or children and never both.

:mod:`mapper.totals.account` says of each row what became of it; :mod:`mapper.totals.codebooks`
reads the size words as other projects do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from mapper import select
from mapper.model import LADDER, SizeRange, Window

# Police and closed shops are no crowds: they stand in no "n of N".
NO_CROWD = ("police_action", "shutdown")
# Rows of which another row already speaks.
APART = ("hidden", "duplicate", "implied")
# What totals look at. A frame of joined rows has five times as many columns to carry about.
LINKS = ["event_id", "kind", "off_map", "parent_id", "same_crowd_as"]
COLUMNS = [
    *LINKS,
    "record_type",
    "date_start",
    "date_end",
    "size_low",
    "size_high",
    "arrests_low",
    "arrests_high",
    "precision",
    "place_id",
    "area",
]
# Precisions of a place inside a city.
PLACES = LADDER[: LADDER.index("city")]
Stem = Literal["size", "arrests"]


@dataclass(frozen=True)
class Crowd:
    """People over a selection: the sum of ``sized`` crowds out of ``crowds``."""

    size: SizeRange
    sized: int
    crowds: int


@dataclass(frozen=True)
class Totals:
    """What a selection holds. ``window`` is ``None`` where it holds nothing.

    ``days``: the days on which an event is known to have been; one that is known only to several
    days adds none. ``arrests``: likewise a range, over the events that report a number.
    """

    events: int
    walkouts: int
    places: int
    cities: int
    campuses: int
    city_only: int
    coarse: int
    off_map: int
    days: int
    crowd: Crowd
    arrests: Crowd
    window: Window | None


def of(frame: pd.DataFrame) -> Totals:
    """The totals of rows of :func:`mapper.select.joined`."""
    frame = frame[COLUMNS]
    own = select.counted(frame)
    drawn = select.on_map(own)
    walkouts = own[own["kind"] == "walkout"]
    in_window = own[own["record_type"] != "historical"]
    return Totals(
        events=len(own),
        walkouts=len(walkouts),
        places=drawn.loc[drawn["precision"].isin(PLACES), "place_id"].nunique(),
        cities=own.loc[own["area"] != "", "area"].nunique(),
        campuses=walkouts.loc[walkouts["precision"] == "campus", "place_id"].nunique(),
        city_only=int((drawn["precision"] == "city").sum()),
        coarse=int((own["off_map"] == "coarse").sum()),
        off_map=int((frame["off_map"] != "").sum()),
        days=len(days(in_window)),
        crowd=crowd(frame),
        arrests=crowd(frame, "arrests"),
        window=window(in_window),
    )


def window(frame: pd.DataFrame) -> Window | None:
    """The first and the last day of the rows."""
    if frame.empty:
        return None
    return Window(frame["date_start"].min().date(), frame["date_end"].max().date())


def days(frame: pd.DataFrame) -> pd.Series:
    """The days of the events that are known to one day, each once, in order (datetime64)."""
    return frame.loc[frame["date_start"] == frame["date_end"], "date_start"].drop_duplicates()


def crowd(frame: pd.DataFrame, stem: Stem = "size") -> Crowd:
    """The people in the rows, each crowd once: the one row of :func:`crowds` for all of them."""
    found = crowds(frame, pd.Series("all", index=frame.index), stem)
    if found.empty:
        return Crowd(SizeRange(None, None), 0, 0)
    return crowd_of(found.iloc[0].to_dict())


def crowd_of(row: Mapping[Any, Any]) -> Crowd:
    """One row of :func:`crowds` as a value."""
    low, high = (None if pd.isna(row[end]) else int(row[end]) for end in ("low", "high"))
    return Crowd(SizeRange(low, high), int(row["sized"]), int(row["crowds"]))


def crowds(frame: pd.DataFrame, by: pd.Series, stem: Stem = "size") -> pd.DataFrame:
    """The people of each group of rows, each crowd once in its group.

    Rows that name the same crowd are one; of several sizes its widest range counts. A parent's
    size stands for its children where none of them has one of its own; otherwise the children
    stand. An unknown size adds nothing and is seen in ``sized`` of ``crowds``.

    Args:
        frame: rows of :func:`mapper.select.joined`.
        by: the group of each row.
        stem: "size" for the crowd, "arrests" for those who were arrested in it.

    Returns:
        Index the groups; ``low`` (nullable: no crowd has a lower end), ``high`` (nullable: one
        crowd is open above, or none has a size), ``sized`` and ``crowds`` (int).
    """
    found = roots(frame, by, stem)
    codes, names = pd.factorize(found["group"], sort=True)
    low, high = found["low"].to_numpy(), found["high"].to_numpy()
    is_known = ~(np.isnan(low) & np.isnan(high))

    def each(weights: npt.NDArray[np.generic]) -> npt.NDArray[np.float64]:
        return np.bincount(codes, weights=weights, minlength=len(names)).astype(np.float64)

    is_open = each(found["open"].to_numpy() & is_known) > 0
    table = pd.DataFrame(
        {
            "low": np.where(each(~np.isnan(low)) > 0, each(np.nan_to_num(low)), np.nan),
            "high": np.where(
                (each(~np.isnan(high)) > 0) & ~is_open, each(np.nan_to_num(high)), np.nan
            ),
            "sized": each(is_known).astype(int),
            "crowds": each(np.ones(len(codes))).astype(int),
        },
        index=pd.Index(names, name="group"),
    )
    return table.astype({"low": "Int64", "high": "Int64"})


def roots(frame: pd.DataFrame, by: pd.Series, stem: Stem = "size") -> pd.DataFrame:
    """One row a crowd of a group, with the widest of its ranges.

    Returns:
        ``group``, ``root`` (the event that keeps the crowd's size), ``low`` and ``high`` (float,
        NaN where unknown) and ``open`` (bool: some row of it has no upper end).
    """
    sizes = [f"{stem}_low", f"{stem}_high"]
    rows = units(grouped(people(frame[[*LINKS, *sizes]], stem), by), stem)
    low, high = (rows[name].to_numpy(dtype=float, na_value=np.nan) for name in sizes)
    root = rows["same_crowd_as"].where(rows["same_crowd_as"] != "", rows["event_id"])
    groups, group_names = pd.factorize(rows["group"].to_numpy(dtype=object))
    roots_, root_names = pd.factorize(root.to_numpy(dtype=object))
    keys, at = np.unique(groups * max(1, len(root_names)) + roots_, return_inverse=True)
    least, most = np.full(len(keys), np.inf), np.full(len(keys), -np.inf)
    np.fmin.at(least, at, low)
    np.fmax.at(most, at, high)
    is_open = np.bincount(at, weights=~np.isnan(low) & np.isnan(high), minlength=len(keys)) > 0
    held = np.divmod(keys, max(1, len(root_names)))
    return pd.DataFrame(
        {
            "group": group_names[held[0]],
            "root": root_names[held[1]],
            "low": np.where(np.isinf(least), np.nan, least),
            "high": np.where(np.isinf(most), np.nan, most),
            "open": is_open,
        }
    )


def people(frame: pd.DataFrame, stem: Stem = "size") -> pd.DataFrame:
    """Rows about people on the street, once each: no duplicates, no days that are only implied.

    Police and closed shops are no crowds, but people are arrested by police.
    """
    kept = frame[~frame["off_map"].isin(APART)]
    return kept if stem == "arrests" else kept[~kept["kind"].isin(NO_CROWD)]


def grouped(rows: pd.DataFrame, by: pd.Series) -> pd.DataFrame:
    """The rows with the ``group`` of each."""
    # an array, because a series would fill a frame without rows
    return rows.assign(group=by.loc[rows.index].to_numpy())


def units(rows: pd.DataFrame, stem: Stem = "size") -> pd.DataFrame:
    """Parents or children: a parent is kept, and its children dropped, where only it has a size.

    Children of children are children too.

    Args:
        rows: those of :func:`people`, with the ``group`` of each.
        stem: as in :func:`crowds`.
    """
    is_sized = (rows[f"{stem}_low"].notna() | rows[f"{stem}_high"].notna()).to_numpy()
    is_parent = (rows["off_map"] == "parent").to_numpy()
    lines = _ancestors(rows)
    has_sized = np.zeros(len(rows), dtype=bool)
    for line in lines:
        has_sized[line[(line >= 0) & is_sized]] = True
    stands = is_parent & is_sized & ~has_sized
    below = np.zeros(len(rows), dtype=bool)
    for line in lines:
        below |= (line >= 0) & stands[line]
    return rows[(~is_parent | stands) & ~below]


def _ancestors(rows: pd.DataFrame) -> list[npt.NDArray[np.intp]]:
    """Where the parent of each row stands, then the parent of that, and so on; -1 for none."""
    is_child = (rows["parent_id"] != "").to_numpy()
    above = np.full(len(rows), -1, dtype=np.intp)
    above[is_child] = pd.Index(rows["event_id"]).get_indexer(pd.Index(rows["parent_id"][is_child]))
    group = pd.factorize(rows["group"])[0]
    above[(above >= 0) & (group[above] != group)] = -1
    lines: list[npt.NDArray[np.intp]] = []
    line = above
    while (line >= 0).any() and len(lines) < MOST_LEVELS:
        lines.append(line)
        line = np.where(line >= 0, above[line], -1)
    return lines


# Series of series of series: more is a circle.
MOST_LEVELS = 5
