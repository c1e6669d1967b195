"""How far from its position an answer may be wrong, in metres."""

from __future__ import annotations

from collections.abc import Sequence

from mapper.model import LADDER, Bounds, Position, distance_m

# The least radius of each rung that a point can stand for. docs/method.md has the campus (95th
# percentile of points for one school), the landmark (120-160 m, by hand) and the crossing (60 m,
# from stops). An address is a point on its lot or at its kerb: a lot and half a street, 50 m.
FLOORS_M = {"campus": 210.0, "address": 50.0, "intersection": 60.0, "landmark": 150.0}
# A reckoned house number lies somewhere along its block: half a Los Angeles block of about 200 m.
INTERPOLATED_M = 100.0
EARTH = Bounds(-180, -90, 180, 90)
# From here on a point without an extent says nothing of how far the place reaches.
EXTENDED = LADDER[LADDER.index("street") :]


def uncertainty_m(
    rung: str, position: Position, extent: Bounds | None, *, interpolated: bool = False
) -> float:
    """The radius of an answer: to the farthest corner of its extent, but at least the floor.

    Half the diagonal would do only if the position were the middle, and a service's often is not.

    Returns:
        0 where the rung needs an extent and there is none, or where the two contradict each other.
    """
    floor = INTERPOLATED_M if interpolated else FLOORS_M.get(rung, 0.0)
    if not rung or (extent is None and rung in EXTENDED):
        return 0.0
    if extent is None:
        return floor
    return 0.0 if _is_apart(position, extent, floor) else max(floor, _farthest_m(position, extent))


def _is_apart(position: Position, extent: Bounds, slack_m: float) -> bool:
    """Whether a position is so far from its own extent that one of them must be wrong.

    A gate on the road may lie a little outside; a diagonal away it is another place's.
    """
    diagonal = distance_m(Position(extent.west, extent.south), Position(extent.east, extent.north))
    return distance_m(position, extent.centre) > diagonal + slack_m


def _farthest_m(position: Position, extent: Bounds) -> float:
    """To the farthest corner of a box."""
    west, south, east, north = extent
    corners = (Position(lon, lat) for lon in (west, east) for lat in (south, north))
    return max(distance_m(position, corner) for corner in corners)


def extent(numbers: Sequence[object]) -> Bounds | None:
    """A box from west, south, east, north as a service writes them; ``None`` if it is none."""
    try:
        west, south, east, north = (float(str(number)) for number in numbers)
    except ValueError:
        return None
    fit = on_earth(west, south) and on_earth(east, north) and west <= east and south <= north
    return Bounds(west, south, east, north) if fit else None


def on_earth(lon: float, lat: float) -> bool:
    """Whether two numbers are a position. Not a number and infinity are none."""
    west, south, east, north = EARTH
    return west <= lon <= east and south <= lat <= north
