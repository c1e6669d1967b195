"""A claim in words, read and set beside the catalogue by arithmetic and stated rules."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache

import pandas as pd
import pytest
from typer.testing import CliRunner

from mapper import areas, catalog
from mapper.areas import Area
from mapper.claims import Claim, Finding, Quantity, judge, read
from mapper.cli import app
from mapper.describe.claims import MISSING, UNITS, VERDICTS
from mapper.model import SizeRange, Window
from tests.conftest import REAL


@pytest.fixture(scope="module")
def known(frame: pd.DataFrame) -> dict[str, Area]:
    """The areas that events are in."""
    return areas.every(frame)


def sizes(claim: Claim) -> list[tuple[str, int | None, int | None]]:
    """Unit and range of each quantity."""
    return [(one.unit, *one.size) for one in claim.quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12,500 students from 85 schools", [("students", 12500, 12500), ("campuses", 85, 85)]),
        ("12.500 estudiantes de 85 escuelas", [("students", 12500, 12500), ("campuses", 85, 85)]),
        ("three days in a row", [("streak", 3, 3)]),
        ("tres días seguidos", [("streak", 3, 3)]),
        ("five consecutive days of protests", [("streak", 5, 5)]),
        ("the fifth day in a row", [("streak", 5, 5)]),
        ("por quinto día consecutivo", [("streak", 5, 5)]),
        ("hundreds of students", [("students", 200, 999)]),
        ("cientos de estudiantes", [("students", 200, 999)]),
        ("several hundred protesters", [("people", 300, 900)]),
        ("about 25 students", [("students", 23, 27)]),
        ("unos 25 estudiantes", [("students", 23, 27)]),
        ("nearly 1,000 high school students", [("students", 900, 1000)]),
        ("casi mil estudiantes", [("students", 900, 1000)]),
        ("at least seven schools", [("campuses", 7, None)]),
        ("más de 60 protestas", [("events", 60, None)]),
        ("only 3 marches", [("marches", None, 3)]),
        ("200–300 people", [("people", 200, 300)]),
        ("two hundred and fifty people", [("people", 250, 250)]),
        ("dos mil quinientas personas", [("people", 2500, 2500)]),
        ("veintidós detenidos", [("arrests", 22, 22)]),
        ("4 people were arrested", [("arrests", 4, 4)]),
        ("police arrested dozens of people", [("arrests", 24, 99)]),
        ("la policía detuvo a 4 personas", [("arrests", 4, 4)]),
        ("a hundred people", [("people", 100, 100)]),
        ("rallies in 12 cities", [("cities", 12, 12)]),
        ("nothing that can be counted", []),
    ],
)
def test_numbers_and_units_are_read_in_both_languages(
    known: dict[str, Area], text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert sizes(read.claim(text, known)) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("9 walkouts on 2026-02-04", date(2026, 2, 4), date(2026, 2, 4)),
        ("9 walkouts on February 4, 2026", date(2026, 2, 4), date(2026, 2, 4)),
        ("9 walkouts on Feb. 4th, 2026", date(2026, 2, 4), date(2026, 2, 4)),
        ("9 walkouts on 4 February 2026", date(2026, 2, 4), date(2026, 2, 4)),
        ("9 salidas el 4 de febrero de 2026", date(2026, 2, 4), date(2026, 2, 4)),
        ("9 salidas del 2 al 6 de febrero de 2025", date(2025, 2, 2), date(2025, 2, 6)),
        ("9 walkouts, February 2–6, 2025", date(2025, 2, 2), date(2025, 2, 6)),
        ("9 walkouts in February 2025", date(2025, 2, 1), date(2025, 2, 28)),
        ("9 walkouts in 2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("9 walkouts from 3 May 2025 to 4 June 2025", date(2025, 5, 3), date(2025, 6, 4)),
    ],
)
def test_days_are_read_in_both_languages(
    known: dict[str, Area], text: str, first: date, last: date
) -> None:
    found = read.claim(text, known)
    assert found.window == Window(first, last)
    assert found.unread == ()
    assert [one.size.low for one in found.quantities] == [9]


@pytest.mark.parametrize("text", ["9 walkouts on February 4", "9 salidas el 4 de febrero"])
def test_a_day_without_a_year_is_told_and_not_guessed(known: dict[str, Area], text: str) -> None:
    found = read.claim(text, known)
    assert found.window is None
    assert "febr" in found.unread[0]


@pytest.mark.parametrize(
    ("text", "level", "name"),
    [
        ("5 protests in Dallas", "city", "Dallas, TX"),
        ("5 protests in L.A.", "city", "Los Angeles, CA"),
        ("5 protestas en Los Ángeles", "city", "Los Angeles, CA"),
        ("5 protests in Los Angeles County", "county", "Los Angeles County, CA"),
        ("5 protests in East Los Angeles, CA", "community", "East Los Angeles, CA"),
        ("5 protests in Boyle Heights", "neighborhood", "Boyle Heights, Los Angeles, CA"),
        ("5 protests in California", "state", "CA"),
    ],
)
def test_areas_are_read(known: dict[str, Area], text: str, level: str, name: str) -> None:
    assert read.claim(text, known).area == Area(level, name)


@lru_cache(maxsize=1)
def reports() -> pd.DataFrame:
    """The committed reports, read once."""
    return catalog.read(REAL.data).reports


def judged(text: str, known: dict[str, Area], frame: pd.DataFrame) -> tuple[Finding, ...]:
    """A claim with its verdicts."""
    return judge.judge(read.claim(text, known), frame, reports())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 4 February 2026, see test_totals_golden: 729–2,399
        ("700 people in Los Angeles on February 4, 2026", ("supported", 729, 2399)),
        ("2,000 people in Los Angeles on February 4, 2026", ("within", 729, 2399)),
        ("3,000 people in Los Angeles on February 4, 2026", ("above", 729, 2399)),
        ("nine walkouts on February 4, 2026", ("supported", 9, 9)),
        ("ten walkouts on February 4, 2026", ("above", 9, 9)),
        ("only 8 walkouts on February 4, 2026", ("below", 9, 9)),
        ("only 9 walkouts on February 4, 2026", ("cannot_tell", 9, 9)),
        ("exactly 8 walkouts on February 4, 2026", ("below", 9, 9)),
        ("85 schools", ("above", 13, 13)),
        ("4 arrests in Chamblee", ("supported", 4, 4)),
        ("50 arrests in Los Angeles in June 2025", ("within", 24, 99)),
        # Friday and Sunday are described, Saturday follows from the count alone
        ("three days in a row in Dallas", ("within", 1, 3)),
        ("four days in a row in Dallas", ("above", 1, 3)),
        # 1 to 3 February described; 4 February implied; 5 and 6 February described
        ("tres días seguidos en Los Ángeles", ("supported", 3, 6)),
        ("5 days in a row in Los Angeles", ("within", 3, 6)),
        ("5 people in Dallas on 1 May 2025", ("cannot_tell", None, None)),
        ("500 students in Fresno", ("cannot_tell", None, None)),
    ],
)
def test_verdicts(
    known: dict[str, Area],
    frame: pd.DataFrame,
    text: str,
    expected: tuple[str, int | None, int | None],
) -> None:
    [found] = judged(text, known, frame)
    assert (found.verdict, *found.recorded) == expected
    assert set(found.missing) <= set(MISSING)


def test_the_two_documents_that_disagree_on_the_streak_are_shown(
    known: dict[str, Area], frame: pd.DataFrame
) -> None:
    [found] = judged("fifth day in a row in Los Angeles, February 6, 2025", known, frame)
    # the days before are looked at too; the first document's Saturday is before the five
    assert {run.days for run in found.runs} == {2, 5}
    [whole] = judged("five days in a row in Los Angeles", known, frame)
    assert {tuple(run.window) for run in whole.runs} == {
        (date(2025, 2, 1), date(2025, 2, 3)),
        (date(2025, 2, 2), date(2025, 2, 6)),
    }
    assert "differ" in whole.missing


def test_a_crowd_of_others_is_none_of_students(known: dict[str, Area], frame: pd.DataFrame) -> None:
    # 3 March 2025: "hundreds" at Mariachi Plaza and of custodial workers: no crowd of students
    students, people = (
        judged(f"500 {who} in Los Angeles on March 3, 2025", known, frame)[0]
        for who in ("students", "people")
    )
    assert people.recorded == SizeRange(400, 1998)
    assert students.verdict == "cannot_tell"


@pytest.mark.parametrize(
    ("claimed", "recorded", "verdict"),
    [
        ((200, 999), (200, 999), "supported"),
        ((201, 201), (200, 999), "within"),
        ((999, None), (200, 999), "within"),
        ((1000, None), (200, 999), "above"),
        ((1000, 1000), (200, None), "within"),
        ((10, 10), (None, 80), "within"),
        ((10, 10), (None, None), "cannot_tell"),
    ],
)
def test_the_rule_at_its_edges(
    claimed: tuple[int, int], recorded: tuple[int, int], verdict: str
) -> None:
    quantity = Quantity("", "people", SizeRange(*claimed))
    assert judge.verdict(quantity, SizeRange(*recorded)) == verdict


def test_every_code_has_words() -> None:
    assert set(VERDICTS) == {"supported", "within", "above", "below", "cannot_tell"}
    assert len(UNITS) == 11


def run(*arguments: str) -> tuple[int, str, str]:
    """The command line on the project's own data."""
    where = ["--data", str(REAL.data), "--geo", str(REAL.geo)]
    answer = CliRunner().invoke(app, ["claim", *arguments, *where])
    return answer.exit_code, answer.stdout, answer.stderr


def test_the_command_line_answers_in_words_and_in_json() -> None:
    code, out, _ = run("three days in a row in Dallas")
    assert code == 0
    assert "3 days in a row: Within the range" in out
    assert "Recorded: 1–3" in out
    code, out, _ = run("12,500 students from 85 schools", "--json")
    told = json.loads(out)
    assert [one["verdict"] for one in told["findings"]] == ["above", "above"]
    assert told["findings"][1]["recorded"] == {"low": 13, "high": 13}


def test_nothing_to_tell_is_exit_3_and_no_number_is_a_wrong_use() -> None:
    assert run("500 students in Fresno")[0] == 3
    code, out, told = run("what a day")
    assert (code, out) == (2, "")
    assert "No number with a unit" in told
