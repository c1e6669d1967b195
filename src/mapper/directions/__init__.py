"""Read descriptions of marches, English and Spanish, as legs: which street, which turn, which end.

A closed grammar and no guess: what the words do not say stays empty, and the words that it does
not know are returned.
"""

from __future__ import annotations

from mapper.directions.assemble import directions
from mapper.directions.cues import cues
from mapper.directions.legs import (
    INFERRED,
    KINDS,
    STATED,
    UNKNOWN,
    Branch,
    Directions,
    Leg,
    Role,
    Span,
)
from mapper.directions.order import in_order
from mapper.directions.script import Script
from mapper.directions.senses import settled
from mapper.directions.tokens import tokens
from mapper.directions.walk import walk

__all__ = [
    "INFERRED", "KINDS", "STATED", "UNKNOWN", "Branch", "Directions", "Leg", "Role", "Span", "read",
]  # fmt: skip


def read(words: str) -> Directions:
    """Read a description of a march.

    Args:
        words: one or more sentences, English or Spanish, in any case, with accents or without.

    Returns:
        The legs of each branch in walking order; no branches where the words tell of no motion.
    """
    found = tokens(words)
    return directions(walk(Script(words, found, in_order(settled(cues(found))))))
