"""Known streets: where two meet, how far one goes, and where a house number stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import geopandas as gpd
import numpy as np
import pandas as pd

from mapper import names
from mapper.geometry import Floats
from mapper.model import Circle, Place, Position, distance_m
from mapper.spelling import Spellings
from mapper.streets.lines import DIVIDED_M, Lines

# A stop that is named for a crossing stands this far from it at most (docs/method.md, section 5).
BESIDE_M = 250.0


@dataclass(frozen=True)
class Corner:
    """Where two streets meet, with the two names as they are there."""

    one: names.Street
    other: names.Street
    place: Place


class Network:
    """Corners and streets from tables of crossings and from files of segments."""

    def __init__(
        self, crossings: Sequence[pd.DataFrame], segments: Sequence[gpd.GeoDataFrame] = ()
    ) -> None:
        """Index the frames.

        Args:
            crossings: as :func:`mapper.streets.read` gives them.
            segments: as :mod:`mapper.streets.loaders` gives them, lines in WGS 84.
        """
        self._corners: dict[frozenset[str], list[Corner]] = {}
        self._keys: set[str] = set()
        self._types: dict[str, set[str]] = {}
        self._spots: dict[str, list[Position]] = {}
        for frame in crossings:
            self._add_crossings(frame)
        self._files = [Lines(frame) for frame in segments]
        for lines in self._files:
            self._keys.update(lines.keys)
        self._spellings = Spellings(self._keys)
        self.corners = lru_cache(maxsize=65_536)(self._corners_of)
        self.runs = lru_cache(maxsize=65_536)(self._runs_in)

    def by_id(self, place_id: str) -> Place | None:
        """The known crossing of an id."""
        every = (corner.place for corners in self._corners.values() for corner in corners)
        return next((place for place in every if place.place_id == place_id), None)

    def named(self, text: str) -> names.Street | None:
        """A street's name in the form in which it is known, with or without its article."""
        street = names.street(text)
        if street.core in self._keys:
            return street
        first, _, rest = street.core.partition(" ")
        bare = street._replace(core=rest)
        return bare if first in names.ARTICLES and rest in self._keys else None

    def knows(self, core: str) -> bool:
        """Whether a street of that key is known at all."""
        return core in self._keys

    def _runs_in(self, core: str, circles: tuple[Circle, ...]) -> bool:
        """Whether a street of that key has a corner or a vertex in one of the circles."""
        spots = self._spots.get(core, [])
        if any(
            distance_m(spot, ring.centre) <= ring.radius_m for spot in spots for ring in circles
        ):
            return True
        return bool(len(self.points(names.Street(core, "", ""), circles)))

    def similar(self, text: str) -> list[names.Street]:
        """The known streets whose name is a slip of the pen away from this one."""
        street = names.street(text)
        return [street._replace(core=key) for key in self._spellings.nearest(street.core)]

    def _corners_of(self, one: names.Street, other: names.Street) -> list[Place]:
        """The corners of two streets, whichever is named first.

        A type or a direction that is said must not contradict the street's own. Where several
        files know one corner, the one with the smallest radius answers.
        """
        pair = frozenset((one.core, other.core))
        found: list[Place] = []
        if all(map(self._of_type, (one, other))):
            met = self._corners.get(pair, ())
            found = [corner.place for corner in met if _agrees(corner, one, other)]
        nodes = [place for lines in self._files for place in lines.corners(one, other)]
        nodes = [_told_by(found, node) for node in nodes]
        return _best([*nodes, *(place for place in found if not _beside(place, nodes))])

    def _of_type(self, street: names.Street) -> bool:
        """Whether any table can mean a street of that type; stops tell none, others theirs."""
        types = self._types.get(street.core, set()) - {""}
        return not (street.type and types) or street.type in types

    def extent(self, street: names.Street, circles: Sequence[Circle]) -> Place | None:
        """What lies of a street in the circles, as the smallest circle around it.

        Of several files, the one that knows most of it answers.
        """
        parts = [place for lines in self._files if (place := lines.extent(street, circles))]
        return max(parts, key=lambda place: place.uncertainty_m, default=None)

    def points(self, street: names.Street, circles: Sequence[Circle]) -> Floats:
        """The vertices of a street in the circles, (n, 2) lon, lat, from every file."""
        every = [lines.points(street, circles) for lines in self._files]
        return np.concatenate([np.empty((0, 2)), *every])

    def numbers(self, number: int, street: names.Street) -> list[Place]:
        """Where a house number stands on a street, by the ranges of its blocks."""
        found = [place for lines in self._files for place in lines.numbers(number, street)]
        return _best(found)

    def has_numbers(self, street: names.Street, circles: Sequence[Circle]) -> bool:
        """Whether any file has house numbers for the street in the circles."""
        return any(
            lines.has_numbers(street) and len(lines.points(street, circles))
            for lines in self._files
        )

    def _add_crossings(self, frame: pd.DataFrame) -> None:
        """Index the rows of one table of crossings."""
        for row in frame.itertuples(index=False):
            one, other = names.street(row.street_a), names.street(row.street_b)
            place = _crossing(row, getattr(row, "city", ""), getattr(row, "neighborhood", ""))
            pair = frozenset((one.core, other.core))
            twins = {corner.place.place_id for corner in self._corners.get(pair, ())}
            if place.place_id in twins:  # a pair that crosses twice: the part tells them apart
                part = names.slug(place.neighborhood or place.city) or len(twins) + 1
                place = replace(place, place_id=f"{place.place_id}-{part}")
            self._corners.setdefault(pair, []).append(Corner(one, other, place))
            self._keys |= pair
            for street in (one, other):
                self._types.setdefault(street.core, set()).add(street.type)
                self._spots.setdefault(street.core, []).append(place.position)


