"""Streets as graphs that can be walked: each street its own, and the corners that two share."""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd
import shapely

from mapper import geometry, names
from mapper.geometry import Floats
from mapper.model import Position, distance_m

# Two known crossings of one street farther apart than this are not joined: what lies between is
# not known, and another street of that name may begin there. A convention (docs/method.md).
FARTHEST_M = 1_500.0

Node = Hashable


class Spot(NamedTuple):
    """A point on a street: between two nodes, at a share of the way from one to the other."""

    one: Node
    other: Node
    share: float
    position: Position
    away_m: float


@dataclass(frozen=True)
class Street:
    """One street: its parts of a name, and a graph.

    The graph's nodes have ``position``; its edges ``length`` in metres and ``line``, the positions
    from the node ``start`` of the edge to its other one.
    """

    name: names.Street
    written: str
    graph: nx.Graph

    def line(self, path: Sequence[Node]) -> list[Position]:
        """The positions along a path of nodes."""
        found: list[Position] = []
        for one, other in itertools.pairwise(path):
            edge = self.graph.edges[one, other]
            points = edge["line"] if edge["start"] == one else edge["line"][::-1]
            found += points if not found else points[1:]
        return found

    def nearest(self, to: Position) -> Spot | None:
        """The point of the street that is nearest to a position."""
        best: Spot | None = None
        for one, other, edge in self.graph.edges(data=True):
            flat = shapely.linestrings(geometry.metres(np.array(edge["line"]), to))
            away = float(shapely.distance(flat, shapely.points(0, 0)))
            if best is None or away < best.away_m:
                share = float(
                    shapely.line_locate_point(flat, shapely.points(0, 0), normalized=True)
                )
                spot = shapely.get_coordinates(
                    shapely.line_interpolate_point(flat, share, normalized=True)
                )
                start, end = (one, other) if edge["start"] == one else (other, one)
                position = Position(*map(float, geometry.degrees(spot[0], to)))
                best = Spot(start, end, share, position, away)
        return best


class Walks:
    """Every street that one source knows."""

    def __init__(self, streets: Sequence[Street]) -> None:
        """Index the streets by the key of their name."""
        self._by_core: dict[str, list[Street]] = {}
        self._named: dict[names.Street, list[Street]] = {}
        for street in streets:
            self._by_core.setdefault(street.name.core, []).append(street)

    def streets(self) -> Iterator[Street]:
        """Every street."""
        return (street for streets in self._by_core.values() for street in streets)

    def named(self, text: str) -> list[Street]:
        """The streets that a name can mean, one of each type, with or without its article.

        East and West First Street are one street where the name says no direction.
        """
        wanted = names.street(text)
        if wanted not in self._named:
            self._named[wanted] = list(self._of(wanted))
        return self._named[wanted]

    def _of(self, wanted: names.Street) -> Iterator[Street]:
        """The streets of a name, those of one type joined."""
        first, _, rest = wanted.core.partition(" ")
        cores = [wanted.core] + ([rest] if first in names.ARTICLES else [])
        fitting = [
            street
            for core in cores
            for street in self._by_core.get(core, ())
            if street.name.may_be(wanted._replace(core=core))
        ]
        for kind in dict.fromkeys((street.name.core, street.name.type) for street in fitting):
            same = [s for s in fitting if (s.name.core, s.name.type) == kind]
            graph = nx.compose_all([street.graph for street in same])
            yield Street(same[0].name, same[0].written, graph)


def from_crossings(frame: pd.DataFrame) -> Walks:
    """Streets from a table of crossings (:func:`mapper.streets.read`): straight between them.

    The crossings of a street are joined as the shortest tree, which is a chain unless the street
    forks; two that are more than ``FARTHEST_M`` apart are not joined.
    """
    nodes: dict[str, dict[names.Street, list[int]]] = {}
    written: dict[names.Street, str] = {}
    points = frame[["lon", "lat"]].to_numpy(dtype=float)
    for number, pair in enumerate(zip(frame["street_a"], frame["street_b"], strict=True)):
        for text in pair:
            name = names.street(text)
            written.setdefault(name, text)
            nodes.setdefault(name.core, {}).setdefault(name, []).append(number)
    return Walks(
        [
            Street(name, written[name], _chain(numbers, points))
            for by_name in nodes.values()
            for name, numbers in by_name.items()
        ]
    )


def from_segments(frame: gpd.GeoDataFrame) -> Walks:
    """Streets from the segments of a file (:mod:`mapper.streets.loaders`), freeways left out."""
    walked = frame[frame["walkable"] & (frame["name"] != "")].reset_index(drop=True)
    graphs: dict[str, nx.Graph] = {}
    rows = zip(walked["name"], walked["from_node"], walked["to_node"], walked.geometry, strict=True)
    for name, start, end, line in rows:
        points = [Position(*map(float, point)) for point in shapely.get_coordinates(line)]
        _join(graphs.setdefault(name, nx.Graph()), start, end, points)
    return Walks([Street(names.street(name), name, graph) for name, graph in graphs.items()])


def _chain(numbers: Sequence[int], points: Floats) -> nx.Graph:
    """The crossings of one street, each joined to its neighbors."""
    graph = nx.Graph()
    for number in numbers:
        graph.add_node(number, position=Position(*map(float, points[number])))
    for one, other, apart in _near(numbers, points):
        graph.add_edge(one, other, length=apart)
    tree = nx.minimum_spanning_tree(graph, weight="length")
    for one, other in tree.edges:
        ends = [tree.nodes[node]["position"] for node in (one, other)]
        tree.edges[one, other].update(line=ends, start=one)
    return tree


def _near(numbers: Sequence[int], points: Floats) -> Iterator[tuple[int, int, float]]:
    """Each two crossings that may be neighbors, with their distance in metres."""
    spots = points[list(numbers)]
    flat = geometry.metres(spots, Position(*map(float, spots[0])))
    apart = np.hypot(*(flat[:, None] - flat[None, :]).transpose(2, 0, 1))
    for one, other in zip(*np.nonzero(np.triu(apart <= FARTHEST_M, 1)), strict=True):
        yield numbers[one], numbers[other], float(apart[one, other])


def _join(graph: nx.Graph, start: Node, end: Node, points: list[Position]) -> None:
    """Add one segment; of two between the same nodes the shorter stays."""
    length = sum(map(distance_m, points, points[1:]))
    if graph.has_edge(start, end) and graph.edges[start, end]["length"] <= length:
        return
    graph.add_node(start, position=points[0])
    graph.add_node(end, position=points[-1])
    graph.add_edge(start, end, length=length, line=points, start=start)
