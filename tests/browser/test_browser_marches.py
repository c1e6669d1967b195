"""The page Marches in a real browser: choose, step and play by keyboard, and keep the view."""

from __future__ import annotations

from conftest import Open, idle
from playwright.sync_api import Page, expect
from screen import CHART, colours, wait_for_colour
from test_browser_places import grave

ROOSEVELT = "2026-02-04-roosevelt-mendez"
BRIGHT = (0x00, 0x72, 0xB2)


def press(page: Page, name: str) -> None:
    """A button of the player, by keyboard."""
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def said(page: Page, words: str) -> None:
    """The step in words, once it is said."""
    expect(page.locator("[role=status] .step")).to_contain_text(words, timeout=20_000)


def pan_away(page: Page) -> None:
    """Drag the map until the line is out of sight."""
    box = page.locator(CHART).bounding_box()
    assert box
    x, y = box["x"] + 20, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + box["width"] - 80, y, steps=4)
    page.mouse.up()


def choose(page: Page) -> None:
    """Another march by keyboard; it is in the address, and still there after a reload."""
    page.get_by_role("combobox").focus()
    page.keyboard.type("Roosevelt")
    page.keyboard.press("Enter")
    said(page, "At the start: Theodore Roosevelt")
    page.wait_for_url(f"**march={ROOSEVELT}")
    page.reload()
    said(page, "At the start: Theodore Roosevelt")


def step(page: Page) -> None:
    """Two steps by button and one by slider; a map that was moved stays where it is."""
    press(page, "Next step")
    said(page, "Step 1 of 4")
    wait_for_colour(page, BRIGHT, where=CHART)
    pan_away(page)
    press(page, "Next step")
    said(page, "Step 2 of 4: Fourth Street")
    page.locator("[data-testid=stSlider] input").focus()
    page.keyboard.press("End")
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    said(page, "Step 3 of 4: Soto Street")
    page.wait_for_timeout(500)
    assert colours(page, CHART)[BRIGHT] == 0, "the map went back to the line"


def test_a_march_is_chosen_stepped_through_and_played(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/marches")
    choose(page)
    step(page)
    press(page, "Play along the line")
    said(page, "Here the line ends.")
    expect(page.get_by_role("button", name="Play along the line")).to_be_visible(timeout=20_000)
    page.set_viewport_size({"width": 390, "height": 844})
    idle(page)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert grave(page) == []
