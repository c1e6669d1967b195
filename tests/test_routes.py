"""Descriptions to lines on a small invented network: legs with and without a street, ends, gaps."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from mapper import routes
from mapper.model import Circle, Place, Placement, Position, distance_m
from mapper.routes import Line, Told
from mapper.streets.walks import Network, Walks, from_segments

# Six streets from the south to the north and six avenues from the west to the east, 200 m apart.
STREETS = ("Oak Street", "Pine Street", "Elm Street", "Ash Street", "Fir Street", "Yew Street")
AVENUES = ("Lake Avenue", "Hill Avenue", "Gate Avenue", "Vine Avenue", "Mill Avenue", "Bay Avenue")
STEP, WEST, SOUTH = 0.002, -118.0, 34.0
NETWORK = Network("grid.geojson", "2026-01-31")


def at(avenue: str, street: str) -> Position:
    """Where an avenue meets a street, by the first words of their names."""
    column = next(n for n, name in enumerate(AVENUES) if name.startswith(avenue))
    row = next(n for n, name in enumerate(STREETS) if name.startswith(street))
    return Position(WEST + STEP * column, SOUTH + STEP * row)


PLACES = {
    "town hall": at("Hill", "Elm"),
    "union plaza": Position(WEST + 0.0006, SOUTH - 0.0006),  # south-east of Lake & Oak
    "park": at("Mill", "Yew"),
}


def locate(text: str) -> Placement:
    """The few places of the town."""
    spot = PLACES.get(text.lower().removeprefix("the "))
    if spot is None:
        return Placement(text, "not_found", "unknown")
    return Placement(text, "placed", "name", Place(text, text, "landmark", spot, 20.0))


def segments(without: tuple[tuple[str, str, str], ...] = ()) -> gpd.GeoDataFrame:
    """The grid as segments; ``without`` are blocks (street, and the two avenues) left out."""
    rows = []
    for y, street in enumerate(STREETS):
        for x, avenue in enumerate(AVENUES):
            node = 10 * y + x
            if x + 1 < len(AVENUES) and (street, avenue, AVENUES[x + 1]) not in without:
                rows.append((street, node, node + 1))
            if y + 1 < len(STREETS):
                rows.append((avenue, node, node + 10))
    return _frame(rows)


SHORT_OF_GATE = 70  # a node on Elm Street, 40 m west of Gate Avenue


def _spot(node: int) -> tuple[float, float]:
    """Where a node lies."""
    if node == SHORT_OF_GATE:
        return at("Gate", "Elm").lon - STEP / 5, at("Gate", "Elm").lat
    return WEST + STEP * (node % 10), SOUTH + STEP * (node // 10)


def _frame(rows: list[tuple[str, int, int]]) -> gpd.GeoDataFrame:
    """Rows of name and two nodes as a loader gives them."""
    return gpd.GeoDataFrame(
        {
            "name": [name for name, *_ in rows],
            "aliases": "",
            "from_node": [one for _, one, _ in rows],
            "to_node": [other for *_, other in rows],
            "walkable": [not name.startswith("US") for name, *_ in rows],
        },
        geometry=[shapely.LineString([_spot(one), _spot(other)]) for _, one, other in rows],
        crs=4326,
    )


@pytest.fixture(scope="module")
def walks() -> Walks:
    """The whole grid."""
    return from_segments(segments(), NETWORK)


def line(words: str, walks: Walks, start: str = "", end: str = "") -> Line:
    """The only line of a description."""
    (found,) = routes.compiled(Told(words, start, end), locate, [walks])
    return found


def way(found: Line, certainty: str = "stated") -> list[tuple[str, Position, Position]]:
    """The parts of one certainty: street, first and last position, to 1 m."""
    return [
        (part.leg.street if part.leg else "", _round(part.line[0]), _round(part.line[-1]))
        for part in found.parts
        if part.certainty == certainty
    ]


def _round(spot: Position) -> Position:
    """A position to 5 decimals."""
    return Position(round(spot.lon, 5), round(spot.lat, 5))


def test_ends_that_are_cross_streets_cut_the_street(walks: Walks) -> None:
    found = line("They marched along Elm Street from Lake Avenue to Vine Avenue.", walks)
    assert way(found) == [("Elm Street", at("Lake", "Elm"), at("Vine", "Elm"))]


def test_a_turn_without_a_street_goes_into_the_one_they_had_come_to(walks: Walks) -> None:
    words = (
        "They marched along Oak from Lake to Gate Avenue, where they turned left and walked to Ash."
    )
    found = line(words, walks)
    assert [(one, two) for _, one, two in way(found)] == [
        (at("Lake", "Oak"), at("Gate", "Oak")),
        (at("Gate", "Oak"), at("Gate", "Ash")),
    ]
    assert line(words.replace("left", "right"), walks).reason == "turn_wrong"


def test_a_turn_without_any_street_is_told(walks: Walks) -> None:
    found = line("They marched along Oak Street from Lake Avenue, then turned left.", walks)
    assert (found.parts, found.reason, found.leg) == ((), "turn_unnamed", 2)


def test_the_way_back_is_along_the_same_street(walks: Walks) -> None:
    words = (
        "They marched along Elm Street from Lake Avenue to Vine Avenue, turned around and walked"
        " to Hill Avenue."
    )
    assert [two for *_, two in way(line(words, walks))] == [at("Vine", "Elm"), at("Hill", "Elm")]


def test_a_loop_comes_back_to_its_start(walks: Walks) -> None:
    words = (
        "They marched along Oak Street from Lake Avenue to Hill Avenue, left on Hill Avenue,"
        " left on Pine Street, left on Lake Avenue to Oak Street."
    )
    ends = [one for _, one, _ in way(line(words, walks))]
    assert ends == [at("Lake", "Oak"), at("Hill", "Oak"), at("Hill", "Pine"), at("Lake", "Pine")]


def test_an_end_that_is_not_said_is_a_block_with_its_direction(walks: Walks) -> None:
    found = line("They marched along Oak Street from Lake Avenue and turned left on Gate.", walks)
    assert way(found)[-1] == ("Gate", at("Gate", "Oak"), at("Gate", "Pine"))
    assert [part.open_end for part in found.parts] == [False, True]
    low, high = found.lengths_m or (0, 0)
    assert low < distance_m(at("Lake", "Oak"), at("Gate", "Oak"))
    assert high is None


def test_a_beginning_that_is_not_said_is_a_block_if_the_turn_tells_its_side(walks: Walks) -> None:
    found = line("They marched on Oak Street, turned left on Gate Avenue to Elm Street.", walks)
    assert [part.open_start for part in found.parts] == [True, False]
    assert way(found)[0] == ("Oak Street", at("Hill", "Oak"), at("Gate", "Oak"))
    bare = line("They marched on Oak Street, then on Gate Avenue to Elm Street.", walks)
    assert [two for *_, two in way(bare)] == [at("Gate", "Elm")]


def test_what_was_passed_carries_an_open_end(walks: Walks) -> None:
    found = line("They marched along Elm Street from Lake Avenue past Vine Avenue.", walks)
    assert [(one, two) for _, one, two in way(found)] == [
        (at("Lake", "Elm"), at("Vine", "Elm")),
        (at("Vine", "Elm"), at("Mill", "Elm")),
    ]


def test_an_end_that_is_only_faced_is_dashed_after_a_block(walks: Walks) -> None:
    found = line("They marched along Yew Street from Lake Avenue toward the park.", walks)
    assert way(found) == [("Yew Street", at("Lake", "Yew"), at("Hill", "Yew"))]
    assert way(found, "inferred") == [("Yew Street", at("Hill", "Yew"), at("Mill", "Yew"))]
    assert found.parts[0].open_end


def test_a_compass_word_without_a_street_goes_along_the_one_they_had_come_to(walks: Walks) -> None:
    words = (
        "They walked north on Gate Avenue from Oak Street to Elm Street, then west to Lake Avenue."
    )
    assert [two for *_, two in way(line(words, walks))] == [at("Gate", "Elm"), at("Lake", "Elm")]
    assert line(words.replace("west", "east"), walks).reason == "turn_wrong"


def test_between_two_ends_the_way_on_foot_is_dashed(walks: Walks) -> None:
    found = line("They walked from town hall to the park.", walks)
    (part,) = found.parts
    assert (found.certainty, part.certainty, part.network) == ("inferred", "inferred", NETWORK)
    streets = distance_m(at("Hill", "Elm"), at("Mill", "Elm")) + distance_m(
        at("Mill", "Elm"), at("Mill", "Yew")
    )
    assert part.length_m == pytest.approx(streets, rel=0.01)
    low, high = found.lengths_m or (0, 0)
    straight = distance_m(at("Hill", "Elm"), at("Mill", "Yew"))
    assert low == pytest.approx(straight - 40, abs=1)
    assert high == pytest.approx(max(streets, straight * 2**0.5) + 40, abs=1)


def test_a_closed_street_is_not_walked(walks: Walks) -> None:
    open_, closed = (
        line(words, walks)
        for words in (
            "They walked from Lake and Elm to Hill and Elm.",
            "Police closed Elm Street. They walked from Lake and Elm to Hill and Elm.",
        )
    )
    block = distance_m(at("Lake", "Elm"), at("Hill", "Elm"))
    assert open_.parts[0].length_m == pytest.approx(block, rel=0.01)
    assert closed.parts[0].length_m > 2.5 * block


def test_a_leg_without_a_street_stands_between_two_that_have_one(walks: Walks) -> None:
    words = (
        "They marched along Oak Street from Lake Avenue to Hill Avenue, made their way to the park"
        " and marched down Mill Avenue to Elm Street."
    )
    found = line(words, walks)
    assert [part.certainty for part in found.parts] == ["stated", "inferred", "stated"]
    assert way(found)[-1] == ("Mill Avenue", at("Mill", "Yew"), at("Mill", "Elm"))


def test_a_place_beside_the_street_is_joined_to_it(walks: Walks) -> None:
    found = line("From Union Plaza they marched up Lake Avenue to Elm Street.", walks)
    assert [part.certainty for part in found.parts][-1] == "stated"
    assert way(found)[-1][2] == at("Lake", "Elm")


def test_a_gap_in_a_street_is_dashed_where_a_footway_leads_over_it() -> None:
    rows = segments(without=(("Elm Street", "Hill Avenue", "Gate Avenue"),))
    stub, footway = [("Elm Street", 21, SHORT_OF_GATE)], [("", SHORT_OF_GATE, 22)]
    words = "They marched along Elm Street from Lake Avenue to Vine Avenue."
    cut, led = (
        from_segments(pd.concat([rows, _frame(more)], ignore_index=True), NETWORK)
        for more in (stub, stub + footway)
    )
    assert line(words, cut).reason == "end_far"
    found = line(words, led)
    assert [part.certainty for part in found.parts] == ["stated", "inferred", "stated"]
    assert way(found)[-1][2] == at("Vine", "Elm")


def test_parted_groups_each_have_their_own_line(walks: Walks) -> None:
    words = (
        "They marched along Oak Street from Lake Avenue to Gate Avenue and split into two groups."
        " One group went up Gate Avenue to Elm Street, the other continued along Oak Street to"
        " Vine Avenue."
    )
    found = routes.compiled(Told(words), locate, [walks])
    assert [way(one)[-1][2] for one in found] == [at("Gate", "Elm"), at("Vine", "Oak")]


def test_streets_elsewhere_of_the_same_names_are_not_walked(walks: Walks) -> None:
    told = Told("They marched along Elm Street from Lake Avenue to Vine Avenue.")
    far = Circle(Position(-97.0, 32.8), 30_000)
    (found,) = routes.compiled(told, locate, [walks], [far])
    assert (found.parts, found.reason) == ((), "street_unknown")


def test_another_source_is_asked_where_the_first_knows_too_little(walks: Walks) -> None:
    other = from_segments(
        _frame([("Rose Street", 0, 1), ("Tulip Street", 1, 11)]), Network("b", "")
    )
    told = Told("They marched along Elm Street from Lake Avenue to Vine Avenue.")
    (found,) = routes.compiled(told, locate, [other, walks])
    assert found.parts[0].network == NETWORK


def test_a_turn_that_one_source_refutes_is_not_asked_of_another(walks: Walks) -> None:
    words = "They marched along Oak Street from Lake Avenue, right on Hill Avenue to Elm Street."
    (found,) = routes.compiled(Told(words), locate, [walks, walks])
    assert (found.parts, found.reason) == ((), "turn_wrong")


def test_without_any_street_the_reason_says_so() -> None:
    (found,) = routes.compiled(Told("They marched down Elm Street to Oak."), locate, [])
    assert found.reason == "street_unknown"


def test_a_freeway_is_seen_and_never_walked() -> None:
    rows = [(street, one, two) for street, one, two in segments()[["name", "from_node", "to_node"]]
            .itertuples(index=False)]  # fmt: skip
    town = from_segments(_frame([*rows, ("US 101", 50, 51), ("US 101", 51, 52)]), NETWORK)
    assert line("They marched along US 101 from Lake Avenue to Gate Avenue.", town).parts == ()


@pytest.mark.parametrize(
    ("full", "bare"),
    [
        (
            "They marched along Oak Street from Lake Avenue, left on Gate Avenue to Elm Street.",
            "They marched along Oak Street from Lake Avenue, left to Elm Street.",
        ),
        (
            "They marched along Elm Street from town hall to Vine Avenue.",
            "They marched from town hall to Vine Avenue.",
        ),
    ],
)
def test_without_a_street_s_name_certainty_only_falls(full: str, bare: str, walks: Walks) -> None:
    stated = [
        sum(part.length_m for part in line(words, walks).parts if part.certainty == "stated")
        for words in (full, bare)
    ]
    assert stated[0] > stated[1]


def test_language_and_abbreviations_change_nothing(walks: Walks) -> None:
    every = [
        "They marched along Oak Street from Lake Avenue, turned left on Gate Avenue to Elm Street.",
        "They marched along Oak St. from Lake Ave., left on Gate Ave to Elm St",
        "Marcharon por la calle Oak desde la avenida Lake, doblaron a la izquierda en la avenida"
        " Gate hasta la calle Elm.",
    ]
    ends = {tuple((one, two) for _, one, two in way(line(words, walks))) for words in every}
    assert ends == {
        ((at("Lake", "Oak"), at("Gate", "Oak")), (at("Gate", "Oak"), at("Gate", "Elm")))
    }


def test_disconnected_parts_of_a_network_are_not_joined() -> None:
    far = [
        ("Oak Street", 0, 1),
        ("Lake Avenue", 0, 10),
        ("Oak Street", 54, 55),
        ("Bay Avenue", 55, 45),
    ]
    found = line("They marched along Oak Street from Lake Avenue to Bay Avenue.",
                 from_segments(_frame(far), NETWORK))  # fmt: skip
    assert (found.parts, found.reason) == ((), "end_far")


def test_the_block_between_two_streets_is_dashed_where_both_are_said_to_end_at_it(
    walks: Walks,
) -> None:
    words = (
        "They marched up Hill Avenue from Oak Street to Elm Street and down Gate Avenue from Elm"
        " Street to Oak Street."
    )
    found = line(words, walks)
    assert [part.certainty for part in found.parts] == ["stated", "inferred", "stated"]
    assert way(found, "inferred") == [("", at("Hill", "Elm"), at("Gate", "Elm"))]
    bare = "They marched up Hill Avenue from Oak Street, then turned left onto Gate Avenue."
    assert line(bare, walks).reason == "no_crossing"


def test_what_was_crossed_first_begins_a_way_whose_start_is_not_said(walks: Walks) -> None:
    words = "After crossing Hill Avenue, they marched east along Elm Street to Vine Avenue."
    assert way(line(words, walks)) == [("Elm Street", at("Hill", "Elm"), at("Vine", "Elm"))]


def test_calle_is_any_street_where_there_is_no_other(walks: Walks) -> None:
    words = "Marcharon por la calle Oak desde la calle Lake hasta la calle Vine."
    assert way(line(words, walks)) == [("calle Oak", at("Lake", "Oak"), at("Vine", "Oak"))]


def test_a_tunnel_with_a_name_of_its_own_is_a_part_of_its_street() -> None:
    rows = segments(without=(("Elm Street", "Hill Avenue", "Gate Avenue"),))
    tunnel = _frame([("Elm Street Tunnel", 21, 22)])
    town = from_segments(pd.concat([rows, tunnel], ignore_index=True), NETWORK)
    words = "They marched along Elm Street from Lake Avenue to Vine Avenue."
    assert way(line(words, town)) == [("Elm Street", at("Lake", "Elm"), at("Vine", "Elm"))]
