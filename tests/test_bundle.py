"""The bundle as a file: what is in it, what is not, and that nothing in it is taken for markup."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from mapper import bundle, describe, i18n, safety, select, snapshots
from mapper import project as projects
from mapper.bundle import scripts
from mapper.cli import app
from mapper.model import Filters, Window
from mapper.player import FOLDER
from mapper.project import Project
from mapper.settings import ROOT, Folders
from mapper.totals.report import Selection

MOST_BYTES = 5_000_000
HIDDEN, HOSTILE = "2025-02-06-venice-high-walkout", "2026-02-04-rfk-walkout"
ATTACK = "</script></title><img src=x onerror=alert(1)> \u202egnp.exe\u2066 🪧 <!-- ${1} & \u2028"
DAY = Window(date(2025, 2, 5), date(2025, 2, 5))
OUTSIDE = {"a": "href"}  # the only attribute that may name somebody else's address


class Page(HTMLParser):
    """The elements of a page: names with attributes, and the text of each script by its id."""

    def __init__(self, text: str) -> None:
        """Read it."""
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, str] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """What follows is no text of it."""
        self.tags.append((f"/{tag}", {}))

    def handle_data(self, data: str) -> None:
        """Keep a text under the element before it."""
        if self.tags:
            name, attributes = self.tags[-1]
            key = attributes.get("id", name)
            self.texts[key] = self.texts.get(key, "") + data


@pytest.fixture(scope="module")
def data() -> Project:
    """The project's data with a row that is hidden and a title that attacks."""
    found = projects.read(Folders())
    events = found.events
    hidden, hostile = (events["event_id"] == event for event in (HIDDEN, HOSTILE))
    return replace(
        found,
        events=events.assign(
            off_map=events["off_map"].mask(hidden, "hidden"),
            title_en=events["title_en"].mask(hostile, ATTACK),
            title_es=events["title_es"].mask(hidden, "Nadie lo ve"),
        ),
    )


@pytest.fixture(scope="module")
def text(data: Project) -> str:
    """All of it as a bundle."""
    return bundle.page(data, Selection(Filters(historical=True)), "en", Folders())


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    """The same, read."""
    return Page(text)


@pytest.fixture(scope="module")
def of_a_day(data: Project) -> str:
    """One day, opening in Spanish."""
    return bundle.page(data, Selection(Filters(window=DAY)), "es", Folders())


def unpacked(found: Page) -> dict[str, Any]:
    """What the script reads."""
    table: dict[str, Any] = json.loads(gzip.decompress(base64.b64decode(found.texts["data"])))
    return table


def test_it_is_one_small_file(text: str) -> None:
    assert len(text.encode()) < MOST_BYTES
    assert len(gzip.compress(text.encode())) > 100_000, "it holds a map"


def test_nothing_in_it_is_asked_of_anybody(page: Page) -> None:
    for tag, attributes in page.tags:
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            is_address = re.match(r"(?:https?:)?//", value)
            assert not is_address or OUTSIDE.get(tag) == name, (tag, name, value)
    assert {"img", "iframe", "link", "form", "object"}.isdisjoint(tag for tag, _ in page.tags)


