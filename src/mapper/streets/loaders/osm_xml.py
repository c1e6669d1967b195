"""Read OSM XML by way of osmnx. Slow to import: only ``loaders._osm_loader`` does."""

from __future__ import annotations

import gc
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import ParseError
from xml.sax import SAXException

import networkx as nx
import numpy as np
import osmnx

from mapper.errors import DataError
from mapper.streets.loaders import osm, sniff
from mapper.streets.loaders.noding import Bools, Ints, Vertices
from mapper.streets.loaders.result import Given, Loaded

# Of the Overpass server, of a planet extract: the moment up to which edits are in the file.
_AS_OF = re.compile(
    rb"""(?:osm_base|osmosis_replication_timestamp|timestamp)=["'](\d{4}-\d\d-\d\d)"""
)
# The graph takes 30 bytes of memory for each of the file: 400 MB need 12 GB.
MOST_MB = 400
SETTINGS = {
    "useful_tags_way": list(osm.TAGS),
    "useful_tags_node": [],
    # One edge for each step of a way, in its own direction: people walk both ways.
    "all_oneway": True,
    "cache_only_mode": False,
    "log_console": False,
    "log_file": False,
}


def read(given: Given) -> Loaded:
    """Read an OSM XML file whose ways are complete.

    Raises:
        DataError: it is too big, is no OSM XML, is cut off, or names nodes that it does not have.
    """
    size_mb = given.path.stat().st_size // 1_000_000
    if size_mb > MOST_MB:
        raise DataError("osm_too_big", file=given.file, value=size_mb)
    with _no_collection():
        return _read(given)


def _read(given: Given) -> Loaded:
    """The streets of the graph."""
    graph = _graph(given)
    edges = list(graph.edges(data=True))
    tags = {data["osmid"]: data for _, _, data in edges}
    table = osm.table_of(tags, tags.values())
    chosen = osm.is_street(table)
    number = {osmid: row for row, osmid in enumerate(table.loc[chosen, "id"])}
    steps = np.array(
        [(number[data["osmid"]], u, v) for u, v, data in edges if data["osmid"] in number],
        dtype=np.int64,
    ).reshape(-1, 3)
    line, node, row = trails(steps)
    places = dict(graph.nodes(data=True))
    lon, lat = np.array([(places[key]["x"], places[key]["y"]) for key in node]).reshape(-1, 2).T
    ways = osm.Ways(table[chosen].iloc[row].reset_index(drop=True), Vertices(line, node, lon, lat))
    left_out = {"not_a_street": int((~chosen).sum())}
    return osm.loaded(given, ways, ("OSM XML", _as_of(given)), left_out)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without the garbage collector, which takes half the time among millions of live objects."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _graph(given: Given) -> nx.MultiDiGraph:
    """The graph of the file: every node, and an edge for each step of each way."""
    try:
        # osmnx warns of its own files, that they may be simplified: they are read all the same.
        with _settings(), warnings.catch_warnings(action="ignore"):
            return osmnx.graph_from_xml(given.path, simplify=False, retain_all=True)
    except (ParseError, SAXException, KeyError, TypeError) as error:
        raise DataError("osm_broken", file=given.file, reason=str(error)) from error
    except UnicodeDecodeError as error:
        raise DataError("osm_broken", file=given.file, reason=error.reason) from error
    except osmnx._errors.InsufficientResponseError as error:
        raise DataError("streets_none", file=given.file) from error
    except ValueError as error:
        if "missing nodes" in str(error):
            raise DataError("osm_incomplete", file=given.file) from error
        raise DataError("osm_broken", file=given.file, reason=str(error)) from error


@contextmanager
def _settings() -> Iterator[None]:
    """The settings of osmnx are global: they are ours for one call, and then as they were."""
    before = {name: getattr(osmnx.settings, name) for name in SETTINGS}
    for name, value in SETTINGS.items():
        setattr(osmnx.settings, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(osmnx.settings, name, value)


def _as_of(given: Given) -> str:
    """The date of the data as the head of the file has it: before the first node, or nowhere."""
    head = re.split(rb"<(?:node|way)\b", sniff.first_bytes(given))[0]
    found = _AS_OF.search(head)
    return found[1].decode() if found else ""


def trails(steps: Ints) -> tuple[Ints, Ints, Ints]:
    """Put the steps of ways, which a graph has in no order, into lines again.

    Args:
        steps: one row a step: the way, the node before it, the node after it.

    Returns:
        For each vertex its line and its node; and for each line its way. A way that touches
        itself comes in several lines.
    """
    follows, has_before = _links(steps)
    order, heads = _walk(follows.tolist(), has_before)
    is_head = np.zeros(len(order), dtype=bool)
    is_head[heads] = True
    twice = np.repeat(np.arange(len(order)), 1 + is_head)
    is_start = np.concatenate([np.diff(twice) == 0, [False]])[: len(twice)]
    walked = steps[order]
    node = np.where(is_start, walked[twice, 1], walked[twice, 2])
    line = (np.cumsum(is_head) - 1)[twice]
    return line.astype(np.int64), node.astype(np.int64), walked[heads, 0]


def _links(steps: Ints) -> tuple[Ints, Bools]:
    """For each step the one that follows on its way (-1: none), and whether one comes before."""
    node = np.unique(steps[:, 1:], return_inverse=True)[1].reshape(-1, 2)
    key = steps[:, :1] * np.int64(node.max(initial=0) + 1) + node
    spot = np.unique(key, return_inverse=True)[1].reshape(-1, 2)
    total = int(spot.max(initial=-1)) + 1
    leaves, comes = (np.bincount(spot[:, end], minlength=total) for end in (0, 1))
    is_through = (leaves == 1) & (comes == 1)
    leaving = np.full(total, -1, dtype=np.int64)
    leaving[spot[:, 0]] = np.arange(len(steps))
    return np.where(is_through[spot[:, 1]], leaving[spot[:, 1]], -1), is_through[spot[:, 0]]


def _walk(follows: list[int], has_before: Bools) -> tuple[Ints, Ints]:
    """The steps in the order of walking, and where in it each line begins; rings begin anywhere."""
    order: list[int] = []
    heads: list[int] = []
    seen = bytearray(len(follows))
    for start in [*np.flatnonzero(~has_before).tolist(), *np.flatnonzero(has_before).tolist()]:
        if not seen[start]:
            heads.append(len(order))
        step = start
        while step >= 0 and not seen[step]:
            seen[step] = 1
            order.append(step)
            step = follows[step]
    return np.array(order, dtype=np.int64), np.array(heads, dtype=np.int64)
