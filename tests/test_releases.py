"""Releases are kept under their own checksum, and two states of the data can be compared."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from mapper import cards, i18n, ledger, snapshots
from mapper import project as projects
from mapper.cli import app
from mapper.cli.releases import lines
from mapper.describe import changes as in_words
from mapper.describe.fields import COLUMNS
from mapper.errors import DataError, UsageError
from mapper.settings import Folders
from mapper.snapshots import Entry, Snapshot, changes, releases
from mapper.snapshots.releases import Release
from tests.conftest import REAL, line_of, read_table, set_cell

WALKOUT = "2026-02-04-contreras-walkout"
GONE = "2025-02-02-houston-march"
POINTING = "2025-01-22-houston-listed"
DAY = date(2026, 11, 22)


def run(*arguments: str) -> Result:
    """The answer of the command line."""
    return CliRunner().invoke(app, list(arguments))


def at(where: Folders) -> list[str]:
    """Two folders as the command line takes them."""
    return ["--data", str(where.data), "--geo", str(where.geo)]


def released(data: Path, snapshot: Snapshot, note: str = "What changed.") -> str:
    """Keep a state; give its name."""
    releases.write(data, snapshot, Release(snapshot.name, DAY, note))
    return snapshot.name


@pytest.fixture(scope="module")
def real() -> Snapshot:
    """The committed data."""
    return snapshots.of(projects.read(REAL))


def other(real: Snapshot, **facts: object) -> Snapshot:
    """The data where one event says something else."""
    entry = real.entries[WALKOUT]
    return Snapshot({**real.entries, WALKOUT: replace(entry, facts={**entry.facts, **facts})})


@pytest.fixture(scope="module")
def edited(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """A project with a release, and one event each added, corrected, moved, withdrawn since."""
    where = copied(template, tmp_path_factory.mktemp("edited"))
    released(where.data, snapshots.of(projects.read(where)))
    events = where.data / "events.csv"
    row = read_table(events).iloc[line_of(events, WALKOUT) - 2].to_dict()
    set_cell(events, line_of(events, GONE), "shown", "no")
    set_cell(events, line_of(events, WALKOUT), "title_en", "A corrected title")
    set_cell(events, line_of(events, WALKOUT), "place_text", "Mariachi Plaza")
    _append(events, row | {"event_id": "2026-02-04-added", "title_en": "An added one"})
    reports = where.data / "reports.csv"
    _append(
        reports,
        {
            "event_id": "2026-02-04-added",
            "source_id": read_table(reports)["source_id"][0],
            "locator": "1: words",
            "supports": "kind",
        },
    )
    ledger.write(where.geo, ledger.build(where))
    return where


def copied(template: Path, home: Path) -> Folders:
    """A copy of the small project without its releases."""
    shutil.copytree(template, home, dirs_exist_ok=True)
    shutil.rmtree(home / "data" / releases.FOLDER)
    for path in (home / "data").glob(f"{releases.TABLE}*"):
        path.unlink()
    return Folders(home / "data", home / "geo")


def _append(path: Path, row: dict[str, str]) -> None:
    table = read_table(path)
    table.loc[len(table)] = [row[name] for name in table.columns]
    table.to_csv(path, index=False, lineterminator="\n")


def test_the_committed_releases_have_their_names() -> None:
    assert list(releases.check(REAL.data)) == []
    names = [release.name for release in releases.every(REAL.data)]
    assert names
    for name in names:
        assert releases.read(REAL.data, name).name == name


def test_a_kept_state_comes_back_under_its_name(tmp_path: Path, real: Snapshot) -> None:
    name = released(tmp_path, real)
    assert releases.read(tmp_path, name) == real
    assert releases.every(tmp_path) == [Release(name, DAY, "What changed.")]
    assert list(releases.check(tmp_path)) == []
    assert list(cards.check(tmp_path)) == []


def test_releases_stand_in_the_order_in_which_they_were_made(
    tmp_path: Path, real: Snapshot
) -> None:
    names = [released(tmp_path, state) for state in (real, other(real, kind="rally"), real)]
    assert [release.name for release in releases.every(tmp_path)] == names


def test_the_same_state_is_not_kept_twice_in_a_row(tmp_path: Path, real: Snapshot) -> None:
    released(tmp_path, real)
    with pytest.raises(UsageError, match="release_same"):
        released(tmp_path, real)


@pytest.mark.parametrize("note", ["", "  ", "Write to someone@example.org"])
def test_a_note_is_needed_and_safe(tmp_path: Path, real: Snapshot, note: str) -> None:
    with pytest.raises(UsageError, match="release_note"):
        released(tmp_path, real, note)
    assert not list(tmp_path.iterdir())


def test_a_note_is_told_in_the_readers_language_or_in_english() -> None:
    assert Release("a", DAY, "One", "Uno").note("es") == "Uno"
    assert Release("a", DAY, "One").note("es") == "One"


def test_an_altered_release_is_told_and_not_read(tmp_path: Path, real: Snapshot) -> None:
    name = released(tmp_path, real)
    path = tmp_path / "releases" / f"{name}.jsonl"
    path.write_bytes(path.read_bytes().replace(b"walkout", b"wolkout", 1))
    (fault,) = releases.check(tmp_path)
    assert (fault.file, fault.row, fault.code) == (f"releases/{name}.jsonl", 2, "release_altered")
    with pytest.raises(DataError, match="release_altered"):
        releases.read(tmp_path, name)


def test_a_missing_release_is_told_in_one_line_in_both_languages(
    tmp_path: Path, real: Snapshot
) -> None:
    name = released(tmp_path, real)
    (tmp_path / "releases" / f"{name}.jsonl").unlink()
    (fault,) = releases.check(tmp_path)
    assert fault.code == "release_missing"
    for lang in ("en", "es"):
        line = i18n.fault_line(fault, i18n.words(lang))
        assert name in line
        assert len(line.splitlines()) == 1


def test_a_file_that_is_not_listed_is_told(tmp_path: Path, real: Snapshot) -> None:
    name = released(tmp_path, real)
    (tmp_path / "releases" / "0000000000000000.jsonl").write_text("", encoding="utf-8")
    assert name
    assert [fault.code for fault in releases.check(tmp_path)] == ["release_unlisted"]


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("release", "../../../etc/passwd", "release_form"),
        ("date", "yesterday", "date_form"),
        ("note_en", "", "required"),
        ("note_es", "Llame al 213-555-0123", "unsafe_phone"),
    ],
)
def test_a_row_with_a_fault_is_told_and_left_out(
    tmp_path: Path, real: Snapshot, column: str, value: str, code: str
) -> None:
    released(tmp_path, real)
    set_cell(tmp_path / "releases.csv", 2, column, value)
    assert code in [fault.code for fault in releases.check(tmp_path)]
    assert releases.every(tmp_path) == []


def test_a_table_that_cannot_be_read_is_one_fault(tmp_path: Path) -> None:
    (tmp_path / "releases.csv").write_bytes(b"\xff\xfe")
    (fault,) = releases.check(tmp_path)
    assert (fault.file, fault.code) == ("releases.csv", "file_not_utf8")


def test_a_project_without_releases_has_none(tmp_path: Path) -> None:
    assert releases.every(tmp_path) == []
    assert list(releases.check(tmp_path)) == []


@pytest.mark.parametrize("asked", ["abcdef", "ABCDEF12"])
def test_six_digits_are_enough_to_name_a_release(asked: str) -> None:
    assert releases.named(asked, ["abcdef1234567890", "0" * 16]) == "abcdef1234567890"


@pytest.mark.parametrize("asked", ["", "abcde", "123456", "now", "../x"])
def test_a_name_that_is_none_is_told_with_the_known_ones(asked: str) -> None:
    with pytest.raises(UsageError) as error:
        releases.named(asked, ["abcdef1234567890", "abcdef9999999999"])
    assert "abcdef1234567890" in str(error.value.values["options"])


def test_digits_of_two_releases_name_neither() -> None:
    with pytest.raises(UsageError, match="release_unknown"):
        releases.named("abcdef", ["abcdef1234567890", "abcdef9999999999"])


def test_the_command_tells_each_sort_of_change(edited: Folders) -> None:
    (first,) = releases.every(edited.data)
    answer = run("changes", first.name[:6], "now", "--json", *at(edited))
    found = json.loads(answer.stdout)
    assert answer.exit_code == 1
    assert found["before"] == first.name
    assert [one["event_id"] for one in found["added"]] == ["2026-02-04-added"]
    assert [one["event_id"] for one in found["withdrawn"]] == [GONE]
    # a row that pointed to the one that is gone points nowhere now
    pointing, corrected = found["corrected"]
    assert pointing["event_id"] == POINTING
    assert {one["name"]: one["before"] for one in pointing["fields"]} == {"duplicate_of": GONE}
    title = next(one for one in corrected["fields"] if one["name"] == "title_en")
    assert title["after"] == "A corrected title"
    (moved,) = found["moved"]
    assert moved["event_id"] == WALKOUT
    assert 2000 < moved["move"]["metres"] < 6000
    assert moved["move"]["after"] == "Mariachi Plaza, Los Angeles, CA"


def test_the_command_says_the_same_in_words(edited: Folders) -> None:
    (first,) = releases.every(edited.data)
    answer = run("changes", first.name, *at(edited))
    assert answer.stderr == "1 event added, 2 corrected, 1 moved, 1 withdrawn\n"
    assert "Added: 2026-02-04-added: An added one; February 4, 2026" in answer.stdout
    assert " -> A corrected title" in answer.stdout
    assert "to Mariachi Plaza, Los Angeles, CA" in answer.stdout
    assert f"Withdrawn: {GONE}" in answer.stdout


def test_the_same_state_twice_is_no_change(edited: Folders) -> None:
    answer = run("changes", "now", "now", *at(edited))
    assert (answer.exit_code, answer.stdout, answer.stderr) == (0, "", "nothing changed\n")


def test_an_unknown_state_is_one_line_with_the_known_ones(edited: Folders) -> None:
    (first,) = releases.every(edited.data)
    answer = run("changes", "123456", *at(edited))
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert first.name in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


def test_a_project_with_faults_is_not_released(edited: Folders) -> None:
    # the cards of the tables are those of before the edit
    answer = run("release", "--note", "More", *at(edited))
    assert answer.exit_code == 2
    assert "mapper check" in answer.stderr
    assert len(releases.every(edited.data)) == 1


def test_the_check_tells_an_altered_release_in_one_line(project: Folders) -> None:
    (path, *_) = (project.data / releases.FOLDER).glob("*.jsonl")
    path.write_bytes(path.read_bytes() + b"\n")
    answer = run("check", "--json", *at(project))
    told = [fault for fault in json.loads(answer.stdout) if "release" in fault["code"]]
    assert answer.exit_code == 1
    assert [fault["file"] for fault in told] == [f"releases/{path.name}"]


def test_a_line_of_the_command_is_one_event_or_one_field(real: Snapshot) -> None:
    after = other(real, title_en="One\nWithdrawn: all", note="a\u2028b")
    found = lines(real, after)
    assert len(found) == 3
    assert found[0].startswith(f"Corrected: {WALKOUT}: One Withdrawn: all;")


def moved(**place: object) -> str:
    """What is said of a place that was at City Hall."""
    hall = {"lon": -118.243, "lat": 34.054, "matched_place": "City Hall", "city": "Los Angeles"}
    before = Entry({"state": "CA"}, hall)
    after = Entry({"state": "CA"}, {**hall, **place})
    return in_words.moved(changes.move(before, after), i18n.words("es"))


def test_a_move_is_told_by_what_it_is() -> None:
    assert "City Hall, Los Angeles, CA" in moved(lon=-118.244)
    assert moved(lon=-118.244).startswith("92 m")
    assert moved(lon=None, lat=None) != moved(precision="city") != moved(lon=-118.244)


def test_every_field_has_words(real: Snapshot) -> None:
    names = {name for entry in real.entries.values() for name in (*entry.facts, *entry.place)}
    inside = {
        name
        for entry in real.entries.values()
        for half in (entry.facts, entry.place)
        for part in changes.PARTS
        for item in half.get(part, ())
        for name in item
    }
    keys = {"source_id", "route_id", "order"}
    assert names - set(changes.PARTS) | inside - keys <= set(COLUMNS)


def test_values_are_told_in_the_readers_language(real: Snapshot) -> None:
    t = i18n.words("es")
    after = other(real, kind="rally", date_start="2026-02-03", size_low=None, note="=1+1")
    (said,) = in_words.group("corrected", real, after, t)
    told = {label: (was, now) for label, was, now in said.fields}
    assert told["Tipo"] == ("huelga estudiantil", "mitin") or told["Tipo"][1] == "mitin"
    assert told["Primer día"] == ("4 feb 2026", "3 feb 2026")
    assert "sin dato" in told["Mínimo de personas"]


def test_a_column_that_is_new_corrects_nothing(real: Snapshot) -> None:
    older = {
        event: Entry({n: v for n, v in entry.facts.items() if n != "note"}, entry.place)
        for event, entry in real.entries.items()
    }
    assert Snapshot(older).name != real.name
    assert not changes.of(Snapshot(older), real)
    assert changes.of(Snapshot(older), other(real, kind="rally")).corrected == (WALKOUT,)


def test_a_report_that_came_and_one_that_says_otherwise_are_told_by_their_document(
    real: Snapshot,
) -> None:
    (first, *_) = reports = real.entries[WALKOUT].facts["reports"]
    after = other(
        real, reports=[*reports[1:], {**first, "locator": "9: else"}, {"source_id": "new-paper"}]
    )
    (said,) = in_words.group("corrected", real, after, i18n.words("en"))
    labels = {label: (was, now) for label, was, now in said.fields}
    assert labels["Document"] == ("not given", "new-paper")
    assert labels[f"Document {first['source_id']}: Paragraph"][1] == "9: else"
