"""Make segments of OpenStreetMap's ways, however they were read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from mapper.crs import WGS84
from mapper.errors import DataError
from mapper.model import Fault
from mapper.streets.loaders import cells, highways, noding
from mapper.streets.loaders.noding import Vertices
from mapper.streets.loaders.result import OSM_LICENCE, RANGES, SEGMENTS, Given, Loaded

# https://wiki.openstreetmap.org/wiki/Names
ALIASES = (
    "alt_name", "old_name", "official_name", "short_name", "loc_name", "name:es", "name:en",
    *(f"name_{number}" for number in range(1, 6)),
    *(f"alt_name_{number}" for number in range(1, 4)),
)  # fmt: skip
CITY = ("addr:city", "is_in:city")
TAGS = ("name", "highway", "area", "building", *ALIASES, *CITY)


@dataclass(frozen=True)
class Ways:
    """Ways with their tags, and their vertices.

    ``table`` has ``id`` (int64) and a column of ``str`` for each of :data:`TAGS`;
    ``vertices.line`` is a row of it. A way whose vertices do not follow on one another stands in
    several rows.
    """

    table: pd.DataFrame
    vertices: Vertices


def table_of(ids: Iterable[int], tags: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """The table of :class:`Ways` from the tags of each way."""
    rows = list(tags)
    columns = {tag: [str(row.get(tag) or "") for row in rows] for tag in TAGS}
    return pd.DataFrame({"id": np.fromiter(ids, dtype=np.int64), **columns})


def is_street(table: pd.DataFrame) -> pd.Series:
    """Whether a way is a street or a path: no area, no building, nothing planned or gone."""
    is_thing = (table["area"] == "yes") | ~table["building"].isin(["", "no"])
    return highways.is_street(table["highway"]) & ~is_thing


def loaded(given: Given, ways: Ways, made: tuple[str, str], left_out: dict[str, int]) -> Loaded:
    """The streets among the ways as segments.

    Args:
        given: the file.
        ways: all of them are streets by :func:`is_street`.
        made: the format and the date of the data (YYYY-MM-DD or "").
        left_out: what was left out on the way here.

    Raises:
        DataError: there are no streets.
    """
    if ways.table.empty or not len(ways.vertices.line):
        raise DataError("streets_none", file=given.file)
    given.say("splitting")
    lines, faults = _lines(given, ways.table)
    nameless = (lines["name"] == "") & ~lines["walkable"]
    kept = (~nameless & (lines["name"].str.len() <= cells.LONGEST_NAME)).to_numpy()
    chosen = ways.vertices.take(kept[ways.vertices.line])
    frame = gpd.GeoDataFrame(noding.split(lines, chosen), geometry="geometry", crs=WGS84)
    counts = {**left_out, "no_name": int(nameless.sum())}
    return Loaded(
        kind="segments",
        frame=frame[list(SEGMENTS)],
        faults=tuple(faults),
        left_out={reason: count for reason, count in counts.items() if count},
        format=made[0],
        licence=OSM_LICENCE,
        as_of=made[1],
    )


def _lines(given: Given, table: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """Our columns but for nodes and geometry, and the faults of names (``row`` is the way's id)."""
    own = cells.names(table["name"])
    city = cells.names(table[CITY[0]])
    lines = pd.DataFrame(
        {
            "name": own,
            "aliases": cells.aliases([table[tag] for tag in ALIASES], own),
            **dict.fromkeys(RANGES, np.nan),
            "city": city.where(city != "", cells.names(table[CITY[1]])),
            "walkable": ~table["highway"].isin(list(highways.CARS_ONLY)) & ~cells.is_freeway(own),
            "source_id": "way/" + table["id"].astype(str),
        }
    )
    return lines, cells.long_names(given, own, "name", table["id"])
