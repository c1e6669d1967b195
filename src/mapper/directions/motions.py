"""What verbs do to the trail."""

from __future__ import annotations

from collections.abc import Callable

from mapper.directions import effects, grounds
from mapper.directions.drafts import REJOINED
from mapper.directions.extents import extent
from mapper.directions.meetings import meet
from mapper.directions.nouns import STREETS, Noun, carried, noun
from mapper.directions.spots import use_spot
from mapper.directions.state import FULL, WEAK, State
from mapper.directions.tokens import COMMA

_NOUNS = frozenset(
    "march marches walk walks parade parades marcha marchas caminata recorrido procession"
    " caravan".split()
)
_OBJECTS: dict[str, effects.Say] = {
    "take": effects.to_street,
    "walk": effects.to_street,
    "move": effects.to_street,
    "on": effects.to_street,
    "cross": effects.through,
    "pass": effects.through,
    "reach": effects.to_end,
    "leave": effects.to_start,
    "for": effects.to_aim,
    "goto": effects.to_end,
    "enter": effects.enter,
}
_UNTENSED = ("ing", "ando", "iendo")
_STRETCHES = frozenset("run runs stretch stretches".split())
_MOST_SUBJECTS = 3  # "as the march crawled"
_WAYS = frozenset({"along", "on", "via", "through"})
_WE = frozenset("they we ellos ellas se".split())


def verb(state: State, at: int) -> int:
    """Read a motion, a gathering, an end."""
    cue, before = state.script.cue(at), state.script.cue(at - 1)
    held = state.others and cue.value == "begin" and cue.key.startswith("pick")
    if (not held and state.is_of_others(at)) or _is_back_along(state, at) or _lies(state, at):
        return at + 1
    if cue.value in _OTHERS:
        return _OTHERS[cue.value](state, at)
    if state.clean and state.spot and cue.value == "finish":
        state.crowded = True  # "In front of City Hall ended the march"
    elif cue.value == "finish" and not (state.level or state.clean or state.trail.begun):
        state.clean = False  # "The rally ended": no march did
        return at + 1
    state.mark(cue, "verb")
    if cue.key in _NOUNS and state.verb in ("begin", "finish", "on", "leave"):
        state.level = FULL  # "began the march at": the march is what was begun
        return at + 1
    if cue.value == "stand":
        return _move(state, at, "gather")
    kind = "on" if before.value == "on" and cue.value in ("walk", "move") else cue.value
    return _move(state, at, "on" if _keeps_to_it(state, at) else kind)


def _move(state: State, at: int, kind: str) -> int:
    """Read a motion of this kind with its object."""
    if kind in ("meet", "gather") and state.trail.labels and state.script.cue(at - 1).key in _WE:
        state.trail.close()
        state.trail.group = REJOINED
    _open(state, at, kind)
    state.moves(kind)
    state.standing = kind in ("gather", "finish")
    use_spot(state, at, kind)
    return meet(state, at) if kind == "meet" else _object(state, at, kind)


def _come(state: State, at: int) -> int:
    """Read "came up Main from Pico"; "more came" is no motion of a march."""
    cue, after = state.script.cue(at), state.script.cue(at + 1)
    if after.kind == "link" and not after.value and after.mark < COMMA:
        after, at = state.script.cue(at + 2), at + 1  # "come by on", "got back to"
    named = noun(state.script, at + 2)
    written = state.crowded and named is not None and named.text.istitle()
    led = after.value in _WAYS and (after.value != "on" or after.spanish or written)
    led = led or (after.value in ("to", "until") and after.kind == "prep")
    way = noun(state.script, at + 2) if led and after.kind == "prep" else None
    if way and after.value in ("to", "until"):
        way = way if way.kind in ("street", "place", "corner") or way.text.istitle() else None
    source = noun(state.script, at + 2) if after.value == "from" or after.kind == "of" else None
    if after.mark < COMMA and (way or after.kind == "heading" or _is_source(state, source)):
        state.mark(cue, "verb")
        return _move(state, at, "begin" if source else "move")
    state.level, state.clean = min(state.level, WEAK), False
    return at + 1


