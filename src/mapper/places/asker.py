"""Ask for one place: each reading of the words on each rung of the ladder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mapper.model import Placement
from mapper.places.known import Known
from mapper.places.readings import Reading, readings
from mapper.places.rungs import LADDER as RUNGS
from mapper.places.scope import Scope
from mapper.places.street_rungs import by_street

# "Near" and "around" say that it was not at the place itself: at least two Los Angeles blocks of
# about 200 m. A convention of this project (docs/method.md), not a measurement.
VICINITY_M = 400.0
# What one walks along is a street before it is anything else of that name.
ALONG = (by_street, *RUNGS)


@dataclass(frozen=True)
class Asker:
    """What a text is asked of: the scope, what is known, and whether slips are forgiven."""

    scope: Scope
    known: Known
    slips: bool = False

    def simple(self, text: str) -> Placement:
        """The answer to words that name one place: each reading on each rung."""
        best = Placement(text, "not_found", "unknown")
        for reading in self._tried(text):
            for rung in ALONG if reading.along else RUNGS:
                found = rung(reading, self.scope, self.known, slips=self.slips)
                if found.status != "not_found":
                    return _told(found, reading)
                best = found if best.rule == "unknown" and found.rule != "unknown" else best
        return best

    def _tried(self, text: str) -> Iterable[Reading]:
        """The readings to try: with slips, which take time, the first two and the barest."""
        if not self.slips:
            return readings(text)
        every = list(readings(text))
        return dict.fromkeys([*every[:2], every[-1]])


def _told(found: Placement, reading: Reading) -> Placement:
    """An answer with the words that gave it; "near" makes its circle wider."""
    found = found._replace(used=reading.name.removesuffix(found.left).strip())
    return widened(found) if reading.near else found


def widened(found: Placement) -> Placement:
    """An answer that is said to be near its place."""
    if found.place is None:
        return found
    wide = max(found.place.uncertainty_m, VICINITY_M)
    return found._replace(place=replace(found.place, uncertainty_m=wide), rule="near")
