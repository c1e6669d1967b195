"""The rungs of the ladder that are streets: corners, blocks, stretches and whole streets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import numpy as np

from mapper import geometry, names
from mapper.model import Circle, Place, Placement, Position, distance_m
from mapper.places import lexicon
from mapper.places.decide import decided, nothing, slipped
from mapper.places.known import Known
from mapper.places.readings import Reading, corners
from mapper.places.scope import Scope

# A stretch is looked for in a circle this much wider than half the way between its ends: streets
# bend.
BEND = 1.5


def by_block(reading: Reading, scope: Scope, known: Known, *, slips: bool) -> Placement:
    """A block, "the 100 block of Main Street": the circle of the houses 100 to 199."""
    found = lexicon.BLOCK.match(reading.name)
    if not found:
        return nothing(reading.name)
    first = int(found["number"] or found["numero"])
    houses: dict[str, list[Place]] = {}
    for street in streets_of(found["street"] or found["calle"], scope, known, slips=slips):
        for number in (first, first + 1, first + 98, first + 99):
            for house in known.network.numbers(number, street):
                houses.setdefault(house.name.partition(" ")[2], []).append(house)
    if not houses:
        whole = by_street(Reading(found["street"] or found["calle"]), scope, known, slips=slips)
        return whole._replace(left=f"{first} block")
    blocks = [_block(f"{first} block of {name}", every) for name, every in houses.items()]
    answer = decided(reading.name, blocks, scope)
    return answer._replace(rule="stretch") if answer.place else answer


def _block(name: str, houses: list[Place]) -> Place:
    """The circle of the houses of one block."""
    ring = geometry.circle(np.array([house.position for house in houses]))
    radius = ring.radius_m + max(house.uncertainty_m for house in houses)
    spot = houses[0].place_id.removeprefix("address-")
    found = replace(houses[0], place_id=f"block-{spot}", name=name, rung="street")
    return replace(found, position=ring.centre, uncertainty_m=radius)


def by_stretch(reading: Reading, scope: Scope, known: Known, *, slips: bool) -> Placement:
    """A street between two others: the middle of the stretch, half its length as radius."""
    found = lexicon.STRETCH.match(reading.name) or lexicon.STRETCH_FIRST.match(reading.name)
    if not found:
        return nothing(reading.name)
    ends = [
        by_corner_of(found["street"], found[end], scope, known, slips=slips)
        for end in ("one", "other")
    ]
    one, other = (end.place for end in ends)
    if one is None or other is None or one == other:
        missing = next((end for end in ends if end.place is None), ends[0])
        rule = missing.rule if missing.place is None else "same_corner"
        return missing._replace(query=reading.name, place=None, status="not_found", rule=rule)
    stretch = _between(found["street"], one, other, known)
    return decided(reading.name, [stretch], scope)._replace(rule="stretch")


def by_corner(reading: Reading, scope: Scope, known: Known, *, slips: bool) -> Placement:
    """Two streets that meet."""
    best = nothing(reading.name)
    for one, other in corners(reading.name):
        found = by_corner_of(one, other, scope, known, slips=slips)
        if found.status != "not_found":
            return found
        # One unknown street tells the reader more than two: "rally at 1st and Foo"
        best = found if best.rule == "unknown" or found.rule == "no_corner" else best
    return best


def by_corner_of(one: str, other: str, scope: Scope, known: Known, *, slips: bool) -> Placement:
    """The corner of two named streets."""
    text = f"{one} & {other}"
    pairs = list(product(*(streets_of(side, scope, known, slips=slips) for side in (one, other))))
    met = [place for pair in pairs for place in known.network.corners(*pair)]
    if met and not slips:
        found = decided(text, met, scope)
        return found._replace(rule="corner") if found.place else found
    sides = ((side, map(known.network.named, _forms(side))) for side in (one, other))
    unknown = next((side for side, found in sides if not any(found)), "")
    if not met:
        rule = "street_unknown" if unknown else "no_corner"
        return Placement(text, "not_found", rule, left=unknown)
    return slipped(text, [place for place in met if not scope.why_not(place)], scope)


def by_street(reading: Reading, scope: Scope, known: Known, *, slips: bool) -> Placement:
    """A whole street, as far as it is known inside the scope."""
    for street in streets_of(reading.name, scope, known, slips=slips, other=True):
        if not (street.type or reading.along):
            continue
        own = decided(reading.name, _rows_of(street, known, any_type=reading.along), scope)
        if own.place or own.status == "ambiguous":
            return in_part(own, scope)._replace(rule="street")
        if scope.circles and (part := known.network.extent(street, scope.circles)):
            return decided(reading.name, [part], scope)._replace(rule="street")
    return nothing(reading.name)


def in_part(found: Placement, scope: Scope) -> Placement:
    """A street in a neighborhood lies in the neighborhood's circle, if that is the smaller."""
    if not (scope.within and found.place and found.place.rung == "street"):
        return found
    part = min(scope.within, key=lambda part: part.uncertainty_m)
    if part.uncertainty_m >= found.place.uncertainty_m:
        return found
    inside = replace(found.place, position=part.position, uncertainty_m=part.uncertainty_m)
    return found._replace(place=replace(inside, neighborhood=part.name))


