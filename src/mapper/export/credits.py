"""Whose work a position is: a credit and a licence for each row."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

OURS, OUR_LICENCE = "Walkout Mapper contributors", "CC BY 4.0"


class Credit(NamedTuple):
    """Whom a position is owed to, and its terms ("" where they are those of our own work)."""

    name: str
    licence: str = ""


OSM = Credit("© OpenStreetMap contributors", "ODbL 1.0")
METRO = Credit("LA Metro")
# By the beginning of a place's identifier: places that are in no table of ours but the country's.
OF_NAMES = {
    "geonames-": (Credit("GeoNames"),),
    "county-": (Credit("U.S. Census Bureau", "public domain"),),
    # A corner or a stretch of street is from either: where it is not known, both are named.
    "crossing-": (OSM, METRO),
    "block-": (OSM, METRO),
    "street-": (OSM, METRO),
}
# By a part of what geo/gazetteer.csv says of its source.
OF_SOURCES = {
    "osm_": (OSM,),
    "lametro": (METRO,),
    "california_public_schools": (Credit("California Department of Education"),),
    "latimes": (Credit("Los Angeles Times, Mapping L.A.", "MIT"),),
    "airportsdata": (Credit("airportsdata", "MIT"),),
}


def of(rows: pd.DataFrame, places: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """The credit and the licence of each row; a row without a point owes only ours.

    Args:
        rows: of :func:`mapper.select.joined`.
        places: the gazetteer (:func:`mapper.gazetteer.read`).
    """
    sources = dict(zip(places["place_id"], places["source"], strict=True))
    known = {place: _of_place(place, sources.get(place, "")) for place in rows["place_id"].unique()}
    drawn = rows["place_id"].where(rows["off_map"] == "", "")
    found = [known.get(place, ()) for place in drawn]
    asked = rows["attribution"].where(rows["off_map"] == "", "")
    names = [
        "; ".join([OURS, *(credit.name for credit in owed), *([own] if own else [])])
        for owed, own in zip(found, asked, strict=True)
    ]
    licences = ["; ".join([OUR_LICENCE, *_licences(owed)]) for owed in found]
    return (
        pd.Series(names, index=rows.index, dtype=str),
        pd.Series(licences, index=rows.index, dtype=str),
    )


def _of_place(place: str, source: str) -> tuple[Credit, ...]:
    """Whom the position of a place is owed to."""
    told = [credit for part, owed in OF_SOURCES.items() if part in source for credit in owed]
    named = [
        credit
        for start, owed in OF_NAMES.items()
        if place.startswith(start) and not source
        for credit in owed
    ]
    return tuple(dict.fromkeys([*told, *named]))


def _licences(owed: tuple[Credit, ...]) -> list[str]:
    """The terms of a position, each with what it is of."""
    return [f"position: {credit.licence}" for credit in owed if credit.licence]
