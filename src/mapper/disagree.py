"""Where the documents disagree, or one name means two things: shown, never merged."""

from __future__ import annotations

import re

import pandas as pd

from mapper.areas import Area
from mapper.claims import Claim, Finding, Quantity, judge
from mapper.model import SizeRange

_DATED = re.compile(r",? \d.*$|, [^,]*\d{4}.*$")


def streaks(frame: pd.DataFrame, reports: pd.DataFrame) -> dict[str, Finding]:
    """For each city, days in a row on which the documents do not agree.

    Args:
        frame: rows of :func:`mapper.select.joined`.
        reports: ``event_id`` and ``source_id``.

    Returns:
        By area: the finding, with the longest run of each document in ``runs``.
    """
    found = {}
    asked = (Quantity("", "streak", SizeRange(1, 1)),)
    for name in sorted(set(frame.loc[frame["record_type"] == "implied", "area"]) - {""}):
        [told] = judge.judge(Claim("", asked, Area("city", name)), frame, reports)
        if "differ" in told.missing:
            found[name] = told
    return found


def namesakes(frame: pd.DataFrame) -> list[pd.DataFrame]:
    """Days of action of one name on different dates: two events that are never one.

    Returns:
        A frame a name, its rows in order of time.
    """
    series = frame[(frame["kind"] == "day_of_action") & (frame["record_type"] == "series")]
    series = series[series["off_map"] != "hidden"]
    name = series["title_en"].map(lambda title: _DATED.sub("", title).casefold())
    groups = (rows for _, rows in series.groupby(name))
    return [rows for rows in groups if rows["date_start"].nunique() > 1]
