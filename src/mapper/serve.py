"""Start the app's server, wait until it answers, and open a browser where there is one."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Callable
from pathlib import Path

from mapper.errors import UsageError
from mapper.settings import ROOT, Folders

FIRST_PORT, PORTS_TRIED = 8501, 50
WAIT_S = 60


def start(folders: Folders, told: Callable[[str], None]) -> int:
    """Serve the app until it is stopped.

    Args:
        folders: whose data to show.
        told: is called with the address once the app answers.

    Returns:
        The exit code of the server.

    Raises:
        UsageError: no port is free, or the app does not answer within ``WAIT_S`` seconds.
    """
    port = free_port()
    address = f"http://localhost:{port}"
    with subprocess.Popen(command(port), cwd=ROOT, env=environment(folders)) as server:  # noqa: S603 - our own interpreter and files
        try:
            wait(f"{address}/_stcore/health", server)
            told(address)
            open_browser(address)
            return server.wait()
        except KeyboardInterrupt:
            return 0
        finally:
            server.terminate()


def command(port: int) -> list[str]:
    """The command line of the server, on this machine only."""
    app: Path = ROOT / "app.py"
    flags = ["--server.port", str(port), "--server.address", "localhost"]
    return [sys.executable, "-m", "streamlit", "run", str(app), *flags]


def environment(folders: Folders) -> dict[str, str]:
    """This process's environment with the folders in it."""
    return os.environ | {"MAPPER_DATA": str(folders.data), "MAPPER_GEO": str(folders.geo)}


def free_port() -> int:
    """The first free port.

    Raises:
        UsageError: none of those tried is free.
    """
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise UsageError("port_taken", value=FIRST_PORT)


def wait(url: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the address answers.

    Raises:
        UsageError: the server ended, or does not answer in time.
    """
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=1).close()  # noqa: S310 - our own http address
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise UsageError("not_started", value=WAIT_S)


def open_browser(address: str) -> None:
    """Open the reader's browser; where there is none, the printed address is enough."""
    if sys.platform.startswith("linux") and not os.environ.get(
        "DISPLAY", os.environ.get("WAYLAND_DISPLAY")
    ):
        return
    webbrowser.open(address)
