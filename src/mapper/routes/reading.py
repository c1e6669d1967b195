"""One way to read the legs so far, and what one more piece of way adds to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from mapper import geometry
from mapper.directions.legs import INFERRED, STATED, Leg
from mapper.geometry import Floats
from mapper.model import Place
from mapper.routes import bearings
from mapper.streets.walks import Node, Street


class Piece(NamedTuple):
    """A piece of way: ``line`` (n, 2) lon, lat; ``radius_m`` the circles of its ends, added.

    ``drawn`` is whether it lies on the streets; else it is straight. An open piece shows the way
    of an end, or of a beginning, that the words do not tell.
    """

    leg: Leg | None
    certainty: str
    line: Floats
    radius_m: float
    drawn: bool = True
    open_end: bool = False
    open_start: bool = False


class Opens(NamedTuple):
    """What the words do not say of a path.

    ``start``: where on the street the march began; ``after``: how far it went on from the node of
    that number in the path.
    """

    start: bool = False
    after: int | None = None


CLOSED = Opens()


class On(NamedTuple):
    """A leg that is not walked yet: its street, and the node where it is entered (any: None)."""

    street: Street
    at: Node | None
    leg: Leg


@dataclass(frozen=True)
class Reading:
    """The legs so far: their pieces, and where one stands.

    Attributes:
        pieces: what is walked.
        cost: its length in metres, but for open pieces.
        last: the line of the last street, which the next turn is measured from.
        on: the street that one stands on.
        place: where one stands off the streets; at the very beginning, nowhere.
        fits: whether turns and compass words so far are so on the ground.
    """

    pieces: tuple[Piece, ...] = ()
    cost: float = 0.0
    last: Floats | None = None
    on: On | None = None
    place: Place | None = None
    fits: bool = True

    def onto(self, street: Street, at: Node | None, leg: Leg) -> Reading:
        """Stand on a street, to walk a leg."""
        return replace(self, on=On(street, at, leg), place=None)

    def off(self, place: Place) -> Reading:
        """Stand at a place."""
        return replace(self, on=None, place=place)

    def with_pieces(self, *pieces: Piece) -> Reading:
        """Some pieces more that the words leave out."""
        longer = sum(geometry.length_m(piece.line) for piece in pieces)
        return replace(self, pieces=(*self.pieces, *pieces), cost=self.cost + longer)

    def walked(self, street: Street, leg: Leg, path: Sequence[Node], opens: Opens) -> Reading:
        """A street walked along a path of at least two of its nodes, as a leg says."""
        whole = street.line(path)
        turned = self.last is None or bearings.turns(bearings.turn_of(self.last, whole), leg.turn)
        cut = len(path) - 1 if opens.after is None else opens.after
        told = [
            piece._replace(open_start=opens.start)
            for piece in _pieces(street, path[: cut + 1], leg)
        ]
        length = 0.0 if opens.start else sum(geometry.length_m(piece.line) for piece in told)
        if cut < len(path) - 1:
            told.append(_piece(street, path[cut:], leg, STATED)._replace(open_end=True))
        return replace(
            self,
            pieces=(*self.pieces, *told),
            cost=self.cost + length,
            last=whole,
            fits=self.fits and turned and bearings.heads(whole, leg.heading),
        )


def _pieces(street: Street, path: Sequence[Node], leg: Leg) -> list[Piece]:
    """A path in pieces: a gap that is bridged was not said to be walked."""
    found: list[Piece] = []
    first = 0
    links = [street.graph.edges[pair].get("link", False) for pair in pairwise(path)]
    for at in range(1, len(path)):
        if at == len(path) - 1 or links[at] != links[at - 1]:
            certainty = INFERRED if links[at - 1] else STATED
            found.append(
                _piece(street, path[first : at + 1], None if links[at - 1] else leg, certainty)
            )
            first = at
    return found


def _piece(street: Street, path: Sequence[Node], leg: Leg | None, certainty: str) -> Piece:
    """A path along a street as one piece."""
    radius = street.radius(path[0]) + street.radius(path[-1])
    return Piece(leg, certainty, street.line(path), radius)


def straight(one: Place, other: Place, leg: Leg | None = None) -> Piece:
    """The straight way between two places."""
    line = np.array([one.position, other.position])
    return Piece(leg, INFERRED, line, one.uncertainty_m + other.uncertainty_m, drawn=False)
