"""The geocoding step: the same bytes every time, nothing dropped, nothing finer than reported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner

from mapper import cards, catalog, ledger
from mapper.cli import app
from mapper.errors import DataError
from mapper.model import LADDER, Position, distance_m
from mapper.routes.bearings import turn_of
from mapper.settings import Folders
from tests.conftest import REAL, line_of, set_cell

FILES = {
    f"placed_{what}.{kind}{card}"
    for what in ("events", "routes")
    for kind in ("csv", "geojson")
    for card in ("", ".toml")
}
# How finely each document says where it was, read by hand from its words.
REPORTED = {
    "1968-east-los-angeles-walkouts": "neighborhood",
    "2007-05-01-macarthur-park": "landmark",
    "2025-01-22-austin-listed": "city",
    "2025-01-22-seattle-listed": "city",
    "2025-01-22-portland-listed": "city",
    "2025-01-22-washington-dc-listed": "city",
    "2025-01-22-california-demonstrations": "state",
    "2025-01-22-us-solidarity-protests": "country",
    "2025-01-28-overfelt-walkout": "campus",
    # "across the city"
    "2025-01-28-san-jose-march": "city",
    # an ICE office, without an address
    "2025-01-31-dallas-ice-office-rally": "city",
    "2025-01-31-charlotte-march": "city",
    "2025-02-01-chamblee-buford-shutdown": "street",
    "2025-02-01-little-rock-capitol-rally": "landmark",
    "2025-02-02-los-angeles-101-shutdown": "street",
    "2025-02-02-los-angeles-city-hall-rally": "landmark",
    "2025-02-02-los-angeles-olvera-march": "landmark",
    "2025-02-05-grand-arts-walkout": "campus",
    "2025-02-05-los-angeles-students-march": "neighborhood",
    "2025-02-05-us-50501": "country",
    "2025-02-06-los-angeles-walkouts": "city",
    "2025-02-06-venice-high-walkout": "campus",
    # a school is meant, but none of that name is known there
    "2025-02-06-westwood-walkout": "neighborhood",
    "2025-03-03-elizabeth-rally": "landmark",
    "2025-03-03-los-angeles-march": "city",
    "2025-06-08-los-angeles-unlawful-assembly": "neighborhood",
    "2025-06-florida-listed": "state",
    "2026-02-04-first-street-march": "street",
    "2026-02-04-garfield-walkout": "campus",
    "2026-02-04-little-tokyo-closing": "landmark",
    "2026-02-04-los-angeles-walkouts": "city",
}
# Reported more finely than anything known can say: what is told is coarser, never finer.
COARSER = {
    "2025-02-01-chicago-march": ("neighborhood", "city"),
    "2025-02-02-dallas-march": ("neighborhood", "city"),
}
# Routes whose words name two ends that are known.
LINES = {
    "2025-02-02-city-hall-101",
    "2025-02-02-olvera-city-hall",
    "2026-02-04-city-hall-mdc",
    "2026-02-04-rfk-city-hall",
    "2026-02-04-west-adams-hoover",
    "2026-02-04-west-adams-vermont",
}
TO_A_FREEWAY = "2025-02-02-city-hall-101"
ALONG_STREETS = "2026-02-04-roosevelt-mendez"
# Why the others have none, from their words.
REASONS = {
    "2025-01-28-overfelt": "no_end",
    "2025-01-31-charlotte": "no_ends",
    "2025-02-01-chicago": "no_start",
    "2025-02-02-dallas": "no_ends",
    "2025-02-02-houston": "no_ends",
    "2025-02-05-grand-arts-join": "no_end",
    "2025-02-05-los-angeles-students": "no_end",  # they converged downtown
    # "through the city of Los Angeles"
    "2025-03-03-mariachi-plaza": "no_end",
    "2025-03-03-usc": "no_ends",
    "2026-02-04-away-from-cordon": "no_ends",
    "2026-02-04-first-street": "no_start",
    "2026-02-04-little-tokyo": "no_start",
    "2026-02-04-west-adams-joined": "no_end",
    # "left onto First Street to meet up with students": they met on a street that is no known
    # place yet, and nobody says that they reached the campus
}
ELSEWHERE = "import sys; from pathlib import Path; from mapper import ledger, settings;" + (
    "f = settings.Folders(Path(sys.argv[1]), Path(sys.argv[2]));"
    "import hashlib; files = ledger.build(f).files; "
    "print({name: hashlib.sha256(content).hexdigest() for name, content in files.items()})"
)


@pytest.fixture(scope="module")
def events() -> pd.DataFrame:
    """The committed ledger of events, by id."""
    return ledger.read_events(REAL.geo).set_index("event_id")


@pytest.fixture(scope="module")
def routes() -> pd.DataFrame:
    """The committed ledger of routes, by id."""
    return ledger.read_routes(REAL.geo).set_index("route_id")


def arguments(folders: Folders) -> list[str]:
    """The folders as a command line takes them."""
    return ["--data", str(folders.data), "--geo", str(folders.geo)]


def test_the_committed_ledger_is_what_the_step_would_write() -> None:
    answer = CliRunner().invoke(app, ["geocode", "--check", *arguments(REAL)])
    assert (answer.exit_code, answer.stdout) == (0, "")


def test_writing_again_gives_the_same_bytes_and_leaves_no_half_file(project: Folders) -> None:
    found = []
    for _ in ("once", "again"):
        for name in FILES:
            (project.geo / name).unlink()
        assert set(ledger.write(project.geo, ledger.build(project))) == FILES
        found.append({name: (project.geo / name).read_bytes() for name in FILES})
    assert found[0] == found[1]
    assert [path for path in project.geo.iterdir() if path.name.startswith(".")] == []


@pytest.mark.slow
def test_another_process_gives_the_same_bytes_whatever_its_hash_seed(project: Folders) -> None:
    folders = [str(project.data), str(project.geo)]
    told = {
        subprocess.run(
            [sys.executable, "-c", ELSEWHERE, *folders],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert "placed_events.csv" in told.pop()


def test_a_changed_place_text_is_noticed_and_its_files_are_named(project: Folders) -> None:
    table = project.data / "events.csv"
    set_cell(table, line_of(table, "2026-02-04-city-hall-march"), "place_text", "Mariachi Plaza")
    before = (project.geo / "placed_events.csv").read_bytes()
    answer = CliRunner().invoke(app, ["geocode", "--check", *arguments(project)])
    assert answer.exit_code == 1
    assert {"placed_events.csv", "placed_events.geojson"} <= set(answer.stdout.split())
    assert (project.geo / "placed_events.csv").read_bytes() == before


def test_the_step_writes_what_the_check_missed(project: Folders) -> None:
    table = project.data / "events.csv"
    set_cell(table, line_of(table, "2026-02-04-city-hall-march"), "place_text", "Mariachi Plaza")
    assert CliRunner().invoke(app, ["geocode", *arguments(project)]).exit_code == 0
    found = ledger.read_events(project.geo).set_index("event_id")
    assert found.loc["2026-02-04-city-hall-march", "matched_place"] == "Mariachi Plaza"


def test_every_event_and_route_is_in_the_ledger(
    catalogue: catalog.Catalog, events: pd.DataFrame, routes: pd.DataFrame
) -> None:
    assert sorted(events.index) == sorted(catalogue.events["event_id"])
    assert sorted(routes.index) == sorted(catalogue.routes["route_id"])
    assert routes["event_id"].isin(events.index).all()


@pytest.mark.parametrize(("event_id", "precision"), REPORTED.items(), ids=list(REPORTED))
def test_an_event_is_placed_as_finely_as_reported(
    events: pd.DataFrame, event_id: str, precision: str
) -> None:
    assert events.loc[event_id, "precision"] == precision


@pytest.mark.parametrize(("event_id", "precisions"), COARSER.items(), ids=list(COARSER))
def test_what_nothing_known_can_say_is_placed_coarser(
    events: pd.DataFrame, event_id: str, precisions: tuple[str, str]
) -> None:
    reported, placed = precisions
    assert events.loc[event_id, "precision"] == placed
    assert LADDER.index(placed) > LADDER.index(reported)


def test_every_position_has_a_radius_and_a_rule(events: pd.DataFrame) -> None:
    placed = events[events["status"] == "placed"]
    assert len(placed) == len(events)
    assert (placed["uncertainty_m"] > 0).all()
    assert (placed["rule"] != "").all()
    assert placed["lon"].between(-180, -65).all()


def test_the_legal_city_and_the_postal_city_are_both_kept(events: pd.DataFrame) -> None:
    garfield = events.loc["2026-02-04-garfield-walkout"]
    assert (garfield["city"], garfield["postal_city"]) == ("", "Los Angeles")
    assert events.loc["2025-02-06-santa-monica-high-walkout", "city"] == "Santa Monica"


def test_the_rivals_of_westwood_are_named_with_the_reason(events: pd.DataFrame) -> None:
    rivals = str(events.loc["2025-02-06-westwood-walkout", "rivals"]).split("|")
    assert "geonames-5573576 (other_city)" in rivals


def test_routes_with_two_known_ends_have_an_inferred_line(routes: pd.DataFrame) -> None:
    lines = routes[routes["certainty"] == "inferred"]
    assert set(lines.index) == LINES
    assert set(lines["reason"]) == {""}
    assert (lines["length_low_m"] < lines["length_high_m"]).all()


def test_the_march_to_mendez_follows_its_three_streets_in_their_order(
    routes: pd.DataFrame,
) -> None:
    march = routes.loc[ALONG_STREETS]
    assert (march["certainty"], march["reason"], march["legs_stated"]) == ("stated", "", "3")
    legs = [leg for leg in ledger.read_legs(REAL.geo) if leg["route_id"] == ALONG_STREETS]
    stated = [leg for leg in legs if leg["certainty"] == "stated"]
    assert [leg["street"] for leg in stated] == ["Fourth Street", "Soto Street", "First Street"]
    # the words name no place on First Street: one block of it shows the way, and is open
    assert [leg["open_end"] for leg in stated] == [False, False, True]
    assert legs[0]["certainty"] == "inferred"  # from the campus to Fourth Street
    assert all(one["line"][-1] == two["line"][0] for one, two in pairwise(legs))


def test_the_turns_of_the_march_to_mendez_are_turns_on_the_ground() -> None:
    stated = [
        np.array(leg["line"])
        for leg in ledger.read_legs(REAL.geo)
        if leg["route_id"] == ALONG_STREETS and leg["certainty"] == "stated"
    ]
    right, left = (turn_of(*pair) for pair in pairwise(stated))
    assert right > 20
    assert left < -20


def test_routes_without_a_line_say_why(routes: pd.DataFrame) -> None:
    without = routes[routes["reason"] != ""]
    assert dict(without["reason"]) == REASONS
    assert set(without["certainty"]) == {"unknown"}
    assert without[["length_low_m", "length_high_m"]].isna().all(axis=None)


def test_the_ends_of_the_detention_center_march_are_as_reported(routes: pd.DataFrame) -> None:
    march = routes.loc["2026-02-04-city-hall-mdc"]
    assert march["start_place"] == "Los Angeles City Hall"
    assert march["end_place"] == "Metropolitan Detention Center, Los Angeles"
    # the two blocks stand about 400 m apart
    assert march["length_low_m"] < 400 < march["length_high_m"]


def test_the_geojson_holds_the_same_points_longitude_first(events: pd.DataFrame) -> None:
    points = gpd.read_file(REAL.geo / "placed_events.geojson").set_index("event_id")
    assert points.crs.to_epsg() == 4326
    assert list(points.index) == list(events.index)
    assert points.geometry.x.tolist() == events["lon"].tolist()
    assert points.geometry.y.tolist() == events["lat"].tolist()
    assert (points.geometry.x < 0).all()


def test_the_geojson_of_routes_has_a_feature_a_leg(routes: pd.DataFrame) -> None:
    legs = gpd.read_file(REAL.geo / "placed_routes.geojson")
    assert set(legs["route_id"]) == {*LINES, ALONG_STREETS}
    for route_id, line in legs[legs["route_id"].isin(LINES)].set_index("route_id").geometry.items():
        row = routes.loc[route_id]
        ends = [(row[f"{end}_lon"], row[f"{end}_lat"]) for end in ("start", "end")]
        assert line.coords[0] == ends[0]
        assert line.coords[-1] == ends[1] or route_id == TO_A_FREEWAY


def test_a_march_to_a_freeway_ends_at_the_point_of_it_that_is_nearest() -> None:
    (leg,) = [leg for leg in ledger.read_legs(REAL.geo) if leg["route_id"] == TO_A_FREEWAY]
    start, end = (Position(*spot) for spot in (leg["line"][0], leg["line"][-1]))
    crossings = pd.read_csv(REAL.geo / "crossings.csv")
    over = crossings[crossings["street_b"] == "US Highway 101"]
    apart = [
        distance_m(start, Position(*spot)) for spot in zip(over["lon"], over["lat"], strict=True)
    ]
    assert distance_m(start, end) <= min(apart)
    assert leg["length_m"] < 350  # its middle, as far as it is known, is 420 m off


def test_the_geojson_keeps_to_rfc_7946() -> None:
    text = (REAL.geo / "placed_events.geojson").read_text(encoding="utf-8")
    found = json.loads(text)
    assert found["type"] == "FeatureCollection"
    assert "crs" not in found
    assert all(feature["type"] == "Feature" for feature in found["features"])


@pytest.mark.parametrize("name", sorted(name for name in FILES if not name.endswith(".toml")))
def test_each_card_names_the_hashes_of_what_it_was_made_from(name: str) -> None:
    card = cards.read(cards.card_of(REAL.geo / name))
    inputs = [REAL.data / "events.csv", REAL.data / "routes.csv"]
    inputs += [REAL.geo / file for file in ("gazetteer.csv", "us_places.csv", "crossings.csv")]
    for path in inputs:
        assert f"{path.parent.name}/{path.name} sha256:{cards.sha256(path)}" in card.note
    assert card.sha256 == cards.sha256(REAL.geo / name)


@pytest.fixture
def vague(project: Folders) -> pd.DataFrame:
    """The ledger where two events have lost their city, and one of them its place too."""
    table = project.data / "events.csv"
    westwood = line_of(table, "2025-02-06-westwood-walkout")
    march = line_of(table, "2026-02-04-city-hall-march")
    set_cell(table, westwood, "locality", "")
    set_cell(table, march, "locality", "")
    set_cell(table, march, "place_text", "somewhere")
    ledger.write(project.geo, ledger.build(project))
    return ledger.read_events(project.geo).set_index("event_id")


def test_what_has_no_place_stays_and_what_has_only_a_state_is_put_there(
    vague: pd.DataFrame,
) -> None:
    westwood = vague.loc["2025-02-06-westwood-walkout"]
    assert (westwood["status"], westwood["rule"]) == ("ambiguous", "homonym")
    assert westwood["place_id"] == ""
    assert pd.isna(westwood["lon"])
    assert "neighborhood-westwood (rival)" in str(westwood["rivals"])
    march = vague.loc["2026-02-04-city-hall-march"]
    assert (march["precision"], march["rung"], march["place_id"]) == ("state", "state", "state-ca")


def test_a_missing_ledger_is_told(project: Folders) -> None:
    (project.geo / "placed_events.csv").unlink()
    with pytest.raises(DataError, match="file_missing"):
        ledger.read_events(project.geo)


def test_a_ledger_with_words_for_numbers_is_told_by_its_own_name(project: Folders) -> None:
    set_cell(project.geo / "placed_routes.csv", 2, "start_lon", "west")
    with pytest.raises(DataError) as caught:
        ledger.read_routes(project.geo)
    assert caught.value.values["file"] == "placed_routes.csv"
