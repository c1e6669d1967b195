"""Honest sums: low-high, n of N, one crowd once, parents or children, and unknown is never 0."""

from __future__ import annotations

from datetime import date
from random import Random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper import breakdown, select, totals
from mapper.model import Filters, SizeRange, Window
from mapper.totals import Crowd

UNKNOWN = SizeRange(None, None)


def row(
    event_id: str, low: int | None = None, high: int | None = None, **cells: str
) -> dict[str, object]:
    """One row of :func:`mapper.select.joined`, as far as sums look at it."""
    usual: dict[str, object] = {
        "event_id": event_id,
        "kind": "rally",
        "size_low": low,
        "size_high": high,
        "parent_id": "",
        "same_crowd_as": "",
        "off_map": "",
    }
    return {**usual, **cells}


def crowd(*rows: dict[str, object]) -> Crowd:
    """The crowd of some rows."""
    frame = pd.DataFrame(rows)
    return totals.crowd(frame.astype({"size_low": "Int64", "size_high": "Int64"}))


def selected(frame: pd.DataFrame, first: date, last: date, city: str = "") -> totals.Totals:
    """The totals of some days."""
    filters = Filters(window=Window(first, last), city=city)
    return totals.of(select.matching(frame, filters))


def test_two_crowds_add_up() -> None:
    assert crowd(row("a", 200, 999), row("b", 24, 99)) == Crowd(SizeRange(224, 1098), 2, 2)


def test_one_crowd_at_three_places_is_counted_once() -> None:
    rows = [row("rally", 200, 999), row("march", same_crowd_as="rally")]
    rows += [row("closing", 200, 999, same_crowd_as="rally")]
    assert crowd(*rows) == Crowd(SizeRange(200, 999), 1, 1)


def test_of_two_sizes_of_one_crowd_the_widest_range_stands() -> None:
    rows = [row("rally", 270, 330), row("march", 200, 300, same_crowd_as="rally")]
    assert crowd(*rows) == Crowd(SizeRange(200, 330), 1, 1)


def test_one_crowd_whose_one_report_has_no_upper_end_has_none() -> None:
    rows = [row("rally", 270, 330), row("march", 200, None, same_crowd_as="rally")]
    assert crowd(*rows).size == SizeRange(200, None)


def test_a_size_said_of_one_appearance_is_that_of_the_crowd() -> None:
    rows = [row("rally"), row("march", 36, 44, same_crowd_as="rally")]
    assert crowd(*rows) == Crowd(SizeRange(36, 44), 1, 1)


def test_one_crowd_is_counted_even_where_its_first_appearance_is_filtered_out() -> None:
    rows = [row("march", 36, 44, same_crowd_as="gone"), row("closing", same_crowd_as="gone")]
    assert crowd(*rows) == Crowd(SizeRange(36, 44), 1, 1)


def test_a_parent_stands_for_its_children_where_only_it_has_a_size() -> None:
    rows = [row("series", 200, 999, off_map="parent")]
    rows += [row("a", parent_id="series"), row("b", parent_id="series")]
    assert crowd(*rows) == Crowd(SizeRange(200, 999), 1, 1)


def test_children_stand_for_their_parent_where_one_of_them_has_a_size() -> None:
    rows = [row("series", 200, 999, off_map="parent")]
    rows += [row("a", 36, 44, parent_id="series"), row("b", parent_id="series")]
    assert crowd(*rows) == Crowd(SizeRange(36, 44), 1, 2)


def test_a_parent_without_a_size_is_no_crowd_beside_its_children() -> None:
    rows = [row("series", off_map="parent"), row("a", 36, 44, parent_id="series")]
    assert crowd(*rows) == Crowd(SizeRange(36, 44), 1, 1)


@pytest.mark.parametrize("reason", ["duplicate", "implied", "hidden"])
def test_rows_that_are_no_events_of_their_own_add_nothing(reason: str) -> None:
    assert crowd(row("a", 24, 99), row("b", 200, 999, off_map=reason)).size == SizeRange(24, 99)


@pytest.mark.parametrize("kind", ["police_action", "shutdown"])
def test_police_and_closed_shops_are_no_crowd(kind: str) -> None:
    assert crowd(row("a", 24, 99), row("b", 200, 999, kind=kind)) == Crowd(SizeRange(24, 99), 1, 1)


@pytest.mark.parametrize("reason", ["coarse", "ambiguous", "not_found", "not_placed"])
def test_a_crowd_without_a_mark_on_the_map_is_a_crowd_all_the_same(reason: str) -> None:
    assert crowd(row("a", 24, 99, off_map=reason)) == Crowd(SizeRange(24, 99), 1, 1)


def test_unknown_is_never_0() -> None:
    assert crowd(row("a"), row("b")) == Crowd(UNKNOWN, 0, 2)
    assert crowd(row("a", 24, 99), row("b")) == Crowd(SizeRange(24, 99), 1, 2)


def test_an_open_upper_end_leaves_the_sum_open() -> None:
    assert crowd(row("a", 50, None), row("b", 24, 99)) == Crowd(SizeRange(74, None), 2, 2)


def test_an_open_lower_end_is_no_0() -> None:
    assert crowd(row("a", None, 80)) == Crowd(SizeRange(None, 80), 1, 1)


def test_nothing_selected_is_nothing_known(frame: pd.DataFrame) -> None:
    none = totals.of(frame.iloc[:0])
    assert (none.events, none.crowd, none.window) == (0, Crowd(UNKNOWN, 0, 0), None)


