"""A march as GeoJSON and GPX: well-formed, every leg with its certainty, nothing in it markup."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from mapper import export

NS = {"gpx": "http://www.topografix.com/GPX/1/1"}
HOSTILE = "</name><script>alert(1)</script> ]]> & \"q\" 'a' \x00\x0b\ufffe"


def leg(order: int, certainty: str, line: list[list[float]], words: str = "") -> dict[str, object]:
    """One leg as the ledger gives it."""
    return {
        "route_id": "r",
        "event_id": "e",
        "order": order,
        "certainty": certainty,
        "street": "",
        "words": words,
        "length_m": 100,
        "open_end": False,
        "line": line,
    }


MARCH = export.March(
    route_id="r",
    event_id="e",
    title="March to the park",
    when="February 4, 2026",
    words="went to the park by First",
    certainty="stated",
    start="School",
    end="Park",
    length_m=200.0,
    legs=[
        leg(1, "inferred", [[-118.2, 34.0], [-118.3, 34.1]]),
        leg(2, "stated", [[-118.3, 34.1], [-118.35, 34.1], [-118.4, 34.1]], "by First"),
    ],
)


def track(march: export.March) -> ET.Element:
    """The one track of a march's GPX."""
    (found,) = ET.fromstring(export.gpx(march)).findall("gpx:trk", NS)  # noqa: S314 - our own
    return found


def test_gpx_has_a_segment_for_each_leg_and_every_point() -> None:
    segments = track(MARCH).findall("gpx:trkseg", NS)
    assert [len(segment) for segment in segments] == [2, 3]
    points = [(point.get("lon"), point.get("lat")) for point in segments[0]]
    assert points == [("-118.2", "34.0"), ("-118.3", "34.1")]


def test_gpx_keeps_the_certainty_of_each_leg_and_gives_no_time() -> None:
    found = track(MARCH)
    kept = [
        {point.findtext("gpx:type", "", NS) for point in segment}
        for segment in found.findall("gpx:trkseg", NS)
    ]
    assert kept == [{"inferred"}, {"stated"}]
    assert found.findtext("gpx:name", "", NS) == "March to the park, February 4, 2026"
    assert found.findtext("gpx:desc", "", NS) == "went to the park by First"
    assert not list(found.iter(f"{{{NS['gpx']}}}time"))


def test_gpx_elements_stand_in_the_order_of_the_schema() -> None:
    names = [child.tag.partition("}")[2] for child in track(MARCH)]
    assert names == ["name", "desc", "type", "trkseg", "trkseg"]


@pytest.mark.parametrize("part", ["title", "words", "when"])
def test_hostile_text_is_text_in_gpx(part: str) -> None:
    found = track(replace(MARCH, **{part: HOSTILE}))
    assert not list(found.iter(f"{{{NS['gpx']}}}script"))
    assert "</name><script>alert(1)</script> ]]> & \"q\" 'a' " in "".join(found.itertext())


def test_geojson_is_of_rfc_7946() -> None:
    found = json.loads(export.geojson(MARCH))
    assert set(found) == {"type", "features"}
    assert found["type"] == "FeatureCollection"
    for feature, own in zip(found["features"], MARCH.legs, strict=True):
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert feature["geometry"] == {"type": "LineString", "coordinates": own["line"]}
    assert [feature["id"] for feature in found["features"]] == ["r-1", "r-2"]


def test_geojson_keeps_the_certainty_and_words_of_each_leg() -> None:
    told = [feature["properties"] for feature in json.loads(export.geojson(MARCH))["features"]]
    assert [one["certainty"] for one in told] == ["inferred", "stated"]
    assert [one["words"] for one in told] == ["", "by First"]
    assert {one["start"] for one in told} == {"School"}


def test_hostile_text_is_text_in_geojson() -> None:
    found = json.loads(export.geojson(replace(MARCH, title=HOSTILE)))
    assert found["features"][0]["properties"]["event"] == HOSTILE
