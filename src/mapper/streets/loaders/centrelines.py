"""Read street centrelines, as cities, states and the Census publish them."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from mapper.crs import WGS84
from mapper.errors import DataError
from mapper.model import Fault
from mapper.streets.loaders import (
    cells,
    columns,
    corners,
    crossings,
    geofile,
    highways,
    naming,
    noding,
)
from mapper.streets.loaders.columns import Found
from mapper.streets.loaders.result import OSM_LICENCE, RANGES, SEGMENTS, Given, Loaded

LINES = ("LineString", "MultiLineString", "LinearRing")
# MTFCC of the Census: S1100 primary roads and S1630 ramps are for cars alone.
CARS_ONLY = ("S1100", "S1630")


def read(given: Given) -> Loaded:
    """Read a vector file of lines with names; points with two street names become corners.

    Raises:
        DataError: it cannot be read, its coordinates are not where they should be, its geometry
            is not of lines, or no column holds names.
    """
    table = geofile.read(given)
    check_map(given, table)
    return from_table(given, geofile.in_degrees(given, table))


def check_map(given: Given, table: pd.DataFrame) -> None:
    """Every column that the user mapped is there.

    Raises:
        DataError: one is not.
    """
    for column in given.options.columns.values():
        if column not in table.columns:
            held = ", ".join(str(name) for name in table.columns if name not in naming.OURS)
            raise DataError("map_column_missing", file=given.file, column=column, value=held)


def from_table(given: Given, table: gpd.GeoDataFrame) -> Loaded:
    """The same from a table in WGS 84 degrees, ``feature`` (int) its row in the file."""
    kinds = table.geometry.geom_type
    is_line = kinds.isin(LINES) & ~table.geometry.is_empty
    empty = table.geometry.isna() | table.geometry.is_empty
    if not is_line.any():
        return _points(given, table[~empty])
    left_out = {"no_geometry": int(empty.sum()), "not_a_line": int((~is_line & ~empty).sum())}
    rows = table[is_line].reset_index(drop=True)
    found = columns.find([str(name) for name in rows.columns if name not in naming.OURS])
    kept = _kept(rows, found, given)
    left_out["not_a_street"] = int((~kept).sum())
    rows = rows[kept].reset_index(drop=True)
    if rows.empty:
        raise DataError("streets_none", file=given.file)
    lines, faults, unnamed = _lines(given, rows, found)
    left_out["no_name"] = unnamed
    frame, note, flat = _segments(given, lines)
    left_out["no_length"] = flat
    return Loaded(
        kind="segments",
        frame=frame,
        faults=tuple(faults),
        left_out={reason: count for reason, count in left_out.items() if count},
        format=f"centrelines{note}",
        licence=OSM_LICENCE if found.is_osm else "",
    )


def _points(given: Given, table: gpd.GeoDataFrame) -> Loaded:
    """Points may be corners; polygons are nothing that streets can be read from."""
    if table.empty:
        raise DataError("streets_none", file=given.file)
    kinds = ", ".join(sorted(table.geometry.geom_type.unique()))
    if kinds == "Point" and (pair := corners.pair_columns(given, [*map(str, table.columns)])):
        return corners.from_points(given, table, pair)
    raise DataError("geometry_wrong", file=given.file, value=kinds)


def _class_column(given: Given, found: Found) -> str:
    """The column of classes: the user's, or the one found."""
    return given.options.columns.get("class", found.class_)


def _kept(rows: gpd.GeoDataFrame, found: Found, given: Given) -> pd.Series:
    """Whether each row is a street by its class; all are where there is no class that is known."""
    column = _class_column(given, found)
    if not column:
        return pd.Series(True, index=rows.index)
    classes = cells.plain_text(rows[column])
    if columns.plain(column) == "mtfcc" or classes.str.fullmatch(r"[A-Z]\d{4}").any():
        return classes.str.startswith("S") | (classes == "")
    return highways.is_street(classes)


