"""The project's nouns: small frozen values that know nothing of files or screens."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Status = Literal["placed", "ambiguous", "not_found"]

# The precision ladder of docs/codebook.md, from fine to coarse.
LADDER = (
    "campus",
    "address",
    "intersection",
    "landmark",
    "street",
    "neighborhood",
    "city",
    "county",
    "state",
    "country",
)
# Coarser than these, a disc would cover the map: such events are listed, not drawn.
DRAWN = LADDER[: LADDER.index("state")]
# The kinds and the shapes of figures.
FIGURES = ("map", "days", "arrival", "march", "cities", "grid", "timeline")
PRESETS = ("wide", "square", "story", "column", "page")
# Mean earth radius in metres (IUGG), for great-circle distances.
EARTH_RADIUS_M = 6_371_008.8


class Position(NamedTuple):
    """A place on the earth in WGS 84 decimal degrees, longitude first as in GeoJSON."""

    lon: float
    lat: float


class Bounds(NamedTuple):
    """A box in WGS 84 decimal degrees, in the order of RFC 7946 and of ``shapely``'s ``bounds``."""

    west: float
    south: float
    east: float
    north: float

    @property
    def centre(self) -> Position:
        """The middle of the box."""
        return Position((self.west + self.east) / 2, (self.south + self.north) / 2)

    @property
    def span(self) -> float:
        """The longer side, in degrees."""
        return max(self.east - self.west, self.north - self.south)


class Circle(NamedTuple):
    """A centre and a radius in metres."""

    centre: Position
    radius_m: float


class Window(NamedTuple):
    """Days from ``first`` to ``last``, both included, local to the place."""

    first: date
    last: date


class SizeRange(NamedTuple):
    """How many people, both ends included. ``None`` is an unknown end, and never 0."""

    low: int | None
    high: int | None


class Candidate(NamedTuple):
    """A place that a text could have meant, and why it was not taken ("" if it was)."""

    place_id: str
    name: str
    position: Position
    why_not: str


@dataclass(frozen=True)
class Place:
    """One known place. ``city`` is the legal one, ``postal_city`` the one in its address."""

    place_id: str
    name: str
    rung: str
    position: Position
    uncertainty_m: float
    neighborhood: str = ""
    city: str = ""
    postal_city: str = ""
    county: str = ""
    state: str = ""


@dataclass(frozen=True)
class Context:
    """What is known around a text: the city and the state (two letters) it is said to be in."""

    city: str = ""
    state: str = ""


class Placement(NamedTuple):
    """The answer to one place text: a place with its radius, or the reason why there is none.

    ``rule`` names how the answer was reached (docs/method.md lists the rules); ``used`` are the
    words of the text that gave it, ``left`` those that added nothing. Where a text names several
    places, ``parts`` are their placements, in order.
    """

    query: str
    status: Status
    rule: str
    place: Place | None = None
    candidates: tuple[Candidate, ...] = ()
    used: str = ""
    left: str = ""
    parts: tuple[Placement, ...] = ()


@dataclass(frozen=True)
class Fault:
    """One thing wrong with one cell of a table. ``row`` is the line in the file, header is 1."""

    file: str
    row: int
    column: str
    value: str
    code: str


@dataclass(frozen=True)
class Card:
    """What is known of one file: where it came from, under what terms, and its checksum."""

    file: str
    title: str
    title_es: str
    source: str
    url: str
    retrieved: date
    licence: str
    sha256: str
    columns: dict[str, str]
    note: str = ""


class Camera(NamedTuple):
    """Where a map looks: its centre (WGS 84) and zoom (Web Mercator, a world of 512 px at 0)."""

    centre: Position
    zoom: float


@dataclass(frozen=True)
class Filters:
    """What a reader asked to see. Empty tuples and strings mean all of them."""

    window: Window | None = None
    kinds: tuple[str, ...] = ()
    confidences: tuple[str, ...] = ()
    city: str = ""
    historical: bool = False


@dataclass(frozen=True)
class Choice:
    """Everything a reader chose: what the address of the page carries."""

    filters: Filters = Filters()
    lang: str = "en"
    event: str = ""
    view: str = "la"
    tiles: str = ""
    sort: str = ""
    march: str = ""
    mode: str = ""
    together: tuple[str, ...] = ()
    camera: Camera | None = None
    is_presented: bool = False
    figure: str = "map"
    preset: str = "wide"


def distance_m(start: Position, end: Position) -> float:
    """Great-circle distance in metres (haversine formula, spherical earth)."""
    lat_1, lat_2 = math.radians(start.lat), math.radians(end.lat)
    half_lat = (lat_2 - lat_1) / 2
    half_lon = math.radians(end.lon - start.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat_1) * math.cos(lat_2) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(chord))
