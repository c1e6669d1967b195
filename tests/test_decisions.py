"""Places that people chose: they go before the ladder, and say who knew better and why."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner, Result

from mapper import cards, decisions, i18n, ledger, places
from mapper.cli import app
from mapper.decisions import Decision
from mapper.errors import DataError
from mapper.model import Place, Position
from mapper.settings import Folders
from tests.conftest import REAL, line_of, read_table, set_cell

EVENT = "walkout"
# The places that these tests speak of: the ledger of a small project is made in no time.
KEPT = ("geonames-5368361", "state-ca", "country-us", "landmark-los-angeles-city-hall",
        "landmark-grand-park", "landmark-pershing-square", "landmark-union-station")  # fmt: skip
HEADER = "event_id,place_id,reason,date\n"
WHY = "The photograph shows its fountain."
SQUARE = {
    "landmark-pershing-square": Place("landmark-pershing-square", "Pershing Square", "landmark",
                                      Position(lon=-118.2531, lat=34.0484), 140.0)
}  # fmt: skip
CHOSEN = f"{EVENT},landmark-pershing-square,{WHY},2026-03-01\n"


@pytest.fixture
def small(
    tiny: dict[str, pd.DataFrame], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Folders:
    """A project of four events with its ledger; nothing knows where one of them was."""
    return copied(tiny, tmp_path_factory.getbasetemp() / "small", tmp_path)


def copied(tables: dict[str, pd.DataFrame], template: Path, home: Path) -> Folders:
    """A copy of a small project; the first to ask has it made."""
    if not template.exists():
        made(tables, Folders(template / "data", template / "geo"))
    shutil.copytree(template, home, dirs_exist_ok=True)
    return Folders(home / "data", home / "geo")


def made(tables: dict[str, pd.DataFrame], project: Folders) -> None:
    """Write a project that knows the places of ``KEPT`` and one corner."""
    project.data.mkdir(parents=True)
    project.geo.mkdir()
    for file, table in tables.items():
        table.to_csv(project.data / file, index=False)
    for file in ("gazetteer.csv", "us_places.csv"):
        table = read_table(REAL.geo / file)
        table[table["place_id"].isin(KEPT)].to_csv(project.geo / file, index=False)
    corners = read_table(REAL.geo / "crossings.csv")
    one = (corners["street_a"] == "First Street") & (corners["street_b"] == "Soto Street")
    corners[one].to_csv(project.geo / "crossings.csv", index=False)
    say(project, "in every corner of the city")
    ledger.write(project.geo, ledger.build(project))


def say(project: Folders, text: str, event: str = EVENT) -> None:
    """Let an event be said to be at a place."""
    path = project.data / "events.csv"
    set_cell(path, line_of(path, event), "place_text", text)


def geocode(project: Folders, *options: str) -> Result:
    """What the geocoding step says."""
    where = ("--data", str(project.data), "--geo", str(project.geo))
    return CliRunner().invoke(app, ["geocode", *where, *options])


def decide(project: Folders, *rows: str, header: str = HEADER) -> Result:
    """Write decisions and geocode."""
    content = header + "".join(rows)
    (project.geo / ledger.DECISIONS).write_text(content, encoding="utf-8")
    return geocode(project)


def row_of(project: Folders, event: str = EVENT) -> dict[str, str]:
    """The row of an event in the ledger."""
    table = read_table(project.geo / "placed_events.csv").set_index("event_id")
    return dict(table.loc[event])


def read(folder: Path, *rows: str) -> tuple[dict[str, Decision], list[str]]:
    """What is decided where one event and one place are known, and what is said of the faults."""
    path = folder / ledger.DECISIONS
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    table, broken = decisions.read(path)
    taken, unknown = decisions.resolved(table, {EVENT}, SQUARE.get, path.name)
    return taken, [i18n.fault_line(fault, i18n.words("en")) for fault in (*broken, *unknown)]


def placed(tables: dict[str, pd.DataFrame], known: places.Known, **chosen: str) -> pd.DataFrame:
    """The ledger's rows, by event; ``chosen`` are places by event."""
    cells = [(event, place_id, WHY, "2026-03-01") for event, place_id in chosen.items()]
    table = pd.DataFrame(cells, columns=[*decisions.COLUMNS])
    taken, _ = decisions.resolved(table, {*chosen}, known.place, ledger.DECISIONS)
    return ledger.rows.events(tables["events.csv"], known, taken).set_index("event_id")


def test_a_decision_goes_before_the_ladder_and_changes_no_other_event(
    tiny: dict[str, pd.DataFrame], known: places.Known
) -> None:
    rows = placed(tiny, known, walkout="landmark-pershing-square")
    row = rows.loc[EVENT]
    assert (row["place_id"], row["matched_place"]) == (
        "landmark-pershing-square",
        "Pershing Square",
    )
    assert (row["rule"], row["rung"], row["status"]) == ("decision", "decision", "placed")
    assert row["reason"] == f"2026-03-01: {WHY}"
    changed = (placed(tiny, known) != rows).any(axis=1)
    assert list(rows.index[changed]) == [EVENT]


