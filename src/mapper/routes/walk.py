"""The moves of a march: along its street to a corner or an end, and across to a place."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from mapper.directions.legs import INFERRED, Leg
from mapper.geometry import Floats
from mapper.model import Place, Position, distance_m
from mapper.routes import inferred
from mapper.routes.reading import CLOSED, On, Opens, Piece, Reading, straight
from mapper.routes.stops import Finder, Stop, point
from mapper.streets.walks import Node, Street

# A detour by what a leg without a street passed is taken if it is not so much longer.
PASSING, PASSING_M = 1.8, 200.0
# An open end is drawn so far at least, to the next corner: a short block.
BLOCK_M = 60.0


def entered(reading: Reading, stop: Stop, leg: Leg, finder: Finder) -> Reading:
    """Come onto a street at a stop, from the place beside it if it has one."""
    return beside(reading, stop, finder).onto(stop.street, stop.node, leg)


def beside(reading: Reading, stop: Stop, finder: Finder, *, back: bool = False) -> Reading:
    """The way between a stop and the place beside it; ``back``: to the place."""
    if stop.place is None:
        return reading
    ends = (stop.corner(), stop.place) if back else (stop.place, stop.corner())
    return reading.with_pieces(_crossed(*ends, None, finder))


def to_node(reading: Reading, on: On, node: Node, finder: Finder) -> Iterator[Reading]:
    """Walk the street to a node; where the beginning is not said, a block from each side."""
    street = on.street
    if node not in street.graph or node == on.at:
        return
    if on.at is None:
        yield from _from_nowhere(reading, on, node, finder)
        return
    path = street.way(on.at, node)
    if not path and finder.walks.whole:
        street = finder.walks.bridged(street)
        path = street.way(on.at, node)
    if path:
        yield reading.walked(street, on.leg, path, CLOSED)


def _from_nowhere(reading: Reading, on: On, node: Node, finder: Finder) -> Iterator[Reading]:
    """Walk to a node from the farthest point that was passed; else a block from each side."""
    street, passed = _passed(on.street, on.leg, finder)
    far = street.reach(node)
    known = [start for start in passed if start in far and start != node]
    if known:
        yield reading.walked(
            street, on.leg, street.way(max(known, key=far.__getitem__), node), CLOSED
        )
        return
    for way in street.blocks([node], BLOCK_M):
        yield reading.walked(street, on.leg, way[::-1], Opens(start=True))


def to_end(reading: Reading, on: On, finder: Finder) -> Iterator[Reading]:
    """Walk the last street to its end: as said, else a block on to show the way."""
    leg = on.leg
    stops = finder.stops(leg.end, on.street)
    place = finder.place(leg.end) if leg.toward else None
    if place and not stops:
        stops = finder.beside(place, on.street, math.inf)
    if stops is None:
        yield from _open(reading, on, finder)
        return
    for stop in stops:
        for done in to_node(reading, on._replace(street=stop.street), stop.node, finder):
            yield _faced(done, stop.street) if leg.toward else beside(done, stop, finder, back=True)


def _faced(done: Reading, street: Street) -> Reading:
    """An end that is only faced: one block is walked, the rest is not said."""
    *before, last = done.pieces
    near = [at for at in range(1, len(last.line)) if _is_corner(street, last.line[at])]
    cut = near[0] if near else len(last.line) - 1
    pieces = [last._replace(line=last.line[: cut + 1], open_end=True)]
    if cut < len(last.line) - 1:
        pieces.append(last._replace(line=last.line[cut:], certainty=INFERRED))
    return replace(done, pieces=(*before, *pieces))


def _is_corner(street: Street, spot: Floats) -> bool:
    """Whether a point of a line is a node of its street."""
    there = tuple(map(float, spot))
    return any(there == tuple(position) for _, position in street.graph.nodes(data="position"))


def _open(reading: Reading, on: On, finder: Finder) -> Iterator[Reading]:
    """Walk past what the leg passed, and one block on, each way that there is."""
    if on.at is None:
        return
    street, passed = _passed(on.street, on.leg, finder)
    far = street.reach(on.at)
    last = max((node for node in passed if node in far), key=far.__getitem__, default=on.at)
    path = street.way(on.at, last)
    for way in street.blocks(path, BLOCK_M):
        yield reading.walked(street, on.leg, way, Opens(after=len(path) - 1))


def _passed(street: Street, leg: Leg, finder: Finder) -> tuple[Street, list[Node]]:
    """The points of a street that its leg crossed or passed, in a street that has them all."""
    nodes: list[Node] = []
    for text in leg.via:
        for stop in finder.stops(text, street) or ():
            street, nodes = stop.street, [*nodes, stop.node]
    return street, nodes


def over(reading: Reading, here: Place, to: Place, leg: Leg, finder: Finder) -> Reading:
    """Cross from a place to another on a way that the words leave out, by what was passed."""
    points = [here, *_between(here, to, leg, finder), to]
    pieces = [_crossed(*pair, leg, finder) for pair in pairwise(points)]
    return replace(reading.with_pieces(*pieces), last=None).off(to)


def _between(here: Place, to: Place, leg: Leg, finder: Finder) -> Sequence[Place]:
    """The places that a leg passed, if the way by them is not a detour: names mislead."""
    passed = [place for text in leg.via if (place := finder.place(text))]
    spots = [place.position for place in (here, *passed, to)]
    way = sum(map(distance_m, spots, spots[1:]))
    return passed if way <= PASSING * distance_m(spots[0], spots[-1]) + PASSING_M else ()


def _crossed(one: Place, other: Place, leg: Leg | None, finder: Finder) -> Piece:
    """The way between two places: by the network where it holds every way, else straight."""
    line = inferred.way(one.position, other.position, finder.walks, finder.closed)
    piece = straight(one, other, leg)
    return piece if line is None else piece._replace(line=line, drawn=True)


def stretch(text: str, reading: Reading, finder: Finder) -> Place | None:
    """The point of a street or freeway that is nearest to where one stands: "to US 101"."""
    street = finder.walks.stretch(text)
    here = _stands(reading)
    spot = street.nearest(here) if street and here else None
    if street is None or spot is None:
        return None
    radius = max(street.radius(spot.one), street.radius(spot.other))
    return point(spot.position, radius, street.written)


def _stands(reading: Reading) -> Position | None:
    """Where a reading stands, if it does anywhere."""
    if reading.place:
        return reading.place.position
    on = reading.on
    return on.street.at(on.at) if on and on.at is not None else None
