"""One file of street segments: its streets, their corners, extents and house numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely

from mapper import geometry, names
from mapper.geometry import Floats
from mapper.model import Circle, Place, Position

# A node of a street file lies on the crossing; 15 m is half the width of a main street with its
# pavements (docs/method.md, section 3).
CORNER_M = 15.0
# Nodes of one crossing: the four of two divided roads, or a street that jogs. Of 321 gaps between
# nodes of one pair downtown, 298 are below 150 m, 10 above 200 m (docs/method.md).
ONE_CORNER_M = 200.0
# Wider than this, two streets run beside each other: their nodes are corners apart.
WIDEST_CORNER_M = 125.0
DIVIDED_M = 75.0
# A house stands beside its street: half the street and a front yard.
LOT_M = 30.0
RANGES = ("left_from", "left_to", "right_from", "right_to")
Rows = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Variant:
    """The segments of one written name: "East 1st Street" is one, "West 1st Street" another."""

    street: names.Street
    name: str
    rows: Rows
    nodes: npt.NDArray[np.int64]  # of the parts that can be walked

    @property
    def walked(self) -> bool:
        """Whether any part of it can be walked: a freeway has no corners and no houses."""
        return bool(self.nodes.size)


class Lines:
    """The segments of one file, by the key of the street's name."""

    def __init__(self, frame: gpd.GeoDataFrame) -> None:
        """Index the columns of :mod:`mapper.streets.loaders`, lines in WGS 84."""
        self._geometry = frame.geometry.to_numpy()
        self._from, self._to = frame["from_node"].to_numpy(), frame["to_node"].to_numpy()
        self._city = frame["city"].to_numpy()
        self._cities = bool((frame["city"] != "").any())
        self._walkable = frame["walkable"].to_numpy(dtype=bool)
        self._ranges = frame[list(RANGES)].to_numpy(dtype=float)
        self._node_ids, self._node_points = self._nodes()
        self._variants: dict[str, list[Variant]] = {}
        for name, rows in _rows_by_name(frame):
            variant = self._variant(name, rows)
            self._variants.setdefault(variant.street.core, []).append(variant)
        self.keys = frozenset(self._variants)

    def corners(self, one: names.Street, other: names.Street) -> list[Place]:
        """The corners of two streets: the nodes that both have, those of one crossing as one."""
        met = [
            (shared, first, second)
            for first in self._of(one)
            for second in self._of(other)
            if len(shared := np.intersect1d(first.nodes, second.nodes, assume_unique=True))
        ]
        if not met:
            return []
        nodes = met[0][0] if len(met) == 1 else np.unique(np.concatenate([x for x, *_ in met]))
        points = self._node_points[np.searchsorted(self._node_ids, nodes)]
        return [self._corner(nodes[group], points[group], met) for group in _crossings(points)]

    def points(self, street: names.Street, circles: Sequence[Circle]) -> Floats:
        """The vertices of a street in the circles (all, if none), (n, 2) lon, lat."""
        variants = self._of(street, walked=False)
        if not variants:
            return np.empty((0, 2))
        rows = np.concatenate([variant.rows for variant in variants])
        points: Floats = shapely.get_coordinates(self._geometry[rows])
        return points[geometry.inside(points, circles)] if circles else points

    def extent(self, street: names.Street, circles: Sequence[Circle]) -> Place | None:
        """The smallest circle around what lies of a street in the circles (all, if none)."""
        points = self.points(street, circles)
        if not len(points):
            return None
        ring = geometry.circle(points)
        name = self._of(street, walked=False)[0].name
        return self._place(name, "street", ring.centre, ring.radius_m + CORNER_M, "")

    def numbers(self, number: int, street: names.Street) -> list[Place]:
        """Where a house number stands: its share of the way along the block of its side.

        The radius reaches the farther end of the block: numbers are not spaced evenly.
        """
        found = []
        for variant in self._of(street):
            ranges = self._ranges[variant.rows]
            for start, end in ((ranges[:, 0], ranges[:, 1]), (ranges[:, 2], ranges[:, 3])):
                for row in np.flatnonzero(_holds(number, start, end)):
                    share = 0.5 if start[row] == end[row] else None
                    share = share or (number - start[row]) / (end[row] - start[row])
                    line = self._geometry[variant.rows[row]]
                    position, farther = geometry.along(line, float(share))
                    city = str(self._city[variant.rows[row]])
                    label = f"{number} {variant.name}"
                    found.append(self._place(label, "address", position, farther + LOT_M, city))
        return found

    def has_numbers(self, street: names.Street) -> bool:
        """Whether any block of the street has a range of house numbers."""
        return any(np.isfinite(self._ranges[found.rows]).any() for found in self._of(street))

    def _of(self, street: names.Street, *, walked: bool = True) -> list[Variant]:
        """The written names that can be the street; freeways have no corners and no houses."""
        return [
            variant
            for variant in self._variants.get(street.core, ())
            if variant.street.may_be(street) and (variant.walked or not walked)
        ]

    def _nodes(self) -> tuple[npt.NDArray[np.int64], Floats]:
        """The ids of the nodes in order, and where they are."""
        ends = [shapely.get_point(self._geometry, end) for end in (0, -1)]
        points = shapely.get_coordinates(np.concatenate(ends))
        ids, first = np.unique(np.concatenate([self._from, self._to]), return_index=True)
        return ids, points[first]

    def _variant(self, name: str, rows: Rows) -> Variant:
        """The segments of one written name."""
        walked = rows[self._walkable[rows]]
        nodes = np.unique(np.concatenate([self._from[walked], self._to[walked]]))
        return Variant(names.street(name), name, rows, nodes)

    def _corner(
        self, nodes: Rows, points: Floats, met: Sequence[tuple[Rows, Variant, Variant]]
    ) -> Place:
        """One crossing: the middle of its nodes, and a radius that holds them all."""
        written = {
            side.name: None
            for shared, *sides in met
            if len(met) == 1 or np.isin(shared, nodes).any()
            for side in sides
        }
        middle, radius = Position(*map(float, points[0])), CORNER_M
        if len(points) > 1:
            middle = Position(*map(float, points.mean(axis=0)))
            off = geometry.metres(points, middle)
            radius += float(np.hypot(off[:, 0], off[:, 1]).max())
        city = self._city_at(int(nodes[0]), met)
        return self._place(" & ".join(written), "intersection", middle, radius, city)

    def _city_at(self, node: int, met: Sequence[tuple[Rows, Variant, Variant]]) -> str:
        """The city that the file gives to a block that ends in the node, "" if none."""
        if not self._cities:
            return ""
        rows = np.concatenate([variant.rows for _, *both in met for variant in both])
        touching = rows[(self._from[rows] == node) | (self._to[rows] == node)]
        return next((str(city) for city in self._city[touching] if city), "")

    @staticmethod
    def _place(name: str, rung: str, position: Position, radius: float, city: str) -> Place:
        """An answer. Its id says where it is: node numbers change from file to file."""
        spot = f"{position.lon:.5f}-{position.lat:.5f}".replace(".", "-").replace("--", "-")
        place_id = f"{rung}-{names.slug(name)}-{spot.strip('-')}"
        return Place(place_id, name, rung, position, radius, city=city)


