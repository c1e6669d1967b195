"""From the coordinates as a file writes them to WGS 84 degrees inside the United States."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyproj
import pyproj.exceptions

from mapper.contract import UNITED_STATES
from mapper.crs import WGS84
from mapper.errors import DataError
from mapper.gazetteer.loaders.draft import Draft
from mapper.gazetteer.loaders.text import SHOWN
from mapper.model import Fault

WEST, EAST, SOUTH, NORTH = UNITED_STATES
# The ends of the degrees: what lies beyond in most rows is metres or feet of a projection.
MOST_LON, MOST_LAT = 180.0, 90.0


@dataclass(frozen=True)
class Positions:
    """Longitudes and latitudes as float, and the faults of the rows that have none.

    The index of both is that of the rows that have a position.
    """

    lon: pd.Series
    lat: pd.Series
    faults: tuple[Fault, ...]


def empty(draft: Draft) -> pd.Series:
    """Whether a row has no coordinates at all, which is no fault of it."""
    rows = draft.rows
    return (rows["lon"].astype(str) == "") | (rows["lat"].astype(str) == "")


def read(draft: Draft, crs: str) -> Positions:
    """Turn the coordinates of a draft into degrees.

    Args:
        draft: rows with coordinates.
        crs: the system that they are in, "" for degrees.

    Raises:
        DataError: in most rows latitude and longitude are exchanged, or the numbers are those of a
            projection and ``crs`` is "", or ``crs`` is not known.
    """
    lon = pd.to_numeric(draft.rows["lon"], errors="coerce").replace([np.inf, -np.inf], np.nan)
    lat = pd.to_numeric(draft.rows["lat"], errors="coerce").replace([np.inf, -np.inf], np.nan)
    numbers = lon.notna() & lat.notna()
    faults = [
        fault
        for name, values in {"lon": lon, "lat": lat}.items()
        for fault in _faults(draft, values.isna(), name, "degrees_form")
    ]
    lon, lat = lon[numbers], lat[numbers]
    if crs:
        lon, lat = _transformed(draft.file, lon, lat, crs)
    else:
        _check_order(draft, lon, lat)
    zero = (lon == 0) & (lat == 0)
    faults += _faults(draft, zero, "lat", "position_zero")
    lon_out, lat_out = ~lon.between(WEST, EAST) & ~zero, ~lat.between(SOUTH, NORTH) & ~zero
    faults += _faults(draft, lon_out, "lon", "not_in_us")
    faults += _faults(draft, lat_out & ~lon_out, "lat", "not_in_us")
    kept = ~(zero | lon_out | lat_out)
    return Positions(lon[kept], lat[kept], tuple(faults))


def _faults(draft: Draft, which: pd.Series, name: str, code: str) -> list[Fault]:
    """A fault for each row that is true in ``which``."""
    column = draft.columns.get(name, name)
    cells = draft.rows.loc[which.index[which], name].astype(str).str.slice(0, SHOWN)
    return [Fault(draft.file, int(row), column, value, code) for row, value in cells.items()]


def _check_order(draft: Draft, lon: pd.Series, lat: pd.Series) -> None:
    """Degrees, longitude in its column and latitude in its own.

    Raises:
        DataError: most rows are otherwise; the first of them is named.
    """
    exchanged = lat.between(WEST, EAST) & lon.between(SOUTH, NORTH)
    projected = (lon.abs() > MOST_LON) | (lat.abs() > MOST_LAT)
    for which, code in ((exchanged, "coordinates_swapped"), (projected, "coordinates_projected")):
        if which.sum() * 2 > len(which):
            row = which[which].index[0]
            pair = (str(draft.rows.at[row, name]) for name in ("lon", "lat"))
            told = {
                "row": int(row),
                "column": ", ".join(draft.columns.get(name, name) for name in ("lon", "lat")),
                "value": ", ".join(pair)[:SHOWN],
            }
            raise DataError(code, file=draft.file, **told)


def _transformed(
    file: str, east: pd.Series, north: pd.Series, crs: str
) -> tuple[pd.Series, pd.Series]:
    """Longitudes and latitudes of projected coordinates; infinite where the projection has none."""
    try:
        to_degrees = pyproj.Transformer.from_crs(crs, WGS84, always_xy=True)
    except pyproj.exceptions.ProjError as error:
        raise DataError("crs_unknown", file=file, value=crs[:SHOWN]) from error
    lon, lat = to_degrees.transform(east.to_numpy(dtype=float), north.to_numpy(dtype=float))
    return pd.Series(lon, index=east.index), pd.Series(lat, index=north.index)