def _is_source(state: State, found: Noun | None) -> bool:
    """Whether those who came from there are the march: it was told of, or it goes on by streets."""
    if found is None or found.kind not in ("street", "bare", "place", "corner"):
        return False
    after = state.script.cue(found.after)
    return state.trail.begun or (after.kind == "prep" and after.value == "along")


def _is_back_along(state: State, at: int) -> bool:
    """Whether "de regreso" only says which way: "por Temple de regreso a Spring"."""
    cue, now = state.script.cue(at), state.trail.now
    named = state.script.cue(at - 1).kind == "word" and now and now.street and not now.end
    found = bool(named) and cue.key in ("de regreso", "de vuelta") and cue.mark < COMMA
    if found:
        state.mark(cue)
    return found


def _lies(state: State, at: int) -> bool:
    """Whether something only lies along a street: "A mural runs along Third"."""
    lies = state.script.cue(at).key in _STRETCHES and not (state.crowded or state.trail.begun)
    state.police, state.clean = state.police or lies, state.clean and not lies
    return lies


def _keeps_to_it(state: State, at: int) -> bool:
    """Whether "followed it", "which it followed to Second" goes on along the street at hand."""
    cue, after = state.script.cue(at), state.script.cue(at + 1)
    if cue.value != "take" or not cue.key.startswith(("follow", "sigui")):
        return False
    led = after.kind in ("prep", "heading") and after.mark < COMMA
    return state.trail.begun and (led or after.key == "it")


def _open(state: State, at: int, kind: str) -> None:
    """Begin a leg with this verb, or with the one right before it: "began marching"."""
    cue, before, now = state.script.cue(at), state.script.cue(at - 1), state.trail.now
    chained = now and not now.says and before.kind == "verb" and cue.mark < COMMA
    beside = kind in ("cross", "pass") and cue.key.endswith(_UNTENSED)
    beside = beside or _is_aside(state, at, kind)
    first = before.first if chained else cue.first
    draft = state.open(first, cue.last, "aside" if beside else kind)
    draft.prior = state.after_all
    state.after_all = False
    draft.lone = kind == "walk" and cue.key not in _NOUNS


def _is_aside(state: State, at: int, kind: str) -> bool:
    """Whether a motion only says which way: "…, heading north.", "… as the march crawled south"."""
    cue, after, then = (state.script.cue(place) for place in (at, at + 1, at + 2))
    if kind not in ("move", "walk") or after.kind != "heading" or then.mark < COMMA:
        return False
    led = any(state.script.cue(place).kind == "sub" for place in range(at - _MOST_SUBJECTS, at))
    return led or (cue.mark == COMMA and cue.key.endswith(_UNTENSED))


def _object(state: State, at: int, kind: str) -> int:
    """Read the name right after a verb: "crossed the bridge", "took Soto to First"."""
    say, found = _OBJECTS.get(kind), noun(state.script, at + 1)
    if say is None or found is None or found.kind == "light":
        return at + 1
    if say is effects.to_street and (bridge := carried(state.script, found)):
        found = bridge
    fits = _fits_street(state, kind, found) if say is effects.to_street else _fits(state, found)
    return effects.direct(state, at, found, say) if fits else at + 1


def _fits_street(state: State, kind: str, found: Noun) -> bool:
    """Whether what was taken or walked is a street: "took Soto to First", not "took photos"."""
    after = state.script.cue(found.after)
    led = after.kind in ("prep", "heading") and after.mark < COMMA
    told = extent(state.script, found.after) if found.kind in STREETS else None
    if kind in ("walk", "move", "on"):  # not "marched first to City Hall"
        typed = found.kind == "street" and " " in found.text
        return typed or bool(told and told.sure)
    return found.kind in ("street", "road") or (found.kind == "bare" and (led or bool(told)))


def _fits(state: State, found: Noun) -> bool:
    """Whether a name is whole: no unknown word right after a bare one."""
    after = state.script.cue(found.after)
    return found.kind != "bare" or after.kind != "word" or after.mark >= COMMA


_OTHERS: dict[str, Callable[[State, int], int]] = {
    "fill": grounds.fill,
    "taken": grounds.taken,
    "come": _come,
}
