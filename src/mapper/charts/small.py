"""Small maps as SVG: still, printable, one beside the other. Degrees in, pixels out."""

from __future__ import annotations

import html
import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from mapper.geometry import DEGREE_M, Floats, metres
from mapper.layers.style import COLOURS
from mapper.model import DRAWN, LADDER, Bounds, Position

WIDTH, HEIGHT = 170, 130
# A mark known only to an area is open; the disc has its true radius.
AREAS = LADDER[LADDER.index("street") :]
# A map is never narrower than this, so that one corner is no city.
LEAST_M, ROOM = 6_000.0, 1.25
MARK_PX = 4.0
BARS_M = (500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000)


@dataclass(frozen=True)
class Frame:
    """What a small map shows: its middle, and how many metres a pixel is."""

    centre: Position
    metres_a_pixel: float

    def pixels(self, points: Floats) -> Floats:
        """Points, (n, 2) lon, lat in degrees, as x to the right and y down."""
        flat = metres(points, self.centre) / self.metres_a_pixel
        return np.asarray(flat * (1, -1) + (WIDTH / 2, HEIGHT / 2), dtype=float)

    @property
    def bounds(self) -> Bounds:
        """The box that is shown."""
        lat = HEIGHT / 2 * self.metres_a_pixel / DEGREE_M
        lon = WIDTH / 2 * self.metres_a_pixel / DEGREE_M / math.cos(math.radians(self.centre.lat))
        return Bounds(
            self.centre.lon - lon,
            self.centre.lat - lat,
            self.centre.lon + lon,
            self.centre.lat + lat,
        )


def fitted(rows: pd.DataFrame) -> Frame:
    """The frame that holds the points of some rows; of points alone, not of their discs.

    Where all is known only to an area, the frame holds the largest disc.
    """
    points = rows[["lon", "lat"]].to_numpy(float)
    low, high = points.min(axis=0), points.max(axis=0)
    centre = Position(*map(float, (low + high) / 2))
    reach = np.abs(metres(np.array([low, high]), centre)).max(axis=0)
    if rows["precision"].isin(AREAS).all():
        reach = np.maximum(reach, float(rows["uncertainty_m"].max()))
    wide = max(2 * reach[0] / WIDTH, 2 * reach[1] / HEIGHT) * ROOM
    return Frame(centre, float(max(wide, LEAST_M / WIDTH)))


def svg(rows: pd.DataFrame, frame: Frame, ground: shapely.STRtree, label: str) -> str:
    """One small map.

    Args:
        rows: those of :func:`mapper.select.joined` that have a mark.
        frame: what is shown.
        ground: lines in degrees (boundaries, freeways), drawn faintly; see :func:`ground_of`.
        label: what the map says, for readers who do not see it.
    """
    drawn = rows[rows["precision"].isin(DRAWN)]
    body = "".join([*_lines(ground, frame), *_discs(drawn, frame), *_marks(drawn, frame)])
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{html.escape(label)}">'
        f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}"/>{body}{_bar(frame)}</svg>'
    )


def ground_of(shapes: Iterable[shapely.Geometry]) -> shapely.STRtree:
    """Lines and outlines as the ground of small maps, quick to search."""
    lines = [shape.boundary if "Polygon" in shape.geom_type else shape for shape in shapes]
    return shapely.STRtree(shapely.get_parts(np.array(lines, dtype=object)))


def _lines(ground: shapely.STRtree, frame: Frame) -> Iterable[str]:
    """What of the ground lies in the frame."""
    for at in np.sort(ground.query(shapely.box(*frame.bounds))):
        inside = shapely.clip_by_rect(ground.geometries[at], *frame.bounds)
        for line in shapely.get_parts(inside):
            points = frame.pixels(shapely.get_coordinates(line))
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            yield f'<polyline class="line" points="{path}"/>'


def _discs(rows: pd.DataFrame, frame: Frame) -> Iterable[str]:
    """The areas of what is known only to an area, once each."""
    areas = rows[rows["precision"].isin(AREAS)].drop_duplicates("place_id")
    points = frame.pixels(areas[["lon", "lat"]].to_numpy(float))
    for (x, y), radius in zip(points, areas["uncertainty_m"], strict=True):
        r = radius / frame.metres_a_pixel
        yield f'<circle class="disc" cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}"/>'


def _marks(rows: pd.DataFrame, frame: Frame) -> Iterable[str]:
    """One mark a place, larger where it has several events; the colour is that of its kind."""
    groups = rows.groupby("place_id", sort=False)
    places = groups.agg(
        lon=("lon", "first"),
        lat=("lat", "first"),
        precision=("precision", "first"),
        kind=("kind", "first"),
        kinds=("kind", "nunique"),
        events=("event_id", "size"),
    )
    points = frame.pixels(places[["lon", "lat"]].to_numpy(float))
    for (x, y), row in zip(points, places.to_dict("records"), strict=True):
        colour = COLOURS[row["kind"]] if row["kinds"] == 1 else "#5c6268"
        fill = "none" if row["precision"] in AREAS else colour
        r = MARK_PX * min(2.0, math.sqrt(row["events"]))
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{fill}" stroke="{colour}"'
            ' stroke-width="1.5"/>'
        )


def _bar(frame: Frame) -> str:
    """A scale bar: the longest round length that fits a third of the map."""
    fits = [length for length in BARS_M if length / frame.metres_a_pixel <= WIDTH / 3]
    length = fits[-1] if fits else BARS_M[0]
    px = length / frame.metres_a_pixel
    said = f"{length // 1000} km" if length >= 1000 else f"{length} m"  # noqa: PLR2004
    y = HEIGHT - 6
    return (
        f'<line class="bar" x1="6" x2="{6 + px:.1f}" y1="{y}" y2="{y}"/>'
        f'<text class="bar" x="6" y="{y - 4}">{said}</text>'
    )