def test_the_browser_may_run_our_script_and_nothing_else(page: Page) -> None:
    policy = next(
        found["content"] for tag, found in page.tags if found.get("http-equiv") is not None
    )
    for kind in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(page.texts[kind].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_text_from_data_is_text(text: str, page: Page) -> None:
    assert [found.get("id") for tag, found in page.tags if tag == "script"] == [
        "stamp",
        "data",
        None,
    ]
    assert "onerror=alert(1)&gt;" in text
    assert ATTACK in unpacked(page)["tables"]["rows/en"]["events"]["title"]


def test_hidden_rows_are_not_in_it(text: str, page: Page) -> None:
    packed = json.dumps(unpacked(page), ensure_ascii=False)
    for secret in (HIDDEN, "Nadie lo ve"):
        assert secret not in text
        assert secret not in packed


def test_nothing_outside_the_choice_is_in_it(data: Project, of_a_day: str) -> None:
    whole = of_a_day + json.dumps(unpacked(Page(of_a_day)), ensure_ascii=False)
    chosen = select.matching(data.events, Filters(window=DAY))["event_id"]
    for event in data.events["event_id"]:
        assert (event in whole) == (event in set(chosen)), event


def test_no_path_of_this_machine_is_in_it(text: str, page: Page) -> None:
    whole = text + json.dumps(unpacked(page))
    assert str(ROOT) not in whole
    assert str(Path.home()) not in whole.replace("/rows/", "")


def test_every_fact_is_there_without_a_script_in_both_languages(
    data: Project, of_a_day: str
) -> None:
    rows = select.shown(select.matching(data.events, Filters(window=DAY))).to_dict("records")
    said = re.sub(r"<[^>]+>", " ", of_a_day)
    assert len(rows) > 3
    for lang in ("en", "es"):
        t = i18n.words(lang)
        for row in rows:
            for label, fact in [*describe.facts(row, t), *describe.grounds(row, t)]:
                assert fact in said.replace("&#x27;", "'").replace("&quot;", '"'), label


def test_each_event_can_be_cited_with_the_state_of_the_data(data: Project, of_a_day: str) -> None:
    name = snapshots.of(data).name
    for row in select.shown(select.matching(data.events, Filters(window=DAY))).to_dict("records"):
        assert f"Walkout Mapper, data {name}, event {row['event_id']}." in of_a_day


def test_nothing_that_is_never_stored_is_in_it(of_a_day: str) -> None:
    seen = re.sub(r"<(script|style).*?</\1>", " ", of_a_day, flags=re.DOTALL)
    for text in re.findall(r">([^<]+)<", re.sub(r"\b[0-9a-f]{16,}\b", "", seen)):
        assert not safety.unsafe(text), text


def test_it_says_what_it_was_made_from(data: Project, page: Page, of_a_day: str) -> None:
    snapshot = snapshots.of(data)
    stamp = json.loads(page.texts["stamp"])
    assert stamp["data"] == snapshot.name
    assert stamp["rows"] == snapshot.digests(select.shown(data.events)["event_id"])
    day = json.loads(Page(of_a_day).texts["stamp"])
    assert (day["parameters"]["from"], day["parameters"]["lang"]) == ("2025-02-05", "es")
    assert snapshot.name in re.sub(r"<script.*?</script>", "", of_a_day, flags=re.DOTALL)


def test_modules_come_after_what_they_import() -> None:
    script = scripts.joined("start", Path(bundle.__file__).parent, FOLDER)
    order = re.findall(r"^const \$(\w+) = \(\(\) =>", script, re.MULTILINE)
    for found in re.finditer(r"\} = \$(\w+);$", script, re.MULTILINE):
        inside = re.findall(r"^const \$(\w+) = \(\(\)", script[: found.start()], re.MULTILINE)[-1]
        assert order.index(found[1]) < order.index(inside)
    assert order[-1] == "start"
    assert "import " not in re.sub(r"//.*", "", script)


def test_a_module_of_another_form_is_refused(tmp_path: Path) -> None:
    (tmp_path / "start.js").write_text("export default 1;\n", encoding="utf-8")
    with pytest.raises(ValueError, match="start"):
        scripts.joined("start", tmp_path)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--lang", "fr"], "'fr' is no language"),
        (["--area", "Atlantis"], "Atlantis"),
        (["--from", "yesterday"], "yesterday"),
    ],
)
def test_a_wish_that_cannot_be_had_is_told_in_a_line(
    tmp_path: Path, options: list[str], said: str
) -> None:
    out = tmp_path / "map.html"
    answer = CliRunner().invoke(app, ["bundle", "-o", str(out), *options])
    assert (answer.exit_code, out.exists()) == (2, False)
    assert said in answer.stderr


@pytest.mark.slow
def test_the_same_choice_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    files = [tmp_path / f"{seed}.html" for seed in ("1", "2")]
    for path in files:
        command = [sys.executable, "-m", "mapper.cli", "bundle", "--area", "Los Angeles"]
        subprocess.run(
            [*command, "-o", str(path)], check=True, env={"PYTHONHASHSEED": path.stem}, cwd=ROOT
        )
    assert files[0].read_bytes() == files[1].read_bytes()
