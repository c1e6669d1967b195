"""The geocoding step: the catalogue in, ``geo/placed_*`` out. Same input, same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from mapper import catalog, gazetteer, places, streets, tables
from mapper.errors import DataError
from mapper.ledger import files, rows
from mapper.model import Fault
from mapper.settings import Folders

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
    own, own_faults = gazetteer.read(geo / "gazetteer.csv")
    corners, corner_faults = streets.read(geo / "crossings.csv")
    geocoder = gazetteer.Gazetteer([own, gazetteer.read_us(geo / "us_places.csv")])
    known = places.known(geocoder, streets.Crossings(corners))
    return Knowledge(known, (*own_faults, *corner_faults))


def build(folders: Folders) -> dict[str, bytes]:
    """Place every event and route: file name to the bytes that belong in ``geo/``.

    Raises:
        DataError: a table cannot be read.
    """
    found = catalog.read(folders.data)
    known = knowledge(folders.geo).known
    events = rows.events(found.events, known)
    routes = rows.routes(found.routes, found.events, known)
    inputs = [folders.data / name for name in ("events.csv", "routes.csv")]
    return files.every(events, routes, [*inputs, *(folders.geo / name for name in INPUTS)])


def write(folders: Folders) -> list[str]:
    """Write the ledger; give the names of the files that changed.

    Raises:
        DataError: a table cannot be read, or a file cannot be written.
    """
    changed = _changed(folders)
    for name, content in changed.items():
        files.replace(folders.geo / name, content)
    return list(changed)


def stale(folders: Folders) -> list[str]:
    """The files of the ledger that are missing or not what :func:`build` gives.

    Raises:
        DataError: a table cannot be read.
    """
    return list(_changed(folders))


def _changed(folders: Folders) -> dict[str, bytes]:
    """What :func:`build` gives and the folder does not hold."""
    return {
        name: content
        for name, content in build(folders).items()
        if not (folders.geo / name).is_file() or (folders.geo / name).read_bytes() != content
    }


def read_events(geo: Path) -> pd.DataFrame:
    """The placed events: ``rows.EVENT_COLUMNS``, lon, lat and uncertainty_m as nullable float.

    Raises:
        DataError: the ledger is missing or is no such table.
    """
    return _numeric(tables.read(geo / "placed_events.csv", rows.EVENT_COLUMNS))


def read_routes(geo: Path) -> pd.DataFrame:
    """The placed routes: ``rows.ROUTE_COLUMNS``, positions and length_m as nullable float.

    Raises:
        DataError: the ledger is missing or is no such table.
    """
    return _numeric(tables.read(geo / "placed_routes.csv", rows.ROUTE_COLUMNS))


def _numeric(table: pd.DataFrame) -> pd.DataFrame:
    """Positions and lengths as numbers.

    Raises:
        DataError: one of them is no number.
    """
    wanted = [name for name in table if str(name).endswith(("lon", "lat", "_m"))]
    try:
        numbers = {str(name): pd.to_numeric(table[name]) for name in wanted}
    except ValueError as error:
        raise DataError("ledger_stale", file="placed_events.csv") from error
    return table.assign(**numbers).reset_index(drop=True)
