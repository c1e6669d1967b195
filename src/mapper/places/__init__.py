"""Any place text to a placement: never finer than the text, never a guess between homonyms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from geopy.geocoders.base import Geocoder
from geopy.location import Location

from mapper import names
from mapper.contract import US_STATES
from mapper.errors import UsageError
from mapper.model import Candidate, Context, Place, Placement, distance_m
from mapper.places.readings import Reading, corner, readings
from mapper.streets import Crossings

# "Near" and "around" say that it was not at the place itself: at least two Los Angeles blocks of
# about 200 m. A convention of this project (docs/method.md), not a measurement.
VICINITY_M = 400.0
MOST_CANDIDATES = 5


@dataclass(frozen=True)
class Known:
    """What is known of places: names to places, and two streets to corners."""

    search: Callable[[str], list[Place]]
    corners: Callable[[str, str], list[Place]]


def known(
    geocoder: Geocoder,
    crossings: Crossings,
    answer: Callable[[Location], Place] = lambda location: location.raw,
) -> Known:
    """Join a geocoder and a table of crossings.

    Args:
        geocoder: :class:`mapper.gazetteer.Gazetteer`, or any geopy service.
        crossings: the known corners.
        answer: one of the geocoder's answers as a place; the gazetteer's carry theirs.
    """

    def search(text: str) -> list[Place]:
        found = geocoder.geocode(text, exactly_one=False) or []
        return [answer(location) for location in found]

    return Known(search, crossings.find)


def context_of(text: str, known: Known) -> Context:
    """Read "Los Angeles, CA", "Los Angeles", "California" or "CA" as a context.

    Raises:
        UsageError: the part after the comma is no state.
    """
    city, comma, last = (part.strip() for part in text.rpartition(","))
    state = _state_code(last, known)
    if comma and not state:
        raise UsageError("no_such_state", value=last)
    # "LA" alone is Louisiana's code and Los Angeles' short name
    if not comma and state and any(place.rung == "city" for place in known.search(last)):
        raise UsageError("near_unclear", value=last)
    return Context(city if state else last, state)


def locate(text: str, context: Context, known: Known) -> Placement:
    """Place one text.

    Args:
        text: a place as people write it.
        context: the city and state that it is said to be in; it decides between homonyms.
        known: see :func:`known`.

    Returns:
        A placement: ``placed``; ``ambiguous`` with the candidates where the context does not
        decide; ``not_found`` with those of the same name elsewhere.

    Raises:
        UsageError: the text is empty.
    """
    if not text.strip():
        raise UsageError("text_empty")
    elsewhere: tuple[Candidate, ...] = ()
    for reading in readings(text):
        narrowed = _narrowed(context, reading.inside, known)
        if narrowed is None:
            continue
        found = _read(text, reading, narrowed, known)
        if found.status != "not_found":
            return found
        elsewhere = elsewhere or found.candidates
    return Placement(text, "not_found", "elsewhere" if elsewhere else "unknown", None, elsewhere)


def _read(text: str, reading: Reading, context: Context, known: Known) -> Placement:
    """The answer to one reading: by name, then as a corner."""
    found = _decided(text, known.search(reading.name), context, known)
    if found.status == "not_found" and (streets := corner(reading.name)):
        corners = _decided(text, known.corners(*streets), context, known)
        found = corners if corners.candidates or corners.place else found
    if reading.near and found.place:
        wide = max(found.place.uncertainty_m, VICINITY_M)
        found = replace(found, place=replace(found.place, uncertainty_m=wide), rule="near")
    return found


def _decided(text: str, matches: Sequence[Place], context: Context, known: Known) -> Placement:
    """One place where exactly one fits the context; else the candidates."""
    cities = _cities(context, known)
    reasons = [_why_not(place, context, cities) for place in matches]
    fitting = [place for place, reason in zip(matches, reasons, strict=True) if not reason]
    fitting = fitting[:1] if _one_community(fitting) else fitting
    # A corner has no city of its own: without one to hold it, it is one of many of its name.
    alone = len(fitting) == 1 and (fitting[0].rung != "intersection" or bool(cities))
    candidates = tuple(
        Candidate(place.place_id, place.name, place.position, reason or "rival")
        for place, reason in zip(matches, reasons, strict=True)
        if not (alone and (place == fitting[0] or _one_community([fitting[0], place])))
    )[:MOST_CANDIDATES]
    if alone:
        rule = "context" if len(matches) > 1 else "name"
        rule = "corner" if fitting[0].rung == "intersection" else rule
        return Placement(text, "placed", rule, fitting[0], candidates)
    if fitting:
        return Placement(text, "ambiguous", "homonym", None, candidates)
    return Placement(text, "not_found", "elsewhere", None, candidates)


def _one_community(places: Sequence[Place]) -> bool:
    """Whether several rows are one community: of one name, each in the other's circle.

    A neighborhood or unincorporated place of ours can stand among the GeoNames cities too.
    """
    if len(places) < len(("own", "GeoNames")):
        return False
    first, *others = places
    return all(
        {first.rung, other.rung} == {"neighborhood", "city"}
        and names.fold(first.name) == names.fold(other.name)
        and first.state == other.state
        and distance_m(first.position, other.position)
        <= min(first.uncertainty_m, other.uncertainty_m)
        for other in others
    )


def _cities(context: Context, known: Known) -> list[Place]:
    """The city rows that the context's city can mean."""
    if not context.city:
        return []
    return [
        place
        for place in known.search(context.city)
        if place.rung == "city" and context.state in ("", place.state)
    ]


def _why_not(place: Place, context: Context, cities: Sequence[Place]) -> str:
    """Why a place does not fit the context: "other_state", "other_city", or "" if it fits."""
    if place.rung == "intersection":
        inside = any(distance_m(place.position, c.position) <= c.uncertainty_m for c in cities)
        return "" if inside or not (context.city or context.state) else "other_city"
    if context.state and place.state != context.state:
        return "other_state"
    if not context.city:
        return ""
    wanted = {names.fold(context.city), *(names.fold(city.name) for city in cities)}
    own = {place.city, place.postal_city, place.neighborhood} - {""}
    return "" if wanted & {names.fold(name) for name in own} else "other_city"


def _narrowed(context: Context, inside: str, known: Known) -> Context | None:
    """The context with what the text itself says of it; ``None`` where the two contradict."""
    if not inside:
        return context
    city, comma, last = (part.strip() for part in inside.rpartition(","))
    state = _state_code(last, known)
    if state and context.state in ("", state):
        within = Context(context.city, state)
        return _narrowed(within, city, known) if comma else within
    holders = [
        place
        for place in known.search(inside)
        if place.rung in ("neighborhood", "city") and context.state in ("", place.state)
    ]
    if any(place.rung == "city" for place in holders):
        return Context(inside, context.state)
    # A neighborhood's name must fit the context, and then adds nothing that decides.
    return context if holders else None


def _state_code(text: str, known: Known) -> str:
    """The two letters of a state's code or name, or ""."""
    if text in US_STATES:
        return text
    return next((place.state for place in known.search(text) if place.rung == "state"), "")
