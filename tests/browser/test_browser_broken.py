"""Broken and hostile data in a real browser: the app opens, says what is wrong, runs nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import Open, serving
from playwright.sync_api import expect

from mapper.settings import ROOT, Folders

ATTACK = "<img src=x onerror=window.hacked=1> [a](javascript:alert(1)) =HYPERLINK(1)"


@pytest.fixture
def project(tmp_path: Path) -> Folders:
    """A copy of the project's data."""
    for name in ("data", "geo"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return Folders(tmp_path / "data", tmp_path / "geo")


def replace(path: Path, old: str, new: str) -> None:
    """Replace a text that the file holds."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_text_from_data_is_shown_and_never_run(
    browser_path: str, open_page: Open, project: Folders
) -> None:
    assert browser_path
    title = "Students of Venice High walk out"
    replace(project.data / "events.csv", title, ATTACK)
    with serving(project) as server:
        page = open_page(f"{server}/?event=2025-02-06-venice-high-walkout")
        expect(page.get_by_role("heading", name=ATTACK)).to_be_visible(timeout=30_000)
        page.wait_for_timeout(1500)
        assert page.evaluate("window.hacked") is None
        assert page.locator("a[href^=javascript]").count() == 0


def test_a_missing_file_is_told_on_the_page(
    browser_path: str, open_page: Open, project: Folders
) -> None:
    assert browser_path
    (project.data / "events.csv").unlink()
    with serving(project) as server:
        for path in ("/", "/schools"):
            page = open_page(f"{server}{path}?lang=es")
            expect(page.locator("[data-testid=stAlert]")).to_contain_text("Falta events.csv")
            expect(page.get_by_role("link", name="Fuentes")).to_be_visible()


def test_a_row_with_a_fault_is_set_aside_and_listed(
    browser_path: str, open_page: Open, project: Folders
) -> None:
    assert browser_path
    replace(project.data / "events.csv", "2025-02-01,2025-02-01,day", "2025-02-31,2025-02-31,day")
    with serving(project) as server:
        page = open_page(f"{server}/")
        told = page.get_by_text("set aside because something in them is wrong")
        expect(told).to_be_visible(timeout=30_000)
        told.click()
        expect(page.get_by_text("'2025-02-31' is not a date").first).to_be_visible()
