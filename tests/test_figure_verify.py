"""A figure's file is built again and compared: the same, changed, other versions, or altered."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from matplotlib.figure import Figure
from typer.testing import CliRunner, Result

from mapper import snapshots
from mapper.cli import app
from mapper.figure import files, stamp
from mapper.figure.spec import Drawn, Spec
from mapper.figure.stamp import Stamp
from mapper.figure.verify import Became, verify
from mapper.project import read as read_project
from mapper.settings import Folders
from mapper.snapshots.changes import Changes
from tests.conftest import REAL, line_of, set_cell

pytestmark = pytest.mark.slow  # each draws two figures

WALKOUT = "2026-02-04-west-adams-walkout"
ELSEWHERE = "2025-02-02-los-angeles-101-shutdown"
MARCH = "2026-02-04-roosevelt-mendez"
MARCH_EVENT = "2026-02-04-roosevelt-march"
DAYS = ("--from", "2026-02-02", "--to", "2026-02-04")


@pytest.fixture
def folders(project: Folders) -> Folders:
    """A copied project with the ground of the maps."""
    for path in REAL.geo.glob("basemap_*"):
        shutil.copy(path, project.geo / path.name)
    return project


def run(where: Folders, *arguments: str) -> Result:
    """The answer of a command on the copied project."""
    folders_ = ["--data", str(where.data), "--geo", str(where.geo)]
    return CliRunner().invoke(app, [*arguments, *folders_])


def drawn(where: Folders, name: str = "figure.svg", *arguments: str) -> Path:
    """A figure of three days as a file."""
    path = where.data.parent / name
    answer = run(where, "figure", "--kind", "grid", *DAYS, *arguments, "-o", str(path))
    assert (answer.exit_code, answer.stderr) == (0, "")
    return path


def edited(where: Folders, event: str, column: str, value: str) -> None:
    """The project after one cell was changed and everything was placed again."""
    events = where.data / "events.csv"
    set_cell(events, line_of(events, event), column, value)
    assert run(where, "geocode").exit_code == 0


@pytest.mark.parametrize("name", ["figure.svg", "figure.png", "figure.pdf"])
def test_an_untouched_file_is_the_same(folders: Folders, name: str) -> None:
    answer = run(folders, "figure", "--verify", str(drawn(folders, name)))
    assert answer.exit_code == 0
    assert "byte for byte" in answer.stdout


def test_other_facts_are_a_correction(folders: Folders) -> None:
    path = drawn(folders)
    edited(folders, WALKOUT, "title_en", "Another title")
    answer = run(folders, "figure", "--verify", str(path))
    assert answer.exit_code == 1
    assert answer.stdout.splitlines()[1:] == [f"corrected: {WALKOUT}"]


def test_another_place_is_a_move(folders: Folders) -> None:
    path = drawn(folders)
    edited(folders, WALKOUT, "place_text", "Theodore Roosevelt Senior High School")
    answer = run(folders, "figure", "--verify", str(path))
    assert answer.exit_code == 1
    assert f"moved: {WALKOUT}" in answer.stdout.splitlines()


def test_an_event_taken_back_is_withdrawn_and_one_that_came_is_told(folders: Folders) -> None:
    with_it = drawn(folders, "with.svg")
    edited(folders, WALKOUT, "shown", "no")
    without = drawn(folders, "without.svg")
    told = run(folders, "figure", "--verify", str(with_it)).stdout.splitlines()
    edited(folders, WALKOUT, "shown", "yes")
    assert told[1:] == [f"withdrawn: {WALKOUT}"]
    answer = run(folders, "figure", "--verify", str(without))
    assert answer.stdout.splitlines()[1:] == [f"now in this figure: {WALKOUT}"]
    assert run(folders, "figure", "--verify", str(with_it)).exit_code == 0


def test_a_corrected_event_that_left_the_figure_is_not_called_withdrawn(folders: Folders) -> None:
    path = drawn(folders, "figure.svg", "--sure", "high,medium")
    edited(folders, WALKOUT, "confidence", "low")
    answer = run(folders, "figure", "--verify", str(path))
    assert answer.exit_code == 1
    told = [f"corrected: {WALKOUT}", f"no longer in this figure: {WALKOUT}"]
    assert answer.stdout.splitlines()[1:] == told


def test_an_event_that_did_not_change_may_leave_or_enter_a_figure(folders: Folders) -> None:
    today = snapshots.of(read_project(folders))
    one, other, third = sorted(today.entries)[:3]
    then = Stamp(stamp.FORMAT, {}, "0" * 16, Spec("grid"), today.digests([one, other]), "a", "b")
    path = folders.data.parent / "figure.svg"
    path.write_bytes(files.write(Drawn(Figure(), "a", "b", ()), "svg", then))
    answer = verify(path, lambda _: Drawn(Figure(), "a", "b", (other, third)), today, {})
    assert answer.verdict == "changed"
    assert answer.became == Became(Changes((), (), (), ()), left=(one,), came=(third,))


def test_a_march_without_its_line_is_changed_data_and_no_wrong_question(folders: Folders) -> None:
    path = folders.data.parent / "march.svg"
    with_it = ["figure", "--kind", "march", "--march", MARCH, "-o", str(path)]
    assert run(folders, *with_it).exit_code == 0
    edited(folders, MARCH_EVENT, "shown", "no")
    answer = run(folders, "figure", "--verify", str(path))
    assert (answer.exit_code, answer.stderr) == (1, "")
    assert answer.stdout.splitlines()[1:] == [
        "This figure cannot be drawn from today's data.",
        f"withdrawn: {MARCH_EVENT}",
    ]


def test_a_file_that_asks_for_what_its_own_data_never_had_is_one_message(folders: Folders) -> None:
    path = drawn(folders)
    path.write_text(path.read_text("utf-8").replace('"kind":"grid"', '"kind":"march"'), "utf-8")
    answer = run(folders, "figure", "--verify", str(path))
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.count("\n") == 1


def test_a_change_elsewhere_is_told_as_none_of_the_figures_own(folders: Folders) -> None:
    path = drawn(folders)
    edited(folders, ELSEWHERE, "title_en", "Another title")
    answer = run(folders, "figure", "--verify", str(path))
    assert answer.exit_code == 1
    assert "None of the events" in answer.stdout


def test_other_versions_are_named(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    path = drawn(folders)
    ours = stamp.versions(folders.geo) | {"matplotlib": "9.9"}
    monkeypatch.setattr(stamp, "versions", lambda _: ours)
    answer = run(folders, "figure", "--verify", str(path))
    assert answer.exit_code == 4
    assert answer.stdout.splitlines()[1].startswith("made with matplotlib 3.")


def test_another_ground_is_another_version(folders: Folders) -> None:
    path = drawn(folders)
    labels = folders.geo / "basemap_labels.csv"
    labels.write_text(labels.read_text("utf-8").replace("Commerce", "Vernon"), "utf-8")
    answer = run(folders, "figure", "--verify", str(path))
    assert answer.exit_code == 4
    assert "made with ground" in answer.stdout


def test_a_file_that_was_changed_by_hand_is_told(folders: Folders) -> None:
    path = drawn(folders)
    path.write_text(path.read_text("utf-8").replace("#d55e00", "#d55e01"), "utf-8")
    answer = run(folders, "figure", "--verify", str(path))
    assert answer.exit_code == 5
    assert "by other hands" in answer.stdout


def test_more_events_than_can_travel_are_compared_by_the_name_of_the_data(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamp, "MOST_ROWS", 1)
    path = drawn(folders)
    assert WALKOUT not in path.read_text("utf-8").partition("<style")[0]
    assert run(folders, "figure", "--verify", str(path)).exit_code == 0
    edited(folders, WALKOUT, "title_en", "Another title")
    answer = run(folders, "figure", "--verify", str(path))
    assert answer.exit_code == 1
    assert "too many events" in answer.stdout


@pytest.mark.parametrize("held", [b"", b"%PDF-1.7", b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_a_file_without_a_stamp_is_one_message(folders: Folders, held: bytes) -> None:
    path = folders.data.parent / "other.svg"
    path.write_bytes(held)
    answer = run(folders, "figure", "--verify", str(path))
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.count("\n") == 1
    assert "other.svg" in answer.stderr
