"""A reverse proxy on this machine: one path of it leads to the app, everything else is another's.

It passes the request as it is, path and Host too, and a websocket as bytes both ways, as the nginx
lines of docs/hosting.md do.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from socketserver import BaseRequestHandler, ThreadingTCPServer
from urllib.parse import urlparse

OTHER = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
CHUNK = 65536


@contextmanager
def proxy(path: str, app: str) -> Iterator[tuple[str, list[str]]]:
    """Its address, and the paths that it was asked for and that are not the app's."""
    others: list[str] = []
    handler = partial(Handler, path, app, others)
    ThreadingTCPServer.daemon_threads = True
    with ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", others
        server.shutdown()


class Handler(BaseRequestHandler):
    """One connection, for one request or one websocket."""

    def __init__(self, path: str, app: str, others: list[str], *rest: object) -> None:
        """Keep what the proxy knows."""
        self.path, self.app, self.others = path, urlparse(app), others
        super().__init__(*rest)  # type: ignore[arg-type]

    def handle(self) -> None:
        """Look at the first line, and pass on or refuse."""
        head = b""
        while b"\r\n\r\n" not in head and (got := self.request.recv(CHUNK)):
            head += got
        if not head:
            return
        asked = head.split(b" ", 2)[1].decode()
        if asked.split("?")[0] != self.path and not asked.startswith(f"{self.path}/"):
            self.others.append(asked)
            self.request.sendall(OTHER)
            return
        if b"upgrade: websocket" not in head.lower():
            head = head.replace(b"Connection: keep-alive", b"Connection: close")
        with socket.create_connection((self.app.hostname, self.app.port)) as far:
            far.sendall(head)
            back = threading.Thread(target=pipe, args=(far, self.request), daemon=True)
            back.start()
            pipe(self.request, far)
            back.join()


def pipe(source: socket.socket, sink: socket.socket) -> None:
    """Bytes one way, until there are no more."""
    with suppress(OSError):
        while got := source.recv(CHUNK):
            sink.sendall(got)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_WR)
