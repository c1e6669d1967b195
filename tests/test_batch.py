"""A table of place texts: every row kept, every reason told, and stopped work resumed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from test_decisions import small
from typer.testing import CliRunner

from mapper import batch, i18n, places
from mapper.cli import app
from mapper.errors import DataError, UsageError
from mapper.model import Placement
from mapper.settings import Folders
from tests.conftest import read_table

__all__ = ["small"]  # the fixture
ENGLISH = i18n.words("en")
COLUMNS = ["place_text", "locality", "state"]
CITY_HALL = ("City Hall", "Los Angeles", "CA")
# Seven rows, of which six are different texts.
ROWS = [
    CITY_HALL,
    ("Westwood", "", "CA"),
    ("Nowhere", "Los Angeles", "CA"),
    ("Soto y Primera", "Los Angeles", "CA"),
    CITY_HALL,
    ("Mariachi Plaza", "Los Ángeles", "California"),
    ("Garfield High", "Los Angeles", "CA"),
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The input of ``ROWS``."""
    return written(tmp_path / "in.csv", ROWS)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the output goes."""
    return tmp_path / "out.csv"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are looked up from now on, in chunks of two rows."""
    texts: list[str] = []
    locate = places.locate

    def counted(text: str, *rest: object) -> Placement:
        texts.append(text)
        return locate(text, *rest)

    monkeypatch.setattr(places, "locate", counted)
    monkeypatch.setattr(batch, "CHUNK", 2)
    return texts


def written(path: Path, rows: list[tuple[str, str, str]]) -> Path:
    """A batch as a file."""
    pd.DataFrame(rows, columns=COLUMNS).to_csv(path, index=False)
    return path


def told(known: places.Known, text: str, locality: str = "", state: str = "") -> dict[str, str]:
    """What a batch says of one row."""
    rows = pd.DataFrame([(text, locality, state)], columns=COLUMNS)
    return dict(batch.table(rows, known, ENGLISH).iloc[0])


def stopping_after(rows: int) -> Callable[[int], None]:
    """A progress bar whose reader presses Ctrl+C."""
    done = 0

    def progress(count: int) -> None:
        nonlocal done
        done += count
        if done >= rows:
            raise KeyboardInterrupt

    return progress


def interrupted(*_: object) -> None:
    """Ctrl+C in the midst of a part."""
    raise KeyboardInterrupt


def stopped(source: Path, target: Path, known: places.Known, rows: int = 2) -> None:
    """Begin a batch and stop it."""
    with pytest.raises(KeyboardInterrupt):
        batch.run([source, target], known, ENGLISH, stopping_after(rows))


def parts(target: Path) -> list[Path]:
    """The finished parts beside an output."""
    return sorted(target.parent.glob(f"{target.name}.parts-*/*.csv"))


def test_every_row_is_kept_in_its_order(
    known: places.Known, source: Path, target: Path, asked: list[str]
) -> None:
    said = batch.run([source, target], known, ENGLISH)
    found = read_table(target)
    assert list(found.columns) == [*COLUMNS, *batch.ADDED]
    assert list(found[COLUMNS].itertuples(index=False, name=None)) == ROWS
    assert said == "5 placed, 1 ambiguous, 1 not found"


def test_a_stop_keeps_what_was_finished_and_writes_no_output(
    known: places.Known, source: Path, target: Path, asked: list[str]
) -> None:
    stopped(source, target, known, rows=4)
    assert [part.name for part in parts(target)] == ["000000.csv", "000001.csv"]
    assert not target.exists()
    assert len(asked) == 4


def test_the_same_command_goes_on_where_it_was_stopped(
    known: places.Known, source: Path, target: Path, asked: list[str], tmp_path: Path
) -> None:
    stopped(source, target, known, rows=4)
    asked.clear()
    batch.run([source, target], known, ENGLISH)
    assert asked == [text for text, *_ in ROWS[4:]]
    batch.run([source, tmp_path / "whole.csv"], known, ENGLISH)
    assert target.read_bytes() == (tmp_path / "whole.csv").read_bytes()


def test_nothing_but_the_output_is_left_when_all_is_done(
    known: places.Known, source: Path, target: Path, asked: list[str]
) -> None:
    stopped(source, target, known)
    batch.run([source, target], known, ENGLISH)
    assert sorted(target.parent.iterdir()) == [source, target]


def test_ctrl_c_is_one_line_and_130(
    small: Folders, source: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "table", interrupted)
    command = ["place", "--batch", str(source), str(target), "--geo", str(small.geo)]
    answer = CliRunner().invoke(app, command)
    assert (answer.exit_code, answer.stdout) == (130, "")
    assert answer.stderr == "Stopped. The same command goes on where it was stopped.\n"


def test_an_older_output_stays_whole_until_the_new_one_is(
    known: places.Known, source: Path, target: Path, asked: list[str]
) -> None:
    target.write_text("older\n", encoding="utf-8")
    stopped(source, target, known)
    assert target.read_text(encoding="utf-8") == "older\n"


