"""The legs as they are gathered from the words: drafts, and when two of them are one leg."""

from __future__ import annotations

from dataclasses import dataclass, field

from mapper import names

SHARED, REJOINED = 0, -1
_ARRIVALS = frozenset({"finish", "reach", "meet"})
# A beginning in a sentence of its own, said by one of these, holds for the next sentence.
_BEGINNINGS = frozenset({"gather", "leave", "begin", "meet"})
_SAME_WAY = frozenset({"walk", "move", ""})


@dataclass
class Draft:
    """A leg in the making: its tokens (both included), the verb that opened it, what is said.

    ``corner`` is where a turn was, by the words "at X": the street turned into, unless another is
    named. ``then`` is whether the words part it in time from what was before.
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

    @property
    def says(self) -> bool:
        """Whether it says anything of a way."""
        place = self.street or self.start or self.end or self.corner or self.via
        return bool(place or self.turn or self.heading or self.meeting or self.area)

    @property
    def only_start(self) -> bool:
        """Whether it says where something began, and no more."""
        beyond = self.street or self.end or self.corner or self.via or self.turn or self.heading
        return bool(self.start) and not beyond and not self.meeting


class Trail:
    """The legs so far, and the draft that the next words add to."""

    def __init__(self) -> None:
        """Begin with no leg."""
        self.legs: list[Draft] = []
        self.dropped: list[Draft] = []
        self.labels: dict[int, str] = {}
        self.group = SHARED
        self.sentence = 0
        self.now: Draft | None = None
        self.pending: Draft | None = None
        self.lone: Draft | None = None

    @property
    def begun(self) -> bool:
        """Whether anything was told of a way."""
        return bool(self.legs or self.now)

    def open(self, first: int, last: int, verb: str = "", *, then: bool = False) -> Draft:
        """Begin a draft at these tokens; what was said before it is closed."""
        self.close()
        self.now = Draft(first, last, verb, then, self.sentence, self.group)
        return self.now

    def draft(self, first: int, last: int) -> Draft:
        """The draft that the next words add to, from ``first`` if it is new."""
        draft = self.now or self.open(first, last)
        draft.last = max(draft.last, last)
        return draft

    def close(self) -> None:
        """Decide what the draft is: a leg, more of the leg before it, a beginning, or nothing."""
        draft, self.now = self.now, None
        if draft is None:
            return
        _settle_corner(draft)
        if not draft.says:
            self.lone = self.lone or (draft if draft.lone else None)
        elif draft.verb == "gather" or (draft.verb == "meet" and not draft.meeting):
            self._gathered(draft)
        elif draft.only_start:
            self._began(draft)
        else:
            self._add(draft)

    def part(self) -> None:
        """Give the legs of the last sentence that has some to a group: others went elsewhere."""
        self.labels[1] = ""
        last = self.legs[-1].sentence
        for leg in self.legs:
            leg.group = 1 if leg.sentence == last else leg.group

    def finish(self) -> None:
        """Close what is open; where only a motion was told ("marched with students"), one leg."""
        self.close()
        if self.pending:
            self.dropped.append(self.pending)
        if not self.legs and self.lone:
            self.legs.append(self.lone)

    def _before(self, draft: Draft) -> Draft | None:
        """The leg that a draft may be more of: the last one, of the same group."""
        return self.legs[-1] if self.legs and self.legs[-1].group == draft.group else None

    def _gathered(self, draft: Draft) -> None:
        """A gathering: the end of a march that it follows, else the beginning of the next."""
        last = self._before(draft)
        follows = last and (draft.then or last.sentence == draft.sentence)
        if last and follows and (not last.end or _same_place(last, draft)):
            _absorb(last, draft)
        elif draft.group == REJOINED or (last and follows and last.toward):
            self.legs.append(draft)
        else:
            self._wait(draft)

    def _began(self, draft: Draft) -> None:
        """A beginning: of the march just told ("starting at X"), else of the next."""
        first = next((leg for leg in self.legs if leg.sentence == draft.sentence), None)
        if draft.verb == "begin" and first and not first.start:
            first.start, first.last = draft.start, max(first.last, draft.last)
        else:
            self._wait(draft)

    def _wait(self, draft: Draft) -> None:
        """Keep a place as the beginning of the next leg."""
        draft.start = draft.start or draft.end
        if self.pending:
            self.dropped.append(self.pending)
        self.pending = draft

    def _add(self, draft: Draft) -> None:
        """A draft that says a way."""
        last = self._before(draft)
        if last and _is_more(last, draft):
            _absorb(last, draft)
            return
        way = draft.street or draft.end or draft.via or draft.heading or draft.start
        if not way and (
            draft.meeting or (draft.verb == "side" and draft.turn != "u_turn" and not self.legs)
        ):
            self.dropped.append(draft)  # a meeting without a march; "Right on, students!"
            return
        if self.pending:
            self._start_from(self.pending, draft)
        self.legs.append(draft)

    def _start_from(self, pending: Draft, draft: Draft) -> None:
        """Give a leg the beginning that was told before it."""
        self.pending = None
        told = pending.verb in _BEGINNINGS or pending.sentence == draft.sentence
        if draft.start or not told:
            self.dropped.append(pending)
            return
        draft.start = pending.start
        if pending.sentence == draft.sentence:
            draft.first = min(draft.first, pending.first)
            draft.last = max(draft.last, pending.last)


def _settle_corner(draft: Draft) -> None:
    """Turn into Soto for "right at Soto", and there into First for "right at Soto onto First"."""
    if draft.corner and not draft.street and draft.corner_is_street and draft.turn != "u_turn":
        draft.street = draft.corner
    elif draft.corner and not draft.start:
        draft.start = draft.corner


def _same_place(last: Draft, draft: Draft) -> bool:
    """Whether two legs end at one place, by its name."""
    return names.fold(last.end) == names.fold(draft.end)


def _is_more(last: Draft, draft: Draft) -> bool:
    """Whether a draft only says more of the leg before it."""
    if draft.turn not in ("", "straight") or draft.start:
        return False
    if not draft.street and (draft.verb == "aside" or draft.meeting):
        return not (draft.end and last.end)
    if not (last.street or last.end or last.via):
        return not draft.turn
    if draft.street:
        same = names.street(last.street).may_be(names.street(draft.street))
        return bool(last.street) and not last.end and same
    arrived = draft.verb in _ARRIVALS and _same_place(last, draft)
    return arrived or (not last.end and (draft.verb in _ARRIVALS or _goes_on(last, draft)))


def _goes_on(last: Draft, draft: Draft) -> bool:
    """Whether a draft without a street follows the street of the leg before it."""
    if draft.verb in ("cross", "pass", "on"):
        return True
    if not last.street or draft.verb not in _SAME_WAY:
        return False
    return not draft.then and draft.sentence == last.sentence


def _absorb(last: Draft, draft: Draft) -> None:
    """Add what a draft says to a leg."""
    last.first, last.last = min(last.first, draft.first), max(last.last, draft.last)
    for name in ("street", "heading", "meeting", "area"):
        setattr(last, name, getattr(last, name) or getattr(draft, name))
    if draft.end:
        last.end, last.toward = draft.end, draft.toward
    last.via += draft.via
