"""`mapper streets fetch`, asking servers that answer, refuse, stall and lie."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import osmnx
import pytest
from geocoding_server import SCHOOL, GeocodingServer, Json, Reply, address, nominatim, reply
from shapely.geometry import shape
from test_decisions import small
from typer.testing import CliRunner, Result

from mapper import local
from mapper.cli import app
from mapper.errors import ServiceError
from mapper.fetch import Wish, osm
from mapper.providers import directory
from mapper.settings import Folders

__all__ = ["small"]  # the fixture
HERE = "-118.29,34.06"
LA = ["--near", "Los Angeles, CA"]
NOBODY = "127.0.0.1:9"


def node(number: int, lon: float, lat: float) -> Json:
    return {"type": "node", "id": number, "lon": lon, "lat": lat}


def way(number: int, nodes: list[int], kind: str, **tags: str) -> Json:
    return {"type": "way", "id": number, "nodes": nodes, "tags": {"highway": kind, **tags}}


# Quince Avenue meets Zebra Street; a viaduct and a freeway pass over both.
TOWN: Json = {
    "version": 0.6,
    "osm3s": {"timestamp_osm_base": "2026-06-12T03:04:05Z"},
    "elements": [
        node(1, -118.30, 34.06),
        node(2, -118.29, 34.06),
        node(3, -118.28, 34.06),
        node(4, -118.29, 34.07),
        node(5, -118.29, 34.05),
        node(6, -118.285, 34.07),
        node(7, -118.285, 34.05),
        node(8, -118.30, 34.055),
        node(9, -118.28, 34.055),
        way(11, [1, 2, 3], "residential", name="Zebra Street", alt_name="Calle Cebra"),
        way(12, [4, 2, 5], "residential", name="Quince Avenue"),
        way(13, [6, 7], "tertiary", name="Walnut Viaduct", bridge="yes", layer="1"),
        way(14, [8, 9], "motorway", name="Walnut Freeway", bridge="yes", layer="2"),
    ],
}
SQUARE = {
    "type": "Polygon",
    "coordinates": [
        [[-118.3, 34.05], [-118.28, 34.05], [-118.28, 34.07], [-118.3, 34.07], [-118.3, 34.05]]
    ],
}
STATE_WIDE = {
    "type": "Polygon",
    "coordinates": [[[-119, 34], [-117, 34], [-117, 35], [-119, 35], [-119, 34]]],
}
HEIGHTS: Json = {
    **SCHOOL,
    "osm_type": "relation",
    "osm_id": 900002,
    "class": "boundary",
    "type": "administrative",
    "addresstype": "suburb",
    "place_rank": 18,
    "name": "Made Up Heights",
}
ELSEWHERE = {
    **HEIGHTS,
    "osm_id": 900003,
    "lat": "36.74",
    "lon": "-119.77",
    "boundingbox": ["36.73", "36.75", "-119.78", "-119.76"],
    "address": address(city="Fresno", county="Fresno County"),
}


@pytest.fixture(autouse=True)
def agent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Say who asks, and be where nothing may be written."""
    monkeypatch.setenv("MAPPER_USER_AGENT", "mapper-tests (nobody@example.org)")
    (tmp_path / "cwd").mkdir()
    monkeypatch.chdir(tmp_path / "cwd")


@pytest.fixture
def geo(tmp_path: Path) -> Path:
    """A folder of places without any."""
    return tmp_path / "mine"


@pytest.fixture
def town() -> Iterator[GeocodingServer]:
    """An Overpass server that knows the town."""
    with GeocodingServer(reply(TOWN)) as server:
        yield server


def run(geo: Path, *arguments: str) -> Result:
    """The answer of the command line."""
    return CliRunner().invoke(app, [*arguments, "--geo", str(geo)])


def fetch(
    geo: Path, place: str, *options: str, overpass: str = NOBODY, nominatim: str = NOBODY
) -> Result:
    """What `mapper streets fetch` says; nobody listens where no server is given."""
    servers = ("--server", f"{overpass}/api", "--nominatim", nominatim)
    return run(geo, "streets", "fetch", place, *options, *servers)


def circle(geo: Path, server: GeocodingServer, *options: str) -> Result:
    """What it says of a circle around coordinates."""
    return fetch(geo, HERE, "--around", "2km", *options, overpass=server.url)


