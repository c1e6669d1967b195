"""A figure's file: the same bytes each time, text that stays text, and a stamp that travels."""

from __future__ import annotations

import hashlib
import io
import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from matplotlib.figure import Figure
from PIL import Image
from pypdf import PdfReader

from mapper.errors import DataError, UsageError
from mapper.figure import files, fonts, rc, read, stamp
from mapper.figure.spec import Drawn, Spec
from mapper.figure.stamp import Stamp
from mapper.model import Filters, Window
from mapper.settings import ROOT
from tests.conftest import REAL

WINDOW = Window(date(2026, 2, 2), date(2026, 2, 4))
SPEC = Spec(
    "days", "square", "es", Filters(window=WINDOW, kinds=("march",)), headline="Ñandú & <b>"
)
HOSTILE = (
    r"\frac{1}{0} $x_$ \input{/etc/passwd}",
    "<script>alert(1)</script> ]]> --> &amp; '\"",
    "\u202eright to left\u202c \u200f",
    "😀🏳️‍🌈 中文 𓀀",
    "zero\0 and \x1b[31m and \ud7ff\ufffe",
    "long " * 400,
)


WORDS = "Ñandú $x^2$ → 25–28"


def drawn(words: str = WORDS) -> Drawn:
    """A small figure of our own."""
    with rc.fixed():
        figure = Figure(figsize=(4, 3), dpi=50)
        figure.text(0.1, 0.8, words.replace("\0", ""), font=fonts.serif(20, bold=True))
        figure.text(0.1, 0.5, "marchas", font=fonts.sans(12))
        axes = figure.add_axes((0.1, 0.1, 0.8, 0.3))
        axes.plot([1, 2, 3], [3, 1, 2])
    return Drawn(figure, f"Alt: {words}", "Un pie de foto.", ("b", "a"))


def mark(shown: Drawn, spec: Spec = SPEC) -> Stamp:
    """A stamp for it."""
    rows = {"a": "1-2", "b": "3-4"}
    made_by = stamp.versions(REAL.geo)
    return Stamp(stamp.FORMAT, made_by, "0123456789abcdef", spec, rows, shown.alt, shown.caption)


@cache
def written(fmt: str, words: str = WORDS) -> bytes:
    """The small figure as a file."""
    shown = drawn(words)
    return files.write(shown, fmt, mark(shown))


@pytest.fixture(params=files.WRITERS)
def fmt(request: pytest.FixtureRequest) -> str:
    """Each format."""
    return str(request.param)


def test_the_same_figure_has_the_same_bytes_in_any_order_of_writing() -> None:
    shown = drawn()
    backwards = {fmt: files.write(shown, fmt, mark(shown)) for fmt in reversed(files.WRITERS)}
    assert backwards == {fmt: written(fmt) for fmt in files.WRITERS}


def test_the_stamp_comes_back_from_the_file(fmt: str, tmp_path: Path) -> None:
    path = tmp_path / "of any name"
    path.write_bytes(written(fmt))
    assert read.stamp_of(path) == mark(drawn())


def test_strange_words_are_in_the_file_and_break_nothing(fmt: str, tmp_path: Path) -> None:
    path, words = tmp_path / "figure", " ".join(HOSTILE)
    shown = drawn(fonts.drawable(words))
    spec = replace(SPEC, headline=words)
    path.write_bytes(files.write(shown, fmt, mark(shown, spec)))
    found = read.stamp_of(path)
    assert re.sub(r"[\0\x1b\ufffe]", "", words) == re.sub(
        r"[\0\x1b\ufffe]", "", found.spec.headline
    )


def test_nothing_says_when_a_file_was_made(fmt: str) -> None:
    held = written(fmt)
    assert b"2026-11" not in held
    assert not re.search(rb"tIME|CreationDate|ModDate|dc:date|/ID", held)


def test_a_png_has_the_pixels_that_were_asked_for() -> None:
    with Image.open(io.BytesIO(written("png"))) as image:
        assert image.size == (200, 150)
        assert image.info["Description"].startswith("Alt: Ñandú")


def test_bytes_that_are_no_letters_are_a_sign_in_the_file(fmt: str, tmp_path: Path) -> None:
    path, spec = tmp_path / "figure", replace(SPEC, headline="a\udce9b", standfirst="\ud83d")
    assert (spec.headline, spec.standfirst) == ("a\ufffdb", "\ufffd")
    path.write_bytes(files.write(drawn(), fmt, mark(drawn(), spec)))
    assert read.stamp_of(path).spec == spec


