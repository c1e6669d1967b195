"""What the reader knows while it goes through a text, and what a noun adds to a leg."""

from __future__ import annotations

from mapper.directions.cues import Cue
from mapper.directions.drafts import Draft
from mapper.directions.nouns import Noun
from mapper.directions.script import Script
from mapper.directions.tokens import COMMA
from mapper.directions.trail import Trail

# How far the words are known to tell of the march: not at all; they did; they do.
NONE, WEAK, FULL = range(3)


class State:
    """The trail, the role of each token, and how the words at hand bear on the march.

    Attributes:
        level: ``FULL`` right after a motion; ``WEAK`` once other words stand between; ``NONE``
            where somebody else is spoken of.
        verb: the motion that the next name belongs to, "" once it has one.
        then: a word parted what follows in time.
        denied: "did not", "instead of": until the clause ends.
        planned: "had planned to": until the sentence ends, or a "but".
        listing: "Route:" stood before: streets may follow without a verb.
        standing: they gathered or stopped: only where is asked.
        clean: no unknown word yet in this sentence.
        crowded: the marchers are the subject of this sentence.
        police: the police are.
        after_all: "had" stood before: what the next verb tells was before what is told already.
        spot: "At Soto, …": where the turn that follows was, with its preposition.
    """

    def __init__(self, script: Script) -> None:
        """Begin before the first word."""
        self.script = script
        self.trail = Trail()
        self.roles = ["unread"] * len(script.tokens)
        self.pieces = list(range(len(script.tokens)))
        self.closed: list[str] = []
        self.then = self.listing = False
        self.begin_sentence()

    def begin_sentence(self) -> None:
        """Forget what held for the last sentence only."""
        self.trail.close()
        self.trail.sentence += 1
        self.level, self.verb, self.spot = NONE, "", None
        self.planned = self.after_all = False
        self.then = self.denied = self.standing = self.crowded = self.police = False
        self.clean = True

    level: int
    verb: str
    spot: tuple[Cue, Noun] | None
    denied: bool
    planned: bool
    after_all: bool
    standing: bool
    crowded: bool
    police: bool
    clean: bool

    def play(self, first: int, last: int, kind: str) -> None:
        """Give tokens (both included) a role, as one piece."""
        for at in range(first, last + 1):
            self.roles[at], self.pieces[at] = kind, first

    def mark(self, cue: Cue, kind: str = "link") -> None:
        """Give the tokens of a cue a role."""
        self.play(cue.first, cue.last, kind)

    def draft(self, first: int, last: int) -> Draft:
        """The leg that the tokens (both included) add to."""
        if self.trail.now is None:
            self.open(first, last, "")
        return self.trail.draft(first, last)

    def open(self, first: int, last: int, verb: str) -> Draft:
        """Begin a leg."""
        draft = self.trail.open(first, last, verb, then=self.then)
        self.then = False
        return draft

    def moves(self, verb: str) -> None:
        """The marchers are in motion: what follows is about their way."""
        self.level, self.verb, self.standing, self.crowded = FULL, verb, False, True

    def is_of_others(self, at: int) -> bool:
        """Whether a motion is denied, or is one of the police."""
        before = self.script.cue(at - 1)
        others = before.kind == "police" and self.script.cue(at).mark < COMMA
        self.denied = self.denied or others
        return self.denied

    def said(self, noun: Noun, role: str = "place") -> int:
        """A noun has found its part: its roles, and the place of the next cue."""
        self.play(noun.first, noun.last, role)
        self.level, self.verb = FULL, ""
        return noun.after
