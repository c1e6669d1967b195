"""What a preposition makes of the name after it: a street, an end, something passed."""

from __future__ import annotations

from mapper.directions import effects, english, vocabulary
from mapper.directions.extents import extent
from mapper.directions.nouns import STREETS, Noun, joined, noun
from mapper.directions.state import FULL, NONE, WEAK, State
from mapper.directions.tokens import COMMA

# Prepositions of motion hold though other words stand between the verb and them.
_STRONG = frozenset({"along", "toward", "through", "via", "until"})
# With these a description may begin: "Down Fourth Street, right on Soto".
_OPENS = frozenset({"along", "toward", "from", "between"})
_STREETWARD = frozenset({"along", "on", "in", "through", "into"})
_ENDS = frozenset({"from", "to", "until", "between"})
_WHERE = frozenset({"at", "front", "in", "on"})
_TURNING = frozenset({"at", "in", "on"})
_MOST_SUBJECTS = 4  # "at Fifth the crowd then turned": cues between a corner and its turn
_NAMED = frozenset({"place", "corner", "street", "bare"})


def preposition(state: State, at: int) -> int:
    """Read a preposition with its noun, if it has one and tells of the march."""
    cue = state.script.cue(at)
    found = noun(state.script, at + 1)
    if state.denied:
        return at + 1
    if found is None or found.kind == "light" or _is_purpose(state, at, found):
        return _empty(state, at, found)
    if _turns_there(state, at, found):
        state.spot = (cue, joined(state.script, found))
        return state.spot[1].after
    if not _licensed(state, at, found):
        return _spot(state, at, found)
    after = _sayer(state.verb, cue.value)(state, at, found)
    if after is None:
        state.level = min(state.level, WEAK)
        return at + 1
    state.mark(cue)
    return after


def _turns_there(state: State, at: int, found: Noun) -> bool:
    """Whether a turn follows the place: "and at Hill left", "en la Segunda doblaron"."""
    cue, before = state.script.cue(at), state.script.cue(at - 1)
    if cue.value not in _TURNING or found.kind not in _NAMED:
        return False
    leads = cue.mark >= COMMA or before.kind in ("link", "crowd")
    if state.verb and not leads:
        return False
    place = joined(state.script, found).after
    for at_cue in range(place, place + _MOST_SUBJECTS):
        after = state.script.cue(at_cue)
        if after.mark >= COMMA and not (leads and at_cue == place):
            return False
        if after.kind == "turn" or (after.kind == "verb" and after.value == "turn"):
            return after.value != "straight" and (leads or after.mark < COMMA)
        taken = after.kind == "verb" and state.script.cue(at_cue + 1).kind == "turn"
        passed = taken or after.kind == "crowd" or after.key in vocabulary.ARTICLES
        if not passed and not (after.kind == "link" and after.value in ("", "had")):
            return False
    return False


def _empty(state: State, at: int, found: Noun | None) -> int:
    """Pass a preposition without a place: "to meet", "at the light"."""
    if state.level > NONE:
        state.mark(state.script.cue(at))
    if found is None or found.kind != "light":
        return at + 1
    state.play(found.first, found.last, "link")
    return found.after


def _is_purpose(state: State, at: int, found: Noun) -> bool:
    """Whether "to" begins a purpose: "to demand", "to oppose the law", "a exigir"."""
    cue, first = state.script.cue(at), state.script.cue(at + 1)
    if found.kind == "street" or cue.value not in ("to", "until"):
        return False
    second = state.script.cue(at + 2)
    if cue.spanish:
        return _is_infinitive(state, at + 1)
    if cue.value == "until":
        return False
    tied = second.mark < COMMA and second.kind == "word"
    verb_like = second.key in ("the", "a", "an", "their", "this", "against", "his", "for", "up")
    return first.key in english.PURPOSES or (tied and first.key != "the" and verb_like)


def _is_infinitive(state: State, at: int) -> bool:
    """Whether a Spanish word is a verb, "exigir", "cansarse", and no name, "César", "Hoover"."""
    cue = state.script.cue(at)
    if cue.kind != "word" or not cue.key.endswith(("ar", "er", "ir", "arse", "erse", "irse")):
        return False
    great = state.script.between(cue.first, cue.last).istitle()
    return not great and cue.key not in vocabulary.LIKE_INFINITIVES


