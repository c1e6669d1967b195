"""Legs become lines on a small invented grid: right corners, right turns, or a reason."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mapper.directions.legs import Leg
from mapper.model import Place, Placement, Position, distance_m
from mapper.routes.bearings import turn_of
from mapper.routes.stops import Finder
from mapper.routes.trace import trace
from mapper.routes.values import Traced
from mapper.streets.walks import Walks, from_crossings

# A grid of four streets (east to west, named in order from the south) and four avenues (from the
# west), 0.002 degrees apart.
STREETS = ("Oak Street", "Pine Street", "Elm Street", "Ash Street")
AVENUES = ("North Avenue", "Lake Avenue", "Hill Avenue", "Gate Avenue")
STEP = 0.002
WEST, SOUTH = -118.0, 34.0


def at(avenue: str, street: str) -> Position:
    """Where two of the grid's streets meet."""
    lon = WEST + STEP * AVENUES.index(avenue)
    return Position(lon, SOUTH + STEP * STREETS.index(street))


def place(avenue: str, street: str, *, east: float = 0.0, north: float = 0.0) -> Place:
    """A place at a corner, or a little off it, in degrees."""
    spot = at(avenue, street)
    return Place("a", "A", "campus", Position(spot.lon + east, spot.lat + north), 50.0)


@pytest.fixture(scope="module")
def walks() -> Walks:
    """The grid as a table of crossings."""
    rows = [
        {"street_a": street, "street_b": avenue, "lon": spot.lon, "lat": spot.lat}
        for street in STREETS
        for avenue in AVENUES
        for spot in [at(avenue, street)]
    ]
    far = {"street_a": "Oak Street", "street_b": "Far Road", "lon": WEST + 0.5, "lat": SOUTH}
    return from_crossings(pd.DataFrame([*rows, far]))


def legs(*told: tuple[str, str]) -> list[Leg]:
    """Legs of a street and a turn each."""
    return [
        Leg(order, "", (0, 0), street=street, turn=turn)
        for order, (street, turn) in enumerate(told, 1)
    ]


def traced(told: list[Leg], ends: tuple[Place | None, Place | None], walks: Walks) -> Traced:
    """The legs walked between two places, asked for by a name each."""
    named = {f"place {at}": end for at, end in enumerate(ends) if end}

    def locate(text: str) -> Placement:
        found = named.get(text)
        return Placement(text, "placed" if found else "not_found", "name", found)

    texts = [f"place {at}" if end else "" for at, end in enumerate(ends)]
    return trace(told, (texts[0], texts[1]), Finder(locate, walks))


def streets(found: Traced) -> list[str]:
    """The streets of the stated parts."""
    return [part.leg.street for part in found.parts if part.leg]


def test_a_march_follows_its_streets_corner_by_corner(walks: Walks) -> None:
    told = legs(("Oak", ""), ("Lake Ave", "left"), ("Elm St", "right"))
    ends = (place("North Avenue", "Oak Street"), place("Gate Avenue", "Elm Street"))
    found = traced(told, ends, walks)
    assert streets(found) == ["Oak", "Lake Ave", "Elm St"]
    corners = [part.line[-1] for part in found.parts]
    wanted = [at("Lake Avenue", "Oak Street"), at("Lake Avenue", "Elm Street")]
    assert all(distance_m(*pair) < 1 for pair in zip(corners, wanted, strict=False))
    assert {part.certainty for part in found.parts} == {"stated"}


def test_a_turn_that_is_none_on_the_ground_is_told_with_its_leg(walks: Walks) -> None:
    told = legs(("Oak", ""), ("Lake Ave", "right"), ("Elm St", "right"))
    found = traced(told, (place("North Avenue", "Oak Street"), None), walks)
    assert (found.parts, found.reason, found.leg) == ((), "turn_wrong", 2)