def refused(answer: Result, geo: Path) -> str:
    """The one line of a command that failed and left nothing in the store or the folder."""
    assert (answer.exit_code, answer.stdout) == (2, ""), answer.output
    assert not list(local.folder(geo, "streets").glob("*"))
    assert not list(Path.cwd().iterdir())
    [line] = answer.stderr.splitlines()
    return line


def test_streets_around_coordinates_are_kept_with_a_card(geo: Path, town: GeocodingServer) -> None:
    answer = circle(geo, town)
    [card] = local.listed(geo, "streets")
    assert answer.exit_code == 0, answer.output
    assert answer.stdout.startswith("118-29-34-06: 6 rows of OpenStreetMap via osmnx ")
    assert f"127.0.0.1:{town.server_port}/api of 2026-06-12" in card.source
    assert "ODbL 1.0" in card.licence
    assert card.note == "Asked for '-118.29,34.06', 2000 m around it; found '-118.29000,34.06000'."
    assert not list(Path.cwd().iterdir())
    [asked] = town.asked
    assert asked.path == "/api/interpreter"
    assert asked.user_agent == "mapper-tests (nobody@example.org)"


def legs(geo: Path, words: str) -> list[Json]:
    """What `mapper route` draws from the west end of Zebra Street to the north of Quince Avenue."""
    ends = ("--start", "34.06,-118.30", "--end", "34.07,-118.29")
    [branch] = json.loads(run(geo, "route", words, *ends, "--json").stdout)["branches"]
    return list(branch["legs"])


@pytest.mark.slow
def test_fetched_streets_are_used_until_they_are_removed(
    small: Folders, town: GeocodingServer
) -> None:
    geo = small.geo
    circle(geo, town)
    placed = run(geo, "place", "Calle Cebra y Quince Avenue", *LA, "--json")
    found = json.loads(placed.stdout)
    assert (found["status"], found["lon"], found["lat"]) == ("placed", -118.29, 34.06)
    over = json.loads(run(geo, "place", "Zebra and Walnut Viaduct", *LA, "--json").stdout)
    assert over["status"] != "placed"
    walked = legs(geo, "marched east on Zebra Street, turned left on Quince Avenue")
    assert [(leg["street"], leg["certainty"]) for leg in walked] == [
        ("Zebra Street", "stated"),
        ("Quince Avenue", "stated"),
    ]
    assert legs(geo, "marched east on Zebra Street, turned left on Walnut Viaduct") == []
    assert legs(geo, "marched east on Walnut Freeway") == []
    [line] = run(geo, "streets", "list").stdout.splitlines()
    name = line.split("\t")[0]
    assert run(geo, "streets", "remove", name).exit_code == 0
    assert run(geo, "streets", "list").stdout == ""


@pytest.mark.slow
def test_streets_meet_at_shared_nodes_and_freeways_are_not_walked(
    geo: Path, town: GeocodingServer
) -> None:
    circle(geo, town)
    frame = gpd.read_parquet(next(local.folder(geo, "streets").glob("*.parquet")))
    nodes = {name: {*rows["from_node"], *rows["to_node"]} for name, rows in frame.groupby("name")}
    assert nodes["Zebra Street"] & nodes["Quince Avenue"] == {2}
    assert not nodes["Walnut Viaduct"] & (nodes["Zebra Street"] | nodes["Walnut Freeway"])
    walked = dict(zip(frame["name"], frame["walkable"], strict=True))
    assert walked == dict.fromkeys(nodes, True) | {"Walnut Freeway": False}
    assert set(frame.loc[frame["name"] == "Zebra Street", "aliases"]) == {"Calle Cebra"}


