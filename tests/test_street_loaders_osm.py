"""OpenStreetMap as XML and as Overpass JSON: one set of rules for both."""

import json
import sys
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import quoteattr

import osmnx
import pytest
from test_street_loaders import load, refusal, way, write

from mapper.streets.loaders import Loaded
from mapper.streets.loaders.result import SEGMENTS

pytestmark = pytest.mark.slow

Tags = Mapping[str, str]
# A cross: node 5 is shared by all ways that name it; nodes 1 to 4 lie around it.
PLACES = {1: (-118.2, 34.0), 2: (-118.0, 34.0), 3: (-118.1, 33.9), 4: (-118.1, 34.1),
          5: (-118.1, 34.0), 6: (-118.3, 34.0), 7: (-118.1, 34.0)}  # fmt: skip
ROAD = {"highway": "residential"}


def as_json(ways: Mapping[int, tuple[list[int], Tags]]) -> str:
    elements = [
        {
            "type": "way",
            "id": key,
            "nodes": nodes,
            "tags": tags,
            "geometry": [{"lon": PLACES[node][0], "lat": PLACES[node][1]} for node in nodes],
        }
        for key, (nodes, tags) in ways.items()
    ]
    base = {"timestamp_osm_base": "2026-06-12T12:14:17Z"}
    return json.dumps({"version": 0.6, "osm3s": base, "elements": elements})


def as_xml(ways: Mapping[int, tuple[list[int], Tags]]) -> str:
    parts = ['<osm version="0.6"><meta osm_base="2026-06-12T12:14:17Z"/>']
    parts += [f'<node id="{key}" lon="{x}" lat="{y}"/>' for key, (x, y) in PLACES.items()]
    for key, (nodes, tags) in ways.items():
        parts += [f'<way id="{key}">', *(f'<nd ref="{node}"/>' for node in nodes)]
        parts += [f"<tag k={quoteattr(k)} v={quoteattr(v)}/>" for k, v in tags.items()]
        parts += ["</way>"]
    return "".join([*parts, "</osm>"])


@pytest.fixture(params=["xml", "json"])
def made(request: pytest.FixtureRequest, tmp_path: Path):  # noqa: ANN201 - a function of a function
    """A reader of ways in either format."""

    def make(ways: Mapping[int, tuple[list[int], Tags]]) -> Loaded:
        text = as_xml(ways) if request.param == "xml" else as_json(ways)
        return load(write(tmp_path / f"streets.{request.param}", text))

    return make


def crossing_names(found: Loaded, node: int) -> set[str]:
    frame = found.frame
    return set(frame.loc[(frame["from_node"] == node) | (frame["to_node"] == node), "name"])


def test_the_frame_has_its_columns_in_degrees(made) -> None:  # noqa: ANN001
    found = made({1: ([1, 5, 2], {**ROAD, "name": "1st"})})
    assert (tuple(found.frame.columns), str(found.frame.crs)) == (SEGMENTS, "EPSG:4326")
    assert found.frame["from_node"].dtype == found.frame["to_node"].dtype == "int64"
    assert (found.frame["walkable"].dtype, found.frame["left_from"].dtype) == ("bool", "float64")
    assert (found.licence[:4], found.as_of) == ("ODbL", "2026-06-12")


def test_ways_are_split_where_they_share_a_node(made) -> None:  # noqa: ANN001
    found = made(
        {1: ([1, 5, 2], {**ROAD, "name": "1st"}), 2: ([3, 5, 4], {**ROAD, "name": "Soto"})}
    )
    ends = {frozenset(pair) for pair in found.frame[["from_node", "to_node"]].to_numpy().tolist()}
    assert ends == {frozenset(pair) for pair in ((1, 5), (5, 2), (3, 5), (5, 4))}
    assert crossing_names(found, 5) == {"1st", "Soto"}


def test_a_bridge_over_a_street_is_no_crossing(made) -> None:  # noqa: ANN001
    found = made(
        {1: ([1, 5, 2], {**ROAD, "name": "1st"}), 2: ([3, 7, 4], {**ROAD, "name": "Soto"})}
    )
    assert len(found.frame) == 2


