"""A place as it is asked for to a shape: by its coordinates, or by what Nominatim says of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np
import shapely

from mapper import geometry, names
from mapper.contract import US_STATES
from mapper.errors import UsageError
from mapper.fetch.values import MOST_KM2, Area, Wish
from mapper.model import LADDER, Context, Position, distance_m
from mapper.places import coordinates
from mapper.places.scope import Scope
from mapper.providers import Answer, Question, Service, Settings, reason_against

LONGEST = 200
MOST_SHOWN = 5
# Two answers this near to one another are one place, told twice.
APART_M = 1_000.0
# What a boundary may be off, 50 m: Overpass is slow at many corners, and gives 500 m around.
COARSE_DEGREES = 0.0005
# Known as points: whoever wants the streets there must say how far.
POINTS = LADDER[: LADDER.index("street") + 1]
STATES = frozenset(map(names.fold, US_STATES.values()))
# The longest that Nominatim may take; it is a search in a table.
LOOKUP_S = 30

_THING = re.compile(r"(?:node|way|relation)/[0-9]{1,15}")

# The kind of a thing ("relation") and its id, to its shape.
Boundary = Callable[[str, str], shapely.Geometry]


def check(wish: Wish) -> None:
    """Refuse what needs no server to be refused.

    Raises:
        UsageError: the text is empty, too long, a state, or the circle is too large.
    """
    if not wish.place.strip():
        raise UsageError("text_empty")
    if len(wish.place) > LONGEST:
        raise UsageError("text_long", value=len(wish.place))
    if names.fold(wish.place) in STATES and not wish.around_m:
        raise UsageError("fetch_state", value=wish.place)
    _fit(wish, np.pi * (wish.around_m / 1000) ** 2)


def at_coordinates(wish: Wish) -> Area | None:
    """The circle around "lon,lat" (either order); ``None`` if the place is no coordinates.

    Raises:
        UsageError: they lie outside the United States, or nobody said how far around.
    """
    found = coordinates.read(" ".join(wish.place.casefold().split()), Scope(Context()))
    if found is None:
        return None
    if found.place is None:
        raise UsageError("fetch_outside", value=wish.place)
    if not wish.around_m:
        raise UsageError("fetch_point", value=wish.place)
    spot = found.place.position
    return Area(_circle(spot, wish.around_m), f"{spot.lon:.5f},{spot.lat:.5f}")


def asked(wish: Wish, boundary: Boundary) -> Area:
    """The place that Nominatim knows by the name: its boundary, or a circle around it.

    Raises:
        UsageError: the place is unknown, can be several, is too large, or is a point and nobody
            said how far around it.
        ServiceError: Nominatim did not answer.
    """
    with Service(settings(wish)) as service:
        answers = service.ask(Question(wish.place))
    answer = _one(wish, answers)
    is_thing = bool(_THING.fullmatch(answer.place_id))
    url = f"https://www.openstreetmap.org/{answer.place_id}" if is_thing else ""
    name = _label(answer)
    if wish.around_m:
        return Area(_circle(answer.position, wish.around_m), name, url)
    shape = _shape(wish, answer, boundary)
    _fit(wish, area_km2(shape))
    return Area(shapely.simplify(shape, COARSE_DEGREES), name, url)


def settings(wish: Wish) -> Settings:
    """How Nominatim is asked: once."""
    return Settings(
        service="nominatim",
        user_agent=wish.user_agent,
        cache=wish.cache,
        server=wish.nominatim,
        timeout_s=min(wish.timeout_s, LOOKUP_S),
        retries=0,
        most_wait_s=0.0,
    )


def area_km2(shape: shapely.Geometry) -> float:
    """The size of a shape in degrees, in square kilometres."""
    centre = shapely.centroid(shape)
    origin = Position(centre.x, centre.y)
    return float(
        shapely.transform(shape, lambda points: geometry.metres(points, origin)).area / 1e6
    )


def _shape(wish: Wish, answer: Answer, boundary: Boundary) -> shapely.Geometry:
    """What a place encloses, as one or more polygons."""
    if answer.rung in ("state", "country"):
        raise UsageError("fetch_state", value=wish.place)
    if answer.rung not in POINTS and _has_shape(answer):
        parts = _parts(boundary(*answer.place_id.split("/")))
        shape = shapely.union_all([part for part in parts if part.geom_type == "Polygon"])
        if not shape.is_empty:
            return shape
    raise UsageError("fetch_point", value=_label(answer))


def _circle(centre: Position, radius_m: float) -> shapely.Polygon:
    """A circle as a polygon in degrees."""
    flat = shapely.Point(0, 0).buffer(radius_m)
    return shapely.transform(flat, lambda points: geometry.degrees(points, centre))


def _fit(wish: Wish, size_km2: float) -> None:
    """Refuse more than anyone should ask a shared server for."""
    if size_km2 > MOST_KM2:
        shown = f"{size_km2:,.0f}"
        raise UsageError("fetch_large", value=wish.place, reason=shown, options=round(MOST_KM2))


def _one(wish: Wish, answers: Sequence[Answer]) -> Answer:
    """The answer that is meant: the best that can be believed, if none like it is elsewhere."""
    fit = [answer for answer in answers if not reason_against(answer, LADDER, Context(), ())]
    if not fit:
        raise UsageError("fetch_unknown", value=wish.place)
    alike = [answer for answer in fit if _is_alike(answer, fit[0])]
    reach_m = max(fit[0].uncertainty_m, APART_M)
    rivals = [a for a in alike if distance_m(a.position, fit[0].position) > reach_m]
    if rivals:
        could_be = dict.fromkeys(map(_label, [fit[0], *rivals]))
        reason = "; ".join(list(could_be)[:MOST_SHOWN])
        raise UsageError("fetch_ambiguous", value=wish.place, reason=reason)
    # a neighborhood is often in twice, as a point and as an area
    return next(filter(_has_shape, alike), fit[0])


def _is_alike(answer: Answer, best: Answer) -> bool:
    """Whether an answer is of the kind and the name of another."""
    # the name of an address is the whole of it, with the city
    is_named = answer.rung == "address" or names.fold(answer.name) == names.fold(best.name)
    return answer.rung == best.rung and is_named


def _has_shape(answer: Answer) -> bool:
    """Whether an answer is a way or a relation of OpenStreetMap, which may enclose an area."""
    return bool(_THING.fullmatch(answer.place_id)) and not answer.place_id.startswith("node")


def _label(answer: Answer) -> str:
    """A place with what it lies in, without signs that a terminal would obey."""
    whole = dict.fromkeys((answer.name, answer.city, answer.county, answer.state))
    shown = filter(str.isprintable, ", ".join(filter(None, whole)))
    return "".join(shown)[:LONGEST]


def _parts(shape: shapely.Geometry) -> list[shapely.Geometry]:
    """The single geometries of a shape, however deep."""
    return list(shapely.get_parts(shapely.get_parts(shape)))