@pytest.mark.slow
def test_a_neighborhood_is_asked_for_by_its_boundary(geo: Path) -> None:
    script = [reply([HEIGHTS]), reply([HEIGHTS | {"geojson": SQUARE}]), reply(TOWN)]
    with GeocodingServer(*script) as server:
        answer = fetch(geo, "Made Up Heights", nominatim=server.url, overpass=server.url)
        again = fetch(geo, "Made Up Heights", nominatim=NOBODY, overpass=server.url)
    assert answer.exit_code == 0, answer.output
    assert "'Made Up Heights' is taken as Made Up Heights, Los Angeles, Los" in answer.stderr
    assert [asked.path for asked in server.asked] == ["/search", "/lookup", "/api/interpreter"]
    assert {asked.user_agent for asked in server.asked} == {"mapper-tests (nobody@example.org)"}
    assert server.asked[1].query["osm_ids"] == ["R900002"]
    [card] = local.listed(geo, "streets")
    assert (card.file, card.url) == (
        "made-up-heights.parquet",
        "https://www.openstreetmap.org/relation/900002",
    )
    assert again.exit_code == 2  # another server has not been asked yet


@pytest.mark.slow
def test_an_address_needs_a_distance_and_gets_a_circle(geo: Path) -> None:
    with GeocodingServer(nominatim(), reply(TOWN)) as server:
        said = refused(fetch(geo, "Invented High", nominatim=server.url), geo)
        answer = fetch(
            geo, "Invented High", "--around", "1mi", nominatim=server.url, overpass=server.url
        )
    assert said.startswith("'Invented High School, Los Angeles, Los Angeles County, CA' is known")
    assert answer.exit_code == 0, answer.output
    assert "1609.34 m around it" in local.listed(geo, "streets")[0].note


BEFORE_ASKING = [
    (("California",), "'California' is a whole state or country"),
    (("new  york",), "'new  york' is a whole state or country"),
    (("Los Angeles", "--around", "9km"), "'Los Angeles' would be 254 km², and at most 250 km²"),
    ((HERE,), "'-118.29,34.06' is known as a point only. Say how far around it: --around 2km"),
    (("2.35,48.85", "--around", "2km"), "'2.35,48.85' lies outside the United States."),
    ((" ",), "There is no place text"),
    (("x" * 201,), "201 signs are too many"),
    ((HERE, "--around", "far"), "'far' is not a distance. Write it as 800m, 2km or 1mi."),
    ((HERE, "--around", "0km"), "'0km' is not a distance."),
    ((HERE, "--around", "-2km"), "'-2km' is not a distance."),
    (("Echo Park", "--server", "http://a b"), "'http://a b' is not the address of a server."),
    (("Echo Park", "--nominatim", "127.0.0.1:0"), "'127.0.0.1:0' is not the address of a server."),
]


@pytest.mark.parametrize(("wish", "said"), BEFORE_ASKING)
def test_what_can_be_refused_is_refused_before_anyone_is_asked(
    geo: Path, wish: tuple[str, ...], said: str
) -> None:
    answer = run(geo, "streets", "fetch", *wish)
    assert refused(answer, geo).startswith(said)


def test_nobody_is_asked_without_saying_who_asks(
    geo: Path, town: GeocodingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MAPPER_USER_AGENT")
    assert "set MAPPER_USER_AGENT" in refused(circle(geo, town), geo)
    assert town.asked == []


NOT_ONE = [
    ([], "Nominatim knows no place 'Made Up Heights' in the United States."),
    ([HEIGHTS, ELSEWHERE], "'Made Up Heights' can be: Made Up Heights, Los Angeles, Los Angeles"),
    ([HEIGHTS | {"osm_type": "node"}], "is known as a point only."),
    ([HEIGHTS | {"addresstype": "state"}], "'Made Up Heights' is a whole state or country"),
    ([HEIGHTS | {"address": address(country_code="mx")}], "Nominatim knows no place"),
]


@pytest.mark.parametrize(("rows", "said"), NOT_ONE)
def test_a_place_that_is_not_one_is_told(geo: Path, rows: list[Json], said: str) -> None:
    with GeocodingServer(reply(rows)) as server:
        assert said in refused(fetch(geo, "Made Up Heights", nominatim=server.url), geo)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([HEIGHTS | {"geojson": STATE_WIDE}], "would be 20,"),
        ([HEIGHTS | {"geojson": {"type": "Point", "coordinates": [-118.29, 34.06]}}], "as a point"),
        ([HEIGHTS], "Nominatim (127.0.0.1:"),
        ([], "sent something that is not an answer"),
        ("no", "sent something that is not an answer"),
    ],
)
def test_a_boundary_that_does_not_serve_is_told(geo: Path, rows: object, said: str) -> None:
    with GeocodingServer(reply([HEIGHTS]), reply(rows)) as server:
        answer = fetch(geo, "Made Up Heights", nominatim=server.url)
    assert said in refused(answer, geo)


