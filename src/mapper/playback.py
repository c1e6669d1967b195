"""The way of a march as moments to step through: in order only, because no time is known.

A moment is a share of a leg. Distances are those of the ledger, positions those of the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from mapper import geometry
from mapper.model import Position

# So near each other that it looks like motion, and never so near that two have one length in words.
MOMENTS, LEAST_M = 48, 10.0

Legs = Sequence[Mapping[str, Any]]
Piece = dict[str, Any]


@dataclass(frozen=True)
class Moment:
    """So far along the way.

    Attributes:
        leg: the leg that is being walked, from 0.
        share: how much of it is behind, 0 to 1.
        walked_m: metres behind; the block that shows an open end adds nothing.
        is_open: whether it lies on such a block: how far they went there is not said.
    """

    leg: int
    share: float
    walked_m: float
    is_open: bool


def moments(legs: Legs, count: int = MOMENTS) -> tuple[Moment, ...]:
    """About so many moments, evenly along the way; the end of each leg is one of them.

    Two of one leg are ``LEAST_M`` apart or more. The block of an open end is one moment.

    Args:
        legs: in order, each with ``length_m`` (metres), ``open_end`` and maybe ``open_start``.
        count: how many; never fewer than one a leg, and the beginning.
    """
    return (Moment(0, 0.0, 0.0, is_open=False), *_along(legs, count))


def _along(legs: Legs, count: int) -> Iterator[Moment]:
    """The moments after the beginning."""
    whole = sum(float(leg["length_m"]) for leg in legs) or 1.0
    behind = 0.0
    for at, leg in enumerate(legs):
        is_open = bool(leg["open_end"] or leg.get("open_start"))
        length = 0.0 if is_open else float(leg["length_m"])
        steps = max(1, int(min(count * length / whole, length / LEAST_M)))
        for step in range(1, steps + 1):
            yield Moment(at, step / steps, behind + length * (step / steps), is_open)
        behind += length


def turned(moments: Sequence[Moment], at: int, by: int) -> int:
    """The moment one leg on (``by`` 1) or back (-1): the next end of a leg, or the beginning."""
    ends = [0, *(i for i, moment in enumerate(moments) if moment.share == 1.0)]
    if by > 0:
        return next((end for end in ends if end > at), ends[-1])
    return next((end for end in reversed(ends) if end < at), 0)


def head(legs: Legs, moment: Moment) -> Position:
    """Where the front of the march is at a moment."""
    line = shapely.linestrings(legs[moment.leg]["line"])
    return geometry.along(line, moment.share)[0]


def walked(pieces: Sequence[Sequence[Piece]], moment: Moment) -> list[Piece]:
    """The drawn pieces that lie behind a moment, the last one cut at it.

    Args:
        pieces: those of each leg, in order, each from ``start`` to ``end`` ([lon, lat], degrees),
            as :func:`mapper.layers.ways.dashes` gives them.
        moment: one of the same legs.
    """
    whole = [piece for leg in pieces[: moment.leg] for piece in leg]
    return [*whole, *_cut(pieces[moment.leg], moment.share)]


def _cut(pieces: Sequence[Piece], share: float) -> Iterator[Piece]:
    """The pieces of one leg up to a share of its length, gaps counted."""
    points = [point for piece in pieces for point in (piece["start"], piece["end"])]
    gone = geometry.progress(np.array(points, dtype=float))
    reach = share * gone[-1]
    for piece, begins, ends in zip(pieces, gone[::2], gone[1::2], strict=True):
        if ends <= reach:
            yield piece
        elif begins < reach:
            part = (reach - begins) / (ends - begins)
            yield piece | {"end": _between(piece["start"], piece["end"], part)}


def _between(one: Sequence[float], other: Sequence[float], share: float) -> list[float]:
    """A point at a share of the way between two; 6 decimals are 0.1 m."""
    return [round(a + (b - a) * share, 6) for a, b in zip(one, other, strict=True)]
