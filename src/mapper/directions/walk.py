"""The grammar: one pass over the cues, in which each kind of cue does one thing."""

from __future__ import annotations

from collections.abc import Callable

from mapper.directions import places, vocabulary
from mapper.directions.cues import Cue
from mapper.directions.nouns import Script, joined, listed, noun
from mapper.directions.state import FULL, NONE, WEAK, State
from mapper.directions.tokens import COMMA, STOP
from mapper.directions.trail import REJOINED

_MOTION = frozenset("walk move turn on take cross pass reach leave begin meet back for".split())
_NOUNS = frozenset("march marches walk walks parade parades marcha marchas caminata recorrido"
                   " procession caravan".split())  # fmt: skip
_OBJECTS: dict[str, places.Say] = {
    "take": places.to_street, "cross": places.through, "pass": places.through,
    "reach": places.to_end, "leave": places.to_start, "for": places.to_aim,
    "walk": places.to_street,
}  # fmt: skip
_ARTICLES = frozenset("the a an la el los las un una".split())
_WE = frozenset("they we ellos ellas".split())
_LOOKBACK = 6  # cues of a name before "was closed"
_CROWD_WORDS = 5  # cues between "met" and "from": "met up with a group of students from"


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
    """A word that says nothing here. A few leave the motion at hand."""
    cue = state.script.cue(at)
    key = cue.key
    if key in _ARTICLES:
        state.mark(cue)
    elif key == "downtown" and state.level == FULL and (found := noun(state.script, at)):
        return places.direct(state, at, found, places.in_area)
    elif not (key.endswith(("ly", "mente")) or key in vocabulary.MEASURES or key.isdecimal()):
        state.level, state.clean = min(state.level, WEAK), False
    return at + 1


def _time(state: State, at: int) -> int:
    """When it was: nothing of the way."""
    return at + 1


def _crowd(state: State, at: int) -> int:
    """The marchers. "Students from Mendez High": where they are from is no beginning."""
    state.mark(state.script.cue(at))
    state.crowded = True
    link = state.script.cue(at + 1)
    whose = link.value == "from" or (link.kind == "of" and link.spanish)
    if whose and link.mark < COMMA and (found := noun(state.script, at + 2)):
        return joined(state.script, found).after
    return at + 1


def _link(state: State, at: int) -> int:
    """ "And", "then", "they"."""
    cue = state.script.cue(at)
    state.mark(cue)
    acts = state.script.cue(at + 1).kind in ("verb", "link", "crowd")
    ends = cue.value == "then" or (acts and (cue.value == "and" or cue.key in _WE))
    state.denied = state.denied and not ends
    if cue.value in ("then", "before"):
        if state.trail.legs or state.trail.now or state.level:
            state.moves("")
        state.trail.close()
        state.then = True
    state.crowded = state.crowded or cue.key in _WE
    return at + 1


def _verb(state: State, at: int) -> int:
    """A motion, a gathering, an end."""
    cue, before = state.script.cue(at), state.script.cue(at - 1)
    if state.denied or (before.kind == "police" and cue.mark < COMMA):
        state.denied = True
        return at + 1
    known = state.level or state.trail.legs or state.trail.now or state.clean
    if cue.value == "finish" and not known:
        return _word(state, at)
    state.mark(cue, "verb")
    if _is_object(state, cue):
        state.level = FULL
        return at + 1
    verb = "on" if before.value == "on" and cue.value in ("walk", "move") else cue.value
    now = state.trail.now
    chained = now and not now.says and before.kind == "verb" and cue.mark < COMMA
    draft = state.open(before.first if chained else cue.first, cue.last, verb)
    draft.lone = cue.value == "walk" and cue.key not in _NOUNS
    state.moves(verb)
    state.standing = verb in ("gather", "finish")
    return _meet(state, at) if verb == "meet" else _object(state, at, verb)


def _is_object(state: State, cue: Cue) -> bool:
    """Whether "march" is what was begun, gone on with, or ended."""
    return cue.key in _NOUNS and state.verb in ("begin", "finish", "on", "leave")


def _object(state: State, at: int, verb: str) -> int:
    """The name right after a verb: "crossed the bridge", "took Soto to First"."""
    say, found = _OBJECTS.get(verb), noun(state.script, at + 1)
    if say is None or found is None or found.kind == "light":
        return at + 1
    after = state.script.cue(found.after)
    led = after.kind in ("prep", "heading") and after.mark < COMMA
    if verb in ("take", "walk"):
        typed = found.kind == "street" and (" " in found.text or verb == "take")
        roads = found.kind == "road" and verb == "take"
        fits = typed or roads or (found.kind == "bare" and led and verb == "take")
    else:
        fits = found.kind != "bare" or led or after.kind != "word" or after.mark >= COMMA
    return places.direct(state, at, found, say) if fits else at + 1


