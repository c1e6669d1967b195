"""Whom the marchers met."""

from __future__ import annotations

from mapper.directions.nouns import joined, noun
from mapper.directions.state import State
from mapper.directions.tokens import COMMA

_CROWD_WORDS = 5  # cues between "met" and "from": "met up with a group of students from"


def meet(state: State, at: int) -> int:
    """Read whom they met: a meeting, and no end."""
    source = _source(state, at)
    found = noun(state.script, (source or at) + 1)
    if found is None:
        state.standing = state.script.cue(at + 1).kind == "prep"  # "met at City Hall"
        return at + 1
    found = joined(state.script, found)
    whose = state.script.cue(found.after).kind == "crowd"  # "met Mendez High students"
    if not source and not (whose and found.kind != "road"):
        return at + 1
    first = state.script.cue(at).first
    state.draft(first, found.last).meeting = found.text
    state.play(state.script.cue(at + 1).first, found.first - 1, "link")
    after = state.said(found)
    state.verb = "meet"
    return after


def _source(state: State, at: int) -> int:
    """The place of "from" in "met students from", 0 if there is none."""
    crowd = False
    for place in range(at + 1, at + 1 + _CROWD_WORDS):
        cue = state.script.cue(place)
        if cue.mark >= COMMA:
            break
        if crowd and (cue.value == "from" or (cue.kind == "of" and cue.spanish)):
            return place
        crowd = crowd or cue.kind == "crowd"
    return 0
