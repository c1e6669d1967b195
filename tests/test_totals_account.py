"""What became of each row: nothing is lost, and the parts add up to the total."""

from __future__ import annotations

import json
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from mapper import areas, describe, select, totals
from mapper.catalog.schema import KINDS
from mapper.cli import app, numbers
from mapper.describe import LEFT_OUT_OF_TOTALS
from mapper.errors import UsageError
from mapper.i18n import words
from mapper.model import Filters, Window
from mapper.totals import account, report
from mapper.totals.report import Selection
from tests.conftest import REAL

FIRST, LAST = date(2025, 1, 20), date(2026, 2, 4)
DAYS = st.dates(FIRST, LAST)
SOME_KINDS = st.lists(st.sampled_from(KINDS), unique=True).map(tuple)
AREAS = ("", "Los Angeles", "Los Angeles County", "California", "Boyle Heights", "Dallas", "US")


@st.composite
def selections(draw: st.DrawFn) -> Filters:
    """Some days, kinds and confidences."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Filters(
        window=draw(st.sampled_from([None, Window(first, last)])),
        kinds=draw(SOME_KINDS),
        confidences=draw(st.sampled_from([(), ("high",), ("low", "medium")])),
        historical=draw(st.booleans()),
    )


@settings(deadline=None, max_examples=15)
@given(selections(), st.sampled_from(AREAS))
def test_every_row_is_counted_or_has_a_reason_and_the_parts_are_the_total(
    frame: pd.DataFrame, filters: Filters, text: str
) -> None:
    area = areas.find(text, frame) if text else None
    told = account.of(frame, filters, area)
    found = report.of(frame, Selection(filters, area))
    assert list(told["event_id"]) == list(frame["event_id"])
    assert set(told["event"]) | set(told["crowd"]) <= {"", *LEFT_OUT_OF_TOTALS}
    assert (told["event"] == "").sum() == found.events
    summed = told[told["crowd"] == ""]
    assert len(summed) == found.crowd.sized
    assert (told["crowd"] == "").sum() + (told["crowd"] == "no_size").sum() == found.crowd.crowds
    low, high = found.crowd.size
    assert summed["low"].sum() == (low or 0)
    assert high is None or summed["high"].sum() == high


@settings(deadline=None, max_examples=10)
@given(SOME_KINDS, selections())
def test_a_filter_and_its_complement_are_the_whole(
    frame: pd.DataFrame, kinds: tuple[str, ...], filters: Filters
) -> None:
    others = tuple(kind for kind in KINDS if kind not in kinds)
    parts = [
        len(select.counted(select.matching(frame, Filters(filters.window, some))))
        for some in (kinds, others)
        if some
    ]
    whole = select.counted(select.matching(frame, Filters(filters.window)))
    assert sum(parts) == len(whole)


@settings(deadline=None, max_examples=10)
@given(DAYS, DAYS, DAYS, DAYS)
def test_totals_grow_with_the_window(
    frame: pd.DataFrame, one: date, two: date, three: date, four: date
) -> None:
    a, b, c, d = sorted((one, two, three, four))
    narrow = report.of(frame, Selection(Filters(window=Window(b, c))))
    wide = report.of(frame, Selection(Filters(window=Window(a, d))))
    for name in ("events", "walkouts", "places", "cities", "campuses", "days"):
        assert getattr(narrow, name) <= getattr(wide, name)
    assert narrow.crowd.crowds <= wide.crowd.crowds
    assert (narrow.crowd.size.low or 0) <= (wide.crowd.size.low or 0)


def test_a_size_far_above_keeps_its_children_of_children_out() -> None:
    usual = {"kind": "rally", "same_crowd_as": "", "size_low": None, "size_high": None}
    rows = [
        usual | {"event_id": "a", "parent_id": "", "off_map": "parent", "size_low": 200},
        usual | {"event_id": "b", "parent_id": "a", "off_map": "parent"},
        usual | {"event_id": "c", "parent_id": "b", "off_map": ""},
    ]
    frame = pd.DataFrame(rows).astype({"size_low": "Int64", "size_high": "Int64"})
    assert totals.crowd(frame).crowds == 1
    sized = frame.assign(size_low=pd.array([200, None, 36], dtype="Int64"))
    assert totals.crowd(sized).size.low == 36


@pytest.mark.parametrize("text", ["Atlantis", "Downtown", "Washington"])
def test_an_area_that_is_none_or_several_is_told(frame: pd.DataFrame, text: str) -> None:
    with pytest.raises(UsageError, match="area_unknown"):
        areas.find(text, frame)


@pytest.mark.parametrize(
    ("text", "level", "name"),
    [
        ("los ángeles", "city", "Los Angeles, CA"),
        ("Los Angeles County", "county", "Los Angeles County, CA"),
        ("Condado de Los Ángeles", "county", "Los Angeles County, CA"),
        ("East Los Angeles", "community", "East Los Angeles, CA"),
        ("Boyle Heights", "neighborhood", "Boyle Heights, Los Angeles, CA"),
        ("Washington, DC", "city", "Washington, DC"),
        ("texas", "state", "TX"),
        ("Estados Unidos", "country", "United States"),
    ],
)
def test_areas_go_by_the_names_that_people_use(
    frame: pd.DataFrame, text: str, level: str, name: str
) -> None:
    assert areas.find(text, frame) == areas.Area(level, name)


def test_each_level_holds_what_it_should(frame: pd.DataFrame) -> None:
    own = select.counted(frame)
    country, state = (areas.named(own, level) for level in ("country", "state"))
    assert (country != "").all()
    assert (state != "").sum() > (areas.named(own, "county") != "").sum()
    both = (areas.named(own, "city") != "") & (areas.named(own, "community") != "")
    assert not both.any()
    assert set(areas.named(own, "city")) | set(areas.named(own, "community")) == {
        *own["area"],
        "",
    }


def run(*arguments: str) -> tuple[int, str, str]:
    """Exit code, results and messages of the command line on the project's own data."""
    where = ["--data", str(REAL.data), "--geo", str(REAL.geo)]
    answer = CliRunner().invoke(app, ["totals", *arguments, *where])
    return answer.exit_code, answer.stdout, answer.stderr


