"""Take the pictures of docs/images again: every page, both languages, 1400 and 390 pixels wide.

    python tools/screenshots.py [FOLDER]

Needs a Chromium, Chrome or Edge on the machine; starts the app itself and stops it.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from mapper import serve
from mapper.settings import ROOT, folders

sys.path.insert(0, str(ROOT / "tests" / "browser"))
from conftest import FLAGS, found, idle

PAGES = {
    "map": "/",
    "country": "/?view=us",
    "event": "/?event=2026-02-04-rfk-walkout",
    "cities": "/cities",
    "schools": "/schools",
    "places": "/places",
    "marches": "/marches",
    "sources": "/sources",
}
WIDTHS = {"": (1400, 900), "-phone": (390, 844)}
# Three moments of the map in time, kept in both widths, themes and languages.
MOMENTS = {
    "day": "/?to=2026-02-04&mode=day",
    "sofar": "/?to=2025-02-06&mode=sofar&view=us",
    "open": "/?from=2025-02-01&event=2026-02-04-rfk-walkout",
}
THEMES: dict[str, Literal["light", "dark"]] = {"": "light", "-dark": "dark"}
COLOURS = 255  # chosen by how far they lie apart: no kind of event loses its colour
PAUSE_MS = 1200
SETTLE_MS = 7000  # software drawing is slow; labels fade in last
# The pictures that the READMEs show; the others are looked at and not kept.
KEPT = ("map-en", "map-es")


def take(driver: Playwright, address: str, folder: Path) -> None:
    """Every page in both languages and widths."""
    for suffix, (width, height) in WIDTHS.items():
        with tempfile.TemporaryDirectory() as profile:
            context = driver.chromium.launch_persistent_context(
                profile,
                executable_path=found(),
                headless=True,
                args=FLAGS,
                viewport={"width": width, "height": height},
            )
            for name, path in PAGES.items():
                for lang in ("en", "es"):
                    shoot(
                        context,
                        f"{address}{with_lang(path, lang)}",
                        folder / f"{name}{suffix}-{lang}.png",
                    )
            context.close()


def take_moments(driver: Playwright, address: str, folder: Path) -> None:
    """The map in time, in few colours."""
    for suffix, (width, height) in WIDTHS.items():
        for dark, scheme in THEMES.items():
            with tempfile.TemporaryDirectory() as profile:
                context = driver.chromium.launch_persistent_context(
                    profile,
                    executable_path=found(),
                    headless=True,
                    args=FLAGS,
                    viewport={"width": width, "height": height},
                    color_scheme=scheme,
                )
                for name, path in MOMENTS.items():
                    for lang in ("en", "es"):
                        target = folder / f"{name}{suffix}{dark}-{lang}.png"
                        moment(context.pages[0], f"{address}{with_lang(path, lang)}", target)
                context.close()


def moment(page: Page, url: str, path: Path) -> None:
    """One picture of the map in time."""
    page.goto(url)
    idle(page)
    page.wait_for_selector(".player .frame[data-drawn][data-ground]")
    page.wait_for_timeout(PAUSE_MS)
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    image.quantize(COLOURS, Image.Quantize.MAXCOVERAGE).save(path, optimize=True)
    print(path.name)


def with_lang(path: str, lang: str) -> str:
    """The path of a page in a language."""
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"


def shoot(context: BrowserContext, url: str, path: Path) -> None:
    """One picture."""
    page = context.pages[0]
    page.goto(url)
    idle(page)
    page.wait_for_timeout(SETTLE_MS)
    page.screenshot(path=path)
    print(path.name)


def main() -> None:
    """Start the app, take the pictures, stop it."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "test-artifacts"
    images = ROOT / "docs" / "images"
    (images / "time").mkdir(parents=True, exist_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    port = serve.free_port()
    command, environment = serve.command(port), serve.environment(folders())
    with subprocess.Popen(command, cwd=ROOT, env=environment) as server:
        try:
            serve.wait(f"http://localhost:{port}/_stcore/health", server)
            with sync_playwright() as driver:
                take_moments(driver, f"http://localhost:{port}", images / "time")
                take(driver, f"http://localhost:{port}", folder)
        finally:
            server.terminate()
    for name in KEPT:
        (images / f"{name}.png").write_bytes((folder / f"{name}.png").read_bytes())


if __name__ == "__main__":
    main()
