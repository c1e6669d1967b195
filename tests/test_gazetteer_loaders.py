"""Files of places that a user brings: what is kept of them, and what is refused and why."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import geopandas as gpd
import pytest
from shapely.geometry import Point, Polygon

from mapper.crs import WGS84
from mapper.errors import DataError
from mapper.gazetteer import loaders
from mapper.gazetteer.loaders import Loaded, Options

LANDMARKS = Options(kind="landmark")
HALL = "City Hall,34.0537,-118.2427\n"
PARK = "Echo Park,34.0729,-118.2606\n"
TABLE = "name,lat,lon\n" + HALL + PARK
# EPSG:2229, feet of the California zone that Los Angeles lies in.
FEET = "name,x,y\nCity Hall,6487000,1842000\nEcho Park,6481000,1849000\n"


def load(path: Path, content: str | bytes, options: Options = LANDMARKS) -> Loaded:
    """Write a file and read it."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return loaders.read(path, options)


def refusal(path: Path, content: str | bytes, options: Options = LANDMARKS) -> DataError:
    """Write a file that is refused, and say how."""
    with pytest.raises(DataError) as caught:
        load(path, content, options)
    return caught.value


@pytest.fixture
def csv(tmp_path: Path) -> Path:
    """Where a test writes its table."""
    return tmp_path / "places.csv"


@pytest.fixture
def points() -> gpd.GeoDataFrame:
    """Two places with a column that no one asked for."""
    return gpd.GeoDataFrame(
        {"name": ["City Hall", "Echo Park"], "email": ["a@example.org", "b@example.org"]},
        geometry=[Point(-118.2427, 34.0537), Point(-118.2606, 34.0729)],
        crs=WGS84,
    )


def test_a_table_becomes_points_with_all_columns(csv: Path) -> None:
    loaded = load(csv, TABLE)
    assert list(loaded.frame.columns) == [*loaders.COLUMNS, "geometry"]
    assert loaded.frame.crs == WGS84
    assert list(loaded.frame["source"]) == ["places.csv row 2", "places.csv row 3"]
    assert loaded.frame.geometry.iloc[0] == Point(-118.2427, 34.0537)
    assert (loaded.format, loaded.faults, loaded.left_out) == ("CSV", (), {})


@pytest.mark.parametrize(
    "table",
    [
        "Title;LATITUDE;Lng\nCity Hall;34.0537;-118.2427\n",
        "nombre\tlatitud\tlongitud\nCity Hall\t34.0537\t-118.2427\n",
        "\ufeffy|x|place\n34.0537|-118.2427|City Hall\n",
    ],
)
def test_obvious_columns_and_any_separator_are_understood(csv: Path, table: str) -> None:
    frame = load(csv, table).frame
    assert (frame["name"].item(), frame["lat"].item()) == ("City Hall", 34.0537)


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "cp1252", "utf-16"])
def test_the_encoding_is_found_out(csv: Path, encoding: str) -> None:
    table = TABLE.replace("City Hall", "César Chávez Plaza").encode(encoding)
    assert load(csv, table).frame["name"].iloc[0] == "César Chávez Plaza"


def test_ids_are_slugs_and_repeated_ones_are_numbered(csv: Path) -> None:
    table = TABLE + HALL + "City Hall 2,34.0,-118.0\n"
    ids = load(csv, table).frame["place_id"]
    assert list(ids) == [
        "place-city-hall",
        "place-echo-park",
        "place-city-hall-3",
        "place-city-hall-2",
    ]
    assert ids.is_unique


@pytest.mark.parametrize("name", ["Ñandú  Plaza", "=1+1", "--", "日本"])
def test_an_id_has_the_form_of_the_gazetteer(csv: Path, name: str) -> None:
    place_id = load(csv, TABLE + f"{name},34,-118\n").frame["place_id"].iloc[2]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", place_id)


def test_the_columns_that_a_user_names_win(csv: Path) -> None:
    table = "name,label,lat,lon,reach\nX1,City Hall,34.05,-118.24,75\nX2,Park,34.07,-118.26,\n"
    options = Options(columns={"name": "label", "uncertainty_m": "reach"}, kind="landmark")
    frame = load(csv, table, options).frame
    assert list(frame["name"]) == ["City Hall", "Park"]
    assert list(frame["uncertainty_m"]) == [75, 200]


def test_kinds_are_read_in_common_words(csv: Path) -> None:
    table = "name,lat,lon,type\nA,34,-118,High School\nB,34,-118,park\nC,34,-118,Neighbourhood\n"
    frame = load(csv, table, Options()).frame
    assert list(frame["kind"]) == ["high_school", "landmark", "neighborhood"]
    assert list(frame["uncertainty_m"]) == [210, 200, 5510]


