"""The streets of a place from OpenStreetMap, through osmnx: only when a person asks for them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType

from mapper import names
from mapper.errors import DataError, ServiceError, UsageError
from mapper.fetch import area
from mapper.fetch.values import MOST_KM2, Fetched, Wish
from mapper.local import Terms
from mapper.providers import directory
from mapper.providers.directory import Server
from mapper.streets import loaders

__all__ = ["MOST_KM2", "Fetched", "Wish", "fetch", "terms"]

OVERPASS = Server("https", "overpass-api.de/api")
LONGEST_NAME = 80
LONGEST_REMARK = 200


def fetch(wish: Wish, folder: Path, progress: Callable[[str], None] | None = None) -> Fetched:
    """Ask where a place is and which streets it has.

    Nothing is sent before what can be refused has been refused. Nothing is stored but the answer,
    in ``folder``, and those of the geocoder in ``wish.cache``.

    Raises:
        UsageError: the place is none, several, a point or too large; osmnx is not there; a server
            or the user agent is unfit.
        ServiceError: a server gave no answer, or none with streets.
        DataError: the answer is incomplete, or the cache cannot be written to.
    """
    area.check(wish)
    server = _overpass(wish)
    directory.check_agent(wish.user_agent, "Overpass")
    osm = _osmnx()
    found = area.at_coordinates(wish)
    if found is None:
        nominatim = directory.server(area.settings(wish))
        found = area.asked(wish, partial(osm.boundary, server=nominatim, wish=wish))
    file = folder / f"{_slug(wish) or 'streets'}.json"
    file.write_bytes(osm.streets(found.shape, server, wish))
    loaded = _loaded(file, wish, server, progress)
    return Fetched(found, loaded, file, server.domain)


def terms(wish: Wish, fetched: Fetched) -> Terms:
    """What the card says: the source, the place as asked and as found, the day of the data."""
    around = f", {wish.around_m:g} m around it" if wish.around_m else ""
    return Terms(
        format=f"OpenStreetMap via osmnx {_osmnx().VERSION} and {fetched.server}",
        licence=fetched.loaded.licence,
        as_of=fetched.loaded.as_of,
        title=fetched.area.name,
        url=fetched.area.url,
        note=f"Asked for {wish.place!r}{around}; found {fetched.area.name!r}.",
    )


def _osmnx() -> ModuleType:
    """The part that asks, and needs osmnx.

    Raises:
        UsageError: osmnx is not installed.
    """
    try:
        # osmnx takes more than a second to import: no other command waits for it.
        from mapper.fetch import osm  # noqa: PLC0415 - see above
    except ImportError as error:
        raise UsageError("fetch_no_osmnx", reason=str(error)) from error
    return osm


def _overpass(wish: Wish) -> Server:
    """The server that the wish names, else the public one.

    Raises:
        UsageError: the name is no server's.
    """
    if not wish.overpass.strip():
        return OVERPASS
    named = directory.named(wish.overpass)
    return Server(named.scheme, named.domain.removesuffix("/interpreter"))


def _slug(wish: Wish) -> str:
    """What the streets of a place are called in the store, before the ending."""
    return names.slug(wish.place)[:LONGEST_NAME].strip("-")


def _loaded(
    file: Path, wish: Wish, server: Server, progress: Callable[[str], None] | None
) -> loaders.Loaded:
    """The answer as segments, read as ``mapper streets add`` reads one."""
    try:
        return loaders.read(file, loaders.Options(), progress)
    except DataError as error:
        if error.code == "streets_none":
            raise ServiceError("fetch_empty", value=wish.place) from error
        if error.code == "overpass_remark":
            reason = str(error.values["reason"])[:LONGEST_REMARK]
            raise ServiceError("fetch_cut", value=wish.place, reason=reason) from error
        raise ServiceError("service_broken", service=f"Overpass ({server.domain})") from error
