"""`mapper route` as a person runs it: a street file of their own, and every kind of bad input."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely
from click.testing import Result
from typer.testing import CliRunner

from mapper.cli import app

# Streets from the west to the east, avenues from the south to the north, 200 m apart.
STREETS, AVENUES = (
    ("Cedar Street", "Maple Street", "Walnut Street"),
    ("Quail Ave", "Robin Ave", "Swan Ave"),
)
WEST, SOUTH, STEP = -97.0, 35.0, 0.002


def town(crs: str = "EPSG:4326") -> gpd.GeoDataFrame:
    """A town of three by three streets, as a city's centrelines."""
    ends = [STEP * number for number in range(3)]
    across = [
        (name, shapely.LineString([(WEST + lon, SOUTH + lat) for lon in ends]))
        for name, lat in zip(STREETS, ends, strict=True)
    ]
    up = [
        (name, shapely.LineString([(WEST + lon, SOUTH + lat) for lat in ends]))
        for name, lon in zip(AVENUES, ends, strict=True)
    ]
    names, lines = zip(*across, *up, strict=True)
    return gpd.GeoDataFrame({"FULLNAME": names}, geometry=list(lines), crs=4326).to_crs(crs)


@pytest.fixture(scope="module")
def streets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The town as a file."""
    path = tmp_path_factory.mktemp("streets") / "town.geojson"
    town().to_file(path, driver="GeoJSON")
    return path


def run(*args: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, ["route", *map(str, args)])


def answer(words: str, streets: Path) -> dict[str, Any]:
    """The only branch of what is answered as JSON."""
    found = run(words, "--streets", streets, "--json")
    (branch,) = json.loads(found.stdout)["branches"]
    assert found.exit_code == (3 if branch["reason"] else 0)
    return dict(branch)


def test_a_march_in_another_town_is_drawn_on_its_own_streets(streets: Path) -> None:
    words = "They marched along Cedar Street from Quail Ave to Robin, then left on Robin to Walnut."
    found = answer(words, streets)
    assert [(leg["street"], leg["certainty"]) for leg in found["legs"]] == [
        ("Cedar Street", "stated"),
        ("Robin", "stated"),
    ]
    assert {leg["network"] for leg in found["legs"]} == {"town.geojson"}
    assert found["length_low_m"] < 2 * 183 + 2 * 222 < found["length_high_m"] + 500
    features = json.loads(run(words, "--streets", streets, "--geojson").stdout)["features"]
    assert [f["properties"]["words"] for f in features] == [leg["words"] for leg in found["legs"]]
    assert features[0]["geometry"]["coordinates"][0] == pytest.approx([WEST, SOUTH])


def test_people_read_the_legs_and_the_words_that_were_not_understood(streets: Path) -> None:
    found = run("They marched along Cedar Street from Quail to Swan, zzz.", "--streets", streets)
    assert "stated" in found.stdout
    assert "Cedar Street" in found.stdout
    assert "not understood" in found.stdout


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Along Cedar St from Quail, left on Robin Ave, left on Walnut St to Swan.", "turn_wrong"),
        ("Along Cedar Street from Quail Ave, right on Robin Ave to Walnut Street.", "turn_wrong"),
        ("They marched west on Cedar Street from Quail Ave to Swan Ave.", "turn_wrong"),
        ("They marched along Cedar Street from Quail, then along Maple to Swan.", "no_crossing"),
        ("They marched along Oleander Street from Quail Ave to Swan Ave.", "street_unknown"),
        ("They marched along Cedar Street.", "no_ends"),
        ("They marched along Cedar Street to Robin Ave.", "no_start"),
        ("They marched through the town.", "no_ends"),
        ("They did not march along Cedar Street from Quail Ave to Swan Ave.", "no_ends"),
    ],
)  # fmt: skip
def test_what_gives_no_line_says_why(words: str, reason: str, streets: Path) -> None:
    found = answer(words, streets)
    assert (found["legs"], found["reason"]) == ([], reason)


def test_a_street_named_twice_and_a_loop_are_walked(streets: Path) -> None:
    words = (
        "They marched along Cedar Street from Quail Ave, left on Robin Ave, left on Maple Street,"
        " left on Quail Ave to Cedar Street, then left on Cedar Street to Swan Ave."
    )
    legs = answer(words, streets)["legs"]
    assert [leg["street"] for leg in legs] == [
        "Cedar Street", "Robin Ave", "Maple Street", "Quail Ave", "Cedar Street",
    ]  # fmt: skip
    assert legs[3]["line"][-1] == pytest.approx(legs[0]["line"][0])


@pytest.mark.parametrize("words", ["", "   ", "\n\t"])
def test_no_words_are_told(words: str, streets: Path) -> None:
    found = run(words, "--streets", streets)
    assert found.exit_code == 2
    assert found.stderr.strip() == "There are no words of a march."


def test_5000_words_are_read_and_more_are_refused(streets: Path) -> None:
    words = "They marched along Cedar Street from Quail to Swan. " * 555 + "and on and on"
    began = time.monotonic()
    found = run(words, "--streets", streets, "--json")
    assert found.exit_code in (0, 3)
    assert time.monotonic() - began < 60
    more = run(words + " more" * 10, "--streets", streets)
    assert more.exit_code == 2
    assert "words are too many for one march" in more.stderr


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "'; DROP TABLE routes; --", "\u202ehcram", "☃" * 300]
)
def test_hostile_words_give_no_line_and_no_traceback(words: str, streets: Path) -> None:
    found = run(words, "--streets", streets)
    assert found.exit_code == 3
    assert isinstance(found.exception, SystemExit)


def test_a_file_in_feet_is_drawn_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "feet.gpkg"
    town("EPSG:2267").to_file(path)
    found = answer("They marched along Cedar Street from Quail Ave to Swan Ave.", path)
    assert found["legs"][0]["line"][0] == pytest.approx([WEST, SOUTH], abs=1e-5)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gone.geojson", None),
        ("empty.geojson", ""),
        ("broken.geojson", '{"type": "FeatureCollection", "features": ['),
        ("page.html", "<!doctype html><title>Streets</title>"),
        ("nothing.geojson", '{"type": "FeatureCollection", "features": []}'),
    ],
)
def test_a_file_that_is_no_street_file_is_told_by_its_name(
    name: str, content: str | None, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    found = run("They marched along Cedar Street.", "--streets", path)
    assert found.exit_code == 2
    assert name in found.stderr
    assert "Traceback" not in found.stderr


def test_feet_without_their_crs_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "feet.geojson"
    collection = json.loads(town("EPSG:2267").to_json())
    collection.pop("crs")
    path.write_text(json.dumps(collection), encoding="utf-8")
    found = run("They marched along Cedar Street from Quail to Swan.", "--streets", path)
    assert found.exit_code == 2
    assert "feet.geojson" in found.stderr
    assert "--crs" in found.stderr


def test_a_town_elsewhere_is_not_drawn_in_los_angeles() -> None:
    words = "They marched down First Street from Soto Street to Boyle Avenue."
    here = run(words, "--near", "Los Angeles, CA", "--json")
    there = run(words, "--near", "Dallas, TX", "--json")
    assert json.loads(here.stdout)["branches"][0]["status"] == "line"
    assert json.loads(there.stdout)["branches"][0]["reason"] == "street_unknown"


def test_where_no_streets_are_known_it_says_how_to_get_them() -> None:
    found = run("They marched down Elm Street from Main to Akard.", "--near", "Dallas, TX")
    assert found.exit_code == 3
    assert "mapper streets add" in found.stdout
    assert "mapper streets fetch" in found.stdout