@pytest.mark.parametrize(
    ("people", "radius"), [("500", 3000), ("10", 1500), ("", 12300), ("50000", 12300)]
)
def test_the_radius_of_a_city_follows_its_people(csv: Path, people: str, radius: float) -> None:
    table = f"name,lat,lon,population\nA,34,-118,{people}\n"
    assert load(csv, table, Options(kind="city")).frame["uncertainty_m"].item() == radius


def test_states_are_written_with_two_letters(csv: Path) -> None:
    table = "name,lat,lon,state\nA,34,-118,California\nB,34,-118,ca\nC,34,-118,Bavaria\n"
    loaded = load(csv, table)
    assert list(loaded.frame["state"]) == ["CA", "CA"]
    assert [(fault.row, fault.code) for fault in loaded.faults] == [(4, "state_form")]


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("London,51.5,-0.1", "lon", "not_in_us"),
        ("Nowhere,0,0", "lat", "position_zero"),
        ("Word,north,-118", "lat", "degrees_form"),
        ("Not a number,nan,-118", "lat", "degrees_form"),
        ("Endless,inf,-118", "lat", "degrees_form"),
        (",34,-118", "name", "required"),
        ("x" * 201 + ",34,-118", "name", "name_long"),
        ("Wide,34,-118,more,cells", "", "row_too_long"),
    ],
)
def test_a_single_bad_row_is_left_out_and_told(csv: Path, row: str, column: str, code: str) -> None:
    loaded = load(csv, TABLE + row + "\n")
    assert len(loaded.frame) == 2
    fault = loaded.faults[0]
    assert (fault.file, fault.row, fault.column, fault.code) == ("places.csv", 4, column, code)


def test_an_empty_position_is_no_fault(csv: Path) -> None:
    loaded = load(csv, TABLE + "Somewhere,,\n")
    assert (loaded.left_out, loaded.faults) == ({"no_coordinates": 1}, ())


def test_unseen_signs_are_cleaned_and_formulas_are_text(csv: Path) -> None:
    table = 'name,lat,lon\n"City\u202e\x07  Hall",34,-118\n"=HYPERLINK(""x"")",34,-118\n'
    assert list(load(csv, table).frame["name"]) == ["City Hall", '=HYPERLINK("x")']


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"\n \n\n", "file_empty"),
        (b"name,lat,lon\n", "table_empty"),
        (b"<!DOCTYPE html><html></html>", "file_html"),
        (b"\xef\xbb\xbf <?xml version='1.0'?>", "file_html"),
        (b"\x89PNG\r\n\x1a\n" + bytes(400), "file_binary"),
        (b"\xd0\xcf\x11\xe0" + bytes(400), "file_spreadsheet"),
        (b"PK\x03\x04 and no more", "file_truncated"),
        (TABLE.encode()[:-12], "file_truncated"),
        (b'name,lat,lon\n"City Hall,34,-118\n', "file_truncated"),
        (b'name,lat,lon\n"City" Hall,34,-118\n', "file_not_csv"),
        (b"name,name,lat,lon\nA,B,34,-118\n", "column_twice"),
        (b'{"type": "FeatureCollection", "features": [{"ty', "file_not_geo"),
        (b"PAR1" + bytes(100), "file_not_geo"),
        (b"SQLite format 3\x00" + bytes(100), "file_not_geo"),
        (b"name,lat,lon\nA,,\n", "nothing_kept"),
    ],
)
def test_what_is_no_table_of_places_is_refused(csv: Path, content: bytes, code: str) -> None:
    assert refusal(csv, content).code == code


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "no.csv", "file_not_found"), (tmp_path, "file_is_folder")):
        with pytest.raises(DataError) as caught:
            loaders.read(path, LANDMARKS)
        assert (caught.value.code, caught.value.values["file"]) == (code, path.name)


def test_missing_columns_are_told_with_those_found(csv: Path) -> None:
    error = refusal(csv, "text,where\nCity Hall,downtown\n")
    assert error.code == "columns_missing"
    assert error.values["value"] == "text, where"
    assert error.values["column"] == "name, lon, lat"


@pytest.mark.parametrize(
    ("columns", "code"), [({"name": "Label"}, "map_absent"), ({"nam": "name"}, "map_unknown")]
)
def test_a_map_that_names_nothing_is_refused(csv: Path, columns: dict[str, str], code: str) -> None:
    assert refusal(csv, TABLE, Options(columns=columns, kind="landmark")).code == code


def test_a_table_must_say_what_its_places_are(csv: Path) -> None:
    assert refusal(csv, TABLE, Options()).code == "kind_needed"
    assert refusal(csv, TABLE, Options(kind="castle")).code == "kind_option"


