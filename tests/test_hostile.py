"""Broken and hostile files: each gives a message that names the file, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mapper import catalog, gazetteer, i18n, knowledge, streets
from mapper.cli import app
from mapper.errors import DataError
from mapper.model import Fault
from mapper.settings import Folders
from tests.conftest import line_of, read_table, set_cell, set_columns

Break = Callable[[Path], object]
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)
FILES = [
    "data/sources.csv",
    "data/events.csv",
    "data/reports.csv",
    "data/routes.csv",
    "geo/gazetteer.csv",
    "geo/crossings.csv",
    "geo/us_places.csv",
]
LANGS = ("en", "es")


def first(path: Path) -> str:
    """The first column of a table."""
    return str(read_table(path).columns[0])


def to_folder(path: Path) -> None:
    """Put a folder in the file's place."""
    path.unlink()
    path.mkdir()


def to_latin_1(path: Path) -> None:
    """Write the table again as an old spreadsheet would, with an accent on line 2."""
    header, row, *_ = path.read_text(encoding="utf-8").splitlines()
    path.write_bytes(f"{header}\nÉ{row}\n".encode("latin-1", "replace"))


def double(path: Path) -> None:
    """Give the table its first column twice."""
    lines = path.read_text(encoding="utf-8").splitlines()
    name = lines[0].split(",")[0]
    path.write_text("\n".join([f"{lines[0]},{name}", *(f"{line},x" for line in lines[1:])]))


def only_header(path: Path) -> None:
    """Leave the header line alone."""
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")


def cut_off(path: Path) -> None:
    """End the file inside a quoted cell."""
    path.write_text(path.read_text(encoding="utf-8") + '"cut off', encoding="utf-8")


def lengthen(path: Path) -> None:
    """Give one row a cell too many."""
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, lines[-1] + ",one,more"]), encoding="utf-8")


BREAKS: dict[str, tuple[Break, str]] = {
    "missing": (Path.unlink, "file_missing"),
    "folder": (to_folder, "file_unreadable"),
    "latin-1": (to_latin_1, "file_not_utf8"),
    "missing column": (lambda p: set_columns(p, {first(p): ""}), "column_missing"),
    "unknown column": (lambda p: set_columns(p, {first(p): "wich"}), "column_missing"),
    "one column more": (
        lambda p: read_table(p).assign(x="").to_csv(p, index=False),
        "column_unknown",
    ),
    "doubled column": (double, "column_twice"),
    "header only": (only_header, "table_empty"),
    "empty": (lambda p: p.write_bytes(b""), "file_not_csv"),
    "blank": (lambda p: p.write_text("\n\n\n"), "file_not_csv"),
    "cut off": (cut_off, "file_not_csv"),
    "too many cells": (lengthen, "row_too_long"),
    "NUL bytes": (lambda p: p.write_bytes(bytes(100)), "column_missing"),
    "binary": (lambda p: p.write_bytes(PNG), "file_not_utf8"),
    "web page": (lambda p: p.write_text("<!doctype html>\n<p>404</p>\n"), "column_missing"),
}
# A position that cannot be: column, value, code.
IMPOSSIBLE = [
    ("lat", "nan", "not_in_us"),
    ("lon", "inf", "not_in_us"),
    ("lat", "north", "not_in_us"),
    ("lat", "", "not_in_us"),
    ("lon", "118.2", "not_in_us"),
    ("uncertainty_m", "0", "radius"),
    ("uncertainty_m", "-5", "radius"),
    ("uncertainty_m", "nan", "radius"),
    ("uncertainty_m", "inf", "radius"),
    ("source", "", "required"),
]
POSITIONS = {"gazetteer.csv": gazetteer.read, "crossings.csv": streets.read}
# A cell that a browser or a spreadsheet would run: column, value, code.
RUNNABLE = [
    ("kind", "<script>alert(1)</script>", "vocabulary"),
    ("event_id", "<b>walkout</b>", "id_form"),
    ("size_low", "=1+1", "number_form"),
    ("start_time", '=HYPERLINK("https://example.org")', "time_form"),
    ("state", "@SUM(A1)", "state_form"),
]
# Every way to break one table, and the three most likely ways for each of the others.
LIKELY = ("missing", "latin-1", "missing column")
CASES = [("data/events.csv", name) for name in BREAKS]
CASES += [(file, name) for file in FILES if file != "data/events.csv" for name in LIKELY]


