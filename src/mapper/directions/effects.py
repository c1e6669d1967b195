"""What a name adds to a leg: a street, an end, something passed."""

from __future__ import annotations

from collections.abc import Callable

from mapper.directions import english, vocabulary
from mapper.directions.extents import extent
from mapper.directions.nouns import Noun, carried, joined, listed, noun
from mapper.directions.state import NONE, State

# Names of what may be passed.
_NAMED = frozenset({"place", "corner", "street", "bare"})

# A reader of a noun: the place of the next cue, or None where the noun does not fit.
Say = Callable[[State, int, Noun], int | None]


def direct(state: State, at: int, found: Noun, say: Say) -> int:
    """Read the object of the verb before it, "passed City Hall": the place of the next cue."""
    after = say(state, at, found)
    return at + 1 if after is None else after


def to_street(state: State, at: int, found: Noun) -> int | None:
    """Read "down Fourth Street", "por la Cuarta, Soto y la Primera"."""
    cue = state.script.cue(at)
    bridge = carried(state.script, found)
    if bridge and extent(state.script, found.after):
        found = bridge
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
    room = state.script.tokens[found.last].key in vocabulary.ROOMS
    if found.kind == "road" or room or found.text.casefold() in english.PURPOSES:
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
    now = state.trail.now
    aimed = now and now.heading and not now.street and found.kind == "bare"
    if found.kind in ("street", "road") or (aimed and extent(state.script, found.after)):
        return to_street(state, at, found)
    now = state.draft(state.script.cue(at).first, found.last)
    if now.area:
        return None
    now.area = found.text
    return state.said(found)


def to_fork(state: State, at: int, found: Noun) -> int | None:
    """Read "split at Third and Main": where the ways of the groups part."""
    found = joined(state.script, found)
    state.trail.fork_at(found.text)
    return state.said(found)


def origin(state: State, at: int) -> int:
    """Read "back to where they began": the beginning of the first leg is the end of this one."""
    cue, legs = state.script.cue(at), state.trail.legs
    if cue.value == "last" and not state.denied and state.level > NONE:
        state.mark(cue)
        state.trail.set_origin()
        return at + 1
    first = legs[0] if legs else state.trail.now
    now = state.trail.now or (legs[-1] if legs else None)
    if state.denied or state.level == NONE or first is None or now is None or now.end:
        return at + 1
    if first.turn == "u_turn":  # where they came from is not told
        return at + 1
    state.mark(cue)
    if first.start:
        state.draft(cue.first, cue.last).end = first.start
    return at + 1


def into(state: State, at: int, found: Noun) -> int | None:
    """Read "into First Street", "into Little Tokyo"."""
    return (to_street if found.kind in ("street", "road") else to_end)(state, at, found)
