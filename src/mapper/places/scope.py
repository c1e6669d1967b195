"""Where a place may lie: the city and the state that are said, and what a text adds to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from mapper import names
from mapper.contract import US_STATES
from mapper.model import Circle, Context, Place, Position, distance_m
from mapper.places import lexicon
from mapper.places.known import Known

HOLDERS = ("neighborhood", "city", "county")
# As the Associated Press abbreviated them in datelines, and as Spanish writes them.
OTHER_NAMES = {
    "AL": "Ala.", "AZ": "Ariz.", "AR": "Ark.", "CA": "Calif.|Cal.", "CO": "Colo.",
    "CT": "Conn.", "DE": "Del.", "FL": "Fla.", "GA": "Ga.", "HI": "Hawái", "ID": "Ida.",
    "IL": "Ill.", "IN": "Ind.", "KS": "Kan.|Kans.", "KY": "Ky.", "LA": "La.|Luisiana",
    "MD": "Md.", "MA": "Mass.", "MI": "Mich.", "MN": "Minn.", "MS": "Miss.|Misisipi",
    "MO": "Mo.|Misuri", "MT": "Mont.", "NE": "Neb.|Nebr.", "NV": "Nev.", "NH": "N.H.",
    "NJ": "N.J.|Nueva Jersey", "NM": "N.M.|N. Mex.|Nuevo México", "NY": "N.Y.|Nueva York",
    "NC": "N.C.|Carolina del Norte", "ND": "N.D.|Dakota del Norte", "OK": "Okla.",
    "OR": "Ore.|Oreg.|Oregón", "PA": "Pa.|Penn.|Pensilvania", "RI": "R.I.",
    "SC": "S.C.|Carolina del Sur", "SD": "S.D.|Dakota del Sur", "TN": "Tenn.",
    "TX": "Tex.|Texas|Tejas", "VT": "Vt.", "VA": "Va.", "WA": "Wash.",
    "WV": "W.Va.|Virginia Occidental", "WI": "Wis.|Wisc.", "WY": "Wyo.",
}  # fmt: skip
_NAMES_OF_STATES = {names.fold(name): code for code, name in US_STATES.items()} | {
    names.fold(name): code for code, texts in OTHER_NAMES.items() for name in texts.split("|")
}


class Contradiction(Exception):  # noqa: N818 - not an error of the caller: two parts of one text
    """A text names a place that cannot lie where its context says."""


@dataclass(frozen=True)
class Scope:
    """A context with the rows that it can mean.

    ``holders`` are the cities, or the county, of the context; ``within`` the neighborhoods that
    the text itself names. ``wanted`` are the folded names of the holders.
    """

    context: Context
    holders: tuple[Place, ...] = ()
    within: tuple[Place, ...] = ()
    wanted: frozenset[str] = frozenset()
    city_at: Callable[[Position], str] = lambda _: ""

    @property
    def circles(self) -> tuple[Circle, ...]:
        """The circles that hold what fits; none where no city is said."""
        return tuple(Circle(p.position, p.uncertainty_m) for p in self.within or self.holders)

    def why_not(self, place: Place) -> str:
        """Why a place does not fit: "other_state", "other_city", "other_part", or "" if it does."""
        if self.context.state and place.state and place.state != self.context.state:
            return "other_state"
        if self.context.city and not self._in_city(place):
            return "other_city"
        loose = not place.state and place.rung != "country"
        if loose and self.context.state and not self.holders:
            return "other_city"
        if self.within and not self._in_part(place):
            return "other_part"
        return ""

    def _in_city(self, place: Place) -> bool:
        """Whether a place is of the context's city: by name, or, without one, by the circle.

        What holds the city fits too: its county, its state, its country.
        """
        if place.rung in ("county", "state", "country"):
            return place.rung == "country" or any(
                holder.state == place.state and place.county in ("", holder.county)
                for holder in self.holders
            )
        own = {place.city, place.postal_city, place.neighborhood} - {""}
        if not self.wanted.isdisjoint(map(names.fold, own)):
            return True
        # An unincorporated community is said to be of the city that it lies beside.
        if place.city or (own and place.state and place.rung != "neighborhood"):
            return False
        counties = ("", *(holder.county for holder in self.holders))
        if place.county not in counties or not any(_holds(one, place) for one in self.holders):
            return False
        # A circle is wide (Los Angeles' holds Compton): what lies deeper in another is the other's.
        nearest = "" if place.state else self.city_at(place.position)
        return not nearest or names.fold(nearest) in self.wanted or bool(self.within)

    def _in_part(self, place: Place) -> bool:
        """Whether a place can lie in one of the neighborhoods that the text names."""
        # A street passes through a part; all else lies in it.
        reach = place.uncertainty_m if place.rung == "street" else 0.0
        return any(
            names.fold(place.neighborhood) == names.fold(part.name)
            or distance_m(part.position, place.position) <= part.uncertainty_m + reach
            for part in self.within
        )


@lru_cache(maxsize=4096)
def scope_of(context: Context, known: Known) -> Scope:
    """A context as a scope. A city that is not known as written may be a slip of the pen."""
    if not context.city:
        return Scope(context)
    holders = _of_rung(known.search(context.city), context.state)
    if not holders:
        holders = _of_rung(known.similar(context.city, context.state), context.state)
        holders = holders if len({place.place_id for place in holders}) == 1 else ()
    wanted = {names.fold(context.city), *(names.fold(place.name) for place in holders)}
    return Scope(context, holders, (), frozenset(wanted), known.index.city_at)


def narrowed(scope: Scope, text: str, known: Known) -> Scope | None:
    """The scope with what a part of the text says of it; ``None`` if it says nothing of it.

    Raises:
        Contradiction: the part names a place that cannot lie in the scope.
    """
    text = lexicon.ZIP.sub("", text).strip()
    if not text or lexicon.NOISE.fullmatch(text):
        return scope
    state = state_code(text)
    if state and scope.context.state in ("", state):
        return _in_state(scope, state, known)
    city, _, last = text.rpartition(" ")
    last = state_code(last)
    if city and last and scope.context.state in ("", last) and known.search(city):
        inner = narrowed(_in_state(scope, last, known), city, known)
        return inner or scope
    inner = _in_holder(scope, text, known)
    if state and inner is None:
        raise Contradiction
    return inner


def state_code(text: str) -> str:
    """The two letters of a state's code or name, or ""."""
    return text.upper() if text.upper() in US_STATES else _NAMES_OF_STATES.get(names.fold(text), "")


