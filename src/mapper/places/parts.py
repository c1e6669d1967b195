"""One place said in several ways, and several places said in one text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mapper import names
from mapper.model import LADDER, Circle, Placement, distance_m
from mapper.places import lexicon
from mapper.places.asker import VICINITY_M, Asker, widened
from mapper.places.decide import candidate
from mapper.places.known import Known
from mapper.places.readings import is_event

# A street passes a place if it has a corner within a block of its circle.
BLOCK_M = 200.0
# What no other spelling can mend: the words are known, and contradict.
REFUSALS = frozenset(
    (
        "elsewhere",
        "contradiction",
        "no_corner",
        "same_corner",
        "region",
        "number_outside",
        "unclear_part",
        "negated",
    )
)


def described(text: str, spans: Sequence[tuple[int, int]], asker: Asker) -> Placement:
    """One place said in several ways: "Hall of Records, 320 W Temple St"."""
    told = [span for span in spans if not is_event(text[slice(*span)])]
    pieces = [text[slice(*span)] for span in told]
    found = [_beside(text, span, asker.simple(text[slice(*span)])) for span in told]
    refused = next((one for one in found if one.rule in REFUSALS), None)
    unclear = [one for one in found if one.status == "ambiguous"]
    if refused or not any(one.place for one in found):
        return refused or next(iter(unclear), Placement(text, "not_found", "unknown"))
    if found[-1].status == "not_found" and (items := _listed(pieces, asker)):
        return several(text, items)
    return _agreed(text, dict(zip(pieces, found, strict=True)), asker)


def _agreed(text: str, found: Mapping[str, Placement], asker: Asker) -> Placement:
    """The finest of several answers, if all can be one spot; ``found`` are the parts' in order."""
    placed = [one for one in found.values() if one.place]
    if not _agree(placed):
        return several(text, placed)
    finest = min(placed, key=fineness)
    unclear = [one for one in found.values() if one.status == "ambiguous"]
    if unclear and fineness(finest)[0] >= LADDER.index("city"):
        return unclear[0]
    passed = all(_passes(one, finest, asker.known) for one in placed)
    if not passed or not all(_meets(finest, one) for one in unclear):
        rivals = unclear[0].candidates if unclear else ()
        return Placement(text, "not_found", "contradiction", None, rivals)
    unknown = [piece for piece, one in found.items() if one.status == "not_found"]
    behind = list(found)[list(found.values()).index(finest) :]
    # What stands behind a name holds it, as a city does: unknown, it may be anywhere.
    doubtful = [piece for piece in unknown if piece in behind and not _adds_nothing(piece)]
    if doubtful or (unknown and not asker.scope.holders):
        return Placement(text, "not_found", "unclear_part", left=unknown[-1])
    return _told_as(finest, placed, len(found))._replace(left=", ".join(unknown))


def _told_as(finest: Placement, placed: Sequence[Placement], parts: int) -> Placement:
    """The finest answer by its rule: described by several parts, or a street near a place."""
    if finest.rule != "near":
        return finest._replace(rule="described") if parts > 1 else finest
    if finest.place and any(one.place.rung == "street" for one in placed if one.place):
        # the circle is the place's, and what is meant is the street
        return finest._replace(place=replace(finest.place, rung="street"))
    return finest


def _adds_nothing(piece: str) -> bool:
    """Whether an unknown part behind a name can be no other place: its gate, or its address."""
    return bool(lexicon.BEHIND.search(piece) or lexicon.ADDRESS.match(piece))


def _passes(one: Placement, finest: Placement, known: Known) -> bool:
    """Whether a part that is a street passes by the place that another part names.

    The circle of a long street holds half a city, and agrees with anything in it.
    """
    street, place = one.place, finest.place
    if street is None or place is None or street.rung != "street" or one is finest:
        return True
    around = Circle(place.position, place.uncertainty_m + BLOCK_M)
    core = names.street(street.name).core
    return not known.network.knows(core) or known.network.runs(core, (around,))


def _beside(text: str, span: tuple[int, int], found: Placement) -> Placement:
    """An answer to a part; one behind "near" is only near."""
    return widened(found) if lexicon.NEAR_BEFORE.search(text[: span[0]]) else found


def _meets(finest: Placement, unclear: Placement) -> bool:
    """Whether an ambiguous part can be at the place that another part names."""
    place = finest.place
    return place is None or any(
        distance_m(place.position, rival.position) <= place.uncertainty_m + VICINITY_M
        for rival in unclear.candidates
    )


def _listed(pieces: Sequence[str], asker: Asker) -> list[Placement]:
    """The places of "A, B and C", and of "A, B and C high schools"; none if it is no list."""
    last = pieces[-1].removeprefix("and ").removeprefix("y ")
    noun = ""
    if shared := lexicon.SHARED.match(last):
        last, noun = shared[1], f" {shared[2].removesuffix('s')}"
    ends = [end for end in lexicon.JOINED.split(last) if end]
    if len(ends) == 1 and last == pieces[-1]:
        return []
    items = [*pieces[:-1], *ends]
    named = [asker.simple(item + noun) for item in items]
    return [
        one if one.place else asker.simple(item) for item, one in zip(items, named, strict=True)
    ]


def several(text: str, found: Sequence[Placement]) -> Placement:
    """Several places in one text, in order; the caller chooses."""
    placed = [one for one in found if one.place]
    if not placed:
        return next((one for one in found if one.status == "ambiguous"), found[0])
    if len({one.place for one in placed}) == 1 and len(placed) == len(found):
        return placed[0]._replace(query=text)
    named = tuple(candidate(one.place, "also_named") for one in placed if one.place)
    return Placement(text, "ambiguous", "several", None, named, parts=tuple(found))


def _agree(placed: Sequence[Placement]) -> bool:
    """Whether all places can be one spot: each two circles meet."""
    places = [one.place for one in placed if one.place]
    return all(
        distance_m(one.position, other.position) <= one.uncertainty_m + other.uncertainty_m
        for one in places
        for other in places
    )


def fineness(found: Placement) -> tuple[int, float]:
    """How fine a placed answer is, for comparison."""
    place = found.place
    return (LADDER.index(place.rung), place.uncertainty_m) if place else (len(LADDER), 0.0)
