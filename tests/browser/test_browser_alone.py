"""The map alone: in a frame of somebody else's page, and without controls for a photograph."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Open, idle
from playwright.sync_api import Page, expect
from screen import MAP

GRAVE = ("serious", "critical")
WIDE, PHONE = (1400, 900), (390, 844)


def ready(page: Page) -> None:
    """Wait until the map has drawn its marks."""
    page.wait_for_selector(f"{MAP}[data-drawn]", timeout=30_000)
    page.wait_for_timeout(800)


def grave(page: Page) -> list[object]:
    """What axe finds that is serious."""
    found = Axe().run(page).response["violations"]
    return [
        (rule["id"], node["target"])
        for rule in found
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]


def bottom(page: Page, selector: str) -> float:
    """Where an element ends on the screen, in pixels from its top."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


@pytest.mark.parametrize(("size", "lang"), [(WIDE, "en"), (PHONE, "es")])
def test_the_clean_view_has_what_must_stand_beside_a_map(
    server: str, open_page: Open, size: tuple[int, int], lang: str
) -> None:
    page = open_page(f"{server}/?view=clean&lang={lang}", *size)
    ready(page)
    for told in ("h1", ".sentence", ".ruler", ".legend", ".alone", ".caption"):
        expect(page.locator(told).first).to_be_visible()
    assert bottom(page, "h1") <= (page.locator(".sentence").bounding_box() or {})["y"] + 2
    for control in (".clock", ".corner", "[data-testid=stSidebar]", "[data-testid=stSlider]"):
        assert not page.locator(control).first.is_visible(), control
    assert page.evaluate("document.scrollingElement.scrollWidth") <= size[0]
    assert grave(page) == []


def test_the_clean_view_is_left_by_key_and_by_button(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?view=clean,us&lang=en")
    ready(page)
    assert re.search(r"[?&]view=clean,us", page.url)
    page.keyboard.press("Escape")
    page.wait_for_function("() => !location.search.includes('clean')")
    idle(page)
    expect(page.locator(".clock")).to_be_visible(timeout=15_000)
    page.get_by_role("button", name="Map without controls").click()
    page.wait_for_function("() => location.search.includes('clean')")
    idle(page)
    page.get_by_role("button", name="Back to the whole page").click()
    page.wait_for_function("() => !location.search.includes('clean')")


@pytest.mark.parametrize(("width", "height"), [(390, 640), (700, 500), (1400, 680)])
def test_embedded_it_is_map_and_time_in_one_sight(
    server: str, open_page: Open, width: int, height: int
) -> None:
    page = open_page(f"{server}/?embed=true&from=2026-02-01&lang=en", width, height)
    ready(page)
    assert not page.locator("[data-testid=stSidebar]").first.is_visible()
    assert bottom(page, ".bar") <= height, "the time control is in sight without scrolling"
    assert bottom(page, MAP) - page.locator(MAP).bounding_box()["y"] >= 180  # type: ignore[index]
    expect(page.locator(".alone")).to_contain_text("Data: ")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    page.get_by_role("slider", name="First day").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("() => location.search.includes('from=2026-01-31')")
    idle(page)
    assert "embed=true" in page.url, "a choice does not bring the rest of the page back"
    assert grave(page) == []


def test_the_snippet_shows_the_map_in_another_page(
    server: str, open_page: Open, tmp_path: Path
) -> None:
    page = open_page(f"{server}/?from=2026-02-04&lang=en")
    page.get_by_text("Embed", exact=True).click()
    code = page.locator("[data-testid=stCode]", has_text="iframe").first
    expect(code).to_contain_text("embed=true", timeout=15_000)
    snippet = code.inner_text()
    assert re.search(r"data=[0-9a-f]{16}", snippet)
    assert "from=2026-02-04" in unescape(snippet)
    host = tmp_path / "host.html"
    host.write_text(f"<!doctype html><title>News</title>{snippet}", encoding="utf-8")
    other = page.context.new_page()
    other.goto(f"file://{host}")
    inside = other.frame_locator("iframe")
    expect(inside.locator(f"{MAP}[data-drawn]")).to_be_visible(timeout=30_000)
    expect(inside.locator(".sentence")).to_contain_text("February 4, 2026")
    expect(inside.locator("[data-testid=stSidebar]")).not_to_be_visible()


def test_the_file_is_made_when_it_is_asked_for(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?from=2026-02-04&lang=es")
    ready(page)
    with page.expect_download(timeout=60_000) as waiting:
        page.get_by_role("button", name="Llevárselo en un solo archivo").click()
    path = waiting.value.path()
    text = path.read_text(encoding="utf-8")
    assert text.startswith('<!doctype html>\n<html lang="es">')
    assert "2026-02-04-rfk-walkout" in text
    assert "2025-02-06-venice-high-walkout" not in text