def read(folders: Folders, file: str) -> object:
    """Read what a file belongs to."""
    if file.startswith("data"):
        return catalog.read(folders.data)
    return knowledge.committed(folders.geo)


def path_of(folders: Folders, file: str) -> Path:
    """A file of the copied project."""
    return folders.data.parent / file


def arguments(folders: Folders) -> list[str]:
    """The folders as a command line takes them."""
    return ["--data", str(folders.data), "--geo", str(folders.geo)]


@pytest.mark.parametrize(("file", "name"), CASES)
def test_a_broken_file_is_named_in_both_languages(project: Folders, file: str, name: str) -> None:
    breaks, code = BREAKS[name]
    path = path_of(project, file)
    breaks(path)
    with pytest.raises(DataError) as caught:
        read(project, file)
    assert caught.value.code == code
    said = [i18n.message(caught.value, i18n.words(lang)) for lang in LANGS]
    assert all(path.name in text for text in said)
    assert said[0] != said[1]


def test_a_missing_column_is_named(project: Folders) -> None:
    set_columns(project.data / "events.csv", {"kind": ""})
    with pytest.raises(DataError) as caught:
        catalog.read(project.data)
    assert all("'kind'" in i18n.message(caught.value, i18n.words(lang)) for lang in LANGS)


def test_a_latin_1_file_is_told_with_line_and_bytes(project: Folders) -> None:
    path = project.data / "events.csv"
    path.write_bytes("event_id,kind\nplain,march\nSan José,march\n".encode("latin-1"))
    with pytest.raises(DataError) as caught:
        catalog.read(project.data)
    said = i18n.message(caught.value, i18n.words("en"))
    assert "line 3" in said
    assert r"San Jos\xe9" in said


@pytest.mark.parametrize("name", POSITIONS)
def test_positions_that_cannot_be_are_told_and_set_aside(project: Folders, name: str) -> None:
    path = project.geo / name
    for line, (column, value, _) in enumerate(IMPOSSIBLE, start=2):
        set_cell(path, line, column, value)
    kept, faults = POSITIONS[name](path)
    wanted = enumerate(IMPOSSIBLE, start=2)
    assert set(faults) == {Fault(name, line, *cell) for line, cell in wanted}
    assert len(kept) == len(read_table(path)) - len(IMPOSSIBLE)
    assert list(kept.index[:1]) == [len(IMPOSSIBLE) + 2]


@pytest.mark.parametrize("name", POSITIONS)
def test_swapped_longitude_and_latitude_are_both_told(project: Folders, name: str) -> None:
    path = project.geo / name
    row = read_table(path).loc[3]
    set_cell(path, 5, "lon", str(row["lat"]))
    set_cell(path, 5, "lat", str(row["lon"]))
    _, faults = POSITIONS[name](path)
    assert {(f.file, f.row, f.column) for f in faults} == {(name, 5, "lon"), (name, 5, "lat")}
    assert "Longitude is first" in i18n.fault_line(faults[0], i18n.words("en"))


@pytest.mark.parametrize(
    ("column", "value"), [("lat", "north"), ("radius_m", "wide"), ("kind", "galaxy")]
)
def test_a_us_place_that_cannot_be_read_is_told(project: Folders, column: str, value: str) -> None:
    path = project.geo / "us_places.csv"
    set_cell(path, line_of(path, "state-ca"), column, value)
    with pytest.raises(DataError) as caught:
        knowledge.committed(project.geo).known.search("California")
    assert caught.value.values["file"] == "us_places.csv"


