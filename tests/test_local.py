"""Files that a user adds: stored, used by `place`, listed, removed, and never in the ledger."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import pytest
from shapely import LineString
from test_decisions import small
from typer.testing import CliRunner, Result

from mapper import cards, local
from mapper.cli import app
from mapper.settings import Folders

pytestmark = pytest.mark.slow

# Invented places of Los Angeles: no committed file knows them.
PLACES = "name,lat,lon\nZebra Plaza,34.0537,-118.2427\nQuince Hall,34.0600,-118.2500\n"
MOVED = "name,lat,lon\nZebra Plaza,34.1000,-118.2600\n"
SWAPPED = "name,lat,lon\nZebra Plaza,-118.2427,34.0537\n"
STOPS = """stop_id,stop_name,stop_lat,stop_lon
1,Zebra / Quince,34.0500,-118.2500
2,Zebra / Walnut,34.0510,-118.2510
3,Quince / Zebra,34.0501,-118.2501
"""
OSM = """<?xml version="1.0"?><osm version="0.6">
<node id="1" lat="34.05" lon="-118.26"/><node id="2" lat="34.05" lon="-118.25"/>
<node id="3" lat="34.05" lon="-118.24"/><node id="4" lat="34.06" lon="-118.25"/>
<way id="9"><nd ref="1"/><nd ref="2"/><nd ref="3"/>
<tag k="highway" v="residential"/><tag k="name" v="Zebra Street"/></way>
<way id="8"><nd ref="2"/><nd ref="4"/>
<tag k="highway" v="residential"/><tag k="name" v="Quince Avenue"/></way></osm>
"""
__all__ = ["small"]  # the fixture
LA = ["--near", "Los Angeles, CA"]


def run(project: Folders, *arguments: str) -> Result:
    """The answer of the command line for a project."""
    return CliRunner().invoke(app, [*arguments, "--geo", str(project.geo)])


def told(project: Folders, text: str) -> dict[str, object]:
    """What `mapper place --json` says of a text of Los Angeles."""
    return dict(json.loads(run(project, "place", text, *LA, "--json").stdout))


def added(project: Folders, path: Path, content: str, *options: str) -> Result:
    """Write a file and add it, as streets where its ending says so."""
    path.write_text(content, encoding="utf-8")
    topic = "gazetteer" if path.suffix == ".csv" else "streets"
    return run(project, topic, "add", str(path), *options)


def centrelines(path: Path) -> str:
    """Two streets that cross, as a city publishes them."""
    lines = {
        "Zebra Street": [(-118.26, 34.05), (-118.25, 34.05), (-118.24, 34.05)],
        "Quince Avenue": [(-118.25, 34.04), (-118.25, 34.05), (-118.25, 34.06)],
    }
    shapes = [LineString(points) for points in lines.values()]
    gpd.GeoDataFrame({"FULLNAME": list(lines)}, geometry=shapes, crs=4326).to_file(path)
    return path.read_text(encoding="utf-8")


def everything(folder: Path) -> dict[str, bytes]:
    """Every file under a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def csv(tmp_path: Path) -> Path:
    """Where a test writes a table of places."""
    return tmp_path / "My Places.csv"


@pytest.fixture
def with_places(small: Folders, csv: Path) -> Folders:
    """A project with two landmarks added."""
    assert added(small, csv, PLACES, "--kind", "landmark").exit_code == 0
    return small


def test_an_added_place_is_found_until_it_is_removed(with_places: Folders) -> None:
    found = told(with_places, "in front of Zebra Plaza")
    assert (found["status"], found["lon"], found["lat"]) == ("placed", -118.2427, 34.0537)
    assert run(with_places, "gazetteer", "remove", "my-places").exit_code == 0
    assert told(with_places, "in front of Zebra Plaza")["status"] == "not_found"
    assert everything(local.folder(with_places.geo, "gazetteer")) == {}


def test_what_came_in_is_said_on_one_line(small: Folders, csv: Path) -> None:
    answer = added(small, csv, PLACES, "--kind", "landmark")
    assert answer.stdout.startswith("my-places: 2 rows of ")
    assert answer.stderr == ""


def test_a_row_with_a_fault_is_told_with_its_line_and_the_others_come_in(
    small: Folders, csv: Path
) -> None:
    content = PLACES + "Nowhere,91,-118.2\n"
    answer = added(small, csv, content, "--kind", "landmark")
    assert answer.exit_code == 0
    assert "row 4" in answer.stderr
    assert "2 rows" in answer.stdout
    assert "1 with a fault" in answer.stdout


def test_the_card_says_where_a_file_came_from(with_places: Folders, csv: Path) -> None:
    [card] = local.listed(with_places.geo, "gazetteer")
    stored = local.folder(with_places.geo, "gazetteer") / card.file
    assert card.file == "my-places.parquet"
    assert cards.sha256(stored) == card.sha256
    assert f"My Places.csv sha256:{cards.sha256(csv)}" in card.source
    assert set(card.columns) == set(gpd.read_parquet(stored).columns)


def test_the_list_names_what_was_added_and_nothing_else(with_places: Folders) -> None:
    [line] = run(with_places, "gazetteer", "list").stdout.splitlines()
    assert line.split("\t")[:2] == ["my-places", "My Places.csv (2 rows)"]
    assert run(with_places, "streets", "list").stdout == ""


