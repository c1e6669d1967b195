"""A network of streets: corners, extents and house numbers, on a small grid drawn here.

The grid is invented and lies in Fresno, CA: 100 m blocks, avenues from south to north at x = 0,
100 … and streets from west to east at y = 0, 100 …
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, affinity

from mapper import names, places
from mapper.gazetteer import Index
from mapper.model import Circle, Context, Place, Position, distance_m
from mapper.streets import Network
from mapper.streets.loaders.result import RANGES, SEGMENTS

FRESNO = Position(lon=-119.7871, lat=36.7378)
DEGREE_M = 111_195.0
METRES = st.integers(-900, 900)
# A line of the grid: its name, its ends in metres east and north, and what else is known of it.
Line = tuple[str, list[tuple[float, float]], dict[str, object]]


def at(east_m: float, north_m: float) -> Position:
    """A position on the grid."""
    lat = FRESNO.lat + north_m / DEGREE_M
    return Position(FRESNO.lon + east_m / DEGREE_M / math.cos(math.radians(FRESNO.lat)), lat)


def block(name: str, *points: tuple[float, float], **cells: object) -> Line:
    """One block of a street."""
    return name, list(points), cells


def road(name: str, *points: tuple[float, float], **cells: object) -> list[Line]:
    """A street of several blocks, one from each point to the next."""
    return [block(name, one, other, **cells) for one, other in itertools.pairwise(points)]


def segments(lines: Iterable[Line]) -> gpd.GeoDataFrame:
    """The frame that a loader gives: ends at one position are one node."""
    nodes: dict[tuple[float, float], int] = {}
    rows = []
    for number, (name, points, cells) in enumerate(lines):
        ends = [nodes.setdefault(point, len(nodes)) for point in (points[0], points[-1])]
        usual = {"name": name, "aliases": "", "city": "Fresno", "walkable": True}
        usual |= dict(zip(("from_node", "to_node"), ends, strict=True)) | dict.fromkeys(
            RANGES, np.nan
        )
        shape = LineString([at(*point) for point in points])
        rows.append(usual | {"source_id": str(number), "geometry": shape} | cells)
    return gpd.GeoDataFrame(rows, crs="EPSG:4326")[list(SEGMENTS)]


def network(*lines: Line, crossings: Iterable[pd.DataFrame] = ()) -> Network:
    """A network of one file."""
    return Network([*crossings], [segments(lines)])


def corners(net: Network, one: str, other: str) -> list[Place]:
    """The corners of two streets as people write them."""
    return net.corners(names.street(one), names.street(other))


def away_m(place: Place, east_m: float, north_m: float) -> float:
    """How far a place is from a point of the grid."""
    return distance_m(place.position, at(east_m, north_m))


GRID = [
    *road("North Elm Avenue", (0, -100), (0, 0), (0, 100), (0, 200)),
    *road("Oak Avenue", (100, -100), (100, 0), (100, 100), (100, 200)),
    *road("East Birch Street", (-100, 0), (0, 0), (100, 0), (200, 0)),
    *road("Cedar Street", (-100, 100), (0, 100), (100, 100), (200, 100)),
]


@pytest.fixture(scope="module")
def grid() -> Network:
    """Two avenues and two streets."""
    return network(*GRID)


@pytest.mark.parametrize(
    ("one", "other", "east_m", "north_m"),
    [("Elm", "Birch", 0, 0), ("Oak", "Birch", 100, 0), ("Oak", "Cedar", 100, 100)],
)
def test_a_corner_stands_on_its_node_in_either_order(
    grid: Network, one: str, other: str, east_m: float, north_m: float
) -> None:
    [there], [back] = corners(grid, one, other), corners(grid, other, one)
    assert away_m(there, east_m, north_m) <= 15
    assert there.uncertainty_m == 15
    assert (there.rung, there.city) == ("intersection", "Fresno")
    assert away_m(back, east_m, north_m) <= 15


@pytest.mark.parametrize("name", ["Elm", "Elm Ave", "N. Elm Ave.", "Avenida Elm", "ELM AVENUE N"])
def test_a_type_or_a_direction_that_is_not_said_does_not_matter(grid: Network, name: str) -> None:
    assert len(corners(grid, name, "Birch")) == 1


@pytest.mark.parametrize("name", ["Elm Street", "South Elm Avenue", "N Elm Blvd", "Elms"])
def test_a_type_or_a_direction_that_contradicts_is_another_street(grid: Network, name: str) -> None:
    assert corners(grid, name, "Birch") == []


def test_a_type_is_not_held_against_a_street_that_has_none() -> None:
    net = network(*road("Broadway", (0, 0), (100, 0)), *road("Elm", (0, 0), (0, 100)))
    assert len(corners(net, "Broadway Street", "South Elm Ave")) == 1


def test_two_parallel_streets_have_no_corner(grid: Network) -> None:
    assert corners(grid, "Elm", "Oak") == []


def test_two_divided_roads_have_one_corner_in_the_middle_of_their_four_nodes() -> None:
    lines = [
        *(line for x in (0, 20) for line in road("Elm Ave", (x, -90), (x, 0), (x, 20), (x, 99))),
        *(line for y in (0, 20) for line in road("Birch St", (-90, y), (0, y), (20, y), (99, y))),
    ]
    [place] = corners(network(*lines), "Elm", "Birch")
    assert away_m(place, 10, 10) < 1
    assert place.uncertainty_m >= 15 + math.hypot(10, 10) - 1


def test_two_crossings_of_one_pair_far_apart_are_two_places() -> None:
    bow = road("Bow Lane", (0, 0), (50, 80), (900, 80), (950, 0))
    base = road("Birch Street", (0, 0), (450, 0), (950, 0))
    found = corners(network(*bow, *base), "Bow", "Birch")
    assert sorted(round(away_m(place, 0, 0)) for place in found) == [0, 950]
    assert len({place.place_id for place in found}) == 2


def test_a_corner_without_a_city_that_decides_is_ambiguous_among_its_crossings() -> None:
    bow = road("Bow Lane", (0, 0), (50, 80), (900, 80), (950, 0))
    net = network(*bow, *road("Birch Street", (0, 0), (450, 0), (950, 0)))
    found = places.locate("Bow and Birch", Context("Fresno", "CA"), knowing(net))
    assert (found.status, found.rule, len(found.candidates)) == ("ambiguous", "homonym", 2)


@pytest.mark.parametrize("name", ["Elm", "Old Mill Road", "State Route 99"])
def test_a_street_has_the_corners_of_all_its_names(name: str) -> None:
    aliases = {"aliases": "Old Mill Road|State Route 99"}
    net = network(*road("Elm Avenue", (0, -90), (0, 0), **aliases), block("Birch", (0, 0), (90, 0)))
    [place] = corners(net, name, "Birch")
    assert away_m(place, 0, 0) < 1


def test_a_street_that_changes_its_name_meets_itself_where_it_does() -> None:
    net = network(block("First Street", (0, 0), (90, 0)), block("Grand Ave", (90, 0), (180, 0)))
    [place] = corners(net, "1st", "Grand")
    assert away_m(place, 90, 0) < 1


def test_a_freeway_has_no_corner_and_is_still_a_street() -> None:
    net = network(*GRID, *road("Golden Freeway", (0, -100), (0, 0), (0, 100), walkable=False))
    assert corners(net, "Golden Freeway", "Birch") == []
    assert net.extent(names.street("Golden Freeway"), ()) is not None


def test_a_bridge_has_no_corner_with_the_street_below() -> None:
    net = network(*road("Elm", (0, -90), (0, 90)), *road("Birch Bridge", (-90, 0), (90, 0)))
    assert corners(net, "Elm", "Birch Bridge") == []


def test_an_unknown_street_has_no_corner(grid: Network) -> None:
    assert corners(grid, "Elm", "Nowhere") == []
    assert grid.named("Nowhere Street") is None


def test_a_misspelt_street_is_known_by_its_neighbors() -> None:
    net = network(*road("Figueroa Street", (0, 0), (90, 0)))
    assert [street.core for street in net.similar("Figueora St")] == ["figueroa"]


# One block from west to east: odd numbers 101-199 on its left, even 100-198 on its right.
ODD_LEFT = {"left_from": 101.0, "left_to": 199.0, "right_from": 100.0, "right_to": 198.0}
DOWNWARD = {"left_from": 198.0, "left_to": 100.0, "right_from": 199.0, "right_to": 101.0}


def houses(number: int, *lines: Line) -> list[Place]:
    """Where a number stands on Birch Street."""
    return network(*lines).numbers(number, names.street("Birch St"))


@pytest.mark.parametrize(("number", "east_m"), [(101, 0), (150, 51), (199, 100), (126, 26.5)])
def test_a_house_stands_at_its_share_of_the_block(number: int, east_m: float) -> None:
    [place] = houses(number, block("Birch Street", (0, 0), (100, 0), **ODD_LEFT))
    assert away_m(place, east_m, 0) < 1
    assert (place.rung, place.name) == ("address", f"{number} Birch Street")


@pytest.mark.parametrize(("number", "east_m"), [(101, 100), (150, 49), (199, 0)])
def test_a_line_may_be_drawn_against_its_numbers(number: int, east_m: float) -> None:
    [place] = houses(number, block("Birch Street", (0, 0), (100, 0), **DOWNWARD))
    assert away_m(place, east_m, 0) < 1


@given(st.integers(100, 199))
@settings(max_examples=10, deadline=None, derandomize=True)
def test_the_circle_of_a_house_reaches_both_ends_of_its_block(number: int) -> None:
    [place] = houses(number, block("Birch Street", (0, 0), (60, 0), (60, 40), **ODD_LEFT))
    assert place.uncertainty_m >= max(away_m(place, 0, 0), away_m(place, 60, 40)) + 15


def test_odd_and_even_numbers_stand_on_their_own_blocks() -> None:
    odd = block("Birch Street", (0, 0), (100, 0), left_from=101.0, left_to=199.0)
    even = block("Birch Street", (500, 0), (600, 0), right_from=100.0, right_to=198.0)
    [left], [right] = houses(151, odd, even), houses(150, odd, even)
    assert away_m(left, 51, 0) < 1
    assert away_m(right, 551, 0) < 1


def test_a_block_with_both_kinds_of_numbers_holds_both() -> None:
    mixed = block("Birch Street", (0, 0), (100, 0), left_from=101.0, left_to=200.0)
    assert len(houses(150, mixed)) == len(houses(151, mixed)) == 1


def test_a_block_with_one_house_has_it_in_its_middle() -> None:
    [place] = houses(101, block("Birch Street", (0, 0), (100, 0), left_from=101.0, left_to=101.0))
    assert away_m(place, 50, 0) < 1


@pytest.mark.parametrize("number", [1, 99, 200, 99_999])
def test_a_number_outside_all_blocks_is_nowhere(number: int) -> None:
    assert houses(number, block("Birch Street", (0, 0), (100, 0), **ODD_LEFT)) == []


def test_a_half_known_range_holds_no_number() -> None:
    assert houses(150, block("Birch Street", (0, 0), (100, 0), right_from=100.0)) == []


def test_east_and_west_of_one_street_have_the_same_numbers_at_two_places() -> None:
    ends = [("East Birch Street", 500.0), ("West Birch Street", -500.0)]
    lines = [block(name, (x, 0), (x + 100, 0), **ODD_LEFT) for name, x in ends]
    assert len(houses(150, *lines)) == 2
    [place] = network(*lines).numbers(150, names.street("150 W Birch".partition(" ")[2]))
    assert away_m(place, -449, 0) < 2


def test_the_circle_of_a_street_holds_every_vertex_in_scope(grid: Network) -> None:
    whole = grid.extent(names.street("Elm"), ())
    assert whole is not None
    assert max(away_m(whole, 0, north_m) for north_m in (-100, 0, 200)) <= whole.uncertainty_m
    assert whole.uncertainty_m < 150 + 20


def test_a_street_reaches_no_farther_than_the_scope(grid: Network) -> None:
    part = grid.extent(names.street("Elm"), [Circle(at(0, 0), 110)])
    assert part is not None
    assert away_m(part, 0, 0) < 1
    assert 100 <= part.uncertainty_m <= 120


def test_a_street_outside_the_scope_is_not_there(grid: Network) -> None:
    assert grid.extent(names.street("Elm"), [Circle(at(5_000, 0), 110)]) is None


@given(st.lists(st.tuples(METRES, METRES), min_size=2, max_size=8))
@settings(max_examples=10, deadline=None, derandomize=True)
def test_every_vertex_of_any_street_is_in_its_circle(points: list[tuple[int, int]]) -> None:
    whole = network(block("Elm", *points)).extent(names.street("Elm"), ())
    assert whole is not None
    assert all(away_m(whole, *point) <= whole.uncertainty_m for point in points)


def knowing(net: Network) -> places.Known:
    """What is known of places where only this network and one city are."""
    city = {
        "place_id": "fresno", "name": "Fresno", "kind": "city", "aliases": "", "address": "",
        "lon": FRESNO.lon, "lat": FRESNO.lat, "uncertainty_m": 15_000.0, "neighborhood": "",
        "city": "Fresno", "postal_city": "", "county": "Fresno", "state": "CA",
    }  # fmt: skip
    return places.Known(Index([pd.DataFrame([city])]), net)


@pytest.mark.parametrize(
    "text",
    ["Elm between Birch and Cedar", "Elm Ave. entre Cedar y Birch", "Elm from Birch to Cedar",
     "between Birch and Cedar on Elm"],
)  # fmt: skip
def test_a_stretch_is_the_circle_between_its_corners(grid: Network, text: str) -> None:
    found = places.locate(text, Context("Fresno", "CA"), knowing(grid))
    assert found.place
    assert (found.rule, found.place.rung) == ("stretch", "street")
    assert away_m(found.place, 0, 50) < 5
    assert 50 <= found.place.uncertainty_m <= 120


def test_a_stretch_with_one_end_twice_is_none(grid: Network) -> None:
    found = places.locate(
        "Elm between Birch and East Birch", Context("Fresno", "CA"), knowing(grid)
    )
    assert (found.place, found.rule) == (None, "same_corner")


@pytest.mark.parametrize(
    "text",
    ["100 block of Birch Street", "the 100 block of Birch", "la cuadra 100 de la calle Birch"],
)
def test_a_block_is_the_circle_of_its_houses(text: str) -> None:
    net = network(block("Birch Street", (0, 0), (100, 0), **ODD_LEFT))
    found = places.locate(text, Context("Fresno", "CA"), knowing(net))
    assert found.place
    assert (found.rule, found.place.rung) == ("stretch", "street")
    assert max(away_m(found.place, east_m, 0) for east_m in (0, 100)) <= found.place.uncertainty_m


def test_a_block_of_one_house_is_a_circle_still() -> None:
    one = {"left_from": 101.0, "left_to": 101.0, "right_from": 100.0, "right_to": 100.0}
    found = places.locate(
        "100 block of Birch",
        Context("Fresno", "CA"),
        knowing(network(block("Birch", (0, 0), (100, 0), **one))),
    )
    assert found.place
    assert found.place.uncertainty_m >= 50


def test_blocks_of_east_and_west_are_not_made_one() -> None:
    east = block("East Birch Street", (500, 0), (600, 0), **ODD_LEFT)
    west = block("West Birch Street", (-600, 0), (-500, 0), **ODD_LEFT)
    known = knowing(network(east, west))
    assert places.locate("100 block of Birch", Context("Fresno", "CA"), known).status == "ambiguous"
    found = places.locate("100 block of E. Birch St.", Context("Fresno", "CA"), known)
    assert found.place
    assert away_m(found.place, 550, 0) < 20


def test_a_street_that_has_one_node_in_scope_is_a_circle_still(grid: Network) -> None:
    part = grid.extent(names.street("Elm"), [Circle(at(0, 0), 30)])
    assert part is not None
    assert part.uncertainty_m >= 15


def test_a_house_number_that_the_street_has_not_is_told(grid: Network) -> None:
    net = network(block("Birch Street", (0, 0), (100, 0), **ODD_LEFT))
    found = places.locate("950 Birch Street", Context("Fresno", "CA"), knowing(net))
    assert (found.status, found.rule) == ("not_found", "number_outside")


def crossing(east_m: float, uncertainty_m: float) -> pd.DataFrame:
    """A table with the corner of Elm and Birch, moved to the east."""
    spot = at(east_m, 0)
    row = {"street_a": "Elm Avenue", "street_b": "Birch Street", "uncertainty_m": uncertainty_m}
    row |= {"lon": spot.lon, "lat": spot.lat, "city": "Fresno", "neighborhood": "Tower District"}
    return pd.DataFrame([row])


def test_a_finer_file_answers_where_a_table_agrees_and_the_neighborhood_stays() -> None:
    net = network(*GRID, crossings=[crossing(east_m=40, uncertainty_m=60)])
    [place] = corners(net, "Elm", "Birch")
    assert (place.uncertainty_m, round(away_m(place, 0, 0))) == (15, 0)
    assert place.neighborhood == "Tower District"


def test_a_table_that_disagrees_is_a_place_of_its_own() -> None:
    net = network(*GRID, crossings=[crossing(east_m=3_000, uncertainty_m=60)])
    assert sorted(place.uncertainty_m for place in corners(net, "Elm", "Birch")) == [15, 60]


def test_a_crossing_is_found_by_its_id() -> None:
    net = Network([crossing(east_m=0, uncertainty_m=60)])
    assert net.by_id("crossing-elm-avenue-birch-street") == corners(net, "Elm", "Birch")[0]
    assert net.by_id("crossing-nowhere") is None


ASKED = [
    "Elm and Birch", "Birch St. & Oak Ave", "Elm", "Cedar Street", "150 Cedar Street",
    "Elm between Birch and Cedar", "Elm and Oak", "Elm and Nowhere",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(["Elm", "Birch", "Oak", "Maple", "Nowhere"]), min_size=2, max_size=4)
)
@settings(max_examples=5, deadline=None, derandomize=True)
def test_a_file_of_another_city_changes_no_answer(grid: Network, streets: list[str]) -> None:
    far = segments(
        line
        for number, name in enumerate(dict.fromkeys(streets))
        for line in road(f"{name} Street", (-100, number * 100), (0, 0), (200, number * 100))
    )
    far = far.assign(geometry=[affinity.translate(line, 30, 5) for line in far.geometry], city="")
    both = knowing(Network([], [segments(GRID), far]))
    context = Context("Fresno", "CA")
    for text in ASKED:
        told = places.locate(text, context, both)
        assert told.place == places.locate(text, context, knowing(grid)).place, text
