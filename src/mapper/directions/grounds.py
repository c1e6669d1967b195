"""Streets that a march filled or took: the words tell elsewhere how far it went there."""

from __future__ import annotations

from mapper.directions import effects
from mapper.directions.closures import close, subject
from mapper.directions.extents import extent
from mapper.directions.nouns import STREETS, Noun, noun
from mapper.directions.state import WEAK, State
from mapper.directions.tokens import COMMA


def closing(state: State, at: int) -> int:
    """Read "police closed Temple"; "we shut down 7th" says where the marchers were."""
    found = noun(state.script, at + 1)
    passive = state.script.cue(at).value == "passive"
    if passive or state.police or not state.crowded or not found or found.kind not in STREETS:
        return close(state, at)
    return fill(state, at)


def fill(state: State, at: int) -> int:
    """Read "they filled Spring Street from Fourth to Temple"."""
    found = noun(state.script, at + 1)
    found = found if found and found.kind in STREETS else None
    told = found and extent(state.script, found.after)
    named = found and (found.kind == "street" or (told and told.sure) or _is_shut(state, at, found))
    if state.police or state.denied or found is None or not named:
        state.level, state.clean = min(state.level, WEAK), False
        return at + 1
    cue = state.script.cue(at)
    state.mark(cue, "verb")
    state.open(cue.first, cue.last, "fill")
    state.moves("fill")
    return effects.direct(state, at, found, effects.to_street)


def _is_shut(state: State, at: int, found: Noun) -> bool:
    """Whether "we shut down Olive!" ends with the name."""
    closes = state.script.cue(at).kind == "close"
    return closes and state.script.cue(found.after).mark >= COMMA


def taken(state: State, at: int) -> int:
    """Read "Wilshire Boulevard was taken from Figueroa to Grand"."""
    told = extent(state.script, at + 1)
    streets = subject(state, at, STREETS) if told and told.sure and not state.denied else []
    if not streets:
        state.level, state.clean = min(state.level, WEAK), False
        return at + 1
    cue, (street,) = state.script.cue(at), streets
    state.mark(cue, "verb")
    state.open(street.first, cue.last, "walk").street = street.text
    state.play(street.first, street.last, "street")
    state.moves("walk")
    return at + 1
