"""Start the app's server, wait until it answers, and open a browser where there is one."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mapper.errors import UsageError
from mapper.serve import lan
from mapper.settings import BASE_PATH, ROOT, Folders, base_path

FIRST_PORT, PORTS_TRIED = 8501, 50
WAIT_S = 60
# This machine is asked directly, whatever proxy is set for others.
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
Told = Callable[[Sequence[str]], None]
PATH = re.compile(r"[\w.~/-]*", re.ASCII)
HERE, EVERYWHERE = "localhost", "0.0.0.0"  # noqa: S104 - only with --lan
HEALTH, WARM = "/_stcore/health", "/_stcore/script-health-check"


@dataclass(frozen=True)
class Hosting:
    """For whom the app is served, and where."""

    is_lan: bool = False  # for every device of the network, else for this machine only
    port: int = 0  # 0: the first free one
    base_path: str = ""  # below which path of its address a proxy has the app


def start(folders: Folders, how: Hosting, told: Told) -> int:
    """Serve the app until it is stopped.

    Args:
        folders: whose data to show.
        how: for whom, and where.
        told: is called with the addresses once the app answers, the best one first.

    Returns:
        The exit code of the server.

    Raises:
        UsageError: no port is free, the path is none, this machine is in no network, or the app
            does not answer within ``WAIT_S`` seconds.
    """
    # a service manager's stop is Ctrl+C: else the server would outlive this process
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    hosts = lan.addresses() if how.is_lan else [HERE]
    port, variables = free_port(how.port), environment(folders, how)
    below = base_path(variables)
    with subprocess.Popen(command(port, how), cwd=ROOT, env=variables) as server:  # noqa: S603 - our own interpreter and files
        try:
            wait(f"http://{HERE}:{port}{below}{HEALTH}", server)
            warm(f"http://{HERE}:{port}{below}")
            told([f"http://{host}:{port}{below}" for host in hosts])
            open_browser(f"http://{HERE}:{port}{below}")
            return server.wait()
        except KeyboardInterrupt:
            return 0
        finally:
            server.terminate()


def command(port: int, how: Hosting | None = None) -> list[str]:
    """The command line of the server; on this machine only, unless it is for the network."""
    app: Path = ROOT / "app.py"
    address = EVERYWHERE if how and how.is_lan else HERE
    flags = ["--server.port", str(port), "--server.address", address]
    # its welcome would ask a host of the internet for this machine's address
    flags += ["--logger.hideWelcomeMessage", "true", "--server.scriptHealthCheckEnabled", "true"]
    return [sys.executable, "-m", "streamlit", "run", str(app), *flags]


def environment(folders: Folders, how: Hosting | None = None) -> dict[str, str]:
    """This process's environment with the folders in it, and with the path if one was given.

    Raises:
        UsageError: the path is none.
    """
    below = {BASE_PATH: how.base_path.strip("/")} if how and how.base_path else {}
    if not all(map(PATH.fullmatch, below.values())):
        raise UsageError("base_path", value=how.base_path if how else "")
    return os.environ | {"MAPPER_DATA": str(folders.data), "MAPPER_GEO": str(folders.geo)} | below


def free_port(wanted: int = 0) -> int:
    """The port that is wanted, else the first free one.

    Raises:
        UsageError: it is not free, or none of those tried is.
    """
    if wanted and not _is_free(wanted):
        raise UsageError("port_used", value=wanted)
    tried = [wanted] if wanted else range(FIRST_PORT, FIRST_PORT + PORTS_TRIED)
    found = next(filter(_is_free, tried), None)
    if found is None:
        raise UsageError("port_taken", value=FIRST_PORT)
    return found


def _is_free(port: int) -> bool:
    """Whether nobody on this machine answers there."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return bool(probe.connect_ex(("127.0.0.1", port)))


def wait(url: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the address answers.

    Raises:
        UsageError: the server ended, or does not answer in time.
    """
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end and server.poll() is None:
        try:
            DIRECT.open(url, timeout=1).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise UsageError("not_started", value=WAIT_S)


def warm(address: str) -> None:
    """Have the server run the first page once, for nobody.

    That imports everything, reads the data and writes what the browser fetches, so that the first
    reader does not wait for it. If the page cannot run, it tells its reader itself.
    """
    try:
        DIRECT.open(address + WARM, timeout=WAIT_S).close()
    except (urllib.error.URLError, OSError):
        return


def open_browser(address: str) -> None:
    """Open the reader's browser; where there is none, the printed address is enough."""
    if sys.platform.startswith("linux") and not os.environ.get(
        "DISPLAY", os.environ.get("WAYLAND_DISPLAY")
    ):
        return
    webbrowser.open(address)
