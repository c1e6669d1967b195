"""Streets named as closed: nobody walked there."""

from __future__ import annotations

from mapper.directions.extents import extent
from mapper.directions.nouns import STREETS, Noun, listed, noun
from mapper.directions.state import NONE, State

_LOOKBACK = 12  # cues of a name before "was closed"
_TYPED = frozenset({"street"})


def close(state: State, at: int) -> int:
    """Read "police closed Temple", "Temple Street was closed"."""
    cue = state.script.cue(at)
    passive = cue.value == "passive"
    named = None if passive else noun(state.script, at + 1)
    kinds = STREETS if passive else _TYPED
    found = _objects(state, at, named) if named else subject(state, at, kinds)
    for street in found:
        state.closed.append(street.text)
        state.play(street.first, street.last, "closed")
    if passive and found:
        state.play(found[0].last + 1, cue.first - 1, "closed")
    last = 0 if passive or not found else _stretch(state, found[-1])
    if found:
        state.mark(cue, "closed")
    state.level, state.clean = NONE, False
    return max([at + 1, last, *(street.after for street in found)])


def _stretch(state: State, street: Noun) -> int:
    """Pass "between Hill and Olive" after a closed street: the place of the next cue, else 0."""
    told = extent(state.script, street.after)
    if told is None or not told.whole:
        return 0
    last = state.script.cue(told.after - 1).last
    state.play(street.last + 1, last, "closed")
    return told.after


def _objects(state: State, at: int, named: Noun) -> list[Noun]:
    """The streets that somebody closed; what marchers blocked is where they were."""
    theirs = state.police or (state.script.cue(at).value == "active" and not state.crowded)
    if not theirs or named.kind not in STREETS:
        return []
    return listed(state.script, named, _TYPED)


def subject(state: State, at: int, kinds: frozenset[str]) -> list[Noun]:
    """The street right before "was closed", unless a leg has it."""
    for start in range(max(0, at - _LOOKBACK), at):
        found = noun(state.script, start, parted=True)
        free = state.roles[state.script.cue(start).last] in ("unread", "link")
        if not (found and free and found.kind in kinds):
            continue
        told = None if found.after == at else extent(state.script, found.after)
        if found.after == at or (told and told.after == at):
            return [found]
    return []
