"""A real server and a real browser. Whatever Chromium, Chrome or Edge the machine has is driven."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from mapper import serve
from mapper.settings import ROOT, Folders, base_path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "msedge",
    "chrome",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
REQUIRED = os.environ.get("MAPPER_BROWSER") == "required"
REASON = "no Chromium, Chrome or Edge was found"
IDLE = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    return app && app.getAttribute('data-test-script-state') !== 'running'
        && !document.querySelector('[data-testid=stAppSkeleton]');
}"""
Open = Callable[..., Page]


def found() -> str | None:
    """The machine's browser, or ``None``."""
    by_name = next((path for name in NAMES if (path := shutil.which(name))), None)
    return by_name or next((path for path in PLACES if Path(path).is_file()), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here is slow, and needs a browser."""
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.slow)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in the last lines which tests did not run, and how to get them."""
    skipped = [
        report.nodeid
        for report in terminalreporter.stats.get("skipped", [])
        if REASON in str(report.longrepr)
    ]
    if skipped:
        terminalreporter.write_line(f"{len(skipped)} browser tests did not run: {REASON}.")
        for name in skipped:
            terminalreporter.write_line(f"  {name}")
        terminalreporter.write_line("Install one of them and run `make test` again.")


@pytest.fixture(scope="session")
def browser_path() -> str:
    """The browser to drive; without one the test is skipped, or fails where it is required."""
    path = found()
    if path is None and REQUIRED:
        pytest.fail(REASON)
    if path is None:
        pytest.skip(REASON)
    return path


@contextmanager
def serving(folders: Folders, how: serve.Hosting | None = None) -> Iterator[str]:
    """The app on a free port of this machine; gives its address, without the path of a proxy."""
    port = serve.free_port()
    command = [*serve.command(port), "--server.address", "127.0.0.1"]
    variables = serve.environment(folders, how)
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=variables,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            serve.wait(f"http://127.0.0.1:{port}{base_path(variables)}/_stcore/health", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def server(browser_path: str) -> Iterator[str]:
    """The app with the real data."""
    assert browser_path
    with serving(Folders()) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of browsers."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright, browser_path: str) -> Iterator[Browser]:
    """One browser for all tests: each has a profile of its own in it."""
    started = playwright.chromium.launch(executable_path=browser_path, headless=True, args=FLAGS)
    yield started
    started.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """A function that opens an address in a fresh profile and waits until the script has run."""
    contexts: list[BrowserContext] = []

    def opened(address: str, width: int = 1400, height: int = 900, scheme: str = "light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        idle(page)
        return page

    yield opened
    for context in contexts:
        context.close()


def idle(page: Page) -> None:
    """Wait until the script has run."""
    page.wait_for_selector("[data-testid=stApp]", timeout=60_000)
    page.wait_for_timeout(300)
    page.wait_for_function(IDLE, timeout=60_000)
