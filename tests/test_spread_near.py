"""Which campuses were near which, how the wave went on, and whether that is more than chance."""

from __future__ import annotations

import importlib.util
from datetime import date
from types import ModuleType

import numpy as np
import pandas as pd
import pytest

from mapper import gazetteer, spread
from mapper.geometry import Floats
from mapper.model import Position, distance_m
from mapper.settings import ROOT
from mapper.spread import knox, near
from tests.conftest import REAL


@pytest.fixture(scope="module")
def known_places() -> pd.DataFrame:
    """The project's own table of places."""
    return gazetteer.read(REAL.geo / "gazetteer.csv")[0]


@pytest.fixture(scope="module")
def waves() -> ModuleType:
    """tools/knox_power.py, which is no package."""
    spec = importlib.util.spec_from_file_location("power", ROOT / "tools" / "knox_power.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def campuses(*rows: tuple[str, float, int]) -> pd.DataFrame:
    """Campuses on one meridian: name, kilometres to the north, day of January 2026."""
    return pd.DataFrame(
        [
            {
                "place_id": name,
                "name": name,
                "lon": -118.0,
                "lat": 34.0 + km / 111.195,
                "first": pd.Timestamp(2026, 1, day),
                "is_dated": True,
            }
            for name, km, day in rows
        ]
    )


def test_the_nearest_earlier_campus_is_found_with_its_distance_and_days() -> None:
    found = near.earlier(campuses(("a", 0, 1), ("b", 3, 2), ("c", 4, 2), ("d", 10, 5)))
    told = found.assign(distance_km=found["distance_km"].round(2))
    # b and c are on one day: neither is earlier than the other
    assert told[["name", "nearest", "distance_km", "days"]].values.tolist() == [
        ["b", "a", 3.0, 1],
        ["c", "a", 4.0, 1],
        ["d", "c", 6.0, 3],
    ]


def test_the_first_campuses_of_all_followed_none() -> None:
    assert near.earlier(campuses(("a", 0, 1), ("b", 3, 1))).empty
    assert near.earlier(campuses(("a", 0, 1)).iloc[:0]).empty


def test_distances_are_those_of_the_model() -> None:
    one, other = Position(-118.2437, 34.0522), Position(-121.8863, 37.3382)
    measured = near.distances_km(np.array([one]), np.array([other]))[0, 0]
    assert measured * 1000 == pytest.approx(distance_m(one, other))


def test_near_me_counts_the_distance_itself(known_places: pd.DataFrame) -> None:
    schools = known_places[known_places["kind"] == "high_school"].set_index("name")
    roosevelt = schools.loc["Theodore Roosevelt Senior High School"]
    place = Position(roosevelt["lon"], roosevelt["lat"])
    found = near.around(place, 2.0, known_places)
    assert found.loc[0, "distance_km"] == 0
    assert found["distance_km"].is_monotonic_increasing
    assert (found["distance_km"] <= 2.0).all()
    edge = float(found["distance_km"].iloc[-1])
    assert len(near.around(place, edge, known_places)) == len(found)


def test_the_curve_of_the_documents(frame: pd.DataFrame, known_places: pd.DataFrame) -> None:
    found = spread.curve(spread.campuses(frame, known_places))
    # Overfelt; Grand Arts; Santa Monica and Venice; West Adams; eight more on 4 February 2026
    assert [day.date() for day in found["day"]] == [
        date(2025, 1, 28),
        date(2025, 2, 5),
        date(2025, 2, 6),
        date(2026, 2, 2),
        date(2026, 2, 4),
    ]
    assert found["new"].tolist() == [1, 1, 2, 1, 8]
    assert found["total"].tolist() == [1, 2, 4, 5, 13]


def test_gaps_are_days_between_walkouts(frame: pd.DataFrame, known_places: pd.DataFrame) -> None:
    found = spread.campuses(frame, known_places).set_index("name")
    assert found.loc["West Adams Preparatory High School", "gaps"] == [2]
    assert found["gaps"].map(len).sum() == 1


def test_an_undated_walkout_gives_no_first_day_to_the_curve(
    frame: pd.DataFrame, known_places: pd.DataFrame
) -> None:
    undated = frame["event_id"] == "2026-02-04-bravo-walkout"
    end = frame["date_end"].where(~undated, pd.Timestamp(2026, 2, 10))
    found = spread.campuses(frame.assign(date_end=end), known_places)
    assert len(found) == 13
    assert not found.set_index("name").loc["Francisco Bravo Medical Magnet High School", "is_dated"]
    assert spread.curve(found)["total"].max() == 12


def line_of_campuses(count: int) -> Floats:
    """Campuses 2 km apart."""
    return np.array([(-118.0, 34.0 + 2 * at / 111.195) for at in range(count)]).reshape(-1, 2)


def test_a_wave_along_a_line_is_more_than_chance() -> None:
    answer = knox.run(line_of_campuses(30), np.arange(30.0), draws=999)
    # each campus is within 5 km of the two before it, which walked out one and two days before
    assert answer.close == 29 + 28
    assert answer.verdict == "more"
    assert answer.p == 1 / 1000
    assert answer.draws == 999


def test_the_same_seed_gives_the_same_answer_and_the_order_of_rows_no_other_count() -> None:
    points, days = line_of_campuses(30), np.arange(30.0) % 7
    answer = knox.run(points, days, draws=199)
    assert knox.run(points, days, draws=199) == answer
    turned = knox.run(points[::-1], days[::-1], draws=199)
    assert (turned.close, turned.verdict) == (answer.close, answer.verdict)


@pytest.mark.parametrize("count", [0, 1, 2, knox.FEWEST - 1])
def test_few_campuses_cannot_tell(count: int) -> None:
    answer = knox.run(line_of_campuses(count), np.arange(float(count)), draws=99)
    assert (answer.verdict, answer.campuses) == ("cannot_tell", count)


def test_one_day_for_all_cannot_tell() -> None:
    assert knox.run(line_of_campuses(40), np.zeros(40), draws=99).verdict == "cannot_tell"


def test_planted_waves_are_found_and_chance_is_rarely_taken_for_one(waves: ModuleType) -> None:
    # docs/method.md has the whole table; here few waves, with room for their scatter
    waves.WAVES, waves.DRAWS = 60, 99
    points = waves.schools()
    assert waves.share(points, 60, 0.0) <= 0.15
    assert waves.share(points, 60, 0.8) >= 0.6
