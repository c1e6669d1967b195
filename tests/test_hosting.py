"""`mapper run` for one machine, for a classroom's network, and below a path of a proxy."""

from __future__ import annotations

import os
import pty
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import SimpleNamespace

import psutil
import pytest
import segno
from typer.testing import CliRunner, Result

from mapper import serve
from mapper.cli import app
from mapper.errors import UsageError
from mapper.serve import Hosting, lan
from mapper.settings import BASE_PATH, ROOT, Folders, static_url

# nothing is sent there: see lan.OUTSIDE
OWN_MACHINE = pytest.mark.allow_hosts(["127.0.0.1", lan.OUTSIDE[0]])
ASK = "import sys, urllib.request as u; print(u.urlopen(sys.argv[1], timeout=5).read().decode())"


def interface(*addresses: str) -> list[SimpleNamespace]:
    """An interface of a machine, as psutil tells it."""
    return [SimpleNamespace(family=socket.AF_INET, address=address) for address in addresses]


def machine(monkeypatch: pytest.MonkeyPatch, first: str, **names: list[SimpleNamespace]) -> None:
    """A machine with these interfaces; those named "off" are not connected."""
    states = {name: SimpleNamespace(isup=not name.startswith("off")) for name in names}
    monkeypatch.setattr(psutil, "net_if_addrs", lambda: names)
    monkeypatch.setattr(psutil, "net_if_stats", lambda: states)
    monkeypatch.setattr(lan, "leading_outside", lambda: first)


def run(*arguments: str) -> Result:
    """The answer of the command line."""
    return CliRunner().invoke(app, ["run", *arguments])


def test_every_network_is_told_the_one_that_leads_outside_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    machine(
        monkeypatch,
        "192.168.1.7",
        lo=interface("127.0.0.1"),
        wired=interface("10.1.2.3", "169.254.9.9"),
        wireless=interface("192.168.1.7"),
        off=interface("192.168.5.5"),
    )
    assert lan.addresses() == ["192.168.1.7", "10.1.2.3"]


def test_a_machine_in_no_network_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    machine(monkeypatch, "", lo=interface("127.0.0.1"))
    answer = run("--lan")
    assert answer.exit_code == 2
    assert answer.stderr == (
        "This computer is in no network that others could use. Join one, or leave --lan out.\n"
    )


def test_the_picture_is_the_qr_code_of_the_address() -> None:
    address = "http://192.168.1.7:8501/walkouts"
    rows = lan.picture(address).splitlines()
    # a character is two modules, one above the other; a dark one is left empty
    upper, lower = "▀█", "▄█"
    drawn = [[char not in half for char in row] for row in rows for half in (upper, lower)]
    code = segno.make(address, error="m", micro=False)
    wanted = [[bool(module) for module in row] for row in code.matrix_iter(border=4)]
    assert drawn[: len(wanted)] == wanted


def test_only_for_the_network_does_the_server_listen_to_others() -> None:
    alone, shared = serve.command(8501), serve.command(8501, Hosting(is_lan=True))
    assert alone[alone.index("--server.address") + 1] == "localhost"
    assert shared[shared.index("--server.address") + 1] == "0.0.0.0"  # noqa: S104 - what --lan is


def test_what_is_told_of_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def start(_: Folders, how: Hosting, told: serve.Told) -> int:
        told(["http://192.168.1.7:9000", "http://10.1.2.3:9000"])
        return int(not (how.is_lan and how.port == 9000))

    monkeypatch.setattr(serve, "start", start)
    answer = run("--lan", "--port", "9000")
    assert answer.exit_code == 0
    assert answer.stdout.splitlines() == [
        "The map is at http://192.168.1.7:9000 (stop: Ctrl+C)",
        "or, from another network of this computer, at http://10.1.2.3:9000",
    ]
    assert "Anybody in this network can open it." in answer.stderr


@pytest.mark.parametrize("path", ["http://example.org/x", "a b", "../ñ", "x?y", 'x"y'])
def test_a_path_that_is_none_is_told(path: str) -> None:
    answer = run("--base-path", path)
    assert answer.exit_code == 2
    assert answer.stderr.startswith(f"{path!r} is no path of an address.")


