"""Which column of a file is which of ours: by the format, by obvious names, by the user's word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from mapper.errors import DataError

# What a user may name in --map: our columns, the number of people, and the file's own id.
FIELDS = (
    "name", "lon", "lat", "kind", "aliases", "uncertainty_m", "address", "neighborhood", "city",
    "postal_city", "county", "state", "cdscode", "id", "population",
)  # fmt: skip
NEEDED = ("name", "lon", "lat")
Names = Mapping[str, tuple[str, ...]]
# What others call these columns, in English and Spanish, as `key` writes it; the first found wins.
OBVIOUS: Names = {
    "name": ("name", "title", "placename", "place", "school", "schoolname", "label", "nombre"),
    "lon": ("geometrylon", "lon", "longitude", "lng", "long", "x", "longitud", "pointx"),
    "lat": ("geometrylat", "lat", "latitude", "y", "latitud", "pointy"),
    "kind": ("kind", "type", "category", "tipo"),
    "aliases": ("aliases", "alias", "alternatenames", "othernames"),
    "uncertainty_m": ("uncertaintym", "radiusm", "accuracym"),
    "address": ("address", "streetaddress", "street", "direccion"),
    "neighborhood": ("neighborhood", "neighbourhood", "barrio"),
    "city": ("city", "town", "municipality", "ciudad"),
    "postal_city": ("postalcity", "mailingcity"),
    "county": ("county", "countyname", "condado"),
    "state": ("state", "stateabbr", "stusps", "estado"),
    "cdscode": ("cdscode",),
    "id": ("id", "placeid", "geoid"),
    "population": ("population", "pop", "poblacion"),
}
Chosen = dict[str, str]


def key(header: str) -> str:
    """A column's name without case, blanks and signs: ``"Street Address"``: ``streetaddress``."""
    return re.sub(r"[^a-z0-9]", "", header.casefold())


def keys(header: Iterable[str]) -> frozenset[str]:
    """The keys of all columns of a file."""
    return frozenset(map(key, header))


def choose(file: str, header: Sequence[str], wanted: Names, given: Mapping[str, str]) -> Chosen:
    """Our names and the columns of the file that they stand for; what the user says wins.

    Raises:
        DataError: the user names a column that is not there or is none of ours, or the file has no
            column for the name, the longitude or the latitude, or has a chosen column twice.
    """
    found = ", ".join(filter(None, header))
    by_key = {key(name): name for name in reversed(header)}
    chosen = {
        ours: by_key[next(name for name in names if name in by_key)]
        for ours, names in wanted.items()
        if any(name in by_key for name in names)
    }
    chosen |= {ours: _named(file, ours, name, header) for ours, name in given.items()}
    if missing := [name for name in NEEDED if name not in chosen]:
        raise DataError("columns_missing", file=file, column=", ".join(missing), value=found)
    for column in chosen.values():
        if header.count(column) > 1:
            raise DataError("column_twice", file=file, column=column)
    return chosen


def _named(file: str, ours: str, column: str, header: Sequence[str]) -> str:
    """The column that the user gave one of our names to."""
    if ours not in FIELDS:
        raise DataError("map_unknown", file=file, value=ours, reason=", ".join(FIELDS))
    if column not in header:
        raise DataError(
            "map_absent", file=file, column=column, value=", ".join(filter(None, header))
        )
    return column
