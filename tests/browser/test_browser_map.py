"""The map in a real browser: it draws, moves, opens, links, and asks nobody else."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlparse

import pytest
from conftest import Open, idle, serving
from playwright.sync_api import ConsoleMessage, Page, Request, expect
from screen import LAND, WALKOUT, WATER, colours, point, wait_for_colour

from mapper import catalog, ledger, select, view
from mapper.model import Filters, Position, Window
from mapper.settings import Folders
from mapper.ui.frame import PAGES

VENICE = Position(-118.44284, 33.99886)
PATHS = {"app.py": "/", **{name: f"/{name[6:-3]}" for name in PAGES if name != "app.py"}}
LOS_ANGELES = Position(view.LOS_ANGELES.longitude, view.LOS_ANGELES.latitude)


def asked(page: Page, wanted: dict[str, list[str]]) -> dict[str, list[str]]:
    """What the address asks for, once it asks for what is wanted, or after ten seconds."""
    for _ in range(100):
        found = parse_qs(urlparse(page.url).query)
        if found == wanted:
            break
        page.wait_for_timeout(100)
    return found


def sentence(page: Page) -> str:
    """The sentence above the map."""
    return page.locator(".sentence").inner_text()


def test_the_map_draws_land_water_and_marks(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?from=2026-02-04&kinds=walkout")
    for colour in (LAND, WATER, WALKOUT):
        wait_for_colour(page, colour)


def test_no_sea_is_drawn_where_land_is_all_around(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?from=2026-02-04&kinds=march&at=34.02,-118.2,14")
    wait_for_colour(page, LAND)
    assert colours(page)[WATER] == 0


def test_the_dark_theme_has_its_own_ground(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?from=2026-02-04&kinds=walkout", scheme="dark")
    wait_for_colour(page, (0x1E, 0x21, 0x24))


def test_the_slider_moves_by_keyboard_and_the_sentence_follows(
    server: str, open_page: Open
) -> None:
    page = open_page(f"{server}/")
    before = sentence(page)
    start = page.locator("[data-testid=stSlider] [role=slider], [data-testid=stSlider] input").first
    start.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "text => document.querySelector('.sentence').innerText !== text", arg=before
    )
    idle(page)
    assert "January 23, 2025" in sentence(page)
    wanted = {"v": ["2"], "from": ["2025-01-23"]}
    assert asked(page, wanted) == wanted


def test_a_clicked_dot_opens_its_event(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?from=2025-02-06&to=2025-02-06")
    wait_for_colour(page, WALKOUT)
    at = point(page, VENICE, LOS_ANGELES, view.LOS_ANGELES.zoom)
    page.mouse.move(*at)
    card = page.locator(".card", has_text="Students of Venice High walk out")
    expect(card).to_be_visible(timeout=15_000)
    page.mouse.click(*at)
    expect(page.locator(".facts")).to_contain_text("Venice Senior High School", timeout=15_000)
    expect(page.locator(".facts")).to_contain_text("World Socialist Web Site")
    wanted = {"v": ["2"], "from": ["2025-02-06"], "to": ["2025-02-06"]}
    wanted["event"] = ["2025-02-06-venice-high-walkout"]
    assert asked(page, wanted) == wanted


def test_table_and_map_hold_the_same_events(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?from=2026-02-04&to=2026-02-04")
    wait_for_colour(page, WALKOUT)
    found = catalog.read(Folders().data).events
    frame = select.joined(found, ledger.read_events(Folders().geo))
    day = date(2026, 2, 4)
    rows = select.on_map(select.matching(frame, Filters(window=Window(day, day))))
    told_text = page.locator(".player [role=img]").get_attribute("aria-label") or ""
    grid = page.locator("[data-testid=stDataFrame] [role=grid]").first
    assert all(title in told_text for title in rows["title_en"])
    assert grid.get_attribute("aria-rowcount") == str(len(rows) + 1)


def grave(told: ConsoleMessage) -> list[str]:
    """An error in the console; Streamlit looks for its server below each page's address first."""
    is_probe = "/_stcore/" in str(told.location["url"])
    return [f"{told.text} {told.location}"] if told.type == "error" and not is_probe else []


def host(request: Request) -> str:
    """The host of a request; none for data and blob addresses."""
    return urlparse(request.url).netloc


@pytest.mark.parametrize("script", PATHS)
def test_a_phone_needs_no_scrolling_no_other_host_and_has_no_error(
    server: str, open_page: Open, script: str
) -> None:
    page = open_page(server, width=390, height=844)
    hosts: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: hosts.append(host(request)))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda told: errors.extend(grave(told)))
    for lang in ("es", "en"):  # in one browser: what a page loads is loaded once
        page.goto(f"{server}{PATHS[script]}?lang={lang}")
        idle(page)
        page.wait_for_function("lang => document.documentElement.lang === lang", arg=lang)
        page.wait_for_timeout(1000)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert set(hosts) <= {urlparse(server).netloc, ""}
    assert errors == []


def test_the_language_switch_keeps_what_was_chosen(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?kinds=march&from=2025-02-01")
    page.get_by_role("radio", name="Español").or_(
        page.get_by_role("button", name="Español")
    ).click()
    expect(page.locator("h1")).to_have_text("Mapa", timeout=15_000)
    idle(page)
    wanted = {"v": ["2"], "lang": ["es"], "kinds": ["march"], "from": ["2025-02-01"]}
    assert asked(page, wanted) == wanted
    assert "Solo marchas." in sentence(page)


def test_another_page_carries_the_choice(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?lang=es&from=2026-01-01")
    page.get_by_role("link", name="Ciudades").click()
    expect(page.locator("h1")).to_have_text("Ciudades", timeout=15_000)
    idle(page)
    wanted = {"v": ["2"], "lang": ["es"], "from": ["2026-01-01"]}
    assert asked(page, wanted) == wanted


def test_a_deep_link_is_right_after_a_fresh_start(browser_path: str, open_page: Open) -> None:
    assert browser_path
    with serving(Folders()) as fresh:
        page = open_page(f"{fresh}/cities?city=San+Jose,+CA&lang=es&view=fit")
        expect(page.locator("h1")).to_have_text("Ciudades")
        expect(page.get_by_role("heading", name="San Jose, CA", exact=True)).to_be_visible()
        page.goto(f"{fresh}/?event=2026-02-04-garfield-walkout&lang=es")
        expect(page.locator(".facts")).to_contain_text("East Los Angeles", timeout=30_000)


def test_a_bad_value_of_the_address_is_told(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?from=2025-02-31&kinds=picnic&city=Atlantis")
    alerts = page.locator("[data-testid=stAlert]")
    expect(alerts).to_have_count(3)
    expect(alerts.nth(0)).to_contain_text("2025-02-31")
    assert "January 20, 2025 to February 4, 2026" in sentence(page)
