"""Known street crossings: two names to a corner."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from pathlib import Path

import pandas as pd

from mapper import contract, names, tables
from mapper.contract import LAT, LON, METRES, REQUIRED
from mapper.model import Fault, Place, Position

CROSSINGS: contract.Columns = {
    "street_a": (REQUIRED,),
    "street_b": (REQUIRED,),
    "lon": (LON,),
    "lat": (LAT,),
    "uncertainty_m": (METRES,),
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


class Crossings:
    """Corners by the two streets that meet there, whichever is named first."""

    def __init__(self, frame: pd.DataFrame) -> None:
        """Index the frame of :func:`read`."""
        self._by_pair: dict[frozenset[str], list[Place]] = {}
        for row in frame.to_dict("records"):
            pair = _pair(row["street_a"], row["street_b"])
            self._by_pair.setdefault(pair, []).append(_corner(row))

    def find(self, one: str, other: str) -> list[Place]:
        """The corners of two streets. A type that is given ("Avenue") must be the street's own."""
        found = self._by_pair.get(_pair(one, other), [])
        given = {names.street_type(one), names.street_type(other)} - {""}
        return [place for place in found if given <= set(names.fold(place.name).split())]


def _pair(one: str, other: str) -> frozenset[str]:
    """The key of a corner."""
    return frozenset((names.street_key(one), names.street_key(other)))


def _corner(row: Mapping[Hashable, object]) -> Place:
    """One row as a value."""
    one, other = str(row["street_a"]), str(row["street_b"])
    return Place(
        place_id="crossing-" + names.fold(f"{one} {other}").replace(" ", "-"),
        name=f"{one} & {other}",
        rung="intersection",
        position=Position(lon=float(str(row["lon"])), lat=float(str(row["lat"]))),
        uncertainty_m=float(str(row["uncertainty_m"])),
    )
