"""What answers say, how far they may be wrong, and which of them are believed."""

from __future__ import annotations

import copy
import dataclasses
import random
from datetime import date
from typing import Any

import pytest
from geocoding_server import ARCGIS, GOOGLE, PELIAS, PHOTON, SCHOOL, address

from mapper.model import LADDER, Context, Place, Position, distance_m
from mapper.providers import Answer, open_formats, osm, paid_formats, reason_against
from mapper.providers.asking import DIALECTS
from mapper.providers.radius import extent, uncertainty_m
from mapper.providers.rows import Facts, state_code, whereabouts

HERE = Position(lon=-118.29, lat=34.061)
LA = Context("Los Angeles", "CA")
LOS_ANGELES = Place("la", "Los Angeles", "city", Position(-118.24368, 34.05223), 44_400)
PASADENA = Place("pasadena", "Pasadena", "city", Position(-118.14452, 34.14778), 17_000)
SCHOOL_ANSWER = Answer(
    name="Invented High School",
    rung="campus",
    position=HERE,
    uncertainty_m=355,
    city="Los Angeles",
    county="Los Angeles County",
    state="CA",
    country="US",
    service="nominatim",
    attribution="nobody",
    asked=date(2026, 1, 2),
    raw="{}",
    place_id="way/900001",
)


def reason(wanted: tuple[str, ...] = ("campus",), **changes: object) -> str:
    """The reason against the school's answer with some things changed, asked for Los Angeles."""
    changed = dataclasses.replace(SCHOOL_ANSWER, **changes)
    return reason_against(changed, wanted, LA, [LOS_ANGELES], [PASADENA])


def nominatim(**changes: object) -> Facts:
    return open_formats.nominatim(SCHOOL | changes, HERE)


@pytest.mark.parametrize(
    ("key", "value", "level", "rung"),
    [
        ("amenity", "school", "amenity", "campus"),
        ("amenity", "university", "amenity", "campus"),
        ("building", "school", "building", "campus"),
        ("highway", "bus_stop", "highway", ""),
        ("public_transport", "platform", "", ""),
        ("amenity", "parking", "", ""),
        ("railway", "station", "railway", "landmark"),
        ("leisure", "park", "park", "landmark"),
        ("highway", "residential", "road", "street"),
        ("highway", "motorway", "road", "street"),
        ("place", "house", "place", "address"),
        ("building", "yes", "building", "address"),
        ("place", "square", "square", "landmark"),
        ("place", "suburb", "suburb", "neighborhood"),
        ("place", "city", "city", "city"),
        ("boundary", "administrative", "city", "city"),
        ("boundary", "administrative", "county", "county"),
        ("boundary", "administrative", "state", "state"),
        ("boundary", "administrative", "country", "country"),
        ("boundary", "postal_code", "postcode", ""),
        ("place", "ocean", "", ""),
        ("route", "bus", "", ""),
        ("", "", "", ""),
    ],
)
def test_tags_have_rungs(key: str, value: str, level: str, rung: str) -> None:
    assert osm.rung(key, value, level) == rung


@pytest.mark.parametrize(
    ("rank", "rung"), [(4, "country"), (8, "state"), (12, "county"), (16, "city"), (30, "")]
)
def test_a_boundary_without_a_level_goes_by_its_rank(rank: int, rung: str) -> None:
    assert osm.rung("boundary", "administrative", "", rank) == rung


@pytest.mark.parametrize(
    ("layer", "rung"),
    [("address", "address"), ("locality", "city"), ("region", "state"), ("postalcode", "")],
)
def test_pelias_layers_have_rungs(layer: str, rung: str) -> None:
    assert pelias(layer=layer).rung == rung


@pytest.mark.parametrize(
    ("changes", "rung"),
    [
        ({"name": "Invented High School Bus Stop"}, ""),
        ({"name": "Made Up Park"}, "landmark"),
        ({"name": "Stop Motion Academy", "category": ["education"]}, "campus"),
        ({"name": "Invented High School", "category": ["transport:public"]}, ""),
    ],
)
def test_pelias_venues_are_told_apart(changes: dict[str, Any], rung: str) -> None:
    assert pelias(**changes).rung == rung


