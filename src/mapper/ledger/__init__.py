"""The geocoding step: the catalogue in, ``geo/placed_*`` out. Same input, same bytes."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from mapper import catalog, decisions, disk, knowledge, local, places, tables
from mapper.errors import DataError
from mapper.ledger import files, rows
from mapper.model import Context, Fault
from mapper.settings import Folders

DECISIONS = "decisions.csv"
OPTIONAL = ("answers.csv", DECISIONS)


@dataclass(frozen=True)
class Built:
    """What the geocoding step gives.

    ``files``: name to the bytes that belong in ``geo/``. ``faults``: those of the rows that are
    left out.
    """

    files: dict[str, bytes]
    faults: tuple[Fault, ...]


def build(folders: Folders, *, with_local: bool = False) -> Built:
    """Place every event and route.

    Args:
        folders: the project.
        with_local: use what a user added, too; the files are then those of ``local/``.

    Raises:
        DataError: a table cannot be read.
    """
    found = catalog.read(folders.data)
    known_ = knowledge.with_local(folders.geo) if with_local else knowledge.committed(folders.geo)
    table, table_faults = decisions.read(folders.geo / DECISIONS)
    ids = set(found.events["event_id"])
    decided, faults = decisions.resolved(table, ids, known_.known.place, DECISIONS)
    events = rows.events(found.events, known_.known, decided)
    routes, legs = rows.routes(found.routes, found.events, known_)
    made = files.every(events, routes, legs, _inputs(folders, with_local=with_local))
    return Built(made, (*found.faults, *known_.faults, *table_faults, *faults))


def unknown(events: pd.DataFrame, known: places.Known) -> list[tuple[str, Context]]:
    """The place texts, each with its context, that no file knows: what a service may be asked."""
    found = []
    wanted = events[["place_text", "locality", "state"]].drop_duplicates()
    for text, locality, state in wanted.itertuples(index=False):
        context = Context(locality, state)
        if text and places.locate(text, context, known).rule == "unknown":
            found.append((text, context))
    return found


def undecided(built: Built) -> list[str]:
    """A line for each event whose place is ambiguous: what it could be, and how to decide it."""
    table = pd.read_csv(io.BytesIO(built.files["placed_events.csv"]), dtype=str).fillna("")
    unclear = table[table["status"] == "ambiguous"]
    cells = (unclear[name].astype(str) for name in ("event_id", "query", "rivals"))
    return [
        f"{event}: {query!r}: {rivals.replace('|', '; ')}. To decide, add a row to"
        f" geo/{DECISIONS}: {event},PLACE_ID,why,YYYY-MM-DD"
        for event, query, rivals in zip(*cells, strict=True)
    ]


def folder(folders: Folders, *, with_local: bool = False) -> Path:
    """Where the ledger is written: with local knowledge it never replaces the committed one."""
    return folders.geo / "local" if with_local else folders.geo


def _inputs(folders: Folders, *, with_local: bool) -> list[Path]:
    """Every file that the ledger is made from, if it is there."""
    wanted = [folders.data / name for name in ("events.csv", "routes.csv")]
    wanted += [folders.geo / name for name in (*knowledge.INPUTS, *OPTIONAL)]
    stores = [local.folder(folders.geo, topic) for topic in local.TOPICS] if with_local else []
    wanted += [path for store in stores for path in sorted(store.glob("*.parquet"))]
    return [path for path in wanted if path.is_file()]


def write(where: Path, built: Built) -> list[str]:
    """Write the files that changed into a folder; give their names.

    Raises:
        DataError: a file cannot be written.
    """
    changed = stale(where, built)
    for name in changed:
        disk.replace(where / name, built.files[name])
    return changed


def stale(where: Path, built: Built) -> list[str]:
    """The files of the ledger that are missing or not what was built."""
    return [
        name
        for name, content in built.files.items()
        if not (where / name).is_file() or (where / name).read_bytes() != content
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


def with_words(routes: pd.DataFrame, words: pd.DataFrame) -> pd.DataFrame:
    """The placed routes with the words of the catalogue's; a parted group has those of its route.

    Args:
        routes: as :func:`read_routes` gives them.
        words: ``route_id`` and ``words`` of the catalogue.
    """
    ids = routes["route_id"]
    own = ids.where(ids.isin(words["route_id"]), ids.str.rpartition("-")[0])
    said = words.set_index("route_id")["words"]
    return routes.assign(words=own.map(said))[own.isin(said.index)].reset_index(drop=True)


def read_legs(geo: Path) -> list[dict[str, Any]]:
    """The legs of the placed routes, as ``rows.routes`` gives them.

    Raises:
        DataError: the ledger is missing or is no such file.
    """
    path = geo / "placed_routes.geojson"
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        return [
            {**feature["properties"], "line": feature["geometry"]["coordinates"]}
            for feature in features
        ]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise DataError("ledger_stale", file=path.name) from error


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
