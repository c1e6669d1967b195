"""Legs to lines: the streets that the words name, walked from corner to corner in their order.

A turn that the words report must be one on the ground. Where it is not, where two streets do not
meet, or where two readings fit equally, there is no line, and the leg at fault is named.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx
import numpy as np
import shapely

from mapper import geometry
from mapper.directions.legs import Leg
from mapper.model import Place, Position, distance_m
from mapper.streets.walks import Node, Spot, Street, Walks

# A campus' point is inside the campus; its frontage is at most so far beyond its circle.
FRONTAGE_M = 300.0
# Closer than this, an end stands on the street itself: half a wide street and a front yard.
ON_STREET_M = 50.0
# A bend below this is no turn; a reported turn must be more than it.
STRAIGHT_DEG = 20.0
# Compass words are given by eighths of the circle, and streets seldom run exactly.
HEADING_DEG = 67.5
# Two readings whose lengths differ by less than this are equally good.
EQUAL = 0.02
MOST_READINGS = 200
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
START, END = "start", "end"


@dataclass(frozen=True)
class Part:
    """One drawn part of a route.

    Attributes:
        leg: what the words say; ``None`` for the way between a street and an end beside it.
        certainty: ``stated`` along a named street, else ``inferred``.
        line: its positions, in the order walked.
        open_end: the words do not say how far it went: one block is drawn to show the way.
    """

    leg: Leg | None
    certainty: str
    line: tuple[Position, ...]
    open_end: bool = False

    @property
    def length_m(self) -> float:
        """Its length on the ground in metres."""
        return sum(map(distance_m, self.line, self.line[1:]))


@dataclass(frozen=True)
class Traced:
    """A route's parts, or why there are none: ``reason``, and the order of the leg at fault."""

    parts: tuple[Part, ...]
    reason: str = ""
    leg: int = 0


@dataclass(frozen=True)
class Reading:
    """The legs so far: the street that one stands on, where, and the lines walked."""

    street: Street
    at: Node | None
    lines: tuple[tuple[Position, ...], ...]
    length_m: float = 0.0


def trace(legs: Sequence[Leg], ends: tuple[Place | None, Place | None], walks: Walks) -> Traced:
    """Walk the named streets.

    Args:
        legs: the legs of one branch, in order; those without a street are passed over.
        ends: where it began and where it ended, placed; ``None`` where it is not said.
        walks: the streets of one source.
    """
    stated = [leg for leg in legs if leg.street]
    if not stated:
        return Traced((), "no_street")
    readings = list(_begun(stated[0], ends[0], walks))
    if not readings:
        known = walks.named(stated[0].street)
        return Traced((), "start_far" if known else "street_unknown", stated[0].order)
    for leg, following in pairwise(stated):
        streets = walks.named(following.street)
        if not streets:
            return Traced((), "street_unknown", following.order)
        met = list(_walked(readings, streets))
        readings = [reading for reading in met if _fits(reading, leg)]
        if not readings:
            return Traced(
                (), "turn_wrong" if met else "no_crossing", (leg if met else following).order
            )
    return _ended(readings, stated, ends)


def turn_of(before: Sequence[Position], after: Sequence[Position]) -> float:
    """The angle in degrees by which a way turns from one line to the next: right is above 0."""
    angle = _bearing(*after[:2]) - _bearing(*before[-2:])
    return (angle + 180) % 360 - 180


def _begun(leg: Leg, start: Place | None, walks: Walks) -> Iterator[Reading]:
    """Where the first street can be entered: beside the start; anywhere, if none is said."""
    for street in walks.named(leg.street):
        if start is None:
            yield Reading(street, None, ())
            continue
        spot = street.nearest(start.position)
        if spot and spot.away_m <= start.uncertainty_m + FRONTAGE_M:
            yield Reading(_with(street, spot, START), START, ())


def _walked(readings: Sequence[Reading], streets: Sequence[Street]) -> Iterator[Reading]:
    """Each reading, walked to each corner that its street has with the next."""
    found = [
        Reading(following, node, (*reading.lines, line), reading.length_m + length)
        for reading in readings
        for following in streets
        for node in set(reading.street.graph) & set(following.graph)
        for line, length in _way(reading, node)
    ]
    yield from sorted(found, key=lambda reading: reading.length_m)[:MOST_READINGS]


def _way(reading: Reading, to: Node) -> Iterator[tuple[tuple[Position, ...], float]]:
    """The way along a reading's street to a node: none if the street does not go there.

    Where the beginning is not said, the way has no line.
    """
    graph = reading.street.graph
    if reading.at is None:
        yield (), 0.0
    elif reading.at != to and nx.has_path(graph, reading.at, to):
        path = nx.shortest_path(graph, reading.at, to, weight="length")
        yield tuple(reading.street.line(path)), nx.path_weight(graph, path, weight="length")


def _fits(reading: Reading, leg: Leg) -> bool:
    """Whether the last line turns and heads as the words of its leg say."""
    line = reading.lines[-1]
    if not line:
        return True
    before = reading.lines[-2] if len(reading.lines) > 1 else ()
    turns = not before or _turns(turn_of(before, line), leg.turn)
    return turns and _heads(_bearing(line[0], line[-1]), leg.heading)


