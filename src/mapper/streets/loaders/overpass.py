"""Read the JSON that an Overpass server answers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np

from mapper.errors import DataError
from mapper.streets.loaders import noding, osm
from mapper.streets.loaders.noding import Bools, Vertices
from mapper.streets.loaders.result import Given, Loaded

Element = Mapping[str, Any]
NOWHERE = (np.nan, np.nan)


def read(given: Given) -> Loaded:
    """Read an Overpass answer with geometry (``out geom``) or with the nodes beside the ways.

    Raises:
        DataError: it is no JSON, is cut off, holds an error of the server, or has no coordinates.
    """
    answer = _answer(given)
    remark = str(answer.get("remark", ""))
    if "error" in remark.casefold():
        raise DataError("overpass_remark", file=given.file, reason=remark.strip())
    base = answer.get("osm3s")
    as_of = str(base.get("timestamp_osm_base", ""))[:10] if isinstance(base, dict) else ""
    try:
        ways, left_out = _ways(given, answer["elements"])
    except (TypeError, KeyError, ValueError, AttributeError, OverflowError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise DataError("overpass_broken", file=given.file, reason=reason) from error
    return osm.loaded(given, ways, ("Overpass JSON", as_of), left_out)


def _answer(given: Given) -> dict[str, Any]:
    """The whole answer."""
    try:
        answer = json.loads(given.path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise DataError("file_not_json", file=given.file, reason=str(error)) from error
    except OSError as error:
        raise DataError("file_unreadable", file=given.file, reason=error.strerror) from error
    if not isinstance(answer, dict) or not isinstance(answer.get("elements"), list):
        raise DataError("overpass_broken", file=given.file, reason="elements")
    return answer


def _ways(given: Given, elements: Sequence[Element]) -> tuple[osm.Ways, dict[str, int]]:
    """The streets of an answer with their vertices, and what was left out."""
    # The union of two queries gives a way twice.
    every = list(
        {element["id"]: element for element in elements if element["type"] == "way"}.values()
    )
    table = osm.table_of((way["id"] for way in every), (way.get("tags") or {} for way in every))
    chosen = osm.is_street(table)
    streets = [every[row] for row in np.flatnonzero(chosen)]
    places = {
        element["id"]: (float(element["lon"]), float(element["lat"]))
        for element in elements
        if element["type"] == "node" and "lon" in element
    }
    if streets and not any(way.get("geometry") for way in streets) and not places:
        raise DataError("overpass_no_geometry", file=given.file)
    vertices, row = _vertices(streets, places)
    ways = osm.Ways(table[chosen].iloc[row].reset_index(drop=True), vertices)
    left_out = {
        "not_a_street": len(every) - len(streets),
        "no_geometry": len(streets) - len(np.unique(row)),
    }
    return ways, left_out


def _vertices(
    streets: Sequence[Element], places: Mapping[int, tuple[float, float]]
) -> tuple[Vertices, noding.Ints]:
    """The vertices of the streets, and for each line the row of its street.

    A vertex without a coordinate (the answer was cut to a box) parts its street in two lines.
    """
    spots = [_spots(way, places) for way in streets]
    street = np.repeat(np.arange(len(spots)), [len(spot) for spot in spots])
    points = np.array(list(chain.from_iterable(spots)), dtype=float).reshape(-1, 2)
    known = np.isfinite(points).all(axis=1)
    line, row = _lines(street, known)
    lon, lat = points[known].T
    if all(
        len(way.get("nodes", ())) == len(spot) for way, spot in zip(streets, spots, strict=True)
    ):
        ids = np.fromiter(chain.from_iterable(way["nodes"] for way in streets), dtype=np.int64)
        return Vertices(line, ids[known], lon, lat), row
    return noding.by_place(line, lon, lat), row


def _spots(way: Element, places: Mapping[int, tuple[float, float]]) -> list[tuple[float, float]]:
    """The longitude and latitude of each vertex of a way, NaN where the answer has none."""
    if geometry := way.get("geometry"):
        return [(spot["lon"], spot["lat"]) if spot else NOWHERE for spot in geometry]
    return [places.get(node, NOWHERE) for node in way.get("nodes", ())]


def _lines(street: noding.Ints, known: Bools) -> tuple[noding.Ints, noding.Ints]:
    """Number the unbroken runs of known vertices, and tell the street of each."""
    at = np.flatnonzero(known)
    fresh = np.ones(len(at), dtype=bool)
    fresh[1:] = (np.diff(at) > 1) | (np.diff(street[at]) != 0)
    return np.cumsum(fresh) - 1, street[at][fresh]
