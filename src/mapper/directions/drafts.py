"""Legs in the making, and when two of them are one."""

from __future__ import annotations

from dataclasses import dataclass, field

from mapper import names

SHARED, REJOINED = 0, -1

_ARRIVALS = frozenset({"finish", "reach", "meet"})
_SAME_WAY = frozenset({"walk", "move", ""})


@dataclass
class Draft:
    """A leg in the making: its tokens (both included), the verb that opened it, what is said.

    ``corner`` is where a turn was, by the words "at X": the street turned into, unless another is
    named. ``then`` is whether the words part it in time from what was before, ``prior`` whether
    they tell afterwards what was before ("they had started at").
    """

    first: int
    last: int
    verb: str = ""
    then: bool = False
    sentence: int = 0
    group: int = SHARED
    turn: str = ""
    heading: str = ""
    street: str = ""
    start: str = ""
    end: str = ""
    toward: bool = False
    via: list[str] = field(default_factory=list)
    meeting: str = ""
    area: str = ""
    corner: str = ""
    corner_is_street: bool = False
    lone: bool = False
    prior: bool = False

    @property
    def says(self) -> bool:
        """Whether it says anything of a way."""
        place = self.street or self.start or self.end or self.corner or self.via
        return bool(place or self.turn or self.heading or self.meeting or self.area)

    @property
    def only_street(self) -> bool:
        """Whether it names a street, and no ends."""
        return bool(self.street) and not (self.start or self.end or self.heading or self.turn)

    @property
    def only_end(self) -> bool:
        """Whether it says where something ended, and no more."""
        beyond = self.street or self.start or self.via or self.turn or self.heading
        return bool(self.end) and not beyond and not self.meeting

    @property
    def only_start(self) -> bool:
        """Whether it says where something began, and no more."""
        beyond = self.street or self.end or self.corner or self.via or self.turn or self.heading
        return bool(self.start) and not beyond and not self.meeting


def settle_corner(draft: Draft) -> None:
    """Turn into Soto for "right at Soto", and there into First for "right at Soto onto First"."""
    if draft.corner and not draft.street and draft.corner_is_street and draft.turn != "u_turn":
        draft.street = draft.corner
    elif draft.corner and not draft.start:
        draft.start = draft.corner


def is_one_street(one: str, other: str) -> bool:
    """Whether two names may be those of one street."""
    return names.street(one).may_be(names.street(other))


def same_place(last: Draft, draft: Draft) -> bool:
    """Whether two legs end at one place, by its name."""
    return names.fold(last.end) == names.fold(draft.end)


def is_more(last: Draft, draft: Draft) -> bool:
    """Whether a draft only says more of the leg before it."""
    if draft.turn not in ("", "straight"):
        return False
    if draft.start:
        return _gives_ends(last, draft)
    if not draft.street and (draft.verb == "aside" or draft.meeting):
        return not (draft.end and last.end)
    if not (last.street or last.end or last.via):
        return not draft.turn
    if draft.street:
        return bool(last.street) and not last.end and is_one_street(last.street, draft.street)
    arrived = draft.verb in _ARRIVALS and same_place(last, draft)
    return arrived or (not last.end and (draft.verb in _ARRIVALS or _goes_on(last, draft)))


def _crossed_into(last: Draft, draft: Draft) -> bool:
    """Whether what was crossed lies on the next street: "crossed Main, continued along 1st"."""
    crossed = last.verb == "cross" and not (last.street or last.end or last.turn or last.heading)
    goes_on = draft.verb == "on" and bool(draft.street) and not draft.turn
    return crossed and goes_on and bool(last.via) and draft.sentence == last.sentence


def lacks_ends(last: Draft) -> bool:
    """Whether a leg has a street, and nobody said how far it was walked."""
    return bool(last.street) and not last.start and not last.end


def _gives_ends(last: Draft, draft: Draft) -> bool:
    """Whether a draft says how far the street of the leg before it was walked."""
    if draft.street or draft.turn or draft.then or draft.sentence > last.sentence + 1:
        return False
    finer = bool(last.street and draft.end) and not draft.verb and draft.sentence == last.sentence
    return lacks_ends(last) or finer


def _goes_on(last: Draft, draft: Draft) -> bool:
    """Whether a draft without a street follows the street of the leg before it."""
    if draft.verb in ("cross", "pass", "on"):
        return True
    if not last.street or draft.verb not in _SAME_WAY:
        return False
    return not draft.then and draft.sentence == last.sentence


def absorb(last: Draft, draft: Draft) -> None:
    """Add what a draft says to a leg."""
    last.first, last.last = min(last.first, draft.first), max(last.last, draft.last)
    for name in ("street", "heading", "meeting", "area"):
        setattr(last, name, getattr(last, name) or getattr(draft, name))
    last.start = draft.start or last.start
    if draft.end:
        last.end, last.toward = draft.end, draft.toward
    last.via += draft.via


def settle_last(legs: list[Draft], draft: Draft) -> None:
    """What a new leg says of the one before it."""
    last = legs[-1]
    if _crossed_into(last, draft):
        legs.remove(last)
        draft.via, draft.start = last.via + draft.via, draft.start or last.start
        draft.first = min(draft.first, last.first)
    if draft.turn == "u_turn" and draft.street and not last.street and last.end:
        last.street = draft.street  # one turns around on the street that one walks


def begin_at_end(legs: list[Draft]) -> None:
    """Where a march ended, it had begun: a way back says the way out."""
    first, end = legs[0], legs[-1].end
    if not end:
        return
    if first.turn == "u_turn" and first.start and first.street:
        out = Draft(first.first, first.last, "walk", group=first.group, street=first.street)
        out.start, out.end = end, first.start
        legs.insert(0, out)
    elif not first.start:
        first.start = end
