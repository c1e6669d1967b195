"""Everyone can read every page: axe finds nothing serious, the keyboard reaches what it must."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Open, idle
from playwright.sync_api import expect

from mapper.ui.frame import PAGES

PATHS = ["/", *(f"/{name[6:-3]}" for name in PAGES if name != "app.py")]
GRAVE = ("serious", "critical")


# Every page once, in the languages by turns: both are of one layout, and a run takes eight seconds.
LANGS = dict(zip([*PATHS, "/?event=2026-02-04-rfk-walkout"], ["en", "es"] * 9, strict=False))


@pytest.mark.parametrize(("path", "lang"), LANGS.items())
def test_axe_finds_nothing_serious(server: str, open_page: Open, path: str, lang: str) -> None:
    page = open_page(f"{server}{path}{'&' if '?' in path else '?'}lang={lang}")
    page.wait_for_timeout(1500)
    found = Axe().run(page).response["violations"]
    grave = [
        (rule["id"], node["target"], node.get("html", "")[:160])
        for rule in found
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]
    assert grave == []


def test_the_keyboard_opens_an_event_from_the_list(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?from=2025-02-06&to=2025-02-06&kinds=walkout")
    page.locator("[data-testid=stDataFrame] canvas").first.scroll_into_view_if_needed()
    page.locator("[data-testid=stDataFrame] canvas").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    idle(page)
    expect(page.locator(".facts")).to_be_visible(timeout=15_000)