def test_parts_of_another_input_are_not_used(
    known: places.Known, source: Path, target: Path, asked: list[str]
) -> None:
    stopped(source, target, known)
    written(source, [("Echo Park", "Los Angeles", "CA"), *ROWS[1:]])
    batch.run([source, target], known, ENGLISH)
    assert read_table(target).loc[0, "matched_name"] == "Echo Park"
    assert parts(target) == []


def test_parts_of_other_knowledge_are_not_used(
    known: places.Known, source: Path, target: Path, asked: list[str]
) -> None:
    stopped(source, target, known)
    asked.clear()
    other = places.Known(known.index, known.network, version="another")
    batch.run([source, target], other, ENGLISH)
    assert len(asked) == len(ROWS)


def test_progress_counts_every_row_also_those_that_were_finished(
    known: places.Known, source: Path, target: Path, asked: list[str]
) -> None:
    stopped(source, target, known)
    counts: list[int] = []
    batch.run([source, target], known, ENGLISH, counts.append)
    assert counts == [2, 2, 2, 1]


def test_one_text_is_looked_up_once_in_a_part(
    known: places.Known, source: Path, target: Path, asked: list[str]
) -> None:
    written(source, [CITY_HALL] * 2)
    batch.run([source, target], known, ENGLISH)
    assert asked == ["City Hall"]
    assert list(read_table(target)["status"]) == ["placed", "placed"]


def test_a_table_without_rows_has_its_columns_still(
    known: places.Known, source: Path, target: Path
) -> None:
    said = batch.run([written(source, []), target], known, ENGLISH)
    assert said == "0 placed, 0 ambiguous, 0 not found"
    assert list(read_table(target).columns) == [*COLUMNS, *batch.ADDED]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "There is no place text to look up."),
        ("   ", "There is no place text to look up."),
        ("nan", "There is no place text to look up."),
        ("x" * 500, "500 signs are too many for a place. Name the place alone."),
        ("東京", "No letter of this text is a Latin one."),
        ("51.5, -0.12", "These coordinates lie outside the United States."),
        ("Nowhere", "The name is not known."),
    ],
)
def test_a_row_that_is_not_placed_says_why(known: places.Known, text: str, reason: str) -> None:
    row = told(known, text, "Los Angeles", "CA")
    assert (row["status"], row["reason"]) == ("not_found", reason)
    assert {row[name] for name in ("lon", "lat", "precision", "uncertainty_m")} == {""}


def test_an_ambiguous_row_names_its_candidates(known: places.Known) -> None:
    row = told(known, "Westwood", "", "CA")
    assert row["status"] == "ambiguous"
    assert "geonames-5573576" in row["reason"]
    assert "neighborhood-westwood" in row["reason"]


def test_coordinates_are_a_place(known: places.Known) -> None:
    row = told(known, "-118.2427, 34.0537", "Los Angeles", "CA")
    assert (row["lon"], row["lat"]) == ("-118.242700", "34.053700")
    assert (row["rung"], row["rule"]) == ("coordinates", "coordinates_swapped")


def test_words_that_added_nothing_are_told(known: places.Known) -> None:
    row = told(known, "a taco stand in Highland Park", "Los Angeles", "CA")
    assert (row["used"], row["left_over"]) == ("Highland Park", "a taco stand")
    assert "a taco stand" in row["reason"]


@pytest.mark.parametrize("state", ["CA", "ca", "California", "CALIFORNIA", " California "])
def test_a_state_may_be_a_code_or_a_name(known: places.Known, state: str) -> None:
    assert told(known, "City Hall", "Los Angeles", state)["status"] == "placed"


@pytest.mark.parametrize("state", ["XX", "Kalifornia", "Mexico"])
def test_a_state_that_is_none_is_told(known: places.Known, state: str) -> None:
    row = told(known, "City Hall", "Los Angeles", state)
    assert row["status"] == "not_found"
    assert row["reason"] == f"{state!r} is not a US state. Write it as: Los Angeles, CA"


def test_other_columns_are_kept_as_they_are(
    known: places.Known, source: Path, target: Path
) -> None:
    frame = pd.DataFrame([(*CITY_HALL, "007", "=1+1")], columns=[*COLUMNS, "id", "note"])
    frame.to_csv(source, index=False)
    batch.run([source, target], known, ENGLISH)
    assert list(read_table(target).loc[0, ["id", "note"]]) == ["007", "=1+1"]


def test_an_output_that_cannot_be_written_is_told(
    known: places.Known, source: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DataError, match="cannot_write"):
        batch.run([source, tmp_path / "file" / "out.csv"], known, ENGLISH)


def test_one_file_is_not_both_input_and_output(known: places.Known, source: Path) -> None:
    before = source.read_bytes()
    with pytest.raises(UsageError, match="same_file"):
        batch.run([source, source.parent / "." / "in.csv"], known, ENGLISH)
    assert source.read_bytes() == before