def pelias(**changes: object) -> Facts:
    row = copy.deepcopy(PELIAS["features"][0])
    row["properties"] |= changes
    return open_formats.pelias(row, HERE)


@pytest.mark.parametrize(
    ("told", "kind", "rung"),
    [
        ("POI", "College", "campus"),
        ("POI", "Bus Stop", ""),
        ("POI", "Park", "landmark"),
        ("PointAddress", "", "address"),
        ("StreetInt", "", "intersection"),
        ("StreetName", "", "street"),
        ("Locality", "City", "city"),
        ("Locality", "Neighborhood", "neighborhood"),
        ("Locality", "Subregion", "county"),
        ("Postal", "", ""),
    ],
)
def test_arcgis_types_have_rungs(told: str, kind: str, rung: str) -> None:
    row = copy.deepcopy(ARCGIS["candidates"][0])
    row["attributes"] |= {"Addr_type": told, "Type": kind}
    assert paid_formats.arcgis(row, HERE).rung == rung


@pytest.mark.parametrize(
    ("types", "rung"),
    [
        (["university", "establishment"], "campus"),
        (["bus_station", "establishment", "point_of_interest", "transit_station"], ""),
        (["train_station", "establishment", "point_of_interest"], "landmark"),
        (["street_address"], "address"),
        (["intersection"], "intersection"),
        (["route"], "street"),
        (["locality", "political"], "city"),
        (["administrative_area_level_1", "political"], "state"),
        (["postal_code"], ""),
        ([], ""),
    ],
)
def test_google_types_have_rungs(types: list[str], rung: str) -> None:
    assert paid_formats.google(GOOGLE["results"][0] | {"types": types}, HERE).rung == rung


def test_the_radius_reaches_the_farthest_corner() -> None:
    corner = Position(lon=-118.28, lat=34.07)
    box = extent([-118.30, 34.06, corner.lon, corner.lat])
    assert uncertainty_m("street", HERE, box) == pytest.approx(distance_m(HERE, corner), rel=0.01)


@pytest.mark.parametrize(
    ("rung", "floor"), [("campus", 210), ("address", 50), ("intersection", 60), ("landmark", 150)]
)
def test_a_point_has_the_floor_of_its_rung(rung: str, floor: float) -> None:
    assert uncertainty_m(rung, HERE, None) == floor
    assert uncertainty_m(rung, HERE, extent([*HERE, *HERE])) == floor


@pytest.mark.parametrize("rung", LADDER[LADDER.index("street") :])
def test_what_has_an_extent_needs_one(rung: str) -> None:
    assert uncertainty_m(rung, HERE, None) == 0
    assert reason((rung,), rung=rung, uncertainty_m=0.0) == "wrong_type"


@pytest.mark.parametrize(
    "numbers",
    [["x", 0, 1, 1], [None, 0, 1, 1], ["NaN", 0, 1, 1], [2, 0, 1, 1], [0, 2, 1, 1], [0, 0, 1, 91]],
)
def test_what_is_no_extent_is_none(numbers: list[object]) -> None:
    assert extent(numbers) is None


def test_a_reckoned_house_number_is_less_exact() -> None:
    point = ["34.061", "34.061", "-118.29", "-118.29"]
    house = {"class": "place", "type": "house", "addresstype": "place", "boundingbox": point}
    assert nominatim(**house, osm_type="node").uncertainty_m == 50
    assert nominatim(**house, osm_type="way").uncertainty_m == 100
    row = copy.deepcopy(GOOGLE["results"][0]) | {"types": ["street_address"]}
    row["geometry"] = {"location_type": "RANGE_INTERPOLATED"}
    assert paid_formats.google(row, HERE).uncertainty_m == 100
    assert pelias(layer="address", match_type="interpolated").uncertainty_m >= 100


def test_photons_extent_begins_in_the_north_west() -> None:
    found = open_formats.photon(PHOTON["features"][0], HERE)
    assert found.uncertainty_m == pytest.approx(nominatim().uncertainty_m)


