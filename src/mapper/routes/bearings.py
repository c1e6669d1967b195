"""Turns and compass words against the ground."""

from __future__ import annotations

import numpy as np

from mapper import geometry
from mapper.geometry import Floats
from mapper.model import Position

# A bend below this is no turn; a reported turn must be more than it.
STRAIGHT_DEG = 20.0
# A way back along the same street turns by more than this.
BACK_DEG = 135.0
# Compass words are given by eighths of the circle, and streets seldom run exactly.
HEADING_DEG = 67.5
# Streets meet in short stubs and rounded curbs: the turn is that of so much before and after.
LEAD_M = 30.0
HEADINGS = {
    "north": 0.0,
    "northeast": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "west": 270.0,
    "northwest": 315.0,
}


def turn_of(before: Floats, after: Floats) -> float:
    """The angle in degrees by which a way turns from one line to the next: right is above 0.

    Both are (n, 2) lon, lat; it is measured over ``LEAD_M`` on either side.
    """
    ends = _lead(before[::-1])[::-1], _lead(after)
    angle = bearing(ends[1]) - bearing(ends[0])
    return (angle + 180) % 360 - 180


def bearing(line: Floats) -> float:
    """The compass bearing in degrees from the first point of a line to its last: 90 is east."""
    east, north = geometry.metres(line[-1:], Position(*line[0]))[0]
    return float(np.degrees(np.arctan2(east, north)) % 360)


def turns(angle: float, turn: str) -> bool:
    """Whether an angle is the turn that is said, if one is."""
    if turn == "right":
        return angle > STRAIGHT_DEG
    if turn == "left":
        return angle < -STRAIGHT_DEG
    if turn == "u_turn":
        return abs(angle) > BACK_DEG
    return turn != "straight" or abs(angle) <= 2 * STRAIGHT_DEG


def heads(line: Floats, heading: str) -> bool:
    """Whether a line goes about where the compass word says, if one is said."""
    if heading not in HEADINGS:
        return True
    off = abs((bearing(line) - HEADINGS[heading] + 180) % 360 - 180)
    return off <= HEADING_DEG


def _lead(line: Floats) -> Floats:
    """The first ``LEAD_M`` of a line, as its two ends; the whole line if it is shorter."""
    far = geometry.progress(line)
    if far[-1] <= LEAD_M:
        return line[[0, -1]]
    spot = [float(np.interp(LEAD_M, far, line[:, axis])) for axis in (0, 1)]
    return np.array([line[0], spot])
