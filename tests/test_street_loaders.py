"""What a street file is told by, and what is refused with which code."""

import bz2
import gzip
import json
import zipfile
from pathlib import Path

import pytest

from mapper.errors import DataError
from mapper.streets.loaders import Loaded, Options, read

OSM = """<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6"><meta osm_base="2026-06-12T12:14:17Z"/>
<node id="1" lat="34.0" lon="-118.0"/><node id="2" lat="34.0" lon="-118.1"/>
<way id="7"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/><tag k="name" v="Soto"/></way>
</osm>"""


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def load(path: Path, crs: str = "", **columns: str) -> Loaded:
    return read(path, Options(columns, crs))


def refusal(path: Path, crs: str = "", **columns: str) -> DataError:
    with pytest.raises(DataError) as raised:
        load(path, crs, **columns)
    return raised.value


def way(**more: object) -> dict[str, object]:
    return {"type": "way", "id": 1, "tags": {"highway": "primary", "name": "Soto"}, **more}


def answer(*elements: object, **more: object) -> str:
    return json.dumps({"version": 0.6, "elements": elements, **more})


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.geojson", "", "file_empty"),
        ("blank.json", " \n ", "file_empty"),
        ("page.json", "<!DOCTYPE html><html><body>504</body></html>", "file_html"),
        ("page.osm", "<html></html>", "file_html"),
        ("track.xml", "<?xml version='1.0'?><gpx></gpx>", "streets_unknown"),
        ("rubbish.shp", bytes(range(1, 256)) + b"\x00", "streets_unknown"),
        ("rubbish.gpkg", b"SQLite format 3\x00" + b"x" * 300, "file_unreadable"),
        ("rubbish.parquet", b"PAR1" + b"x" * 300, "file_unreadable"),
        ("rubbish.fgb", b"fgb\x03fgb\x00" + b"x" * 100, "file_unreadable"),
        ("alone.shp", b"\x00\x00\x27\x0a" + b"x" * 200, "file_unreadable"),
        ("rubbish.zip", b"PK\x03\x04" + b"x" * 300, "file_unreadable"),
        ("rubbish.osm.gz", b"\x1f\x8b" + b"x" * 300, "file_unreadable"),
        ("cut.osm.gz", gzip.compress(OSM.encode())[:-20], "file_unreadable"),
        ("cut.osm", OSM[:-20], "osm_broken"),
        ("cut.json", answer(way())[:-9], "file_not_json"),
        ("cut.geojson", '{"type": "FeatureCollection", "features": [{"ty', "file_unreadable"),
        ("other.json", '{"a": 1}', "streets_unknown"),
        ("none.geojson", '{"type": "FeatureCollection", "features": []}', "streets_none"),
        ("none.json", answer(), "streets_none"),
        ("none.osm", '<osm version="0.6"></osm>', "streets_none"),
        ("number.osm", '<osm><node id="x" lat="34" lon="-118"/></osm>', "osm_broken"),
        ("other.csv", "a,b\n1,2\n", "streets_unknown"),
        ("header.csv", "street1,street2,lon,lat\n", "table_empty"),
        ("place.csv", "street1,street2\nSoto,1st\n", "coordinates_missing"),
        ("wide.csv", "a,b\n".encode("utf-16"), "file_not_utf8"),
    ],
)
def test_a_file_that_is_not_what_it_claims_is_refused(
    tmp_path: Path, name: str, content: str | bytes, code: str
) -> None:
    error = refusal(write(tmp_path / name, content))
    assert error.code == code
    assert error.values["file"] == name


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.osm").code == "file_not_found"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "file_is_folder"


def test_a_map_of_a_name_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    error = refusal(write(tmp_path / "a.osm", OSM), colour="x")
    assert (error.code, error.values["column"]) == ("map_names", "colour")


@pytest.mark.parametrize("name", ["streets.osm", "streets.xml", "streets.gz", "streets.json"])
def test_the_content_decides_and_not_the_ending(tmp_path: Path, name: str) -> None:
    assert load(write(tmp_path / name, OSM)).format == "OSM XML"


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress])
def test_compressed_files_are_unpacked_whatever_their_ending(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    assert load(write(tmp_path / "streets.osm", pack(OSM.encode()))).format == "OSM XML"
    packed = write(tmp_path / "streets.json.gz", pack(_overpass().encode()))
    assert load(packed).format == "Overpass JSON"


def _overpass() -> str:
    return answer(way(geometry=[{"lat": 34, "lon": -118}, {"lat": 34, "lon": -118.1}]))


def test_a_zip_without_a_street_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("readme.md", "x")
    error = refusal(path)
    assert (error.code, error.values["value"]) == ("zip_without_streets", "readme.md")


def test_a_zip_in_a_zip_is_not_opened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("b.zip", b"PK\x03\x04")
    assert refusal(tmp_path / "a.zip").code == "zip_without_streets"


def test_a_zip_cannot_write_outside_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "in" / "a.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("../../evil.json", _overpass())
    assert load(path).kind == "segments"
    assert not list(tmp_path.rglob("evil.json"))


def test_progress_is_told_step_by_step(tmp_path: Path) -> None:
    told: list[str] = []
    read(write(tmp_path / "a.json", _overpass()), Options(), told.append)
    assert told == ["reading", "splitting"]
