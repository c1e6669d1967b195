"""The points of a street that a text names: a cross street, a corner, or a place beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mapper import geometry, names
from mapper.errors import MapperError
from mapper.model import LADDER, Place, Placement, Position, distance_m
from mapper.places.readings import corners, level, tidy
from mapper.routes.values import Locate
from mapper.streets.walks import Node, Street, Walks

# A march that gathered at a square and took a street set out at most so far from it, beyond its
# circle: five or six short blocks. Farther off, the words leave out too much. A convention.
FRONTAGE_M = 600.0
# Closer than this, an end stands on the street itself: half a wide street and a front yard.
ON_STREET_M = 50.0
# An end known no finer than this is an area: a line to its middle would be an invention.
COARSEST_END = LADDER.index("street")
# A whole street can be 20 km long: no line ends in the middle of one.
WIDEST_END_M = 1_500.0
_AT_NODE_M = 1.0
_CORNER_OF = re.compile(
    r"^(?:(?:the )?(?:corner|intersection) of|(?:la |el )?(?:esquina|cruce|interseccion) de) "
)
# Nodes of one corner: the four of two divided roads, or three streets that meet in one place.
ONE_CORNER_M = 150.0


class Stop(NamedTuple):
    """A point of a street: the street with that node, and the place that stands beside it."""

    street: Street
    node: Node
    place: Place | None = None

    def corner(self) -> Place:
        """The point itself, as a place."""
        spot, radius = self.street.at(self.node), self.street.radius(self.node)
        return point(spot, radius)


class Finder:
    """Texts to places and to points of streets, each text asked once."""

    def __init__(self, locate: Locate, walks: Walks, closed: tuple[str, ...] = ()) -> None:
        """Keep what answers, and the streets that nobody walked."""
        self.walks, self.closed = walks, closed
        self._locate = locate
        self._placed: dict[str, Placement | None] = {}

    def placed(self, text: str) -> Placement | None:
        """The placement of a text; ``None`` where there is no text to ask."""
        if text not in self._placed:
            self._placed[text] = self._answer(text) if text else None
        return self._placed[text]

    def place(self, text: str) -> Place | None:
        """The place of a text, if a line can stand on it."""
        found = self.placed(text)
        return found.place if found and not why_not(found, "end") else None

    def _answer(self, text: str) -> Placement | None:
        """What a text is placed as; a corner that only these streets know, as that corner."""
        try:
            found = self._locate(text)
        except MapperError:  # words that can be no place
            return None
        corner = None if found.place else self._corner(text)
        return Placement(text, "placed", "corner", corner) if corner else found

    def _corner(self, text: str) -> Place | None:
        """Where two streets of the source meet, if the text names two and they meet once."""
        for one, other in cross_streets(text):
            met = [
                (street, node)
                for street in self.walks.named(one)
                for cross in self.walks.named(other)
                for node in shared(street, cross)
            ]
            spots = [street.at(node) for street, node in met]
            if spots and all(distance_m(spots[0], spot) <= ONE_CORNER_M for spot in spots):
                street, node = met[0]
                radius = street.radius(node) + max(distance_m(spots[0], spot) for spot in spots)
                return point(spots[0], radius, text)
        return None

    def stops(self, text: str, street: Street) -> list[Stop] | None:
        """The points of a street that a text means.

        Returns:
            ``None`` where the text says no point: it is empty, not known, an area, or the street
            itself; none where what it says is not on the street.
        """
        if not text:
            return None
        for one, other in cross_streets(text):
            for own, cross in ((one, other), (other, one)):
                if self._is(own, street) and (found := self._crossed(cross, street)):
                    return found
        found = self._crossed(text, street)
        place = None if found or self._is(text, street) else self.place(text)
        # "Olvera Street" does not cross it, and is a place as well
        if place and not (found is not None and place.rung == "street"):
            return self.beside(place, street)
        return found

    def beside(self, place: Place, street: Street, most_m: float = FRONTAGE_M) -> list[Stop]:
        """The point of a street that is nearest to a place, if it is near enough."""
        spot = street.nearest(place.position)
        if spot is None or spot.away_m > place.uncertainty_m + most_m:
            return []
        off = place if spot.away_m > ON_STREET_M else None
        for node, line in ((spot.one, spot.before), (spot.other, spot.after)):
            if geometry.length_m(line) <= _AT_NODE_M:
                return [Stop(street, node, off)]
        key = ("spot", *spot.position)
        return [Stop(street.with_spot(spot, key, place.uncertainty_m), key, off)]

    def _crossed(self, text: str, street: Street) -> list[Stop] | None:
        """Where a cross street of that name meets the street; ``None`` if there is no such one."""
        others = [other for other in self.walks.named(text) if other.name.core != street.name.core]
        if not others or self._is(text, street):
            return None
        nodes = [node for other in others for node in other.graph if node in street.graph]
        return [Stop(street, node) for node in dict.fromkeys(nodes)]

    def _is(self, text: str, street: Street) -> bool:
        """Whether a text is the name of the street itself."""
        wanted = names.street(text)
        return any(map(street.name.may_be, wanted.spoken()))


def point(spot: Position, radius_m: float, name: str = "") -> Place:
    """A point of a street as a place."""
    return Place("", name, "intersection", spot, radius_m)


def cross_streets(text: str) -> Iterator[tuple[str, str]]:
    """Each way to read a text as two streets that meet."""
    return corners(_CORNER_OF.sub("", level(tidy(text))))


def why_not(end: Placement, which: str) -> str:
    """Why a line cannot stand on this end, "" if it can. ``which`` is "start" or "end"."""
    if end.place is None:
        return f"{which}_unplaced"
    coarse = LADDER.index(end.place.rung) > COARSEST_END or end.place.uncertainty_m > WIDEST_END_M
    return f"{which}_coarse" if coarse else ""


def shared(one: Street, other: Street) -> list[Node]:
    """The corners of two streets."""
    small, large = sorted((one.graph, other.graph), key=len)
    return [node for node in small if node in large]


def at_corner(nodes: Sequence[Node], others: Sequence[Node], street: Street) -> list[Node]:
    """The nodes of a street that are of one corner with any of some others of it."""
    return [
        node
        for node in nodes
        if any(distance_m(street.at(node), street.at(other)) <= ONE_CORNER_M for other in others)
    ]
