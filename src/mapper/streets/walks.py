"""Every street that one source knows, by its name: each a graph, made when it is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple, Protocol
from weakref import WeakKeyDictionary

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd

from mapper import geometry, names
from mapper.geometry import Floats
from mapper.model import Bounds, Position
from mapper.streets.graphs import Crossings, Rows, Segments
from mapper.streets.street import Node, Spot, Street

__all__ = [
    "NO_STREETS",
    "UNNAMED",
    "Network",
    "Node",
    "Spot",
    "Street",
    "Walks",
    "from_crossings",
    "from_segments",
]

# A street that stops and goes on after so much, or two that so nearly meet, are one way on foot
# if the network has a way between that is not half as long again. Conventions (docs/method.md).
GAP_M, LINK_M, DETOUR = 150.0, 80.0, 1.5
# Of two streets of one name, a bare name means the one that has so many times more corners.
LARGER = 0.25
MOST_TRIED = 6  # pairs of nodes that a link is looked for between
# "2nd Street Tunnel" is walked as a part of 2nd Street, and is one that has a name of its own.
_OVER = re.compile(r"(?<=\w) (?:tunnel|bridge|viaduct|overpass|underpass)$", re.IGNORECASE)
# "Calle" is any street: "la calle Maple" may be Maple Avenue.
_ANY_TYPE = re.compile(r"(?:la )?calle\b", re.IGNORECASE)
_FREEWAY = re.compile(r"(?:(?:the|us|i|sr|ca|interstate|state|route|highway) )+\d+")


class Network(NamedTuple):
    """What the streets were read from: a name for people, and the day it is of ("" unknown)."""

    name: str = ""
    as_of: str = ""


UNNAMED = Network()


class Source(Protocol):
    """Rows that can be made graphs; ``whole``: every way on foot is among them."""

    whole: bool

    def by_name(self) -> dict[str, Rows]:
        """The rows of each street as it is written."""

    def graph(self, rows: Rows) -> nx.Graph:
        """Some rows as a graph."""

    def around(self, box: Bounds, without: Rows) -> nx.Graph:
        """Every way on foot that touches a box, but for some rows."""


class Walks:
    """Every street that one source knows."""

    def __init__(self, source: Source, network: Network, seen: Source | None = None) -> None:
        """Index the streets by the key of their name; ``seen`` are those that nobody walks."""
        self.network, self.whole = network, source.whole
        self._source = source
        self._by_core = _by_core(source)
        self._seen = Walks(seen, network) if seen else self
        self._named: dict[names.Street, list[Street]] = {}
        self._bridged = WeakKeyDictionary[nx.Graph, Street]()

    def streets(self) -> Iterator[Street]:
        """Every street that can be walked, one of each written name."""
        return (
            Street(name, written, self._source.graph(rows))
            for streets in self._by_core.values()
            for name, written, rows in streets
            if not is_freeway(name)
        )

    def named(self, text: str) -> list[Street]:
        """The streets that a name can mean, one of each type, with or without its article.

        East and West First Street are one street, whatever the name says: who walks the one walks
        on into the other. A freeway is none: nobody walks it.
        """
        wanted = names.street(text)._replace(direction="")
        if _ANY_TYPE.match(text) and not self._rows(wanted):
            wanted = wanted._replace(type="")
        if wanted not in self._named:
            shut = is_freeway(wanted) and not self.whole  # a file tells what can be walked
            self._named[wanted] = [] if shut else _larger(list(self._of(wanted)))
        return self._named[wanted]

    def stretch(self, text: str) -> Street | None:
        """A street or a freeway as far as it is known, to be looked at and not walked."""
        own = next(self._of(names.street(text)), None)
        return own or (self._seen.stretch(text) if self._seen is not self else None)

    def bridged(self, street: Street) -> Street:
        """The street with its gaps bridged, where there is a short way on foot."""
        if street.graph not in self._bridged:
            self._bridged[street.graph] = self._over_gaps(street)
        return self._bridged[street.graph]

    def link(self, one: Street, other: Street) -> tuple[Node, Node, Floats] | None:
        """A short way without a name between two streets that do not meet: nodes and line."""
        return self._link(one.graph, other.graph, LINK_M, self._unnamed)

    def around(self, box: Bounds, closed: tuple[str, ...] = ()) -> Street:
        """Every way on foot that touches a box, without the streets that are closed."""
        shut = [rows for name in closed for _, _, rows in self._rows(names.street(name))]
        without = np.concatenate([np.empty(0, dtype=np.intp), *shut])
        return Street(names.street(""), "", self._source.around(box, without))

    def _unnamed(self, box: Bounds) -> Street:
        """Every way without a name that touches a box."""
        return Street(names.street(""), "", self._source.around(box, self._with_names))

    @cached_property
    def _with_names(self) -> Rows:
        """The rows that have a name."""
        every = (rows for found in self._by_core.values() for _, _, rows in found)
        return np.unique(np.concatenate([np.empty(0, dtype=np.intp), *every]))

    def _rows(self, wanted: names.Street) -> list[tuple[names.Street, str, Rows]]:
        """The written names that a name can mean, with their rows."""
        return [
            (name, written, rows)
            for spoken in wanted.spoken()
            for name, written, rows in self._by_core.get(spoken.core, ())
            if name.may_be(spoken)
        ]

    def _of(self, wanted: names.Street) -> Iterator[Street]:
        """The streets of a name, those of one type joined."""
        fitting = self._rows(wanted)
        for core, kind in dict.fromkeys((name.core, name.type) for name, *_ in fitting):
            same = [found for found in fitting if (found[0].core, found[0].type) == (core, kind)]
            rows = np.unique(np.concatenate([rows for *_, rows in same]))
            yield Street(same[0][0], same[0][1], self._source.graph(rows))

    def _over_gaps(self, street: Street) -> Street:
        """Join each part of a street to the nearest other one."""
        graph = street.graph.copy()
        parts = sorted(nx.connected_components(street.graph), key=len)
        for number, part in enumerate(parts[:-1]):
            rest = set().union(*parts[number + 1 :])
            ends = street.graph.subgraph(part), street.graph.subgraph(rest)
            if found := self._link(*ends, GAP_M, self.around):
                one, other, line = found
                length = geometry.length_m(line)
                graph.add_edge(one, other, length=length, line=line, start=one, link=True)
        return Street(street.name, street.written, graph)

    def _link(
        self, one: nx.Graph, other: nx.Graph, most_m: float, around: Callable[[Bounds], Street]
    ) -> tuple[Node, Node, Floats] | None:
        """The nearest two nodes between which there is a short way on foot."""
        if not self.whole or not one or not other:
            return None
        ends = [list(graph) for graph in (one, other)]
        spots = [
            np.array([graph.nodes[node]["position"] for node in nodes])
            for graph, nodes in zip((one, other), ends, strict=True)
        ]
        origin = Position(*map(float, spots[0][0]))
        flat = [geometry.metres(points, origin) for points in spots]
        apart = np.hypot(*(flat[0][:, None] - flat[1][None, :]).transpose(2, 0, 1))
        for number in np.argsort(apart, axis=None)[:MOST_TRIED]:
            row, column = np.unravel_index(number, apart.shape)
            if apart[row, column] > most_m:
                break
            pair = spots[0][row], spots[1][column]
            box = np.concatenate([np.min(pair, axis=0) - 0.002, np.max(pair, axis=0) + 0.002])
            near = around(Bounds(*map(float, box)))
            nodes = ends[0][row], ends[1][column]
            path = near.way(*nodes) if set(nodes) <= set(near.graph) else []
            if path and nx.path_weight(near.graph, path, "length") <= DETOUR * most_m:
                return (*nodes, near.line(path))
        return None


def _by_core(source: Source) -> dict[str, list[tuple[names.Street, str, Rows]]]:
    """The written names of a source with their rows, by the key of the name."""
    found: dict[str, list[tuple[names.Street, str, Rows]]] = {}
    for written, rows in source.by_name().items():
        # in their order, the same in every run: a set of texts has another one each time
        for name in dict.fromkeys(map(names.street, (written, _OVER.sub("", written)))):
            found.setdefault(name.core, []).append((name, written, rows))
    return found


def _larger(streets: list[Street]) -> list[Street]:
    """Of the streets that a bare name can mean, the larger: "Hill" is no Hill Place."""
    most = max((len(street.graph) for street in streets), default=0)
    return [street for street in streets if len(street.graph) >= LARGER * most]


def is_freeway(name: names.Street) -> bool:
    """Whether a name is a freeway's: "US Highway 101", "the 10", "Hollywood Freeway"."""
    return name.type == names.FREEWAY or bool(_FREEWAY.fullmatch(name.core))


def from_crossings(frame: pd.DataFrame, network: Network = UNNAMED) -> Walks:
    """Streets from a table of crossings (:func:`mapper.streets.read`): straight between them."""
    return Walks(Crossings(frame), network)


def from_segments(frame: gpd.GeoDataFrame, network: Network = UNNAMED) -> Walks:
    """Streets from the segments of a file (:mod:`mapper.streets.loaders`)."""
    walked, seen = frame["walkable"], ~frame["walkable"]
    return Walks(Segments(frame[walked]), network, Segments(frame[seen]) if seen.any() else None)


# Where no source is at hand: no street is known.
NO_STREETS = from_crossings(pd.DataFrame({"street_a": [], "street_b": [], "lon": [], "lat": []}))
