"""What a preposition makes of the name after it: a street, an end, something passed."""

from __future__ import annotations

from collections.abc import Callable

from mapper.directions import english
from mapper.directions.nouns import Noun, joined, listed, noun
from mapper.directions.state import FULL, NONE, WEAK, State
from mapper.directions.tokens import COMMA

# Prepositions of motion hold though other words stand between the verb and them.
_STRONG = frozenset({"along", "toward", "through", "via", "until"})
# With these a description may begin: "Down Fourth Street, right on Soto".
_OPENS = frozenset({"along", "toward", "from", "between"})
_WHERE = frozenset({"at", "front", "in", "on"})
_NAMED = frozenset({"place", "corner", "street", "bare"})

# A reader of a noun: the place of the next cue, or None where the noun does not fit.
Say = Callable[[State, int, Noun], int | None]


def preposition(state: State, at: int) -> int:
    """Read a preposition with its noun, if it has one and tells of the march."""
    cue = state.script.cue(at)
    found = noun(state.script, at + 1)
    if state.denied:
        return at + 1
    if found is None or found.kind == "light" or _is_purpose(state, at, found):
        return _empty(state, at, found)
    if not _licensed(state, at, found):
        return _spot(state, at, found)
    after = _sayer(state.verb, cue.value)(state, at, found)
    if after is None:
        state.level = min(state.level, WEAK)
        return at + 1
    state.mark(cue)
    return after


def _empty(state: State, at: int, found: Noun | None) -> int:
    """Pass a preposition without a place: "to meet", "at the light"."""
    if state.level > NONE:
        state.mark(state.script.cue(at))
    if found is None or found.kind != "light":
        return at + 1
    state.play(found.first, found.last, "link")
    return found.after


def direct(state: State, at: int, found: Noun, say: Say) -> int:
    """Read the object of the verb before it, "passed City Hall": the place of the next cue."""
    after = say(state, at, found)
    return at + 1 if after is None else after


def _is_purpose(state: State, at: int, found: Noun) -> bool:
    """Whether "to" begins a purpose: "to demand", "to oppose the law", "a exigir"."""
    cue, first = state.script.cue(at), state.script.cue(at + 1)
    if cue.value != "to" or found.kind == "street":
        return False
    second = state.script.cue(at + 2)
    if cue.spanish:
        return first.key.endswith(("ar", "er", "ir", "arse", "irse")) and first.kind == "word"
    tied = second.mark < COMMA and second.kind == "word"
    verb_like = second.key in ("the", "a", "an", "their", "this", "against", "his", "for", "up")
    return first.key in english.PURPOSES or (tied and first.key != "the" and verb_like)


def _licensed(state: State, at: int, found: Noun) -> bool:
    """Whether the words before let this preposition tell of the march."""
    cue = state.script.cue(at)
    if state.standing:
        now = state.trail.now
        return cue.value in _WHERE and now is not None and (not now.end or cue.value == "in")
    if state.level == FULL:
        return True
    if state.level == WEAK:
        sure = cue.value in ("to", "from") and found.kind in ("street", "place")
        return cue.value in _STRONG or sure
    opens = cue.value in _OPENS and (found.kind == "street" or cue.value in ("from", "between"))
    return state.clean and not state.crowded and opens


def _spot(state: State, at: int, found: Noun) -> int:
    """Keep "At Soto" for the turn that follows; other nouns stay unread."""
    if state.script.cue(at).value in _WHERE and state.clean and found.kind in _NAMED:
        found = joined(state.script, found)
        state.spot = (state.script.cue(at), found)
        return found.after
    return at + 1


def to_street(state: State, at: int, found: Noun) -> int | None:
    """Read "down Fourth Street", "por la Cuarta, Soto y la Primera"."""
    cue = state.script.cue(at)
    if found.kind == "place":
        aimed = cue.key == "on" and state.verb in ("walk", "move")  # "marched on City Hall"
        return to_end(state, at, found) if aimed else through(state, at, found)
    if found.kind == "road":
        return through(state, at, found)
    first = min(cue.first, found.first)
    for street in listed(state.script, found, frozenset({"street"})):
        if state.trail.now and state.trail.now.street:
            state.open(first, street.last, "")
        state.play(first, street.first - 1, "link")
        state.draft(first, street.last).street = street.text
        after = state.said(street, "street")
        first = street.last + 1
    return after


def through(state: State, at: int, found: Noun) -> int | None:
    """Read "past City Hall and Grand Park", "through the city": what a leg passes."""
    if found.kind == "road" and " " not in found.text:
        return state.said(found, "link")
    first = found.first
    for place in listed(state.script, found, _NAMED):
        state.draft(state.script.cue(at).first, place.last).via.append(place.text)
        state.play(first, place.first - 1, "link")
        after, first = state.said(place), place.last + 1
    return after


