"""Find where lines cross that share no vertex there, for files that were never noded."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import shapely

from mapper.streets.loaders.noding import SNAP_DEGREES, Vertices, by_place, steps, vertices_of

# Above this share of loose ends a file is taken to be drawn street by street, not noded. Cities
# that are noded have 5 to 25 %: their dead ends.
LOOSE_SHARE = 0.5
Objects = npt.NDArray[np.object_]


def added(lines: Objects, walkable: npt.NDArray[np.bool_]) -> Vertices | None:
    """The vertices of the lines with those where walkable lines cross or touch put in.

    Returns:
        Nodes snapped by place, in order along each line; None if lines cross at shared
        vertices only.
    """
    line, points = _places(lines, walkable)
    if not len(line):
        return None
    own, at = shapely.get_coordinates(lines, return_index=True)
    every = np.concatenate([at, line])
    spots = np.concatenate([own, points])
    distance = np.concatenate(
        [_own_distance(own, at), shapely.line_locate_point(lines[line], shapely.points(points))]
    )
    order = np.lexsort([distance, every])
    crossed = by_place(every[order].astype(np.int64), spots[order, 0], spots[order, 1])
    return crossed if steps(crossed) > steps(vertices_of(lines)) else None


def _places(
    lines: Objects, walkable: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Each place where walkable lines meet, once for every line there: its row, lon and lat."""
    rows = np.flatnonzero(walkable)
    tree = shapely.STRtree(lines[rows])
    one, other = tree.query(lines[rows], predicate="intersects")
    one, other = rows[one[one < other]], rows[other[one < other]]
    points, pair = shapely.get_coordinates(
        shapely.intersection(lines[one], lines[other]), return_index=True
    )
    # An end that was drawn onto a street stops short of it by the last digit.
    tips = np.concatenate([shapely.get_point(lines[rows], 0), shapely.get_point(lines[rows], -1)])
    tip, touched = tree.query(tips, predicate="dwithin", distance=2 * SNAP_DEGREES)
    line = np.concatenate([one[pair], other[pair], rows[touched]])
    return line, np.concatenate([points, points, shapely.get_coordinates(tips[tip])])


def _own_distance(
    points: npt.NDArray[np.float64], at: npt.NDArray[np.int64]
) -> npt.NDArray[np.float64]:
    """How far along its line each own vertex lies, in degrees as ``line_locate_point`` has it."""
    step = np.hypot(*np.diff(points, axis=0).T) * (np.diff(at) == 0)
    run = np.concatenate([[0.0], np.cumsum(step)])
    return np.asarray(run - run[np.searchsorted(at, at)])
