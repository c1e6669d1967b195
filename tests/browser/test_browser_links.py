"""Links that lead back to exactly the data, in a real browser."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from conftest import Open, idle
from playwright.sync_api import expect
from screen import MAP
from test_browser_time import SETTLE_MS, corner, drag, parameter, ready

UNKNOWN = "0123456789abcdef"


def test_the_link_to_exactly_this_has_the_camera_of_the_moment(
    server: str, open_page: Open
) -> None:
    page = open_page(f"{server}/?kinds=march")
    ready(page)
    x, y = corner(page, MAP)
    drag(page, (x + 300, y + 300), (120, 40))
    page.wait_for_timeout(SETTLE_MS)
    camera = parameter(page, "at")
    page.get_by_role("button", name="Link to exactly this").click()
    link = page.locator("[data-testid=stPopoverBody] code")
    expect(link).to_contain_text(camera, timeout=15_000)
    found = urlsplit(link.inner_text())
    assert f"{found.scheme}://{found.netloc}" == server
    asked = parse_qs(found.query)
    assert (asked["kinds"], asked["at"], len(asked["data"][0])) == (["march"], [camera], 16)


def test_a_pinned_link_stays_pinned_from_page_to_page(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/cities?data={UNKNOWN}")
    said = page.get_by_text("The data have changed since this link was made.")
    expect(said).to_be_visible(timeout=15_000)
    page.get_by_role("link", name="Sources").click()
    expect(page.locator("h1")).to_have_text("Sources", timeout=15_000)
    idle(page)
    assert parameter(page, "data") == UNKNOWN
    expect(said).to_be_visible(timeout=15_000)
