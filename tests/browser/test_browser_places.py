"""The page Places in a real browser: type, press, read the table and see the map, by keyboard."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Open, idle
from playwright.sync_api import Page, expect
from screen import CHART, wait_for_colour

TEXTS = "Olympic and Alvarado\nBoyle Heights\n<img src=x onerror=window.hacked=1>\nSpringfield"
MARK = (0x33, 0x30, 0x2B)
GRAVE = ("serious", "critical")
WORDS = {"en": ("Find", "Placed"), "es": ("Buscar", "Ubicado")}


def ask(page: Page, lang: str) -> None:
    """Type the texts and go on by keyboard to the button."""
    area = page.locator("textarea")
    area.click()
    page.keyboard.insert_text(TEXTS)
    button = page.get_by_role("button", name=WORDS[lang][0], exact=True)
    for _ in range(12):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    idle(page)
    expect(page.locator(".answers tbody tr")).to_have_count(4, timeout=30_000)


@pytest.mark.parametrize(("lang", "width"), [("en", 1400), ("es", 390)])
def test_typed_places_are_answered_in_a_table_and_on_the_map(
    server: str, open_page: Open, lang: str, width: int
) -> None:
    page = open_page(f"{server}/places?lang={lang}", width=width)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    before = page.url
    ask(page, lang)
    expect(page.locator(".answers tbody tr").first).to_contain_text(WORDS[lang][1])
    expect(page.locator(f"{CHART} canvas").first).to_be_visible(timeout=30_000)
    page.locator(CHART).scroll_into_view_if_needed()
    wait_for_colour(page, MARK, where=CHART)
    assert page.url == before
    assert page.evaluate("window.hacked") is None
    assert all(url.startswith((server, "data:", "blob:")) for url in asked)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert grave(page) == []


def grave(page: Page) -> list[tuple[str, object]]:
    """What axe finds that keeps someone from reading the page."""
    found = Axe().run(page).response["violations"]
    return [
        (rule["id"], [node["html"][:160] for node in rule["nodes"]])
        for rule in found
        if rule["impact"] in GRAVE
    ]


def test_a_place_is_gone_once_the_page_is_left(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/places")
    ask(page, "en")
    page.get_by_role("link", name="Sources").click()
    expect(page.locator("h1")).to_have_text("Sources", timeout=15_000)
    page.get_by_role("link", name="Places").click()
    expect(page.locator("h1")).to_have_text("Places", timeout=15_000)
    idle(page)
    expect(page.locator("textarea")).to_have_value("")
    expect(page.locator(".answers")).to_have_count(0)