def _turns(angle: float, turn: str) -> bool:
    """Whether an angle is the turn that is said, if one is."""
    if turn == "right":
        return angle > STRAIGHT_DEG
    if turn == "left":
        return angle < -STRAIGHT_DEG
    return turn != "straight" or abs(angle) <= 2 * STRAIGHT_DEG


def _heads(bearing: float, heading: str) -> bool:
    """Whether a bearing is about the compass word that is said, if one is."""
    off = abs((bearing - HEADINGS.get(heading, bearing) + 180) % 360 - 180)
    return off <= HEADING_DEG


def _ended(
    readings: Sequence[Reading], legs: Sequence[Leg], ends: tuple[Place | None, Place | None]
) -> Traced:
    """The last street walked to the end, and the readings told apart."""
    *_, last = legs
    met = [whole for reading in readings for whole in _finished(reading, ends[1])]
    whole = [reading for reading in met if _fits(reading, last)]
    if not whole:
        return Traced((), "turn_wrong" if met else "end_far", last.order)
    best, *others = sorted(whole, key=lambda reading: reading.length_m)
    open_end = ends[1] is None
    rivals = [other for other in others if _differs(best, other, open_end=open_end)]
    if rivals:
        return Traced((), "two_readings", last.order)
    parts = [
        Part(leg, "stated", line, open_end and leg is last)
        for leg, line in zip(legs, best.lines, strict=True)
        if len(line) > 1
    ]
    return Traced(tuple(_joined(parts, ends))) if parts else Traced((), "no_start", legs[0].order)


def _finished(reading: Reading, end: Place | None) -> Iterator[Reading]:
    """A reading walked along its last street: to the point beside the end, or one block on."""
    if end is not None:
        spot = reading.street.nearest(end.position)
        if spot and spot.away_m <= end.uncertainty_m + FRONTAGE_M:
            street = _with(reading.street, spot, END)
            closer = Reading(street, reading.at, reading.lines, reading.length_m)
            for line, length in _way(closer, END):
                yield Reading(street, END, (*reading.lines, line), reading.length_m + length)
    elif reading.at is not None:
        for node in reading.street.graph.neighbors(reading.at):
            for line, length in _way(reading, node):
                lines = (*reading.lines, line)
                yield Reading(reading.street, node, lines, reading.length_m + length)


def _differs(best: Reading, other: Reading, *, open_end: bool) -> bool:
    """Whether two readings fit equally well and go different ways."""
    if open_end:  # both ways along the last street fit: the words do not say which
        return best.lines[-1][-1:] != other.lines[-1][-1:]
    longer = other.length_m > best.length_m * (1 + EQUAL)
    return not longer and best.lines != other.lines


def _joined(parts: Sequence[Part], ends: tuple[Place | None, Place | None]) -> Iterator[Part]:
    """The parts with the ways from the start to its street, and from the last street to the end."""
    start, end = ends
    if start and parts[0].leg and parts[0].leg.order == 1:
        yield from _beside(start.position, parts[0].line[0])
    yield from parts
    if end:
        yield from _beside(parts[-1].line[-1], end.position)


def _beside(one: Position, other: Position) -> Iterator[Part]:
    """The straight way between an end and its street, where the end is not on it."""
    if distance_m(one, other) > ON_STREET_M:
        yield Part(None, "inferred", (one, other))


def _with(street: Street, spot: Spot, key: str) -> Street:
    """The street with a node more, at a point between two of its nodes."""
    graph = street.graph.copy()
    edge = graph.edges[spot.one, spot.other]
    points = edge["line"] if edge["start"] == spot.one else edge["line"][::-1]
    before, after = _cut(points, spot)
    graph.add_node(key, position=spot.position)
    for node, line in ((spot.one, before), (spot.other, after[::-1])):
        length = sum(map(distance_m, line, line[1:]))
        graph.add_edge(node, key, length=length, line=line, start=node)
    return Street(street.name, street.written, graph)


def _cut(points: Sequence[Position], spot: Spot) -> tuple[list[Position], list[Position]]:
    """A line in two at a spot on it: up to the spot, and on from it."""
    origin = spot.position
    flat = shapely.linestrings(geometry.metres(np.array(points), origin))
    far = [shapely.line_locate_point(flat, shapely.Point(p)) for p in shapely.get_coordinates(flat)]
    at = spot.share * flat.length
    before = [point for point, way in zip(points, far, strict=True) if way < at]
    after = [point for point, way in zip(points, far, strict=True) if way > at]
    return [*before, spot.position] if before else [points[0], spot.position], (
        [spot.position, *after] if after else [spot.position, points[-1]]
    )


def _bearing(one: Position, other: Position) -> float:
    """The compass bearing in degrees from one position to another: north is 0, east 90."""
    east = (other.lon - one.lon) * math.cos(math.radians(one.lat))
    return math.degrees(math.atan2(east, other.lat - one.lat)) % 360
