"""Whether an answer may be believed: where it is, and what it is."""

from __future__ import annotations

from collections.abc import Sequence

from mapper import names
from mapper.contract import UNITED_STATES
from mapper.model import LADDER, Context, Place, distance_m
from mapper.providers.values import Answer

_RANK = {rung: rank for rank, rung in enumerate(LADDER)}
# From here on a place has an area, and a coarser answer is the same place less exactly.
_AREA = _RANK["neighborhood"]
_CITY = _RANK["city"]
# A city's circle in geo/us_places.csv holds 95 % of the cities it was fitted to (docs/method.md).
# What bears the city's name and lies outside twice the circle is another city, or an error.
FAR = 2.0


def reason_against(
    answer: Answer,
    wanted: Sequence[str],
    context: Context,
    cities: Sequence[Place],
    rivals: Sequence[Place] = (),
) -> str:
    """Why an answer is not to be believed.

    Args:
        answer: one of :meth:`mapper.providers.Service.ask`.
        wanted: the rungs that the text allows: its own, and coarser ones if they would do.
        context: the city and the state that the text is said to be in.
        cities: the known places that the context's city can mean.
        rivals: the known places that the answer's own city can mean. A circle is wide (Los
            Angeles' holds Pasadena): what lies nearer to a rival is the rival's.

    Returns:
        "" if it is believed, else ``other_country``, ``other_state``, ``too_fine``, ``too_coarse``,
        ``wrong_type``, ``other_city`` or ``too_far``.
    """
    return (
        _outside(answer, context)
        or _misfit(answer, wanted)
        or _astray(answer, context, cities, rivals)
    )


def _outside(answer: Answer, context: Context) -> str:
    """In another country or state: by its words, and by its position."""
    west, east, south, north = UNITED_STATES
    lon, lat = answer.position
    if answer.country != "US" or not (west <= lon <= east and south <= lat <= north):
        return "other_country"
    if context.state and answer.rung != "country" and answer.state != context.state:
        return "other_state"
    return ""


def _misfit(answer: Answer, wanted: Sequence[str]) -> str:
    """Of a kind that the text cannot mean."""
    rank = _RANK.get(answer.rung)
    if rank is None or not answer.uncertainty_m > 0:
        return "wrong_type"
    if answer.rung in wanted:
        return ""
    ranks = [_RANK[rung] for rung in wanted]
    if rank < min(ranks):
        return "too_fine"
    # A street is no coarser school: below the areas, the rungs are kinds.
    return "too_coarse" if rank >= _AREA and rank > max(ranks) else "wrong_type"


def _astray(
    answer: Answer, context: Context, cities: Sequence[Place], rivals: Sequence[Place]
) -> str:
    """In another city, or too far from the right one."""
    if not context.city:
        return ""
    if _RANK[answer.rung] > _CITY:
        return "" if not cities or _holds_one(answer, cities) else "too_far"
    if not _is_named(answer, context, cities) and not _is_nearest(answer, cities, rivals):
        return "other_city"
    near = any(_away_m(answer, city) <= FAR * city.uncertainty_m for city in cities)
    return "" if near or not cities else "too_far"


def _is_named(answer: Answer, context: Context, cities: Sequence[Place]) -> bool:
    """Whether the answer's city is the context's, by name."""
    known = {names.fold(context.city), *(names.fold(city.name) for city in cities)}
    return names.fold(answer.city) in known


def _is_nearest(answer: Answer, cities: Sequence[Place], rivals: Sequence[Place]) -> bool:
    """Whether an answer lies in the circle of a city, and nearer to it than to any rival."""
    inside = [metres for city in cities if (metres := _away_m(answer, city)) <= city.uncertainty_m]
    theirs = min((_away_m(answer, rival) for rival in rivals), default=float("inf"))
    return bool(inside) and min(inside) <= theirs


def _holds_one(answer: Answer, cities: Sequence[Place]) -> bool:
    """Whether a county, state or country can hold one of the cities."""
    return any(
        _away_m(answer, city) <= answer.uncertainty_m + city.uncertainty_m for city in cities
    )


def _away_m(answer: Answer, place: Place) -> float:
    """From the answer to a place."""
    return distance_m(answer.position, place.position)
