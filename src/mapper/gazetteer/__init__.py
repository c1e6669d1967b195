"""The tables of places: the project's own, and the cities, counties and states of the US."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from mapper import contract, tables
from mapper.contract import FREE, ID, LAT, LON, METRES, REQUIRED, STATE, one_of
from mapper.errors import DataError
from mapper.gazetteer.index import RUNGS, Index
from mapper.model import Fault

__all__ = ["GAZETTEER", "RUNGS", "Index", "read", "read_us"]

OWN_KINDS = ("high_school", "university", "landmark", "street", "neighborhood")
GAZETTEER: contract.Columns = {
    "place_id": (ID,),
    "name": (REQUIRED,),
    "kind": (one_of(OWN_KINDS),),
    "aliases": FREE,
    "lon": (LON,),
    "lat": (LAT,),
    "uncertainty_m": (METRES,),
    "address": FREE,
    "neighborhood": FREE,
    "city": FREE,
    "postal_city": FREE,
    "county": FREE,
    "state": (STATE,),
    "cdscode": FREE,
    "source": (REQUIRED,),
}
US_PLACES = (
    "place_id",
    "name",
    "kind",
    "aliases",
    "lon",
    "lat",
    "radius_m",
    "county",
    "state",
    "population",
    "source",
)


def read(path: Path) -> tuple[pd.DataFrame, list[Fault]]:
    """Read the project's own table of places; a row with a fault is set aside and told.

    Returns:
        One row a place (``GAZETTEER`` columns; lon, lat in WGS 84 degrees and uncertainty_m in
        metres as float, all else str), and the faults of the rows that are not among them.

    Raises:
        DataError: the table cannot be read at all.
    """
    raw = tables.read(path, list(GAZETTEER))
    faults = contract.cell_faults(path.name, raw, GAZETTEER, "place_id")
    kept = raw.drop(index=list({fault.row for fault in faults}))
    return _as_numbers(kept, "uncertainty_m"), faults


def read_us(path: Path) -> pd.DataFrame:
    """Read the prepared cities, counties and states, in the columns of :func:`read`.

    The file is made by ``tools/prepare_us_places.py`` and guarded by the hash in its card, so its
    25,000 rows are not checked cell by cell at each start.

    Raises:
        DataError: the table cannot be read at all.
    """
    raw = tables.read(path, US_PLACES)
    if strange := set(raw["kind"]) - set(RUNGS):
        raise DataError("kind_unknown", file=path.name, value=min(strange))
    is_city = raw["kind"] == "city"
    filled = raw.rename(columns={"radius_m": "uncertainty_m"}).assign(
        neighborhood="", city=raw["name"].where(is_city, ""), postal_city="", address=""
    )
    try:
        return _as_numbers(filled, "uncertainty_m")
    except ValueError as error:
        raise DataError("number_wrong", file=path.name, reason=str(error)) from error


def _as_numbers(table: pd.DataFrame, radius: str) -> pd.DataFrame:
    """Positions and radii as float."""
    return table.astype({"lon": float, "lat": float, radius: float})