def _crossings(points: Floats) -> Iterator[Rows]:
    """The nodes of each crossing of two streets, as numbers of the points."""
    for group in geometry.clusters(points, ONE_CORNER_M):
        if len(group) == 1 or geometry.circle(points[group]).radius_m <= WIDEST_CORNER_M:
            yield group
        else:
            yield from (group[part] for part in geometry.clusters(points[group], DIVIDED_M))


def _rows_by_name(frame: gpd.GeoDataFrame) -> Iterator[tuple[str, Rows]]:
    """Each written name with its rows: names first, then the other names of a street."""
    for column in ("name", "aliases"):
        texts = frame[column].reset_index(drop=True)
        texts = texts[texts != ""].str.split("|").explode() if column == "aliases" else texts
        for name, rows in texts.groupby(texts, sort=False):
            if name:
                yield str(name), rows.index.to_numpy()


def _holds(number: int, start: Floats, end: Floats) -> npt.NDArray[np.bool_]:
    """Which ranges hold the number: between the ends, and odd or even as both ends are."""
    low, high = np.fmin(start, end), np.fmax(start, end)
    between = np.isfinite(start) & np.isfinite(end) & (low <= number) & (number <= high)
    mixed = (start % 2) != (end % 2)
    return np.asarray(between & (mixed | (start % 2 == number % 2)), dtype=bool)