def test_two_streets_that_do_not_meet_are_told(walks: Walks) -> None:
    found = traced(legs(("Oak", ""), ("Ash", "")), (None, None), walks)
    assert (found.reason, found.leg) == ("no_crossing", 2)


def test_an_unknown_street_is_told(walks: Walks) -> None:
    found = traced(legs(("Oak", ""), ("Zinnia", "")), (None, None), walks)
    assert (found.reason, found.leg) == ("street_unknown", 2)


def test_words_without_a_street_give_no_line(walks: Walks) -> None:
    assert traced([Leg(1, "", (0, 0))], (None, None), walks).reason == "no_street"


def test_an_end_that_is_not_said_is_one_block_and_open(walks: Walks) -> None:
    told = legs(("Oak", ""), ("Lake Ave", "left"))
    found = traced(told, (place("North Avenue", "Oak Street"), None), walks)
    *_, last = found.parts
    assert last.open_end
    assert distance_m(last.line[-1], at("Lake Avenue", "Pine Street")) < 1


def test_without_a_turn_the_way_on_the_last_street_is_not_guessed(walks: Walks) -> None:
    told = legs(("Pine", ""), ("Lake Ave", ""))
    found = traced(told, (place("North Avenue", "Pine Street"), None), walks)
    assert (found.parts, found.reason) == ((), "two_readings")


def test_a_campus_beside_its_street_is_joined_to_it_by_a_dashed_way(walks: Walks) -> None:
    told = legs(("Oak", ""), ("Lake Ave", "left"))
    start = place("North Avenue", "Oak Street", east=0.001, north=-0.001)
    first, second, *_ = traced(told, (start, place("Lake Avenue", "Ash Street")), walks).parts
    assert (first.certainty, first.leg, second.certainty) == ("inferred", None, "stated")
    assert first.line[-1] == second.line[0]


def test_a_start_far_from_its_street_gives_no_line(walks: Walks) -> None:
    start = place("North Avenue", "Ash Street", north=0.02)
    assert traced(legs(("Oak", "")), (start, None), walks).reason == "start_far"


def test_a_street_is_not_walked_over_a_gap_that_is_not_known(walks: Walks) -> None:
    far = Place("b", "B", "landmark", Position(WEST + 0.5, SOUTH), 50.0)
    found = traced(legs(("Oak", "")), (place("North Avenue", "Oak Street"), far), walks)
    assert found.parts == ()


def test_a_compass_word_must_be_the_way_on_the_ground(walks: Walks) -> None:
    ends = (place("North Avenue", "Oak Street"), place("Gate Avenue", "Oak Street"))
    east, west = (traced([Leg(1, "", (0, 0), street="Oak", heading=h)], ends, walks) for h in
                  ("east", "west"))  # fmt: skip
    assert streets(east) == ["Oak"]
    assert west.reason == "turn_wrong"


def test_a_right_turn_is_above_zero_and_a_left_one_below() -> None:
    north = np.array([(0.0, 0.0), (0.0, 0.1)])
    east, west = (np.array([(0.0, 0.1), (lon, 0.1)]) for lon in (0.1, -0.1))
    assert turn_of(north, east) == pytest.approx(90, abs=1)
    assert turn_of(north, west) == pytest.approx(-90, abs=1)


def test_a_route_walked_back_has_its_turns_swapped(walks: Walks) -> None:
    ends = (place("North Avenue", "Oak Street"), place("Gate Avenue", "Elm Street"))
    there = legs(("Oak", ""), ("Lake Ave", "left"), ("Elm St", "right"))
    back = legs(("Elm St", ""), ("Lake Ave", "left"), ("Oak", "right"))
    out, home = traced(there, ends, walks), traced(back, (ends[1], ends[0]), walks)
    lengths = [sum(part.length_m for part in found.parts) for found in (out, home)]
    assert lengths[0] == pytest.approx(lengths[1])
    assert [part.line for part in home.parts] == [part.line[::-1] for part in out.parts][::-1]