def test_letters_and_crossings_are_in_the_versions(tmp_path: Path) -> None:
    held = sorted((ROOT / "static" / "fonts").glob("*.ttf"))
    every = b"".join(path.name.encode() + b"\0" + path.read_bytes() for path in held)
    assert hashlib.sha256(every).hexdigest().startswith(stamp.versions(tmp_path)["letters"])
    before = stamp.versions(tmp_path)["ground"]
    (tmp_path / "crossings.csv").write_text("place_id\n", "utf-8")
    assert stamp.versions(tmp_path)["ground"] != before


def test_an_svg_holds_text_with_the_letters_it_needs_and_asks_nobody() -> None:
    held = written("svg").decode()
    root = ET.fromstring(held)  # noqa: S314 - we wrote it
    texts = ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Ñandú $x^2$ → 25–28", "marchas"} <= set(texts)
    assert held.count("@font-face") == 2
    assert not re.search(r"(href|src|url)\s*[=(]\s*['\"]?\s*(https?:)?//", held)
    assert (root.get("role"), root[0].text) == ("img", SPEC.headline)
    assert root[1].text == drawn().alt


def test_an_svg_font_has_no_letter_that_is_not_shown() -> None:
    assert len(written("svg")) < len(written("svg", "The quick brown fox jumps over lazy dogs"))


def test_a_pdf_holds_text_in_truetype_with_title_language_and_words() -> None:
    found = PdfReader(io.BytesIO(written("pdf")))
    assert found.metadata is not None
    assert found.metadata.title == SPEC.headline
    root = found.trailer["/Root"].get_object()
    assert root["/Lang"] == "es-US"
    assert root["/StructTreeRoot"]["/K"][0].get_object()["/Alt"] == drawn().alt
    page = found.pages[0]
    assert "marchas" in page.extract_text()
    kinds = {font.get_object()["/Subtype"] for font in page["/Resources"]["/Font"].values()}
    assert kinds <= {"/Type0", "/TrueType"}


def test_a_format_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="figure_format"):
        written("jpg")


@pytest.mark.parametrize(
    ("held", "code"),
    [
        (b"", "figure_unknown"),
        (b"GIF89a", "figure_unknown"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "figure_broken"),
        (b"%PDF-1.4\n%%EOF", "figure_broken"),
        (b"<svg", "figure_broken"),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "figure_broken"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "figure_without_stamp"),
        (b"<svg>" * 100_000, "figure_broken"),
    ],
)
def test_a_file_that_is_no_figure_is_told(tmp_path: Path, held: bytes, code: str) -> None:
    path = tmp_path / "figure.svg"
    path.write_bytes(held)
    with pytest.raises(DataError, match=code):
        read.stamp_of(path)


def test_a_picture_saved_again_by_another_program_has_no_stamp(tmp_path: Path) -> None:
    path = tmp_path / "figure.png"
    with Image.open(io.BytesIO(written("png"))) as image:
        image.convert("RGB").save(path)
    with pytest.raises(DataError, match="figure_without_stamp"):
        read.stamp_of(path)


def test_a_file_cut_short_is_told(fmt: str, tmp_path: Path) -> None:
    path = tmp_path / "figure"
    held = written(fmt)
    for share in (0.02, 0.2, 0.7):
        path.write_bytes(held[: int(len(held) * share)])
        try:
            found = read.stamp_of(path)
        except DataError:
            continue
        assert found == mark(drawn())


@pytest.mark.parametrize(
    "changed",
    [
        {"format": 2},
        {"data": 5},
        {"rows": [1]},
        {"rows": {"a": 1}},
        {"extra": 1},
        {"spec": {"kind": "war"}},
        {"spec": {"filters": {"window": ["2026-02-30", "2026-03-01"]}}},
        {"spec": {"filters": {"window": ["2026-03-02", "2026-03-01"]}}},
        {"spec": {"preset": "../../etc"}},
        {"spec": {"filters": {"kinds": ["x"]}}},
        {"spec": {"filters": {"confidences": ["x"]}}},
    ],
)
def test_a_stamp_of_another_kind_is_refused(changed: dict[str, object]) -> None:
    raw = json.loads(stamp.dumps(mark(drawn())))
    spec = changed.get("spec", {})
    assert isinstance(spec, dict)
    filters = raw["spec"]["filters"] | spec.get("filters", {})
    told = raw | changed | {"spec": raw["spec"] | spec | {"filters": filters}}
    with pytest.raises(ValueError, match=r"."):
        stamp.loads(json.dumps(told))


@pytest.mark.parametrize("text", ["", "[]", "null", "{", "[" * 100_000])
def test_what_is_no_stamp_is_refused(text: str) -> None:
    with pytest.raises((ValueError, RecursionError)):
        stamp.loads(text)
