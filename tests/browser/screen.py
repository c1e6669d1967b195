"""What is on the screen: colours of the map, and where a place is on it."""

from __future__ import annotations

import io
import math
from collections import Counter

from PIL import Image
from playwright.sync_api import Page

from mapper.model import Position

# The map in time, and the built-in chart of the pages that have no time.
MAP, CHART = ".player .frame", "[data-testid=stDeckGlJsonChart]"
LAND, WATER = (245, 243, 238), (221, 231, 236)
WALKOUT = (213, 94, 0)
TILE_PX = 512


def colours(page: Page, where: str = MAP) -> Counter[tuple[int, int, int]]:
    """How many pixels of the map have each colour."""
    image = Image.open(io.BytesIO(page.locator(where).first.screenshot())).convert("RGB")
    return Counter(image.get_flattened_data())


def wait_for_colour(
    page: Page, colour: tuple[int, int, int], least: int = 20, where: str = MAP
) -> None:
    """Wait until the map shows a colour; an assertion error says which one it does not."""
    for _ in range(50):
        if colours(page, where)[colour] >= least:
            return
        page.wait_for_timeout(250)
    raise AssertionError(f"the map shows no {colour}: {colours(page, where).most_common(5)}")


def point(page: Page, place: Position, centre: Position, zoom: float) -> tuple[float, float]:
    """Where a place is on the page, for a map looking at ``centre`` (Web Mercator)."""
    box = page.locator(MAP).first.bounding_box()
    assert box is not None
    (x, y), (x_0, y_0) = world(place), world(centre)
    scale = TILE_PX * 2**zoom
    return (
        box["x"] + box["width"] / 2 + (x - x_0) * scale,
        box["y"] + box["height"] / 2 + (y - y_0) * scale,
    )


def world(place: Position) -> tuple[float, float]:
    """Web Mercator in units of the world's width, y down."""
    lat = math.radians(place.lat)
    return (
        (place.lon + 180) / 360,
        (1 - math.asinh(math.tan(lat)) / math.pi) / 2,
    )