def _rows_of(street: names.Street, known: Known, *, any_type: bool) -> list[Place]:
    """The rows of the gazetteer that are the street; "along Sunset" may be of any type."""
    types = [street.type] if street.type else sorted(names.TYPES) if any_type else []
    written = [f"{street.core} {kind}" for kind in types]
    rows = [row for text in written for row in known.search(f"{street.direction} {text}".strip())]
    rows = rows or [row for text in written for row in known.search(text)]
    return [row for row in rows if row.rung == "street"]


def streets_of(
    text: str, scope: Scope, known: Known, *, slips: bool, other: bool = False
) -> Iterator[names.Street]:
    """The known street of a name; with ``slips`` those a slip away; with ``other`` any name.

    What is a street of the scope as it is written is no slip for another.
    """
    forms = _forms(text)
    street = next(filter(None, map(known.network.named, forms)), None)
    if street:
        yield street
    if slips and not (street and known.network.runs(street.core, scope.circles)):
        yield from known.network.similar(forms[-1])
    elif other and not street:
        yield names.street(forms[-1])


def _forms(text: str) -> list[str]:
    """A street's name as it stands, then without the words before it: "the corner of Soto"."""
    forms = [text]
    for pattern in (lexicon.STREET_LEAD, lexicon.LEAD):
        shorter = pattern.sub("", forms[-1])
        if shorter != forms[-1] and names.street(shorter).core:
            forms.append(shorter)
    return forms


def _between(street: str, one: Place, other: Place, known: Known) -> Place:
    """The stretch of a street between two of its corners."""
    ends = np.array([one.position, other.position])
    half = distance_m(one.position, other.position) / 2
    middle = Position(*map(float, ends.mean(axis=0)))
    named = known.network.named(street)
    # The street itself, where a file has it: it can bend out of the circle over its two ends.
    bends = known.network.points(named, [Circle(middle, half * BEND)]) if named else ends[:0]
    ring = geometry.circle(np.concatenate([ends, bends]))
    radius = ring.radius_m + max(one.uncertainty_m, other.uncertainty_m)
    return Place(
        f"stretch-{one.place_id}-{other.place_id}",
        _stretch_name(one.name.split(" & "), other.name.split(" & ")),
        "street",
        ring.centre,
        radius,
        city=one.city if one.city == other.city else "",
        neighborhood=one.neighborhood if one.neighborhood == other.neighborhood else "",
    )


def _stretch_name(one: list[str], other: list[str]) -> str:
    """The name of a stretch: "First Street: Soto Street – Boyle Avenue"."""
    own = [name for name in one if name in other]
    ends = [" & ".join(name for name in corner if name not in own) for corner in (one, other)]
    return f"{' & '.join(own)}: {ends[0]} – {ends[1]}"
