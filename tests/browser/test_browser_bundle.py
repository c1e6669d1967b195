"""A bundle in a real browser without a network: it plays, lists, prints, and asks nobody."""

from __future__ import annotations

import io
import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import FLAGS
from playwright.sync_api import Page, Playwright, expect
from screen import LAND, WALKOUT, point, wait_for_colour

from mapper import bundle, describe, i18n, select, totals, view
from mapper import project as projects
from mapper.model import Filters, Position, Window
from mapper.project import Project
from mapper.settings import Folders
from mapper.totals.report import Selection

VENICE = Position(-118.44284, 33.99886)
LOS_ANGELES = Position(view.LOS_ANGELES.longitude, view.LOS_ANGELES.latitude)
HOSTILE = "2026-02-04-rfk-walkout"
ATTACK = "</script><img src=x onerror=window.hacked=1> \u202egnp.exe 🪧"
GRAVE = ("serious", "critical")
READY = "html[data-ready] .frame[data-drawn]"
Show = Callable[..., Page]


@pytest.fixture(scope="module")
def data() -> Project:
    """The project's data with a title that attacks."""
    found = projects.read(Folders())
    titles = found.events["title_en"].mask(found.events["event_id"] == HOSTILE, ATTACK)
    return replace(found, events=found.events.assign(title_en=titles))


@pytest.fixture(scope="module")
def file(data: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of all of it, in a folder of its own."""
    path = tmp_path_factory.mktemp("stick") / "map.html"
    path.write_text(bundle.page(data, Selection(), "en", Folders()), encoding="utf-8")
    return path


@pytest.fixture
def show(playwright: Playwright, browser_path: str, file: Path) -> Iterator[Show]:
    """A function that opens the file with the network cut; it fails on any error in the console."""
    with ExitStack() as open_ones:
        browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
        open_ones.callback(browser.close)
        errors: list[str] = []

        def shown(choice: str = "", width: int = 1400, **how: object) -> Page:
            size = {"width": width, "height": 900}
            context = browser.new_context(offline=True, viewport=size, **how)  # type: ignore[arg-type]
            page = context.new_page()
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on("console", lambda said: said.type == "error" and errors.append(said.text))
            page.goto(f"file://{file}{choice}")
            page.wait_for_selector(READY, timeout=30_000)
            return page

        yield shown
        assert errors == []


def listed(page: Page) -> list[str]:
    """The events of the list, those that have a mark."""
    found = page.locator(".edition:not([hidden]) tr[data-map='1']:not([hidden])")
    return found.evaluate_all("rows => rows.map(row => row.dataset.event)")


def test_it_asks_nobody_and_draws_with_the_network_cut(show: Show, file: Path) -> None:
    page = show()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_selector(READY)
    page.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_timeout(1500)
    page.get_by_role("link", name="Español").click()
    page.wait_for_timeout(500)
    assert asked == [f"file://{file}"]
    wait_for_colour(page, WALKOUT)
    page.get_by_role("button", name="Estados Unidos").click()
    wait_for_colour(page, LAND)


@pytest.mark.parametrize(("choice", "width"), [("", 1400), ("#lang=es", 390)])
def test_axe_finds_nothing_serious(show: Show, choice: str, width: int) -> None:
    page = show(f"{choice or '#'}&event={HOSTILE}&from=2026-02-04", width)
    found = Axe().run(page).response["violations"]
    assert [
        (rule["id"], node["target"])
        for rule in found
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ] == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_the_dark_theme_is_the_readers(show: Show) -> None:
    page = show("#from=2026-02-04", color_scheme="dark")
    wait_for_colour(page, (0x1E, 0x21, 0x24))


def test_its_numbers_are_pythons_on_20_windows(show: Show, data: Project) -> None:
    dice = random.Random(8)  # noqa: S311 - the same windows in every run
    t, length = i18n.words("en"), (data.span.last - data.span.first).days
    page = show()
    for _ in range(20):
        days = sorted(dice.choices(range(length + 1), k=2))
        window = Window(*(data.span.first + timedelta(days=day) for day in days))
        page.evaluate(f"location.hash = 'from={window.first}&to={window.last}'")
        page.wait_for_timeout(250)
        rows = select.matching(data.events, Filters(window=window))
        found, drawn = totals.of(rows), select.on_map(rows)
        caption = page.locator(".caption").inner_text()
        counts = re.search(r"(\d+) events? at (\d+) place", caption)
        assert (
            (int(counts[1]), int(counts[2])) == (found.events, found.places)
            if counts
            else (found.places == 0)
        ), caption
        assert listed(page) == drawn["event_id"].tolist()
        account = page.locator(".player [role=img]").get_attribute("aria-label")
        assert account == (describe.account(drawn, t) or caption)


def test_the_keyboard_reaches_dates_list_and_facts(show: Show) -> None:
    page = show("#from=2026-02-04")
    last = page.get_by_role("slider", name="First day")
    last.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("() => location.hash.includes('from=2026-02-03')")
    opened = page.locator(".edition:not([hidden]) tr:not([hidden]) summary").first
    opened.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".edition:not([hidden]) .facts:visible").first).to_contain_text("Sources")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.get_by_role("button", name=re.compile("Show on the map")).first.focus()
    page.keyboard.press("Enter")
    panel = page.locator(".opened-event:visible")
    expect(panel).to_contain_text("Placed by")
    before = panel.locator("h2").inner_text()
    panel.get_by_role("button", name="Next").press("Enter")
    expect(panel.locator("h2")).not_to_have_text(before)


def test_text_from_data_is_shown_and_never_run(show: Show) -> None:
    page = show(f"#event={HOSTILE}&from=2026-02-04")
    expect(page.locator(".opened-event:visible h2")).to_have_text(ATTACK)
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0


def test_a_click_opens_an_event_and_the_address_keeps_it(show: Show) -> None:
    page = show("#from=2025-02-06&to=2025-02-06")
    x, y = point(page, VENICE, LOS_ANGELES, view.LOS_ANGELES.zoom)
    page.mouse.click(x, y)
    panel = page.locator(".opened-event:visible")
    expect(panel).to_contain_text("Venice Senior High School")
    address = page.url
    page.reload()
    page.wait_for_selector(READY)
    expect(panel).to_contain_text("Venice Senior High School")
    assert page.url == address


def test_printed_it_has_the_whole_table(show: Show, data: Project) -> None:
    page = show("#from=2026-02-04")
    text = printed(page)
    for title in select.on_map(select.matching(data.events, Filters()))["title_en"]:
        assert squeezed(title)[:24] in text, title
    assert "Open all details" not in text
    page.get_by_role("button", name="Open all details").click()
    assert len(printed(page)) > 1.5 * len(text)


def printed(page: Page) -> str:
    """The text of the page on paper, without blanks."""
    pages = pypdf.PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages
    assert any(page.images for page in pages), "the map is a picture"
    return squeezed("".join(page.extract_text() for page in pages))


def squeezed(text: str) -> str:
    """A text without what a printer may do to it: blanks, ligatures, what no font has."""
    return re.sub(r"[^A-Za-z0-9]", "", unicodedata.normalize("NFKC", text))


def test_without_scripts_the_facts_are_there(show: Show, playwright: Playwright) -> None:
    assert playwright
    page = show()
    context = page.context.browser
    assert context is not None
    bare = context.new_context(java_script_enabled=False, offline=True).new_page()
    bare.goto(page.url)
    expect(bare.locator(".no-map").first).to_be_visible()
    expect(bare.locator("table.events")).to_have_count(4)
    bare.locator("summary").first.click()
    expect(bare.locator(".facts").first).to_contain_text("Sources")