def _licensed(state: State, at: int, found: Noun) -> bool:
    """Whether the words before let this preposition tell of the march."""
    cue = state.script.cue(at)
    if state.standing:
        now = state.trail.now
        return cue.value in _WHERE and now is not None and (not now.end or cue.value == "in")
    if state.level == FULL:
        return True
    told = extent(state.script, found.after) if found.kind in STREETS else None
    fixed = state.script.cue(found.after).value == "between"  # "the school is on Soto, between"
    theirs = state.script.marches and not state.police and not fixed
    if told and told.whole and cue.value in _STREETWARD and theirs:
        return True
    if state.level == WEAK:
        return _holds(state, at, found)
    opens = cue.value in _OPENS and (found.kind == "street" or cue.value in ("from", "between"))
    if not (state.clean and not state.crowded):
        return False
    spoken = cue.value == "along" or (cue.value == "on" and cue.spanish)
    opens = opens or (spoken and state.listing)
    return opens or (spoken and told is not None)


def _holds(state: State, at: int, found: Noun) -> bool:
    """Whether a preposition still tells of a motion that other words parted from it."""
    value = state.script.cue(at).value
    if value in _ENDS and (_is_name(state, found) or _is_range(state, at, found)):
        return True
    led = state.script.cue(at).spanish and found.kind in STREETS
    if value == "on" and led and extent(state.script, found.after):
        return True
    return value in _STRONG or (value in ("to", "from") and found.kind in ("street", "place"))


def _is_name(state: State, found: Noun) -> bool:
    """Whether a bare name is written as one, and ends where words of a way may end."""
    after = state.script.cue(found.after)
    ended = after.mark >= COMMA or after.kind in ("link", "prep", "end", "turn", "heading")
    return found.kind == "bare" and ended and found.text.istitle()


def _is_range(state: State, at: int, found: Noun) -> bool:
    """Whether "from A" goes on with "to B"."""
    to = state.script.cue(joined(state.script, found).after)
    return state.script.cue(at).value == "from" and to.value in ("to", "until")


def _spot(state: State, at: int, found: Noun) -> int:
    """Keep "At Soto" for the turn that follows; other nouns stay unread."""
    if state.script.cue(at).value in _WHERE and state.clean and found.kind in _NAMED:
        found = joined(state.script, found)
        state.spot = (state.script.cue(at), found)
        return found.after
    return at + 1


_DEFAULT: dict[str, effects.Say] = {
    "along": effects.to_street,
    "on": effects.to_street,
    "to": effects.to_end,
    "until": effects.to_end,
    "toward": effects.to_aim,
    "from": effects.to_start,
    "via": effects.through,
    "through": effects.through_street,
    "between": effects.between,
    "at": effects.at_place,
    "front": effects.through,
    "in": effects.in_area,
    "into": effects.into,
}
_STILL = ("finish", "gather", "reach", "meet")
_AT = ("at", "front", "in")
_BY_VERB: dict[tuple[str, str], effects.Say] = {
    ("turn", "at"): effects.at_turn,
    ("turn", "in"): effects.to_street,
    ("turn", "into"): effects.to_street,
    ("back", "at"): effects.to_end,
}
_BY_VERB |= {(verb, prep): effects.to_end for verb in _STILL for prep in (*_AT, "on", "into")}
_BY_VERB |= {(verb, prep): effects.to_start for verb in ("leave", "begin") for prep in _AT}
_BY_VERB |= {("enter", prep): effects.enter for prep in ("to", "in", "into")}
_BY_VERB |= {("split", prep): effects.to_fork for prep in (*_AT, "on")}
_BY_VERB |= {
    (verb, prep): effects.through for verb in ("pass", "cross") for prep in ("on", "at", "along")
}


def _sayer(verb: str, prep: str) -> effects.Say:
    """What a preposition does after a verb."""
    return _BY_VERB.get((verb, prep), _DEFAULT[prep])
