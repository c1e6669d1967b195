"""Never a home: a text that speaks of a residence is placed no finer than the neighborhood."""

from __future__ import annotations

import re

from mapper.model import LADDER, Place, Placement
from mapper.places.decide import decided
from mapper.places.known import Known
from mapper.places.scope import Scope

FINEST = "neighborhood"
_WHOSE = r"(?:her|his|their|my|our|your|whose|family|someone's|[a-z]+(?:'s|s'))"
# Words for where someone lives, English and Spanish, in levelled text. "Home Depot", "White House",
# "House of Blues" and "Casa Blanca" are no homes: a word alone is not enough where names use it.
_HOME = re.compile(
    r"\b(?:residences?(?! inn| halls?)|residencias?|domicilios?|viviendas?|vecindad(?:es)?"
    r"|hogar(?:es)?"
    r"|apartments?|apartamentos?|apt\b|townhouses?|condos?|condominiums?|condominios?|duplex"
    r"|homes? of|hogar de|lives? at|lived at|living at|vive en|vivia en|viven en"
    rf"|{_WHOSE} (?:\w+ )?(?:homes?|houses?|apartment|place|driveway|porch|(?:front |back)?yard)"
    r"|(?:the )?[a-z]+ (?<!nursing )(?<!funeral )homes?(?= (?:at|on|near|in) |,|$)"
    r"|(?:^|the |this |that )house(?= (?:at|on|near|in) |,|$)|donde vive|where \w+ lives?"
    r"|(?:(?:a|an|the|private|family|single-family) )+homes?(?! depot| game| plate| state)"
    r"|(?:(?:a|private|family) )+houses?(?= |$)(?! of)|house of (?=the \w+ family|an? )"
    r"|(?:su|sus|mi|una|unas|tu|nuestra) casas?|la casa de|casa particular|casas particulares"
    r"|(?:(?:frente a|afuera de|en) )?(?:la |una )?casa de (?!la moneda|cultura|la cultura|mexico)"
    r"|(?:frente a|afuera de|en) (?:la |una )?casa(?= |$)|casa familiar"
    r"|departamento \d\w*|unit \d\w*)(?:\b|$)|#\s?\d+[a-z]?$"
)


def speaks_of(text: str) -> bool:
    """Whether levelled words speak of where someone lives."""
    return bool(_HOME.search(text))


def without(text: str) -> str:
    """Levelled words without those that speak of a home: what is left may name a street."""
    return " ".join(_HOME.sub(" ", text).split()).strip(" ,.;:")


def is_name(found: Placement) -> bool:
    """Whether the words that speak of a home are a known place's own name."""
    return bool(found.place and found.place.rung == "landmark" and speaks_of(found.used))


def coarsened(found: Placement, scope: Scope, known: Known) -> Placement:
    """An answer made no finer than the neighborhood, without the finer places it came from."""
    place = found.place
    if place is None or LADDER.index(place.rung) < LADDER.index(FINEST):
        place = _around(place, scope, known)
    bare = Placement(found.query, "placed" if place else "not_found", "home", place)
    return bare._replace(left=found.query)


def _around(place: Place | None, scope: Scope, known: Known) -> Place | None:
    """The neighborhood that a place is in, else the city of the scope."""
    if place and place.neighborhood:
        rows = [row for row in known.search(place.neighborhood) if row.rung == FINEST]
        if held := decided(place.neighborhood, rows, scope).place:
            return held
    holders = scope.within if len(scope.within) == 1 else scope.holders
    return holders[0] if len(holders) == 1 else None
