"""What the answers of ArcGIS and Google say: services with terms of their own."""

from __future__ import annotations

from mapper.model import Position
from mapper.providers.radius import extent, uncertainty_m
from mapper.providers.rows import Facts, Row, items, part, state_code, text, whereabouts

# developers.arcgis.com/rest/geocode/api-reference/geocoding-service-output.htm, "Addr_type"
ADDRESS_TYPES = {
    "Subaddress": "address",
    "PointAddress": "address",
    "StreetAddress": "address",
    "StreetAddressExt": "address",
    "StreetInt": "intersection",
    "StreetBetween": "street",
    "StreetMidBlock": "street",
    "StreetName": "street",
}
RECKONED = {"StreetAddress", "StreetAddressExt"}
# The same page, "Type" where Addr_type is Locality.
LOCALITIES = {
    "Neighborhood": "neighborhood",
    "Sector": "neighborhood",
    "District": "neighborhood",
    "City": "city",
    "Subregion": "county",
    "Region": "state",
    "Territory": "state",
    "Country": "country",
}
SCHOOLS = ("School", "College", "University", "Other Education")
STOPS = ("Bus Stop", "Bus Station", "Metro Station", "Parking", "Taxi Rank", "ATM", "Rest Area")


def arcgis(row: Row, position: Position) -> Facts:
    """One candidate of ArcGIS. ``extent`` is what a map should show: never less than the place."""
    tags = part(row, "attributes")
    told = text(tags, "Addr_type")
    rung = _arcgis_rung(told, text(tags, "Type"))
    box = part(row, "extent")
    state, country = whereabouts(
        state_code(text(tags, "RegionAbbr"), text(tags, "Region")), text(tags, "Country")
    )
    return Facts(
        name=text(tags, "PlaceName") or text(row, "address"),
        rung=rung,
        uncertainty_m=uncertainty_m(
            rung,
            position,
            extent([box.get(side) for side in ("xmin", "ymin", "xmax", "ymax")]),
            interpolated=told in RECKONED,
        ),
        city=text(tags, "City"),
        county=text(tags, "Subregion"),
        state=state,
        country=country,
        # ArcGIS has no ids that last: its own words for the place stand in.
        place_id=text(tags, "LongLabel") or text(row, "address"),
    )


def _arcgis_rung(told: str, kind: str) -> str:
    """The rung of a candidate."""
    if told == "POI":
        if kind in STOPS:
            return ""
        return "campus" if any(word in kind for word in SCHOOLS) else "landmark"
    return LOCALITIES.get(kind, "") if told == "Locality" else ADDRESS_TYPES.get(told, "")


# developers.google.com/maps/documentation/geocoding/requests-geocoding#Types, the first that a
# result has. Stops come first: they are points of interest too.
GOOGLE_TYPES = (
    ({"bus_station", "bus_stop", "parking", "taxi_stand", "postal_code", "plus_code"}, ""),
    ({"school", "primary_school", "secondary_school", "university"}, "campus"),
    ({"intersection"}, "intersection"),
    ({"street_address", "premise", "subpremise"}, "address"),
    ({"route"}, "street"),
    ({"neighborhood", "sublocality"}, "neighborhood"),
    ({"locality"}, "city"),
    ({"administrative_area_level_2"}, "county"),
    ({"administrative_area_level_1"}, "state"),
    ({"country"}, "country"),
    ({"point_of_interest", "establishment", "park", "airport", "natural_feature"}, "landmark"),
)
# How Google says that a house number is not a roof it knows.
GUESSED = {"RANGE_INTERPOLATED", "GEOMETRIC_CENTER", "APPROXIMATE"}


def google(row: Row, position: Position) -> Facts:
    """One result of Google's. ``bounds`` is the place's extent; ``viewport`` holds it."""
    types = set(map(str, items(row, "types")))
    rung = next((word for known, word in GOOGLE_TYPES if known & types), "")
    geometry = part(row, "geometry")
    box = part(geometry, "bounds") or part(geometry, "viewport")
    corners = [part(box, corner).get(axis) for corner, axis in CORNERS]
    state, country = whereabouts(
        state_code(_component(row, "administrative_area_level_1", "short_name")),
        _component(row, "country", "short_name"),
    )
    named = text(row, "formatted_address")
    return Facts(
        name=named.split(",")[0],
        rung=rung,
        uncertainty_m=uncertainty_m(
            rung,
            position,
            extent(corners),
            interpolated=rung == "address" and text(geometry, "location_type") in GUESSED,
        ),
        city=_component(row, "locality", "long_name"),
        county=_component(row, "administrative_area_level_2", "long_name"),
        state=state,
        country=country,
        place_id=text(row, "place_id"),
    )


CORNERS = (("southwest", "lng"), ("southwest", "lat"), ("northeast", "lng"), ("northeast", "lat"))


def _component(row: Row, kind: str, length: str) -> str:
    """One part of an address."""
    for component in items(row, "address_components"):
        if kind in items(component, "types"):
            return text(component, length)
    return ""