def test_exchanged_coordinates_are_refused_with_the_first_row(csv: Path) -> None:
    error = refusal(csv, "name,lat,lon\nA,-118.2,34.1\nB,-118.3,34.2\nC,34,-118\n")
    assert error.code == "coordinates_swapped"
    assert (error.values["row"], error.values["value"]) == (2, "34.1, -118.2")


def test_projected_coordinates_need_their_system(csv: Path) -> None:
    assert refusal(csv, FEET).code == "coordinates_projected"
    frame = load(csv, FEET, Options(kind="landmark", crs="EPSG:2229")).frame
    assert frame["lon"].iloc[0] == pytest.approx(-118.24, abs=0.02)
    assert frame["lat"].iloc[0] == pytest.approx(34.05, abs=0.02)
    assert refusal(csv, FEET, Options(kind="landmark", crs="feet")).code == "crs_unknown"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("A,34,118\nB,34,118\nC,34,-118\n", "mostly_outside"),
        ("A,north,118\nB,south,118\nC,34,-118\n", "mostly_no_numbers"),
        (",34,-118\n,34,-118\nC,34,-118\n", "mostly_faulty"),
    ],
)
def test_a_file_with_faults_in_most_rows_is_refused(csv: Path, rows: str, code: str) -> None:
    error = refusal(csv, "name,lat,lon\n" + rows)
    assert (error.code, error.values["row"]) == (code, 2)


def test_half_of_the_rows_may_be_faulty(csv: Path) -> None:
    assert len(load(csv, TABLE + "A,51,0.1\nB,51,0.1\n").frame) == 2


def test_unknown_kinds_in_most_rows_are_refused(csv: Path) -> None:
    table = "name,lat,lon,type\nA,34,-118,zoo\nB,34,-118,fort\nC,34,-118,park\n"
    assert refusal(csv, table, Options()).code == "mostly_no_kind"
    assert len(load(csv, table).frame) == 3


@pytest.mark.parametrize("ending", ["geojson", "shp", "gpkg", "parquet"])
def test_files_of_points_are_read(tmp_path: Path, points: gpd.GeoDataFrame, ending: str) -> None:
    path = tmp_path / f"places.{ending}"
    write = points.to_parquet if ending == "parquet" else points.to_file
    write(path)
    loaded = loaders.read(path, LANDMARKS)
    assert loaded.format == "Points"
    assert list(loaded.frame["lat"].round(4)) == [34.0537, 34.0729]
    assert "example.org" not in loaded.frame.to_csv()


def test_a_projected_shapefile_in_a_zip_is_read(tmp_path: Path, points: gpd.GeoDataFrame) -> None:
    points.to_crs("EPSG:2229").to_file(tmp_path / "places.shp")
    with zipfile.ZipFile(tmp_path / "places.zip", "w") as packed:
        for part in tmp_path.glob("places.[sdpc]*"):
            packed.write(part, part.name)
    frame = loaders.read(tmp_path / "places.zip", LANDMARKS).frame
    assert list(frame["lon"].round(4)) == [-118.2427, -118.2606]


def test_shapes_that_are_no_points_are_refused(tmp_path: Path, points: gpd.GeoDataFrame) -> None:
    area = Polygon([(-118, 34), (-118, 35), (-117, 35)])
    points.set_geometry([area, area]).to_file(tmp_path / "areas.geojson")
    with pytest.raises(DataError) as caught:
        loaders.read(tmp_path / "areas.geojson", LANDMARKS)
    assert (caught.value.code, caught.value.values["value"]) == ("shapes_not_points", "Polygon")


@pytest.mark.parametrize(
    ("member", "code"), [("picture.png", "zip_without_table"), ("xl/book.xml", "file_spreadsheet")]
)
def test_a_zip_without_places_is_refused(tmp_path: Path, member: str, code: str) -> None:
    with zipfile.ZipFile(tmp_path / "places.zip", "w") as packed:
        packed.writestr(member, "x")
    with pytest.raises(DataError) as caught:
        loaders.read(tmp_path / "places.zip", LANDMARKS)
    assert caught.value.code == code


def test_a_zip_that_needs_a_password_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("places.csv", TABLE)
    raw = bytearray(path.read_bytes())
    # the flags of the one member, in the directory at the end (APPNOTE 4.3.12: offset 8)
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(path, bytes(raw)).code == "zip_closed"


def test_a_damaged_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("places.csv", TABLE)
    raw = path.read_bytes()
    assert refusal(path, raw.replace(b"Echo", b"Ecco")).code == "file_truncated"
    assert refusal(path, raw[:-30]).code == "file_truncated"
