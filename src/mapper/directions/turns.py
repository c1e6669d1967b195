"""What turns and compass words do to the trail."""

from __future__ import annotations

from mapper.directions import effects
from mapper.directions.extents import extent
from mapper.directions.nouns import STREETS, noun
from mapper.directions.spots import use_spot
from mapper.directions.state import FULL, NONE, State
from mapper.directions.tokens import COMMA

# A turn that begins with one of these has no verb of its own, as "took a left" has.
_SIDE_WORDS = frozenset(
    "left right a to sharp hard another the hacia por izquierda derecha straight recto izq der"
    " pa".split()
)


def turn(state: State, at: int) -> int:
    """Read "right", "a la izquierda", "straight", "u-turn"."""
    cue, after = state.script.cue(at), state.script.cue(at + 1)
    unled = state.level == NONE and cue.key.split()[0] in _SIDE_WORDS
    bare = unled and after.kind not in ("prep", "word")
    if state.is_of_others(at) or bare:
        return at + 1
    state.mark(cue, "turn")
    straight = cue.value == "straight"
    _turned(state, at, "on" if straight else "side")
    state.moves("on" if straight else "turn")
    use_spot(state, at, "turn")
    found = noun(state.script, at + 1)
    if found and found.kind == "street" and " " in found.text:
        return effects.direct(state, at, found, effects.to_street)
    return at + 1


def _turned(state: State, at: int, kind: str) -> None:
    """Give the turn to the leg that the words before began, else to a new one."""
    cue = state.script.cue(at)
    now = state.trail.now
    taken = state.script.cue(at + 1).value in ("to", "until", "toward")
    verbs = ("turn", "take") if taken else ("turn",)
    late = now and now.verb in verbs and not now.turn and not now.end and cue.mark < COMMA
    if now is None or (now.says and not late):
        now = state.open(cue.first, cue.last, kind)
    now.turn, now.last = cue.value, max(now.last, cue.last)


def heading(state: State, at: int) -> int:
    """Read "north", "al este"."""
    cue, after = state.script.cue(at), state.script.cue(at + 1)
    leads = after.kind == "prep" and after.value in ("along", "on", "in")
    if (
        state.denied
        or state.standing
        or (state.level == NONE and not _may_open(state, at, leads=leads))
    ):
        return at + 1
    now = state.trail.now
    if now is None or now.heading or now.end or (now.street and leads):
        state.open(cue.first, cue.last, "")
    state.draft(cue.first, cue.last).heading = cue.value
    state.mark(cue, "heading")
    state.level = FULL
    found = noun(state.script, at + 1)
    told = extent(state.script, found.after) if found and found.kind in STREETS else None
    if found and told and state.trail.now and not state.trail.now.street:
        return effects.direct(state, at, found, effects.to_street)
    return at + 1


def _may_open(state: State, at: int, *, leads: bool) -> bool:
    """Whether a compass word may begin a text: "South on Spring", "NB Broadway to Fourth"."""
    if not state.clean:
        return False
    found = None if leads else noun(state.script, at + 1)
    told = extent(state.script, found.after) if found and found.kind in STREETS else None
    return leads or told is not None
