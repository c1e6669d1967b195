"""The map in time in a real browser: drag, step, play, keep the view, pick, present."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
from conftest import Open, idle
from playwright.sync_api import Page, expect
from screen import MAP, WALKOUT, point, wait_for_colour

from mapper import catalog, describe, i18n, ledger, select, totals, view
from mapper.layers import marks
from mapper.layers.columns import columns
from mapper.model import Filters, Position, Window
from mapper.player import FOLDER, look
from mapper.settings import Folders
from mapper.ui import published
from mapper.ui.cache import STATIC

VENICE = Position(-118.44284, 33.99886)
LOS_ANGELES = Position(view.LOS_ANGELES.longitude, view.LOS_ANGELES.latitude)
EPOCH = date(1970, 1, 1)
SETTLE_MS = 900


def ready(page: Page) -> None:
    """Wait until the map has drawn its marks."""
    page.wait_for_selector(f"{MAP}[data-drawn]", timeout=30_000)
    page.wait_for_timeout(SETTLE_MS)


def parameter(page: Page, name: str) -> str:
    """A parameter of the address; "" where it has none."""
    found = page.evaluate("name => new URL(location.href).searchParams.get(name) || ''", name)
    return str(found)


def wait_for(page: Page, name: str, value: str) -> None:
    """Wait until the address has the value."""
    page.wait_for_function(
        "([name, value]) => (new URL(location.href).searchParams.get(name) || '') === value",
        arg=[name, value],
        timeout=15_000,
    )


def drag(page: Page, start: tuple[float, float], by: tuple[float, float]) -> None:
    """Drag by hand."""
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + by[0], start[1] + by[1], steps=4)
    page.mouse.up()


def corner(page: Page, selector: str) -> tuple[float, float]:
    """The upper left corner of an element."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["x"], box["y"]


def drawings(page: Page) -> int:
    """How often the map was drawn."""
    return int(page.locator(MAP).get_attribute("data-drawn") or 0)


def same_count(page: Page, caption: str) -> bool:
    """Whether the sentence, which is Python's, has the count of the caption, the browser's."""
    events = re.search(r"(\d+) event", caption)
    return events is not None and page.locator(".sentence").inner_text().startswith(events[0])


