"""The grammar: one pass over the cues, in which each kind of cue does one thing."""

from __future__ import annotations

from collections.abc import Callable

from mapper.directions import effects, grounds, lists, motions, places, turns, vocabulary
from mapper.directions.drafts import REJOINED
from mapper.directions.nouns import joined, noun
from mapper.directions.plans import unreal
from mapper.directions.script import Script
from mapper.directions.state import FULL, NONE, WEAK, State
from mapper.directions.tokens import COMMA, STOP

_ARTICLES = {
    False: frozenset("the a an".split()),
    True: frozenset("la el los las un una".split()),
}
_WE = frozenset("they we ellos ellas".split())
_CONTRASTS = frozenset("but pero sino".split())
_SUBJECTS = 3  # "From Grand Park they slowly moved": cues between a beginning and its verb


def walk(script: Script) -> State:
    """Read all cues of a script."""
    state, at = State(script), 0
    void = unreal(script.cues)
    while at < len(script.cues):
        cue = script.cues[at]
        if cue.mark == STOP:
            state.begin_sentence()
            state.planned = state.denied = at in void
        elif cue.mark == COMMA:
            state.denied = state.planned
        at = _READERS[cue.kind](state, at)
    state.trail.finish()
    return state


def _word(state: State, at: int) -> int:
    """Pass a word that says nothing here. A few leave the motion at hand."""
    cue = state.script.cue(at)
    if cue.key in _ARTICLES[cue.spanish]:
        state.mark(cue)
        return at + 1
    if cue.key == "downtown" and state.level == FULL and (found := noun(state.script, at)):
        return effects.direct(state, at, found, effects.in_area)
    if after := lists.listed(state, at):
        return after
    measure = cue.key in vocabulary.COUNTED or cue.key.isdecimal()
    if not (measure or cue.key.endswith(("ly", "mente"))):
        state.level, state.clean = min(state.level, WEAK), False
    return at + 1


def _time(state: State, at: int) -> int:
    """Pass a time: nothing of the way."""
    return at + 1


def _crowd(state: State, at: int) -> int:
    """Read the marchers. "Students from Mendez High": where they are from is no beginning."""
    state.mark(state.script.cue(at))
    state.crowded = True
    link = state.script.cue(at + 1)
    whose = link.value == "from" or (link.kind == "of" and link.spanish)
    if whose and link.mark < COMMA and (found := noun(state.script, at + 2)):
        return joined(state.script, found).after
    return at + 1


def _link(state: State, at: int) -> int:
    """Read "and", "then", "they"."""
    cue = state.script.cue(at)
    state.mark(cue)
    acts = state.script.cue(at + 1).kind in ("verb", "link", "crowd")
    if state.denied and cue.key in ("but", "sino"):
        state.moves("")
    state.planned = state.planned and cue.key not in _CONTRASTS
    if cue.value == "then" or (acts and (cue.value == "and" or cue.key in _WE)):
        state.denied = state.planned
    if cue.value in ("then", "before"):
        if state.level or state.trail.begun:
            state.moves("")
        state.trail.close()
        state.then = True
    state.crowded = state.crowded or cue.key in _WE
    state.after_all = cue.value == "had" or (state.after_all and not cue.value)
    return at + 1


def _group(state: State, at: int) -> int:
    """Read "one group", "the other", "both groups"."""
    cue, trail = state.script.cue(at), state.trail
    state.mark(cue)
    trail.close()
    if cue.value == "both":
        trail.group = REJOINED if trail.labels else trail.group
        return at + 1
    if cue.value == "other" and not trail.labels and trail.legs:
        trail.part(joined=state.verb == "meet")
    trail.group = len(trail.labels) + 1
    trail.labels[trail.group] = state.script.between(cue.first, cue.last)
    state.moves("move")
    return at + 1


def _split(state: State, at: int) -> int:
    """Read that the march parts: what follows is told of groups."""
    trail = state.trail
    state.mark(state.script.cue(at), "verb")
    trail.close()
    if state.spot:
        lead, spot = state.spot
        state.mark(lead)
        state.said(spot)
        trail.fork_at(spot.text)
        state.spot = None
    state.moves("split")
    return at + 1


def _plan(state: State, at: int) -> int:
    """Read "had planned to": what follows did not happen, up to "but"."""
    state.planned = state.denied = True
    return at + 1


def _not(state: State, at: int) -> int:
    """Read a denial: what follows did not happen."""
    state.denied = True
    return at + 1


def _aside(state: State, at: int) -> int:
    """Read "while", "the police": what follows is told of others, until the next motion."""
    state.police = state.police or state.script.cue(at).kind == "police"
    state.level, state.clean = NONE, False
    return at + 1


def _of(state: State, at: int) -> int:
    """Read Spanish "de" as "from": after a motion, and where "a" or "hasta" follows."""
    cue, before = state.script.cue(at), state.script.cue(at - 1)
    if before.kind == "crowd" and state.script.cue(at + 1).kind == "crowd":
        state.mark(cue)  # "hundreds of people"
    spoken = cue.spanish or before.value == "leave"
    heard = spoken and not state.denied and (state.level == FULL or cue.mark == STOP)
    found = noun(state.script, at + 1) if heard else None
    if found is None:
        return at + 1
    to = state.script.cue(joined(state.script, found).after)
    led = to.value in ("to", "until") or (cue.mark == STOP and _moves(state, found.after))
    if (before.kind == "verb" and cue.mark < COMMA) or led:
        state.mark(cue)
        return effects.direct(state, at, found, effects.to_start)
    return at + 1


def _moves(state: State, at: int) -> bool:
    """Whether a motion follows, with no more than its subject before it."""
    for place in range(at, at + _SUBJECTS):
        cue = state.script.cue(place)
        if cue.kind not in ("link", "crowd", "word"):
            return cue.kind == "verb"
    return False


_READERS: dict[str, Callable[[State, int], int]] = {
    "word": _word,
    "side": _word,
    "pole": _word,
    "time": _time,
    "crowd": _crowd,
    "link": _link,
    "verb": motions.verb,
    "turn": turns.turn,
    "heading": turns.heading,
    "prep": places.preposition,
    "group": _group,
    "split": _split,
    "close": grounds.closing,
    "not": _not,
    "plan": _plan,
    "void": _not,
    "future": _link,
    "route": lists.route,
    "place": lists.place,
    "origin": effects.origin,
    "sub": _aside,
    "police": _aside,
    "of": _of,
}
