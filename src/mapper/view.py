"""Where the map looks."""

from __future__ import annotations

import math

import pandas as pd
import pydeck as pdk

from mapper.model import Bounds, Position

# The whole of the contiguous states, and Los Angeles from the sea to the Eastside.
COUNTRY = pdk.ViewState(longitude=-96.2, latitude=38.2, zoom=3.55)
LOS_ANGELES = pdk.ViewState(longitude=-118.28, latitude=34.04, zoom=10.5)
MAX_ZOOM, MIN_ZOOM = 14.0, 3.0
# Degrees of longitude in 512 px at zoom 0 (Web Mercator), for a map about two such squares wide.
WORLD_DEGREES, TILE_PX, SQUARES = 360.0, 512, 1.7
ROOM = 1.3


def initial(name: str, shown: pd.DataFrame) -> pdk.ViewState:
    """The camera: "la", "us", or "fit" to the rows that have a mark.

    Args:
        name: one of :data:`mapper.links.VIEWS`.
        shown: rows with lon, lat (degrees) and uncertainty_m.
    """
    if name == "us":
        return COUNTRY
    if name == "fit" and len(shown):
        return around(bounds_of(shown))
    return LOS_ANGELES


def bounds_of(shown: pd.DataFrame) -> Bounds:
    """The box around marks and the discs of those that are known only to an area."""
    lat_reach = shown["uncertainty_m"] / 111_320  # metres in a degree of latitude
    lon_reach = lat_reach / shown["lat"].map(lambda lat: math.cos(math.radians(lat)))
    return Bounds(
        west=float((shown["lon"] - lon_reach).min()),
        south=float((shown["lat"] - lat_reach).min()),
        east=float((shown["lon"] + lon_reach).max()),
        north=float((shown["lat"] + lat_reach).max()),
    )


def around(bounds: Bounds) -> pdk.ViewState:
    """The camera that has a box in sight with some room around it."""
    centre: Position = bounds.centre
    zoom = math.log2(WORLD_DEGREES * SQUARES / (max(bounds.span, 1e-6) * ROOM))
    return pdk.ViewState(
        longitude=round(centre.lon, 5),
        latitude=round(centre.lat, 5),
        zoom=round(min(MAX_ZOOM, max(MIN_ZOOM, zoom)), 2),
    )


def fitted(shown: pd.DataFrame, side_px: int, most_zoom: float = MAX_ZOOM) -> pdk.ViewState:
    """The camera that fits rows with their discs into a square of so many pixels.

    Args:
        shown: rows with lon, lat (degrees) and uncertainty_m.
        side_px: the side of a square that the map holds on a phone, too.
        most_zoom: no nearer than this.
    """
    box = bounds_of(shown)
    # a degree of latitude is longer on the screen than one of longitude (Web Mercator)
    tall = (box.north - box.south) / math.cos(math.radians(box.centre.lat))
    side = max(box.east - box.west, tall, 1e-6)
    zoom = math.log2(WORLD_DEGREES * side_px / TILE_PX / side)
    return pdk.ViewState(
        longitude=round(box.centre.lon, 5),
        latitude=round(box.centre.lat, 5),
        zoom=round(min(most_zoom, max(0.0, zoom)), 2),
    )
