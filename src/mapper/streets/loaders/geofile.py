"""Open a vector file and bring it into WGS 84 degrees."""

from __future__ import annotations

import warnings
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from pyproj.exceptions import CRSError

from mapper import contract
from mapper.crs import WGS84
from mapper.errors import DataError
from mapper.streets.loaders import columns
from mapper.streets.loaders.result import Given

PARQUET = b"PAR1"
# What GDAL says of a file that none of its drivers knows.
NO_FORMAT = "not recognized as being in a supported file format"
# (low, high), to tell when longitude and latitude are swapped.
US_LON, US_LAT = contract.UNITED_STATES[:2], contract.UNITED_STATES[2:]
# Degrees of longitude and latitude, both ways.
FARTHEST = (180.0, 90.0)


def read(given: Given) -> gpd.GeoDataFrame:
    """The file as it stands, with ``feature``, the number of each row from 1.

    Of several layers the one with lines and with names is read, the largest first.

    Raises:
        DataError: it cannot be read, or has no geometry.
    """
    try:
        # What GDAL warns of (odd dates, odd ids, odd headers) does not touch names and lines.
        with warnings.catch_warnings(action="ignore"):
            table = _open(given.path)
    except (RuntimeError, ValueError, LookupError, OSError, MemoryError) as error:
        # pyogrio and pyarrow have no error of their own in common
        reason = str(error).replace(str(given.path), given.file).split("\n")[0]
        if NO_FORMAT in reason:
            raise DataError("streets_unknown", file=given.file) from error
        raise DataError("file_unreadable", file=given.file, reason=reason) from error
    if not isinstance(table, gpd.GeoDataFrame):
        raise DataError("geometry_missing", file=given.file)
    if table.empty:
        raise DataError("streets_none", file=given.file)
    table = table.rename_geometry("geometry") if table.geometry.name != "geometry" else table
    return table.assign(feature=np.arange(1, len(table) + 1))


def _open(path: Path) -> gpd.GeoDataFrame | pd.DataFrame:
    """The layer of streets of one file."""
    if path.is_file() and _starts_with(path, PARQUET):
        return gpd.read_parquet(path)
    return gpd.read_file(path, layer=_layer(path), use_arrow=True)


def _starts_with(path: Path, magic: bytes) -> bool:
    """Whether a file begins with these bytes."""
    with path.open("rb") as file:
        return file.read(len(magic)) == magic


def _layer(path: Path) -> str:
    """The layer to read: of lines, with a column of names, with the most rows."""
    layers = [str(name) for name in pyogrio.list_layers(path)[:, 0]]
    if not layers:
        raise ValueError("no layers")
    return layers[0] if len(layers) == 1 else max(layers, key=lambda layer: _worth(path, layer))


def _worth(path: Path, layer: str) -> tuple[bool, bool, int]:
    """How well a layer would do."""
    facts = pyogrio.read_info(path, layer=layer, force_feature_count=True)
    found = columns.find([str(name) for name in facts["fields"]])
    is_lines = "LineString" in str(facts["geometry_type"])
    return is_lines, bool(found.full or found.base), int(facts["features"])


def in_degrees(given: Given, table: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The table in WGS 84, by the user's CRS or else the file's own.

    Raises:
        DataError: the CRS is not known, or the coordinates cannot be degrees of longitude and
            latitude in this order.
    """
    if given.options.crs:
        table = _named(given, table)
    elif table.crs is None:
        _check_order(given, table)
        _check_degrees(given, table, "crs_missing")
        table = table.set_crs(WGS84)
    if not table.crs.equals(WGS84):
        table = table.to_crs(WGS84)
    _check_order(given, table)
    _check_degrees(given, table, "crs_wrong")
    return table


def _named(given: Given, table: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The table in the CRS that the user named."""
    try:
        return table.set_crs(given.options.crs, allow_override=True)
    except CRSError as error:
        raise DataError("crs_unknown", file=given.file, value=given.options.crs) from error


def _check_degrees(given: Given, table: gpd.GeoDataFrame, code: str) -> None:
    """No coordinate lies beyond the earth, nor is it infinite or no number."""
    points, row = shapely.get_coordinates(table.geometry.to_numpy(), return_index=True)
    off = ~(np.abs(points) <= FARTHEST).all(axis=1)
    if off.any():
        _refuse(given, table, (points[off][0], int(row[off][0])), code)


def _check_order(given: Given, table: gpd.GeoDataFrame) -> None:
    """Longitude is first: a file all of whose points would lie in the US the other way is not."""
    points, row = shapely.get_coordinates(table.geometry.to_numpy(), return_index=True)
    if len(points) and _inside(points[:, 0], US_LAT) and _inside(points[:, 1], US_LON):
        _refuse(given, table, (points[0], int(row[0])), "lines_swapped")


def _inside(numbers: np.ndarray, ends: tuple[float, float]) -> bool:
    """Whether all numbers lie between the ends."""
    return bool(((numbers >= ends[0]) & (numbers <= ends[1])).all())


def _refuse(given: Given, table: pd.DataFrame, where: tuple[np.ndarray, int], code: str) -> None:
    """Say where the first wrong coordinate stands."""
    point, row = where
    value = f"{point[0]:.10g}, {point[1]:.10g}"
    raise DataError(code, file=given.file, row=int(table["feature"].iloc[row]), value=value)
