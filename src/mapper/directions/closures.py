"""Streets named as closed: nobody walked there."""

from __future__ import annotations

from mapper.directions.nouns import STREETS, Noun, listed, noun
from mapper.directions.state import NONE, State

_LOOKBACK = 6  # cues of a name before "was closed"
_TYPED = frozenset({"street"})


def close(state: State, at: int) -> int:
    """Read "police closed Temple", "Temple Street was closed"."""
    cue = state.script.cue(at)
    passive = cue.value == "passive"
    named = None if passive else noun(state.script, at + 1)
    found = _objects(state, at, named) if named else _subject(state, at, passive=passive)
    for street in found:
        state.closed.append(street.text)
        state.play(street.first, street.last, "closed")
    if found:
        state.mark(cue, "closed")
    state.level, state.clean = NONE, False
    return max([at + 1, *(street.after for street in found)])


def _objects(state: State, at: int, named: Noun) -> list[Noun]:
    """The streets that somebody closed; what marchers blocked is where they were."""
    theirs = state.police or (state.script.cue(at).value == "active" and not state.crowded)
    if not theirs or named.kind not in STREETS:
        return []
    return listed(state.script, named, _TYPED)


def _subject(state: State, at: int, *, passive: bool) -> list[Noun]:
    """The street right before "was closed", unless a leg has it."""
    kinds = STREETS if passive else _TYPED
    for start in range(max(0, at - _LOOKBACK), at):
        found = noun(state.script, start, parted=True)
        free = state.roles[state.script.cue(start).last] in ("unread", "link")
        if found and found.after == at and free and found.kind in kinds:
            return [found]
    return []
