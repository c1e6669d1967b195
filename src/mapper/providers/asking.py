"""How each service is asked, through geopy's geocoders, and how its rows are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from geopy.geocoders import ArcGIS, GoogleV3, Nominatim, Pelias, Photon
from geopy.location import Location

from mapper import names
from mapper.contract import UNITED_STATES, US_STATES
from mapper.model import Position
from mapper.providers import open_formats, paid_formats
from mapper.providers.adapter import Numbers
from mapper.providers.rows import Facts, Row
from mapper.providers.transport import KEY
from mapper.providers.values import Question

# Enough to see homonyms; a service's own first guess is not taken on trust.
MOST = 10
LANGUAGE = "en"
WEST, EAST, SOUTH, NORTH = UNITED_STATES
# Bus stops bear the names of schools.
NOT_STOPS = ("!highway:bus_stop", "!public_transport:platform", "!public_transport:stop_position")
ARCGIS_FIELDS = (
    "Addr_type",
    "Type",
    "PlaceName",
    "LongLabel",
    "City",
    "Subregion",
    "Region",
    "RegionAbbr",
    "Country",
)

# What every geocoder of geopy is made with: domain, scheme, timeout, user agent, adapter.
Common = dict[str, Any]
Found = list[Location] | None


@dataclass(frozen=True)
class Dialect:
    """One service's language.

    ``ask`` takes what geopy's geocoders have in common and a question. ``numbers`` gives a row's
    longitude and latitude as written. ``facts`` reads a row at a position.
    """

    ask: Callable[[Common, Question], Found]
    numbers: Numbers
    facts: Callable[[Row, Position], Facts]


def line(question: Question) -> str:
    """The text with the city and the state that it does not already name, by commas."""
    said = {names.fold(piece) for piece in question.text.split(",")}
    context = question.context
    beside = (context.city, US_STATES.get(context.state, context.state))
    missing = [word for word in beside if word and names.fold(word) not in said]
    return ", ".join([question.text.strip(), *missing])


def nominatim(common: Common, question: Question) -> Found:
    """Ask Nominatim: by parts where a street or a name is known, else by a line.

    ``street`` or ``amenity``, ``city``, ``state``, ``country``; or ``q``. Always
    ``countrycodes=us``, ``addressdetails``, ``namedetails``, ``extratags``, ``limit``.
    """
    geocoder = Nominatim(**common)
    # The service knows the parameter, geopy 2.5 does not.
    geocoder.structured_query_params = geocoder.structured_query_params | {"amenity"}
    exact = {"street": question.street} if question.street else {"amenity": question.name}
    parts = {
        **exact,
        "city": question.context.city,
        "state": US_STATES.get(question.context.state, ""),
        "country": "United States",
    }
    structured = {name: value for name, value in parts.items() if value}
    found: Found = geocoder.geocode(
        structured if any(exact.values()) else line(question),
        exactly_one=False,
        limit=MOST,
        addressdetails=True,
        namedetails=True,
        extratags=True,
        language=LANGUAGE,
        country_codes="us",
    )
    return found


def photon(common: Common, question: Question) -> Found:
    """Ask Photon: ``q``, ``limit``, ``lang``, ``bbox`` of the United States, ``osm_tag``."""
    found: Found = Photon(**common).geocode(
        line(question),
        exactly_one=False,
        limit=MOST,
        language=LANGUAGE,
        bbox=[(SOUTH, WEST), (NORTH, EAST)],
        osm_tag=NOT_STOPS,
    )
    return found


def pelias(common: Common, question: Question) -> Found:
    """Ask Pelias: ``text``, ``api_key``, ``boundary.country=USA``, ``lang``."""
    found: Found = Pelias(api_key=KEY, **common).geocode(
        line(question), exactly_one=False, countries=["USA"], language=LANGUAGE
    )
    return found


def arcgis(common: Common, question: Question) -> Found:
    """Ask ArcGIS: ``singleLine``, ``outFields``. It is not told the country, only judged by it."""
    found: Found = ArcGIS(**common).geocode(
        line(question), exactly_one=False, out_fields=ARCGIS_FIELDS
    )
    return found


def google(common: Common, question: Question) -> Found:
    """Ask Google: ``address``, ``key``, ``components=country:US``, ``language``."""
    found: Found = GoogleV3(api_key=KEY, **common).geocode(
        line(question), exactly_one=False, components={"country": "US"}, language=LANGUAGE
    )
    return found


DIALECTS = {
    "nominatim": Dialect(nominatim, lambda row: (row["lon"], row["lat"]), open_formats.nominatim),
    "photon": Dialect(photon, lambda row: row["geometry"]["coordinates"], open_formats.photon),
    "pelias": Dialect(pelias, lambda row: row["geometry"]["coordinates"], open_formats.pelias),
    "arcgis": Dialect(
        arcgis, lambda row: (row["location"]["x"], row["location"]["y"]), paid_formats.arcgis
    ),
    "google": Dialect(
        google,
        lambda row: (row["geometry"]["location"]["lng"], row["geometry"]["location"]["lat"]),
        paid_formats.google,
    ),
}
