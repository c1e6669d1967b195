"""Every file of data/ and geo/ has a true card, and one that is not is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mapper import cards, i18n
from mapper.errors import DataError
from mapper.model import Card, Fault
from tests.conftest import REAL

FOLDERS = [REAL.data, REAL.geo]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one table and its true card."""
    table = tmp_path / "places.csv"
    table.write_text("name,lon\nCity Hall,-118.2\n", encoding="utf-8")
    write(table, {"name": "What it is called.", "lon": "Longitude, WGS 84 degrees."})
    return tmp_path


def write(table: Path, columns: dict[str, str]) -> Card:
    """Write a card that fits the table."""
    card = Card(
        file=table.name,
        title='The "places"',
        title_es="Los lugares",
        source="Ourselves \\ others",
        url="",
        retrieved=date(2026, 2, 4),
        licence="CC BY 4.0",
        sha256=cards.sha256(table),
        columns=columns,
        note="Two\nlines.",
    )
    cards.card_of(table).write_text(cards.text(card), encoding="utf-8")
    return card


def codes(folder: Path) -> list[tuple[str, str]]:
    """What is told of a folder: column and code."""
    return [(fault.column, fault.code) for fault in cards.check(folder)]


@pytest.mark.parametrize("real", FOLDERS, ids=["data", "geo"])
def test_every_committed_file_has_a_true_card(real: Path) -> None:
    assert list(cards.check(real)) == []


@pytest.mark.parametrize("real", FOLDERS, ids=["data", "geo"])
def test_every_committed_card_says_source_licence_and_title(real: Path) -> None:
    found = cards.read_all(real)
    assert found
    for card in found:
        assert (real / card.file).is_file()
        assert all((card.title, card.title_es, card.source, card.licence)), card.file
        assert date(2020, 1, 1) < card.retrieved, card.file


@pytest.mark.parametrize("real", FOLDERS, ids=["data", "geo"])
def test_no_committed_card_describes_a_column_that_is_not_there(real: Path) -> None:
    for card in cards.read_all(real):
        if card.file.endswith(".csv"):
            assert set(card.columns) == set(cards.header(real / card.file)), card.file


def test_a_true_card_is_no_fault(folder: Path) -> None:
    assert codes(folder) == []


def test_a_card_reads_as_it_was_written(folder: Path) -> None:
    table = folder / "places.csv"
    card = write(table, {"name": 'A "name"', "lon": "Longitude"})
    found = cards.read(cards.card_of(table))
    assert found.title == card.title
    assert found.source == card.source
    assert found.columns == card.columns
    assert found.note == "Two lines."


def test_an_altered_file_is_told_with_its_new_hash(folder: Path) -> None:
    table = folder / "places.csv"
    table.write_text("name,lon\nCity Hall,-118.3\n", encoding="utf-8")
    assert list(cards.check(folder)) == [
        Fault("places.csv", 1, "sha256", cards.sha256(table), "card_stale")
    ]


def test_a_column_that_the_card_does_not_describe_is_told(folder: Path) -> None:
    write(folder / "places.csv", {"name": "What it is called."})
    assert codes(folder) == [("lon", "card_columns")]


def test_a_file_without_a_card_is_told(folder: Path) -> None:
    (folder / "shapes.geojson").write_text("{}", encoding="utf-8")
    assert [(f.file, f.code) for f in cards.check(folder)] == [("shapes.geojson", "card_missing")]


@pytest.mark.parametrize(
    "content",
    [b"", b"not toml", b"file = 'places.csv'", b"\xff\xfe", b"[columns]\nname = 1\n"],
    ids=["empty", "words", "lacks fields", "not UTF-8", "columns alone"],
)
def test_a_card_that_cannot_be_read_is_told(folder: Path, content: bytes) -> None:
    (folder / "places.csv.toml").write_bytes(content)
    assert codes(folder) == [("card", "card_broken")]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_what_is_wrong_with_a_card_is_said_in_one_line(folder: Path, lang: str) -> None:
    card = folder / "places.csv.toml"
    card.write_text("not toml", encoding="utf-8")
    (folder / "shapes.geojson").write_text("{}", encoding="utf-8")
    lines = [i18n.fault_line(fault, i18n.words(lang)) for fault in cards.check(folder)]
    assert [line.split()[0] for line in lines] == ["places.csv", "shapes.geojson"]
    assert all(len(line.splitlines()) == 1 for line in lines)


def test_a_card_with_a_field_too_many_is_told(folder: Path) -> None:
    card = folder / "places.csv.toml"
    card.write_text("extra = 1\n" + card.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(DataError, match="card_broken"):
        cards.read(card)


def test_a_card_with_words_for_its_day_is_told(folder: Path) -> None:
    path = folder / "places.csv.toml"
    text = path.read_text(encoding="utf-8").replace("2026-02-04", '"last week"')
    path.write_text(text, encoding="utf-8")
    assert codes(folder) == [("card", "card_broken")]
