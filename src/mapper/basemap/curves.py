"""Rows of sourced points, made into lines to draw."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from mapper import crs

CURVE_STEPS = 6  # drawn points for each stretch between two sourced ones
COORDINATE_DECIMALS = 5


def lines(frame: pd.DataFrame) -> gpd.GeoDataFrame:
    """The lines that rows of points describe.

    Args:
        frame: ``line_id``, ``name``, ``name_es``, ``kind``, ``seq``, ``lon``, ``lat``.

    Returns:
        One row a line of two points or more, WGS 84. A street is straight between its points; a
        freeway or river bends, and still passes through each of them.
    """
    ordered = frame.astype({"seq": int}).sort_values(["line_id", "seq"])
    rows = []
    for _, part in ordered.groupby("line_id", sort=True):
        points = part[["lon", "lat"]].to_numpy(dtype=float)
        if len(points) > 1:
            shape = points if part["kind"].iloc[0] == "street" else curve(points)
            first = part.iloc[0]
            rows.append(
                {key: first[key] for key in ("line_id", "name", "name_es", "kind")}
                | {"geometry": shapely.LineString(shape.round(COORDINATE_DECIMALS))}
            )
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=crs.WGS84)


def curve(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """A cubic through every point (Catmull-Rom, with tangents cut to the shorter neighbour).

    The cut keeps a long stretch from swinging out where it meets a short one.
    """
    steps = np.diff(points, axis=0)
    length = np.maximum(np.hypot(*steps.T), 1e-9)[:, None]
    way = steps / length
    mean = np.vstack([way[:1], (way[:-1] + way[1:]) / 2, way[-1:]])
    t = (np.arange(CURVE_STEPS) / CURVE_STEPS)[None, :, None]
    start, end = points[:-1, None], points[1:, None]
    out, into = (mean[:-1] * length)[:, None], (mean[1:] * length)[:, None]
    cubic = (
        start * (2 * t**3 - 3 * t**2 + 1)
        + out * (t**3 - 2 * t**2 + t)
        + end * (3 * t**2 - 2 * t**3)
        + into * (t**3 - t**2)
    )
    return np.vstack([cubic.reshape(-1, 2), points[-1:]])
