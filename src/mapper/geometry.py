"""Small geometry in metres, on a plane that touches the earth at the place itself."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely

from mapper.model import EARTH_RADIUS_M, Circle, Position

Floats = npt.NDArray[np.float64]
DEGREE_M = float(np.pi * EARTH_RADIUS_M / 180)


def metres(points: Floats, origin: Position) -> Floats:
    """Points as (n, 2) lon, lat in degrees to metres east and north of the origin.

    Equirectangular: within a city (50 km) its error is below 0.1 % of the distance.
    """
    scale = np.array([np.cos(np.radians(origin.lat)), 1.0]) * DEGREE_M
    return np.asarray((points - np.array(origin)) * scale, dtype=float)


def degrees(points: Floats, origin: Position) -> Floats:
    """The way back of :func:`metres`."""
    scale = np.array([np.cos(np.radians(origin.lat)), 1.0]) * DEGREE_M
    return np.asarray(points / scale + np.array(origin), dtype=float)


def circle(points: Floats) -> Circle:
    """The smallest circle around points, (n, 2) lon, lat in degrees."""
    points = np.unique(points, axis=0)  # points all at one spot have no bounding circle
    origin = Position(*map(float, points.mean(axis=0)))
    flat = metres(points, origin)
    ring = shapely.minimum_bounding_circle(shapely.multipoints(flat))
    centre = shapely.get_coordinates(shapely.centroid(ring))[0] if len(flat) > 1 else flat[0]
    radius = float(np.hypot(*(flat - centre).T).max())
    return Circle(Position(*map(float, degrees(centre, origin))), radius)


def inside(points: Floats, circles: Sequence[Circle]) -> npt.NDArray[np.bool_]:
    """Which of the points lie in one of the circles."""
    held = np.zeros(len(points), dtype=bool)
    for ring in circles:
        held |= np.hypot(*metres(points, ring.centre).T) <= ring.radius_m
    return held


def clusters(points: Floats, apart_m: float) -> list[npt.NDArray[np.intp]]:
    """The points in groups: two nearer than ``apart_m`` are in one group, and so are their own."""
    if len(points) == 1:
        return [np.array([0])]
    flat = metres(points, Position(*map(float, points[0])))
    near = np.hypot(*(flat[:, None] - flat[None, :]).transpose(2, 0, 1)) <= apart_m
    left = np.ones(len(points), dtype=bool)
    found = []
    while left.any():
        group = np.zeros(len(points), dtype=bool)
        group[np.flatnonzero(left)[0]] = True
        while (grown := near[group].any(axis=0)).sum() > group.sum():
            group = grown
        left &= ~group
        found.append(np.flatnonzero(group))
    return found


def along(line: shapely.LineString, share: float) -> tuple[Position, float]:
    """A point on a line at a share of its length, and the way in metres to its farther end."""
    points = shapely.get_coordinates(line)
    origin = Position(*map(float, points[0]))
    flat = shapely.linestrings(metres(points, origin))
    spot = shapely.get_coordinates(shapely.line_interpolate_point(flat, share, normalized=True))
    longest = float(flat.length) * max(share, 1 - share)
    return Position(*map(float, degrees(spot[0], origin))), longest


def progress(line: Floats) -> Floats:
    """How far each point of a line, (n, 2) lon, lat in degrees, is along it in metres, (n,).

    On the plane of :func:`metres` at its first point.
    """
    steps = np.hypot(*np.diff(metres(line, Position(*line[0])), axis=0).T)
    return np.concatenate([[0.0], np.cumsum(steps)])


def length_m(line: Floats) -> float:
    """The length in metres of a line, (n, 2) lon, lat in degrees."""
    return float(progress(line)[-1])
