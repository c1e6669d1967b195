"""Schools, Cities and Claims: the numbers of the page, the command line and the file are one."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from functools import cache

import pandas as pd
import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from mapper import breakdown, disagree, gazetteer, sheets, spread
from mapper.cli import app as commands
from mapper.model import Filters, Window
from mapper.totals import report
from mapper.totals.report import Selection
from tests.conftest import REAL
from tests.test_pages import opened

DAYS = {"from": "2025-01-28", "to": "2025-02-06"}

pytestmark = pytest.mark.slow  # each opens a whole page


@cache
def cities() -> AppTest:
    """The Cities page over ten days; for tests that only look."""
    return opened("pages/cities.py", **DAYS)


def command(*arguments: str) -> dict[str, object]:
    """What ``mapper totals --json`` says of the same days."""
    where = ["--data", str(REAL.data), "--geo", str(REAL.geo), "--json"]
    days = ["--from", DAYS["from"], "--to", DAYS["to"]]
    found: dict[str, object] = json.loads(
        CliRunner().invoke(commands, ["totals", *days, *arguments, *where]).stdout
    )
    return found


def texts(app: AppTest) -> str:
    """Everything that the page writes itself."""
    return " ".join(html.proto.body for html in app.get("html"))


def rows_of(app: AppTest, at: int) -> list[dict[str, object]]:
    """The rows that a chart draws."""
    proto = app.get("vega_lite_chart")[at].proto
    held = proto.data.data or proto.datasets[0].data.data
    found: list[dict[str, object]] = pa.ipc.open_stream(held).read_all().to_pylist()
    return found


def test_cities_page_and_command_line_have_the_same_totals() -> None:
    told, said = command(), texts(cities())
    crowd, arrests = told["crowd"], told["arrests"]
    assert isinstance(crowd, dict)
    assert isinstance(arrests, dict)
    assert f"{crowd['low']:,}–{crowd['high']:,}, {crowd['known']} of {crowd['of']} with" in said
    assert f"{arrests['low']}, {arrests['known']} of {arrests['of']} with a number" in said
    assert f"{told['events']} events" in said


def test_each_row_of_cities_is_that_of_the_command_line() -> None:
    areas = {row["area"]: row for row in command("--by", "place")["areas"]}
    shown = cities().dataframe[0].value
    assert len(shown) > 5
    for row in shown.to_dict("records"):
        own = areas[row["Area"]]
        assert (row["Events"], row["Walkouts"], row["Schools"]) == (
            own["events"],
            own["walkouts"],
            own["campuses"],
        )
        assert f"{own['sized']} of {own['crowds']} with a size" in row["Crowd"]


def test_the_file_has_the_rows_of_the_package(frame: pd.DataFrame) -> None:
    window = Window(date(2025, 1, 28), date(2025, 2, 6))
    found = breakdown.of(frame, Selection(Filters(window=window)), "place")
    back = pd.read_csv(io.StringIO(sheets.csv(found)))
    assert back["area"].tolist() == found["area"].tolist()
    assert back["events"].tolist() == found["events"].tolist()
    assert sheets.plain(found) == command("--by", "place")["areas"]


def test_a_text_that_a_spreadsheet_would_run_is_only_text_in_a_file() -> None:
    assert "'=1+1" in sheets.csv(pd.DataFrame({"name": ["=1+1", "plain"]}))


@pytest.mark.parametrize("rules", ["ccc", "count-love", "mpeds", "mpeds-coder"])
def test_the_switch_of_rules_changes_all_numbers_of_the_page(
    frame: pd.DataFrame, rules: str
) -> None:
    page = opened("pages/cities.py", **{"from": "2026-02-04"})
    page.selectbox(key="cities_rules").set_value(rules).run()
    day = Window(date(2026, 2, 4), date(2026, 2, 4))
    low = report.of(frame, Selection(Filters(window=day), None, rules)).crowd.size.low
    assert f"{low:,}, 5 of 11 with a size" in texts(page)
    assert f"{low:,}" not in texts(opened("pages/cities.py", **{"from": "2026-02-04"}))


def test_cities_known_from_a_list_are_apart_from_those_with_described_events() -> None:
    page = cities()
    assert "Austin, TX" not in set(page.dataframe[0].value["Area"])
    assert re.search(r"known only from a list of names[^<]*Austin, TX", texts(page))


@pytest.mark.parametrize("level", ["neighborhood", "county", "state", "country"])
def test_every_level_opens(level: str) -> None:
    page = opened("pages/cities.py", **{"from": "2026-02-04"})
    page.button_group(key="cities_level").set_value(level).run()
    assert not page.exception
    areas = [row["area"] for row in command("--by", level)["areas"]]
    assert areas
    assert len(page.dataframe[0].value) > 0


def test_ranges_are_drawn_from_low_to_high_and_say_so_in_words() -> None:
    page = cities()
    rows = {row["label"]: row for row in rows_of(page, 0)}
    assert (rows["Houston, TX"]["low"], rows["Houston, TX"]["high"]) == (2000, 9999)
    assert (
        "Houston, TX: 2,000–9,999, 1 of 1 with a size." in page.get("vega_lite_chart")[0].proto.alt
    )


def test_documents_that_disagree_are_shown_as_disagreeing(frame: pd.DataFrame) -> None:
    said = texts(cities())
    assert "3 days in a row, February 1, 2025 to February 3, 2025" in said
    assert "5 days in a row, February 2, 2025 to February 6, 2025" in said
    names = disagree.namesakes(frame)
    assert [list(group["event_id"]) for group in names] == [
        ["2025-02-03-us-day-without-immigrants", "2025-03-03-us-day-without-immigrants"]
    ]
    assert "One name, two events" in said


def test_a_city_has_a_small_map_a_day() -> None:
    page = opened("pages/cities.py", city="Los Angeles, CA", view="fit", **{"from": "2026-02-01"})
    said = texts(page)
    assert said.count("<figure>") == 2
    assert 'alt="Map of Feb 4, 2026: 14 events at ' in said


def test_two_periods_are_compared_on_one_scale() -> None:
    page = opened("pages/cities.py", **DAYS).toggle(key="compare_open").set_value(True).run()
    rows = rows_of(page, 1)
    halves = {row["label"]: row["number"] for row in rows if row["count"] == "Events"}
    assert set(halves) == {"A", "B"}
    assert min(halves.values()) > 0


def test_schools_page_has_the_curve_of_the_package(frame: pd.DataFrame) -> None:
    page = opened("pages/schools.py")
    places = gazetteer.read(REAL.geo / "gazetteer.csv")[0]
    expected = spread.curve(spread.campuses(frame, places))
    rows = rows_of(page, 0)
    assert [row["total"] for row in rows] == expected["total"].tolist()
    assert "Cannot tell from 13 campuses" in texts(page)


def test_a_school_is_found_by_a_name_that_people_use() -> None:
    page = opened("pages/schools.py")
    page.text_input(key="schools_search").set_value("rfk").run()
    assert page.dataframe[0].value["Campus"].tolist() == ["Robert F. Kennedy Community Schools"]


def test_near_a_place_says_how_many_of_the_known_schools_walked_out() -> None:
    page = opened("pages/schools.py")
    page.selectbox(key="schools_place").set_value("neighborhood-boyle-heights").run()
    assert re.search(r"Of \d+ known public high schools within 3 km of Boyle Heights", texts(page))
    assert "none recorded" in set(page.dataframe[1].value["First walkout"])


def test_a_campus_shows_its_walkouts_with_their_sources() -> None:
    page = opened("pages/schools.py")
    names = page.selectbox(key="schools_campus").options
    assert "Miguel Contreras Learning Complex" in names
    page.selectbox(key="schools_campus").select("Miguel Contreras Learning Complex").run()
    said = texts(page)
    assert "How many: 23–27" in said
    assert "Boyle Heights Beat" in said


@pytest.mark.parametrize(
    ("lang", "text", "verdict"),
    [
        ("en", "three days in a row in Dallas", "Within the range of what is recorded."),
        ("en", "12,500 students from 85 schools", "Above everything recorded."),
        ("es", "nueve salidas el 4 de febrero de 2026", "Respaldada: al menos esto consta."),
        ("es", "500 estudiantes en Fresno", "No se puede saber."),
    ],
)
def test_a_claim_is_judged_on_its_page(lang: str, text: str, verdict: str) -> None:
    page = opened("pages/claims.py", lang=lang)
    page.text_input(key="claims_text").set_value(text).run()
    assert not page.exception
    assert verdict in texts(page)


def test_a_claim_can_be_filled_in() -> None:
    page = opened("pages/claims.py")
    page.number_input(key="claims_number").set_value(14).run()
    page.selectbox(key="claims_unit").select("schools that walked out").run()
    assert "Above everything recorded." in texts(page)
