"""Ask Overpass and Nominatim through osmnx. Slow to import: only ``fetch._osmnx`` does."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

import osmnx
import shapely
from osmnx._errors import CacheOnlyInterruptError

from mapper.fetch.values import Wish
from mapper.fetch.watch import Watch, changed
from mapper.providers.directory import Server, is_loopback

# All that is a street or a path, freeways too; the loader says what is walked. Not osmnx's own
# filter "walk": it leaves out a named street whose sidewalks are drawn beside it without names.
# Driveways and the lanes of car parks lead nowhere, and are half of some cities.
STREETS = (
    '["highway"]["area"!~"yes"]["service"!~"driveway|parking_aisle|drive-through|emergency_access"]'
)
# Nominatim's letter of each type of thing: R111848.
LETTERS = {"node": "N", "way": "W", "relation": "R"}
# The settings of osmnx are those of the whole process.
_TURN = threading.Lock()
VERSION = osmnx.__version__
# osmnx sleeps so long before it asks Nominatim, as the terms of the public server demand.
PAUSE_S = 1
SETTINGS = {
    # Its cache would lie in the folder where the command was given.
    "use_cache": False,
    "log_console": False,
    "log_file": False,
    # Where a name server fails it would ask one of Google's.
    "doh_url_template": None,
    # It would ask the server again and again until it has a slot; without one we say so.
    "overpass_rate_limit": False,
    # One question for the whole area, which has a limit of its own.
    "max_query_area_size": 1e12,
}


def streets(shape: shapely.Geometry, server: Server, wish: Wish) -> bytes:
    """What an Overpass server answers for the streets in a shape and 500 m around it.

    Raises:
        ServiceError: it did not answer.
    """
    watch = Watch("Overpass", server.domain, wish.timeout_s)

    def job() -> None:
        try:
            osmnx.graph_from_polygon(shape, custom_filter=STREETS, retain_all=True)
        except CacheOnlyInterruptError:
            return  # how it ends where it is told to make no graph

    there = {"overpass_url": f"{server.scheme}://{server.domain}", "cache_only_mode": True}
    _run(watch, job, there, server, wish)
    return watch.body


def boundary(kind: str, osm_id: str, server: Server, wish: Wish) -> shapely.Geometry:
    """The shape of a thing of OpenStreetMap, which may be a point.

    Raises:
        ServiceError: Nominatim did not answer.
    """
    watch = Watch("Nominatim", server.domain, wish.timeout_s + PAUSE_S)
    found: list[shapely.Geometry] = []

    def job() -> None:
        frame = osmnx.geocode_to_gdf(f"{LETTERS[kind]}{osm_id}", by_osmid=True)
        found.append(shapely.make_valid(frame.geometry.iloc[0]))

    there = {"nominatim_url": f"{server.scheme}://{server.domain}"}
    _run(watch, job, there, server, wish)
    return found[0]


def _run(
    watch: Watch, job: Callable[[], None], there: Mapping[str, object], server: Server, wish: Wish
) -> None:
    """Do a job with osmnx as we want it, and leave it as it was."""
    host = urlsplit(f"//{server.domain}").hostname or ""
    ours = {
        **SETTINGS,
        **there,
        "http_user_agent": wish.user_agent,
        "requests_timeout": wish.timeout_s,
        "requests_kwargs": watch.options(is_direct=is_loopback(host)),
    }

    def alone() -> None:
        # osmnx has the whole process find the server at one address from then on.
        same = {"getaddrinfo": socket.getaddrinfo}
        with _TURN, changed(osmnx.settings, ours), changed(socket, same):
            job()

    # Inside the thread: one that was given up must find our settings, and not osmnx's own server.
    watch.run(alone)
