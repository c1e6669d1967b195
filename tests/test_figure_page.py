"""The Figure page: what is chosen is drawn, in the address, and told in both languages."""

from __future__ import annotations

import csv
import hashlib
import html
import io
import re
import zipfile
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from mapper.errors import UsageError
from mapper.figure.spec import KINDS, Spec
from mapper.model import Filters, Window
from mapper.ui import cache
from mapper.ui.figures import drawn
from tests.test_pages import opened

pytestmark = pytest.mark.slow  # each opens a whole page

FEW = {"from": "2026-01-31", "to": "2026-02-04"}


def picture(app: AppTest) -> str:
    """The alternative text of the picture on the page."""
    bodies = [
        one.proto.body for one in app.get("html") if "data:image/png;base64" in one.proto.body
    ]
    assert len(bodies) == 1
    found = re.search(r'alt="([^"]*)"', bodies[0])
    assert found
    return html.unescape(found[1])


def copied(app: AppTest) -> list[str]:
    """The texts that have a button to copy them."""
    return [one.value for one in app.get("code")]


def test_both_languages_can_be_copied_and_the_picture_has_the_readers() -> None:
    app = opened("pages/figure.py", lang="es", figure="grid", preset="square", **FEW)
    link, command, *words = copied(app)
    assert picture(app) in words
    assert len(words) == 4
    assert sum("campuses where students walked out" in text for text in words) == 2
    assert "figure=grid" in link
    assert "preset=square" in link
    assert f"data={cache.snapshot().name}" in link
    assert command.startswith("mapper figure --verify grid-2026-01-31-2026-02-04-square-es")
    assert any(cache.snapshot().name in one.proto.body for one in app.get("html"))


def test_the_choice_is_in_the_address() -> None:
    app = opened("pages/figure.py", **FEW)
    app.selectbox(key="figures_kind").set_value("cities").run()
    app.selectbox(key="figures_preset").set_value("column").run()
    assert (app.query_params["figure"], app.query_params["preset"]) == ("cities", "column")
    assert "Los Angeles, CA" in picture(app)


def test_a_figure_that_cannot_be_drawn_is_told_and_can_be_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(spec: Spec) -> drawn.Shown:
        raise UsageError("figure_march", value=spec.march, options="none")

    with monkeypatch.context() as patched:
        patched.setattr(drawn, "shown", refused)
        app = opened("pages/figure.py", figure="march", **FEW)
    assert not app.exception
    assert app.warning
    app.selectbox(key="figures_kind").set_value("timeline").run()
    assert picture(app)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_drawn(kind: str) -> None:
    app = opened("pages/figure.py", figure=kind, lang="es", **FEW)
    assert not app.exception
    assert picture(app)


@pytest.mark.parametrize(
    "words",
    [
        r"$\frac{1}{0}$ :red[x] **b**",
        '"><script>alert(1)</script>',
        "\u202e😀 中文 \x00",
        "x" * 300,
    ],
)
def test_hostile_words_are_words_and_nothing_else(words: str) -> None:
    app = opened("pages/figure.py", figure="cities", **FEW)
    app.text_input(key="figures_headline").set_value(words).run()
    assert not app.exception
    assert not any("<script>alert" in one.proto.body for one in app.get("html"))
    assert picture(app)


def test_the_archive_holds_the_figure_and_only_the_events_that_it_shows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spec = Spec("march", "square", "es", march="2026-02-04-roosevelt-mendez")
    held = zipfile.ZipFile(io.BytesIO(drawn.package(spec, "march")))
    files = {name.partition("/")[2]: held.read(name) for name in held.namelist()}
    assert {f"figure/march.{fmt}" for fmt in ("png", "svg", "pdf")} < set(files)
    assert files["figure/march.png"] == drawn.written(spec, "png")
    assert drawn.shown(spec).alt in files["figure/words.txt"].decode()
    rows = list(csv.DictReader(io.StringIO(files["events.csv"].decode("utf-8-sig"))))
    assert [row["eventID"] for row in rows] == ["2026-02-04-roosevelt-march"]
    sums = dict(line.split("  ")[::-1] for line in files["SHA256SUMS"].decode().splitlines())
    assert sums["figure/march.pdf"] == hashlib.sha256(files["figure/march.pdf"]).hexdigest()


def test_the_archive_of_a_march_is_of_its_own_days_whatever_dates_the_page_has() -> None:
    window = Window(date(2025, 1, 20), date(2025, 2, 1))
    spec = Spec("march", "square", "en", Filters(window), march="2026-02-04-roosevelt-mendez")
    held = zipfile.ZipFile(io.BytesIO(drawn.package(spec, "march")))
    (name,) = (name for name in held.namelist() if name.endswith("/events.csv"))
    rows = list(csv.DictReader(io.StringIO(held.read(name).decode("utf-8-sig"))))
    assert [row["eventID"] for row in rows] == ["2026-02-04-roosevelt-march"]
    assert name.startswith("walkouts_2026-02-04_2026-02-04")