def test_the_window_is_stepped_and_dragged_and_python_follows(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/")
    ready(page)
    last = page.get_by_role("slider", name="Last day")
    last.focus()
    page.keyboard.press("ArrowLeft")
    wait_for(page, "to", "2026-02-03")
    assert last.get_attribute("aria-valuetext") == "Feb 3, 2026"
    x, y = corner(page, ".handle.first")
    drag(page, (x + 20, y + 20), (400, 0))
    caption = page.locator(".caption").inner_text()
    page.wait_for_function("() => new URL(location.href).searchParams.has('from')")
    idle(page)
    assert same_count(page, caption)


def test_play_asks_the_server_for_nothing_until_it_stops(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?mode=sofar&to=2025-01-21&lang=en")
    sent: list[object] = []

    def keep(frame: object) -> None:
        sent.append(frame)

    page.on("websocket", lambda socket: socket.on("framesent", keep))
    page.reload()
    idle(page)
    ready(page)
    before, drawn, address = len(sent), drawings(page), page.url
    page.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_timeout(6000)
    assert (len(sent), page.url) == (before, address)
    # at the screen's rate; a busy machine without a graphics card still has to be smooth
    assert drawings(page) - drawn > 6 * 10
    spoken = page.locator(".player [aria-live]").inner_text()
    page.get_by_role("button", name="Pause", exact=True).click()
    caption = page.locator(".caption").inner_text()
    page.wait_for_function("() => new URL(location.href).searchParams.get('to') > '2025-01-25'")
    idle(page)
    assert "events" in spoken
    assert same_count(page, caption)


def test_who_asked_for_less_motion_gets_steps_and_no_film(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?mode=sofar&to=2025-01-31&lang=en")
    ready(page)
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("button", name="Play", exact=True).click()
    seen = set()
    for _ in range(20):
        seen.add(page.locator(".caption").inner_text())
        page.wait_for_timeout(150)
    assert 1 < len(seen) <= 4, "calm: a step in a second and a half, not four in a second"


def test_the_view_stays_through_filter_language_and_pages(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?kinds=march")
    ready(page)
    x, y = corner(page, MAP)
    drag(page, (x + 300, y + 300), (120, 40))
    page.mouse.wheel(0, -200)
    page.wait_for_timeout(SETTLE_MS)
    camera = parameter(page, "at")
    assert camera
    spanish = page.get_by_role("radio", name="Español")
    spanish.or_(page.get_by_role("button", name="Español")).click()
    wait_for(page, "lang", "es")
    page.get_by_role("link", name="Fuentes").click()
    expect(page.locator("h1")).to_have_text("Fuentes", timeout=15_000)
    page.get_by_role("link", name="Mapa").click()
    ready(page)
    page.wait_for_timeout(SETTLE_MS)
    assert parameter(page, "at") == camera
    page.get_by_role("button", name="Volver a Los Ángeles").click()
    page.wait_for_timeout(SETTLE_MS)
    assert parameter(page, "at") == "34.04000,-118.28000,10.50"


def test_a_link_restores_dates_mode_camera_and_event(server: str, open_page: Open) -> None:
    at = "34.00000,-118.44000,13.00"
    asked = f"v=2&lang=es&to=2025-02-06&mode=day&event=2025-02-06-venice-high-walkout&at={at}"
    page = open_page(f"{server}/?{asked}", scheme="dark")
    ready(page)
    expect(page.locator(".facts")).to_contain_text("Venice Senior High School", timeout=15_000)
    assert parameter(page, "at") == at
    expect(page.get_by_role("radio", name="Este día")).to_be_checked()
    x, y = point(page, VENICE, Position(-118.44, 34.0), 13.0)
    page.mouse.move(x, y)
    expect(page.locator(".card")).to_contain_text("Venice", timeout=15_000)


def test_a_tap_on_a_phone_opens_an_event_beside_its_dot(server: str, open_page: Open) -> None:
    page = open_page(
        f"{server}/?from=2025-02-06&to=2025-02-06&at=33.99886,-118.44284,11.00",
        width=390,
        height=844,
    )
    ready(page)
    x, y = point(page, VENICE, VENICE, 11.0)
    fingers = page.context.new_cdp_session(page)
    touch = {"x": x, "y": y}
    fingers.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [touch]})
    fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    wait_for(page, "event", "2025-02-06-venice-high-walkout")
    panel = page.locator(".facts")
    expect(panel).to_be_visible(timeout=15_000)
    box, frame = panel.bounding_box(), page.locator(MAP).bounding_box()
    assert box is not None
    assert frame is not None
    assert box["y"] >= frame["y"] + frame["height"]
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390


def test_box_keys_and_presenter(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?from=2026-02-04")
    wait_for_colour(page, WALKOUT)
    x, y = corner(page, MAP)
    page.keyboard.down("Shift")
    drag(page, (x + 380, y + 80), (320, 320))
    page.keyboard.up("Shift")
    page.wait_for_function("() => new URL(location.href).searchParams.has('with')")
    expect(page.get_by_text("Selected together")).to_be_visible(timeout=15_000)
    opened = parameter(page, "event")
    page.locator(MAP).focus()
    page.keyboard.press("n")
    page.wait_for_function(
        "id => new URL(location.href).searchParams.get('event') !== id", arg=opened
    )
    page.get_by_role("button", name="Present", exact=True).click()
    expect(page.locator(".player.presented .told")).to_be_visible()
    assert parameter(page, "present") == "1"
    page.keyboard.press("Escape")
    expect(page.locator(".player.presented")).to_have_count(0)


# ---- the browser's numbers are Python's

COUNTED = """async ([folder, rows, codes, span, asked]) => {
    const load = name => import(folder + name);
    const [{ rows: fetched }, { facts }, { account, speaker }] =
        await Promise.all([load('rows.js'), load('facts.js'), load('say.js')]);
    const table = await fetched(rows);
    const found = facts(table, codes);
    return asked.map(({ filters, window }) => {
        found.filter(filters, span);
        const tallied = found.show(window, '', 0);
        const ids = table.places.id
            .map((id, at) => [id, found.eventsAt(at).map(row => table.events.id[row])])
            .filter(([, events]) => events.length);
        return { ...tallied.numbers, ids, account: account(table, tallied.seen) };
    });
}"""


def windows(span: Window) -> Iterator[tuple[Filters, dict[str, Any]]]:
    """50 windows with filters, as Python has them and as the browser is asked."""
    dice = random.Random(5)  # noqa: S311 - the same windows in every run
    length = (span.last - span.first).days
    for number in range(50):
        days = sorted(dice.choices(range(length + 1), k=2))
        first, last = (span.first + timedelta(days=day) for day in days)
        kinds = ("walkout", "march") if number % 3 == 1 else ()
        sure = ("high",) if number % 5 == 1 else ()
        city = "Los Angeles, CA" if number % 7 == 1 else ""
        filters = Filters(Window(first, last), kinds, sure, city, historical=number % 2 == 1)
        asked = {
            "window": {"first": (first - EPOCH).days, "last": (last - EPOCH).days},
            "filters": {
                "kinds": kinds,
                "confidences": sure,
                "city": city,
                "historical": filters.historical,
            },
        }
        yield filters, asked


def expected(frame: pd.DataFrame, filters: Filters) -> dict[str, Any]:
    """What Python tells of the same choice."""
    rows, window = select.matching(frame, filters), filters.window
    assert window
    found = totals.of(rows)
    days = [pd.Timestamp(day) for day in window]
    own = select.counted(rows)
    outside = (own["date_start"] < days[0]) | (own["date_end"] > days[1])
    ever = select.counted(select.matching(frame, replace(filters, window=None)))
    campuses = ever[(ever["kind"] == "walkout") & (ever["precision"] == "campus")]
    debut = campuses.groupby("place_id")["date_start"].min()
    words = i18n.words("en")
    places = marks.places(frame, rows, words, "light")
    return {
        "events": found.events,
        "places": found.places,
        "cities": found.cities,
        "campuses": found.campuses,
        "loose": int((outside & (own["record_type"] != "historical")).sum()),
        "firsts": int(debut.between(*days).sum()),
        "ids": [[row["place_id"], row["ids"]] for row in places if row["ids"]],
        "account": describe.account(select.on_map(rows), words),
    }


def test_browser_and_python_agree_on_50_windows(server: str, open_page: Open) -> None:
    frame = select.joined(catalog.read(Folders().data).events, ledger.read_events(Folders().geo))
    in_time = frame[frame["record_type"] != "historical"]
    span = totals.window(in_time)
    assert span
    table = json.dumps(columns(frame, [], i18n.words("en")))
    asked = list(windows(span))
    page = open_page(f"{server}/sources")
    sent = [
        published.folder(STATIC, FOLDER),
        published.text(STATIC, table),
        look("light"),
        {"first": (span.first - EPOCH).days, "last": (span.last - EPOCH).days},
        [question for _, question in asked],
    ]
    answers = page.evaluate(COUNTED, sent)
    assert len(answers) == 50
    assert sum(answer["loose"] for answer in answers) > 0
    for (filters, _), answer in zip(asked, answers, strict=True):
        wanted = expected(frame, filters)
        assert {name: answer[name] for name in wanted} == wanted