def test_html_and_formulas_in_cells_of_a_form_are_told(project: Folders) -> None:
    path = project.data / "events.csv"
    for line, (column, value, _) in enumerate(RUNNABLE, start=2):
        set_cell(path, line, column, value)
    faults = catalog.read(project.data).faults
    wanted = enumerate(RUNNABLE, start=2)
    assert {Fault("events.csv", line, *cell) for line, cell in wanted} <= set(faults)


@pytest.mark.parametrize("lang", LANGS)
def test_a_fault_is_one_line_with_file_row_column_and_value(lang: str) -> None:
    fault = Fault("events.csv", 12, "date_end", "2025-02-31", "date_form")
    line = i18n.fault_line(fault, i18n.words(lang))
    assert "\n" not in line
    assert all(part in line for part in ("events.csv", "12", "date_end", "2025-02-31"))


@pytest.mark.parametrize("value", ["two\nlines", "{braces}", "%s", "'quote'", "\x1b[31m"])
def test_a_hostile_value_stays_in_its_line(value: str) -> None:
    line = i18n.fault_line(Fault("events.csv", 2, "kind", value, "vocabulary"), i18n.words("en"))
    assert len(line.splitlines()) == 1
    assert "\x1b" not in line


@pytest.mark.parametrize("command", [["check"], ["geocode"]])
@pytest.mark.parametrize(
    ("file", "breaks"),
    [
        ("data/events.csv", Path.unlink),
        ("data/events.csv", to_latin_1),
        ("geo/gazetteer.csv", only_header),
        ("geo/crossings.csv", to_folder),
    ],
)
def test_a_command_on_a_broken_folder_says_one_line(
    project: Folders, command: list[str], file: str, breaks: Break
) -> None:
    path = path_of(project, file)
    breaks(path)
    answer = CliRunner().invoke(app, [*command, *arguments(project)])
    assert answer.exit_code == 2
    assert path.name in answer.stderr
    assert len(answer.stderr.splitlines()) == 1
    assert isinstance(answer.exception, SystemExit)


@pytest.mark.parametrize("name", ["gazetteer.csv", "crossings.csv", "us_places.csv"])
def test_placing_with_a_missing_table_says_one_line(project: Folders, name: str) -> None:
    (project.geo / name).unlink()
    answer = CliRunner().invoke(app, ["place", "City Hall", "--geo", str(project.geo)])
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.splitlines() == [
        f"{name} is missing. Put it back, or start with --data and --geo."
    ]


def test_checking_a_faulty_row_exits_1_and_names_its_line(project: Folders) -> None:
    path = project.data / "events.csv"
    line = line_of(path, "2026-02-04-bravo-walkout")
    set_cell(path, line, "date_end", "2026-02-31")
    answer = CliRunner().invoke(app, ["check", *arguments(project)])
    told = [text for text in answer.stdout.splitlines() if "2026-02-31" in text]
    assert answer.exit_code == 1
    assert len(told) == 1
    assert told[0].startswith(f"events.csv, row {line}, date_end: '2026-02-31' is not a date.")


def test_geocoding_says_that_it_leaves_faulty_rows_out(project: Folders) -> None:
    path = project.data / "events.csv"
    line = line_of(path, "2026-02-04-bravo-walkout")
    set_cell(path, line, "date_end", "2026-02-31")
    answer = CliRunner().invoke(app, ["geocode", *arguments(project)])
    assert answer.exit_code in (0, 1)
    assert "events.csv" in answer.stderr


def test_a_card_with_a_word_for_its_day_is_told(project: Folders) -> None:
    card = project.geo / "placed_events.csv.toml"
    text = re.sub("retrieved = .*", 'retrieved = "once"', card.read_text(encoding="utf-8"))
    (project.data / "events.csv.toml").write_text(text, encoding="utf-8")
    answer = CliRunner().invoke(app, ["geocode", *arguments(project)])
    assert answer.exit_code == 2
    assert "events.csv.toml" in answer.stderr