def _beside(place: Place, nodes: Sequence[Place]) -> list[Place]:
    """The crossings of a street file that a row of a table is about: stops stand beside them."""
    return [node for node in nodes if distance_m(place.position, node.position) <= BESIDE_M]


def _told_by(rows: Sequence[Place], node: Place) -> Place:
    """A crossing of a street file with the city and the neighborhood that a table gives it."""
    row = next(iter(_beside(node, rows)), node)
    city, part = node.city or row.city, node.neighborhood or row.neighborhood
    return replace(node, city=city, neighborhood=part)


def _agrees(corner: Corner, one: names.Street, other: names.Street) -> bool:
    """Whether the two names can be those of the corner, in either order."""
    return (corner.one.may_be(one) and corner.other.may_be(other)) or (
        corner.one.may_be(other) and corner.other.may_be(one)
    )


def _crossing(row: object, city: str, neighborhood: str) -> Place:
    """One row of a table of crossings as a value."""
    one, other = str(row.street_a), str(row.street_b)  # type: ignore[attr-defined]
    return Place(
        place_id=f"crossing-{names.slug(one)}-{names.slug(other)}",
        name=f"{one} & {other}",
        rung="intersection",
        position=Position(lon=float(row.lon), lat=float(row.lat)),  # type: ignore[attr-defined]
        uncertainty_m=float(row.uncertainty_m),  # type: ignore[attr-defined]
        city=city,
        neighborhood=neighborhood,
        state="",
    )


def _best(places: Iterable[Place]) -> list[Place]:
    """One place of each spot: of several within each other's circles, the surest."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda place: place.uncertainty_m):
        for spot, other in enumerate(kept):
            apart = distance_m(place.position, other.position)
            if apart <= max(place.uncertainty_m, DIVIDED_M) + other.uncertainty_m:
                known = replace(
                    other,
                    city=other.city or place.city,
                    neighborhood=other.neighborhood or place.neighborhood,
                )
                kept[spot] = known
                break
        else:
            kept.append(place)
    return kept
