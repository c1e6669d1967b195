"""Where raw answers are kept: one SQLite file a service, readable JSON inside, never pickle."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from cattrs.errors import BaseValidationError
from requests import Response
from requests_cache import (
    DO_NOT_CACHE,
    NEVER_EXPIRE,
    CachedSession,
    SerializerPipeline,
)
from requests_cache.models.response import CachedResponse
from requests_cache.serializers import Stage, json_serializer

from mapper.errors import DataError, MapperError
from mapper.providers import directory
from mapper.providers.directory import FOREVER, Server
from mapper.providers.transport import Transport
from mapper.providers.values import Settings

# The user agent may name a person's address; keys are not in requests at all before they leave.
UNKEPT = ("User-Agent",)
# How long another process may hold the file.
BUSY_S = 5.0
WORTH_KEEPING = (200,)
COLUMNS = {"key", "value", "expires"}  # of requests-cache's own table

Tell = Callable[[MapperError], None]


def session(
    settings: Settings, server: Server, worth: Callable[[bytes], bool], tell: Tell
) -> CachedSession:
    """A session that asks a server once for each address and keeps what it said.

    Args:
        settings: see :class:`Settings`.
        server: the only one that is asked.
        worth: whether a body is an answer, and not a page that says sorry.
        tell: is given what happened to a cache that could not be read.

    Raises:
        DataError: the cache cannot be written to.
        UsageError: the service's key is missing.
    """
    key = directory.key(settings, server)
    file = settings.cache / f"{settings.service}.sqlite"
    _usable(file, tell)
    made = _cached(file, directory.provider(settings.service).keep_days, worth)
    # Otherwise a .netrc would send passwords; the proxies of the system are taken all the same.
    made.trust_env = False
    host = urlsplit(f"//{server.domain}").hostname or ""
    direct = directory.is_loopback(host) or proxy_bypass(host)
    made.proxies = {} if direct else getproxies()
    transport = Transport(settings, server.domain, key)
    made.mount("https://", transport)
    made.mount("http://", transport)
    return made


def _cached(file: Path, keep_days: int, worth: Callable[[bytes], bool]) -> CachedSession:
    """A session that keeps answers for as long as the service allows."""
    made = CachedSession(
        str(file),
        backend="sqlite",
        serializer=_serializer(worth),
        expire_after=_kept_for(keep_days),
        allowable_codes=WORTH_KEEPING,
        allowable_methods=("GET",),
        ignored_parameters=UNKEPT,
        filter_fn=lambda response: _is_answer(response, worth),
    )
    if keep_days > 0:
        made.cache.delete(expired=True)
    return made


def _kept_for(days: int) -> int | timedelta:
    """How long a service lets its answers be kept, in requests-cache's terms."""
    if days == FOREVER:
        return NEVER_EXPIRE
    return timedelta(days=days) if days else DO_NOT_CACHE


def _is_answer(response: Response, worth: Callable[[bytes], bool]) -> bool:
    """Whether a response is to be kept."""
    return response.status_code in WORTH_KEEPING and worth(response.content)


def _serializer(worth: Callable[[bytes], bool]) -> SerializerPipeline:
    """The library's JSON, but an entry that is no answer counts as not there.

    The name is a part of every key: change it and the whole cache is asked for anew.
    """

    def loads(text: str) -> CachedResponse:
        try:
            entry = json_serializer.loads(text)
        except BaseValidationError as error:
            raise ValueError(str(error)) from error
        whole = isinstance(entry, CachedResponse) and isinstance(entry.created_at, datetime)
        if not (whole and _is_answer(entry, worth)):
            raise ValueError(entry)
        return entry

    return SerializerPipeline(
        [Stage(dumps=json_serializer.dumps, loads=loads)], name="json", is_binary=False
    )


def _usable(file: Path, tell: Tell) -> None:
    """Make the file one that can be read and written, and put a broken one aside.

    requests-cache would wait without end for a file that it cannot lock.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _probe(file)
    except sqlite3.OperationalError as error:
        raise DataError("cannot_write", file=str(file), reason=str(error)) from error
    except sqlite3.DatabaseError:
        aside = _put_aside(file)
        tell(DataError("cache_broken", file=str(file), value=aside.name))
        _usable(file, tell)
    except OSError as error:
        raise DataError("cannot_write", file=str(file), reason=error.strerror) from error


def _probe(file: Path) -> None:
    """Read the whole file, and take its write lock once.

    Raises:
        sqlite3.OperationalError: it cannot be opened, written or locked.
        sqlite3.DatabaseError: it is broken.
    """
    with closing(sqlite3.connect(file, timeout=BUSY_S, isolation_level=None)) as connection:
        told = connection.execute("PRAGMA quick_check(1)").fetchone()
        if told != ("ok",):
            raise sqlite3.DatabaseError(str(told))
        columns = {row[1] for row in connection.execute("PRAGMA table_info(responses)")}
        if columns and not columns >= COLUMNS:
            raise sqlite3.DatabaseError(str(columns))
        # A lock alone is granted on a file that may only be read, too.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE probe (x)")
        connection.execute("ROLLBACK")


def _put_aside(file: Path) -> Path:
    """Rename a broken file (and its journal) to a name that nothing has."""
    number, aside = 1, file.with_name(f"{file.name}.broken")
    while aside.exists():
        number += 1
        aside = file.with_name(f"{file.name}.broken{number}")
    for suffix in ("-journal", "-wal", "-shm"):
        beside = file.with_name(file.name + suffix)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + suffix))
    return file.rename(aside)
