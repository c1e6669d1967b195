"""Ways told without a verb: "Broadway from Olympic to First, First to Hill, right on Hill"."""

from __future__ import annotations

from mapper import names
from mapper.directions.cues import Cue
from mapper.directions.extents import Extent, extent, of_streets
from mapper.directions.nouns import STREETS, Noun, joined, noun
from mapper.directions.state import NONE, State
from mapper.directions.tokens import COMMA

_AHEAD = 14  # cues in which a list of ways has its first turn
# What may stand right after a way in a list: no verb, as in "Main from 5th to 7th is lively".
_NEXT = frozenset({"turn", "heading", "end", "prep", "side", "time", "crowd", "place"})
_LINKS = frozenset({"and", "then", "before"})


def listed(state: State, at: int) -> int:
    """Read a street with how far it was walked, and no verb: the place of the next cue, else 0."""
    script, cue = state.script, state.script.cue(at)
    before = script.cue(at - 1)
    linked = before.kind == "time" or (before.kind == "link" and before.value in _LINKS)
    joint = cue.mark >= COMMA or state.listing or linked
    leads = state.clean if state.level == NONE else joint and state.trail.begun
    if (
        state.denied
        or (state.standing and cue.mark < COMMA)
        or not (leads or (state.listing and joint))
    ):
        return 0
    found = noun(script, at, parted=True)
    if found is None or found.kind not in STREETS or found.text.endswith("ó"):  # "movió de …"
        return 0
    told = extent(script, found.after)
    if told is None:
        return _corner(state, found) if state.listing else 0
    if not _ends(script.cue(told.after)) or not _is_way(state, found, told):
        return 0
    return _street(state, found)


def _street(state: State, found: Noun) -> int:
    """Begin a leg on a street."""
    now = state.trail.now
    if now and now.says:
        state.open(found.first, found.last, "")
    state.moves("")
    state.draft(found.first, found.last).street = found.text
    return state.said(found, "street")


def _corner(state: State, found: Noun) -> int:
    """Read "Route: Olympic and Broadway, …": the corner where it begins."""
    corner = joined(state.script, found)
    if corner.kind != "corner" or state.trail.begun or state.script.cue(corner.after).mark < COMMA:
        return 0
    state.open(corner.first, corner.last, "begin").start = corner.text
    state.moves("")
    return state.said(corner)


def _ends(cue: Cue) -> bool:
    """Whether a way in a list may end before this cue."""
    return cue.mark >= COMMA or cue.kind in _NEXT or (cue.kind == "link" and cue.value in _LINKS)


def _is_way(state: State, found: Noun, told: Extent) -> bool:
    """Whether the words are sure enough of a street to do without a verb."""
    typed = found.kind == "street"
    if state.listing or (state.trail.begun and (typed or told.sure or _goes_on(state, found))):
        return True
    if typed and " " in found.text:
        return told.sure or _turns(state, told.after)
    after = state.script.cue(told.after)
    after = state.script.cue(told.after + 1) if after.kind == "link" else after
    if told.end and told.end.kind in STREETS and after.kind in ("turn", "heading"):
        return True
    numbered = typed or of_streets(told)
    return told.whole and (numbered or _turns(state, told.after))


def _goes_on(state: State, found: Noun) -> bool:
    """Whether the street is the one that the last leg came to: "to Maple, Maple down to 8th"."""
    now = state.trail.now
    last = now if now and now.says else (state.trail.legs[-1] if state.trail.legs else None)
    known = (last.end, last.street) if last else ()
    return any(name and names.street(name).may_be(names.street(found.text)) for name in known)


def _turns(state: State, at: int) -> bool:
    """Whether a turn or a compass word follows soon: the text is a list of ways."""
    ahead = (state.script.cue(place) for place in range(at, at + _AHEAD))
    return any(cue.kind in ("turn", "heading") for cue in ahead)


def route(state: State, at: int) -> int:
    """Read "Route:", "the route was": what follows is a list of ways."""
    cue = state.script.cue(at)
    state.mark(cue)
    state.listing = state.clean = True
    return at + 1


def place(state: State, at: int) -> int:
    """Read "Meeting point: Pershing Square": where the march begins, and a list may follow."""
    cue, after = state.script.cue(at), state.script.cue(at + 1)
    said = at + 2 if after.kind == "link" and after.mark < COMMA else at + 1
    found = noun(state.script, said, parted=True)
    if found is None or found.kind in ("light", "road") or state.denied:
        state.clean = False
        return at + 1
    found = joined(state.script, found)
    state.mark(cue, "verb")
    state.open(cue.first, found.last, "gather").end = found.text
    state.listing = True
    after_it = state.said(found)
    state.trail.close()
    return after_it