def test_the_same_file_again_replaces_the_older_one(with_places: Folders, csv: Path) -> None:
    assert added(with_places, csv, MOVED, "--kind", "landmark").exit_code == 0
    assert told(with_places, "Zebra Plaza")["lat"] == 34.1
    assert told(with_places, "Quince Hall")["status"] == "not_found"
    assert len(local.listed(with_places.geo, "gazetteer")) == 1


def test_a_name_that_was_not_added_cannot_be_removed(with_places: Folders) -> None:
    answer = run(with_places, "gazetteer", "remove", "their-places")
    assert answer.exit_code == 2
    assert answer.stderr == "Nothing named 'their-places' was added. There is: my-places\n"


def test_no_file_outside_the_store_can_be_removed(with_places: Folders) -> None:
    (with_places.geo / "mine.parquet").touch()
    assert run(with_places, "gazetteer", "remove", "../../mine").exit_code == 2
    assert (with_places.geo / "mine.parquet").exists()


@pytest.mark.parametrize(
    ("content", "options"),
    [
        (SWAPPED, ("--kind", "landmark")),
        (PLACES, ()),
        (PLACES, ("--kind", "castle")),
        (PLACES, ("--kind", "landmark", "--map", "name=TITLE")),
        (PLACES, ("--kind", "landmark", "--map", "name")),
        ("<!DOCTYPE html><html></html>", ("--kind", "landmark")),
        ("", ("--kind", "landmark")),
    ],
)
def test_a_refused_file_leaves_nothing_behind(
    small: Folders, csv: Path, content: str, options: tuple[str, ...]
) -> None:
    answer = added(small, csv, content, *options)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert len(answer.stderr.splitlines()) == 1
    assert not (small.geo / "local").exists()


def test_a_refused_file_leaves_the_older_one_as_it_was(with_places: Folders, csv: Path) -> None:
    before = everything(with_places.geo / "local")
    assert added(with_places, csv, SWAPPED, "--kind", "landmark").exit_code == 2
    assert everything(with_places.geo / "local") == before


def test_a_missing_file_is_one_line(small: Folders, tmp_path: Path) -> None:
    for topic in local.TOPICS:
        answer = run(small, topic, "add", str(tmp_path / "gone.csv"))
        assert (answer.exit_code, len(answer.stderr.splitlines())) == (2, 1)
        assert answer.stderr.startswith("gone.csv ")


@pytest.mark.parametrize("damage", [b"", b"PAR1 and no more", b"name,lat\n"])
def test_a_broken_store_is_told_and_the_rest_still_answers(
    with_places: Folders, damage: bytes
) -> None:
    store = local.folder(with_places.geo, "gazetteer")
    (store / "broken.parquet").write_bytes(damage)
    answer = run(with_places, "place", "Zebra Plaza", *LA)
    assert answer.exit_code == 0
    assert "broken.parquet cannot be read and is left out" in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


def test_the_committed_ledger_never_depends_on_what_was_added(with_places: Folders) -> None:
    data = ("--data", str(with_places.data))
    before = everything(with_places.geo)
    assert run(with_places, "geocode", "--check", *data).exit_code == 0
    assert everything(with_places.geo) == before


def test_a_ledger_with_what_was_added_is_written_beside_it(with_places: Folders) -> None:
    before = everything(with_places.geo)
    data = ("--data", str(with_places.data))
    answer = run(with_places, "geocode", "--with-local", *data)
    after = everything(with_places.geo)
    new = set(after) - set(before)
    assert answer.exit_code == 0
    assert {name: after[name] for name in before} == before
    assert {Path(name).parent for name in new} == {Path("local")}
    assert "local/placed_events.csv" in new
    assert b"my-places.parquet sha256:" in after["local/placed_events.csv.toml"]


@pytest.mark.parametrize("file", ["lines.geojson", "stops.txt", "map.osm"])
def test_added_streets_give_a_corner_until_they_are_removed(
    small: Folders, tmp_path: Path, file: str
) -> None:
    path = tmp_path / file
    contents = {"stops.txt": STOPS, "map.osm": OSM}
    answer = added(small, path, contents.get(file) or centrelines(path))
    assert (answer.exit_code, told(small, "Quince and Zebra")["precision"]) == (0, "intersection")
    assert run(small, "streets", "remove", path.stem).exit_code == 0
    assert told(small, "Quince and Zebra")["status"] == "not_found"
    assert everything(local.folder(small.geo, "streets")) == {}


def test_an_added_corner_stands_on_its_node(small: Folders, tmp_path: Path) -> None:
    added(small, tmp_path / "map.osm", OSM)
    found = told(small, "corner of Zebra St. and Quince")
    assert (found["lon"], found["lat"]) == (pytest.approx(-118.25), pytest.approx(34.05))
    assert found["uncertainty_m"] == 15


def test_a_street_file_with_a_licence_keeps_it(small: Folders, tmp_path: Path) -> None:
    added(small, tmp_path / "map.osm", OSM)
    [card] = local.listed(small.geo, "streets")
    assert "ODbL" in card.licence
    assert "ODbL" in run(small, "streets", "list").stdout


@pytest.mark.parametrize("content", ["", "no streets at all", "{}", "<osm></osm>", "<html></html>"])
def test_a_file_without_streets_leaves_nothing_behind(
    small: Folders, tmp_path: Path, content: str
) -> None:
    answer = added(small, tmp_path / "streets.bin", content)
    assert (answer.exit_code, len(answer.stderr.splitlines())) == (2, 1)
    assert not (small.geo / "local").exists()
