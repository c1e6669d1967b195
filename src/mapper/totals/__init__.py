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
    units = roots(frame, by, stem)
    known = units[units["low"].notna() | units["high"].notna()]
    groups = known.groupby("group")
    sums = groups[["low", "high"]].sum(min_count=1)
    sums = sums.assign(sized=groups.size(), open=groups["open"].any())
    table = sums.assign(high=sums["high"].mask(sums["open"])).drop(columns="open")
    table = table.reindex(units["group"].unique()).rename_axis("group")
    return table.assign(
        sized=table["sized"].fillna(0).astype(int), crowds=units.groupby("group").size()
    )


def roots(frame: pd.DataFrame, by: pd.Series, stem: Stem = "size") -> pd.DataFrame:
    """One row a crowd of a group, with the widest of its ranges.

    Returns:
        ``group``, ``root`` (the event that keeps the crowd's size), ``low`` and ``high`` (nullable)
        and ``open`` (bool: some row of it has no upper end).
    """
    sizes = [f"{stem}_low", f"{stem}_high"]
    rows = units(people(frame[[*LINKS, *sizes]], stem).assign(group=by), stem)
    low, high = rows[f"{stem}_low"], rows[f"{stem}_high"]
    root = rows["same_crowd_as"].where(rows["same_crowd_as"] != "", rows["event_id"])
    held = pd.DataFrame({"group": rows["group"], "root": root, "low": low, "high": high})
    held = held.assign(open=low.notna() & high.isna())
    return held.groupby(["group", "root"], as_index=False).agg(
        low=("low", "min"), high=("high", "max"), open=("open", "any")
    )


def people(frame: pd.DataFrame, stem: Stem = "size") -> pd.DataFrame:
    """Rows about people on the street, once each: no duplicates, no days that are only implied.

    Police and closed shops are no crowds, but people are arrested by police.
    """
    kept = frame[~frame["off_map"].isin(APART)]
    return kept if stem == "arrests" else kept[~kept["kind"].isin(NO_CROWD)]


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
    own = pd.MultiIndex.from_arrays([rows["group"], rows["event_id"]])
    is_child = (rows["parent_id"] != "").to_numpy()
    named = rows.loc[is_child, ["group", "parent_id"]]
    above = np.full(len(rows), -1, dtype=np.intp)
    above[is_child] = own.get_indexer(pd.MultiIndex.from_frame(named))
    lines: list[npt.NDArray[np.intp]] = []
    line = above
    while (line >= 0).any() and len(lines) < MOST_LEVELS:
        lines.append(line)
        line = np.where(line >= 0, above[line], -1)
    return lines


# Series of series of series: more is a circle.
MOST_LEVELS = 5
