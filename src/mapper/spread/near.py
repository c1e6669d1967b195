"""Which campuses are near which, and which near one had walked out before it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from mapper.geometry import Floats
from mapper.model import EARTH_RADIUS_M, Position

KILOMETRE = 1000


def distances_km(one: Floats, other: Floats) -> Floats:
    """Great-circle distances in kilometres (haversine formula, spherical earth).

    Args:
        one: (n, 2) lon, lat in degrees.
        other: (m, 2) likewise.

    Returns:
        (n, m).
    """
    lon_1, lat_1 = np.radians(one).T[:, :, None]
    lon_2, lat_2 = np.radians(other).T[:, None, :]
    half_lat, half_lon = (lat_2 - lat_1) / 2, (lon_2 - lon_1) / 2
    chord = np.sin(half_lat) ** 2 + np.cos(lat_1) * np.cos(lat_2) * np.sin(half_lon) ** 2
    return np.asarray(2 * EARTH_RADIUS_M / KILOMETRE * np.arcsin(np.sqrt(chord)), dtype=float)


def earlier(found: pd.DataFrame) -> pd.DataFrame:
    """The nearest campus that walked out on an earlier day, for each that has one.

    Args:
        found: what :func:`mapper.spread.campuses` gives. Only known first days are compared.

    Returns:
        ``place_id``, ``name``, ``nearest`` (name), ``distance_km`` (float) and ``days`` (int, from
        the first walkout there to the first here); none for the first campuses of all.
    """
    dated = found[found["is_dated"]].reset_index(drop=True)
    if dated.empty:
        return pd.DataFrame(columns=["place_id", "name", "nearest", "distance_km", "days"])
    points, day = dated[["lon", "lat"]].to_numpy(float), day_numbers(dated["first"])
    gap = day[:, None] - day[None, :]
    away = np.where(gap > 0, distances_km(points, points), np.inf)
    at = away.argmin(axis=1)
    rows = np.arange(len(dated))
    table = pd.DataFrame(
        {
            "place_id": dated["place_id"],
            "name": dated["name"],
            "nearest": dated["name"].to_numpy()[at],
            "distance_km": away[rows, at],
            "days": gap[rows, at],
        }
    )
    return table[table["distance_km"] < np.inf].reset_index(drop=True)


def around(place: Position, within_km: float, places: pd.DataFrame) -> pd.DataFrame:
    """The known high schools within a distance of a place, nearest first.

    Args:
        place: the middle.
        within_km: kilometres, the end included.
        places: the gazetteer (:func:`mapper.gazetteer.read`).

    Returns:
        Its rows with ``distance_km``.
    """
    schools = places[places["kind"] == "high_school"]
    points = schools[["lon", "lat"]].to_numpy(float)
    away = distances_km(np.array([place], dtype=float), points)[0]
    near: pd.DataFrame = schools.assign(distance_km=away)
    return near[near["distance_km"] <= within_km].sort_values("distance_km", ignore_index=True)


def day_numbers(days: pd.Series) -> Floats:
    """Days as numbers that can be subtracted."""
    return np.asarray(days.to_numpy("datetime64[D]").astype(int), dtype=float)
