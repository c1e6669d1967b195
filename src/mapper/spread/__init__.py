"""Which campuses walked out, when first, how often, and how many of those that are known.

:mod:`mapper.spread.near` says which were near; :mod:`mapper.spread.knox` tests whether nearness in
space and in time go together.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pandas as pd

from mapper import select, totals

COLUMNS = [*totals.COLUMNS, "matched_place", "neighborhood", "lon", "lat"]


def walkouts(frame: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """The walkouts placed at a high school, in order of time.

    Args:
        frame: rows of :func:`mapper.select.joined`.
        places: the gazetteer (:func:`mapper.gazetteer.read`).
    """
    schools = set(places.loc[places["kind"] == "high_school", "place_id"])
    own = select.counted(frame[COLUMNS])
    return own[(own["kind"] == "walkout") & own["place_id"].isin(schools)]


def campuses(frame: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """One row a high school that walked out, in order of its first day.

    A walkout that is known only to several days gives a first day only where there is no other.

    Returns:
        ``place_id``, ``name``, ``area``, ``neighborhood``, ``lon``, ``lat`` (degrees), ``first``
        and ``last`` (day), ``is_dated`` (bool: the first day is known), ``walkouts`` (int),
        ``days`` (list of days), ``gaps`` (list of int: days from each to the next),
        ``named_only`` (known from posts alone).
    """
    found = walkouts(frame, places)
    is_day = found["date_start"] == found["date_end"]
    found = found.assign(
        day=found["date_start"].where(is_day), posts=found["record_type"] == "named_only"
    )
    table = found.groupby("place_id", as_index=False).agg(
        name=("matched_place", "first"),
        area=("area", "first"),
        neighborhood=("neighborhood", "first"),
        lon=("lon", "first"),
        lat=("lat", "first"),
        window=("date_start", "min"),
        day=("day", "min"),
        last=("date_end", "max"),
        walkouts=("event_id", "size"),
        days=("day", _days),
        named_only=("posts", "all"),
    )
    table = table.assign(
        first=table["day"].fillna(table["window"]),
        is_dated=table["day"].notna(),
        gaps=table["days"].map(_gaps),
    )
    table = table.drop(columns=["window", "day"])
    return table.sort_values(["first", "name"], ignore_index=True)


def _days(days: pd.Series) -> list[date]:
    """The known days of a campus, each once, in order."""
    return [day.date() for day in sorted(set(days.dropna()))]


def _gaps(days: list[date]) -> list[int]:
    """Days from each to the next."""
    return [(later - earlier).days for earlier, later in pairwise(days)]


def curve(found: pd.DataFrame) -> pd.DataFrame:
    """Campuses that walked out for the first time, day by day.

    Args:
        found: what :func:`campuses` gives. A campus without a known first day is left out.

    Returns:
        ``day``, ``new`` and ``total`` (int): every day on which one was new, in order.
    """
    dated = found.loc[found["is_dated"], "first"]
    new = dated.value_counts().sort_index()
    return pd.DataFrame({"day": new.index, "new": new.to_numpy(), "total": new.cumsum().to_numpy()})


def grid(frame: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """One row a campus and day: ``name``, ``day``, ``named_only``. Undated walkouts stay out."""
    found = walkouts(frame, places)
    found = found[found["date_start"] == found["date_end"]]
    return pd.DataFrame(
        {
            "name": found["matched_place"],
            "day": found["date_start"],
            "named_only": found["record_type"] == "named_only",
        }
    ).reset_index(drop=True)


def share(found: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """How many of the known high schools of each community walked out.

    Args:
        found: what :func:`campuses` gives.
        places: the gazetteer.

    Returns:
        ``area``, ``walked_out`` and ``known`` (int), for communities with at least one, most first.
    """
    schools = places[places["kind"] == "high_school"]
    community = schools["city"].where(schools["city"] != "", schools["neighborhood"])
    known = (community + ", " + schools["state"]).value_counts().rename("known")
    out = found["area"].value_counts().rename("walked_out")
    table = pd.concat([out, known], axis=1, join="inner").rename_axis("area").reset_index()
    table = table[table["known"] > 1]  # one known school has no share
    return table.sort_values(["walked_out", "area"], ascending=[False, True], ignore_index=True)
