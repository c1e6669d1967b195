"""The Download line in a real browser: what is pressed is what the command line would write."""

from __future__ import annotations

from pathlib import Path

from conftest import Open, idle
from playwright.sync_api import Page
from test_browser_places import grave

from mapper import export
from mapper.model import Filters
from tests.exporting import shown


def opened(page: Page, word: str) -> None:
    """The line, opened."""
    page.locator("[data-testid=stExpander] summary").filter(has_text=word).last.click()
    idle(page)
    page.get_by_role("combobox", name="Format").or_(
        page.get_by_role("combobox", name="Formato")
    ).wait_for(timeout=20_000)


def pressed(page: Page, word: str) -> tuple[str, bytes]:
    """The name and the bytes of the file behind the button."""
    with page.expect_download(timeout=30_000) as held:
        page.get_by_role("button", name=word).click()
    return held.value.suggested_filename, Path(held.value.path()).read_bytes()


def test_the_button_gives_the_rows_of_the_page(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?kinds=march&lang=es", 390)
    opened(page, "Descargar")
    name, content = pressed(page, "Descargar")
    of = shown(filters=Filters(kinds=("march",)), lang="es")
    assert (name, content) == (export.file_name("csv", of), export.write("csv", of))


def test_another_format_is_another_file_and_the_line_is_accessible(
    server: str, open_page: Open
) -> None:
    page = open_page(f"{server}/schools")
    opened(page, "Download")
    page.get_by_role("combobox", name="Format").click()
    page.get_by_role("option", name="GeoJSON").click()
    idle(page)
    name, content = pressed(page, "Download 14 events")
    assert name.endswith(".geojson")
    assert content.count(b'"type": "Feature",') == 14
    assert not grave(page)
