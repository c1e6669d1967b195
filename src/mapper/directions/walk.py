"""The grammar: one pass over the cues, in which each kind of cue does one thing."""

from __future__ import annotations

from collections.abc import Callable

from mapper.directions import closures, motions, places, vocabulary
from mapper.directions.nouns import Script, joined, noun
from mapper.directions.state import FULL, NONE, WEAK, State
from mapper.directions.tokens import COMMA, STOP
from mapper.directions.trail import REJOINED

_ARTICLES = {
    False: frozenset("the a an".split()),
    True: frozenset("la el los las un una".split()),
}
_WE = frozenset("they we ellos ellas".split())
_AHEAD = 8  # cues in which a list of ways has its first turn


def walk(script: Script) -> State:
    """Read all cues of a script."""
    state, at = State(script), 0
    while at < len(script.cues):
        cue = script.cues[at]
        if cue.mark == STOP:
            state.begin_sentence()
        elif cue.mark == COMMA:
            state.denied = False
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
        return places.direct(state, at, found, places.in_area)
    if state.clean and state.level == NONE and (after := _listed_street(state, at)):
        return after
    measure = cue.key in vocabulary.MEASURES or cue.key.isdecimal()
    if not (measure or cue.key.endswith(("ly", "mente"))):
        state.level, state.clean = min(state.level, WEAK), False
    return at + 1


def _listed_street(state: State, at: int) -> int:
    """Read "Fourth Street to Soto, right on Soto": a list of ways without a verb, else 0."""
    found = noun(state.script, at, parted=True)
    if found is None or found.kind != "street" or " " not in found.text:
        return 0
    after = state.script.cue(found.after)
    ahead = (state.script.cue(place) for place in range(found.after, found.after + _AHEAD))
    leads = after.kind == "heading" or after.value in ("to", "until", "toward", "from", "between")
    if not leads or not any(cue.kind == "turn" for cue in ahead):
        return 0
    state.moves("")
    state.draft(found.first, found.last).street = found.text
    return state.said(found, "street")


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
    if cue.value == "then" or (acts and (cue.value == "and" or cue.key in _WE)):
        state.denied = False
    if cue.value in ("then", "before"):
        if state.level or state.trail.begun:
            state.moves("")
        state.trail.close()
        state.then = True
    state.crowded = state.crowded or cue.key in _WE
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
        trail.part()
    trail.group = len(trail.labels) + 1
    trail.labels[trail.group] = state.script.between(cue.first, cue.last)
    state.moves("move")
    return at + 1


def _split(state: State, at: int) -> int:
    """Read that the march parts: what follows is told of groups."""
    state.mark(state.script.cue(at), "verb")
    state.trail.close()
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
    to = state.script.cue(found.after)
    if (before.kind == "verb" and cue.mark < COMMA) or to.value in ("to", "until"):
        state.mark(cue)
        return places.direct(state, at, found, places.to_start)
    return at + 1


_READERS: dict[str, Callable[[State, int], int]] = {
    "word": _word,
    "side": _word,
    "pole": _word,
    "time": _time,
    "crowd": _crowd,
    "link": _link,
    "verb": motions.verb,
    "turn": motions.turn,
    "heading": motions.heading,
    "prep": places.preposition,
    "group": _group,
    "split": _split,
    "close": closures.close,
    "not": _not,
    "sub": _aside,
    "police": _aside,
    "of": _of,
}
