"""One of several places, where the scope decides; else all of them, each with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mapper import names
from mapper.model import LADDER, Candidate, Place, Placement, distance_m
from mapper.places.scope import Scope

MOST_CANDIDATES = 5
# Two rows of one name nearer than this are one place: two files seldom agree on a campus' point.
ONE_PLACE_M = 500.0
# A full name of so many words has hardly a namesake.
OWN_WORDS = 4
# A row's own point is this sure at least (docs/method.md, merged campuses).
ROW_M = 50.0
# The radius of a city of 100,000 people (docs/method.md, section 3).
LARGE_M = 15_200.0


def decided(text: str, matches: Sequence[Place], scope: Scope) -> Placement:
    """One place where exactly one fits the scope; else the candidates.

    Returns:
        ``placed``; ``ambiguous`` where several fit, or where a place of the streets has no city
        to hold it; ``not_found`` with those of the same name elsewhere.
    """
    reasons = [scope.why_not(place) for place in matches]
    fitting = [place for place, reason in zip(matches, reasons, strict=True) if not reason]
    fitting = _prominent(_without_doubles(fitting), scope)
    alone = len(fitting) == 1 and bool(_stands_alone(fitting[0], text) or scope.holders)
    candidates = tuple(
        candidate(place, reason or "rival")
        for place, reason in zip(matches, reasons, strict=True)
        if not alone or (reason and place != fitting[0])
    )[:MOST_CANDIDATES]
    if alone:
        rule = "context" if len(matches) > 1 else "name"
        return Placement(text, "placed", rule, fitting[0], candidates)
    if fitting:
        rule = "homonym" if len(fitting) > 1 else "no_city"
        return Placement(text, "ambiguous", rule, None, candidates)
    rule = "elsewhere" if matches else "unknown"
    return Placement(text, "not_found", rule, None, candidates)


def _stands_alone(place: Place, text: str) -> bool:
    """Whether a place needs no city to be meant.

    An area does, and a full name that is long or names its city. A street, a corner, and a short
    name ("City Hall", "Union Station") have namesakes in cities that are not known here.
    """
    if place.rung == "country":
        return True
    if place.rung in ("street", "intersection", "address"):
        return False
    if LADDER.index(place.rung) >= LADDER.index("neighborhood"):
        return bool(place.state)
    key = names.fold(text)
    own = len(key.split()) >= OWN_WORDS or names.fold(place.city) in key
    return bool(place.state and place.city) and own and key == names.fold(place.name)


def _prominent(places: list[Place], scope: Scope) -> list[Place]:
    """The state where a state and small towns have one name: "California" is no town in Maryland.

    A state and a large city in it ("New York") are one place less exactly: the state holds both.
    Where the state is said already ("New York, NY"), the name is the city's.
    """
    if scope.context.state and (inside := [place for place in places if place.rung != "state"]):
        return inside
    states = [place for place in places if place.rung == "state"]
    if len(states) != 1:
        return places
    large = [
        place
        for place in places
        if place.rung != "state"
        and place.uncertainty_m >= LARGE_M
        and place.state != states[0].state
    ]
    return places if large else states


def candidate(place: Place, why_not: str) -> Candidate:
    """A place as a candidate."""
    return Candidate(place.place_id, place.name, place.position, why_not)


def _without_doubles(places: list[Place]) -> list[Place]:
    """Each place once: of rows that are one place, the first that was read."""
    kept: list[Place] = []
    for place in places:
        same = next((spot for spot, other in enumerate(kept) if _is_one(place, other)), None)
        if same is None:
            kept.append(place)
        elif place.rung == "address":  # rows of one address: the circle holds them all
            apart = distance_m(place.position, kept[same].position) + ROW_M
            kept[same] = replace(kept[same], uncertainty_m=max(kept[same].uncertainty_m, apart))
    return kept


def _is_one(place: Place, other: Place) -> bool:
    """Whether two rows are one place: of one state, each in the other's circle.

    A neighborhood of ours can stand among the GeoNames cities too; a campus in two directories
    is up to ``ONE_PLACE_M`` apart. Two corners of the same streets are two places.
    """
    if place.state != other.state:
        return False
    rungs = {place.rung, other.rung}
    reach = min(place.uncertainty_m, other.uncertainty_m)
    if rungs <= {"neighborhood", "city", "county"}:
        same = names.fold(place.name) == names.fold(other.name)
    else:
        same = rungs <= {"campus", "landmark"} or rungs == {"address"}
        reach = max(reach, ONE_PLACE_M)
    return same and distance_m(place.position, other.position) <= reach


def slipped(text: str, near: Sequence[Place], scope: Scope) -> Placement:
    """What a misspelt text can mean: one place, or several, or nothing."""
    found = decided(text, near, scope)
    return found._replace(rule="spelling") if found.place else found


def nothing(text: str) -> Placement:
    """No answer of this rung."""
    return Placement(text, "not_found", "unknown")
