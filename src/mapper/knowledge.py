"""What this machine knows of places: the committed files of ``geo/`` and what a user added."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import geopandas as gpd
import pandas as pd

from mapper import answers, gazetteer, local, places, streets
from mapper.model import Fault
from mapper.settings import Stamp, stamp
from mapper.streets.walks import Walks, from_crossings, from_segments

INPUTS = ("gazetteer.csv", "us_places.csv", "crossings.csv")


@dataclass(frozen=True)
class Knowledge:
    """The files of ``geo/`` as one thing to ask, and what was wrong in them."""

    known: places.Known
    faults: tuple[Fault, ...]
    corners: pd.DataFrame
    segments: tuple[gpd.GeoDataFrame, ...]

    @cached_property
    def walks(self) -> tuple[Walks, ...]:
        """The streets of each street file that a user added, then those of the crossings.

        Made when a route first asks: a place needs no graph.
        """
        return (*map(from_segments, self.segments), from_crossings(self.corners))


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


@lru_cache(maxsize=4)
def _read(geo: Path, as_of: Stamp, *, with_local: bool) -> Knowledge:
    """Read and index the tables; once, as long as the files stay as they are."""
    own, own_faults = gazetteer.read(geo / "gazetteer.csv")
    corners, corner_faults = streets.read(geo / "crossings.csv")
    given, answer_faults = answers.read(geo / "answers.csv")
    added = local.read(geo) if with_local else local.NOTHING
    index = gazetteer.Index([own, gazetteer.read_us(geo / "us_places.csv"), *added.places])
    network = streets.Network([corners, *added.crossings], added.segments)
    version = hashlib.sha256(repr(as_of).encode()).hexdigest()
    faults = (*own_faults, *corner_faults, *answer_faults, *added.faults)
    return Knowledge(places.Known(index, network, given, version), faults, corners, added.segments)
