"""Of several readings the best, if no other fits as well; and its pieces as parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mapper import geometry
from mapper.directions.legs import STATED
from mapper.model import Position, distance_m
from mapper.routes.reading import Piece, Reading
from mapper.routes.values import Part
from mapper.streets.walks import UNNAMED, Network

# Two readings whose lengths differ by less than this are equally good.
EQUAL, EQUAL_M = 0.02, 15.0
# Corners nearer than this are one: the two sides of a divided road.
ONE_M = 60.0


def best(readings: Sequence[Reading]) -> Reading | None:
    """The shortest reading; ``None`` where another fits equally well and goes another way.

    Where they differ only in a block that shows where it may have come from, that block goes.
    """
    first, *others = sorted(readings, key=lambda reading: reading.cost)
    most = first.cost * (1 + EQUAL) + EQUAL_M
    rivals = [other for other in others if other.cost <= most and _differ(first, other)]
    if not rivals:
        return first
    bare = _without_start(first)
    return bare if not any(_differ(bare, _without_start(rival)) for rival in rivals) else None


def parts(reading: Reading, network: Network) -> Iterator[Part]:
    """The pieces of a reading as parts, in the order walked; those without length left out."""
    for piece in reading.pieces:
        if geometry.length_m(piece.line) > 0:
            line = tuple(Position(float(lon), float(lat)) for lon, lat in piece.line)
            source = network if piece.drawn else UNNAMED
            yield Part(
                piece.leg, piece.certainty, line, piece.radius_m, source, piece.open_end,
                piece.open_start,
            )  # fmt: skip


def _differ(one: Reading, other: Reading) -> bool:
    """Whether two readings go different ways: not by the side of a divided road."""
    pairs = zip(_corners(one), _corners(other), strict=False)
    longer = len(_corners(one)) != len(_corners(other))
    return longer or any(distance_m(*pair) > ONE_M for pair in pairs)


def _corners(reading: Reading) -> list[Position]:
    """Where each stated piece begins and ends."""
    stated = [piece for piece in reading.pieces if piece.certainty == STATED]
    return [Position(*piece.line[end]) for piece in stated for end in (0, -1)]


def _without_start(reading: Reading) -> Reading:
    """A reading without the block of an open beginning."""
    return replace(reading, pieces=tuple(filter(_is_told, reading.pieces)))


def _is_told(piece: Piece) -> bool:
    """Whether a piece is more than the show of a beginning."""
    return not piece.open_start
