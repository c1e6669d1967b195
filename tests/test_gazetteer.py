"""The tables of places: each row lies where it says, and says where that is known from."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from mapper import gazetteer, places, streets
from mapper.contract import US_STATES
from mapper.model import Context, Position, distance_m
from tests.conftest import REAL, read_table

# A file and the row, node or entry in it that was opened; a derivation; or plain knowledge.
OPENED = re.compile(
    r"\S+\.(?:csv|txt|json|geojson) (?:row|stop_id|node|\(.+\) station) .+"
    r"|.+ file id \d+, entry .+|\S+ \d+ \(PyPI, .+\) \S+ row .+"
)
SOURCE = re.compile(rf"(?:{OPENED.pattern}|\S+/\S+ {OPENED.pattern}|derived: .+|editor\b.*)")
EDITOR_RADIUS_M = 250
# Every school, landmark, street and neighborhood that the documents name: text, city, state, id.
NAMED = [
    ("East Los Angeles", "East Los Angeles", "CA", "neighborhood-east-los-angeles"),
    ("MacArthur Park", "Los Angeles", "CA", "landmark-macarthur-park"),
    ("Overfelt High School", "San Jose", "CA", "school-overfelt-san-jose"),
    ("Buford Highway", "Chamblee", "GA", "street-buford-highway-chamblee"),
    (
        "in front of the state Capitol in Little Rock",
        "Little Rock",
        "AR",
        "landmark-arkansas-state-capitol",
    ),
    ("US Highway 101", "Los Angeles", "CA", "street-us-101-downtown-los-angeles"),
    ("City Hall", "Los Angeles", "CA", "landmark-los-angeles-city-hall"),
    ("Calle Olvera", "Los Angeles", "CA", "landmark-olvera-street"),
    ("Grand Arts", "Los Angeles", "CA", "school-cortines-los-angeles"),
    ("downtown Los Angeles", "Los Angeles", "CA", "neighborhood-downtown"),
    ("Santa Monica High School", "Santa Monica", "CA", "school-santa-monica-santa-monica"),
    ("Venice High", "Los Angeles", "CA", "school-venice-los-angeles"),
    ("Westwood", "Los Angeles", "CA", "neighborhood-westwood"),
    (
        "outside of an ICE detention center in Elizabeth",
        "Elizabeth",
        "NJ",
        "landmark-elizabeth-detention-center",
    ),
    ("Mariachi Plaza", "Los Angeles", "CA", "landmark-mariachi-plaza"),
    (
        "University of Southern California (USC)",
        "Los Angeles",
        "CA",
        "university-university-of-southern-california",
    ),
    (
        "West Adams Preparatory High School",
        "Los Angeles",
        "CA",
        "school-west-adams-prep-los-angeles",
    ),
    ("Francisco Bravo Medical Magnet", "Los Angeles", "CA", "school-bravo-los-angeles"),
    ("Miguel Contreras High School", "Los Angeles", "CA", "school-miguel-contreras-los-angeles"),
    ("James A. Garfield", "Los Angeles", "CA", "school-garfield-east-los-angeles"),
    ("Lincoln", "Los Angeles", "CA", "school-lincoln-los-angeles"),
    (
        "in front of the Miyako Hotel in Little Tokyo",
        "Los Angeles",
        "CA",
        "landmark-miyako-hotel-little-tokyo",
    ),
    (
        "streets around the Metropolitan Detention Center",
        "Los Angeles",
        "CA",
        "landmark-metropolitan-detention-center-los-angeles",
    ),
    ("Felicitas and Gonzalo Mendez High School", "Los Angeles", "CA", "school-mendez-los-angeles"),
    (
        "Robert F. Kennedy Community Schools",
        "Los Angeles",
        "CA",
        "school-robert-f-kennedy-community-schools-los-angeles",
    ),
    ("Roosevelt High School", "Los Angeles", "CA", "school-roosevelt-los-angeles"),
    ("Woodrow Wilson", "Los Angeles", "CA", "school-wilson-los-angeles"),
    # named in the documents, not in a place_text of the table
    ("Koreatown", "Los Angeles", "CA", "neighborhood-koreatown"),
    ("Pico Union", "Los Angeles", "CA", "neighborhood-pico-union"),
    ("Little Tokyo", "Los Angeles", "CA", "neighborhood-little-tokyo"),
    ("Boyle Heights", "Los Angeles", "CA", "neighborhood-boyle-heights"),
    ("along 1st Street", "Los Angeles", "CA", "street-first-street-los-angeles"),
]
# Texts of data/events.csv that name no place of the project's own table.
UNNAMED = {
    "many other cities of California",
    "all over the country",
    "cities across the United States",
    "50 states",
    "across the city",
    "in every corner of the city",
    "outside an ICE office",
    "Atlanta, Chamblee, Georgia",
    "to downtown Chicago",
    "downtown",
    "Los Angeles Unified School District",
}


@pytest.fixture(scope="module")
def own() -> pd.DataFrame:
    """The project's own table."""
    return gazetteer.read(REAL.geo / "gazetteer.csv")[0]