@pytest.mark.parametrize(
    ("written", "code"),
    [("CA", "CA"), ("US-CA", "CA"), ("California", "CA"), ("Bavaria", ""), ("", "")],
)
def test_states_become_two_letters(written: str, code: str) -> None:
    assert state_code(written) == code


def test_puerto_rico_is_a_state_of_the_us_here() -> None:
    assert whereabouts("", "pr") == whereabouts("", "PRI") == ("PR", "US")


def test_a_town_is_a_city_too() -> None:
    named = address() | {"town": "Little Made Up"}
    del named["city"]
    assert nominatim(address=named).city == "Little Made Up"


def test_the_right_answer_is_believed() -> None:
    assert reason() == ""
    assert reason_against(SCHOOL_ANSWER, ("campus",), Context(), []) == ""


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"country": "MX"}, "other_country"),
        ({"country": ""}, "other_country"),
        ({"position": Position(lon=34.061, lat=-66.0)}, "other_country"),
        ({"state": "NV"}, "other_state"),
        ({"state": ""}, "other_state"),
        ({"rung": "street"}, "wrong_type"),
        ({"rung": ""}, "wrong_type"),
        ({"rung": "landmark"}, "wrong_type"),
        ({"rung": "city"}, "too_coarse"),
        ({"city": "Fresno", "position": Position(-119.77, 36.74)}, "other_city"),
        ({"city": "Pasadena", "position": Position(-118.14, 34.15)}, "other_city"),
        ({"position": Position(-119.77, 36.74)}, "too_far"),
        ({"uncertainty_m": float("nan")}, "wrong_type"),
    ],
)
def test_a_wrong_answer_is_refused(changes: dict[str, Any], why: str) -> None:
    assert reason(**changes) == why


def test_a_street_is_not_answered_by_a_house() -> None:
    assert reason(("street",), rung="address") == "too_fine"
    assert reason(("city",), rung="neighborhood") == "too_fine"


def test_a_coarser_answer_does_where_the_text_allows_it() -> None:
    assert reason(("campus", "neighborhood", "city"), rung="neighborhood") == ""
    assert reason(("campus", "neighborhood", "city"), rung="street") == "wrong_type"
    assert reason(("neighborhood",), rung="county") == "too_coarse"


def test_a_place_without_a_city_counts_where_it_lies() -> None:
    assert reason(city="") == ""
    assert reason(city="Van Nuys", position=Position(-118.449, 34.187)) == ""
    assert reason(city="", position=Position(-117.2, 34.1)) == "other_city"


def test_accents_and_case_do_not_make_another_city() -> None:
    assert reason(city="LOS ÁNGELES") == ""


def test_a_county_must_hold_the_city() -> None:
    county = {"rung": "county", "uncertainty_m": 90_000.0, "city": ""}
    assert reason(("county",), **county) == ""
    assert reason(("county",), **county, position=Position(-122.4, 37.8)) == "too_far"


@pytest.mark.parametrize("name", DIALECTS)
def test_rows_of_any_shape_are_read_or_refused(name: str) -> None:
    bodies = {
        "nominatim": SCHOOL,
        "photon": PHOTON["features"][0],
        "pelias": PELIAS["features"][0],
        "arcgis": ARCGIS["candidates"][0],
        "google": GOOGLE["results"][0],
    }
    dice = random.Random(7)  # noqa: S311 - the same rows each time
    for _ in range(300):
        row = _damaged(copy.deepcopy(bodies[name]), dice)
        try:
            facts = DIALECTS[name].facts(row, HERE)
        except (LookupError, TypeError, ValueError, AttributeError):
            continue
        assert all(isinstance(value, str | float) for value in facts)
        assert facts.uncertainty_m >= 0
        assert facts.rung in ("", *LADDER)


def _damaged(row: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """The row with one thing in it replaced, at any depth."""
    holder: Any = row
    while True:
        key = dice.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
        if isinstance(holder[key], dict | list) and holder[key] and dice.random() < 0.7:
            holder = holder[key]
            continue
        holder[key] = dice.choice([None, 7, -1.5, "", "x", [], {}, [[]], {"a": 1}, True, "NaN"])
        return row
