"""What the answers of Nominatim, Photon and Pelias say: services of open data."""

from __future__ import annotations

from mapper import names
from mapper.model import Position
from mapper.providers import osm
from mapper.providers.radius import extent, uncertainty_m
from mapper.providers.rows import Facts, Row, items, part, state_code, text, whereabouts

# nominatim.org/release-docs/latest/api/Output: the first that an address has is its city.
CITY_FIELDS = ("city", "town", "village", "municipality", "hamlet")


def nominatim(row: Row, position: Position) -> Facts:
    """One place of Nominatim's ``format=json`` with ``addressdetails=1``.

    ``boundingbox`` is south, north, west, east, as texts.
    """
    key, value = text(row, "class", "category"), text(row, "type")
    rank = int(text(row, "place_rank") or 0)
    rung = osm.rung(key, value, text(row, "addresstype"), rank)
    south, north, west, east = [*items(row, "boundingbox"), "", "", "", ""][:4]
    kind = text(row, "osm_type")
    address = part(row, "address")
    state, country = whereabouts(
        state_code(text(address, "ISO3166-2-lvl4"), text(address, "state")),
        text(address, "country_code"),
    )
    return Facts(
        name=text(row, "name") or text(row, "display_name"),
        rung=rung,
        uncertainty_m=uncertainty_m(
            rung,
            position,
            extent([west, south, east, north]),
            interpolated=osm.is_interpolated(key, value, kind),
        ),
        city=text(address, *CITY_FIELDS),
        county=text(address, "county"),
        state=state,
        country=country,
        place_id="/".join(filter(None, (kind, text(row, "osm_id")))),
    )


def photon(row: Row, position: Position) -> Facts:
    """One feature of Photon. ``extent`` is west, north, east, south."""
    tags = part(row, "properties")
    key, value, level = text(tags, "osm_key"), text(tags, "osm_value"), text(tags, "type")
    rung = osm.rung(key, value, level)
    west, north, east, south = [*items(tags, "extent"), "", "", "", ""][:4]
    kind = text(tags, "osm_type")
    state, country = whereabouts(state_code(text(tags, "state")), text(tags, "countrycode"))
    house = " ".join(filter(None, (text(tags, "housenumber"), text(tags, "street"))))
    own = text(tags, "name")
    return Facts(
        name=own or house,
        rung=rung,
        uncertainty_m=uncertainty_m(
            rung,
            position,
            extent([west, south, east, north]),
            interpolated=osm.is_interpolated(key, value, kind),
        ),
        city=own if rung == "city" else text(tags, "city"),
        county=own if rung == "county" else text(tags, "county"),
        state=state_code(own) if rung == "state" else state,
        country=country,
        place_id="/".join(filter(None, (kind, text(tags, "osm_id")))),
    )


# github.com/pelias/documentation/blob/master/search.md, "layers"
LAYERS = {
    "address": "address",
    "intersection": "intersection",
    "street": "street",
    "neighbourhood": "neighborhood",
    "macrohood": "neighborhood",
    "borough": "neighborhood",
    "locality": "city",
    "localadmin": "city",
    "county": "county",
    "region": "state",
    "country": "country",
}
STOP_WORDS = {"bus", "stop", "station", "parking", "platform"}
SCHOOL_WORDS = {"school", "high", "university", "college", "academy", "campus"}


def pelias(row: Row, position: Position) -> Facts:
    """One feature of Pelias. ``bbox`` is west, south, east, north."""
    tags = part(row, "properties")
    layer = text(tags, "layer")
    rung = _venue(tags) if layer == "venue" else LAYERS.get(layer, "")
    state, country = whereabouts(
        state_code(text(tags, "region_a"), text(tags, "region")),
        text(tags, "country_code", "country_a"),
    )
    return Facts(
        name=text(tags, "name", "label"),
        rung=rung,
        uncertainty_m=uncertainty_m(
            rung,
            position,
            extent(items(row, "bbox")) if len(items(row, "bbox")) == len(position) * 2 else None,
            interpolated="interpolated" in (text(tags, "match_type"), text(tags, "accuracy")),
        ),
        city=text(tags, "locality", "localadmin"),
        county=text(tags, "county"),
        state=state,
        country=country,
        place_id=text(tags, "gid", "id"),
    )


def _venue(tags: Row) -> str:
    """The rung of a venue: by its categories where they are told, else by its name."""
    told = {str(word).split(":")[0] for word in items(tags, "category")}
    words = set(names.fold(text(tags, "name")).split())
    if "transport" in told or (not told and words & STOP_WORDS):
        return ""
    taught = "education" in told or (not told and words & SCHOOL_WORDS)
    return "campus" if taught else "landmark"
