"""Routes to lines. So far: a straight, inferred line between two named ends, or why there is none.

Street-following legs (design.md, "Words become routes") are not built yet; nothing here claims
a street.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mapper.model import LADDER, Placement, distance_m

# An end known no finer than this is an area: a line to its middle would be an invention.
COARSEST_END = LADDER.index("street")
# A whole street can be 20 km long: no line ends in the middle of one.
WIDEST_END_M = 1_500.0

Locate = Callable[[str], Placement]


@dataclass(frozen=True)
class Line:
    """One movement: its two ends, and the certainty of what lies between.

    ``reason`` is a key of :data:`mapper.describe.REASONS`, "" where there is a line.
    ``length_m`` is the straight distance, a lower bound of what was walked.
    """

    start: Placement | None
    end: Placement | None
    certainty: str
    reason: str
    length_m: float | None


def between(start_text: str, end_text: str, locate: Locate) -> Line:
    """Join two ends by an inferred line, where both are said and placed finely enough."""
    start = locate(start_text) if start_text else None
    end = locate(end_text) if end_text else None
    if start is None and end is None:
        return Line(start, end, "unknown", "no_ends", None)
    if start is None or end is None:
        return Line(start, end, "unknown", "no_start" if start is None else "no_end", None)
    if reason := _unusable(start, "start") or _unusable(end, "end"):
        return Line(start, end, "unknown", reason, None)
    return _joined(start, end)


def _unusable(end: Placement, which: str) -> str:
    """Why a line cannot stand on this end, or ""."""
    if end.place is None:
        return f"{which}_unplaced"
    coarse = LADDER.index(end.place.rung) > COARSEST_END or end.place.uncertainty_m > WIDEST_END_M
    return f"{which}_coarse" if coarse else ""


def _joined(start: Placement, end: Placement) -> Line:
    """The line of two usable ends."""
    if start.place is None or end.place is None or start.place == end.place:
        return Line(start, end, "unknown", "same_place", None)
    length = distance_m(start.place.position, end.place.position)
    return Line(start, end, "inferred", "", length)
