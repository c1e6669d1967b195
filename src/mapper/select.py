"""Join what was said with where it is, and choose rows. Pure: a frame in, a new frame out."""

from __future__ import annotations

import pandas as pd

from mapper.model import DRAWN, Filters

PLACED = [
    "event_id",
    "status",
    "lon",
    "lat",
    "precision",
    "uncertainty_m",
    "place_id",
    "matched_place",
    "neighborhood",
    "city",
    "county",
    "rule",
    "rivals",
    "reason",
    "attribution",
]
# Reasons why a row is no event of its own: it is kept and listed, and never counted.
NOT_COUNTED = ("hidden", "duplicate", "implied", "parent")


def joined(events: pd.DataFrame, placed: pd.DataFrame) -> pd.DataFrame:
    """Events with their places, in order of time.

    Args:
        events: as :class:`mapper.catalog.Catalog` has them.
        placed: as :func:`mapper.ledger.read_events` gives them.

    Returns:
        The columns of both and ``area`` ("Los Angeles, CA": the legal city, else the
        unincorporated community; "" where neither is known) and ``off_map`` (why the row has no
        mark of its own, "" if it has one: hidden, duplicate, implied, parent, not_placed,
        ambiguous, not_found, coarse). Index 0..n-1.
    """
    frame = events.merge(placed[PLACED], on="event_id", how="left")
    texts = ["status", "precision", "place_id", "matched_place", "neighborhood", "city", "county"]
    texts += ["rule", "rivals", "reason", "attribution"]
    frame[texts] = frame[texts].fillna("").astype(str)
    frame = frame.sort_values(["date_start", "date_end", "start_time", "event_id"])
    frame = frame.reset_index(drop=True)
    return frame.assign(area=_area(frame), off_map=_off_map(frame))


def _area(frame: pd.DataFrame) -> pd.Series:
    """The community with its state: what a breakdown by city is by."""
    name = frame["city"].where(frame["city"] != "", frame["neighborhood"])
    return (name + ", " + frame["state"]).where(name != "", "")


def _off_map(frame: pd.DataFrame) -> pd.Series:
    """The first reason that holds for each row."""
    # Police at a protest do not stand for the protest: its series keeps its own mark.
    stands = (frame["duplicate_of"] == "") & (frame["kind"] != "police_action")
    parents = set(frame.loc[stands, "parent_id"])
    reasons = {
        "hidden": frame["shown"] == "no",
        "duplicate": frame["duplicate_of"] != "",
        "implied": frame["record_type"] == "implied",
        "parent": (frame["record_type"] == "series") & frame["event_id"].isin(parents),
        "not_placed": frame["status"] == "",
        "ambiguous": frame["status"] == "ambiguous",
        "not_found": frame["status"] == "not_found",
        "coarse": ~frame["precision"].isin(DRAWN),
    }
    found = pd.Series("", index=frame.index)
    for reason, holds in reversed(reasons.items()):
        found = found.mask(holds, reason)
    return found


def matching(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """The rows a reader asked for. A window is met where an event's own window overlaps it.

    Earlier protests that a document recalls are in only if asked for, and then whatever the dates.
    """
    keep = pd.Series(data=True, index=frame.index)
    if filters.window:
        first, last = map(pd.Timestamp, filters.window)
        keep &= (frame["date_start"] <= last) & (frame["date_end"] >= first)
    recalled = frame["record_type"] == "historical"
    keep = (keep & ~recalled) | (recalled & filters.historical)
    if filters.kinds:
        keep &= frame["kind"].isin(filters.kinds)
    if filters.confidences:
        keep &= frame["confidence"].isin(filters.confidences)
    if filters.city:
        keep &= frame["area"] == filters.city
    return frame[keep]


def shown(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that may be told to anybody; the others never leave the project."""
    return frame[frame["off_map"] != "hidden"]


def counted(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that are events of their own."""
    return frame[~frame["off_map"].isin(NOT_COUNTED)]


def on_map(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that have a mark."""
    return frame[frame["off_map"] == ""]


def off_map(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that have none."""
    return frame[frame["off_map"] != ""]
