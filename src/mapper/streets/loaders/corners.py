"""Make corners of points that name two streets."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from mapper import names
from mapper.crs import WGS84
from mapper.errors import DataError
from mapper.model import EARTH_RADIUS_M, Fault
from mapper.streets.loaders import cells
from mapper.streets.loaders.columns import plain
from mapper.streets.loaders.result import CORNERS, Given, Loaded

# docs/method.md, section 5: the 95th percentile of Los Angeles stops against map nodes.
RADIUS_M = 60.0
GROUP_M = 150.0
# Beyond the farthest stop of a group, for the width of the crossing.
MARGIN_M = 30.0
# Enough rows to find the others by.
SHOWN_ROWS = 3
# Any of these words, and the two endings that tell the two streets apart.
STEMS = ("street", "str", "st", "stname", "streetname", "name", "road", "rd", "onstreet",
         "fullname", "crossstreet", "streetnam", "stnam", "roadname")  # fmt: skip
ENDINGS = (("a", "b"), ("1", "2"), ("one", "two"))
PAIRS = (
    *((stem + one, stem + other) for stem in STEMS for one, other in ENDINGS),
    ("onstreet", "crossstreet"), ("onstreet", "atstreet"), ("mainstreet", "crossstreet"),
    ("primarystreet", "crossstreet"), ("street", "crossstreet"),
    ("primarystreet", "secondarystreet"), ("calle1", "calle2"), ("1ststreet", "2ndstreet"),
    ("firststreet", "secondstreet"),
)  # fmt: skip


def pair_columns(given: Given, columns: Sequence[str]) -> tuple[str, str] | None:
    """The two columns of street names: the user's, or two that are named as a pair."""
    chosen = given.options.columns
    if "street_a" in chosen and "street_b" in chosen:
        return chosen["street_a"], chosen["street_b"]
    held = {plain(column): column for column in reversed(columns)}
    return next(((held[a], held[b]) for a, b in PAIRS if a in held and b in held), None)


def from_points(given: Given, table: gpd.GeoDataFrame, pair: tuple[str, str]) -> Loaded:
    """Corners of points in WGS 84 with two columns of names."""
    rows = pd.DataFrame(
        {
            "street_a": cells.names(table[pair[0]]),
            "street_b": cells.names(table[pair[1]]),
            "lon": table.geometry.x,
            "lat": table.geometry.y,
            "uncertainty_m": np.nan,
            "row": table["feature"],
        }
    ).reset_index(drop=True)
    return of_pairs(given, rows, pair)


def of_pairs(given: Given, rows: pd.DataFrame, pair: tuple[str, str]) -> Loaded:
    """Corners of rows as :func:`grouped` takes them, without those that lack a street."""
    faults = [
        fault
        for column, name in zip(("street_a", "street_b"), pair, strict=True)
        for fault in cells.long_names(given, rows[column], name, rows["row"])
    ]
    is_long = rows["row"].isin([fault.row for fault in faults])
    is_corner = (_keys(rows["street_a"]) != _keys(rows["street_b"])) & (rows["street_a"] != "")
    is_corner &= rows["street_b"] != ""
    left_out = {"not_a_corner": int((~is_corner & ~is_long).sum())}
    frame = grouped(given, rows[is_corner & ~is_long])
    return loaded(given, frame, (tuple(faults), left_out), "street pairs")


def loaded(
    given: Given,
    frame: gpd.GeoDataFrame,
    rest: tuple[tuple[Fault, ...], dict[str, int]],
    made: str,
) -> Loaded:
    """The answer of a loader of corners.

    Raises:
        DataError: there are no corners.
    """
    if frame.empty:
        raise DataError("corners_none", file=given.file)
    faults, left_out = rest
    counts = {reason: count for reason, count in left_out.items() if count}
    return Loaded("corners", frame, faults, counts, made)


