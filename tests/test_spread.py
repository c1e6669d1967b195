"""Which campuses walked out, when first, and how many of those that are known."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from mapper import gazetteer, select, spread
from mapper.model import Filters, Window
from tests.conftest import REAL

WEST_ADAMS = "West Adams Preparatory High School"
NAMED_ONLY = {
    "Francisco Bravo Medical Magnet High School",
    "James A. Garfield Senior High School",
    "Abraham Lincoln Senior High School",
    "Woodrow Wilson Senior High School",
}


@pytest.fixture(scope="module")
def known_places() -> pd.DataFrame:
    """The project's own table of places."""
    return gazetteer.read(REAL.geo / "gazetteer.csv")[0]


@pytest.fixture(scope="module")
def found(frame: pd.DataFrame, known_places: pd.DataFrame) -> pd.DataFrame:
    """The campuses of all five documents."""
    return spread.campuses(frame, known_places)


def school(name: str, city: str = "Los Angeles", neighborhood: str = "") -> dict[str, str]:
    """One row of the gazetteer, as far as a share looks at it."""
    return {
        "place_id": name,
        "kind": "high_school",
        "city": city,
        "neighborhood": neighborhood,
        "state": "CA",
    }


def test_every_campus_of_the_documents_is_there_once(found: pd.DataFrame) -> None:
    # 2025: Overfelt in San Jose, Grand Arts, Santa Monica, Venice. 2026: West Adams, Bravo,
    # Contreras, Garfield, Lincoln, Mendez, RFK, Roosevelt, Wilson.
    assert len(found) == 13
    assert found["name"].is_unique


def test_campuses_stand_in_order_of_their_first_day(found: pd.DataFrame) -> None:
    assert found["first"].is_monotonic_increasing
    assert list(found["name"].head(4)) == [
        "William C. Overfelt High School",
        "Ramón C. Cortines School of Visual and Performing Arts",
        "Santa Monica High School",
        "Venice Senior High School",
    ]
    assert found.loc[4, "name"] == WEST_ADAMS


def test_west_adams_walked_out_on_monday_and_on_wednesday(found: pd.DataFrame) -> None:
    row = found.set_index("name").loc[WEST_ADAMS]
    assert row["walkouts"] == 2
    assert row["days"] == [date(2026, 2, 2), date(2026, 2, 4)]


def test_schools_known_from_posts_alone_are_flagged(found: pd.DataFrame) -> None:
    assert set(found.loc[found["named_only"], "name"]) == NAMED_ONLY


def test_a_university_and_a_neighborhood_are_no_high_school(found: pd.DataFrame) -> None:
    names = " ".join(found["name"])
    assert "University" not in names
    assert "Westwood" not in names


def test_the_photo_of_a_walkout_is_not_a_second_walkout(found: pd.DataFrame) -> None:
    overfelt = found.set_index("place_id").loc["school-overfelt-san-jose"]
    assert (overfelt["walkouts"], overfelt["days"]) == (1, [date(2025, 1, 28)])


def test_the_grid_has_a_row_for_each_campus_and_day(
    frame: pd.DataFrame, known_places: pd.DataFrame
) -> None:
    grid = spread.grid(frame, known_places)
    # 13 campuses, one of them on two days
    assert len(grid) == 14
    assert list(grid.loc[grid["name"] == WEST_ADAMS, "day"].dt.day) == [2, 4]


def test_a_walkout_without_a_day_stays_out_of_the_grid(
    frame: pd.DataFrame, known_places: pd.DataFrame
) -> None:
    undated = frame["event_id"] == "2026-02-04-bravo-walkout"
    end = frame["date_end"].where(~undated, pd.Timestamp(2026, 2, 10))
    grid = spread.grid(frame.assign(date_end=end), known_places)
    assert "Francisco Bravo Medical Magnet High School" not in set(grid["name"])


def test_the_share_counts_schools_of_the_city_itself(
    found: pd.DataFrame, known_places: pd.DataFrame
) -> None:
    shares = spread.share(found, known_places).set_index("area")
    # of the thirteen, Overfelt, Santa Monica and Garfield are not in the City of Los Angeles
    assert shares.loc["Los Angeles, CA", "walked_out"] == 10
    assert shares.loc["Los Angeles, CA", "known"] >= 120
    assert shares.loc["East Los Angeles, CA", "walked_out"] == 1


def test_no_share_is_above_the_whole(found: pd.DataFrame, known_places: pd.DataFrame) -> None:
    shares = spread.share(found, known_places)
    assert len(shares) > 0
    assert (shares["walked_out"] <= shares["known"]).all()


def test_a_community_with_one_known_school_has_no_share(
    found: pd.DataFrame, known_places: pd.DataFrame
) -> None:
    assert {"San Jose, CA", "Santa Monica, CA"} <= set(found["area"])
    assert not {"San Jose, CA", "Santa Monica, CA"} & set(spread.share(found, known_places)["area"])


def test_a_small_share_is_worked_out_by_hand() -> None:
    places = pd.DataFrame(
        [school("a"), school("b"), school("c", "", "East Los Angeles"), school("d", "Vernon")]
    )
    out = pd.DataFrame({"area": ["Los Angeles, CA", "East Los Angeles, CA"]})
    assert spread.share(out, places).to_dict("records") == [
        {"area": "Los Angeles, CA", "walked_out": 1, "known": 2}
    ]


def test_days_without_a_walkout_have_no_campus(
    frame: pd.DataFrame, known_places: pd.DataFrame
) -> None:
    quiet = Window(date(2025, 7, 1), date(2025, 7, 31))
    chosen = select.matching(frame, Filters(window=quiet))
    campuses = spread.campuses(chosen, known_places)
    assert campuses.empty
    assert spread.share(campuses, known_places).empty
