"""The legs as they are to be walked: with their ends, and with streets that are only implied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mapper.directions.legs import Leg
from mapper.routes.stops import Finder, cross_streets


def with_ends(legs: Sequence[Leg], ends: tuple[str, str]) -> list[Leg]:
    """The legs, the first from the start and the last to the end that are said beside the words."""
    found = list(legs)
    if ends[0]:
        found[0] = replace(found[0], start=ends[0])
    if ends[1]:
        found[-1] = replace(found[-1], end=ends[1], toward=False)
    if len(found) > 1 and _lists(found[-2], found[-1]):
        found[-2:] = [replace(found[-2], end=""), replace(found[-1], end=found[-2].end)]
    return found


def _lists(one: Leg, other: Leg) -> bool:
    """Whether two legs are a list of streets: "from A to B along Hill and First" ends on First."""
    bare = other.street and not (other.turn or other.heading or other.start or other.end)
    end_first = one.street and one.words.rfind(one.street) > one.words.rfind(one.end)
    return bool(bare and one.end and end_first)


def steps(legs: Sequence[Leg], finder: Finder) -> Iterator[Leg]:
    """The legs, with the street of those that name none and yet turn into one.

    "To Broadway, where they turned left": along Broadway. A way back goes along the last street.
    What is only passed belongs to the leg that follows: "after crossing Alameda, west on 2nd".
    """
    before, passed = Leg(0, "", (0, 0)), tuple[str, ...]()
    for told in legs:
        if told.via and not (told.street or told.start or told.end or told.turn or told.heading):
            passed += told.via
            continue
        leg, passed = replace(told, via=(*passed, *told.via)), ()
        street = leg.street
        if not street and leg.turn == "u_turn":
            street = before.street
        elif not street and leg.turn and leg.via and finder.walks.named(leg.via[0]):
            street = leg.via[0]  # "turned left on the Fourth Street Bridge": a place, and a street
        elif not street and (leg.turn or leg.heading):
            goes_on = not before.end and leg.turn in ("", "straight")
            street = before.street if goes_on else _entered(before, finder)
        own = leg.start if leg.street else ""
        before = replace(leg, street=street, start=own) if street else leg
        yield before


def _entered(before: Leg, finder: Finder) -> str:
    """The street that the leg before ended at, "" if it is none or several."""
    if finder.walks.named(before.end):
        return before.end
    met = {street for pair in cross_streets(before.end) for street in pair}
    others = [street for street in met if not _is_named(before.street, street, finder)]
    return others[0] if before.street and len(others) == 1 else ""


def _is_named(one: str, other: str, finder: Finder) -> bool:
    """Whether two names can be of one street."""
    cores = [{street.name.core for street in finder.walks.named(name)} for name in (one, other)]
    return bool(cores[0] & cores[1])