def test_a_street_that_ends_on_another_splits_it(made) -> None:  # noqa: ANN001
    found = made({1: ([1, 5, 2], {**ROAD, "name": "1st"}), 2: ([3, 5], {**ROAD, "name": "Soto"})})
    assert len(found.frame) == 3


def test_a_ring_begins_and_ends_at_one_node(made) -> None:  # noqa: ANN001
    frame = made({1: ([1, 3, 2, 4, 1], {**ROAD, "name": "Circle"})}).frame
    assert (len(frame), len(frame.geometry.iloc[0].coords)) == (1, 5)
    assert (frame["from_node"] == frame["to_node"]).all()


def test_a_way_that_touches_itself_is_split_there(made) -> None:  # noqa: ANN001
    assert len(made({1: ([6, 1, 3, 2, 4, 1], {**ROAD, "name": "Loop"})}).frame) == 2


def test_only_streets_and_paths_that_are_there_are_kept(made) -> None:  # noqa: ANN001
    dropped: list[Tags] = [
        {"building": "yes"},
        {"highway": "proposed", "name": "a"},
        {"highway": "construction", "name": "b"},
        {"highway": "platform", "name": "c"},
        {"highway": "corridor", "name": "d"},
        {"highway": "pedestrian", "area": "yes", "name": "e"},
    ]
    kept = [{"highway": kind} for kind in ("steps", "footway", "path", "pedestrian")]
    found = made({key: ([1, 5], tags) for key, tags in enumerate([*dropped, *kept], 1)})
    assert found.left_out == {"not_a_street": 6}
    assert found.frame["name"].tolist() == [""] * 4


@pytest.mark.parametrize(
    ("tags", "walkable"),
    [
        ({"highway": "motorway", "name": "Main Street"}, False),
        ({"highway": "trunk_link", "name": "Main Street"}, False),
        ({"highway": "trunk", "name": "Main Street"}, True),
        ({"highway": "primary", "name": "Hollywood Freeway"}, False),
        ({"highway": "primary", "name": "Freeway Drive"}, True),
        ({"highway": "primary", "name": "I-10 Off-Ramp"}, False),
        ({"highway": "primary", "name": "Old Turnpike Road"}, True),
    ],
)
def test_nobody_walks_on_freeways_and_ramps(made, tags: Tags, walkable: bool) -> None:  # noqa: ANN001
    assert made({1: ([1, 5], tags)}).frame["walkable"].tolist() == [walkable]


def test_ramps_without_a_name_are_left_out(made) -> None:  # noqa: ANN001
    found = made({1: ([1, 5], {"highway": "motorway_link"}), 2: ([5, 2], ROAD)})
    assert (len(found.frame), found.left_out) == (1, {"no_name": 1})


def test_other_names_are_aliases_once_each(made) -> None:  # noqa: ANN001
    tags = {**ROAD, "name": "César Chávez", "old_name": "Brooklyn", "alt_name": "Brooklyn;Macy",
            "name:es": "César Chávez", "name_1": "Sunset"}  # fmt: skip
    frame = made({1: ([1, 5], tags)}).frame
    assert frame["name"].tolist() == ["César Chávez"]
    assert set(frame["aliases"].iloc[0].split("|")) == {"Brooklyn", "Macy", "Sunset"}


def test_a_name_too_long_to_be_one_is_a_fault(made) -> None:  # noqa: ANN001
    found = made(
        {9: ([1, 5], {**ROAD, "name": "x" * 10_000}), 2: ([5, 2], {**ROAD, "name": "1st"})}
    )
    assert [(fault.row, fault.code) for fault in found.faults] == [(9, "name_long")]
    assert len(found.faults[0].value) < 50
    assert found.frame["name"].tolist() == ["1st"]


def test_one_way_streets_against_their_line_are_read_too(made) -> None:  # noqa: ANN001
    found = made({1: ([1, 5, 2], {**ROAD, "name": "1st", "oneway": "-1"})})
    assert len(found.frame) == 1


