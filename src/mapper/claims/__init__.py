"""A claim in words beside what is recorded: arithmetic and stated rules, nothing else.

:mod:`mapper.claims.read` turns words into values, :mod:`mapper.claims.judge` compares. The rules
stand in docs/method.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mapper.areas import Area
from mapper.model import SizeRange, Window

Unit = Literal[
    "students",
    "people",
    "campuses",
    "events",
    "walkouts",
    "marches",
    "rallies",
    "cities",
    "arrests",
    "days",
    "streak",
]
Verdict = Literal["supported", "within", "above", "below", "cannot_tell"]


@dataclass(frozen=True)
class Quantity:
    """A number with its unit. ``is_limit``: the words set an upper end ("only", "at most")."""

    words: str
    unit: Unit
    size: SizeRange
    is_limit: bool = False


@dataclass(frozen=True)
class Claim:
    """What a claim says; ``unread`` are the words that were not understood."""

    text: str
    quantities: tuple[Quantity, ...] = ()
    area: Area | None = None
    window: Window | None = None
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class Run:
    """Days in a row that one document has events on."""

    source_id: str
    window: Window
    days: int


@dataclass(frozen=True)
class Finding:
    """One quantity of a claim beside the catalogue.

    ``recorded``: what the catalogue holds; ``known`` of ``total`` crowds have a size (equal where
    the unit is no crowd); ``events``: the ids that were counted; ``missing``: codes of what is not
    known (:data:`mapper.describe.claims.MISSING`); ``runs``: for days in a row, each document's
    own.
    """

    quantity: Quantity
    verdict: Verdict
    recorded: SizeRange
    known: int
    total: int
    events: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    runs: tuple[Run, ...] = ()
