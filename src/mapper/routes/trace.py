"""Legs to lines: the streets that the words name, walked from corner to corner in their order.

A turn that the words report must be one on the ground. Where it is not, where two streets do not
meet, or where two readings fit equally, there is no line, and the leg at fault is named.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from mapper.directions.legs import INFERRED, STATED, Leg
from mapper.geometry import Floats
from mapper.routes import choose, walk
from mapper.routes.reading import On, Piece, Reading
from mapper.routes.steps import steps, with_ends
from mapper.routes.stops import Finder, Stop, at_corner, shared
from mapper.routes.values import Traced
from mapper.streets.walks import Node, Street

MOST_READINGS = 200
# Two or three blocks: longer than this, a street between two others would have been named.
ACROSS_M = 400.0
BEGIN = Reading()
# Of several reasons, the one that came farthest is told.
_FARTHEST = ("start_far", "no_start", "no_crossing", "turn_unnamed", "end_far", "turn_wrong")


class Met(NamedTuple):
    """Readings with one leg more, or why there are none."""

    readings: list[Reading]
    reason: str = ""


class Exit(NamedTuple):
    """Where a street is left for the next: a node of each, and the way between if they differ."""

    node: Node
    entry: Node
    line: Floats | None = None


def trace(legs: Sequence[Leg], ends: tuple[str, str], finder: Finder) -> Traced:
    """Walk the legs of one branch.

    Args:
        legs: in order.
        ends: where it began and where it ended, as texts; "" where only the legs say it.
        finder: the streets of one source, and what places are.
    """
    if not any(leg.street for leg in legs):
        return Traced((), "no_street")
    readings, missed, order = [BEGIN], [], 0
    for leg in steps(with_ends(legs, ends), finder):
        met = _leg(readings, leg, finder)
        if met.reason in ("leg_silent", "end_unplaced"):
            missed.append((leg, met.reason))
            continue
        if met.reason:
            # a turn is told with the leg that it began: its street is walked only now
            return Traced((), met.reason, order if met.reason == "turn_wrong" else leg.order)
        order = leg.order
        readings = sorted(met.readings, key=lambda reading: reading.cost)[:MOST_READINGS]
    whole = _whole(readings, order, finder)
    return replace(whole, missed=tuple(missed)) if whole.parts else whole


def _whole(readings: Sequence[Reading], order: int, finder: Finder) -> Traced:
    """The legs walked to their end, and the best of the readings; ``order``: the last leg's."""
    nowhere = all(one.on and one.on.at is None and not one.on.leg.end for one in readings)
    ended = _fitting(_ended(readings, finder), "no_ends" if nowhere else "end_far")
    if ended.reason:
        return Traced((), ended.reason, order)
    best = choose.best(ended.readings)
    if best is None:
        return Traced((), "two_readings", order)
    parts = tuple(choose.parts(best, finder.walks.network))
    if not any(part.certainty == STATED for part in parts):
        return Traced((), "no_start", order)
    return Traced(parts)


def _leg(readings: list[Reading], leg: Leg, finder: Finder) -> Met:
    """All readings with one leg more."""
    if not leg.street:
        if leg.turn in ("left", "right") and not leg.end:
            return Met([], "turn_unnamed")
        return _best([_to_place(reading, leg, finder) for reading in readings])
    streets = finder.walks.named(leg.street)
    if not streets:
        return Met([], "street_unknown")
    return _best([_onto(one, leg, street, finder) for one in readings for street in streets])


def _best(found: Sequence[Met]) -> Met:
    """All that was met; where nothing was, the reason that came farthest."""
    readings = [reading for met in found for reading in met.readings]
    reasons = [met.reason for met in found]
    known = [reason for reason in reasons if reason in _FARTHEST]
    farthest = max(known, key=_FARTHEST.index) if known else next(iter(reasons), "no_crossing")
    return Met(readings) if readings else Met([], farthest)


def _fitting(found: Sequence[Reading], nothing: str) -> Met:
    """The readings whose turns are so on the ground."""
    fitting = [reading for reading in found if reading.fits]
    return Met(fitting) if fitting else Met([], "turn_wrong" if found else nothing)


def _onto(reading: Reading, leg: Leg, street: Street, finder: Finder) -> Met:
    """One reading that comes onto one street."""
    if reading.on:
        same = _is_same(reading.on.street, street)
        return (_along_again if same else _turned)(
            reading, reading.on, On(street, None, leg), finder
        )
    stops = finder.stops(leg.start, street)
    if reading.place is not None:
        stops = stops or finder.beside(reading.place, street)
    elif stops is None:
        return Met([reading.onto(street, None, leg)])
    entered = [walk.entered(reading, stop, leg, finder) for stop in stops]
    return Met(entered) if entered else Met([], "start_far")