def test_a_way_given_twice_is_one(tmp_path: Path) -> None:
    one = json.loads(as_json({1: ([1, 5, 2], {**ROAD, "name": "1st"})}))
    text = json.dumps({**one, "elements": one["elements"] * 2})
    assert len(load(write(tmp_path / "a.json", text)).frame) == 1


def test_nodes_may_stand_beside_the_ways(tmp_path: Path) -> None:
    nodes = [{"type": "node", "id": k, "lon": x, "lat": y} for k, (x, y) in PLACES.items()]
    text = json.dumps({"elements": [way(nodes=[1, 5, 2]), *nodes]})
    frame = load(write(tmp_path / "a.json", text)).frame
    assert frame[["from_node", "to_node"]].to_numpy().tolist() == [[1, 2]]


def test_geometry_without_nodes_is_joined_by_place(tmp_path: Path) -> None:
    def line(key: int, *nodes: int) -> object:
        spots = [{"lon": PLACES[node][0], "lat": PLACES[node][1]} for node in nodes]
        return way(geometry=spots) | {"id": key}

    text = json.dumps({"elements": [line(1, 1, 5, 2), line(2, 3, 5, 4)]})
    assert len(load(write(tmp_path / "a.json", text)).frame) == 4


def test_a_way_cut_by_a_box_has_no_line_across_the_gap(tmp_path: Path) -> None:
    spots = [{"lon": x, "lat": 34.0} for x in (-118.0, -118.1, -118.2, -118.3)]
    cut = [spots[0], spots[1], None, spots[2], spots[3]]
    frame = load(write(tmp_path / "a.json", json.dumps({"elements": [way(geometry=cut)]}))).frame
    assert [round(line.length, 6) for line in frame.geometry] == [0.1, 0.1]


@pytest.mark.parametrize("more", [{"center": {"lat": 34, "lon": -118}}, {"nodes": [1, 2]}])
def test_an_answer_without_coordinates_is_refused(tmp_path: Path, more: dict[str, object]) -> None:
    text = json.dumps({"elements": [way(**more)]})
    assert refusal(write(tmp_path / "a.json", text)).code == "overpass_no_geometry"


def test_an_answer_that_timed_out_is_refused(tmp_path: Path) -> None:
    whole = json.loads(as_json({1: ([1, 5], {**ROAD, "name": "1st"})}))
    text = json.dumps({**whole, "remark": "runtime error: Query timed out"})
    error = refusal(write(tmp_path / "a.json", text))
    assert (error.code, error.values["reason"]) == (
        "overpass_remark",
        "runtime error: Query timed out",
    )


@pytest.mark.parametrize("element", [3, {"type": "way"}, {"type": "way", "id": "x"}])
def test_elements_of_another_shape_are_refused(tmp_path: Path, element: object) -> None:
    text = json.dumps({"version": 0.6, "elements": [element]})
    assert refusal(write(tmp_path / "a.json", text)).code == "overpass_broken"


def test_an_extract_that_lacks_nodes_is_refused(tmp_path: Path) -> None:
    text = as_xml({1: ([1, 99], {**ROAD, "name": "1st"})})
    assert refusal(write(tmp_path / "a.osm", text)).code == "osm_incomplete"


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    names = "abcde"
    entities = "".join(
        f'<!ENTITY {one} "{f"&{before};" * 1000}">' for before, one in pairwise(names)
    )
    text = f'<!DOCTYPE osm [<!ENTITY a "aaaaaaaaaa">{entities}]><osm><node id="&e;"/></osm>'
    assert refusal(write(tmp_path / "a.osm", text)).code == "osm_broken"


def test_the_settings_of_osmnx_stay_as_they_were_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = dict(vars(osmnx.settings))
    load(write(tmp_path / "a.osm", as_xml({1: ([1, 5], {**ROAD, "name": "1st"})})))
    assert dict(vars(osmnx.settings)) == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.osm"]


def test_a_file_too_big_for_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(write(tmp_path / "a.osm", as_xml({1: ([1, 5], {**ROAD, "name": "1st"})})))
    monkeypatch.setattr(sys.modules["mapper.streets.loaders.osm_xml"], "MOST_MB", -1)
    assert refusal(tmp_path / "a.osm").code == "osm_too_big"
