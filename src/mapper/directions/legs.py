"""What a description of a march is read as: legs in branches, and the part of each word."""

from __future__ import annotations

from dataclasses import dataclass

STATED, INFERRED, UNKNOWN = "stated", "inferred", "unknown"
KINDS = ("verb", "street", "turn", "heading", "place", "link", "closed", "unread")

Span = tuple[int, int]


@dataclass(frozen=True)
class Leg:
    """One part of a march, as the words give it. What they do not say is "" or ().

    Attributes:
        order: 1 for the first leg of its branch.
        words: the words that gave it, verbatim: ``text[span[0]:span[1]]``.
        span: where they stand in the text, end excluded.
        street: the street walked, as written.
        turn: left, right, straight or u_turn: how the leg begins.
        heading: north, northeast …
        start: where it begins: a cross street, a corner, a landmark; where a leg names no street
            and no beginning, the end of the leg before it.
        end: where it goes to.
        toward: the end is only faced ("toward City Hall"): nobody said that it was reached.
        via: what it passed, crossed or went through.
        meeting: whom it met. They may have met anywhere: this is no end.
        area: the city or the neighborhood that the words put it in.
        certainty: ``stated``: a street is named; ``inferred``: two named ends and no street;
            ``unknown``: neither.
    """

    order: int
    words: str
    span: Span
    street: str = ""
    turn: str = ""
    heading: str = ""
    start: str = ""
    end: str = ""
    toward: bool = False
    via: tuple[str, ...] = ()
    meeting: str = ""
    area: str = ""
    certainty: str = UNKNOWN


@dataclass(frozen=True)
class Branch:
    """The way of one group. A way that all groups share is repeated in the branch of each.

    ``label`` is what the words call the group ("one group"), "" where nobody split.
    """

    legs: tuple[Leg, ...]
    label: str = ""


@dataclass(frozen=True)
class Role:
    """The part that some words play, for colouring: ``kind`` is one of :data:`KINDS`."""

    span: Span
    kind: str


@dataclass(frozen=True)
class Directions:
    """A description as it was read.

    Attributes:
        words: the description.
        branches: one where the march stayed together; none where the words tell of no motion.
        unread: the spans of the words that were not understood.
        closed: streets named as closed, as written: nobody walked there.
        roles: every word once, in order.
    """

    words: str
    branches: tuple[Branch, ...]
    unread: tuple[Span, ...]
    closed: tuple[str, ...]
    roles: tuple[Role, ...]