def _lines(
    given: Given, rows: gpd.GeoDataFrame, found: Found
) -> tuple[gpd.GeoDataFrame, list[Fault], int]:
    """The rows with our columns but for the nodes, and without those that are left out.

    Returns:
        The rows, the faults of names, and how many were left out because nobody can walk there
        nor name them.
    """
    chosen = given.options.columns
    own = naming.street_names(given, rows, found)
    name_column = chosen.get("name", "") or next(iter((*found.full, *found.base)))
    faults = cells.long_names(given, own, name_column, rows["feature"])
    others = [chosen["aliases"]] if "aliases" in chosen else found.aliases
    ids = chosen.get("source_id", found.source_id)
    lines = gpd.GeoDataFrame(
        {
            "name": own,
            "aliases": cells.aliases([rows[column] for column in others], own),
            **_ranges(rows, found, given),
            "city": _city(rows, found, given),
            "walkable": _walkable(rows, found, given) & ~cells.is_freeway(own),
            "source_id": cells.plain_text(rows[ids] if ids else rows["feature"]),
        },
        geometry=rows.geometry,
        crs=WGS84,
    )
    nameless = (lines["name"] == "") & ~lines["walkable"]
    kept = ~nameless & (lines["name"].str.len() <= cells.LONGEST_NAME)
    return lines[kept].reset_index(drop=True), faults, int(nameless.sum())


def _walkable(rows: gpd.GeoDataFrame, found: Found, given: Given) -> pd.Series:
    """Whether the class of a row lets people walk there."""
    column = _class_column(given, found)
    if not column:
        return pd.Series(True, index=rows.index)
    classes = cells.plain_text(rows[column])
    return ~classes.isin([*CARS_ONLY, *highways.CARS_ONLY])


def _ranges(rows: gpd.GeoDataFrame, found: Found, given: Given) -> dict[str, pd.Series]:
    """The house numbers at the ends of each side."""
    chosen = {**found.ranges, **given.options.columns}
    unknown = pd.Series(np.nan, index=rows.index)
    return {
        name: cells.house_numbers(rows[chosen[name]]) if name in chosen else unknown
        for name in RANGES
    }


def _city(rows: gpd.GeoDataFrame, found: Found, given: Given) -> pd.Series:
    """The city of each row; of two sides the left one, or the one that is given."""
    mapped = given.options.columns.get("city")
    city = pd.Series("", index=rows.index, dtype=object)
    for column in [mapped] if mapped else found.cities:
        city = city.where(city != "", cells.names(rows[column]))
    return city.where(city.str.len() <= cells.LONGEST_NAME, "")


def _segments(given: Given, lines: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, str, int]:
    """The lines from node to node, a note on computed crossings, and how many have no length."""
    given.say("splitting")
    pieces = _pieces(lines)
    geometry = pieces.geometry.to_numpy()
    vertices, note = noding.vertices_of(geometry), ""
    if noding.dangling_share(vertices) > crossings.LOOSE_SHARE:
        given.say("crossings")
        crossed = crossings.added(geometry, pieces["walkable"].to_numpy())
        vertices, note = (crossed, ", crossings computed") if crossed else (vertices, "")
    split = noding.split(pd.DataFrame(pieces.drop(columns="geometry")), vertices)
    flat = len(pieces) - split["piece"].nunique()
    return gpd.GeoDataFrame(split, geometry="geometry", crs=WGS84)[list(SEGMENTS)], note, flat


def _pieces(lines: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Single lines, ``piece`` their number; house numbers are unknown where one row is several."""
    whole = shapely.line_merge(shapely.force_2d(lines.geometry.to_numpy()), directed=True)
    is_single = shapely.get_num_geometries(whole) == 1
    known = {name: lines[name].where(is_single) for name in RANGES}
    parts = lines.assign(**known, geometry=whole).explode(ignore_index=True)
    return parts.assign(piece=np.arange(len(parts)))