def test_the_command_line_has_the_numbers_of_the_package(frame: pd.DataFrame) -> None:
    code, out, _ = run("--from", "2026-02-04", "--area", "los angeles", "--rules", "ccc", "--json")
    filters = Filters(window=Window(date(2026, 2, 4), LAST))
    wanted = Selection(filters, areas.find("Los Angeles, CA", frame), "ccc")
    assert code == 0
    assert json.loads(out) == report.plain(frame, wanted)


def test_the_command_line_says_what_was_left_out() -> None:
    _, out, _ = run("--from", "2025-01-31", "--to", "2025-02-02", "--area", "Dallas")
    assert out.startswith("3 events")
    assert "Crowd: 200–999, 1 of 3 with a size" in out
    assert "2025-02-01-dallas-day-two. Follows only from a count of days" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--area", "Atlantis"], "Atlantis"),
        (["--from", "2026-02-30"], "is not a day"),
        (["--from", "2026-02-04", "--to", "2025-02-04"], "after the last"),
        (["--rules", "guess"], "Choose one of: ours, ccc"),
    ],
)
def test_a_wrong_argument_is_one_line_and_exit_2(arguments: list[str], said: str) -> None:
    code, out, told = run(*arguments)
    assert (code, out) == (2, "")
    assert said in told
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize(
    ("kept", "shared"),
    [
        (
            ["2026-02-04-roosevelt-walkout", "2026-02-04-lincoln-walkout"],
            ("city", "Los Angeles, CA"),
        ),
        (
            ["2026-02-04-roosevelt-walkout", "2026-02-04-garfield-walkout"],
            ("county", "Los Angeles County, CA"),
        ),
        (["2026-02-04-roosevelt-walkout", "2025-01-28-overfelt-walkout"], ("state", "CA")),
        (["2026-02-04-roosevelt-walkout", "2025-01-31-charlotte-march"], None),
    ],
)
def test_some_events_share_the_smallest_area_that_holds_all_of_them(
    kept: list[str], shared: tuple[str, str] | None, frame: pd.DataFrame
) -> None:
    rows = frame[frame["event_id"].isin(kept)]
    assert len(rows) == len(kept)
    assert areas.shared(rows) == (areas.Area(*shared) if shared else None)


def test_days_that_begin_open_begin_with_the_data_and_not_with_what_they_recall(
    frame: pd.DataFrame,
) -> None:
    days = numbers.window("", "2025-02-01", frame)
    assert days == Window(date(2025, 1, 20), date(2025, 2, 1))


def test_rows_that_are_no_events_are_not_counted_as_events_without_a_point(
    frame: pd.DataFrame,
) -> None:
    rows = select.off_map(frame)
    own = len(select.counted(rows))
    said = describe.without_point(rows, words("en"))
    assert said.startswith(f"{own} events have no point on this map; {len(rows) - own} more rows")
    alone = describe.without_point(select.counted(rows).head(1), words("en"))
    assert alone == "1 event has no point on this map"
