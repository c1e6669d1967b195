"""The command line: results on one stream, messages on the other, and codes that scripts read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner, Result

from mapper.batch import ADDED
from mapper.cli import app
from mapper.settings import Folders
from tests.conftest import line_of, read_table, set_cell

LOS_ANGELES = ["--near", "Los Angeles, CA"]
# docs/architecture.md: what place --json answers with
KEYS = {
    "lon",
    "lat",
    "precision",
    "uncertainty_m",
    "rung",
    "status",
    "matched_name",
    "candidates",
}
CANDIDATE_KEYS = {"place_id", "name", "lon", "lat", "why_not"}
ROWS = [
    ("1", "City Hall", "Los Angeles", "CA"),
    ("2", "Westwood", "", "CA"),
    ("3", "Nowhere", "Los Angeles", "CA"),
    ("4", "", "Los Angeles", "CA"),
    ("5", "Soto y Primera", "Los Angeles", "CA"),
    ("6", "City Hall", "Los Angeles", "CA"),
    ("7", "=1+1", "", ""),
]


def run(*arguments: str) -> Result:
    """The answer of the command line."""
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture(scope="module")
def geo(template: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """A small geo folder as a command line takes it."""
    copy = tmp_path_factory.mktemp("cli") / "geo"
    shutil.copytree(template / "geo", copy)
    return ["--geo", str(copy)]


def table(path: Path, rows: list[tuple[str, str, str, str]]) -> Path:
    """A batch of places as a file."""
    columns = ["id", "place_text", "locality", "state"]
    pd.DataFrame(rows, columns=columns).to_csv(path, index=False)
    return path


def test_help_names_every_command() -> None:
    answer = run("--help")
    assert answer.exit_code == 0
    assert all(name in answer.stdout for name in ("check", "geocode", "place", "run"))


def test_no_command_at_all_shows_the_help() -> None:
    answer = run()
    assert "Usage" in answer.output
    assert "Traceback" not in answer.output


def test_a_place_as_json_has_the_shape_that_is_documented(geo: list[str]) -> None:
    answer = run("place", "Mariachi Plaza", *LOS_ANGELES, "--json", *geo)
    found = json.loads(answer.stdout)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert set(found) >= KEYS
    assert (found["status"], found["precision"]) == ("placed", "landmark")
    assert found["matched_name"] == "Mariachi Plaza"
    assert found["lon"] == pytest.approx(-118.22, abs=0.01)
    assert found["lat"] == pytest.approx(34.05, abs=0.01)
    assert found["uncertainty_m"] > 0


def test_an_ambiguous_place_exits_3_with_its_candidates(geo: list[str]) -> None:
    answer = run("place", "Westwood", "--near", "CA", "--json", *geo)
    found = json.loads(answer.stdout)
    assert answer.exit_code == 3
    assert (found["status"], found["lon"], found["matched_name"]) == ("ambiguous", None, None)
    assert all(set(candidate) == CANDIDATE_KEYS for candidate in found["candidates"])
    rivals = {c["place_id"] for c in found["candidates"] if c["why_not"] == "rival"}
    assert rivals == {"neighborhood-westwood", "geonames-5573576"}


def test_an_unknown_place_exits_3(geo: list[str]) -> None:
    answer = run("place", "Nowhere", *LOS_ANGELES, "--json", *geo)
    assert answer.exit_code == 3
    assert json.loads(answer.stdout)["status"] == "not_found"


def test_a_place_in_words_is_one_line_longitude_first(geo: list[str]) -> None:
    answer = run("place", "corner", "of", "Soto", "and", "First", *LOS_ANGELES, *geo)
    assert answer.exit_code == 0
    lon, lat, *rest = answer.stdout.splitlines()[0].split()
    assert float(lon) < 0 < float(lat)
    assert "First Street & Soto Street" in " ".join(rest)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["place", ""], "no place text"),
        (["place", "City Hall", "--near", "Paris, France"], "'France' is not a US state"),
        (["place", "City Hall", "--near", "LA"], "Write both"),
        (["place", "--batch", "one.csv"], "two files"),
        (["place", "--batch", "one.csv", "one.csv"], "both the input and the output"),
        (["place", "--batch", "gone.csv", "out.csv"], "gone.csv is missing"),
    ],
)
def test_a_wrong_wish_is_one_line_and_exit_2(
    geo: list[str], arguments: list[str], said: str
) -> None:
    answer = run(*arguments, *geo)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert said in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [["place"], ["place", "City Hall", "--nea", "x"], ["geocode", "now"], ["fly"], ["check", "-x"]],
)
def test_a_wrong_argument_exits_2_without_a_traceback(arguments: list[str]) -> None:
    answer = run(*arguments)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "Traceback" not in answer.stderr


@pytest.fixture(scope="module")
def batch(geo: list[str], tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    """What a batch of ``ROWS`` came to."""
    home = tmp_path_factory.mktemp("batch")
    source, target = table(home / "in.csv", ROWS), home / "out.csv"
    answer = run("place", "--batch", str(source), str(target), *geo)
    assert answer.exit_code == 0
    assert answer.stderr == "3 placed, 1 ambiguous, 3 not found\n"
    return read_table(target)


def test_a_batch_keeps_every_row_in_order_and_adds_its_columns(batch: pd.DataFrame) -> None:
    assert list(batch["id"]) == [row[0] for row in ROWS]
    assert list(batch["place_text"]) == [row[1] for row in ROWS]
    assert list(batch.columns) == ["id", "place_text", "locality", "state", *ADDED]


def test_a_batch_says_of_each_row_what_became_of_it(batch: pd.DataFrame) -> None:
    assert list(batch["status"]) == [
        "placed",
        "ambiguous",
        "not_found",
        "not_found",
        "placed",
        "placed",
        "not_found",
    ]
    unplaced = batch[batch["status"] != "placed"]
    assert set(unplaced[["lon", "lat", "precision", "uncertainty_m"]].to_numpy().ravel()) == {""}
    assert batch.loc[4, "precision"] == "intersection"


def test_a_batch_placed_again_has_its_columns_once(geo: list[str], tmp_path: Path) -> None:
    source = table(tmp_path / "in.csv", ROWS[:2])
    once, twice = tmp_path / "once.csv", tmp_path / "twice.csv"
    assert run("place", "--batch", str(source), str(once), *geo).exit_code == 0
    assert run("place", "--batch", str(once), str(twice), *geo).exit_code == 0
    assert once.read_bytes() == twice.read_bytes()


def test_a_batch_without_a_column_names_it(geo: list[str], tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("place_text,state\nCity Hall,CA\n", encoding="utf-8")
    answer = run("place", "--batch", str(source), str(tmp_path / "out.csv"), *geo)
    assert answer.exit_code == 2
    assert answer.stderr == "in.csv has no column 'locality'. Add it to the header line.\n"
    assert not (tmp_path / "out.csv").exists()


def test_a_batch_with_a_comma_at_the_end_of_each_row_keeps_its_rows(
    geo: list[str], tmp_path: Path
) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    row = "City Hall,Los Angeles,CA,\n"
    source.write_text("place_text,locality,state\n" + row * 3, encoding="utf-8")
    answer = run("place", "--batch", str(source), str(target), *geo)
    # either the rows as they stand, or one line that the file is no well-formed table
    assert answer.exit_code == 2 or list(read_table(target)["place_text"]) == ["City Hall"] * 3


def test_a_check_as_json_is_a_list_of_faults(project: Folders) -> None:
    path = project.data / "events.csv"
    line = line_of(path, "2026-02-04-bravo-walkout")
    set_cell(path, line, "kind", "<b>riot</b>")
    answer = run("check", "--json", "--data", str(project.data), "--geo", str(project.geo))
    faults = json.loads(answer.stdout)
    assert answer.exit_code == 1
    assert {
        "file": "events.csv",
        "row": line,
        "column": "kind",
        "value": "<b>riot</b>",
        "code": "vocabulary",
    } in faults
    assert answer.stderr.splitlines() == [f"{len(faults)} faults"]
