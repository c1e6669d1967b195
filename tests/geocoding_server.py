"""A geocoding server on this machine, for the tests: it answers, lies, stalls and breaks.

Every answer in it is synthetic: the shapes are the services' own, the places and ids invented.
"""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

Json = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """One scripted reply. ``stall_s`` comes before the head, ``drip_s`` after each byte of it."""

    body: bytes = b"[]"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    stall_s: float = 0.0
    drip_s: float = 0.0


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    path: str
    query: dict[str, list[str]]
    user_agent: str
    at_s: float


class GeocodingServer(ThreadingHTTPServer):
    """Replies as scripted, the last reply again and again, and remembers what it was asked."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, *script: Reply) -> None:
        """Listen on a free port of 127.0.0.1."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script = list(script)
        self.asked: list[Asked] = []
        self.stopping = threading.Event()

    @property
    def url(self) -> str:
        """The address of the server, for :class:`mapper.providers.Settings`."""
        return f"http://127.0.0.1:{self.server_port}"

    def __enter__(self) -> Self:
        """Serve in a thread."""
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """Let go of stalled requests and stop."""
        self.stopping.set()
        self.shutdown()
        self.server_close()

    def handle_error(self, *_: object) -> None:
        """Callers hang up: that is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: GeocodingServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._reply(urlsplit(self.path).query)

    def do_POST(self) -> None:
        self._reply(self.rfile.read(int(self.headers["Content-Length"])).decode())

    def _reply(self, query: str) -> None:
        path = urlsplit(self.path).path
        agent = self.headers.get("User-Agent", "")
        self.server.asked.append(Asked(path, parse_qs(query), agent, time.monotonic()))
        script = self.server.script
        reply = script.pop(0) if len(script) > 1 else script[0]
        self.server.stopping.wait(reply.stall_s)
        if reply.drip_s:
            self._drip(reply)
            return
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def _drip(self, reply: Reply) -> None:
        for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 10_000:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            if self.server.stopping.wait(reply.drip_s):
                return

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def reply(data: object) -> Reply:
    """A reply of JSON."""
    return Reply(json.dumps(data).encode(), headers={"Content-Type": "application/json"})


# Nominatim, format=json with addressdetails, namedetails and extratags.
SCHOOL: Json = {
    "place_id": 301,
    "licence": "Data © OpenStreetMap contributors, ODbL 1.0. http://osm.org/copyright",
    "osm_type": "way",
    "osm_id": 900001,
    "lat": "34.0610000",
    "lon": "-118.2900000",
    "class": "amenity",
    "type": "school",
    "place_rank": 30,
    "importance": 0.21,
    "addresstype": "amenity",
    "name": "Invented High School",
    "display_name": "Invented High School, 100, West Made Up Street, Los Angeles, California, USA",
    "address": {
        "amenity": "Invented High School",
        "house_number": "100",
        "road": "West Made Up Street",
        "suburb": "Koreatown",
        "city": "Los Angeles",
        "county": "Los Angeles County",
        "state": "California",
        "ISO3166-2-lvl4": "US-CA",
        "postcode": "90005",
        "country": "United States",
        "country_code": "us",
    },
    "extratags": {},
    "namedetails": {"name": "Invented High School"},
    "boundingbox": ["34.0590000", "34.0630000", "-118.2930000", "-118.2870000"],
}


def nominatim(**changes: object) -> Reply:
    """One row of Nominatim, with some fields changed."""
    return reply([SCHOOL | changes])


def address(**changes: str) -> Json:
    """The address of the school, with some fields changed."""
    return {**SCHOOL["address"], **changes}


PHOTON: Json = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [-118.29, 34.061]},
            "properties": {
                "osm_type": "W",
                "osm_id": 900001,
                "osm_key": "amenity",
                "osm_value": "school",
                "type": "house",
                "name": "Invented High School",
                "housenumber": "100",
                "street": "West Made Up Street",
                "city": "Los Angeles",
                "county": "Los Angeles County",
                "state": "California",
                "country": "United States",
                "countrycode": "US",
                "extent": [-118.293, 34.063, -118.287, 34.059],
            },
        }
    ],
}
PELIAS: Json = {
    "geocoding": {"version": "0.2", "query": {"text": "Invented High School"}},
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [-118.29, 34.061]},
            "properties": {
                "id": "way/900001",
                "gid": "openstreetmap:venue:way/900001",
                "layer": "venue",
                "source": "openstreetmap",
                "name": "Invented High School",
                "accuracy": "point",
                "confidence": 1,
                "match_type": "exact",
                "country_code": "US",
                "country_a": "USA",
                "region": "California",
                "region_a": "CA",
                "county": "Los Angeles County",
                "locality": "Los Angeles",
                "label": "Invented High School, Los Angeles, CA, USA",
            },
            "bbox": [-118.293, 34.059, -118.287, 34.063],
        }
    ],
}
ARCGIS: Json = {
    "spatialReference": {"wkid": 4326, "latestWkid": 4326},
    "candidates": [
        {
            "address": "Invented High School",
            "location": {"x": -118.29, "y": 34.061},
            "score": 100,
            "attributes": {
                "Addr_type": "POI",
                "Type": "School",
                "PlaceName": "Invented High School",
                "LongLabel": "Invented High School, 100 W Made Up St, Los Angeles, CA, 90005, USA",
                "City": "Los Angeles",
                "Subregion": "Los Angeles County",
                "Region": "California",
                "RegionAbbr": "CA",
                "Country": "USA",
            },
            "extent": {"xmin": -118.293, "ymin": 34.059, "xmax": -118.287, "ymax": 34.063},
        }
    ],
}
GOOGLE: Json = {
    "status": "OK",
    "results": [
        {
            "place_id": "invented-900001",
            "formatted_address": "Invented High School, 100 W Made Up St, Los Angeles, CA 90005",
            "types": ["establishment", "point_of_interest", "school", "secondary_school"],
            "address_components": [
                {"long_name": "Los Angeles", "short_name": "LA", "types": ["locality"]},
                {
                    "long_name": "Los Angeles County",
                    "short_name": "Los Angeles County",
                    "types": ["administrative_area_level_2", "political"],
                },
                {
                    "long_name": "California",
                    "short_name": "CA",
                    "types": ["administrative_area_level_1", "political"],
                },
                {
                    "long_name": "United States",
                    "short_name": "US",
                    "types": ["country", "political"],
                },
            ],
            "geometry": {
                "location": {"lat": 34.061, "lng": -118.29},
                "location_type": "ROOFTOP",
                "viewport": {
                    "northeast": {"lat": 34.063, "lng": -118.287},
                    "southwest": {"lat": 34.059, "lng": -118.293},
                },
            },
        }
    ],
}
# The school as each service tells it.
BODIES: dict[str, object] = {
    "nominatim": [SCHOOL],
    "photon": PHOTON,
    "pelias": PELIAS,
    "arcgis": ARCGIS,
    "google": GOOGLE,
}
