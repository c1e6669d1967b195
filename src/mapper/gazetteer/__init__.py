"""The places that this project knows: its own table and the cities, counties and states of the US.

The gazetteer is a geopy geocoder, so that any geopy service can stand in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pandas as pd
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from mapper import contract, names, tables
from mapper.contract import FREE, ID, LAT, LON, METRES, REQUIRED, STATE, one_of
from mapper.errors import DataError
from mapper.model import Fault, Place, Position

# What each kind of row is on the precision ladder.
RUNGS = {
    "high_school": "campus",
    "university": "campus",
    "landmark": "landmark",
    "street": "street",
    "neighborhood": "neighborhood",
    "city": "city",
    "county": "county",
    "state": "state",
    "country": "country",
}
OWN_KINDS = ("high_school", "university", "landmark", "street", "neighborhood")
GAZETTEER: contract.Columns = {
    "place_id": (ID,),
    "name": (REQUIRED,),
    "kind": (one_of(OWN_KINDS),),
    "aliases": FREE,
    "lon": (LON,),
    "lat": (LAT,),
    "uncertainty_m": (METRES,),
    "neighborhood": FREE,
    "city": FREE,
    "postal_city": FREE,
    "county": FREE,
    "state": (STATE,),
    "cdscode": FREE,
    "source": (REQUIRED,),
}
US_PLACES = (
    "place_id",
    "name",
    "kind",
    "aliases",
    "lon",
    "lat",
    "radius_m",
    "county",
    "state",
    "population",
    "source",
)


def read(path: Path) -> tuple[pd.DataFrame, list[Fault]]:
    """Read the project's own table of places; a row with a fault is set aside and told.

    Returns:
        One row a place (``GAZETTEER`` columns; lon, lat in WGS 84 degrees and uncertainty_m in
        metres as float, all else str), and the faults of the rows that are not among them.

    Raises:
        DataError: the table cannot be read at all.
    """
    raw = tables.read(path, list(GAZETTEER))
    faults = contract.cell_faults(path.name, raw, GAZETTEER, "place_id")
    kept = raw.drop(index=list({fault.row for fault in faults}))
    return _as_numbers(kept, "uncertainty_m"), faults


def read_us(path: Path) -> pd.DataFrame:
    """Read the prepared cities, counties and states, in the columns of :func:`read`.

    The file is made by ``tools/prepare_us_places.py`` and guarded by the hash in its card, so its
    25,000 rows are not checked cell by cell at each start.

    Raises:
        DataError: the table cannot be read at all.
    """
    raw = tables.read(path, US_PLACES)
    if strange := set(raw["kind"]) - set(RUNGS):
        raise DataError("kind_unknown", file=path.name, value=min(strange))
    is_city = raw["kind"] == "city"
    filled = raw.rename(columns={"radius_m": "uncertainty_m"}).assign(
        neighborhood="", city=raw["name"].where(is_city, ""), postal_city=""
    )
    try:
        return _as_numbers(filled, "uncertainty_m")
    except ValueError as error:
        raise DataError("number_wrong", file=path.name, reason=str(error)) from error


def _as_numbers(table: pd.DataFrame, radius: str) -> pd.DataFrame:
    """Positions and radii as float."""
    return table.astype({"lon": float, "lat": float, radius: float})


class Index:
    """Rows by folded name. A :class:`Place` is made only for the rows that a text asks for."""

    def __init__(self, frames: Sequence[pd.DataFrame]) -> None:
        """Index the rows of the frames, under their names and aliases."""
        rows = pd.concat(frames, ignore_index=True)
        self._columns: dict[str, list[object]] = {str(name): rows[name].tolist() for name in rows}
        self._by_name: dict[str, list[int]] = {}
        named = zip(rows["name"], rows["aliases"], rows["kind"], strict=True)
        for number, (name, aliases, kind) in enumerate(named):
            for key in {names.fold(text) for text in _forms(name, aliases, kind)}:
                self._by_name.setdefault(key, []).append(number)

    def find(self, text: str) -> list[Place]:
        """The places of that name, in the order in which they were read."""
        numbers = self._by_name.get(names.fold(text), [])
        return [
            _place({name: column[number] for name, column in self._columns.items()})
            for number in numbers
        ]


def _forms(name: str, aliases: str, kind: str) -> Iterable[str]:
    """The texts that name a row. A county's name says that it is one: no bare name means it."""
    own = (name, *aliases.split("|")) if aliases else (name,)
    bare = name.removesuffix(" County")
    return (*own, f"Condado de {bare}") if kind == "county" and bare != name else own


def _place(row: Mapping[str, object]) -> Place:
    """One row as a value."""
    text = {name: str(row[name]) for name in ("place_id", "name", "neighborhood", "city")}
    return Place(
        **text,
        rung=RUNGS[str(row["kind"])],
        position=Position(lon=float(str(row["lon"])), lat=float(str(row["lat"]))),
        uncertainty_m=float(str(row["uncertainty_m"])),
        postal_city=str(row["postal_city"]),
        county=str(row["county"]),
        state=str(row["state"]),
    )


class Gazetteer(Geocoder):
    """The offline geocoder: names to known places, no network.

    ``Location.raw`` is the :class:`mapper.model.Place`.
    """

    def __init__(self, frames: Sequence[pd.DataFrame]) -> None:
        """Index the frames of :func:`read` and :func:`read_us`, finest first."""
        super().__init__(scheme="https")
        self._index = Index(frames)

    def geocode(
        self, query: str, *, exactly_one: bool = True, timeout: float | object = DEFAULT_SENTINEL
    ) -> Location | list[Location] | None:
        """Find a place by name, as every geopy geocoder does.

        Args:
            query: one name, in English or Spanish, abbreviated or not.
            exactly_one: the first place only, or all of that name as a list.
            timeout: taken for geopy's sake; nothing here waits.

        Returns:
            ``None`` where nothing has that name.
        """
        found = [
            Location(place.name, (place.position.lat, place.position.lon), place)
            for place in self._index.find(query)
        ]
        if not found:
            return None
        return found[0] if exactly_one else found
