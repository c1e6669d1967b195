"""Ways told without a verb: "Broadway from Olympic to First, First to Hill, right on Hill"."""

from __future__ import annotations

from mapper import names
from mapper.directions.apart import before
from mapper.directions.cues import Cue
from mapper.directions.effects import in_pair
from mapper.directions.extents import Extent, extent, of_streets
from mapper.directions.nouns import STREETS, Noun, carried, joined, noun
from mapper.directions.state import FULL, NONE, State
from mapper.directions.tokens import COMMA, STOP

_AHEAD = 14  # cues in which a list of ways has its first turn
# What may stand right after a way in a list: no verb, as in "Main from 5th to 7th is lively".
_NEXT = frozenset({"turn", "heading", "end", "prep", "side", "time", "crowd", "place"})
_OBJECTS = frozenset("it them us everyone lo la los las nos".split())
_CARRIERS = frozenset(
    "carried brought took led delivered guided funneled channeled conducted llevo condujo saco"
    " encamino guio cruzaron cruzamos recorrieron recorrimos caminaron caminamos tomaron tomamos"
    " usaron usamos bajaron bajamos subieron subimos siguieron seguimos".split()
)
_SIDES = frozenset("left right izquierda derecha".split())
_LINKS = frozenset({"and", "then", "before"})


def listed(state: State, at: int) -> int:
    """Read a street with how far it was walked, and no verb: the place of the next cue, else 0."""
    found = _way(state, at) if _may_be_listed(state, at) else None
    if found is None:
        return 0
    told = extent(state.script, found.after)
    if told is None:
        begins = state.listing or _leads(state, found)
        return _carried(state, found) or (_corner(state, found) if begins else 0)
    # "The school is on Soto, between": no way.
    lies = not state.clean and state.script.cue(found.after).value == "between"
    if lies or not _ends(state.script.cue(told.after)) or not _is_way(state, found, told):
        return 0
    return _street(state, found)


def _may_be_listed(state: State, at: int) -> bool:
    """Whether a way without a verb may stand here: in a list, or where the text begins with one."""
    script, cue = state.script, state.script.cue(at)
    if state.denied or (state.standing and cue.mark < COMMA):
        return False
    last = script.cue(at - 1)
    linked = last.kind == "time" or (last.kind == "link" and last.value in _LINKS)
    joint = cue.mark >= COMMA or state.listing or linked
    leads = state.clean if state.level == NONE else joint and state.trail.begun
    marched = script.marches and not state.police and state.level < FULL
    return bool(leads or marched or (state.listing and joint))


def _way(state: State, at: int) -> Noun | None:
    """The street that is named here, if a way may be along it."""
    found = noun(state.script, at, parted=True)
    if found is None or state.script.cue(at).key in _SIDES:
        return None
    found = carried(state.script, found) or found
    past_tense = found.text.endswith("ó")  # "movió de …"
    return None if found.kind not in STREETS or past_tense else found


def _street(state: State, found: Noun) -> int:
    """Begin a leg on a street."""
    now = state.trail.now
    if now and now.says:
        state.open(found.first, found.last, "")
    state.moves("")
    state.draft(found.first, found.last).street = found.text
    return in_pair(state, state.said(found, "street"))


def _carried(state: State, found: Noun) -> int:
    """Read "Seventh carried it to Spring", "el puente lo cruzaron": the next cue's place, or 0."""
    script, at, held = state.script, found.after, {"it": 0, "by": 0}
    named = found.kind == "street" or found.text.istitle()
    if script.cue(at).mark >= COMMA or not named:
        return 0
    for at in range(found.after, found.after + len(held) + 2):
        cue = script.cue(at)
        held["it"] += cue.key in _OBJECTS
        held["by"] += cue.key in _CARRIERS
        if all(held.values()) and cue.key not in _OBJECTS and cue.key not in _CARRIERS:
            break
        if cue.key not in _OBJECTS and cue.key not in _CARRIERS:
            return 0
    if cue.kind not in ("prep", "heading", "link", "of") or state.police:
        return 0
    _street(state, found)
    return at


def _leads(state: State, found: Noun) -> bool:
    """Whether a corner leads a list: "Flower/8th, Flower to 4th"."""
    corner = joined(state.script, found)
    way = noun(state.script, corner.after, parted=True)
    begins = corner.kind == "corner" and not state.trail.begun and state.clean
    return bool(begins and way and extent(state.script, way.after))


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
    if told.end and _chains(state, told.end):
        return True
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


def _chains(state: State, end: Noun) -> bool:
    """Whether the next way begins with the street that this one ends at: "to Fifth, Fifth to"."""
    following = noun(state.script, end.after, parted=True)
    if following is None or not names.street(following.text).may_be(names.street(end.text)):
        return False
    return extent(state.script, following.after) is not None


def _turns(state: State, at: int) -> bool:
    """Whether a turn or a compass word follows soon: the text is a list of ways."""
    ahead = (state.script.cue(place) for place in range(at, at + _AHEAD))
    return any(cue.kind in ("turn", "heading") for cue in ahead)


def route(state: State, at: int) -> int:
    """Read "Route:", "the route was": what follows is a list of ways."""
    cue, street = state.script.cue(at), before(state, at)
    state.mark(cue)
    if street and street.kind in STREETS and not state.denied:  # "Broadway was the route"
        state.open(street.first, cue.last, "walk").street = street.text
        state.said(street, "street")
        return at + 1
    state.listing = state.clean = True
    way = noun(state.script, at + 1, parted=True)
    lone = way is not None and state.script.cue(way.after).mark == STOP
    if way and lone and way.kind in STREETS and state.script.cue(at + 1).mark == COMMA:
        return _street(state, way)  # "the way, Main Street."
    return at + 1