def _turned(reading: Reading, own: On, to: On, finder: Finder) -> Met:
    """From one street onto the next: at each corner that both have."""
    found = []
    for out in _exits(own, to, finder):
        link = () if out.line is None else (Piece(None, INFERRED, out.line, 0.0),)
        for done in walk.to_node(reading, own, out.node, finder):
            found.append(done.with_pieces(*link).onto(to.street, out.entry, to.leg))
    return _fitting(found, "no_crossing")


def _exits(own: On, to: On, finder: Finder) -> list[Exit]:
    """Where a street can be left for the next."""
    nodes = met = shared(own.street, to.street)
    for text, said in ((own.leg.end, not own.leg.toward), (to.leg.start, True)):
        stops = finder.stops(text, own.street) if said else None
        spots = [stop.node for stop in stops or () if stop.node in own.street.graph]
        nodes = at_corner(nodes, spots, own.street) if spots else nodes
    if met:
        return [Exit(node, node) for node in nodes]
    link = finder.walks.link(own.street, to.street)
    return [Exit(*link)] if link else list(_across(own, to, finder))


def _across(own: On, to: On, finder: Finder) -> Iterator[Exit]:
    """The block between two streets that do not meet, where both are said to end at a third.

    "Up Hill to 2nd and down Broadway from 2nd": 2nd Street was walked between them.
    """
    for cross in finder.walks.named(to.leg.start):
        ends = {node for node in cross.graph if node in own.street.graph}
        said = finder.stops(own.leg.end, own.street) or ()
        for node in ends & {stop.node for stop in said}:
            reach = cross.reach(node)
            for entry in cross.graph:
                if entry in to.street.graph and reach.get(entry, math.inf) <= ACROSS_M:
                    yield Exit(node, entry, cross.line(cross.way(node, entry)))


def _is_same(one: Street, other: Street) -> bool:
    """Whether two streets are one."""
    return (one.name.core, one.name.type) == (other.name.core, other.name.type)


def _along_again(reading: Reading, own: On, to: On, finder: Finder) -> Met:
    """The same street again: on from the end of the leg before, or back from it."""
    stops = [] if own.leg.toward else finder.stops(own.leg.end, own.street)
    if not stops:
        if to.leg.turn == "u_turn":
            return Met([], "turn_unnamed")
        turned = own.leg.turn if to.leg.turn in ("", "straight") else to.leg.turn
        return Met([reading.onto(own.street, own.at, replace(to.leg, turn=turned))])
    found = [
        done.onto(stop.street, stop.node, to.leg) for stop, done in _to(reading, own, stops, finder)
    ]
    return _fitting(found, "end_far")


def _to(
    reading: Reading, own: On, stops: Sequence[Stop], finder: Finder
) -> Iterator[tuple[Stop, Reading]]:
    """A reading walked along its street to each of some stops."""
    for stop in stops:
        for done in walk.to_node(reading, own._replace(street=stop.street), stop.node, finder):
            yield stop, done


def _to_place(reading: Reading, leg: Leg, finder: Finder) -> Met:
    """A leg without a street: the way to where it ended."""
    here = reading
    if not reading.on and not reading.place and (start := finder.place(leg.start)):
        here = reading.off(start)
    if not leg.end:
        return Met([here]) if here.place and not reading.place else Met([], "leg_silent")
    to = finder.place(leg.end) or walk.stretch(leg.end, here, finder)
    if to is None:
        return Met([], "end_unplaced")
    if here.place:
        return Met([walk.over(here, here.place, to, leg, finder)])
    if here.on is None:
        return Met([here.off(to)])
    own = here.on
    said = None if own.leg.toward else finder.stops(own.leg.end, own.street)
    stops = said or finder.beside(to, own.street, math.inf)
    found = [
        walk.over(done, stop.corner(), to, leg, finder)
        for stop, done in _to(here, own, stops, finder)
    ]
    return _fitting(found, "end_far")


def _ended(readings: Sequence[Reading], finder: Finder) -> list[Reading]:
    """The last streets walked to their end; a march that ended off the streets is whole."""
    found = []
    for reading in readings:
        found += list(walk.to_end(reading, reading.on, finder)) if reading.on else [reading]
    return found
