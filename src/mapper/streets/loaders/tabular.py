"""Read a CSV of stops, of street pairs, or of lines as WKT."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from mapper import tables
from mapper.errors import DataError
from mapper.model import Fault
from mapper.streets.loaders import centrelines, corners, geofile, stop_names
from mapper.streets.loaders.cells import names
from mapper.streets.loaders.columns import plain
from mapper.streets.loaders.result import Given, Loaded

LON = ("lon", "stoplon", "longitude", "long", "lng", "x", "xcoord", "pointx", "lond")
LAT = ("lat", "stoplat", "latitude", "y", "ycoord", "pointy", "latd")
METRES = ("uncertaintym", "radiusm", "accuracym", "precisionm")
WKT = ("wkt", "thegeom", "geom", "geometry", "wkbgeometry", "shape", "line", "thegeomwkt")


def read(given: Given) -> Loaded:
    """Read a CSV by its columns.

    Raises:
        DataError: it is no CSV, or its columns are none of the three kinds.
    """
    table = tables.read_any(given.path)
    if table.empty:
        raise DataError("table_empty", file=given.file)
    centrelines.check_map(given, table)
    held = list(table.columns)
    lon, lat = (_column(given, held, *known) for known in (("lon", LON), ("lat", LAT)))
    pair = corners.pair_columns(given, held)
    if lon and lat and "stop_name" in held:
        return _stops(given, table, (lon, lat))
    if lon and lat and pair:
        return _pairs(given, table, (lon, lat), pair)
    if wkt := _column(given, held, "geometry", WKT):
        return _lines(given, table, wkt)
    if pair:
        raise DataError("coordinates_missing", file=given.file, value=", ".join(held))
    raise DataError("streets_unknown", file=given.file)


def _column(given: Given, held: Sequence[str], ours: str, known: Sequence[str]) -> str:
    """The column the user mapped, or the first that is known; "" if there is none."""
    if ours in given.options.columns:
        return given.options.columns[ours]
    by_name = {plain(column): column for column in reversed(held)}
    return next((by_name[name] for name in known if name in by_name), "")


def _stops(given: Given, table: pd.DataFrame, where: tuple[str, str]) -> Loaded:
    """Corners of the stops of a transit feed (https://gtfs.org/schedule/reference/#stopstxt)."""
    table, left_out, faults = _placed(given, table, where)
    told = {text: stop_names.two_streets(text) for text in table["stop_name"].unique()}
    streets = table["stop_name"].map(told)
    is_corner = streets.notna()
    left_out["not_a_corner"] = int((~is_corner).sum())
    pairs = pd.DataFrame(
        streets[is_corner].tolist(), columns=["street_a", "street_b"], index=table.index[is_corner]
    )
    rows = pairs.join(table[["lon", "lat"]]).assign(uncertainty_m=np.nan, row=pairs.index)
    frame = corners.grouped(given, rows)
    return corners.loaded(given, frame, (tuple(faults), left_out), "GTFS stops")


def _pairs(
    given: Given, table: pd.DataFrame, where: tuple[str, str], pair: tuple[str, str]
) -> Loaded:
    """Corners of a table of two streets and a coordinate."""
    table, left_out, faults = _placed(given, table, where)
    metres = _column(given, list(table.columns), "uncertainty_m", METRES)
    known = pd.to_numeric(table[metres], errors="coerce") if metres else np.nan
    rows = pd.DataFrame(
        {
            "street_a": names(table[pair[0]]),
            "street_b": names(table[pair[1]]),
            "lon": table["lon"],
            "lat": table["lat"],
            "uncertainty_m": known,
            "row": table.index,
        }
    )
    found = corners.of_pairs(given, rows, pair)
    counts = {reason: count for reason, count in left_out.items() if count}
    return Loaded(
        found.kind,
        found.frame,
        (*faults, *found.faults),
        {**counts, **found.left_out},
        found.format,
    )


def _placed(
    given: Given, table: pd.DataFrame, where: tuple[str, str]
) -> tuple[pd.DataFrame, dict[str, int], list[Fault]]:
    """The rows with ``lon`` and ``lat`` in degrees; how many have none, and which are wrong.

    Raises:
        DataError: longitude and latitude are swapped in the whole file.
    """
    text = (
        table[list(where)].apply(lambda column: column.str.strip()).set_axis(["lon", "lat"], axis=1)
    )
    has_none = (text == "").any(axis=1)
    text = text[~has_none]
    _check_order(given, text)
    limits = {"lon": geofile.US_LON, "lat": geofile.US_LAT}
    degrees = text.apply(pd.to_numeric, errors="coerce")
    wrong = {name: ~degrees[name].between(*limits[name]) for name in limits}
    faults = [
        Fault(given.file, int(str(row)), column, text.at[row, name], "not_in_us")
        for name, column in zip(limits, where, strict=True)
        for row in text.index[wrong[name]]
    ]
    kept = degrees[~wrong["lon"] & ~wrong["lat"]]
    placed = table.drop(columns=list({"lon", "lat"} & set(table.columns))).join(kept, how="right")
    return placed, {"no_position": int(has_none.sum())}, sorted(faults, key=lambda fault: fault.row)


def _check_order(given: Given, text: pd.DataFrame) -> None:
    """Not every row has its latitude where the longitude belongs."""
    degrees = text.apply(pd.to_numeric, errors="coerce").dropna()
    swapped = degrees["lon"].between(*geofile.US_LAT) & degrees["lat"].between(*geofile.US_LON)
    if len(degrees) and swapped.all():
        first = degrees.index[0]
        value = ", ".join(text.loc[first].astype(str))
        raise DataError("lines_swapped", file=given.file, row=int(str(first)), value=value)


def _lines(given: Given, table: pd.DataFrame, wkt: str) -> Loaded:
    """Centrelines of a table that has them as WKT, as open-data portals export it."""
    lines = shapely.from_wkt(table[wkt].to_numpy(dtype=object), on_invalid="ignore")
    if shapely.is_missing(lines).all():
        raise DataError("streets_unknown", file=given.file)
    frame = gpd.GeoDataFrame(table.drop(columns=wkt), geometry=lines).assign(feature=table.index)
    return centrelines.from_table(given, geofile.in_degrees(given, frame))
