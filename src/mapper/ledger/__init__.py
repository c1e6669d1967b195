"""The geocoding step: the catalogue in, ``geo/placed_*`` out. Same input, same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

from mapper import catalog, disk, gazetteer, places, streets, tables
from mapper.errors import DataError
from mapper.ledger import files, rows
from mapper.model import Fault
from mapper.settings import Folders, Stamp, stamp

INPUTS = ("gazetteer.csv", "us_places.csv", "crossings.csv")


@dataclass(frozen=True)
class Knowledge:
    """The committed files of ``geo/`` as one thing to ask, and what was wrong in them."""

    known: places.Known
    faults: tuple[Fault, ...]


def knowledge(geo: Path) -> Knowledge:
    """Load what is known of places.

    Raises:
        DataError: a table of ``geo/`` cannot be read.
    """
    return _knowledge(geo, stamp(geo))


@lru_cache(maxsize=4)
def _knowledge(geo: Path, as_of: Stamp) -> Knowledge:
    """Read and index the tables; once, as long as the files stay as they are."""
    own, own_faults = gazetteer.read(geo / "gazetteer.csv")
    corners, corner_faults = streets.read(geo / "crossings.csv")
    geocoder = gazetteer.Gazetteer([own, gazetteer.read_us(geo / "us_places.csv")])
    known = places.known(geocoder, streets.Crossings(corners))
    return Knowledge(known, (*own_faults, *corner_faults))


@dataclass(frozen=True)
class Built:
    """What the geocoding step gives.

    ``files``: name to the bytes that belong in ``geo/``. ``faults``: those of the rows that are
    left out.
    """

    files: dict[str, bytes]
    faults: tuple[Fault, ...]


def build(folders: Folders) -> Built:
    """Place every event and route.

    Raises:
        DataError: a table cannot be read.
    """
    found = catalog.read(folders.data)
    places_ = knowledge(folders.geo)
    events = rows.events(found.events, places_.known)
    routes = rows.routes(found.routes, found.events, places_.known)
    inputs = [folders.data / name for name in ("events.csv", "routes.csv")]
    inputs += [folders.geo / name for name in INPUTS]
    return Built(files.every(events, routes, inputs), (*found.faults, *places_.faults))


def write(folders: Folders, built: Built) -> list[str]:
    """Write the files that changed; give their names.

    Raises:
        DataError: a file cannot be written.
    """
    changed = stale(folders, built)
    for name in changed:
        disk.replace(folders.geo / name, built.files[name])
    return changed


def stale(folders: Folders, built: Built) -> list[str]:
    """The files of the ledger that are missing or not what was built."""
    return [
        name
        for name, content in built.files.items()
        if not (folders.geo / name).is_file() or (folders.geo / name).read_bytes() != content
    ]


def read_events(geo: Path) -> pd.DataFrame:
    """The placed events: ``rows.EVENT_COLUMNS``, lon, lat and uncertainty_m as nullable float.

    Raises:
        DataError: the ledger is missing or is no such table.
    """
    return _numeric(geo / "placed_events.csv", rows.EVENT_COLUMNS)


def read_routes(geo: Path) -> pd.DataFrame:
    """The placed routes: ``rows.ROUTE_COLUMNS``, positions and length_m as nullable float.

    Raises:
        DataError: the ledger is missing or is no such table.
    """
    return _numeric(geo / "placed_routes.csv", rows.ROUTE_COLUMNS)


def _numeric(path: Path, columns: Sequence[str]) -> pd.DataFrame:
    """A table of the ledger, its positions and lengths as numbers.

    Raises:
        DataError: it cannot be read, or one of them is no number.
    """
    table = tables.read(path, columns)
    wanted = [name for name in table if str(name).endswith(("lon", "lat", "_m"))]
    try:
        numbers = {str(name): pd.to_numeric(table[name]) for name in wanted}
    except ValueError as error:
        raise DataError("ledger_stale", file=path.name) from error
    return table.assign(**numbers).reset_index(drop=True)