def _in_state(scope: Scope, state: str, known: Known) -> Scope:
    """The scope in a state that does not contradict it."""
    if scope.context.state:
        return scope
    return replace(scope_of(Context(scope.context.city, state), known), within=scope.within)


def _in_holder(scope: Scope, text: str, known: Known) -> Scope | None:
    """The scope in a neighborhood, a city or a county that a part of the text names."""
    every = known.search(text)
    found = [place for place in every if place.rung in HOLDERS]
    # "5th St" is a street here, whatever town of Texas bears the name.
    if not found or any(p.rung not in HOLDERS and not scope.why_not(p) for p in every):
        return None
    fitting = [place for place in found if not scope.why_not(place)]
    if parts := tuple(place for place in fitting if place.rung == "neighborhood"):
        return replace(scope, within=parts) if scope.context.city else _of_parts(scope, parts)
    if fitting:
        return scope if scope.context.city else scope_of(Context(text, scope.context.state), known)
    near = [place for place in found if _beside(place, scope)]
    if any(place.rung != "neighborhood" for place in near):
        return scope_of(Context(text, near[0].state), known)
    raise Contradiction


def _of_parts(scope: Scope, parts: tuple[Place, ...]) -> Scope:
    """The scope of neighborhoods that are named without their city."""
    wanted = frozenset(names.fold(place.name) for place in parts)
    context = Context(parts[0].name, scope.context.state or parts[0].state)
    return Scope(context, parts, (), wanted)


def _beside(place: Place, scope: Scope) -> bool:
    """Whether a city can be what a loose locality means: their circles meet."""
    return not scope.context.city or any(
        place.state == holder.state
        and distance_m(place.position, holder.position)
        <= place.uncertainty_m + holder.uncertainty_m
        for holder in scope.holders
    )


def _of_rung(places: Sequence[Place], state: str) -> tuple[Place, ...]:
    """The cities among some places, else their neighborhoods, else their counties."""
    for rung in ("city", "neighborhood", "county"):
        if found := tuple(p for p in places if p.rung == rung and state in ("", p.state)):
            return found
    return ()


def _holds(holder: Place, place: Place) -> bool:
    """Whether a place's point lies in the circle of another."""
    return distance_m(holder.position, place.position) <= holder.uncertainty_m
