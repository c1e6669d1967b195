"""What verbs, turns and compass words do to the trail."""

from __future__ import annotations

from mapper.directions import places
from mapper.directions.cues import Cue
from mapper.directions.nouns import Noun, joined, noun
from mapper.directions.state import FULL, NONE, State
from mapper.directions.tokens import COMMA

_NOUNS = frozenset(
    "march marches walk walks parade parades marcha marchas caminata recorrido procession"
    " caravan".split()
)
_OBJECTS: dict[str, places.Say] = {
    "take": places.to_street,
    "walk": places.to_street,
    "cross": places.through,
    "pass": places.through,
    "reach": places.to_end,
    "leave": places.to_start,
    "for": places.to_aim,
}
# A turn that begins with one of these has no verb of its own, as "took a left" has.
_SIDE_WORDS = frozenset(
    "left right a to sharp hard another the hacia por izquierda derecha straight recto".split()
)
_CROWD_WORDS = 5  # cues between "met" and "from": "met up with a group of students from"


def verb(state: State, at: int) -> int:
    """Read a motion, a gathering, an end."""
    cue, before = state.script.cue(at), state.script.cue(at - 1)
    if _is_of_others(state, at):
        return at + 1
    if cue.value == "finish" and not (state.level or state.clean or state.trail.begun):
        state.clean = False  # "The rally ended": no march did
        return at + 1
    state.mark(cue, "verb")
    if cue.key in _NOUNS and state.verb in ("begin", "finish", "on", "leave"):
        state.level = FULL  # "began the march at": the march is what was begun
        return at + 1
    kind = "on" if before.value == "on" and cue.value in ("walk", "move") else cue.value
    _open(state, at, kind)
    state.moves(kind)
    state.standing = kind in ("gather", "finish")
    if kind == "leave":
        _left_spot(state, at)
    return _meet(state, at) if kind == "meet" else _object(state, at, kind)


def _left_spot(state: State, at: int) -> None:
    """Read "Students at Lincoln High walked out": they left the place before the verb."""
    if state.spot:
        (lead, spot), state.spot = state.spot, None
        state.mark(lead)
        places.to_start(state, at, spot)
        state.draft(lead.first, state.script.cue(at).last).first = lead.first


def _is_of_others(state: State, at: int) -> bool:
    """Whether a motion is denied, or is one of the police."""
    cue, before = state.script.cue(at), state.script.cue(at - 1)
    state.denied = state.denied or (before.kind == "police" and cue.mark < COMMA)
    return state.denied


def _open(state: State, at: int, kind: str) -> None:
    """Begin a leg with this verb, or with the one right before it: "began marching"."""
    cue, before, now = state.script.cue(at), state.script.cue(at - 1), state.trail.now
    chained = now and not now.says and before.kind == "verb" and cue.mark < COMMA
    beside = kind in ("cross", "pass") and cue.key.endswith(("ing", "ando", "iendo"))
    first = before.first if chained else cue.first
    draft = state.open(first, cue.last, "aside" if beside else kind)
    draft.lone = kind == "walk" and cue.key not in _NOUNS


def _object(state: State, at: int, kind: str) -> int:
    """Read the name right after a verb: "crossed the bridge", "took Soto to First"."""
    say, found = _OBJECTS.get(kind), noun(state.script, at + 1)
    if say is None or found is None or found.kind == "light":
        return at + 1
    fits = _fits_street(state, kind, found) if say is places.to_street else _fits(state, found)
    return places.direct(state, at, found, say) if fits else at + 1


def _fits_street(state: State, kind: str, found: Noun) -> bool:
    """Whether what was taken or walked is a street: "took Soto to First", not "took photos"."""
    after = state.script.cue(found.after)
    led = after.kind in ("prep", "heading") and after.mark < COMMA
    if kind == "walk":  # "marched first to City Hall"
        return found.kind == "street" and " " in found.text
    return found.kind in ("street", "road") or (found.kind == "bare" and led)


def _fits(state: State, found: Noun) -> bool:
    """Whether a name is whole: no unknown word right after a bare one."""
    after = state.script.cue(found.after)
    return found.kind != "bare" or after.kind != "word" or after.mark >= COMMA


def _meet(state: State, at: int) -> int:
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


def turn(state: State, at: int) -> int:
    """Read "right", "a la izquierda", "straight", "u-turn"."""
    cue, after = state.script.cue(at), state.script.cue(at + 1)
    unled = state.level == NONE and cue.key.split()[0] in _SIDE_WORDS
    bare = unled and after.kind not in ("prep", "word")
    if _is_of_others(state, at) or bare:
        return at + 1
    state.mark(cue, "turn")
    straight = cue.value == "straight"
    _turned(state, cue, "on" if straight else "side")
    state.moves("on" if straight else "turn")
    _at_spot(state, at)
    found = noun(state.script, at + 1)
    if found and found.kind == "street" and " " in found.text:
        return places.direct(state, at, found, places.to_street)
    return at + 1


def _turned(state: State, cue: Cue, kind: str) -> None:
    """Give the turn to the leg that the words before began, else to a new one."""
    now = state.trail.now
    late = now and now.verb == "turn" and not now.turn and not now.end and cue.mark < COMMA
    if now is None or (now.says and not late):
        now = state.open(cue.first, cue.last, kind)
    now.turn, now.last = cue.value, max(now.last, cue.last)


def _at_spot(state: State, at: int) -> None:
    """Use the "At Soto" that stood before the turn."""
    if state.spot and state.trail.now:
        lead, spot = state.spot
        state.mark(lead)
        places.at_turn(state, at, spot)
        state.trail.now.first = min(state.trail.now.first, lead.first)
        state.spot, state.verb = None, "turn"


def heading(state: State, at: int) -> int:
    """Read "north", "al este"."""
    cue, after = state.script.cue(at), state.script.cue(at + 1)
    leads = after.kind == "prep" and after.value in ("along", "on", "in")
    if state.denied or state.standing or (state.level == NONE and not (leads and state.clean)):
        return at + 1
    now = state.trail.now
    if now is None or now.heading or now.end or (now.street and leads):
        state.open(cue.first, cue.last, "")
    state.draft(cue.first, cue.last).heading = cue.value
    state.mark(cue, "heading")
    state.level = FULL
    return at + 1
