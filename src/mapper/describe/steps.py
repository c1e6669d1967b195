"""One leg of a march in words: where it went, how far."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from mapper.describe.lengths import KILOMETRE, MILE
from mapper.i18n import Words

Legs = Sequence[Mapping[str, Any]]


def where(legs: Legs, at: int, ends: tuple[str, str], t: Words) -> str:
    """The street of a leg; where none is named, what lies before and after it.

    Args:
        legs: of one march, in order.
        at: which of them, from 0.
        ends: the names of its start and of its end.
        t: the reader's language.
    """
    if legs[at]["street"]:
        return str(legs[at]["street"])
    before = legs[at - 1]["street"] if at else ""
    after = legs[at + 1]["street"] if at + 1 < len(legs) else ""
    return t("between {start} and {end}", start=before or ends[0], end=after or ends[1])


def length(metres: float, t: Words) -> str:
    """A length in metres or kilometres, and miles; rounded down: it was at least so long."""
    km, miles = (t.number(math.floor(metres / unit * 100) / 100) for unit in (KILOMETRE, MILE))
    if metres < KILOMETRE:
        return t("{metres} m ({miles} mi)", metres=t.number(math.floor(metres)), miles=miles)
    return t("{km} km ({miles} mi)", km=km, miles=miles)


def step(legs: Legs, at: int, ends: tuple[str, str], t: Words) -> str:
    """A leg in one line: where it went, and how far if that is said."""
    said = where(legs, at, ends, t)
    if legs[at]["open_end"] or legs[at]["open_start"]:
        return said
    return f"{said}, {length(legs[at]['length_m'], t)}"
