"""Public files that a user added: checked, stored once under ``local/``, listed, removable.

``place`` and ``route`` use them. The committed ledger does not, unless it is asked to.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import geopandas as gpd
import pandas as pd

from mapper import cards, disk, names
from mapper.errors import UsageError
from mapper.model import Card, Fault
from mapper.streets.walks import Network

TOPICS = ("gazetteer", "streets")
# What each column holds, for the card.
MEANINGS = {
    "place_id": "Id of the place, from the file's own where it has one.",
    "kind": "What it is; decides its rung.",
    "aliases": "Other names, joined by |.",
    "uncertainty_m": "Radius in metres that holds the true place.",
    "lon": "Longitude, WGS 84 decimal degrees.",
    "lat": "Latitude, WGS 84 decimal degrees.",
    "source": "The file and the row that it came from.",
    "from_node": "Node where the segment begins.",
    "to_node": "Node where it ends.",
    "walkable": "Whether a march can walk it: no freeway.",
    "geometry": "Point or line, WGS 84.",
}


@dataclass(frozen=True)
class Local:
    """Everything that was added, as frames."""

    places: tuple[pd.DataFrame, ...]
    crossings: tuple[pd.DataFrame, ...]
    segments: tuple[tuple[gpd.GeoDataFrame, Network], ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Terms:
    """What a file says of itself: format, licence, and the day it is of ("" if unknown).

    ``title`` is what it is called, "" as the file is; ``url`` and ``note`` are more for the card.
    """

    format: str
    licence: str
    as_of: str
    title: str = ""
    url: str = ""
    note: str = ""


NOTHING = Local((), (), (), ())


def folder(geo: Path, topic: str) -> Path:
    """Where the files of a topic are stored."""
    return geo / "local" / topic


def store(geo: Path, topic: str, source: Path, frame: gpd.GeoDataFrame, terms: Terms) -> str:
    """Write a normalised frame as GeoParquet with its card; an older one of that name goes.

    Returns:
        The name that it has in the store.

    Raises:
        DataError: the folder cannot be written to.
    """
    name = names.slug(source.stem.partition(".")[0]) or topic
    path = folder(geo, topic) / f"{name}.parquet"
    content = io.BytesIO()
    frame.to_parquet(content, index=False)
    card = _card(path, source, frame, terms, content.getvalue())
    disk.replace(path, content.getvalue())
    disk.replace(cards.card_of(path), cards.text(card).encode())
    return name


def listed(geo: Path, topic: str) -> list[Card]:
    """The cards of what was added, by name."""
    return cards.read_all(folder(geo, topic))


def remove(geo: Path, topic: str, name: str) -> None:
    """Take a file out again.

    Raises:
        UsageError: there is none of that name.
    """
    stored = {path.stem: path for path in sorted(folder(geo, topic).glob("*.parquet"))}
    if name not in stored:
        raise UsageError("no_such_file", value=name, reason=", ".join(stored) or "—")
    stored[name].unlink()
    cards.card_of(stored[name]).unlink(missing_ok=True)


def read(geo: Path) -> Local:
    """Everything that was added; a stored file that cannot be read is left out and told."""
    faults: list[Fault] = []
    places = _frames(folder(geo, "gazetteer"), pd.read_parquet, faults)
    streets = _frames(folder(geo, "streets"), gpd.read_parquet, faults)
    return Local(
        tuple(frame for _, frame in places if "place_id" in frame),
        tuple(frame for _, frame in streets if "street_a" in frame),
        tuple((frame, _network(path)) for path, frame in streets if "from_node" in frame),
        tuple(faults),
    )


def _network(path: Path) -> Network:
    """A stored street file as the network that a route names, with the day that it is of."""
    card = cards.of(path)
    return Network(path.stem, "" if card is None else _as_of(card))


def _as_of(card: Card) -> str:
    """The day that :func:`_card` wrote, else the day on which the file was added."""
    day = card.source.partition(" of ")[2].partition(",")[0]
    return day or card.retrieved.isoformat()


def _frames(
    store: Path, reader: Callable[[Path], pd.DataFrame], faults: list[Fault]
) -> list[tuple[Path, gpd.GeoDataFrame]]:
    """The files of one folder with their frames, in the order of their names."""
    found = []
    for path in sorted(store.glob("*.parquet")):
        try:
            found.append((path, reader(path)))
        except (OSError, ValueError) as error:
            reason = str(error).splitlines()[0]
            faults.append(Fault(path.name, 1, "", reason, "local_broken"))
    return found


def _card(path: Path, source: Path, frame: gpd.GeoDataFrame, terms: Terms, content: bytes) -> Card:
    """The card of a stored file."""
    as_of = f" of {terms.as_of}" if terms.as_of else ""
    title = terms.title or source.name
    return Card(
        file=path.name,
        title=f"{title} ({len(frame)} rows)",
        title_es=f"{title} ({len(frame)} filas)",
        source=f"{terms.format}{as_of}, {source.name} sha256:{cards.sha256(source)}",
        url=terms.url,
        retrieved=datetime.now(UTC).date(),
        licence=terms.licence,
        sha256=hashlib.sha256(content).hexdigest(),
        columns={str(column): MEANINGS.get(str(column), str(column)) for column in frame},
        note=terms.note,
    )
