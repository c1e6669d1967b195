"""What the browser fetches: each file named by its content, so that none is ever stale."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from mapper import crs, disk, tables
from mapper.basemap.curves import lines
from mapper.basemap.palette import PALETTES
from mapper.basemap.sheet import TILES, style, tiles
from mapper.errors import DataError
from mapper.settings import static_url

SHAPES = {name: f"basemap_{name}.geojson" for name in ("land", "states", "counties")}
LANGUAGES = ("en", "es")
POINTS = ("line_id", "name", "name_es", "kind", "seq", "lon", "lat", "source")
LABELS = (
    "label_id",
    "text_en",
    "text_es",
    "kind",
    "lon",
    "lat",
    "priority",
    "min_zoom",
    "angle",
    "source",
)
TABLES = {
    "lines": ("basemap_lines.csv", POINTS),
    "streets": ("basemap_streets.csv", POINTS),
    "labels": ("basemap_labels.csv", LABELS),
}


def publish(folder_geo: Path, folder_static: Path) -> dict[str, str]:
    """Write what the browser fetches, each file named by its content.

    Returns:
        The address of each style: "light-en", "light-es", "dark-en", "dark-es", and one for each
        name of :data:`mapper.basemap.sheet.TILES`.

    Raises:
        DataError: a file of the basemap cannot be read.
    """
    layers = folder_static / "layers"
    sources = sources_of(folder_geo, folder_static)
    own = {
        f"{theme}-{lang}": style(sources, theme, lang) for theme in PALETTES for lang in LANGUAGES
    }
    styles = own | {name: tiles(name) for name in TILES}
    return {name: put(layers, json.dumps(sheet).encode()) for name, sheet in styles.items()}


def sources_of(folder_geo: Path, folder_static: Path) -> dict[str, str]:
    """Write the GeoJSON of each source of the style, and give its address by its name.

    Raises:
        DataError: a file of the basemap cannot be read.
    """
    layers = folder_static / "layers"
    layers.mkdir(parents=True, exist_ok=True)
    return {name: put(layers, content) for name, content in texts(folder_geo)}


def texts(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The name and the GeoJSON of each source of the style.

    Raises:
        DataError: a file of the basemap cannot be read.
    """
    for name, file in SHAPES.items():
        yield name, _shapes(folder, file)
    for name, (file, columns) in TABLES.items():
        rows = tables.read(folder / file, columns)
        drawn = points(rows) if name == "labels" else lines(rows)
        yield name, drawn.to_json(drop_id=True).encode()


def _shapes(folder: Path, file: str) -> bytes:
    """The GeoJSON of one source that is drawn as it is stored."""
    try:
        return (folder / file).read_bytes()
    except OSError as error:
        raise DataError("file_missing", file=file) from error


def ground(folder: Path) -> list[shapely.Geometry]:
    """Coast, boundaries and freeways in degrees, for maps that are drawn on the server.

    Raises:
        DataError: a file of the basemap cannot be read.
    """
    files = [shapely.from_geojson(_shapes(folder, file)) for file in SHAPES.values()]
    shapes = shapely.get_parts(files)
    file, columns = TABLES["lines"]
    return [*shapes, *lines(tables.read(folder / file, columns)).geometry]


def points(rows: pd.DataFrame) -> gpd.GeoDataFrame:
    """The labels as points, their numbers as numbers."""
    numbers = rows.astype(dict.fromkeys(("lon", "lat", "priority", "min_zoom", "angle"), float))
    places = gpd.points_from_xy(numbers.pop("lon"), numbers.pop("lat"))
    kept = numbers.drop(columns=["label_id", "source"])
    return gpd.GeoDataFrame(kept, geometry=places, crs=crs.WGS84)


def put(folder: Path, content: bytes) -> str:
    """Store the content under its hash, whole or not at all, and return its URL."""
    path = folder / f"{hashlib.sha256(content).hexdigest()[:16]}.json"
    if not path.exists():
        disk.replace(path, content)
    return static_url(f"layers/{path.name}")
