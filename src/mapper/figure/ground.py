"""The ground of figures: land, boundaries, streets, freeways, the river, and their words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path as FilePath

import numpy as np
import pandas as pd
import shapely
from matplotlib.path import Path

from mapper import basemap, tables
from mapper.basemap.files import SHAPES, TABLES
from mapper.errors import DataError
from mapper.figure.pen import Box, Floats
from mapper.figure.view import View
from mapper.layers import stretches

HOME = "United States"
# What of the ground is drawn, from below.
AREAS, LINES = ("abroad", "land"), ("counties", "states", "river", "street", "freeway")
# A county line on a map of the country is clutter: from which zoom each line is drawn.
FROM_ZOOM = {"counties": 5.3, "states": 0.0, "river": 8.0, "street": 11.5, "freeway": 7.0}
FINE = 6  # decimals: two views that differ by less are one
AREAL = 2  # the dimension of polygons
DETAIL = 0.45  # points: finer bends are not seen


@dataclass(frozen=True, eq=False)
class Ground:
    """The shapes in degrees, by layer, and the labels as rows of ``geo/basemap_labels.csv``.

    ``street``: the name of a street to its pieces, as :func:`mapper.layers.stretches.known`.
    """

    shapes: Mapping[str, shapely.STRtree]
    labels: pd.DataFrame
    street: Callable[[str], list[list[list[float]]]]


@dataclass(frozen=True)
class Drawn:
    """The shapes of a view in points: compound outlines of areas, and lines."""

    areas: Mapping[str, Path]
    lines: Mapping[str, tuple[Floats, ...]]


def read(folder: FilePath) -> Ground:
    """The ground as it is on disk.

    Raises:
        DataError: a file of the basemap cannot be read.
    """
    land = _features(folder, SHAPES["land"])
    at_home = [part for country, part in land if country == HOME]
    away = [part for country, part in land if country != HOME]
    shapes = {"abroad": _tree(away), "land": _tree(at_home)}
    for name in ("counties", "states"):
        shapes[name] = _tree(_lines_of(part for _, part in _features(folder, SHAPES[name])))
    for file, columns in (TABLES["lines"], TABLES["streets"]):
        drawn = basemap.lines(tables.read(folder / file, columns))
        for kind, part in drawn.groupby("kind"):
            shapes[str(kind)] = _tree(part.geometry)
    file, columns = TABLES["labels"]
    labels = tables.read(folder / file, columns)
    numbers = dict.fromkeys(("lon", "lat", "priority", "min_zoom", "angle"), float)
    return Ground(shapes, labels.astype(numbers), _streets(folder))


def _streets(folder: FilePath) -> Callable[[str], list[list[list[float]]]]:
    """The streets, read when the first of them is asked for: few figures show any."""
    known = cache(partial(stretches.known, folder))

    @cache
    def pieces(name: str) -> list[list[list[float]]]:
        return known()(name)

    return pieces


def _features(folder: FilePath, file: str) -> list[tuple[str, shapely.Geometry]]:
    """The features of a GeoJSON file with the country that each is of."""
    try:
        found = json.loads((folder / file).read_bytes())["features"]
    except OSError as error:
        raise DataError("file_missing", file=file) from error
    except (ValueError, LookupError) as error:
        raise DataError("file_unreadable", file=file, reason=str(error)) from error
    shapes = shapely.from_geojson([json.dumps(one["geometry"]) for one in found])
    names = [str(one["properties"].get("country", "")) for one in found]
    return list(zip(names, shapes, strict=True))


def _lines_of(shapes: Iterable[shapely.Geometry]) -> list[shapely.Geometry]:
    """Shapes as lines."""
    return [part.boundary if "Polygon" in part.geom_type else part for part in shapes]


def _tree(shapes: Iterable[shapely.Geometry]) -> shapely.STRtree:
    """The parts of shapes, quick to search."""
    return shapely.STRtree(shapely.get_parts(np.array(list(shapes), dtype=object)))


def clipped(ground: Ground, view: View) -> Drawn:
    """What of the ground lies in a view."""
    box = Box(0.0, 0.0, round(view.box.width, FINE), round(view.box.height, FINE))
    x, y = (round(value, FINE) for value in view.centre)
    at_origin = View(view.projection, (x, y), round(view.scale, FINE), box)
    found = _clipped(ground, at_origin)
    by = np.array([view.box.left, view.box.bottom])
    return Drawn(
        areas={name: _moved(shape, by) for name, shape in found.areas.items()},
        lines={name: tuple(line + by for line in some) for name, some in found.lines.items()},
    )


def _moved(shape: Path, by: Floats) -> Path:
    """A shape elsewhere."""
    return Path(np.asarray(shape.vertices) + by, shape.codes)


@lru_cache(maxsize=64)
def _clipped(ground: Ground, view: View) -> Drawn:
    """The same once: a preview, and small maps, ask for it again and again."""
    zoom = view.zoom
    lines = [name for name in LINES if name in ground.shapes and zoom >= FROM_ZOOM[name]]
    return Drawn(
        areas={name: _outline(_inside(ground.shapes[name], view), view) for name in AREAS},
        lines={name: tuple(_strokes(_inside(ground.shapes[name], view), view)) for name in lines},
    )


def _inside(tree: shapely.STRtree, view: View) -> list[shapely.Geometry]:
    """The shapes in a view and a little around it, as detailed as can be seen."""
    west, south, east, north = view.bounds
    room = max(east - west, north - south) * 0.05
    frame = shapely.box(west - room, south - room, east + room, north + room)
    fine = DETAIL * view.scale / 111_320  # metres in a degree of latitude
    found = tree.geometries[np.sort(tree.query(frame))]
    kept = shapely.simplify(shapely.clip_by_rect(found, *frame.bounds), fine)
    parts = shapely.get_parts(kept)
    # an island or a lake of less than a square point is a speck
    is_speck = (shapely.get_dimensions(parts) == AREAL) & (shapely.area(parts) < (fine * 2) ** 2)
    return list(parts[~is_speck & ~shapely.is_empty(parts)])


def _outline(parts: list[shapely.Geometry], view: View) -> Path:
    """The rings of polygons as one path."""
    rings = [ring for part in parts for ring in shapely.get_rings(part)]
    if not rings:
        return Path(np.zeros((0, 2)))
    return Path.make_compound_path(*(Path(points, closed=True) for points in _strokes(rings, view)))


def _strokes(lines: list[shapely.Geometry], view: View) -> list[Floats]:
    """Lines in points of the sheet, all projected at once."""
    if not lines:
        return []
    coordinates, of = shapely.get_coordinates(np.array(lines, dtype=object), return_index=True)
    return np.split(view.points(coordinates), np.flatnonzero(np.diff(of)) + 1)


def words(ground: Ground, view: View, room: Box) -> pd.DataFrame:
    """The labels of a view that belong on its scale, from the first to the last to be placed.

    Returns:
        Rows of the labels with ``x`` and ``y``, points of the sheet inside ``room``.
    """
    found = ground.labels[ground.labels["min_zoom"] <= view.zoom]
    west, south, east, north = view.bounds
    found = found[found["lon"].between(west, east) & found["lat"].between(south, north)]
    if found.empty:
        return found.assign(x=[], y=[])
    x, y = view.points(found[["lon", "lat"]].to_numpy(float)).T
    inside = (x > room.left) & (x < room.right) & (y > room.bottom) & (y < room.top)
    kept: pd.DataFrame = found.assign(x=x, y=y)[inside]
    return kept.sort_values(["priority", "label_id"], ascending=[False, True])
