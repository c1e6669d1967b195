"""Coordinates pasted as text: a position as wide as its last digit."""

from __future__ import annotations

import math
import re

from mapper.contract import UNITED_STATES
from mapper.geometry import DEGREE_M
from mapper.model import Place, Placement, Position
from mapper.places.scope import Scope

_NUMBER = r"[-+−]?\d{1,3}(?:\.\d+)?"
_SIDE = r"\s*°?\s*([nsew])?"
_PAIR = re.compile(
    rf"[(\[]?\s*(?:lat\w*[ :=]*)?({_NUMBER}){_SIDE}"
    rf"\s*[,;/ ]\s*(?:lo?ng?\w*[ :=]*)?({_NUMBER}){_SIDE}\s*[)\]]?"
)
# A coordinate says nothing of what stands there. Its precision is the finest rung whose places
# are about as wide; the bounds are a convention of this project (docs/method.md).
WIDTHS = (("address", 100.0), ("street", 1_500.0), ("neighborhood", 7_000.0), ("city", 60_000.0))
# The least that a coordinate is trusted for: phones are off by about as much.
LEAST_M = 20.0


def read(text: str, scope: Scope) -> Placement | None:
    """Levelled words as a pair of coordinates, in either order; ``None`` if they are none.

    Only one order can lie in the United States, so that a swapped pair is known as one.
    """
    found = _PAIR.fullmatch(text)
    if not found:
        return None
    first, second = (_signed(found[number], found[number + 1]) for number in (1, 3))
    west, east, south, north = UNITED_STATES
    orders = {
        "coordinates": Position(lon=second, lat=first),
        "coordinates_swapped": Position(lon=first, lat=second),
    }
    for rule, spot in orders.items():
        if west <= spot.lon <= east and south <= spot.lat <= north:
            return _placed(text, rule, spot, scope, min(_decimals(found[1]), _decimals(found[3])))
    return Placement(text, "not_found", "coordinates_outside")


def _placed(text: str, rule: str, spot: Position, scope: Scope, decimals: int) -> Placement:
    """The pair as a place, if it lies where the context says."""
    half = 0.5 * 10**-decimals * DEGREE_M
    radius = max(math.hypot(half, half * math.cos(math.radians(spot.lat))), LEAST_M)
    rung = next((rung for rung, width in WIDTHS if radius <= width), "county")
    place = Place(f"point-{spot.lon}-{spot.lat}", text, rung, spot, radius)
    if scope.holders and scope.why_not(place):
        return Placement(text, "not_found", "contradiction")
    return Placement(text, "placed", rule, place, used=text)


def _signed(number: str, side: str | None) -> float:
    """A number of degrees; W and S are below zero."""
    value = float(number.replace("−", "-"))
    return -abs(value) if side in ("w", "s") else value


def _decimals(number: str) -> int:
    """How many digits stand behind the point."""
    return len(number.partition(".")[2])
