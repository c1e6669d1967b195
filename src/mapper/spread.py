"""Which campuses walked out, when first, and how many of those that are known."""

from __future__ import annotations

import pandas as pd

from mapper import select


def walkouts(frame: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """The walkouts placed at a high school, in order of time.

    Args:
        frame: rows of :func:`mapper.select.joined`.
        places: the gazetteer (:func:`mapper.gazetteer.read`).
    """
    schools = set(places.loc[places["kind"] == "high_school", "place_id"])
    own = select.counted(frame)
    return own[(own["kind"] == "walkout") & own["place_id"].isin(schools)]


def campuses(frame: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """One row a high school that walked out, in order of its first day.

    Returns:
        ``place_id``, ``name``, ``area``, ``neighborhood``, ``first`` and ``last`` (day),
        ``walkouts`` (int), ``days`` (list of days), ``named_only`` (known from posts alone).
    """
    found = walkouts(frame, places)
    table = found.groupby("place_id", as_index=False).agg(
        name=("matched_place", "first"),
        area=("area", "first"),
        neighborhood=("neighborhood", "first"),
        first=("date_start", "min"),
        last=("date_end", "max"),
        walkouts=("event_id", "size"),
        days=("date_start", lambda days: sorted(day.date() for day in set(days))),
        named_only=("record_type", lambda kinds: bool((kinds == "named_only").all())),
    )
    return table.sort_values(["first", "name"], ignore_index=True)


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