def test_a_corner_can_be_chosen_by_its_id(
    tiny: dict[str, pd.DataFrame], known: places.Known
) -> None:
    row = placed(tiny, known, walkout="crossing-first-street-soto-street").loc[EVENT]
    assert (row["precision"], row["state"]) == ("intersection", "")


def test_a_decision_is_part_of_the_ledger_and_its_card(small: Folders) -> None:
    path = small.geo / ledger.DECISIONS
    path.write_text(HEADER + CHOSEN, encoding="utf-8")
    answer = geocode(small, "--check")
    assert (answer.exit_code, "placed_events.csv" in answer.stdout.splitlines()) == (1, True)
    assert geocode(small).exit_code == 0
    note = cards.read(cards.card_of(small.geo / "placed_events.csv")).note
    assert f"geo/decisions.csv sha256:{cards.sha256(path)}" in note
    assert row_of(small)["rule"] == "decision"


def test_a_project_without_decisions_has_none(tmp_path: Path) -> None:
    table, faults = decisions.read(tmp_path / ledger.DECISIONS)
    assert (len(table), faults) == (0, [])


@pytest.mark.parametrize(
    ("rows", "line", "value", "said"),
    [
        (["no-event,landmark-union-station,why,2026-03-01\n"], 2,
         "no-event", "names an event that is not in events.csv"),
        ([CHOSEN.replace("-square", "-circle")], 2,
         "landmark-pershing-circle", "names a place that is not known"),
        ([CHOSEN, CHOSEN], 2, EVENT, "stands more than once"),
        ([CHOSEN, CHOSEN], 3, EVENT, "stands more than once"),
        (["\n", CHOSEN.replace("2026-03-01", "1 March 2026")], 3,
         "1 March 2026", "is not a date"),
        ([CHOSEN.replace("2026-03-01", "2026-02-30")], 2, "2026-02-30", "is not a date"),
        ([CHOSEN.replace(WHY, " ")], 2, "", "must not be empty"),
        ([CHOSEN.replace("landmark-pershing-square", "")], 2, "", "must not be empty"),
        ([CHOSEN.replace(EVENT, "An Event")], 2, "An Event", "is not an id"),
    ],
)  # fmt: skip
def test_a_decision_with_a_fault_is_told_with_its_line_and_not_taken(
    tmp_path: Path, rows: list[str], line: int, value: str, said: str
) -> None:
    taken, told = read(tmp_path, *rows)
    [found] = [text for text in told if text.startswith(f"decisions.csv, row {line}")]
    assert taken == {}
    assert value in found
    assert said in found


def test_a_decision_beside_a_faulty_one_is_taken(small: Folders) -> None:
    answer = decide(small, "no-event,landmark-union-station,why,2026-03-01\n", CHOSEN)
    assert answer.stderr.startswith("decisions.csv, row 2")
    assert (answer.exit_code, row_of(small)["rule"]) == (0, "decision")


@pytest.mark.parametrize("column", ["event_id", "place_id", "reason", "date"])
def test_a_table_without_a_column_is_refused(tmp_path: Path, column: str) -> None:
    path = tmp_path / ledger.DECISIONS
    path.write_text(HEADER.replace(column, "other") + CHOSEN, encoding="utf-8")
    with pytest.raises(DataError, match="column_missing") as caught:
        decisions.read(path)
    assert caught.value.values == {"file": "decisions.csv", "column": column}


def test_a_refused_table_is_one_line_and_nothing_is_written(small: Folders) -> None:
    before = (small.geo / "placed_events.csv").read_bytes()
    answer = decide(small, CHOSEN, header="event,place\n")
    assert (answer.exit_code, answer.stdout, len(answer.stderr.splitlines())) == (2, "", 1)
    assert (small.geo / "placed_events.csv").read_bytes() == before


def test_an_ambiguous_event_is_told_with_what_it_could_be(small: Folders) -> None:
    say(small, "City Hall and Grand Park")
    [told] = [line for line in geocode(small).stderr.splitlines() if line.startswith(EVENT)]
    assert "'City Hall and Grand Park'" in told
    assert "landmark-los-angeles-city-hall" in told
    assert "landmark-grand-park" in told
    assert f"geo/decisions.csv: {EVENT},PLACE_ID,why,YYYY-MM-DD" in told


def test_an_ambiguous_event_that_was_decided_is_told_no_more(small: Folders) -> None:
    say(small, "City Hall and Grand Park")
    answer = decide(small, CHOSEN.replace("pershing-square", "grand-park"))
    assert EVENT not in answer.stderr
    assert (row_of(small)["status"], row_of(small)["query"]) == (
        "placed", "City Hall and Grand Park",
    )  # fmt: skip


def test_a_check_of_the_project_tells_a_faulty_decision(small: Folders) -> None:
    (small.geo / ledger.DECISIONS).write_text(HEADER + CHOSEN + CHOSEN, encoding="utf-8")
    where = ("--data", str(small.data), "--geo", str(small.geo))
    answer = CliRunner().invoke(app, ["check", *where])
    assert answer.exit_code == 1
    assert "decisions.csv, row 2" in answer.stdout
    assert "decisions.csv, row 3" in answer.stdout
