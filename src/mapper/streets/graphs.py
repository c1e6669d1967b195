"""Rows of a street file, or of a table of crossings, as graphs that can be walked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import geopandas as gpd
import networkx as nx
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from mapper import geometry
from mapper.geometry import Floats
from mapper.model import Bounds, Position
from mapper.streets.lines import CORNER_M

# Two known crossings of one street farther apart than this are not joined: what lies between is
# not known, and another street of that name may begin there. A convention (docs/method.md).
FARTHEST_M = 1_500.0

Rows = npt.NDArray[np.intp]


class Crossings:
    """The rows of a table of crossings (:func:`mapper.streets.read`): straight between them."""

    whole = False

    def __init__(self, frame: pd.DataFrame) -> None:
        """Keep the columns street_a, street_b, lon, lat and, where it is there, uncertainty_m."""
        self._points = frame[["lon", "lat"]].to_numpy(dtype=float)
        radius = frame["uncertainty_m"] if "uncertainty_m" in frame else [CORNER_M] * len(frame)
        self._radius = np.asarray(radius, dtype=float)
        self._pairs = list(zip(frame["street_a"], frame["street_b"], strict=True))

    def by_name(self) -> dict[str, Rows]:
        """The rows of each street as it is written."""
        found: dict[str, list[int]] = {}
        for row, pair in enumerate(self._pairs):
            for name in pair:
                found.setdefault(name, []).append(row)
        return {name: np.array(rows) for name, rows in found.items()}

    def graph(self, rows: Rows) -> nx.Graph:
        """The crossings of one street, joined as the shortest tree.

        That is a chain, unless the street forks; two more than ``FARTHEST_M`` apart are not joined.
        """
        graph = nx.Graph()
        for row in map(int, rows):
            spot = Position(*map(float, self._points[row]))
            graph.add_node(row, position=spot, uncertainty_m=float(self._radius[row]))
        for one, other, apart in _near(rows, self._points):
            graph.add_edge(one, other, length=apart)
        tree = nx.minimum_spanning_tree(graph, weight="length")
        for one, other in tree.edges:
            tree.edges[one, other].update(line=self._points[[one, other]], start=one)
        return tree

    def around(self, box: Bounds, without: Rows) -> nx.Graph:
        """No streets: a table of crossings does not hold every way on foot."""
        return nx.Graph()


@dataclass(frozen=True)
class _Columns:
    """The columns of a file of segments that a graph needs."""

    start: npt.NDArray[np.int64]
    end: npt.NDArray[np.int64]
    points: Floats
    first: Rows  # where the points of each row begin
    length: Floats


class Segments:
    """The rows of a street file (:mod:`mapper.streets.loaders`)."""

    whole = True

    def __init__(self, frame: gpd.GeoDataFrame) -> None:
        """Keep the names, the nodes and the lines."""
        self._names = frame[["name", "aliases"]].reset_index(drop=True)
        self._lines = frame.geometry.to_numpy()
        points, row = shapely.get_coordinates(self._lines, return_index=True)
        first = np.searchsorted(row, np.arange(len(frame) + 1))
        start, end = (frame[name].to_numpy() for name in ("from_node", "to_node"))
        self._columns = _Columns(start, end, points, first, _lengths(points, row, len(frame)))
        self._tree: shapely.STRtree | None = None

    def by_name(self) -> dict[str, Rows]:
        """The rows of each street as it is written, by its name and by its other names."""
        names = self._names["name"] + "|" + self._names["aliases"]
        every = names.str.split("|").explode()
        every = every[every != ""]
        return {str(name): rows.to_numpy() for name, rows in every.index.to_series().groupby(every)}

    def graph(self, rows: Rows) -> nx.Graph:
        """Some rows as a graph; of two segments between the same nodes the shorter stays."""
        graph, own = nx.Graph(), self._columns
        for row in map(int, np.unique(rows)):
            start, end, length = int(own.start[row]), int(own.end[row]), float(own.length[row])
            if graph.has_edge(start, end) and graph.edges[start, end]["length"] <= length:
                continue
            line = own.points[own.first[row] : own.first[row + 1]]
            for node, spot in ((start, line[0]), (end, line[-1])):
                position = Position(float(spot[0]), float(spot[1]))
                graph.add_node(node, position=position, uncertainty_m=CORNER_M)
            graph.add_edge(start, end, length=length, line=line, start=start)
        return graph

    def around(self, box: Bounds, without: Rows) -> nx.Graph:
        """Every way on foot that touches a box, but for some rows."""
        self._tree = self._tree or shapely.STRtree(self._lines)
        return self.graph(_without(self._tree.query(shapely.box(*box)), without))


def _without(rows: Rows, others: Rows) -> Rows:
    """Some rows but for others: the few that a box touches are sought, never the many sorted."""
    return np.asarray(rows[~np.isin(rows, others)], dtype=np.intp) if len(others) else rows


def _lengths(points: Floats, row: Rows, count: int) -> Floats:
    """The length in metres of each row's line, on a plane at each of its points."""
    step = np.diff(points, axis=0) * geometry.DEGREE_M
    step[:, 0] *= np.cos(np.radians(points[:-1, 1]))
    own = row[1:] == row[:-1]
    steps = np.where(own, np.hypot(*step.T), 0.0)
    return np.asarray(np.bincount(row[:-1], weights=steps, minlength=count), dtype=float)


def _near(rows: Rows, points: Floats) -> Iterator[tuple[int, int, float]]:
    """Each two crossings that may be neighbors, with their distance in metres."""
    flat = geometry.metres(points[rows], Position(*map(float, points[rows[0]])))
    apart = np.hypot(*(flat[:, None] - flat[None, :]).transpose(2, 0, 1))
    for one, other in zip(*np.nonzero(np.triu(apart <= FARTHEST_M, 1)), strict=True):
        yield int(rows[one]), int(rows[other]), float(apart[one, other])
