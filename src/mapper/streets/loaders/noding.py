"""Split lines wherever another line shares a vertex, so that crossings are the shared nodes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

# Vertices nearer than this are one node: about 0.1 m, less than any two corners are apart.
SNAP_DEGREES = 1e-6
ROUNDS = 2
# The neighbors of a vertex that streets only pass through.
PASSED = 2
# Room for every latitude cell below a longitude cell within one int64.
_STRIDE = np.int64(1) << 30


@dataclass(frozen=True)
class Vertices:
    """The vertices of many lines, in order along each; four arrays of one length.

    ``line`` is the row of the line in its frame, ``node`` an id that vertices share where lines
    meet, ``lon`` and ``lat`` degrees of WGS 84. The vertices of a line stand together.
    """

    line: Ints
    node: Ints
    lon: Floats
    lat: Floats

    def take(self, chosen: Ints | Bools) -> Vertices:
        """Some of the vertices."""
        return Vertices(self.line[chosen], self.node[chosen], self.lon[chosen], self.lat[chosen])


def vertices_of(lines: npt.NDArray[np.object_]) -> Vertices:
    """The vertices of LineStrings in degrees, snapped to one another; node ids from 0."""
    points, line = shapely.get_coordinates(lines, return_index=True)
    return by_place(line.astype(np.int64), points[:, 0], points[:, 1])


def by_place(line: Ints, lon: Floats, lat: Floats) -> Vertices:
    """Vertices that are one node where they are one place, and stand at one place then."""
    place = snapped(lon, lat)
    first, node = np.unique(place, return_inverse=True)
    return Vertices(line, node.astype(np.int64), lon[first][node], lat[first][node])


def snapped(lon: Floats, lat: Floats) -> Ints:
    """For each point the index of the one that stands for it, with all within ``SNAP_DEGREES``."""
    label = np.arange(len(lon), dtype=np.int64)
    # One grid would part two points that lie on both sides of a cell's edge: four do not.
    cells = [
        _cells(lon, lat, right, up)
        for right, up in ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5))
    ]
    # Not until nothing changes: a line drawn with a vertex every 0.1 m would become one point.
    for cell in cells * ROUNDS:
        label = _least(label, cell)
    return label


def _cells(lon: Floats, lat: Floats, right: float, up: float) -> Ints:
    """The number of the grid cell of each point, the grid moved by parts of a cell."""
    size = 2 * SNAP_DEGREES
    across = np.floor(lon / size + right).astype(np.int64)
    key = across * _STRIDE + np.floor(lat / size + up).astype(np.int64)
    return _index(key)


def _least(label: Ints, group: Ints) -> Ints:
    """The least label of each one's group."""
    least = np.full(int(group.max(initial=-1)) + 1, len(label), dtype=np.int64)
    np.minimum.at(least, group, label)
    return np.asarray(least[group])


def split(lines: pd.DataFrame, vertices: Vertices) -> pd.DataFrame:
    """One row a piece of line from node to node, in the order of the lines.

    Args:
        lines: the columns to carry over; the house numbers, where there are any, are
            interpolated by length where a line is split.
        vertices: of these lines, by their row (``iloc``).

    Returns:
        The columns of ``lines`` with ``from_node``, ``to_node`` (int64) and ``geometry``
        (LineString as object). Lines without length are not among them.
    """
    vertices = vertices.take(_moving(vertices))
    ends = _ends(vertices.line)
    node = ends | (_degrees(vertices) != PASSED)[_index(vertices.node)]
    # A node inside a line ends one piece and begins the next, so it is needed twice.
    twice = np.repeat(np.arange(len(node)), 1 + (node & ~ends))
    begins = np.flatnonzero(node[twice])[::2]
    closes = np.flatnonzero(node[twice])[1::2]
    piece = np.repeat(np.arange(len(begins)), closes - begins + 1)
    along = _along(vertices)
    first, last = twice[begins], twice[closes]
    rows = lines.iloc[vertices.line[first]].reset_index(drop=True)
    shares = along[first], along[last]
    points = np.column_stack([vertices.lon, vertices.lat])[twice]
    return _with_ranges(rows, shares).assign(
        from_node=vertices.node[first],
        to_node=vertices.node[last],
        geometry=shapely.linestrings(points, indices=piece),
    )


def _moving(vertices: Vertices) -> Bools:
    """Vertices that differ from the one before, on lines that have two of them."""
    fresh = np.ones(len(vertices.line), dtype=bool)
    fresh[1:] = (np.diff(vertices.line) != 0) | (np.diff(vertices.node) != 0)
    count = np.bincount(vertices.line[fresh], minlength=int(vertices.line.max(initial=-1)) + 1)
    return fresh & (count > 1)[vertices.line]


def _ends(line: Ints) -> Bools:
    """Whether a vertex is the first or the last of its line."""
    change = np.flatnonzero(np.diff(line))
    ends = np.zeros(len(line), dtype=bool)
    ends[[*change, *(change + 1), *([0, -1] if len(line) else [])]] = True
    return ends


def _index(ids: Ints) -> Ints:
    """Ids as numbers from 0, in the order of the ids."""
    return np.unique(ids, return_inverse=True)[1].astype(np.int64)


def _degrees(vertices: Vertices) -> Ints:
    """How many other nodes each node is joined to, by the order of the ids.

    Lines that run over one another count once, so that a doubled street is not cut to pieces.
    """
    node = _index(vertices.node)
    same = np.diff(vertices.line) == 0
    start, end = node[:-1][same], node[1:][same]
    total = int(node.max(initial=-1)) + 1
    key = np.unique(np.minimum(start, end) * np.int64(total) + np.maximum(start, end))
    return np.bincount(np.concatenate([key // max(total, 1), key % max(total, 1)]), minlength=total)


def _along(vertices: Vertices) -> Floats:
    """How far along its line each vertex lies, from 0 at the start to 1 at the end."""
    east = np.diff(vertices.lon) * np.cos(np.radians(vertices.lat[1:]))
    step = np.hypot(east, np.diff(vertices.lat)) * (np.diff(vertices.line) == 0)
    run = np.concatenate([[0.0], np.cumsum(step)])[: len(vertices.line)]
    number = _index(vertices.line)
    start = run[np.searchsorted(number, np.arange(int(number.max(initial=-1)) + 1))]
    final = np.append(start[1:], run[-1:])
    length = np.where(final > start, final - start, 1.0)
    return np.asarray((run - start[number]) / length[number])


def _with_ranges(rows: pd.DataFrame, shares: tuple[Floats, Floats]) -> pd.DataFrame:
    """House numbers at the ends of the pieces, by length."""
    fresh = {}
    for side in ("left", "right"):
        if f"{side}_from" in rows:
            low, high = rows[f"{side}_from"].to_numpy(), rows[f"{side}_to"].to_numpy()
            for end, share in zip(("from", "to"), shares, strict=True):
                between = low + share * (high - low)
                # at the ends the number stands as it is, even where the other end is unknown
                between = np.where(share == 0, low, np.where(share == 1, high, between))
                fresh[f"{side}_{end}"] = between
    return rows.assign(**fresh)


def steps(vertices: Vertices) -> int:
    """How many vertices there are that differ from the one before."""
    return int(_moving(vertices).sum())


def dangling_share(vertices: Vertices) -> float:
    """The share of line ends that touch nothing, from 0 to 1 (0 without lines)."""
    loose = (_degrees(vertices) == 1)[_index(vertices.node)]
    ends = _ends(vertices.line)
    return float(loose[ends].mean()) if ends.any() else 0.0
