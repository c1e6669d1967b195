"""Ends and ways named apart: "City Hall was the destination; Main Street, the way there"."""

from __future__ import annotations

from mapper.directions.nouns import STREETS, Noun, joined, noun
from mapper.directions.state import State
from mapper.directions.tokens import COMMA, STOP

_IS = frozenset("was were is are es era fue son sera will be".split())
_LOOKBACK = 8  # cues of a name before "was the destination"


def place(state: State, at: int) -> int:
    """Read "Meeting point: Pershing Square", "Temple, the end", "Hill Street was the way"."""
    cue = state.script.cue(at)
    found = _named(state, at)
    if found is None or found.kind in ("light", "road") or state.denied:
        state.clean = False
        return at + 1
    state.mark(cue, "verb")
    first, last = min(cue.first, found.first), max(cue.last, found.last)
    if cue.value == "way":
        return _way(state, found, (first, last), at)
    if cue.value == "end":
        state.trail.end_at(first, last, found.text)
    else:
        state.open(first, last, "begin").start = found.text
        state.draft(first, last).prior = True
        state.listing = True
    after = state.said(found)
    state.trail.close()
    return max(after, at + 1)


def _way(state: State, found: Noun, span: tuple[int, int], at: int) -> int:
    """Begin a leg on the street that was the way."""
    if found.kind in STREETS:
        state.open(*span, "walk").street = found.text
        state.said(found, "street")
    return max(found.after, at + 1)


def _named(state: State, at: int) -> Noun | None:
    """What is named: after "was" or a colon, else before the cue."""
    script, after = state.script, state.script.cue(at + 1)
    linked = after.key in _IS and after.mark < COMMA
    said = at + 2 if linked else at + 1
    behind = None if linked else before(state, at)
    found = behind or (noun(script, said, parted=True) if script.cue(said).mark < STOP else None)
    return joined(script, found) if found and not behind else found


def before(state: State, at: int) -> Noun | None:
    """The name right before a cue, or before the "was" that stands there."""
    script = state.script
    parted = script.cue(at).mark == COMMA
    ends = {at} if parted else {at - 1} if script.cue(at - 1).key in _IS else set()
    for start in range(max(0, at - _LOOKBACK), at) if ends else ():
        found = noun(script, start, parted=True)
        if found and (found := joined(script, found)).after in ends:
            free = state.roles[found.last] in ("unread", "link")
            return found if free else None
    return None
