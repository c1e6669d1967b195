"""Campuses beside a march: only along streets that the words name, once, and in walking order."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from mapper import gazetteer, passed
from mapper.settings import ROOT

# Near Los Angeles 0.001 degrees of latitude are 111 m, of longitude 92 m.
LAT, LON = 34.04, -118.21


def leg(*points: tuple[float, float], certainty: str = "stated", **more: object) -> dict[str, Any]:
    """A leg through points that are given in thousandths of a degree east and north."""
    line = [[LON + x / 1000, LAT + y / 1000] for x, y in points]
    return {"certainty": certainty, "line": line, "open_end": False} | more


def places(**spots: tuple[float, float]) -> pd.DataFrame:
    """Campuses at such points."""
    rows = [
        {"place_id": name, "name": name.title(), "kind": "high_school"}
        | {"lon": LON + x / 1000, "lat": LAT + y / 1000}
        for name, (x, y) in spots.items()
    ]
    return pd.DataFrame(rows, columns=["place_id", "name", "kind", "lon", "lat"])


EAST = leg((0, 0), (20, 0))


def names(found: tuple[passed.Passed, ...]) -> list[str]:
    """Their ids."""
    return [row.place_id for row in found]


def test_campuses_come_in_the_order_of_the_walk() -> None:
    spots = places(last=(18, 1), first=(2, -1), middle=(10, 0.5))
    assert names(passed.campuses([EAST], spots)) == ["first", "middle", "last"]
    back = leg((20, 0), (0, 0))
    assert names(passed.campuses([back], spots)) == ["last", "middle", "first"]


def test_distances_are_metres_on_the_ground() -> None:
    (found,) = passed.campuses([EAST], places(one=(10, 1)))
    assert found.away_m == pytest.approx(111.2, abs=0.5)
    assert found.after_m == pytest.approx(921, abs=2)


@pytest.mark.parametrize(("north", "found"), [(1.34, True), (1.36, False)])
def test_the_stated_distance_is_the_limit(north: float, found: bool) -> None:
    assert bool(passed.campuses([EAST], places(one=(10, north)))) is found


@pytest.mark.parametrize(
    "other", [{"certainty": "inferred"}, {"open_end": True}, {"open_start": True}]
)
def test_nothing_is_passed_where_nobody_said_that_they_walked(other: dict[str, object]) -> None:
    assert passed.campuses([EAST | other], places(one=(10, 0))) == ()


def test_a_campus_is_told_once_where_it_was_nearest() -> None:
    way = [leg((0, 0), (10, 0)), leg((10, 0), (10, 10)), leg((10, 10), (0, 10))]
    (found,) = passed.campuses(way, places(corner=(9.5, 0.5)))
    assert found.away_m < 60


def test_start_and_end_are_told_apart_and_frame_the_others() -> None:
    spots = places(begin=(1, 0), middle=(5, 0), finish=(2, 1))
    found = passed.campuses([EAST], spots, ("Begin", "Finish"))
    told = [(row.place_id, row.part) for row in found]
    assert told == [("begin", "start"), ("middle", ""), ("finish", "end")]


def test_other_kinds_of_places_are_no_campuses() -> None:
    parks = places(park=(10, 0)).assign(kind="landmark")
    assert passed.campuses([EAST], parks) == ()
    assert passed.campuses([EAST], places()) == ()


def test_the_gazetteer_of_the_project_is_understood() -> None:
    frame, _ = gazetteer.read(ROOT / "geo" / "gazetteer.csv")
    fourth = {"certainty": "stated", "line": [[-118.21214, 34.03831], [-118.20872, 34.03690]]}
    found = passed.campuses([fourth], frame, ("Theodore Roosevelt Senior High School", ""))
    assert [(row.name, row.part) for row in found] == [
        ("Theodore Roosevelt Senior High School", "start")
    ]