@pytest.fixture(scope="module")
def us() -> pd.DataFrame:
    """Cities, counties, states and the country."""
    return gazetteer.read_us(REAL.geo / "us_places.csv")


def beyond(rows: pd.DataFrame, circles: pd.DataFrame, column: str) -> set[str]:
    """The rows outside every circle of the name in their column and their state."""
    pairs = rows.merge(
        circles, left_on=[column, "state"], right_on=["key", "state"], suffixes=("", "_of")
    )
    inside = [
        distance_m(Position(lon=p.lon, lat=p.lat), Position(lon=p.lon_of, lat=p.lat_of))
        <= p.uncertainty_m_of
        for p in pairs.itertuples()
    ]
    return set(pairs["place_id"]) - set(pairs.loc[inside, "place_id"])


def test_the_real_tables_have_no_fault() -> None:
    assert gazetteer.read(REAL.geo / "gazetteer.csv")[1] == []
    assert streets.read(REAL.geo / "crossings.csv")[1] == []


def test_ids_stand_once_in_both_tables(own: pd.DataFrame, us: pd.DataFrame) -> None:
    assert pd.concat([own["place_id"], us["place_id"]]).is_unique


def test_every_place_lies_in_its_state(own: pd.DataFrame, us: pd.DataFrame) -> None:
    states = us[us["kind"] == "state"].assign(key=lambda rows: rows["state"])
    assert set(own["state"]) <= set(states["state"])
    assert beyond(own, states, "state") == set()


@pytest.mark.parametrize("column", ["city", "postal_city"])
def test_every_place_lies_in_its_city(own: pd.DataFrame, us: pd.DataFrame, column: str) -> None:
    cities = us[us["kind"] == "city"].assign(key=lambda rows: rows["name"])
    named = own[own[column] != ""]
    assert set(named[column]) & set(cities["key"])
    assert beyond(named, cities, column) == set()


@pytest.mark.parametrize("file", ["gazetteer.csv", "crossings.csv"])
def test_every_position_says_where_it_is_known_from(file: str) -> None:
    sources = read_table(REAL.geo / file)["source"]
    assert sources[~sources.str.fullmatch(SOURCE)].tolist() == []


@pytest.mark.parametrize("file", ["gazetteer.csv", "crossings.csv"])
def test_what_an_editor_knows_has_a_wide_radius(file: str) -> None:
    table = read_table(REAL.geo / file)
    known = table[table["source"].str.startswith("editor")]
    assert (known["uncertainty_m"].astype(float) >= EDITOR_RADIUS_M).all()


@pytest.mark.parametrize(("text", "city", "state", "place_id"), NAMED, ids=[n[0] for n in NAMED])
def test_every_place_that_the_documents_name_is_known(
    known: places.Known, text: str, city: str, state: str, place_id: str
) -> None:
    found = places.locate(text, Context(city, state), known)
    assert found.place
    assert found.place.place_id == place_id


def test_every_other_text_of_the_events_is_accounted_for(own: pd.DataFrame) -> None:
    placed = read_table(REAL.geo / "placed_events.csv")
    unnamed = placed[placed["rung"] != "text"]
    assert set(unnamed["query"]) == UNNAMED
    named = placed[placed["place_id"].isin(own["place_id"])]
    assert set(named["place_id"]) <= {place_id for *_, place_id in NAMED}


def test_the_high_schools_of_los_angeles_are_a_denominator(own: pd.DataFrame) -> None:
    schools = own[(own["kind"] == "high_school") & (own["city"] == "Los Angeles")]
    assert len(schools) >= 120
    assert schools["name"].is_unique


def test_schools_outside_the_city_are_not_counted_in_it(own: pd.DataFrame) -> None:
    outside = own[own["city"] != "Los Angeles"].set_index("place_id")
    assert outside.loc["school-garfield-east-los-angeles", "city"] == ""
    assert outside.loc["school-santa-monica-santa-monica", "city"] == "Santa Monica"


def test_every_state_the_district_and_puerto_rico_are_known(us: pd.DataFrame) -> None:
    states = us[us["kind"] == "state"]
    assert sorted(states["state"]) == sorted(US_STATES)
    assert len(states) == 52


def test_every_us_place_has_a_radius_and_lies_in_the_united_states(us: pd.DataFrame) -> None:
    assert (us["uncertainty_m"] > 0).all()
    assert us["lon"].between(-180, -65).all()
    assert us["lat"].between(17, 72).all()


@pytest.mark.parametrize("text", ["Los Angeles County", "Condado de Los Angeles"])
def test_a_county_is_known_by_its_full_name(known: places.Known, text: str) -> None:
    found = places.locate(text, Context(state="CA"), known)
    assert found.place
    assert found.place.rung == "county"
