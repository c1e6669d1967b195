"""An end to what osmnx would wait for: time, size, redirects, and statuses that it tries again."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from types import ModuleType

import requests
import urllib3
from requests import PreparedRequest, Response
from shapely.errors import ShapelyError

from mapper.errors import MapperError, ServiceError
from mapper.providers import MISSHAPEN
from mapper.providers.transport import CHUNK

# Twice what the largest area that is asked for was reckoned to have.
MOST_BYTES = 256 * 1024**2
REDIRECTS = range(300, 400)
ERRORS = 400
# Overpass says with these that all of its slots are taken, or that it had no time.
BUSY = (429, 503, 504)
REFUSED = (401, 403, 407)


class Watch:
    """Watches the one request of a call into osmnx.

    Attributes:
        body: what the server sent, whole.
    """

    def __init__(self, service: str, domain: str, timeout_s: float) -> None:
        """Begin to count.

        Args:
            service: what is asked, for messages.
            domain: where it is.
            timeout_s: the longest that everything may take.
        """
        self.body = b""
        self._service = service
        self._domain = domain
        self._timeout_s = timeout_s
        self._end = time.monotonic() + timeout_s

    def options(self, *, is_direct: bool) -> dict[str, object]:
        """What requests is told, in osmnx's ``requests_kwargs``; direct goes by no proxy."""
        return {
            "allow_redirects": False,
            "stream": True,
            "hooks": {"response": self._arrived},
            # An auth of one's own keeps requests from sending the passwords of a .netrc.
            "auth": self._leaving,
            "proxies": dict.fromkeys(("http", "https", "all"), "") if is_direct else {},
        }

    def run(self, job: Callable[[], object]) -> None:
        """Do a job in a thread, or give it up: dripping servers heed no timeout of a socket.

        Raises:
            ServiceError: the server gave no answer; the code says why.
        """
        done: Future[None] = Future()
        threading.Thread(target=self._report, args=(job, done), daemon=True).start()
        try:
            done.result(timeout=max(0.0, self._end - time.monotonic()))
        except TimeoutError:
            raise self._slow() from None

    def _report(self, job: Callable[[], object], done: Future[None]) -> None:
        """Do a job and report how it ended. Causes are not chained: their words hold addresses."""
        try:
            job()
            done.set_result(None)
        except MapperError as error:
            done.set_exception(error)
        except requests.Timeout:
            done.set_exception(self._slow())
        except requests.ConnectionError:
            done.set_exception(
                ServiceError("service_down", service=self._service, value=self._domain)
            )
        except (OSError, urllib3.exceptions.HTTPError, ShapelyError, RuntimeError, *MISSHAPEN):
            # a RuntimeError is how pyproj says that a boundary lies beyond the earth
            done.set_exception(self._error("service_broken"))

    def _leaving(self, request: PreparedRequest) -> PreparedRequest:
        """Let no request go out after the end."""
        if time.monotonic() > self._end:
            raise self._slow()
        return request

    def _arrived(self, response: Response, *_: object, **__: object) -> None:
        """Refuse what is no answer, before osmnx sleeps for 55 seconds; read the rest in bounds."""
        with response:
            self._check(response.status_code)
            self.body = self._whole(response)
        response.raw = io.BytesIO(self.body)

    def _check(self, status: int) -> None:
        """Refuse a status that comes with no answer."""
        if status in REDIRECTS:
            raise self._error("service_moved")
        if status >= ERRORS:
            code = "service_busy" if status in BUSY else "service_failed"
            raise self._error("service_refused" if status in REFUSED else code, status)

    def _whole(self, response: Response) -> bytes:
        """The body, read to its end."""
        body = bytearray()
        try:
            for chunk in response.raw.stream(CHUNK, decode_content=True):
                body += chunk
                if len(body) > MOST_BYTES:
                    raise self._error("service_large")
                if time.monotonic() > self._end:
                    raise self._slow()
        except urllib3.exceptions.ReadTimeoutError:
            raise self._slow() from None
        return bytes(body)

    def _slow(self) -> ServiceError:
        """The server took too long."""
        return self._error("service_slow", round(self._timeout_s))

    def _error(self, code: str, value: object = "") -> ServiceError:
        """What is said of the server."""
        return ServiceError(code, service=f"{self._service} ({self._domain})", value=value)


@contextmanager
def changed(module: ModuleType, values: Mapping[str, object]) -> Iterator[None]:
    """Have other values in a module for one call, and then those of before."""
    before = {name: getattr(module, name) for name in values}
    for name, value in values.items():
        setattr(module, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(module, name, value)
