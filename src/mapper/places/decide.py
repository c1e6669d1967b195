"""One of several places, where the scope decides; else all of them, each with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from mapper import names
from mapper.model import Candidate, Place, Placement, distance_m
from mapper.places.scope import Scope

MOST_CANDIDATES = 5
# Two rows of one name nearer than this are one place: two files seldom agree on a campus' point.
ONE_PLACE_M = 500.0


def decided(text: str, matches: Sequence[Place], scope: Scope) -> Placement:
    """One place where exactly one fits the scope; else the candidates.

    Returns:
        ``placed``; ``ambiguous`` where several fit, or where a place of the streets has no city
        to hold it; ``not_found`` with those of the same name elsewhere.
    """
    reasons = [scope.why_not(place) for place in matches]
    fitting = [place for place, reason in zip(matches, reasons, strict=True) if not reason]
    fitting = _without_doubles(fitting)
    # What is known from streets alone has no city of its own: without one, it is one of many.
    alone = len(fitting) == 1 and bool(_stands_alone(fitting[0]) or scope.holders)
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


def _stands_alone(place: Place) -> bool:
    """Whether a place says itself where it is: in a state, or as the country."""
    return bool(place.state) or place.rung == "country"


def candidate(place: Place, why_not: str) -> Candidate:
    """A place as a candidate."""
    return Candidate(place.place_id, place.name, place.position, why_not)


def _without_doubles(places: list[Place]) -> list[Place]:
    """Each place once: of rows that are one place, the first that was read."""
    kept: list[Place] = []
    for place in places:
        if not any(_is_one(place, other) for other in kept):
            kept.append(place)
    return kept


def _is_one(place: Place, other: Place) -> bool:
    """Whether two rows are one place: of one name and state, each in the other's circle.

    A neighborhood of ours can stand among the GeoNames cities too; a campus in two directories
    is up to ``ONE_PLACE_M`` apart.
    """
    areas = {place.rung, other.rung} <= {"neighborhood", "city", "county"}
    reach = min(place.uncertainty_m, other.uncertainty_m)
    return (
        (areas or place.rung == other.rung)
        and place.state == other.state
        and (not areas or names.fold(place.name) == names.fold(other.name))
        and distance_m(place.position, other.position) <= max(reach, 0 if areas else ONE_PLACE_M)
    )
