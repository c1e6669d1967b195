"""How a request travels: paced, tried again, cut off, and the key added last of all."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from functools import cache
from typing import Self
from urllib.parse import quote

import urllib3
from geopy.exc import GeocoderTimedOut
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError, InvalidHeader
from urllib3.response import BaseHTTPResponse
from urllib3.util.retry import Retry

from mapper.providers.values import Settings

# Stands for the key everywhere but on the wire: in geopy, in the cache, in errors.
KEY = "mapper-key"
TRY_AGAIN = (429, 500, 502, 503, 504)
# Ten answers of any of the services are under 100 kB.
MOST_BYTES = 2_000_000
CHUNK = 65_536
# What is read of an answer's head. Cookies have no place in a cache, and without a Location no
# redirect is followed to a third party.
KEPT_HEADERS = ("Content-Type", "Retry-After")
# A wait as long as it is told, so that the message names the server's own number.
UNCAPPED_S = 10**9


class TooMuchError(OSError):
    """The answer is longer than any honest one."""


class WaitTooLongError(Exception):
    """The next try would come too late. No OSError: requests takes those for a broken line."""

    def __init__(self, seconds: float) -> None:
        """Keep the seconds that the server asks for; 0 if it asks for none."""
        self.seconds = seconds
        super().__init__(seconds)


class Gate:
    """Lets one request at a time through to a server, and none too soon after the last ended."""

    def __init__(self) -> None:
        """A gate that nothing has passed."""
        self._turn = threading.Lock()
        self._ended = -float("inf")

    @contextmanager
    def turn(self, patience_s: float, pause_s: float) -> Iterator[None]:
        """Be the only one to ask this server, when the pause since the last request is over.

        Raises:
            GeocoderTimedOut: others kept their turn for longer than the patience.
        """
        if not self._turn.acquire(timeout=patience_s):
            raise GeocoderTimedOut
        try:
            time.sleep(max(0.0, self._ended + pause_s - time.monotonic()))
            yield
        finally:
            self._ended = time.monotonic()
            self._turn.release()


@cache
def gate(host: str) -> Gate:
    """The gate of a server: the same for every :class:`Service` of this process."""
    return Gate()


class Patience(Retry):
    """urllib3's rules of what to try again, with an end to the waiting."""

    settings: Settings
    deadline: float

    def new(self, **changes: object) -> Self:
        """The next state, as urllib3 asks for it, with the same end."""
        made = super().new(**changes)
        made.settings, made.deadline = self.settings, self.deadline
        return made

    def parse_retry_after(self, retry_after: str) -> float:
        """The seconds that a server asks for; 0 where its words make no sense."""
        try:
            return super().parse_retry_after(retry_after)
        except (InvalidHeader, ValueError, OverflowError):
            return 0.0

    def sleep(self, response: BaseHTTPResponse | None = None) -> None:
        """Wait as long as the server asks for, or else longer from try to try.

        Raises:
            WaitTooLongError: the server asks for more than the patience, or that is at its end.
        """
        told = self.get_retry_after(response) if response is not None else None
        wait = max(told or self.get_backoff_time(), self.settings.pause_s)
        if (told or 0) > self.settings.most_wait_s or time.monotonic() + wait > self.deadline:
            raise WaitTooLongError(told or 0)
        time.sleep(wait)


class Transport(HTTPAdapter):
    """Sends one request at a time, bounded in time and size."""

    def __init__(self, settings: Settings, host: str, key: str) -> None:
        """Bind the patience, the server's gate and the key.

        Args:
            settings: see :class:`Settings`.
            host: the server, by which its gate is known.
            key: put in the place of :data:`KEY` as a request leaves; "" where there is none.
        """
        super().__init__(pool_connections=1, pool_maxsize=1)
        self._settings = settings
        self._gate = gate(host)
        self._key = key

    def send(  # noqa: PLR0913, PLR0917 - the signature is requests' own
        self,
        request: PreparedRequest,
        stream: bool = False,
        timeout: float | tuple[float | None, float | None] | None = None,
        verify: bool | str = True,
        cert: str | tuple[str, str] | None = None,
        proxies: dict[str, str] | None = None,
    ) -> Response:
        """Send a request and read the whole answer.

        Raises:
            GeocoderTimedOut: the patience ended first.
            WaitTooLongError: the server asks for a longer wait.
            TooMuchError: the answer is too long.
        """
        patience_s = self._settings.patience_s
        with self._gate.turn(patience_s, self._settings.pause_s):
            deadline = time.monotonic() + patience_s
            self.max_retries = self._patience(deadline)
            travel = super().send

            def job() -> Response:
                response = travel(self._signed(request), True, timeout, verify, cert, proxies)
                return self._whole(request, response, deadline)

            return within(patience_s, job)

    def _patience(self, deadline: float) -> Patience:
        """What may still be tried before the deadline."""
        patience = Patience(
            total=self._settings.retries,
            status_forcelist=TRY_AGAIN,
            backoff_factor=self._settings.pause_s,
            raise_on_status=False,
            retry_after_max=UNCAPPED_S,
        )
        patience.settings, patience.deadline = self._settings, deadline
        return patience

    def _signed(self, request: PreparedRequest) -> PreparedRequest:
        """A copy of the request, with the key."""
        signed = request.copy()
        signed.url = str(request.url).replace(f"={KEY}", f"={quote(self._key, safe='')}")
        return signed

    def _whole(self, request: PreparedRequest, response: Response, deadline: float) -> Response:
        """The answer, read to its end, without the key that a server may have repeated."""
        body = bytearray()
        with response:
            for chunk in response.raw.stream(CHUNK, decode_content=True):
                body += chunk
                if len(body) > MOST_BYTES:
                    raise TooMuchError
                if time.monotonic() > deadline:
                    raise GeocoderTimedOut
        content = bytes(body)
        for secret in {self._key, quote(self._key, safe="")} - {""}:
            content = content.replace(secret.encode(), KEY.encode())
        kept = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
        raw = urllib3.HTTPResponse(
            io.BytesIO(content), kept, response.status_code, preload_content=False
        )
        return self.build_response(request, raw)


def within(seconds: float, job: Callable[[], Response]) -> Response:
    """Do a job, or give it up: name servers and dripping headers heed no timeout of a socket.

    A job that is given up ends at its own next timeout, and asks nothing more.

    Raises:
        GeocoderTimedOut: the job took too long.
    """
    done: Future[Response] = Future()
    threading.Thread(target=_report, args=(job, done), daemon=True).start()
    try:
        return done.result(timeout=seconds)
    except TimeoutError:
        raise GeocoderTimedOut from None


def _report(job: Callable[[], Response], done: Future[Response]) -> None:
    """Do a job and report how it ended."""
    try:
        done.set_result(job())
    except (OSError, HTTPError, ValueError, WaitTooLongError) as error:
        done.set_exception(error)
