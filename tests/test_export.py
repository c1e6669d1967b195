"""A march as GeoJSON and GPX: well-formed, every leg with its certainty, nothing in it markup."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import geopandas as gpd
import pyogrio
import pytest

from mapper import cards, export
from mapper.settings import ROOT

NS = {"gpx": "http://www.topografix.com/GPX/1/1"}
FOREIGN = {"credit", "licence", "generated_from", "retrieved"}
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
        "uncertainty_m": 30,
        "network": "crossings.csv",
        "network_date": "2026-11-22",
        "open_start": False,
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
    lengths_m=(150.0, 250.0),
    legs=[
        leg(1, "inferred", [[-118.2, 34.0], [-118.3, 34.1]]),
        leg(2, "stated", [[-118.3, 34.1], [-118.35, 34.1], [-118.4, 34.1]], "by First"),
    ],
)


CARD = cards.read(ROOT / "geo" / "placed_routes.geojson.toml")


def track(march: export.March) -> ET.Element:
    """The one track of a march's GPX."""
    (found,) = ET.fromstring(export.gpx(march, CARD)).findall("gpx:trk", NS)  # noqa: S314 - our own
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
    found = json.loads(export.geojson(MARCH, CARD))
    # RFC 7946, 6.1: others than these are foreign members, and no geometry
    assert set(found) - FOREIGN == {"type", "features"}
    assert not {"geometry", "coordinates", "geometries", "properties"} & set(found)
    assert found["type"] == "FeatureCollection"
    for feature, own in zip(found["features"], MARCH.legs, strict=True):
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert feature["geometry"] == {"type": "LineString", "coordinates": own["line"]}
    assert [feature["id"] for feature in found["features"]] == ["r-1", "r-2"]


def test_geojson_keeps_the_certainty_and_words_of_each_leg() -> None:
    told = [
        feature["properties"] for feature in json.loads(export.geojson(MARCH, CARD))["features"]
    ]
    assert [one["certainty"] for one in told] == ["inferred", "stated"]
    assert [one["words"] for one in told] == ["", "by First"]
    assert {one["start"] for one in told} == {"School"}


def test_hostile_text_is_text_in_geojson() -> None:
    found = json.loads(export.geojson(replace(MARCH, title=HOSTILE), CARD))
    assert found["features"][0]["properties"]["event"] == HOSTILE


def written(tmp_path: Path, name: str, content: str) -> Path:
    """A file of an export."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return path


def test_another_program_reads_credit_licence_and_certainty_of_geojson(tmp_path: Path) -> None:
    frame = gpd.read_file(written(tmp_path, "a.geojson", export.geojson(MARCH, CARD)))
    assert frame.crs.to_epsg() == 4326
    assert list(frame["certainty"]) == ["inferred", "stated"]
    assert set(frame["licence"]) == {CARD.licence}
    assert all("© OpenStreetMap contributors" in credit for credit in frame["credit"])


def test_another_program_reads_credit_and_terms_of_gpx(tmp_path: Path) -> None:
    path = written(tmp_path, "a.gpx", export.gpx(MARCH, CARD))
    told = pyogrio.read_info(path, layer="tracks")["dataset_metadata"]
    assert "© OpenStreetMap contributors" in told["COPYRIGHT_AUTHOR"]
    assert told["COPYRIGHT_YEAR"] == str(CARD.retrieved.year)
    assert CARD.licence in told["DESCRIPTION"]
    assert told["LINK_2_HREF"] == "https://www.openstreetmap.org/copyright"
    points = gpd.read_file(path, layer="track_points")
    assert list(points["type"]) == ["inferred"] * 2 + ["stated"] * 3


def test_the_files_say_what_they_were_made_from() -> None:
    told = json.loads(export.geojson(MARCH, CARD))
    assert "data/routes.csv sha256:" in told["generated_from"]
    metadata = ET.fromstring(export.gpx(MARCH, CARD)).find("gpx:metadata", NS)  # noqa: S314
    assert metadata is not None
    assert "data/routes.csv sha256:" in metadata.findtext("gpx:desc", "", NS)
    names = [child.tag.partition("}")[2] for child in metadata]
    assert names == ["name", "desc", "copyright", "link", "link"]
