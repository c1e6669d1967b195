"""mapper figure: files of exact size, the same in every process, with nothing that is not shown."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from itertools import cycle
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from PIL import Image
from pypdf import PdfReader
from typer.testing import CliRunner, Result

from mapper import project, snapshots
from mapper.cli import app
from mapper.figure import files, ground, make, read, stamp
from mapper.figure.presets import SIZES
from mapper.figure.spec import KINDS, PRESETS, Spec
from mapper.model import Filters, Window
from mapper.settings import ROOT, Folders
from tests.conftest import REAL

HOSTILE = {
    "latex": r"$\frac{1}{0}$ \input{/etc/passwd} _^{",
    "html": "<script>alert(1)</script>&amp;<!-- ]]>",
    "bidi": "\u202eabc\u202c \u2066x",
    "emoji": "😀 🏳️‍🌈 中文 \U000130a0",
    "control": "a\x07b\x1b[31m",
    "long": "Students " * 222,
    "one word": "x" * 600,
    "format": "{0} {name} %s",
}
MARCH = "2026-02-04-city-hall-mdc"
BYTES = """
import sys
sys.path.insert(0, sys.argv[1])
from tests.test_figure_command import KINDS, digests
print("\\n".join(digests(reversed(KINDS))))
"""


def digests(kinds: Iterable[str]) -> list[str]:
    """The checksum of each kind in each format, in order of their names."""
    where = Folders()
    found = project.read(where)
    today = snapshots.of(found)
    earth, made_by = ground.read(where.geo), stamp.versions(where.geo)
    days = Filters(window=Window(date(2026, 2, 1), date(2026, 2, 4)))
    told = []
    for kind in kinds:
        spec = Spec(kind, "square", "es", days, march=MARCH)
        drawn = make(spec, found, earth, today.name)
        for fmt in files.WRITERS:
            held = files.write(drawn, fmt, stamp.of(spec, drawn, today, made_by))
            told.append(f"{kind} {fmt} {hashlib.sha256(held).hexdigest()}")
    return sorted(told)


def run(*arguments: str) -> Result:
    """The answer of the command."""
    return CliRunner().invoke(app, ["figure", *arguments])


def wrote(path: Path, *arguments: str) -> Result:
    """The answer of the command that wrote a file."""
    answer = run(*arguments, "-o", str(path))
    assert answer.exit_code == 0, answer.output
    return answer


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--kind", "war", "-o", "a.png"), "'war'"),
        (("--preset", "poster", "-o", "a.png"), "'poster'"),
        (("--lang", "fr", "-o", "a.png"), "fr"),
        (("--kinds", "riot", "-o", "a.png"), "'riot'"),
        (("--sure", "very", "-o", "a.png"), "'very'"),
        (("--area", "Nowhere", "-o", "a.png"), "'Nowhere'"),
        (("--from", "2026-02-30", "-o", "a.png"), "2026-02-30"),
        (("--from", "2026-02-04", "--to", "2026-02-01", "-o", "a.png"), "after"),
        (("--kind", "march", "--march", "none", "-o", "a.png"), "none"),
        (("-o", "a.jpg"), "a.jpg"),
        ((), "-o FILE"),
        (("--verify", "no-such-file.png"), "no-such-file.png"),
    ],
)
def test_a_wrong_argument_is_one_line_and_writes_nothing(
    arguments: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = run(*arguments)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert said in answer.stderr
    assert answer.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    answer = run("--kind", "grid", "-o", str(tmp_path / "file" / "a.svg"))
    assert answer.exit_code == 2
    assert "could not be written" in answer.stderr


def test_caption_and_alternative_text_are_printed_and_travel_in_the_file(tmp_path: Path) -> None:
    answer = wrote(tmp_path / "a.svg", "--kind", "cities", "--lang", "es", "--area", "Los Angeles")
    caption, alt = answer.stdout.splitlines()
    found = read.stamp_of(tmp_path / "a.svg")
    assert (found.caption, found.alt) == (caption, alt)
    assert "Los Angeles, CA" in alt


@pytest.mark.slow
@pytest.mark.parametrize("preset", PRESETS)
def test_a_png_has_exactly_the_size_of_its_shape(preset: str, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    wrote(path, "--kind", "timeline", "--preset", preset)
    size = SIZES[preset]
    with Image.open(path) as image:
        assert image.size == (
            round(size.width * size.dpi / 72),
            round(size.height * size.dpi / 72),
        )


@pytest.mark.slow
@pytest.mark.parametrize("preset", ["square", "column"])
def test_an_svg_is_as_large_as_its_shape(preset: str, tmp_path: Path) -> None:
    path, size = tmp_path / "a.svg", SIZES[preset]
    wrote(path, "--kind", "grid", "--preset", preset)
    root = ET.parse(path).getroot()  # noqa: S314 - we wrote it
    unit = "" if size.dpi == 72 else "pt"  # pixels on a screen, points on paper
    sides = (f"{size.width:g}{unit}", f"{size.height:g}{unit}")
    assert (root.get("width"), root.get("height")) == sides


@pytest.mark.slow
def test_another_process_writes_the_same_bytes() -> None:
    said = subprocess.run(
        [sys.executable, "-c", BYTES, str(ROOT)],
        env={**os.environ, "PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert len(said) == len(KINDS) * len(files.WRITERS)
    assert said == digests(KINDS)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "ending"),
    list(zip(HOSTILE.values(), cycle(["svg", "pdf", "png"]), strict=False)),
    ids=HOSTILE,
)
def test_hostile_words_are_drawn_as_words(words: str, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{ending}"
    answer = wrote(path, "--kind", "cities", "--headline", words, "--standfirst", words)
    assert "Traceback" not in answer.output
    found = read.stamp_of(path)
    assert found.spec.headline[:5].strip("\x07") == words[:5].strip("\x07")
    if len(words) > 500:
        assert "too long" in answer.stderr


def unshown() -> set[str]:
    """Texts of the tables that no figure may show: notes, and how a place was told apart."""
    events = pd.read_csv(REAL.data / "events.csv", dtype=str, keep_default_na=False)
    reports = pd.read_csv(REAL.data / "reports.csv", dtype=str, keep_default_na=False)
    told = [*events["note"], *events["date_basis"], *events["participants"], *reports["locator"]]
    return {text for text in told if len(text) > 25}


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_is_not_shown_is_in_a_file(kind: str, tmp_path: Path) -> None:
    days = ("--from", "2026-02-01", "--to", "2026-02-04", "--march", MARCH)
    wrote(tmp_path / "a.svg", "--kind", kind, *days)
    wrote(tmp_path / "a.pdf", "--kind", kind, *days)
    svg = (tmp_path / "a.svg").read_text("utf-8")
    reader = PdfReader(io.BytesIO((tmp_path / "a.pdf").read_bytes()))
    pdf = reader.pages[0].extract_text() + str(reader.metadata) + str(reader.attachments)
    assert len(unshown()) > 50
    assert [text for text in unshown() if text in svg or text in pdf] == []
    rows = read.stamp_of(tmp_path / "a.svg").rows
    assert rows is not None
    assert all(event.startswith("2026-02") for event in rows)
