"""The map under two fingers, as a saved picture, on others' tiles, and its two time controls."""

from __future__ import annotations

import io
from urllib.parse import urlparse

import pytest
from conftest import Open, idle
from PIL import Image, ImageChops
from playwright.sync_api import CDPSession, Page, Route, expect
from screen import LAND, MAP, WALKOUT, colours, wait_for_colour
from test_browser_time import LOS_ANGELES, SETTLE_MS, parameter, ready, wait_for

from mapper import view

BAR_PX = 46  # under a saved picture
TILE = (17, 91, 143)  # no colour of ours


def camera(page: Page) -> list[float]:
    """Latitude, longitude and zoom, from the address."""
    page.wait_for_timeout(SETTLE_MS)
    return [float(text) for text in parameter(page, "at").split(",")]


def middle(page: Page) -> tuple[float, float]:
    """The middle of the map on the page."""
    box = page.locator(MAP).first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def touch(fingers: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    """Fingers on the screen."""
    places = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
    fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})


def pinch(page: Page, start: int, end: int, shift: int = 0) -> None:
    """Two fingers from ``2 * start`` pixels apart to ``2 * end``, and on to the right."""
    fingers, (x, y) = page.context.new_cdp_session(page), middle(page)
    touch(fingers, "touchStart", (x - start, y), (x + start, y))
    for step in range(1, 11):
        apart, moved = start + (end - start) * step / 10, shift * step / 10
        touch(fingers, "touchMove", (x - apart + moved, y), (x + apart + moved, y))
    touch(fingers, "touchEnd")


def test_two_fingers_zoom_about_what_lies_between_them(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/", width=390, height=844)
    ready(page)
    pinch(page, 40, 160)
    lat, lon, zoom = camera(page)
    assert zoom == pytest.approx(view.LOS_ANGELES.zoom + 2, abs=0.05), "four times as wide"
    assert (lon, lat) == pytest.approx(LOS_ANGELES, abs=0.001)
    pinch(page, 160, 40)
    assert camera(page)[2] == pytest.approx(view.LOS_ANGELES.zoom, abs=0.1)
    pinch(page, 80, 80, shift=100)
    _, moved, still = camera(page)
    assert still == pytest.approx(view.LOS_ANGELES.zoom, abs=0.1)
    assert moved < lon - 0.02, "the ground goes with the hand"
    assert parameter(page, "event") == "", "two fingers open nothing"


def save(page: Page) -> Image.Image:
    """The picture that its button saves."""
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a picture").click()
    assert saved.value.suggested_filename.endswith(".png")
    return Image.open(io.BytesIO(saved.value.path().read_bytes())).convert("RGB")


def size(page: Page) -> tuple[int, int]:
    """Width and height of the map in pixels."""
    box = page.locator(MAP).first.bounding_box()
    assert box is not None
    return round(box["width"]), round(box["height"])


def seen(page: Page) -> Image.Image:
    """The map as it is on the screen; a row more where it begins between two pixels."""
    return Image.open(io.BytesIO(page.locator(MAP).first.screenshot())).convert("RGB")


def unlike(one: Image.Image, other: Image.Image) -> int:
    """How many pixels are not alike."""
    differs = ImageChops.difference(one, other).convert("L")
    return sum(differs.histogram()[8:])


def test_the_saved_picture_is_exactly_what_is_seen(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?from=2026-02-04&kinds=walkout")
    wait_for_colour(page, WALKOUT)
    ready(page)
    shown, (wide, high) = seen(page), size(page)
    picture = save(page)
    assert picture.size == (wide, high + BAR_PX)
    # the middle half: buttons and legend, which lie over the map, are no part of the picture
    left, top, right, bottom = wide // 4, high // 4, wide * 3 // 4, high * 3 // 4
    inside = picture.crop((left, top, right, bottom))
    rows = range(shown.height - high + 1)
    assert min(unlike(shown.crop((left, top + y, right, bottom + y)), inside) for y in rows) == 0
    assert len(set(inside.get_flattened_data())) > 20, "land, marks and words"
    bar = picture.crop((0, high, wide, high + BAR_PX)).convert("L")
    assert bar.getextrema()[0] < 100, "caption and credit are under it"


def tile() -> bytes:
    """A piece of somebody else's map."""
    made = io.BytesIO()
    Image.new("RGB", (256, 256), TILE).save(made, "PNG")
    return made.getvalue()


def routed(page: Page, server: str) -> list[str]:
    """What is asked of others from now on; a tile of one colour is the answer."""
    asked: list[str] = []
    ours = urlparse(server).netloc

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        headers = {"Access-Control-Allow-Origin": "*"}
        route.fulfill(body=tile(), content_type="image/png", headers=headers)

    page.context.route(lambda url: urlparse(url).netloc not in (ours, ""), answer)
    return asked


def choose(page: Page, name: str) -> None:
    """Choose a basemap."""
    page.get_by_role("combobox", name="Basemap").click()
    page.get_by_role("option", name=name).click()


def test_other_peoples_tiles_come_only_when_chosen(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/sources")
    asked = routed(page, server)
    page.goto(f"{server}/?from=2026-02-04&kinds=walkout")
    wait_for_colour(page, LAND)
    assert asked == []
    choose(page, "USGS")
    wait_for_colour(page, TILE, least=50_000)
    wait_for_colour(page, WALKOUT)
    assert {urlparse(url).netloc for url in asked} == {"basemap.nationalmap.gov"}
    expect(page.locator("[data-testid=stSidebar]")).to_contain_text("Your browser now asks")
    assert TILE in set(save(page).get_flattened_data()), "the picture holds the tiles too"


def test_other_peoples_tiles_go_when_our_own_are_chosen(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/sources")
    asked = routed(page, server)
    page.goto(f"{server}/?from=2026-02-04&kinds=walkout&tiles=osm")
    wait_for_colour(page, TILE, least=50_000)
    choose(page, "Our own")
    wait_for_colour(page, LAND)
    count = len(asked)
    page.locator(MAP).focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(SETTLE_MS)
    assert (len(asked), colours(page)[TILE]) == (count, 0)


def test_the_native_slider_takes_over_from_a_mode(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?mode=week&from=2025-01-31&to=2025-02-06&lang=en")
    ready(page)
    expect(page.get_by_role("radio", name="7 days")).to_be_checked()
    page.locator("[data-testid=stSlider] input[type=range]").first.focus()
    page.keyboard.press("ArrowLeft")
    wait_for(page, "from", "2025-01-30")
    idle(page)
    assert (parameter(page, "mode"), parameter(page, "to")) == ("", "2025-02-06")
    expect(page.get_by_role("radio", name="Dates")).to_be_checked(timeout=15_000)
    expect(page.locator(".sentence")).to_contain_text("January 30, 2025 to February 6, 2025")
    expect(page.locator(".caption")).to_contain_text("Jan 30, 2025")
    page.wait_for_timeout(2 * SETTLE_MS)
    assert (parameter(page, "from"), parameter(page, "mode")) == ("2025-01-30", "")
