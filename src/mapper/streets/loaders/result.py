"""What a loader is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import geopandas as gpd

from mapper.model import Fault

SEGMENTS = (
    "name",
    "aliases",
    "from_node",
    "to_node",
    "left_from",
    "left_to",
    "right_from",
    "right_to",
    "city",
    "walkable",
    "source_id",
    "geometry",
)
CORNERS = ("street_a", "street_b", "lon", "lat", "uncertainty_m", "source", "geometry")
RANGES = SEGMENTS[4:8]
# What a user may map to a column of the file with --map.
MAPPED = ("name", "aliases", *RANGES, "city", "source_id", "class", *CORNERS[:5])
OSM_LICENCE = "ODbL 1.0, © OpenStreetMap contributors"


@dataclass(frozen=True)
class Options:
    """What the user said of the file.

    ``columns`` maps our names (:data:`MAPPED`) to the file's columns; ``crs`` is any name that
    pyproj knows ("EPSG:2229"), and "" means as the file says.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    crs: str = ""


@dataclass(frozen=True)
class Loaded:
    """A street file as one of two frames, in WGS 84.

    ``segments``: ``name`` and ``aliases`` (str; aliases joined by "|"), ``from_node``, ``to_node``
    (int64, ids within this file), ``left_from``, ``left_to``, ``right_from``, ``right_to``
    (float64 house numbers at the two ends of the line, NaN unknown; where a line was split they
    are interpolated by length), ``city`` (str), ``walkable`` (bool), ``source_id`` (str),
    ``geometry`` (LineString from node to node: lines cross at shared nodes only).

    ``corners``: ``street_a``, ``street_b`` (str), ``lon``, ``lat`` (float64, degrees),
    ``uncertainty_m`` (float64, metres), ``source`` (str), ``geometry`` (Point).

    ``left_out`` counts what was left out without a fault, by reason; ``as_of`` is YYYY-MM-DD.
    """

    kind: Literal["segments", "corners"]
    frame: gpd.GeoDataFrame
    faults: tuple[Fault, ...]
    left_out: dict[str, int]
    format: str
    licence: str = ""
    as_of: str = ""


@dataclass(frozen=True)
class Given:
    """One file on its way through a loader.

    ``file`` is the name that the user knows it by (``path`` may be an unpacked copy); ``say`` is
    told each step by a word: "reading", "splitting", "crossings", "grouping".
    """

    path: Path
    file: str
    options: Options
    say: Callable[[str], None]
