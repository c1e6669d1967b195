"""Routes to lines: along the streets that the words name, else between the ends that they name.

Where neither can be drawn, the reason is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mapper import directions
from mapper.directions.legs import INFERRED, STATED, UNKNOWN, Branch, Leg
from mapper.model import Circle, Place, distance_m
from mapper.routes import choose, walk
from mapper.routes.reading import Reading
from mapper.routes.stops import Finder, why_not
from mapper.routes.trace import trace
from mapper.routes.values import Line, Locate, Part, Told, Traced, as_row
from mapper.streets.walks import NO_STREETS, Walks

__all__ = ["MOST_WORDS", "UNKNOWING", "Line", "Locate", "Part", "Told", "as_row", "compiled"]

# More words than any report of one march: a whole article is no description.
MOST_WORDS = 5_000
# What another source may know better. A turn that is none, or two ways that fit: it may not.
UNKNOWING = frozenset({"street_unknown", "start_far", "no_crossing", "no_street", "no_network"})


def compiled(
    told: Told, locate: Locate, walks: Sequence[Walks], within: Sequence[Circle] = ()
) -> list[Line]:
    """The lines of a description: one for each way that a march took.

    Args:
        told: what is said of it.
        locate: a place text to a placement.
        walks: the streets of each source that can be walked, the best source first.
        within: where it is said to have been, none if that is not said: streets elsewhere have
            the same names.

    Returns:
        At least one line; several where the words say that the march parted.
    """
    read = directions.read(told.words)
    finders = [Finder(locate, one, read.closed) for one in walks or (NO_STREETS,)]
    branches = read.branches or (Branch(()),)
    return [_line(branch, told, finders, within) for branch in branches]


def _line(branch: Branch, told: Told, finders: Sequence[Finder], within: Sequence[Circle]) -> Line:
    """The line of one branch: the first source that can draw it does."""
    legs = branch.legs
    start, end = (finders[0].placed(text) for text in _ends(legs, told))
    bare = Line(start, end, UNKNOWN, "", label=branch.label)
    if not any(leg.street for leg in legs):
        return _between(bare, legs, finders[0])
    traced = Traced((), "no_network")
    for finder in finders:
        found = _inside(trace(legs, (told.start, told.end), finder), within)
        traced = found if traced.reason == "no_network" or not found.reason else traced
        if traced.reason not in UNKNOWING:
            break
    certainty = UNKNOWN if traced.reason else STATED
    return replace(
        bare, certainty=certainty, reason=traced.reason, leg=traced.leg, parts=traced.parts,
        missed=traced.missed,
    )  # fmt: skip


def _ends(legs: Sequence[Leg], told: Told) -> tuple[str, str]:
    """The texts of the two ends: as given, else as the legs say."""
    first, last = (legs[0].start, legs[-1].end) if legs else ("", "")
    return told.start or first, told.end or last


def _inside(traced: Traced, within: Sequence[Circle]) -> Traced:
    """The same, unless it lies elsewhere: then the street that is meant is not known."""
    if not within or not traced.parts:
        return traced
    first = traced.parts[0].line[0]
    held = any(distance_m(first, circle.centre) <= circle.radius_m for circle in within)
    return traced if held else Traced((), "street_unknown")


def _between(bare: Line, legs: Sequence[Leg], finder: Finder) -> Line:
    """The ways between the places that are named, where both ends are placed finely enough."""
    start, end = bare.start, bare.end
    if start is None or end is None:
        reason = "no_ends" if start is end else "no_start" if start is None else "no_end"
        return replace(bare, reason=reason)
    if reason := why_not(start, "start") or why_not(end, "end"):
        return replace(bare, reason=reason)
    if start.place is None or end.place is None or start.place == end.place:
        return replace(bare, reason="same_place")
    last = legs[-1] if legs else Leg(1, "", (0, 0))
    here, reading = start.place, Reading(place=start.place)
    for leg, place in (*_middle(legs, finder), (last, end.place)):
        to = _nearest(reading, place, leg.end or end.query, finder)
        reading, here = walk.over(reading, here, to, leg, finder), to
    parts = tuple(choose.parts(reading, finder.walks.network))
    return replace(bare, certainty=INFERRED, parts=parts)


def _middle(legs: Sequence[Leg], finder: Finder) -> Iterable[tuple[Leg, Place]]:
    """The places that the legs but the last one came to, if they are known."""
    ends = ((leg, finder.place(leg.end)) for leg in legs[:-1])
    return [(leg, place) for leg, place in ends if place]


def _nearest(reading: Reading, end: Place, text: str, finder: Finder) -> Place:
    """Of an end that is a street, the point nearest to the way; else the end itself."""
    if end.rung != "street":
        return end
    of_place = end.name.partition(" at ")[0]  # "US Highway 101 at downtown Los Angeles"
    found = walk.stretch(text, reading, finder) or walk.stretch(of_place, reading, finder)
    return found or end
