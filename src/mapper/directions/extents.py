"""How far a way goes, looked for ahead: "from Olympic to First", "al norte hasta la Quinta"."""

from __future__ import annotations

from typing import NamedTuple

from mapper.directions.nouns import Noun, joined, noun
from mapper.directions.script import Script
from mapper.directions.tokens import COMMA

_NAMES = frozenset({"street", "bare", "place", "corner"})
_AIMS = frozenset({"to", "until", "toward"})
_BEGINNINGS = frozenset({"from", "between"})
_LOOSE = 2  # "Main back up to Fifth", "Main pa'rriba hasta la 2": links before the extent


class Extent(NamedTuple):
    """What was found: the place of the next cue, and what the words gave."""

    after: int
    start: Noun | None = None
    end: Noun | None = None
    heading: bool = False

    @property
    def sure(self) -> bool:
        """Whether it is more than "to X", which may follow any word."""
        return self.heading or self.start is not None

    @property
    def whole(self) -> bool:
        """Whether it has both ends."""
        return self.start is not None and self.end is not None


def extent(script: Script, at: int) -> Extent | None:
    """How far a street is walked, in the words from this cue on. None if they do not say it."""
    begun = at
    while script.cue(at).kind == "link" and not script.cue(at).value and at < begun + _LOOSE:
        at += 1
    cue = script.cue(at)
    if cue.kind == "heading" and cue.mark < COMMA:
        found = extent(script, at + 1)
        return found._replace(heading=True) if found else None
    if cue.kind == "of" or cue.value in _BEGINNINGS:
        return _from(script, at)
    if cue.kind == "prep" and cue.value in _AIMS and cue.mark < COMMA:
        end = _name(script, at + 1)
        return Extent(end.after, end=end) if end else None
    return None


def _from(script: Script, at: int) -> Extent | None:
    """An extent that begins with its beginning: "from A to B", "between A and B"."""
    cue, start = script.cue(at), noun(script, at + 1)
    if start is None or start.kind not in _NAMES or (cue.kind == "of" and not cue.spanish):
        return None
    between = cue.value == "between"
    if not between:
        start = joined(script, start)
    link = script.cue(start.after)
    aims = link.value == "and" if between else link.kind == "prep" and link.value in _AIMS
    end = _name(script, start.after + 1) if aims and link.mark < COMMA else None
    if end:
        return Extent(end.after, start, end)
    return None if between or cue.kind == "of" else Extent(start.after, start)


def _name(script: Script, at: int) -> Noun | None:
    """The name that ends a way."""
    found = noun(script, at)
    return found if found and found.kind in _NAMES else None


def of_streets(found: Extent) -> bool:
    """Whether one of the ends says itself that it is a street."""
    return any(end is not None and end.kind == "street" for end in (found.start, found.end))
