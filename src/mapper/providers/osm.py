"""What a thing of OpenStreetMap is on the precision ladder: Nominatim and Photon both tell tags."""

from __future__ import annotations

EDUCATION = {"school", "university", "college", "kindergarten", "education"}
# Points of a road or a line: a place is not where its bus stops, even if the stop bears its name.
STOPS = {
    "highway": {
        "bus_stop",
        "platform",
        "street_lamp",
        "crossing",
        "traffic_signals",
        "rest_area",
        "services",
        "speed_camera",
        "stop",
        "motorway_junction",
    },
    "railway": {"platform", "stop", "tram_stop", "subway_entrance", "signal", "switch"},
    "public_transport": {"platform", "stop_position", "stop_area"},
    "amenity": {
        "atm",
        "bench",
        "bicycle_parking",
        "bicycle_rental",
        "charging_station",
        "parking",
        "parking_entrance",
        "parking_space",
        "post_box",
        "taxi",
        "toilets",
        "vending_machine",
        "waste_basket",
    },
    "place": {"postcode", "sea", "ocean", "continent"},
    "boundary": {"postal_code", "timezone", "maritime"},
}
LANDMARKS = {
    "aerialway",
    "aeroway",
    "amenity",
    "bridge",
    "building",
    "club",
    "craft",
    "emergency",
    "healthcare",
    "historic",
    "landuse",
    "leisure",
    "man_made",
    "military",
    "natural",
    "office",
    "public_transport",
    "railway",
    "shop",
    "tourism",
    "waterway",
}
HOUSES = {"house", "houses", "house_number", "building", "residential", "apartments", "yes"}
# Values of addresstype (Nominatim), type (Photon) and the tag "place".
AREAS = {
    "country": "country",
    "state": "state",
    "county": "county",
    "city": "city",
    "town": "city",
    "village": "city",
    "hamlet": "city",
    "municipality": "city",
    # A census-designated place is what GeoNames has among its cities.
    "census": "city",
    "borough": "neighborhood",
    "city_block": "neighborhood",
    "city_district": "neighborhood",
    "district": "neighborhood",
    "locality": "neighborhood",
    "neighbourhood": "neighborhood",
    "quarter": "neighborhood",
    "residential": "neighborhood",
    "suburb": "neighborhood",
}
# Address ranks of administrative boundaries, the highest of each:
# nominatim.org/release-docs/latest/customize/Ranking
RANKS = ((4, "country"), (9, "state"), (12, "county"), (16, "city"), (24, "neighborhood"))


def rung(key: str, value: str, level: str, rank: int = 0) -> str:
    """The rung of one thing.

    Args:
        key: of its main tag (``amenity``).
        value: of its main tag (``school``).
        level: what it is in addresses (``city``), or "".
        rank: Nominatim's, or 0.

    Returns:
        A word of the ladder, or "" for what no text of ours can mean.
    """
    if value in STOPS.get(key, ()):
        return ""
    if value in EDUCATION and key in ("amenity", "building", "landuse"):
        return "campus"
    if key == "highway":
        return "street"
    if key in ("place", "boundary"):
        return _area(key, value, level, rank)
    return _thing(key, value, level)


def _area(key: str, value: str, level: str, rank: int) -> str:
    """The rung of what has a boundary or is tagged as a place."""
    if key == "place" and value in HOUSES:
        return "address"
    if key == "place" and value == "square":
        return "landmark"
    named = AREAS.get(level) or AREAS.get(value)
    return named or next((word for most, word in RANKS if 0 < rank <= most), "")


def _thing(key: str, value: str, level: str) -> str:
    """The rung of a building, a park and the like."""
    if key == "building" and (value in HOUSES or level == "house"):
        return "address"
    if key == "landuse" and value == "residential":
        return "neighborhood"
    return "landmark" if key in LANDMARKS else ""


def is_interpolated(key: str, value: str, kind: str) -> bool:
    """Whether a house number was reckoned from its neighbours along a line.

    Such answers carry the id of the line: a way. The few houses that are drawn as ways without
    being buildings are taken for reckoned too, which only widens their circle.
    """
    return key == "place" and value in ("house", "houses") and kind[:1].lower() == "w"