def test_a_port_in_use_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match="port_used"):
            serve.free_port(port)
    assert serve.free_port(port) == port


@pytest.mark.parametrize("path", ["walkouts", "/walkouts/", "/walkouts"])
def test_the_path_of_a_proxy_is_before_every_address(
    monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    given = serve.environment(Folders(), Hosting(base_path=path))
    monkeypatch.setenv(BASE_PATH, given[BASE_PATH])
    assert static_url("marks.png") == "/walkouts/app/static/marks.png"


def test_without_a_proxy_addresses_begin_at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(BASE_PATH, raising=False)
    assert static_url("marks.png") == "/app/static/marks.png"


# ---- a real server


@contextmanager
def way_out() -> Iterator[tuple[dict[str, str], list[bytes]]]:
    """Variables that send whatever is asked of the internet here, and what was asked."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def listen() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = listening.accept()
                    asked.append(connection.recv(1000))
                    connection.close()

        threading.Thread(target=listen, daemon=True).start()
        here = f"http://127.0.0.1:{listening.getsockname()[1]}"
        yield {"http_proxy": here, "https_proxy": here, "no_proxy": "localhost,127.0.0.1"}, asked
        listening.shutdown(socket.SHUT_RDWR)


@contextmanager
def running(
    variables: dict[str, str], *options: str, end: int = signal.SIGINT
) -> Iterator[list[str]]:
    """`mapper run` in a terminal of its own, and what it says there, in pieces."""
    ours, theirs = pty.openpty()
    said: list[str] = []

    def read() -> None:
        with suppress(OSError):
            while got := os.read(ours, 10_000):
                said.append(got.decode())

    threading.Thread(target=read, daemon=True).start()
    command = [sys.executable, "-m", "mapper.cli", "run", *options]
    everything = os.environ | {"PYTHONIOENCODING": "utf-8"} | variables
    with subprocess.Popen(
        command, stdout=theirs, stderr=theirs, cwd=ROOT, env=everything
    ) as process:
        try:
            yield said
        finally:
            process.send_signal(end)
            process.wait(20)
            os.close(theirs)


def wait_for(said: list[str], pattern: str) -> str:
    """What was said, once it holds the pattern."""
    end = time.monotonic() + 60
    while not re.search(pattern, "".join(said)):
        assert time.monotonic() < end, "".join(said)
        time.sleep(0.1)
    return "".join(said)


def answers(address: str) -> bool:
    """Whether somebody answers there; asked by another process, which may leave this machine."""
    command = [sys.executable, "-c", ASK, f"{address}/_stcore/health"]
    return subprocess.run(command, capture_output=True, check=False).stdout.strip() == b"ok"


@pytest.fixture
def own_address() -> str:
    """This machine's address in a network."""
    try:
        return lan.addresses()[0]
    except UsageError:
        pytest.skip("this machine is in no network")


@pytest.mark.slow
@OWN_MACHINE
def test_a_class_gets_address_and_picture_and_the_internet_is_not_asked(own_address: str) -> None:
    port = serve.free_port()
    address = f"http://{own_address}:{port}"
    with way_out() as (variables, asked), running(variables, "--lan", "--port", str(port)) as said:
        text = wait_for(said, r"The map is at [^█]*(█+\s+)+").replace("\r", "")
        wait_for(said, re.escape(lan.picture(address).splitlines()[-1]))
        assert f"The map is at {address} (stop: Ctrl+C)\n" in text
        assert answers(address)
    assert asked == []
    assert not answers(address)


@pytest.mark.slow
@OWN_MACHINE
def test_without_lan_nobody_else_can_open_it(own_address: str) -> None:
    port = serve.free_port()
    options, here = ("--port", str(port), "--base-path", "walkouts"), "http://localhost"
    with running({}, *options, end=signal.SIGTERM) as said:
        text = wait_for(said, "The map is at .*Ctrl")
        assert f"{here}:{port}/walkouts (stop" in text
        assert answers(f"{here}:{port}/walkouts")
        assert not answers(f"http://{own_address}:{port}/walkouts")
    assert not answers(f"{here}:{port}/walkouts"), "stopped with the command"
