"""Known streets: the table of crossings, and what is read from street files."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from mapper import contract, tables
from mapper.contract import FREE, LAT, LON, METRES, REQUIRED
from mapper.model import Fault
from mapper.streets.network import Network

__all__ = ["CROSSINGS", "Network", "read"]

CROSSINGS: contract.Columns = {
    "street_a": (REQUIRED,),
    "street_b": (REQUIRED,),
    "lon": (LON,),
    "lat": (LAT,),
    "uncertainty_m": (METRES,),
    "city": FREE,
    "neighborhood": FREE,
    "source": (REQUIRED,),
}


def read(path: Path) -> tuple[pd.DataFrame, list[Fault]]:
    """Read the table of crossings; a row with a fault is set aside and told.

    Returns:
        ``CROSSINGS`` columns, lon, lat (WGS 84 degrees) and uncertainty_m (metres) as float; and
        the faults of the rows that are not among them.

    Raises:
        DataError: the table cannot be read at all.
    """
    raw = tables.read(path, list(CROSSINGS))
    faults = contract.cell_faults(path.name, raw, CROSSINGS, None)
    kept = raw.drop(index=list({fault.row for fault in faults}))
    return kept.astype({"lon": float, "lat": float, "uncertainty_m": float}), faults
