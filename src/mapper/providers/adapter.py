"""What geopy asks through: our session, and only rows that it can read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import requests
from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.exc import GeocoderParseError, GeocoderTimedOut, GeocoderUnavailable
from requests_cache import AnyResponse, CachedSession
from urllib3.exceptions import HTTPError, ReadTimeoutError

from mapper.errors import DataError
from mapper.providers.radius import on_earth
from mapper.providers.rows import part

REDIRECTS = range(300, 400)
ERRORS = 400
# What the containers of the five services are called; Nominatim sends a bare list.
LISTS = ("features", "candidates", "results")

Numbers = Callable[[Any], tuple[object, object]]


class MovedError(OSError):
    """The server sends its callers elsewhere."""


class Adapter:
    """One question's way through geopy, which treats it as an adapter of its own.

    Attributes:
        asked: the day (UTC) on which the server sent the answer.
        dropped: how many rows had no position on the earth.
    """

    def __init__(self, session: CachedSession, numbers: Numbers) -> None:
        """Ask through a session.

        Args:
            session: see :func:`mapper.providers.store.session`.
            numbers: the longitude and latitude of a row, as they are written.
        """
        self._session = session
        self._numbers = numbers
        self.asked: date = datetime.now(UTC).date()
        self.dropped = 0

    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> object:
        """The answer of a server, parsed, without the rows that geopy would stumble on.

        Raises:
            GeocoderParseError: it is no JSON, or none of a known shape.
            AdapterHTTPError: the server says that something is wrong.
        """
        body = self.get_text(url, timeout=timeout, headers=headers)
        data = parsed(body)
        found = rows(data)
        if found is not None:
            fit = [row for row in found if self._has_position(row)]
            self.dropped = len(found) - len(fit)
            found[:] = fit
        return data

    def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> bytes:
        """The body of an answer.

        Raises:
            GeocoderTimedOut: the server took too long.
            GeocoderUnavailable: the server was not reached.
            AdapterHTTPError: the server says that something is wrong.
            MovedError: the server says to ask elsewhere.
            DataError: the cache cannot be written to.
        """
        response = self._response(url, timeout, headers)
        self.asked = response.created_at.date()
        if response.status_code in REDIRECTS:
            raise MovedError
        if response.status_code >= ERRORS:
            raise AdapterHTTPError(
                "", status_code=response.status_code, headers=response.headers, text=None
            )
        return response.content

    def _response(self, url: str, timeout: float, headers: dict[str, str]) -> AnyResponse:
        """The response, from the cache or the server, in geopy's terms where there is none.

        The causes are not chained: their words hold addresses.
        """
        try:
            return self._session.get(url, timeout=timeout, headers=headers, allow_redirects=False)
        except (requests.Timeout, ReadTimeoutError):
            raise GeocoderTimedOut from None
        except (requests.RequestException, HTTPError) as error:
            if "timed out" in str(error):
                raise GeocoderTimedOut from None
            raise GeocoderUnavailable from None
        except sqlite3.Error as error:
            file = str(self._session.cache.db_path)
            raise DataError("cannot_write", file=file, reason=str(error)) from error

    def _has_position(self, row: object) -> bool:
        """Whether a row has a longitude and a latitude."""
        try:
            lon, lat = (float(str(number)) for number in self._numbers(row))
        except (LookupError, TypeError, ValueError):
            return False
        return on_earth(lon, lat)


# geopy asks for a subclass; to be one would take its untyped base into ours.
BaseSyncAdapter.register(Adapter)


def parsed(body: bytes) -> object:
    """A body as JSON.

    Raises:
        GeocoderParseError: it is none, or is nested without end.
    """
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise GeocoderParseError from None


def rows(data: object) -> list[object] | None:
    """The list of places in an answer; ``None`` where the answer is of another kind."""
    if isinstance(data, dict):
        data = next((data[name] for name in LISTS if name in data), None)
    return data if isinstance(data, list) else None


def is_answer(body: bytes) -> bool:
    """Whether a body answers the question, be it with no place: this is what is kept."""
    try:
        data = parsed(body)
    except GeocoderParseError:
        return False
    # Google and Pelias tell errors beside an empty list.
    beside = data if isinstance(data, dict) else {}
    well = beside.get("status", "OK") in ("OK", "ZERO_RESULTS")
    return rows(data) is not None and well and not part(beside, "geocoding").get("errors")
