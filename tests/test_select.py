"""Which rows a reader sees: windows overlap, filters add up, and what has no mark says why."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest

from mapper import describe, select
from mapper.model import Filters, Window

JANUARY, FEBRUARY = date(2025, 1, 22), date(2025, 2, 4)
WALKOUT_DAY = date(2026, 2, 4)

# One row for each reason, and one with none. A series without children is an event of its own.
ROWS = [
    ("shown", {}, ""),
    ("hidden", {"shown": "no"}, "hidden"),
    ("copy", {"duplicate_of": "shown"}, "duplicate"),
    ("implied", {"record_type": "implied"}, "implied"),
    ("series", {"record_type": "series"}, "parent"),
    ("child", {"parent_id": "series"}, ""),
    ("lone-series", {"record_type": "series"}, ""),
    ("unplaced", {"status": ""}, "not_placed"),
    ("ambiguous", {"status": "ambiguous", "precision": ""}, "ambiguous"),
    ("unknown", {"status": "not_found", "precision": ""}, "not_found"),
    ("state", {"precision": "state"}, "coarse"),
    ("country", {"precision": "country"}, "coarse"),
    ("county", {"precision": "county"}, ""),
    # the first reason is the one that is told
    ("hidden-copy", {"shown": "no", "duplicate_of": "shown"}, "hidden"),
    ("copied-series", {"record_type": "series", "duplicate_of": "shown"}, "duplicate"),
    # a child that is a duplicate makes no parent
    ("other-series", {"record_type": "series"}, ""),
    ("copied-child", {"parent_id": "other-series", "duplicate_of": "shown"}, "duplicate"),
]


def event(event_id: str, **cells: str) -> dict[str, object]:
    """One event of 4 February 2026 in Los Angeles, with its place."""
    return {
        "event_id": event_id,
        "record_type": "event",
        "kind": "walkout",
        "date_start": pd.Timestamp(WALKOUT_DAY),
        "date_end": pd.Timestamp(WALKOUT_DAY),
        "start_time": "",
        "state": "CA",
        "parent_id": "",
        "duplicate_of": "",
        "confidence": "high",
        "shown": "yes",
        "status": "placed",
        "lon": -118.2,
        "lat": 34.0,
        "precision": "campus",
        "uncertainty_m": 210.0,
        "place_id": "school-a",
        "matched_place": "A High School",
        "neighborhood": "Boyle Heights",
        "city": "Los Angeles",
        "county": "Los Angeles",
        "rule": "name",
        "reason": "",
        "attribution": "",
        "rivals": "",
    } | cells


def joined(rows: list[dict[str, object]]) -> pd.DataFrame:
    """The rows as the catalogue and the ledger would give them; no status: not in the ledger."""
    whole = pd.DataFrame(rows)
    told = [name for name in whole if name == "event_id" or name not in select.PLACED]
    return select.joined(whole[told], whole.loc[whole["status"] != "", select.PLACED])


@pytest.fixture(scope="module")
def reasons() -> pd.DataFrame:
    """The frame of ``ROWS``, by id."""
    rows = [event(event_id, **cells) for event_id, cells, _ in ROWS]
    return joined(rows).set_index("event_id")


def found(frame: pd.DataFrame, first: date, last: date) -> set[str]:
    """The ids whose window overlaps the days."""
    return set(select.matching(frame, Filters(window=Window(first, last)))["event_id"])


@pytest.mark.parametrize(("event_id", "reason"), [(row[0], row[2]) for row in ROWS])
def test_a_row_without_a_mark_has_its_reason(
    reasons: pd.DataFrame, event_id: str, reason: str
) -> None:
    assert reasons.loc[event_id, "off_map"] == reason


def test_every_reason_that_can_be_told_has_a_row_here() -> None:
    assert {reason for *_, reason in ROWS} - {""} == set(describe.OFF_MAP)


def test_no_row_is_lost_between_map_and_list(frame: pd.DataFrame) -> None:
    on, off = select.on_map(frame), select.off_map(frame)
    assert sorted([*on.index, *off.index]) == list(frame.index)
    assert set(on["off_map"]) == {""}


def test_what_is_not_counted_is_still_kept(reasons: pd.DataFrame) -> None:
    counted = set(select.counted(reasons).index)
    left_out = {"hidden", "copy", "implied", "series"}
    left_out |= {"hidden-copy", "copied-series", "copied-child"}
    assert counted == set(reasons.index) - left_out


def test_the_frame_keeps_every_event_once_in_order_of_time(frame: pd.DataFrame) -> None:
    assert frame["event_id"].is_unique
    assert frame["date_start"].is_monotonic_increasing
    assert list(frame.index) == list(range(len(frame)))


def test_the_area_is_the_legal_city_or_the_community(frame: pd.DataFrame) -> None:
    areas = frame.set_index("event_id")["area"]
    assert areas["2026-02-04-roosevelt-walkout"] == "Los Angeles, CA"
    assert areas["2026-02-04-garfield-walkout"] == "East Los Angeles, CA"
    assert areas["2025-02-06-santa-monica-high-walkout"] == "Santa Monica, CA"
    assert areas["2025-02-05-us-50501"] == ""


@pytest.mark.parametrize(
    ("first", "last", "is_in"),
    [
        (JANUARY, JANUARY, True),
        (FEBRUARY, FEBRUARY, True),
        (date(2025, 1, 30), date(2025, 1, 30), True),
        (date(2025, 1, 1), date(2025, 12, 31), True),
        (date(2025, 1, 1), JANUARY - timedelta(days=1), False),
        (FEBRUARY + timedelta(days=1), date(2025, 12, 31), False),
    ],
)
def test_a_window_is_met_where_it_overlaps_and_both_ends_belong_to_it(
    frame: pd.DataFrame, first: date, last: date, *, is_in: bool
) -> None:
    # known only as "the last days of January" to 4 February 2025
    assert ("2025-01-22-austin-listed" in found(frame, first, last)) == is_in


def test_an_event_of_some_weeks_is_in_each_window_that_it_touches(frame: pd.DataFrame) -> None:
    recalled = "2025-01-los-angeles-walkouts-recalled"
    days = [date(2025, 1, 20), date(2025, 2, 14), date(2025, 3, 31)]
    assert all(recalled in found(frame, day, day) for day in days)
    assert recalled not in found(frame, date(2025, 4, 1), date(2025, 4, 1))


def test_earlier_protests_are_left_out_unless_asked_for(frame: pd.DataFrame) -> None:
    days = Window(WALKOUT_DAY, WALKOUT_DAY)
    usual = select.matching(frame, Filters(window=days))
    asked = select.matching(frame, Filters(window=days, historical=True))
    assert set(asked["event_id"]) - set(usual["event_id"]) == {
        "1968-east-los-angeles-walkouts",
        "2007-05-01-macarthur-park",
    }
    assert "historical" not in set(usual["record_type"])


def test_asking_for_earlier_protests_keeps_the_other_filters(frame: pd.DataFrame) -> None:
    asked = select.matching(frame, Filters(kinds=("walkout",), historical=True))
    assert "1968-east-los-angeles-walkouts" in set(asked["event_id"])
    assert "2007-05-01-macarthur-park" not in set(asked["event_id"])


def test_kinds_confidence_and_city_narrow_together(frame: pd.DataFrame) -> None:
    window = Window(WALKOUT_DAY, WALKOUT_DAY)
    filters = Filters(window, ("walkout",), ("medium",), "Los Angeles, CA")
    assert set(select.matching(frame, filters)["event_id"]) == {
        "2026-02-04-bravo-walkout",
        "2026-02-04-lincoln-walkout",
        "2026-02-04-mendez-walkout",
        "2026-02-04-wilson-walkout",
    }


@pytest.mark.parametrize("column", ["kind", "confidence", "area"])
def test_a_filter_and_its_complement_add_up(frame: pd.DataFrame, column: str) -> None:
    whole = select.matching(frame, Filters())
    values = sorted(set(whole[column]) - {""})
    name = {"kind": "kinds", "confidence": "confidences"}
    parts = [
        select.matching(frame, Filters(**{name.get(column, "city"): value}))
        if column == "area"
        else select.matching(frame, Filters(**{name[column]: (value,)}))
        for value in values
    ]
    unknown = whole[whole[column] == ""]
    assert sum(map(len, parts)) + len(unknown) == len(whole)


def test_no_filter_is_everything_but_earlier_protests(frame: pd.DataFrame) -> None:
    kept = select.matching(frame, Filters())
    assert set(frame["event_id"]) - set(kept["event_id"]) == {
        "1968-east-los-angeles-walkouts",
        "2007-05-01-macarthur-park",
    }


def test_choosing_rows_leaves_the_frame_as_it_was(frame: pd.DataFrame) -> None:
    before = frame.copy()
    select.matching(frame, Filters(window=Window(JANUARY, FEBRUARY), kinds=("march",)))
    pd.testing.assert_frame_equal(frame, before)
