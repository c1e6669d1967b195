"""The map in time as a table: bytes, first paint, step, playback, memory; 1e2 to 1e6 events.

    python benchmarks/map.py [N ...]

The player; the same rows filtered in Python through st.pydeck_chart; and, if plotly is installed,
its animated map on an empty ground, which needs no network. Invented events only, in a folder of
their own, which is deleted at the end. A real browser, drawing in software where there is no GPU:
compare, don't quote.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import numpy as np
import psutil
from playwright.sync_api import BrowserContext, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from mapper import basemap, serve
from mapper.player import FOLDER
from mapper.settings import ROOT, Folders
from mapper.ui import published

sys.path.insert(0, str(ROOT / "tests" / "browser"))
sys.path.insert(0, str(ROOT / "benchmarks"))
from conftest import FLAGS, found, idle
from map_pages import DAYS, FIRST, PLAYER, PYDECK, WINDOW, columns, invented

from app import machine

SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
# More than these make no page at all, or none within minutes.
MOST = {"player": 1_000_000, "pydeck": 100_000, "plotly": 100_000}
COMPACT = (",", ":")
STEPS, PLAY_S, PATIENCE_MS = 9, 4, 180_000
HEAD = (
    "events", "map", "file, MB", "first paint, s", "step, ms (worst)", "bytes a step",
    "frames a second", "browser heap, MB", "server, MB",
)  # fmt: skip
DRAWN = ".player .frame[data-drawn]"
PLAYER_STEP = """async () => {
    const all = root => [...root.querySelectorAll('*')].flatMap(
        e => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);
    const parts = all(document);
    const frame = parts.find(e => e.classList.contains('frame'));
    const handle = parts.find(e => e.classList.contains('last') && e.role === 'slider');
    const before = frame.dataset.drawn, start = performance.now();
    handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
    while (frame.dataset.drawn === before) await new Promise(requestAnimationFrame);
    frame.querySelector('.marks').getContext('2d').getImageData(0, 0, 1, 1);
    return performance.now() - start;
}"""
PLOTLY_READY = """() =>
    document.querySelector('.js-plotly-plot')?._transitionData?._frames.length > 0"""
PLOTLY_STEP = """async name => {
    const start = performance.now();
    const at_once = { duration: 0 };
    const how = { mode: 'immediate', frame: { duration: 0, redraw: true }, transition: at_once };
    await Plotly.animate(document.querySelector('.js-plotly-plot'), [name], how);
    await new Promise(requestAnimationFrame);
    return performance.now() - start;
}"""


def main() -> None:
    """Print the machine, then one line for each tool and size."""
    sizes = [int(float(text)) for text in sys.argv[1:]] or SIZES
    print(machine())
    print(f"| {' | '.join(HEAD)} |\n{'|---' * len(HEAD)}|")
    for size in sizes:
        for name, measure in (("player", player), ("pydeck", pydeck), ("plotly", plotly)):
            if size > MOST[name] or (name == "plotly" and not importlib.util.find_spec("plotly")):
                continue
            try:
                print(f"| {size:,} | {name} | {measure(size)} |", flush=True)
            except BrowserError as error:
                print(f"| {size:,} | {name} | {str(error).splitlines()[0]} |", flush=True)


def player(size: int) -> str:
    """The player on columns in its own format."""
    with folder() as (place, static):
        rows = published.text(static, json.dumps(columns(invented(size)), separators=COMPACT))
        megabytes = (static / "layers" / Path(rows).name).stat().st_size / 1e6
        script = PLAYER.format(
            rows=rows,
            ground=ground(static),
            modules=published.folder(static, FOLDER),
            first=FIRST,
            last=FIRST + DAYS - 1,
            window=WINDOW,
        )
        with served(place, script) as (address, server), driven() as context:
            page, sent, start = context.pages[0], traffic(context), time.perf_counter()
            page.goto(address)
            page.wait_for_selector(DRAWN, timeout=PATIENCE_MS)
            paint = time.perf_counter() - start
            page.wait_for_timeout(1500)
            before = sum(sent)
            seen = Measured(page, paint, [page.evaluate(PLAYER_STEP) for _ in range(STEPS)])
            seen.sent, seen.rate = (sum(sent) - before) / STEPS, playback(page)
            seen.megabytes, seen.server = megabytes, server
            return str(seen)


def ground(static: Path) -> dict[str, str]:
    """The address of each source of the basemap, as the app has them."""
    found = basemap.texts(Folders().geo)
    return {name: published.text(static, text.decode()) for name, text in found}


def playback(page: Page) -> float:
    """Pictures a second while it plays."""
    frame = page.locator(DRAWN)
    page.get_by_role("button", name="Play", exact=True).click()
    before, start = int(frame.get_attribute("data-drawn") or 0), time.perf_counter()
    page.wait_for_timeout(PLAY_S * 1000)
    drawn = int(frame.get_attribute("data-drawn") or 0) - before
    return drawn / (time.perf_counter() - start)


def pydeck(size: int) -> str:
    """The same rows, filtered in Python for each step, through st.pydeck_chart."""
    with folder() as (place, _), driven() as context:
        np.savez(place / "rows.npz", **invented(size))
        script = PYDECK.format(
            file=place / "rows.npz", first=FIRST, last=FIRST + DAYS, window=WINDOW
        )
        with served(place, script) as (address, server):
            page, sent, start = context.pages[0], traffic(context), time.perf_counter()
            page.goto(address)
            page.wait_for_selector("[data-testid=stDeckGlJsonChart] canvas", timeout=PATIENCE_MS)
            idle(page)
            paint = time.perf_counter() - start
            page.wait_for_timeout(1500)
            before, steps = sum(sent), [pydeck_step(page) for _ in range(STEPS)]
            return str(Measured(page, paint, steps, (sum(sent) - before) / STEPS, server=server))


def pydeck_step(page: Page) -> float:
    """Milliseconds from a key to the end of the script; what is drawn after it is not counted."""
    before = page.locator("#step").inner_text()
    page.locator("[data-testid=stSlider] [role=slider], [data-testid=stSlider] input").first.focus()
    start = time.perf_counter()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "text => document.querySelector('#step').innerText !== text",
        arg=before,
        timeout=PATIENCE_MS,
    )
    return (time.perf_counter() - start) * 1000


def plotly(size: int) -> str:
    """The animated map of plotly, in a file of its own, on a plain ground."""
    import pandas as pd  # noqa: PLC0415 - only where plotly is
    import plotly.express as px  # noqa: PLC0415

    rows = pd.DataFrame(invented(size))
    rows = rows.assign(week=(rows["day"] - FIRST) // WINDOW).sort_values("week")
    drawn = px.scatter_map(rows, lat="lat", lon="lon", color="kind", animation_frame="week", zoom=3)
    drawn.update_layout(map_style={"version": 8, "sources": {}, "layers": []})
    with folder() as (_, static), driven() as context:
        file = static / "plotly.html"
        file.write_text(drawn.to_html(include_plotlyjs=True, auto_play=False), encoding="utf-8")
        with files(static) as address:
            page, start = context.pages[0], time.perf_counter()
            page.goto(f"{address}/plotly.html", timeout=PATIENCE_MS)
            page.wait_for_function(PLOTLY_READY, timeout=PATIENCE_MS)
            seen = Measured(page, time.perf_counter() - start, [])
            page.wait_for_timeout(1500)
            seen.steps = [page.evaluate(PLOTLY_STEP, str(week)) for week in range(1, STEPS + 1)]
            seen.megabytes, seen.rate = (
                file.stat().st_size / 1e6,
                1000 / statistics.median(seen.steps),
            )
            return str(seen)


@contextmanager
def files(place: Path) -> Iterator[str]:
    """A folder on a free port."""
    handler = partial(Quiet, directory=str(place))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@dataclass
class Measured:
    """What was seen of one map."""

    page: Page
    paint: float
    steps: list[float]
    sent: float = 0
    rate: float = 0
    megabytes: float = 0
    server: psutil.Process | None = None

    def __str__(self) -> str:
        """The cells of the table; a dash where there is nothing to measure."""
        heap = self.page.evaluate("performance.memory.usedJSHeapSize / 1e6")
        server = f"{self.server.memory_info().rss / 1e6:.0f}" if self.server else "–"
        rate = f"{self.rate:.0f}" if self.rate else "–"
        step = f"{statistics.median(self.steps):.0f} ({max(self.steps):.0f})"
        size = f"{self.megabytes:.2f}" if self.megabytes else "–"
        return (
            f"{size} | {self.paint:.1f} | {step} | {self.sent:.0f} | {rate} | {heap:.0f} | {server}"
        )


@contextmanager
def folder() -> Iterator[tuple[Path, Path]]:
    """A folder for one app with what it serves; gone afterwards."""
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        static = place / "static"
        static.mkdir()
        shutil.copy(ROOT / "static" / "marks.png", static)
        shutil.copytree(ROOT / ".streamlit", place / ".streamlit")
        yield place, static


@contextmanager
def served(place: Path, script: str) -> Iterator[tuple[str, psutil.Process]]:
    """A script as an app on a free port, and its process."""
    (place / "app.py").write_text(script, encoding="utf-8")
    port = serve.free_port()
    command = [*serve.command(port), "--server.maxMessageSize", "1000"]
    command[command.index(str(ROOT / "app.py"))] = str(place / "app.py")
    with subprocess.Popen(command, cwd=place, stdout=subprocess.DEVNULL) as server:
        try:
            serve.wait(f"http://localhost:{port}{serve.HEALTH}", server)
            serve.warm(f"http://localhost:{port}")  # as `mapper run` does before it tells
            yield f"http://localhost:{port}", psutil.Process(server.pid)
        finally:
            server.terminate()


@contextmanager
def driven() -> Iterator[BrowserContext]:
    """A browser with a profile of its own."""
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as profile:
        size = {"width": 1400, "height": 900}
        context = driver.chromium.launch_persistent_context(
            profile, executable_path=found(), headless=True, args=FLAGS, viewport=size
        )
        context.set_default_timeout(PATIENCE_MS)
        yield context
        with suppress(BrowserError):
            context.close()


def traffic(context: BrowserContext) -> list[int]:
    """Bytes of every message with the server from now on, both ways."""
    sizes: list[int] = []

    def keep(frame: str | bytes) -> None:
        sizes.append(len(frame))

    def listen(socket: object) -> None:
        socket.on("framesent", keep)  # type: ignore[attr-defined]
        socket.on("framereceived", keep)  # type: ignore[attr-defined]

    context.pages[0].on("websocket", listen)
    return sizes


if __name__ == "__main__":
    main()
