"""What a route is: its parts in the order walked, or why there are none."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from mapper.directions.legs import Leg
from mapper.model import Placement, Position, distance_m
from mapper.streets.walks import UNNAMED, Network

Locate = Callable[[str], Placement]
# The longest that a shortest way by the streets of a square grid can be, to the straight line.
GRID = math.sqrt(2)


@dataclass(frozen=True)
class Part:
    """One drawn part of a route.

    Attributes:
        leg: what the words say; ``None`` for a way that they leave out: from an end to the street
            beside it, over a gap, or between two streets that nearly meet.
        certainty: ``stated`` along a named street, else ``inferred``.
        line: its positions, in the order walked.
        radius_m: the circles of its two ends, added: how far its length can be off.
        network: the streets that it was drawn on; without a name, it is straight.
        open_end: the words do not say how far it went: one block is drawn to show the way.
        open_start: they do not say where it began: likewise.
    """

    leg: Leg | None
    certainty: str
    line: tuple[Position, ...]
    radius_m: float = 0.0
    network: Network = UNNAMED
    open_end: bool = False
    open_start: bool = False

    @property
    def length_m(self) -> float:
        """Its length on the ground in metres."""
        return sum(map(distance_m, self.line, self.line[1:]))

    @property
    def lengths_m(self) -> tuple[float, float]:
        """Its least and its greatest length in metres.

        Along a named street, its length and the radius either way. Between two ends of which the
        way is not said, from the straight line up to a shortest way by streets in a square grid
        (docs/method.md): a way about is not counted.
        """
        length, radius = self.length_m, self.radius_m
        if self.certainty == "stated":
            return max(length - radius, 0.0), length + radius
        straight = distance_m(self.line[0], self.line[-1])
        return max(straight - radius, 0.0), max(length, straight * GRID) + radius


def as_row(part: Part) -> dict[str, object]:
    """A part as plain values: what the ledger says of a leg, but for the route that it is of.

    Returns:
        certainty, words, street, length_m and uncertainty_m (whole metres), network, network_date,
        open_end, open_start, and line ([lon, lat] to 5 decimals, 1 m).
    """
    return {
        "certainty": part.certainty,
        "words": part.leg.words if part.leg else "",
        "street": part.leg.street if part.leg else "",
        "length_m": round(part.length_m),
        "uncertainty_m": round(part.radius_m),
        "network": part.network.name,
        "network_date": part.network.as_of,
        "open_end": part.open_end,
        "open_start": part.open_start,
        "line": [[round(spot.lon, 5), round(spot.lat, 5)] for spot in part.line],
    }


@dataclass(frozen=True)
class Traced:
    """A route's parts, or why there are none: ``reason``, and the order of the leg at fault.

    ``missed`` are legs that add nothing to the line, each with its reason.
    """

    parts: tuple[Part, ...]
    reason: str = ""
    leg: int = 0
    missed: tuple[tuple[Leg, str], ...] = ()


@dataclass(frozen=True)
class Line:
    """One movement: its two ends, and the certainty of what lies between.

    Attributes:
        start: where it began, placed; ``None`` if it is not said.
        end: where it went.
        certainty: ``stated`` where any part follows a named street, ``inferred``, or ``unknown``.
        reason: a key of :data:`mapper.describe.REASONS`, "" where there is a line.
        leg: the order of the leg at fault, 0 if it is none in particular.
        parts: in the order walked.
        missed: legs that add nothing to the line, each with its reason.
        label: what the words call the group, where the march parted.
    """

    start: Placement | None
    end: Placement | None
    certainty: str
    reason: str
    leg: int = 0
    parts: tuple[Part, ...] = ()
    missed: tuple[tuple[Leg, str], ...] = ()
    label: str = ""

    @property
    def lengths_m(self) -> tuple[float, float | None] | None:
        """Its least and its greatest length in metres; no greatest where an end is open.

        A block that shows the way of an open end is drawn, and not said to have been walked.
        """
        if not self.parts:
            return None
        told = [part for part in self.parts if not (part.open_end or part.open_start)]
        lows, highs = zip(*(part.lengths_m for part in told), strict=True) if told else ((0.0,), ())
        return sum(lows), sum(highs) if len(told) == len(self.parts) else None


@dataclass(frozen=True)
class Told:
    """What is said of one movement: the words, and the texts of its two ends ("" if not said)."""

    words: str
    start: str = ""
    end: str = ""