def grouped(given: Given, rows: pd.DataFrame) -> gpd.GeoDataFrame:
    """One corner for the points of one pair of streets that lie within ``GROUP_M`` of one another.

    Args:
        given: the file.
        rows: ``street_a``, ``street_b`` (str), ``lon``, ``lat`` (degrees), ``uncertainty_m``
            (metres, NaN unknown), ``row`` (int, where it stands in the file).
    """
    given.say("grouping")
    keys = pd.DataFrame({"one": _keys(rows["street_a"]), "other": _keys(rows["street_b"])})
    is_turned = keys["one"] > keys["other"]
    first, second = (
        keys["one"].where(~is_turned, keys["other"]),
        keys["other"].where(~is_turned, keys["one"]),
    )
    rows = rows.assign(pair=first + "|" + second)
    points = rows.drop_duplicates(["pair", "lon", "lat"]).reset_index(drop=True)
    points = points.assign(group=_groups(points))
    by_group = points.groupby("group", sort=True)
    centre = by_group[["lon", "lat"]].transform("mean")
    far = _metres(points[["lon", "lat"]].to_numpy(), centre.to_numpy())
    radius = points["uncertainty_m"].fillna(RADIUS_M).clip(lower=1.0)
    # A point alone has no spread: its margin is in the 60 m.
    spread = np.where(far > 0, far + MARGIN_M, 0.0)
    points = points.assign(uncertainty_m=np.maximum(radius, spread))
    told = by_group.agg(
        street_a=("street_a", "first"),
        street_b=("street_b", "first"),
        lon=("lon", "mean"),
        lat=("lat", "mean"),
    )
    frame = told.assign(
        uncertainty_m=points.groupby("group")["uncertainty_m"].max(),
        source=_sources(given, points),
    ).reset_index(drop=True)
    geometry = gpd.points_from_xy(frame["lon"], frame["lat"])
    return gpd.GeoDataFrame(frame, geometry=geometry, crs=WGS84)[list(CORNERS)]


def _keys(streets: pd.Series) -> pd.Series:
    """The key of each street."""
    told = {text: names.street_key(text) for text in streets.unique()}
    return streets.map(told).astype(object)


def _sources(given: Given, points: pd.DataFrame) -> pd.Series:
    """Which rows of the file a corner comes from: the first three, and how many more."""
    rows = points.groupby("group")["row"].agg(lambda row: sorted(row.tolist()))
    return rows.map(lambda row: f"{given.file} row {_listed(row)}")


def _listed(rows: list[int]) -> str:
    """A few row numbers, and how many more there are: ``2, 3, 4 (+2)``."""
    more = len(rows) - SHOWN_ROWS
    return ", ".join(map(str, rows[:SHOWN_ROWS])) + (f" (+{more})" if more > 0 else "")


def _groups(points: pd.DataFrame) -> npt.NDArray[np.int64]:
    """A number for the points of one pair that are joined by steps of at most ``GROUP_M``."""
    lon, lat = points["lon"].to_numpy(), points["lat"].to_numpy()
    pair = pd.factorize(points["pair"])[0]
    label = np.arange(len(points), dtype=np.int64)
    tree = shapely.STRtree(shapely.points(lon, lat))
    # Degrees that are GROUP_M or more at every latitude of the file; the metres are checked after.
    reach = np.degrees(GROUP_M / EARTH_RADIUS_M) / np.cos(np.radians(np.abs(lat).max(initial=0.0)))
    one, other = tree.query(shapely.points(lon, lat), predicate="dwithin", distance=reach)
    near = pair[one] == pair[other]
    one, other = one[near], other[near]
    near = (
        _metres(points[["lon", "lat"]].to_numpy()[one], points[["lon", "lat"]].to_numpy()[other])
        <= GROUP_M
    )
    return _joined(label, one[near], other[near])


def _joined(
    label: npt.NDArray[np.int64], one: npt.NDArray[np.int64], other: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """The least label that can be reached over the links, for each."""
    while True:
        least = label.copy()
        np.minimum.at(least, one, label[other])
        least = least[least]
        if np.array_equal(least, label):
            return label
        label = least


def _metres(
    start: npt.NDArray[np.float64], end: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Great-circle distances between rows of (lon, lat) in degrees (haversine formula)."""
    (lon_1, lat_1), (lon_2, lat_2) = np.radians(start).T, np.radians(end).T
    chord = (
        np.sin((lat_2 - lat_1) / 2) ** 2
        + np.cos(lat_1) * np.cos(lat_2) * np.sin((lon_2 - lon_1) / 2) ** 2
    )
    return np.asarray(2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(chord)))
