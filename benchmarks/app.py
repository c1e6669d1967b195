"""How fast the app is, as a table: start, geocoding, first map, reruns, memory.

    python benchmarks/app.py

Runs the real app in a real browser, drawn in software where there is no GPU: compare, don't quote.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from playwright.sync_api import BrowserContext, Page, sync_playwright
from streamlit.testing.v1 import AppTest

from mapper import serve
from mapper.settings import ROOT, Folders

sys.path.insert(0, str(ROOT / "tests" / "browser"))
from conftest import FLAGS, found, idle
from screen import LAND, WALKOUT, wait_for_colour

ROUNDS = 5
# One day of walkouts known to the campus: ground and marks have their own colours, undimmed.
DAY = "/?from=2026-02-04&kinds=walkout"


def main() -> None:
    """Print the machine, then one line a measure."""
    print(machine())
    print("| measure | median | worst | unit |\n|---|---|---|---|")
    geocode = [sys.executable, "-m", "mapper.cli", "geocode", "--check"]
    line("geocode, whole process", [timed(lambda: run(geocode)) for _ in range(ROUNDS)], "s")
    line("rerun of the map's script, warm", list(reruns()), "ms")
    with served() as (address, process, cold):
        line("server start to the first page ready", [cold], "s")
        with driven() as context:
            paints = [first_map(context, address) for _ in range(ROUNDS)]
            line("page opened to ground painted", [ground for ground, _ in paints], "s")
            line("page opened to marks painted", [marks for _, marks in paints], "s")
            line("slider key to new sentence", list(steps(context, address)), "ms")
        line("server memory", [memory(process)], "MB")


def machine() -> str:
    """What this ran on."""
    cpu = platform.processor() or platform.machine()
    gigabytes = psutil.virtual_memory().total / 2**30
    return (
        f"{platform.system()} {cpu}, {os.cpu_count()} cores, {gigabytes:.0f} GB, "
        f"Python {platform.python_version()}, {Path(found() or 'no browser').name}, software GL\n"
    )


def line(name: str, values: list[float], unit: str) -> None:
    """One line of the table."""
    print(f"| {name} | {statistics.median(values):.2f} | {max(values):.2f} | {unit} |", flush=True)


def timed(job: Callable[[], object]) -> float:
    """Seconds that a job takes."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def run(command: list[str]) -> None:
    """Run a command quietly; an exit code other than 0 ends the benchmark."""
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)


def reruns() -> Iterator[float]:
    """Milliseconds of the script alone when a filter changes."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    for kind in ("march", "rally", "walkout", "other", "shutdown"):
        app.multiselect(key="kinds").set_value([kind])
        yield timed(app.run) * 1000


@contextmanager
def served() -> Iterator[tuple[str, psutil.Process, float]]:
    """The app on a free port, its process and how long it took to answer."""
    port, start = serve.free_port(), time.perf_counter()
    command, environment = serve.command(port), serve.environment(Folders())
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            serve.wait(f"http://localhost:{port}{serve.HEALTH}", server)
            serve.warm(f"http://localhost:{port}")  # as `mapper run` does before it tells
            cold = time.perf_counter() - start
            yield f"http://localhost:{port}", psutil.Process(server.pid), cold
        finally:
            server.terminate()


@contextmanager
def driven() -> Iterator[BrowserContext]:
    """A browser with a profile of its own."""
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as profile:
        context = driver.chromium.launch_persistent_context(
            profile,
            executable_path=found(),
            headless=True,
            args=FLAGS,
            viewport={"width": 1400, "height": 900},
        )
        yield context
        context.close()


def first_map(context: BrowserContext, address: str) -> tuple[float, float]:
    """Seconds from opening the page to the ground and to the marks on the screen."""
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address + DAY)
    page.wait_for_selector(".player canvas", timeout=60_000)
    wait_for_colour(page, WALKOUT)
    marks = time.perf_counter() - start
    wait_for_colour(page, LAND)
    ground = time.perf_counter() - start
    page.close()
    return ground, marks


def steps(context: BrowserContext, address: str) -> Iterator[float]:
    """Milliseconds from a key on the slider to the sentence that follows it."""
    page: Page = context.new_page()
    page.goto(address)
    idle(page)
    slider = page.locator(
        "[data-testid=stSlider] [role=slider], [data-testid=stSlider] input"
    ).first
    slider.focus()
    for _ in range(ROUNDS):
        page.wait_for_timeout(1500)
        before = page.locator(".sentence").inner_text()
        start = time.perf_counter()
        page.keyboard.press("ArrowRight")
        page.wait_for_function(
            "text => document.querySelector('.sentence')?.innerText !== text", arg=before
        )
        yield (time.perf_counter() - start) * 1000


def memory(process: psutil.Process) -> float:
    """Megabytes that the server holds."""
    return float(process.memory_info().rss / 2**20)


if __name__ == "__main__":
    main()
