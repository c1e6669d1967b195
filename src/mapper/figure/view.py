"""What a map shows: a projection that fits the area, and where each place is on the sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import pyproj

from mapper import crs
from mapper.figure.pen import Box, Floats
from mapper.model import Bounds, Position

# Wider than so many metres, a map is of the country: its areas are to be true.
COUNTRY_M = 1_500_000.0
LEAST_M, ROOM = 2_500.0, 1.12
EQUATOR_M, TILE = 40_075_016.7, 512
# A meridian that leans more than this needs its own arrow.
LEAN_DEGREES = 3.0


@lru_cache(maxsize=64)
def _way(projection: str) -> pyproj.Transformer:
    """From degrees to the metres of a projection."""
    return pyproj.Transformer.from_crs(crs.WGS84, projection, always_xy=True)


def metres(lonlat: Floats, projection: str) -> Floats:
    """Degrees, (n, 2), to metres of a projection."""
    return np.column_stack(_way(projection).transform(*np.asarray(lonlat, float).T))


@dataclass(frozen=True)
class View:
    """A box on the sheet, and what of the earth it shows.

    ``centre``: metres of the projection in the middle of the box; ``scale``: metres a point.
    """

    projection: str
    centre: tuple[float, float]
    scale: float
    box: Box

    def points(self, lonlat: Floats) -> Floats:
        """Degrees, (n, 2), to points of the sheet."""
        flat = (metres(lonlat, self.projection) - self.centre) / self.scale
        return np.asarray(flat + self.box.centre, dtype=float)

    def degrees(self, points: Floats) -> Floats:
        """The way back."""
        flat = (np.asarray(points, float) - self.box.centre) * self.scale + self.centre
        x, y = flat.T
        return np.column_stack(_way(self.projection).transform(x, y, direction="INVERSE"))

    @property
    def is_country(self) -> bool:
        """Whether it is drawn in the country's projection."""
        return self.projection == crs.COUNTRY

    @property
    def span_m(self) -> float:
        """Its longer side on the ground."""
        return max(self.box.width, self.box.height) * self.scale

    @property
    def zoom(self) -> float:
        """The zoom at which Web Mercator has this scale; labels have theirs in it."""
        lat = self.degrees(np.array([self.box.centre]))[0, 1]
        return float(np.log2(EQUATOR_M * np.cos(np.radians(lat)) / TILE / self.scale))

    @property
    def bounds(self) -> Bounds:
        """The degrees that hold all of the box."""
        edge = np.linspace(0, 1, 9)
        box = self.box
        x, y = box.left + edge * box.width, box.bottom + edge * box.height
        across, up = np.meshgrid(x, y)
        ring = self.degrees(np.column_stack([across.ravel(), up.ravel()]))
        return Bounds(*map(float, (*ring.min(axis=0), *ring.max(axis=0))))

    def lean(self, at: tuple[float, float]) -> float:
        """How far north leans from up at a point of the sheet, degrees to the right."""
        lon, lat = self.degrees(np.array([at]))[0]
        ends = self.points(np.array([(lon, lat), (lon, lat + 0.05)]))
        right, up = ends[1] - ends[0]
        return float(np.degrees(np.arctan2(right, up)))

    def zoomed_out(self, by: float) -> View:
        """The same middle, with more around it."""
        return replace(self, scale=self.scale * by)


def fit(lonlat: Floats, box: Box, least_m: float = LEAST_M, room: float = ROOM) -> View:
    """The view that holds some places in a box.

    Args:
        lonlat: degrees, (n, 2), one place or more.
        box: where on the sheet.
        least_m: never narrower than this, so that one corner is no city.
        room: how much more than the places.
    """
    middle = (lonlat.min(axis=0) + lonlat.max(axis=0)) / 2
    projection = crs.local(*middle)
    flat = metres(lonlat, projection)
    if max(np.ptp(flat, axis=0)) > COUNTRY_M:
        projection = crs.COUNTRY
        flat = metres(lonlat, projection)
    low, high = flat.min(axis=0), flat.max(axis=0)
    spread = (high - low) * room
    least = least_m / min(box.width, box.height)
    scale = float(max(spread[0] / box.width, spread[1] / box.height, least))
    x, y = map(float, (low + high) / 2)
    return View(projection, (x, y), scale, box)


def place(view: View, at: Position) -> tuple[float, float]:
    """One place on the sheet."""
    x, y = view.points(np.array([at]))[0]
    return float(x), float(y)