def test_the_walkouts_of_6_february_2025_have_the_size_of_their_group(frame: pd.DataFrame) -> None:
    # Events: Venice, Westwood, Santa Monica, and the walkouts recalled without a day (20 January
    # to 31 March 2025). Crowds: "hundreds of students" (200–999) is said of the seven schools
    # together, so the three named ones are inside it; the recalled ones are another, unsized. The
    # photo is a duplicate, and the five-day series is the parent of the group.
    found = selected(frame, date(2025, 2, 6), date(2025, 2, 6))
    assert (found.events, found.walkouts) == (4, 4)
    assert found.crowd == Crowd(SizeRange(200, 999), 1, 2)
    # Venice and Santa Monica; Westwood is a neighborhood
    assert found.campuses == 2
    assert found.cities == 2


def test_the_weekend_of_2_february_2025_in_los_angeles(frame: pd.DataFrame) -> None:
    # Events: the march from Olvera Street, the City Hall rally, the 101 blocked, the police there,
    # Monday's protests, the recalled walkouts. Crowds: the march and rally are one of 2,000–9,999;
    # Monday's and the recalled have no size; a shutdown and police are none. The list row and
    # the implied days are duplicates, and two series are parents.
    found = selected(frame, date(2025, 2, 2), date(2025, 2, 3), "Los Angeles, CA")
    assert (found.events, found.walkouts, found.campuses) == (6, 1, 0)
    assert found.crowd == Crowd(SizeRange(2000, 9999), 1, 3)
    # Olvera Street, City Hall, US 101
    assert found.places == 3


def test_the_walkouts_of_4_february_2026(frame: pd.DataFrame) -> None:
    # Sizes: the City Hall crowd 200–999 (with its rally and closing), Contreras 23–27,
    # Roosevelt 36–44, RFK 270–330, West Adams 200–999. Low: 200+23+36+270+200 = 729.
    # High: 999+27+44+330+999 = 2399. Without one: Bravo, Garfield, Lincoln, Wilson, Mendez and
    # the First Street march: 11 crowds in all; the police cordon is none.
    found = selected(frame, date(2026, 2, 4), date(2026, 2, 4))
    assert found.crowd == Crowd(SizeRange(729, 2399), 5, 11)
    assert (found.walkouts, found.campuses) == (9, 9)
    assert found.events == 15


@pytest.fixture(scope="module")
def cities(frame: pd.DataFrame) -> pd.DataFrame:
    """The breakdown of everything, by city."""
    window = totals.window(frame)
    assert window
    return breakdown.cities(frame, window).set_index("area")


def test_each_city_of_the_breakdown_has_its_own_totals(
    frame: pd.DataFrame, cities: pd.DataFrame
) -> None:
    assert set(cities.index) == set(select.counted(frame)["area"]) - {""}
    for area, line in cities.iterrows():
        own = totals.of(frame[frame["area"] == area])
        assert (line["events"], line["walkouts"], line["campuses"]) == (
            own.events,
            own.walkouts,
            own.campuses,
        )
        assert totals.crowd_of(line.to_dict()) == own.crowd


def test_cities_are_in_order_of_their_events(cities: pd.DataFrame) -> None:
    assert cities["events"].is_monotonic_decreasing
    assert cities.index[0] == "Los Angeles, CA"


def test_a_city_known_from_a_list_alone_says_so(cities: pd.DataFrame) -> None:
    listed = set(cities.index[cities["listed_only"]])
    assert listed == {
        "Austin, TX",
        "Boston, MA",
        "New York City, NY",
        "Philadelphia, PA",
        "Portland, OR",
        "Sacramento, CA",
        "San Diego, CA",
        "San Francisco, CA",
        "Seattle, WA",
        "Washington, DC",
    }


def test_an_event_of_two_months_stands_in_both(frame: pd.DataFrame) -> None:
    window = Window(date(2025, 1, 1), date(2025, 3, 31))
    months = breakdown.cities(frame, window).set_index("area")["months"]
    # 22 January to 4 February 2025
    assert months["Austin, TX"] == [1, 1, 0]
    # rally of 3 March
    assert months["Elizabeth, NJ"] == [0, 0, 1]


SIZES = st.one_of(
    st.just((None, None)),
    st.tuples(st.integers(1, 500), st.integers(500, 9999)),
    st.tuples(st.integers(1, 500), st.none()),
)
LINKS = st.sampled_from(["", "", "", "e0"])


@st.composite
def frames(draw: st.DrawFn) -> pd.DataFrame:
    """Some events, the first a parent or the first appearance of a crowd for some others."""
    count = draw(st.integers(1, 6))
    rows = []
    for number in range(count):
        low, high = draw(SIZES)
        links = {"parent_id": draw(LINKS), "same_crowd_as": draw(LINKS)} if number else {}
        rows.append(row(f"e{number}", low, high, **links))
    if any(one["parent_id"] for one in rows):
        rows[0]["off_map"] = "parent"
    return pd.DataFrame(rows).astype({"size_low": "Int64", "size_high": "Int64"})


@settings(deadline=None, max_examples=12)
@given(frames(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter_and_low_is_never_above_high(
    events: pd.DataFrame, random: Random
) -> None:
    found = totals.crowd(events)
    shuffled = list(events.index)
    random.shuffle(shuffled)
    assert totals.crowd(events.loc[shuffled].reset_index(drop=True)) == found
    low, high = found.size
    assert low is None or high is None or 0 < low <= high
    assert 0 <= found.sized <= found.crowds <= len(events)
    assert (found.sized == 0) == (found.size == UNKNOWN)
