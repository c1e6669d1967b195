"""The rungs of the ladder: each looks up one reading, from the finest to the coarsest."""

from __future__ import annotations

from dataclasses import replace

from mapper import names
from mapper.model import Placement
from mapper.places import lexicon
from mapper.places.decide import decided, nothing, slipped
from mapper.places.known import Known
from mapper.places.readings import Reading, corners
from mapper.places.scope import Scope
from mapper.places.street_rungs import (
    by_block,
    by_corner,
    by_street,
    by_stretch,
    in_part,
    streets_of,
)
from mapper.spelling import parted

SCHOOL = frozenset(("school", "high", "elementary", "middle", "academy", "university", "college"))


def by_name(reading: Reading, scope: Scope, known: Known, *, slips: bool) -> Placement:
    """A campus, landmark, neighborhood, city, county or state by its name, or a slip from it."""
    named = known.search(reading.name)
    # A word for a school was taken off: what is left is a campus or nothing.
    named = [place for place in named if not reading.school or place.rung == "campus"]
    found = in_part(decided(reading.name, named, scope), scope)
    if not slips or reading.school or found.status != "not_found":
        return found
    own, shared = parted(names.fold(reading.name))
    if _is_word(own, scope, known):
        return found
    near = [
        place
        for place in known.similar(reading.name, scope.context.state)
        if not scope.why_not(place) and (place.rung != "campus" or _says_school(shared))
    ]
    return slipped(reading.name, near, scope) if near else found


def by_address(reading: Reading, scope: Scope, known: Known, *, slips: bool) -> Placement:
    """A house number on a street: the row of that address, else its place in the block's range."""
    found = lexicon.ADDRESS.match(reading.name) or lexicon.SPANISH_ADDRESS.match(reading.name)
    if not found:
        return nothing(reading.name)
    number = int(found["number"])
    own = [
        replace(place, rung="address")
        for place in known.index.at_address(f"{number} {found['street']}")
    ]
    if own and (answer := decided(reading.name, own, scope)).status != "not_found":
        return answer._replace(rule="address")
    for street in streets_of(found["street"], scope, known, slips=slips):
        houses = known.network.numbers(number, street)
        answer = decided(reading.name, houses, scope)
        if answer.status != "not_found":
            return answer._replace(rule="address_range" if answer.place else answer.rule)
        if known.network.has_numbers(street, scope.circles):
            return Placement(reading.name, "not_found", "number_outside")
    # A slip in the street of a house number is believed where the number fits, and only there.
    whole = by_street(Reading(found["street"]), scope, known, slips=False)
    return whole._replace(left=found["number"])


def _is_word(word: str, scope: Scope, known: Known) -> bool:
    """Whether distinctive words are a known name or street as they are: then they are no slip."""
    return known.index.has(word) or known.network.runs(word, scope.circles)


def _says_school(words: str) -> bool:
    """Whether some of the words say that a school is meant."""
    return not SCHOOL.isdisjoint(words.split())


def shape(text: str) -> str:
    """The rung of levelled words by their form: a number and a street, two streets, a street."""
    if lexicon.ADDRESS.match(text) or lexicon.SPANISH_ADDRESS.match(text):
        return "address"
    if lexicon.STRETCH.match(text) or lexicon.STRETCH_FIRST.match(text):
        return "street"
    if any(corners(text)):
        return "intersection"
    if names.fold(text).endswith(("high", "school", "university", "college")):
        return "campus"
    return "street" if names.street(text).type else "landmark"


# From fine to coarse within one reading. A name may be of any rung: it is what it is.
LADDER = (by_name, by_address, by_block, by_stretch, by_corner, by_street)
