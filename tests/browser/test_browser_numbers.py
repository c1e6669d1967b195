"""The charts are drawn by the app alone, and a printed page of Cities is a page for a desk."""

from __future__ import annotations

from conftest import Open, idle
from playwright.sync_api import expect


def test_cities_is_drawn_without_other_servers_and_prints_as_a_page(
    server: str, open_page: Open
) -> None:
    page = open_page(f"{server}/sources")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server}/cities")
    idle(page)
    chart = page.locator("[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg")
    expect(chart.first).to_be_visible(timeout=30_000)
    assert {url for url in asked if not url.startswith((server, "data:", "blob:"))} == set()
    maps = page.locator(".maps img")
    assert maps.count() > 5
    assert page.evaluate("[...document.querySelectorAll('.maps img')].every(i => i.naturalWidth)")
    expect(page.locator(".on-paper")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".on-paper")).to_be_visible()
    expect(page.locator("[data-testid=stSidebar]")).to_be_hidden()
    expect(page.locator("[data-testid=stDataFrame]").first).to_be_hidden()