def through_street(state: State, at: int, found: Noun) -> int | None:
    """Read "through Main Street" is walked, "through downtown" is passed."""
    now = state.trail.now
    walked = found.kind == "street" and not (now and now.street)
    return (to_street if walked else through)(state, at, found)


def to_end(state: State, at: int, found: Noun) -> int | None:
    """Read "to City Hall": where a leg goes."""
    if found.kind == "road":
        return None
    found = joined(state.script, found)
    first, now = state.script.cue(at).first, state.trail.now
    if now and now.end and not now.toward:
        state.open(first, found.last, "")
    now = state.draft(first, found.last)
    if now.end:
        now.via.append(now.end)
    now.end, now.toward = found.text, False
    return state.said(found)


def to_aim(state: State, at: int, found: Noun) -> int | None:
    """Read "toward City Hall": where a leg points."""
    now = state.trail.now
    if now and now.end:
        return None
    after = to_end(state, at, found)
    if after is not None and state.trail.now:
        state.trail.now.toward = True
    return after


def to_start(state: State, at: int, found: Noun) -> int | None:
    """Read "from Mariachi Plaza": where a leg begins."""
    if found.kind == "road" or found.text.casefold() in english.PURPOSES:
        return None
    found = joined(state.script, found)
    first, now = state.script.cue(at).first, state.trail.now
    if now and (now.start or (now.end and not now.toward and not now.street)):
        state.open(first, found.last, "")
    state.draft(first, found.last).start = found.text
    return state.said(found)


def between(state: State, at: int, found: Noun) -> int | None:
    """Read "between Soto and State": the two ends."""
    link = state.script.cue(found.after)
    other = noun(state.script, found.after + 1)
    if link.value != "and" or other is None or "road" in (found.kind, other.kind):
        return None
    now = state.draft(state.script.cue(at).first, other.last)
    now.start, now.end = found.text, other.text
    state.said(found)
    state.mark(link)
    return state.said(other)


def at_turn(state: State, at: int, found: Noun) -> int | None:
    """Read "right at Soto": into Soto, unless another street follows; "at City Hall": there."""
    found = joined(state.script, found)
    now = state.draft(state.script.cue(at).first, found.last)
    if now.street or now.corner:
        return at_place(state, at, found)
    now.corner, now.corner_is_street = found.text, found.kind in ("street", "bare")
    return state.said(found, "street" if now.corner_is_street else "place")


def at_place(state: State, at: int, found: Noun) -> int | None:
    """Read "on Soto at First": where on the street the leg begins; else a place that it passes."""
    now = state.trail.now
    if found.kind != "road" and now and now.street and not now.start:
        return to_start(state, at, found)
    return through(state, at, joined(state.script, found))


def in_area(state: State, at: int, found: Noun) -> int | None:
    """Read "in Boyle Heights": the part of town; "en la calle Cuarta": the street."""
    if found.kind in ("street", "road"):
        return to_street(state, at, found)
    now = state.draft(state.script.cue(at).first, found.last)
    if now.area:
        return None
    now.area = found.text
    return state.said(found)


def into(state: State, at: int, found: Noun) -> int | None:
    """Read "into First Street", "into Little Tokyo"."""
    return (to_street if found.kind in ("street", "road") else to_end)(state, at, found)


_DEFAULT: dict[str, Say] = {
    "along": to_street, "on": to_street, "to": to_end, "until": to_end, "toward": to_aim,
    "from": to_start, "via": through, "through": through_street, "between": between,
    "at": at_place, "front": through, "in": in_area, "into": into,
}  # fmt: skip
_STILL = ("finish", "gather", "reach", "meet")
_BY_VERB: dict[tuple[str, str], Say] = {("turn", "at"): at_turn, ("back", "at"): to_end}
_BY_VERB |= {
    (verb, prep): to_end for verb in _STILL for prep in ("at", "front", "in", "on", "into")
}
_BY_VERB |= {
    (verb, prep): to_start for verb in ("leave", "begin") for prep in ("at", "front", "in")
}
_BY_VERB |= {("turn", prep): to_street for prep in ("in", "into")}
_BY_VERB |= {(verb, prep): through for verb in ("pass", "cross") for prep in ("on", "at", "along")}


def _sayer(verb: str, prep: str) -> Say:
    """What a preposition does after a verb."""
    return _BY_VERB.get((verb, prep), _DEFAULT[prep])
