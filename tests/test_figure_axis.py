"""Days across a figure: the finest columns that fit, and long empty stretches cut out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.figure import axis, plate
from mapper.figure.pen import Box
from mapper.model import Window

BOX = Box(10, 0, 210, 100)
SIZES = (4.0, 30.0, 12.0)  # 200 points hold 50 columns
FIRST = date(2025, 1, 28)


def days(count: int, first: date = FIRST) -> Window:
    """So many days from a day on."""
    return Window(first, first + timedelta(days=count - 1))


@pytest.mark.parametrize(
    ("count", "unit"), [(1, "day"), (50, "day"), (51, "week"), (400, "month"), (9_000, "year")]
)
def test_columns_are_as_fine_as_has_room(count: int, unit: str) -> None:
    assert axis.of([days(count)], BOX, SIZES).unit == unit


def test_a_long_empty_stretch_is_cut_out_and_a_short_one_is_not() -> None:
    near = axis.of([days(1), days(1, FIRST + timedelta(days=22))], BOX, SIZES)
    far = axis.of([days(1), days(1, FIRST + timedelta(days=23))], BOX, SIZES)
    assert (len(near.bins), len(near.cuts)) == (23, 0)
    assert (len(far.bins), [cut.days for cut in far.cuts]) == (2, [22])
    assert far.at(FIRST + timedelta(days=5)) is None


def test_a_month_begins_on_its_first_day_and_ends_on_its_last() -> None:
    found = axis.of([days(400)], BOX, SIZES).bins[0]
    assert (found.first, found.last) == (date(2025, 1, 1), date(2025, 1, 31))


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.builds(
            lambda first, count: days(count, first),
            st.dates(date(1960, 1, 1), date(2030, 1, 1)),
            st.integers(1, 400),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_every_day_is_in_one_column_inside_the_picture(busy: list[Window]) -> None:
    found = axis.of(busy, BOX, SIZES)
    assert all(found.at(day) is not None for window in busy for day in window)
    edges = [edge for each in found.bins for edge in (each.left, each.right)]
    assert edges == sorted(edges)
    assert edges[0] == BOX.left
    if found.unit != "year":
        assert edges[-1] <= BOX.right + 1e-6


@pytest.mark.parametrize("most", [0, 1, 7, 10, 99, 17_295, 2_000_000])
def test_a_scale_begins_at_nothing_and_holds_the_most(most: int) -> None:
    marks = plate.ticks(most, 5)
    assert marks[0] == 0
    assert marks[-1] >= most
    assert 2 <= len(marks) <= 9