FAILURES = [
    (Reply(status=429), "is busy, or had too many requests from here (status 429)"),
    (Reply(status=504), "is busy, or had too many requests from here (status 504)"),
    (Reply(status=500), "failed with the status 500"),
    (Reply(status=403), "refused the request 403"),
    (Reply(status=302, headers={"Location": "http://127.0.0.1:9"}), "to another address"),
    (Reply(b""), "sent something that is not an answer"),
    (Reply(b"<html>Sign in</html>"), "sent something that is not an answer"),
    (Reply(b'{"elements": ['), "sent something that is not an answer"),
    (reply([]), "sent something that is not an answer"),
    (reply({"elements": "none"}), "sent something that is not an answer"),
    (reply({"elements": []}), "OpenStreetMap has no streets in '-118.29,34.06'"),
    (reply(TOWN | {"remark": "runtime error: out of memory"}), "'runtime error: out of memory'"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("failure", "said"), FAILURES)
def test_every_failure_of_overpass_is_one_line(geo: Path, failure: Reply, said: str) -> None:
    with GeocodingServer(failure) as server:
        answer = circle(geo, server)
        assert len(server.asked) == 1
    assert said in refused(answer, geo)


@pytest.mark.slow
@pytest.mark.parametrize("hanging", [Reply(stall_s=60), Reply(drip_s=0.05)])
def test_a_hanging_server_is_given_up_at_the_timeout(geo: Path, hanging: Reply) -> None:
    for service in ("Overpass", "Nominatim"):
        with GeocodingServer(hanging) as server:
            started = time.monotonic()
            if service == "Overpass":
                answer = circle(geo, server, "--timeout", "1")
            else:
                answer = fetch(geo, "Echo Park", "--timeout", "1", nominatim=server.url)
            took_s = time.monotonic() - started
        said = refused(answer, geo)
        assert said.startswith(service), said
        assert "gave no whole answer within" in said
        assert took_s < 4


@pytest.mark.slow
def test_nothing_is_sent_after_the_end_and_osmnx_is_as_it_was(
    tmp_path: Path, town: GeocodingServer
) -> None:
    before = dict(vars(osmnx.settings)), socket.getaddrinfo
    threads = threading.active_count()
    wish = Wish(HERE, 2000, "mapper-tests", tmp_path, timeout_s=0)
    with pytest.raises(ServiceError, match="service_slow"):
        osm.streets(shape(SQUARE), directory.named(f"{town.url}/api"), wish)
    # the thread that was given up is still at the shape of the area
    deadline = time.monotonic() + 10
    while threading.active_count() > threads:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    assert (dict(vars(osmnx.settings)), socket.getaddrinfo) == before
    assert town.asked == []


@pytest.mark.slow
def test_a_server_that_nobody_runs_is_named(geo: Path) -> None:
    said = refused(fetch(geo, HERE, "--around", "2km"), geo)
    assert said.startswith("Overpass was not reached (127.0.0.1:9/api).")
    assert refused(fetch(geo, "Echo Park"), geo).startswith("Nominatim was not reached")


@pytest.mark.slow
def test_a_failure_leaves_what_was_fetched_before(geo: Path, town: GeocodingServer) -> None:
    circle(geo, town)
    store = local.folder(geo, "streets")
    before = {path.name: path.read_bytes() for path in store.iterdir()}
    with GeocodingServer(Reply(b"{")) as broken:
        assert circle(geo, broken).exit_code == 2
    assert {path.name: path.read_bytes() for path in store.iterdir()} == before


def test_without_osmnx_the_remedy_is_told_and_nobody_is_asked(
    geo: Path, town: GeocodingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "osmnx", None)  # how Python marks what cannot be imported
    monkeypatch.delitem(sys.modules, "mapper.fetch.osm", raising=False)
    monkeypatch.delattr("mapper.fetch.osm", raising=False)
    assert "pip install osmnx" in refused(circle(geo, town), geo)
    assert town.asked == []


@pytest.mark.slow
def test_no_other_command_waits_for_osmnx() -> None:
    code = "import sys, mapper.cli; sys.exit('osmnx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
