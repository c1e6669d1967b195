"""Routes to lines: along the streets that the words name, else straight between two named ends.

Where neither can be drawn, the reason is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from mapper import directions
from mapper.directions.legs import Leg
from mapper.model import LADDER, Place, Placement, distance_m
from mapper.routes.trace import Part, Traced, trace
from mapper.streets.walks import Walks

__all__ = ["Line", "Part", "Told", "along", "between", "drawn"]

# An end known no finer than this is an area: a line to its middle would be an invention.
COARSEST_END = LADDER.index("street")
# A whole street can be 20 km long: no line ends in the middle of one.
WIDEST_END_M = 1_500.0

Locate = Callable[[str], Placement]


@dataclass(frozen=True)
class Line:
    """One movement: its two ends, and the certainty of what lies between.

    ``reason`` is a key of :data:`mapper.describe.REASONS`, "" where there is a line.
    ``length_m`` is the length of the drawn parts. Where streets are not known, it is straight,
    and a lower bound of what was walked.
    """

    start: Placement | None
    end: Placement | None
    certainty: str
    reason: str
    length_m: float | None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Told:
    """What is said of one movement: the words, and the texts of its two ends ("" if not said)."""

    words: str
    start: str
    end: str


def drawn(told: Told, locate: Locate, walks: Sequence[Walks]) -> Line:
    """The line of a movement: along its streets where the words name any.

    Args:
        told: what is said of it.
        locate: a place text to a placement.
        walks: the streets of each source that can be walked, the best source first.
    """
    branch = next(iter(directions.read(told.words).branches), None)
    return along(branch.legs if branch else (), between(told.start, told.end, locate), walks)


def along(legs: Sequence[Leg], straight: Line, walks: Sequence[Walks]) -> Line:
    """The line of some legs between the ends of a straight one; that one where no street is named.

    The first source that can draw them does; else the reason is the last source's.
    """
    if not any(leg.street for leg in legs):
        return straight
    ends = (_usable(straight.start), _usable(straight.end))
    every = (trace(legs, ends, streets) for streets in walks)
    traced = Traced((), "street_unknown")
    for traced in every:
        if not traced.reason:
            break
    if traced.reason:
        reason = straight.reason if traced.reason in ("no_start", "no_street") else traced.reason
        return replace(straight, certainty="unknown", reason=reason, length_m=None, parts=())
    # The block that shows the way of an open end was drawn, and is not said to have been walked.
    length = sum(part.length_m for part in traced.parts if not part.open_end)
    return Line(straight.start, straight.end, "stated", "", length, traced.parts)


def between(start_text: str, end_text: str, locate: Locate) -> Line:
    """Join two ends by an inferred line, where both are said and placed finely enough."""
    start = locate(start_text) if start_text else None
    end = locate(end_text) if end_text else None
    if start is None and end is None:
        return Line(start, end, "unknown", "no_ends", None)
    if start is None or end is None:
        return Line(start, end, "unknown", "no_start" if start is None else "no_end", None)
    if reason := _why_not(start, "start") or _why_not(end, "end"):
        return Line(start, end, "unknown", reason, None)
    return _joined(start, end)


def _why_not(end: Placement, which: str) -> str:
    """Why a line cannot stand on this end, or ""."""
    if end.place is None:
        return f"{which}_unplaced"
    coarse = LADDER.index(end.place.rung) > COARSEST_END or end.place.uncertainty_m > WIDEST_END_M
    return f"{which}_coarse" if coarse else ""


def _joined(start: Placement, end: Placement) -> Line:
    """The line of two usable ends."""
    if start.place is None or end.place is None or start.place == end.place:
        return Line(start, end, "unknown", "same_place", None)
    ends = (start.place.position, end.place.position)
    part = Part(None, "inferred", ends)
    return Line(start, end, "inferred", "", distance_m(*ends), (part,))


def _usable(end: Placement | None) -> Place | None:
    """The place of an end, if a line can stand on it."""
    return end.place if end and not _why_not(end, "end") else None
