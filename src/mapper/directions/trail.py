"""The legs as they are gathered from the words."""

from __future__ import annotations

from mapper.directions.drafts import (
    REJOINED,
    SHARED,
    Draft,
    absorb,
    begin_at_end,
    is_more,
    is_one_street,
    lacks_ends,
    same_place,
    settle_corner,
    settle_last,
)

# A beginning in a sentence of its own, said by one of these, holds for the next sentence.
_BEGINNINGS = frozenset({"gather", "leave", "begin", "meet"})
_ENDINGS = frozenset({"finish", "reach", "gather"})


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
        self.ground: Draft | None = None
        self.concluded: Draft | None = None
        self.joint: Draft | None = None
        self.fork = ""

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
        settle_corner(draft)
        if not draft.says:
            self.lone = self.lone or (draft if draft.lone else None)
        elif draft.verb == "gather" or (draft.verb == "meet" and not draft.meeting):
            self._gathered(draft)
        elif draft.verb == "fill" and draft.only_street:
            self.ground = draft
        elif draft.only_start:
            self._began(draft)
        else:
            self._add(draft)

    def part(self, *, joined: bool = False) -> None:
        """Give the legs of the last sentence that has some to a group: others went elsewhere.

        ``joined``: they came to where these ended.
        """
        self.labels[1] = ""
        self.joint = self.legs[-1] if joined else None
        last = self.legs[-1].sentence
        for leg in self.legs:
            leg.group = 1 if leg.sentence == last else leg.group

    def set_origin(self) -> None:
        """The march ended where it had begun: "… to Seventh, where they had started"."""
        self.close()
        if self.legs:
            begin_at_end(self.legs)

    def fork_at(self, place: str) -> None:
        """The ways of the groups part here: what all of them walked before ends here."""
        self.fork = place
        last = self.legs[-1] if self.legs else None
        if last and last.street and not last.end:
            last.end = place

    def finish(self) -> None:
        """Close what is open; where only a motion was told ("marched with students"), one leg."""
        self.close()
        self._conclude()
        if self.pending:
            self.dropped.append(self.pending)
        if not self.legs and self.lone:
            self.legs.append(self.lone)

    def _conclude(self) -> None:
        """Give the last leg the end that the text began with."""
        ended, self.concluded = self.concluded, None
        if self.joint and not self.legs[-1].end:
            here = (self.joint.end, self.joint.street)
            same = is_one_street(here[0], self.legs[-1].street)
            self.legs[-1].end = here[1] if same else here[0]
        if ended and self.legs and not self.legs[-1].end:
            self.legs[-1].end = ended.end
        elif ended:
            self.legs.append(ended)

    def _set_conclusion(self, draft: Draft) -> None:
        """Take the only leg so far, an end, as the end of what is now told from its beginning."""
        alone = len(self.legs) == 1 and self.legs[0].only_end and not draft.then
        ended = alone and self.legs[0].verb in _ENDINGS
        if ended and (draft.prior or draft.verb == "begin"):
            self.concluded = self.legs.pop()

    def _before(self, draft: Draft) -> Draft | None:
        """The leg that a draft may be more of: the last one, of the same group."""
        return self.legs[-1] if self.legs and self.legs[-1].group == draft.group else None

    def _gathered(self, draft: Draft) -> None:
        """A gathering: the end of a march that it follows, else the beginning of the next."""
        last = self._before(draft)
        follows = last and (draft.then or last.sentence == draft.sentence)
        if last and follows and (not last.end or same_place(last, draft)):
            absorb(last, draft)
        elif draft.group == REJOINED or (last and follows and last.toward):
            self.legs.append(draft)
        else:
            self._wait(draft)

    def _began(self, draft: Draft) -> None:
        """A beginning: of the march just told ("starting at X"), else of the next."""
        self._set_conclusion(draft)
        first = next((leg for leg in self.legs if leg.sentence == draft.sentence), None)
        first = self.legs[0] if draft.prior and self.legs else first
        if draft.prior and first and not first.start:
            first.start = draft.start
        elif draft.verb == "begin" and first and not first.start:
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
        self._set_conclusion(draft)
        self._settle_ground(draft)
        last = self._before(draft)
        more = not (draft.street or draft.turn)
        if last and self.pending and more and lacks_ends(last):
            self._start_from(self.pending, draft)
        if last and is_more(last, draft):
            absorb(last, draft)
            return
        way = draft.street or draft.end or draft.via or draft.heading or draft.start
        if not way and (
            draft.meeting or (draft.verb == "side" and draft.turn != "u_turn" and not self.legs)
        ):
            self.dropped.append(draft)  # a meeting without a march; "Right on, students!"
            return
        self._settle_start(draft)
        if last:
            settle_last(self.legs, draft)
        self.legs.append(draft)

    def _settle_start(self, draft: Draft) -> None:
        """Give a new leg the beginning that was told before it, or the place where groups part."""
        if self.pending:
            self._start_from(self.pending, draft)
        elif draft.group == SHARED:
            self.fork = ""
        if draft.group > 0 and not draft.start and not self._has_leg(draft.group):
            draft.start = self.fork

    def _has_leg(self, group: int) -> bool:
        """Whether a group has a leg of its own."""
        return any(leg.group == group for leg in self.legs)

    def _settle_ground(self, draft: Draft) -> None:
        """Put a way told without a street on the street that the march was said to fill."""
        ground, self.ground = self.ground, None
        if ground is None:
            return
        begun = draft.start or (self.pending and self.pending.verb in _BEGINNINGS)
        if draft.street or draft.turn or not begun:
            self.dropped.append(ground)
            return
        draft.street = ground.street
        if ground.sentence == draft.sentence:
            draft.first = min(draft.first, ground.first)

    def _start_from(self, pending: Draft, draft: Draft) -> None:
        """Give a leg the beginning that was told before it."""
        self.pending = None
        told = pending.verb in _BEGINNINGS or pending.prior or pending.sentence == draft.sentence
        if draft.start or not told:
            self.dropped.append(pending)
            return
        draft.start = pending.start
        self.fork = pending.start if pending.group == SHARED else self.fork
        if pending.sentence == draft.sentence:
            draft.first = min(draft.first, pending.first)
            draft.last = max(draft.last, pending.last)
