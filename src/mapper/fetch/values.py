"""What is fetched, from where and for how long, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import shapely

from mapper.streets.loaders import Loaded

# A circle of 8.9 km, or a city such as Oakland. The public servers are shared by everyone, and the
# answer for such an area (about 0.5 MB a km²) has to fit into the memory of a small machine.
MOST_KM2 = 250.0


@dataclass(frozen=True)
class Wish:
    """A place whose streets are wanted, and whom to ask.

    Args:
        place: as people write it: a name, an address, or "lon,lat".
        around_m: the radius of a circle around the place, in metres; 0 is the place itself.
        user_agent: names the application and a way to reach its people.
        cache: a folder for the raw answers of the geocoder.
        overpass: the address of an Overpass server, as in ``overpass-api.de/api``; "" is that one.
        nominatim: the address of a Nominatim server; "" is the public one.
        timeout_s: the longest that one answer may take, a whole number of seconds.
    """

    place: str
    around_m: float
    user_agent: str
    cache: Path
    overpass: str = ""
    nominatim: str = ""
    timeout_s: int = 180


@dataclass(frozen=True)
class Area:
    """Where the streets are wanted: a shape in WGS 84, what it is called, and its address in OSM.

    ``name`` is the place as the geocoder resolved it, ``url`` its page at openstreetmap.org or "".
    """

    shape: shapely.Polygon | shapely.MultiPolygon
    name: str
    url: str = ""


@dataclass(frozen=True)
class Fetched:
    """The streets of a place, and how they came here.

    ``file`` holds what the Overpass server at ``server`` sent, byte for byte.
    """

    area: Area
    loaded: Loaded
    file: Path
    server: str
