"""What this machine knows of places: the committed files of ``geo/`` and what a user added."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

import geopandas as gpd
import pandas as pd

from mapper import answers, cards, gazetteer, local, places, streets
from mapper.contract import US_STATES
from mapper.model import Circle, Context, Fault
from mapper.settings import Stamp, stamp
from mapper.streets import loaders
from mapper.streets.walks import Network, Walks, from_crossings, from_segments

INPUTS = ("gazetteer.csv", "us_places.csv", "crossings.csv")
CROSSINGS = "crossings.csv"


@dataclass(frozen=True)
class Knowledge:
    """The files of ``geo/`` as one thing to ask, and what was wrong in them."""

    known: places.Known
    faults: tuple[Fault, ...]
    corners: tuple[tuple[pd.DataFrame, Network], ...]
    segments: tuple[tuple[gpd.GeoDataFrame, Network], ...]

    @cached_property
    def walks(self) -> tuple[Walks, ...]:
        """The streets of each street file that a user added, then those of the crossings.

        Made when a route first asks: a place needs no graph.
        """
        files = (from_segments(frame, network) for frame, network in self.segments)
        return (*files, *(from_crossings(frame, network) for frame, network in self.corners))

    def walks_in(self, context: Context) -> tuple[tuple[Walks, ...], tuple[Circle, ...]]:
        """The streets for a march there, and the circles that it must lie in (none: anywhere).

        Where the city is not known, the table of crossings is left out: it is of one city, and
        others have streets of the same names.
        """
        circles = places.scope_of(context, self.known).circles
        if context.city and not circles:
            return tuple(walks for walks in self.walks if walks.whole), ()
        if not context.city and context.state:
            name = US_STATES.get(context.state, context.state)
            states = (place for place in self.known.search(name) if place.rung == "state")
            circles = tuple(Circle(place.position, place.uncertainty_m) for place in states)
        return self.walks, circles


def committed(geo: Path) -> Knowledge:
    """What the committed files know: the ledger is made from them alone.

    Raises:
        DataError: a table of ``geo/`` cannot be read.
    """
    return _read(geo, stamp(geo), with_local=False)


def with_local(geo: Path) -> Knowledge:
    """What the committed files and those under ``local/`` know.

    Raises:
        DataError: a table of ``geo/`` cannot be read.
    """
    folders = (local.folder(geo, topic) for topic in local.TOPICS)
    return _read(geo, stamp(geo, *folders), with_local=True)


def with_streets(geo: Path, file: Path) -> Knowledge:
    """The same, with the streets of a file that is not in the store: marches walk on these alone.

    Raises:
        DataError: a table of ``geo/``, or the file, cannot be read.
    """
    loaded = loaders.read(file, loaders.Options())
    own = ((loaded.frame, Network(file.name, loaded.as_of)),)
    knows, added = with_local(geo), local.read(geo)
    is_corners = loaded.kind == "corners"
    tables = [frame for frame, _ in (*knows.corners, *(own if is_corners else ()))]
    files = [frame for frame, _ in (*(() if is_corners else own), *knows.segments)]
    known = replace(
        knows.known,
        network=streets.Network([*tables, *added.crossings], files),
        version=cards.sha256(file),
    )
    return replace(
        knows, known=known, corners=own if is_corners else (), segments=() if is_corners else own
    )


@lru_cache(maxsize=4)
def _read(geo: Path, as_of: Stamp, *, with_local: bool) -> Knowledge:
    """Read and index the tables; once, as long as the files stay as they are."""
    version = hashlib.sha256(repr(as_of).encode()).hexdigest()
    return _known(geo, local.read(geo) if with_local else local.NOTHING, version)


def _known(geo: Path, added: local.Local, version: str) -> Knowledge:
    """The tables of ``geo/``, and what was added, as one thing to ask."""
    own, own_faults = gazetteer.read(geo / "gazetteer.csv")
    corners, corner_faults = streets.read(geo / CROSSINGS)
    given, answer_faults = answers.read(geo / "answers.csv")
    index = gazetteer.Index([own, gazetteer.read_us(geo / "us_places.csv"), *added.places])
    network = streets.Network([corners, *added.crossings], [frame for frame, _ in added.segments])
    faults = (*own_faults, *corner_faults, *answer_faults, *added.faults)
    known = places.Known(index, network, given, version)
    return Knowledge(known, faults, ((corners, _own_network(geo)),), added.segments)


def _own_network(geo: Path) -> Network:
    """The table of crossings, with the day that its card gives ("" without one)."""
    card = cards.of(geo / CROSSINGS)
    return Network(CROSSINGS, card.retrieved.isoformat() if card else "")
