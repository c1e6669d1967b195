"""Honest sums: low-high, n of N, one crowd once, parents or children and never both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from mapper import select
from mapper.model import LADDER, SizeRange, Window

# Police and closed shops are no crowds: they stand in no "n of N".
NO_CROWD = ("police_action", "shutdown")


@dataclass(frozen=True)
class Crowd:
    """People over a selection: the sum of ``sized`` crowds out of ``crowds``."""

    size: SizeRange
    sized: int
    crowds: int


@dataclass(frozen=True)
class Totals:
    """What a selection holds. ``window`` is ``None`` where it holds nothing."""

    events: int
    walkouts: int
    places: int
    cities: int
    campuses: int
    city_only: int
    coarse: int
    off_map: int
    crowd: Crowd
    window: Window | None


def of(frame: pd.DataFrame) -> Totals:
    """The totals of rows of :func:`mapper.select.joined`."""
    own = select.counted(frame)
    drawn = select.on_map(own)
    walkouts = own[own["kind"] == "walkout"]
    in_window = own[own["record_type"] != "historical"]
    return Totals(
        events=len(own),
        walkouts=len(walkouts),
        places=drawn.loc[drawn["precision"].map(is_place), "place_id"].nunique(),
        cities=own.loc[own["area"] != "", "area"].nunique(),
        campuses=walkouts.loc[walkouts["precision"] == "campus", "place_id"].nunique(),
        city_only=int((drawn["precision"] == "city").sum()),
        coarse=int((own["off_map"] == "coarse").sum()),
        off_map=len(select.off_map(frame)),
        crowd=crowd(frame),
        window=window(in_window),
    )


def window(frame: pd.DataFrame) -> Window | None:
    """The first and the last day of the rows."""
    if frame.empty:
        return None
    return Window(frame["date_start"].min().date(), frame["date_end"].max().date())


def is_place(precision: str) -> bool:
    """Whether a precision is that of a place inside a city."""
    return precision in LADDER[: LADDER.index("city")]


def crowd(frame: pd.DataFrame) -> Crowd:
    """The people in the rows, each crowd once: the one row of :func:`crowds` for all of them."""
    found = crowds(frame, pd.Series("all", index=frame.index))
    if found.empty:
        return Crowd(SizeRange(None, None), 0, 0)
    return crowd_of(found.iloc[0].to_dict())


def crowd_of(row: Mapping[Any, Any]) -> Crowd:
    """One row of :func:`crowds` as a value."""
    low, high = (None if pd.isna(row[end]) else int(row[end]) for end in ("low", "high"))
    return Crowd(SizeRange(low, high), int(row["sized"]), int(row["crowds"]))


def crowds(frame: pd.DataFrame, by: pd.Series) -> pd.DataFrame:
    """The people of each group of rows, each crowd once in its group.

    Rows that name the same crowd are one; of several sizes its widest range counts. A parent's
    size stands for its children where none of them has one of its own; otherwise the children
    stand. An unknown size adds nothing and is seen in ``sized`` of ``crowds``.

    Args:
        frame: rows of :func:`mapper.select.joined`.
        by: the group of each row.

    Returns:
        Index the groups; ``low`` (nullable: no crowd has a lower end), ``high`` (nullable: one
        crowd is open above, or none has a size), ``sized`` and ``crowds`` (int).
    """
    units = _units(_people(frame).assign(group=by))
    root = units["same_crowd_as"].where(units["same_crowd_as"] != "", units["event_id"])
    open_above = units["size_low"].notna() & units["size_high"].isna()
    crowds = units.assign(open=open_above).groupby(["group", root.rename("root")])
    sizes = crowds.agg(low=("size_low", "min"), high=("size_high", "max"), open=("open", "any"))
    known = sizes[sizes["low"].notna() | sizes["high"].notna()]
    groups = known.groupby("group")
    sums = groups[["low", "high"]].sum(min_count=1)
    sums = sums.assign(sized=groups.size(), open=groups["open"].any())
    table = sums.assign(high=sums["high"].mask(sums["open"])).drop(columns="open")
    table = table.reindex(sizes.index.get_level_values("group").unique())
    return table.assign(
        sized=table["sized"].fillna(0).astype(int), crowds=sizes.groupby("group").size()
    )


def _people(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows about people on the street, once each: no duplicates, no days that are only implied."""
    apart = frame["off_map"].isin(["hidden", "duplicate", "implied"])
    return frame[~apart & ~frame["kind"].isin(NO_CROWD)]


def _units(rows: pd.DataFrame) -> pd.DataFrame:
    """Parents or children: a parent is kept, and its children dropped, where only it has a size."""
    own, above = rows["group"] + "/" + rows["event_id"], rows["group"] + "/" + rows["parent_id"]
    is_sized = rows["size_low"].notna() | rows["size_high"].notna()
    is_parent = rows["off_map"] == "parent"
    stands = is_parent & is_sized & ~own.isin(set(above[is_sized]))
    return rows[(~is_parent | stands) & ~above.isin(set(own[stands]))]
