"""The app where others reach it: below a path of a proxy, with several readers at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from conftest import Open, serving
from playwright.sync_api import Page, Response, expect
from proxy import proxy
from screen import CHART, LAND, MAP, WALKOUT, wait_for_colour

from mapper.serve import Hosting
from mapper.settings import Folders

BELOW = "/walkouts"


@pytest.fixture(scope="module")
def behind(browser_path: str) -> Iterator[tuple[str, list[str]]]:
    """The address of the app behind a proxy, and what the proxy was asked for besides."""
    assert browser_path
    with (
        serving(Folders(), Hosting(base_path=BELOW)) as app,
        proxy(BELOW, app) as (address, others),
    ):
        yield f"{address}{BELOW}", others


def watched(page: Page) -> list[str]:
    """What goes wrong from now on: files that are not there, errors of the console and of code."""
    wrong: list[str] = []

    def answer(got: Response) -> None:
        # Streamlit looks for its server below each page's address first
        if got.status >= 400 and "/_stcore/" not in got.url:
            wrong.append(f"{got.status} {got.url}")

    page.on("response", answer)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "console",
        lambda told: (
            wrong.append(told.text)
            if told.type == "error" and "/_stcore/" not in str(told.location["url"])
            else None
        ),
    )
    return wrong


def test_behind_a_proxy_the_map_is_drawn_and_pages_are_found(
    behind: tuple[str, list[str]], open_page: Open
) -> None:
    address, others = behind
    page = open_page(f"{address}/?from=2026-02-04&kinds=walkout")
    wait_for_colour(page, WALKOUT)
    wait_for_colour(page, LAND)
    wrong = watched(page)
    page.reload()
    wait_for_colour(page, WALKOUT)
    page.locator(MAP).focus()
    page.keyboard.press("n")
    expect(page.locator(".facts")).to_be_visible(timeout=15_000)
    page.get_by_role("link", name="Marches").click()
    expect(page.locator("h1")).to_have_text("Marches", timeout=15_000)
    wait_for_colour(page, LAND, where=CHART)
    page.go_back()
    expect(page.locator("h1")).to_have_text("Map", timeout=15_000)
    page.goto(f"{address}/cities?lang=es")
    expect(page.locator("h1")).to_have_text("Ciudades", timeout=15_000)
    assert wrong == []
    assert [path for path in others if path != "/favicon.ico"] == []


def test_three_readers_at_once_see_their_own_choices(server: str, open_page: Open) -> None:
    asked = ("kinds=march&to=2025-02-01", "kinds=walkout&lang=es", "from=2026-01-01")
    pages = [open_page(f"{server}/?{choice}") for choice in asked]
    for page in pages:  # all change before any is looked at
        page.locator("[data-testid=stSlider] input[type=range]").first.focus()
        page.keyboard.press("ArrowRight")
    march, spanish, late = (page.locator(".sentence") for page in pages)
    expect(march).to_contain_text(re.compile("January 21, 2025 to February 1, 2025.*Only marches."))
    expect(spanish).to_contain_text("21 de enero de 2025")
    expect(spanish).to_contain_text("Solo salidas de clases.")
    expect(late).to_contain_text("January 2, 2026 to February 4, 2026")
    links = [page.url.split("?")[1] for page in pages]
    assert ["march" in link for link in links] == [True, False, False]
    assert ["2025-02-01" in link for link in links] == [True, False, False]