def _meet(state: State, at: int) -> int:
    """Whom they met: a meeting, and no end."""
    crowd = next_from = 0
    for place in range(at + 1, at + 1 + _CROWD_WORDS):
        cue = state.script.cue(place)
        if cue.mark >= COMMA:
            break
        crowd = crowd or (place if cue.kind == "crowd" else 0)
        if crowd and (cue.value == "from" or (cue.kind == "of" and cue.spanish)):
            next_from = place
            break
    found = noun(state.script, (next_from or at) + 1)
    if found is None:
        state.standing = not crowd
        return at + 1
    found = joined(state.script, found)
    after = state.script.cue(found.after)
    if not next_from and (found.kind == "road" or after.kind != "crowd"):
        return at + 1
    state.draft(state.script.cue(at).first, found.last).meeting = found.text
    state.play(state.script.cue(at + 1).first, found.first, "link")
    state.said(found)
    state.verb = "meet"
    return found.after


def _turn(state: State, at: int) -> int:
    """ "Right", "a la izquierda", "straight", "u-turn"."""
    cue, before = state.script.cue(at), state.script.cue(at - 1)
    bare = state.level == NONE and state.script.cue(at + 1).kind not in ("prep", "word")
    if state.denied or (before.kind == "police" and cue.mark < COMMA) or bare:
        state.denied = state.denied or before.kind == "police"
        return at + 1
    state.mark(cue, "turn")
    now = state.trail.now
    late = now and now.verb == "turn" and not now.turn and cue.mark < COMMA and not now.end
    if now is None or (now.says and not late):
        now = state.open(cue.first, cue.last, "on" if cue.value == "straight" else "side")
    now.turn, now.last = cue.value, max(now.last, cue.last)
    state.moves("on" if cue.value == "straight" else "turn")
    if state.spot:
        lead, spot = state.spot
        state.mark(lead)
        places.at_turn(state, at, spot)
        now.first, state.spot, state.verb = min(now.first, lead.first), None, "turn"
    found = noun(state.script, at + 1)
    if found and found.kind == "street" and " " in found.text:
        return places.direct(state, at, found, places.to_street)
    return at + 1


def _heading(state: State, at: int) -> int:
    """ "North", "al este"."""
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


def _group(state: State, at: int) -> int:
    """ "One group", "the other", "both groups"."""
    cue, trail = state.script.cue(at), state.trail
    state.mark(cue)
    trail.close()
    label = state.script.between(cue.first, cue.last)
    if cue.value == "both":
        trail.group = REJOINED if trail.labels else trail.group
    else:
        trail.group = len(trail.labels) + 1
        trail.labels[trail.group] = label
        state.moves("move")
    return at + 1


def _split(state: State, at: int) -> int:
    """The march parts: what follows is told of groups."""
    state.mark(state.script.cue(at), "verb")
    state.trail.close()
    return at + 1


def _close(state: State, at: int) -> int:
    """ "Police closed Temple", "Temple Street was closed"."""
    cue = state.script.cue(at)
    named = noun(state.script, at + 1) if cue.value != "passive" else None
    theirs = state.police or (cue.value == "active" and not state.crowded)
    found = listed(state.script, named, frozenset({"street"})) if named and theirs else []
    if not named and (subject := _subject(state, at)):
        found = [subject]
    found = [street for street in found if street.kind in ("street", "bare")]
    for street in found:
        state.closed.append(street.text)
        state.play(street.first, street.last, "closed")
    if found:
        state.mark(cue, "closed")
    state.level, state.clean = NONE, False
    return max([at + 1, *(street.after for street in found)])


def _subject(state: State, at: int) -> places.Noun | None:
    """The street right before "was closed", that no leg has."""
    for start in range(max(0, at - _LOOKBACK), at):
        cue = state.script.cue(start)
        found = noun(state.script, start, parted=True)
        if found and found.after == at and state.roles[cue.last] in ("unread", "link"):
            return found
    return None


def _not(state: State, at: int) -> int:
    """A denial: what follows did not happen."""
    state.denied = True
    return at + 1


def _aside(state: State, at: int) -> int:
    """ "While", "the police": what follows is told of others, until the next motion."""
    state.police = state.police or state.script.cue(at).kind == "police"
    state.level, state.clean = NONE, False
    return at + 1


def _of(state: State, at: int) -> int:
    """Spanish "de": from, after a motion, and where "a" or "hasta" follows."""
    cue, before = state.script.cue(at), state.script.cue(at - 1)
    if before.kind == "crowd" and state.script.cue(at + 1).kind == "crowd":
        state.mark(cue)
    found = noun(state.script, at + 1) if cue.spanish and state.level == FULL else None
    if found is None or state.denied:
        return at + 1
    to = state.script.cue(found.after)
    if (before.kind == "verb" and cue.mark < COMMA) or to.value in ("to", "until"):
        state.mark(cue)
        return places.direct(state, at, found, places.to_start)
    return at + 1


_READERS: dict[str, Callable[[State, int], int]] = {
    "word": _word, "time": _time, "crowd": _crowd, "link": _link, "verb": _verb, "turn": _turn,
    "heading": _heading, "group": _group, "split": _split, "close": _close, "not": _not,
    "sub": _aside, "police": _aside, "of": _of, "prep": places.preposition, "side": _word,
    "pole": _word,
}  # fmt: skip
