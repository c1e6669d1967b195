"""Never a home: a text that speaks of a residence is placed no finer than the neighborhood."""

from __future__ import annotations

import re

from mapper.model import LADDER, Place, Placement
from mapper.places.decide import decided
from mapper.places.known import Known
from mapper.places.readings import level
from mapper.places.scope import Scope

FINEST = "neighborhood"
# Stems for where someone lives, English and Spanish, in levelled text: what speaks of a home in any
# way is one (fail closed), but for public places that bear such a word ("Home Depot").
_HOME = re.compile(
    r"(?<!white )(?<!nursing )(?<!funeral )(?<!open )(?<!opera )(?<!waffle )(?<!custom )\b(?:"
    r"homes?(?! depot| game| plate| state| team| opener)|houses?(?! of blues)|housing|hogar(?:es)?"
    r"|casas?(?! blanca| consistorial| de (?:la )?cultura| de (?:la )?moneda| del mexicano| 0101)"
    r"|resid(?:es?|ed|ing|en(?:ces?(?! inn| hall)|cias?|cial|tial))"
    r"|stay(?:s|ed|ing)|sle(?:eps?|eping|pt)"
    r"|dwell\w*|casitas?|cuartos?|duerm\w*|dormi\w*|bungalows?(?! heaven)|studio(?! city)"
    r"|trailers?|encampments?|tents?"
    r"|shelters?|domicilios?|viviendas?|vecindad(?:es)?"
    r"|apartments?|apartamentos?|apts?(?:\.? ?#?\d+\w?)?"
    r"|apto|depto|depa|departamentos?(?= (?:\d|en |de la calle))"
    r"|dorm(?:s|itory|itories)?|townhouses?|condos?|condominiums?|condominios?|duplex|lofts?"
    r"|(?<!la )(?<!l\.a\. )lives?(?! nation| oak| way| matter)|lived|living|viv(?:e|en|ia|ian)"
    r"|doorsteps?"
    r"|bedrooms?|driveways?|porch|(?:front |back)yard|backyard|unit \d\w*"
    r"|(?:her|his|their|my|our|your|whose|[a-z]+(?:'s|s')) (?:\w+ )?(?:place|yard|garage|flat)"
    r")(?![\w'])(?! (?:street|st|avenue|ave|av|road|rd|drive|dr|place|pl|way|lane|ln|court|blvd)\b)"
    r"|^#\s?\d+,|\bp\.?o\.? box\b"
    r"|\b(?:rents?|renting|tenants?|hotel room|recamara)\b"
    r"|\b(?:grandma|grandpa|mom|dad|mother|father|aunt|uncle|cousin|friend|neighbor)'?s\b"
    r"|^[a-z]+'s(?=,)|^(?:my|his|her|their|our) [a-z]+(?:'s)?(?=,| (?:at|on|near) )"
)


# "#4" behind a house number is a flat; "Av. de la Paz #1250" is a house number.
_UNIT = re.compile(r"#\s?\d+[a-z]?$")


def speaks_of(text: str) -> bool:
    """Whether levelled words speak of where someone lives."""
    unit = _UNIT.search(text)
    return bool(_HOME.search(text) or (unit and re.search(r"\d", text[: unit.start()])))


def without(text: str) -> str:
    """Levelled words without those that speak of a home: what is left may name a street."""
    return " ".join(_UNIT.sub("", _HOME.sub(" ", text)).split()).strip(" ,.;:")


def is_name(found: Placement) -> bool:
    """Whether the words that speak of a home are a known place's or street's own name."""
    place = found.place
    named = place is not None and place.rung in ("landmark", "intersection", "street")
    own = level(place.name) if place else ""
    return named and any(word[0] in own.split() for word in _HOME.finditer(found.used))


def coarsened(found: Placement, scope: Scope, known: Known) -> Placement:
    """An answer made no finer than the neighborhood, without the finer places it came from."""
    place = found.place
    if place is None or LADDER.index(place.rung) < LADDER.index(FINEST):
        place = _around(place, scope, known)
    bare = Placement(found.query, "placed" if place else "not_found", "home", place)
    return bare._replace(left=found.query)


def _around(place: Place | None, scope: Scope, known: Known) -> Place | None:
    """The neighborhood that a place is in, else its city; without a place, what the text names."""
    if place and place.neighborhood and place.rung != "street":  # a street leaves its part
        rows = [row for row in known.search(place.neighborhood) if row.rung == FINEST]
        if held := decided(place.neighborhood, rows, scope).place:
            return held
    holders = scope.within if len(scope.within) == 1 or not place else scope.holders
    return holders[0] if len(holders) == 1 else None
