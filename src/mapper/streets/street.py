"""One street as a graph that can be walked: its corners, the ways between, points beside it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import networkx as nx
import numpy as np
import numpy.typing as npt
import shapely

from mapper import geometry, names
from mapper.geometry import Floats
from mapper.model import Position

Node = Hashable


class Spot(NamedTuple):
    """A point of a street: on the edge from ``one`` to ``other``, ``away_m`` from what was asked.

    ``before`` and ``after`` are the two parts of the edge's line, (n, 2) lon, lat.
    """

    one: Node
    other: Node
    before: Floats
    after: Floats
    away_m: float

    @property
    def position(self) -> Position:
        """Where it is."""
        return Position(*map(float, self.after[0]))


@dataclass(frozen=True)
class Street:
    """One street, or any part of a network: a name, and a graph.

    The graph's nodes have ``position`` and ``uncertainty_m``; its edges ``length`` in metres,
    ``line``, the positions (n, 2) lon, lat from the node ``start`` of the edge to its other one,
    and ``link`` where the edge bridges a gap that the street itself has.
    """

    name: names.Street
    written: str
    graph: nx.Graph

    def line(self, path: Sequence[Node]) -> Floats:
        """The positions along a path of nodes, (n, 2) lon, lat."""
        found: list[Floats] = []
        for one, other in pairwise(path):
            edge = self.graph.edges[one, other]
            points = edge["line"] if edge["start"] == one else edge["line"][::-1]
            found.append(points[1:] if found else points)
        return np.concatenate(found)

    def at(self, node: Node) -> Position:
        """Where a node is."""
        position: Position = self.graph.nodes[node]["position"]
        return position

    def radius(self, node: Node) -> float:
        """The radius in metres of the circle that holds a node."""
        return float(self.graph.nodes[node]["uncertainty_m"])

    def way(self, one: Node, other: Node) -> list[Node]:
        """The shortest path of nodes from one to another; [] where there is none."""
        try:
            path: list[Node] = nx.dijkstra_path(self.graph, one, other, weight="length")
        except nx.NetworkXNoPath:
            return []
        return path

    def reach(self, one: Node) -> dict[Node, float]:
        """How far each node is from one, along the street; asked once for each."""
        if one not in self._reached:
            found = nx.single_source_dijkstra_path_length(self.graph, one, weight="length")
            self._reached[one] = found
        return self._reached[one]

    def blocks(self, path: Sequence[Node], least_m: float) -> Iterator[list[Node]]:
        """A path of nodes carried on, each way that there is, until it is longer by ``least_m``.

        A way that ends before is as long as it is.
        """
        open_: list[tuple[list[Node], float]] = [(list(path), 0.0)]
        while open_:
            way, longer = open_.pop()
            onward = [node for node in self.graph.neighbors(way[-1]) if node not in way]
            if longer >= least_m or (longer and not onward):
                yield way
                continue
            for node in onward:
                step = self.graph.edges[way[-1], node]["length"]
                open_.append(([*way, node], longer + step))

    def nearest(self, to: Position) -> Spot | None:
        """The point of the street that is nearest to a position."""
        if not self.graph.number_of_edges():
            return None
        edges, lines, origin = self._flat
        there = shapely.points(geometry.metres(np.array([to]), origin))[0]
        apart = shapely.distance(lines, there)
        best = int(np.argmin(apart))
        flat, (one, other) = lines[best], edges[best]
        along = float(shapely.line_locate_point(flat, there))
        edge = self.graph.edges[one, other]
        ends = (one, other) if edge["start"] == one else (other, one)
        return Spot(*ends, *_cut(edge["line"], flat, along, origin), float(apart[best]))

    def with_spot(self, spot: Spot, key: Node, uncertainty_m: float) -> Street:
        """The street with a node more, at a point between two of its nodes."""
        graph = self.graph.copy()
        link = graph.edges[spot.one, spot.other].get("link", False)
        graph.add_node(key, position=spot.position, uncertainty_m=uncertainty_m)
        for node, line in ((spot.one, spot.before), (spot.other, spot.after[::-1])):
            length = geometry.length_m(line)
            graph.add_edge(node, key, length=length, line=line, start=node, link=link)
        return Street(self.name, self.written, graph)

    @cached_property
    def _flat(self) -> tuple[list[tuple[Node, Node]], npt.NDArray[np.object_], Position]:
        """The edges, and their lines in metres around the first of its points."""
        edges = list(self.graph.edges)
        found = [self.graph.edges[edge]["line"] for edge in edges]
        points = np.concatenate(found)
        origin = Position(*map(float, points[0]))
        numbers = np.repeat(np.arange(len(found)), [len(line) for line in found])
        return edges, shapely.linestrings(geometry.metres(points, origin), indices=numbers), origin

    @cached_property
    def _reached(self) -> dict[Node, dict[Node, float]]:
        """What :meth:`reach` found so far."""
        return {}


def _cut(
    line: Floats, flat: shapely.LineString, along: float, origin: Position
) -> tuple[Floats, Floats]:
    """A line in two, at a way along it in metres; the cut ends the one and begins the other."""
    there = shapely.get_coordinates(shapely.line_interpolate_point(flat, along))
    spot = geometry.degrees(there, origin)
    steps = np.hypot(*np.diff(shapely.get_coordinates(flat), axis=0).T)
    far = np.concatenate([[0.0], np.cumsum(steps)])
    before = line[:1] if along <= 0 else line[far < along]
    after = line[-1:] if along >= far[-1] else line[far > along]
    return np.concatenate([before, spot]), np.concatenate([spot, after])
