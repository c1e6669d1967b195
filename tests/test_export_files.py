"""Each format, read back by another library: every row, every fact, every point in its order."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree as ET

import geopandas as gpd
import openpyxl
import pyarrow.parquet as pq
import pyogrio
import pytest
from shapely import Point, force_2d

from mapper import export, select
from mapper.export import FORMATS, archive, table
from mapper.export.columns import COLUMNS, LEGS
from mapper.export.shown import Shown
from mapper.i18n import words
from mapper.model import Filters, Window
from tests.exporting import CAMPUS, HELD, HOSTILE, SPOT, counted, rows_of, shown, told, written

NAMES = [column.name for column in COLUMNS]
EMPTY = Filters(window=Window(date(1999, 1, 1), date(1999, 1, 2)))
PARSED = ("geojson", "geoparquet", "kml")
# The archive holds all of the others, and takes as long as they do together.
EACH = [pytest.param(name, marks=pytest.mark.slow if name == "zip" else ()) for name in FORMATS]


@pytest.fixture(scope="module")
def whole() -> Shown:
    """Everything that is shown without a filter."""
    return shown()


def geo(folder: Path, name: str, of: Shown) -> gpd.GeoDataFrame:
    """A file for maps as GDAL or pyarrow reads it, in two dimensions."""
    path = written(folder, f"a{FORMATS[name].ending}", export.write(name, of))
    found = gpd.read_parquet(path) if name == "geoparquet" else pyogrio.read_dataframe(path)
    return found.assign(geometry=force_2d(found.geometry)).set_geometry("geometry")


@pytest.fixture(scope="module", params=PARSED)
def read(
    request: pytest.FixtureRequest, whole: Shown, tmp_path_factory: pytest.TempPathFactory
) -> gpd.GeoDataFrame:
    """Each file for maps of everything."""
    return geo(tmp_path_factory.mktemp("geo"), request.param, whole)


def test_csv_has_every_row_and_exactly_the_declared_columns(whole: Shown) -> None:
    rows = rows_of(export.write("csv", whole))
    assert [row["eventID"] for row in rows] == whole.rows["event_id"].tolist()
    assert list(rows[0]) == NAMES


def test_csv_has_the_values_of_the_table(whole: Shown) -> None:
    rows, frame = rows_of(export.write("csv", whole)), table.events(whole)
    for name in ("title_es", "eventDate", "size_text", "eventRemarks", "license", "digest"):
        assert [row[name] for row in rows] == frame[name].tolist()
    assert [row["size_low"] for row in rows] == [
        "" if size is None else str(size)
        for size in frame["size_low"].astype(object).where(frame["size_low"].notna(), None)
    ]


def test_csv_ends_its_lines_as_rfc_4180_has_it(whole: Shown) -> None:
    content = export.write("csv", shown(filters=EMPTY))
    assert content == (",".join(NAMES) + "\r\n").encode()


def test_a_row_without_a_mark_has_no_point_and_a_reason(whole: Shown) -> None:
    rows = rows_of(export.write("csv", whole))
    without = [row for row in rows if not row["decimalLatitude"]]
    assert len(without) == len(whole.rows) - counted(whole.rows) > 0
    assert all(row["no_mark"] and not row["coordinateUncertaintyInMeters"] for row in without)
    assert not any(row["no_mark"] for row in rows if row not in without)


def test_a_file_for_maps_has_every_row_and_every_column(
    whole: Shown, read: gpd.GeoDataFrame
) -> None:
    assert read["eventID"].tolist() == whole.rows["event_id"].tolist()
    assert set(NAMES) <= set(read.columns)
    assert read.crs.to_epsg() == 4326


def test_points_of_a_file_for_maps_are_those_of_the_ledger(
    whole: Shown, read: gpd.GeoDataFrame
) -> None:
    drawn = (whole.rows["off_map"] == "").to_numpy()
    assert read.geometry.isna().tolist() == (~drawn).tolist()
    spots = select.on_map(whole.rows)[["lon", "lat"]]
    expected = [Point(*spot) for spot in spots.itertuples(index=False)]
    assert read.geometry[drawn].tolist() == expected


def test_a_file_for_maps_has_longitude_first(read: gpd.GeoDataFrame) -> None:
    (spot,) = read.loc[read["eventID"] == CAMPUS, "geometry"]
    assert (spot.x, spot.y) == SPOT


def test_geojson_is_of_rfc_7946_and_says_its_terms(whole: Shown) -> None:
    found = json.loads(export.write("geojson", whole))
    assert not {"geometry", "coordinates", "geometries", "properties", "crs"} & set(found)
    assert (found["data_hash"], found["date_window"]) == (whole.hash, whole.days)
    assert found["licence"] == whole.card.licence
    features = {feature["id"]: feature for feature in found["features"]}
    assert features[CAMPUS]["geometry"] == {"type": "Point", "coordinates": list(SPOT)}
    assert sum(one["geometry"] is None for one in features.values()) == len(whole.rows) - counted(
        whole.rows
    )
    assert features[CAMPUS]["properties"]["size_low"] == 23


def test_geoparquet_has_days_numbers_and_terms(whole: Shown) -> None:
    found = pq.read_table(io.BytesIO(export.write("geoparquet", whole)))
    said = {key.decode(): value.decode() for key, value in found.schema.metadata.items()}
    assert (said["data_hash"], said["licence"]) == (whole.hash, whole.card.licence)
    assert json.loads(said["geo"])["primary_column"] == "geometry"
    kinds = {name: str(found.schema.field(name).type) for name in ("date_start", "size_low")}
    assert kinds == {"date_start": "date32[day]", "size_low": "int64"}


def test_kml_tells_what_has_no_point_and_why(whole: Shown) -> None:
    root = ET.fromstring(export.write("kml", whole))  # noqa: S314 - our own
    document = root.find("{*}Document")
    assert document is not None
    said = document.findtext("{*}description", "")
    assert whole.hash in said
    assert whole.card.licence in said
    for title in select.off_map(whole.rows)["title_en"]:
        assert title.replace("'", "&#x27;") in said


def test_gpx_has_a_track_for_each_march_of_an_event_that_is_shown(whole: Shown) -> None:
    root = ET.fromstring(export.write("gpx", whole))  # noqa: S314
    lines = {leg["route_id"] for leg in whole.project.legs}
    assert len(root.findall("{*}trk")) == len(lines)
    first, *_ = root.findall("{*}trk/{*}trkseg/{*}trkpt")
    assert (float(first.get("lon", 0)), float(first.get("lat", 0))) in {
        tuple(leg["line"][0]) for leg in whole.project.legs
    }
    one = shown(events=frozenset([CAMPUS]))
    assert not ET.fromstring(export.write("gpx", one)).findall("{*}trk")  # noqa: S314


def test_the_workbook_has_the_rows_the_marches_and_each_column_in_both_languages(
    whole: Shown,
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(export.write("xlsx", whole)))
    assert book.sheetnames == ["Events", "Marches", "Columns", "About this file"]
    head, *rows = book["Events"].iter_rows(values_only=True)
    assert list(head) == NAMES
    assert [row[0] for row in rows] == whole.rows["event_id"].tolist()
    campus = dict(zip(head, next(row for row in rows if row[0] == CAMPUS), strict=True))
    assert (campus["decimalLongitude"], campus["decimalLatitude"]) == SPOT
    assert (campus["size_low"], campus["date_start"].date()) == (23, date(2026, 2, 4))
    meanings = {row[1:4] for row in book["Columns"].iter_rows(min_row=2, values_only=True)}
    en, es = words("en"), words("es")
    assert meanings == {(c.name, en(c.meaning), es(c.meaning)) for c in (*COLUMNS, *LEGS)}


def test_the_workbook_says_its_licence_its_days_and_its_data(whole: Shown) -> None:
    book = openpyxl.load_workbook(io.BytesIO(export.write("xlsx", whole)))
    said = " ".join(str(cell.value) for row in book["About this file"] for cell in row)
    assert all(text in said for text in (whole.hash, whole.card.licence, "January 20, 2025"))
    assert book.properties.created.date() == whole.as_of


def test_the_archive_has_everything_and_true_checksums(whole: Shown) -> None:
    content = archive.archive(whole, {"figure.png": b"a picture"})
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        files = {name.removeprefix(f"{whole.stem}/"): held.read(name) for name in held.namelist()}
    sums = files.pop("SHA256SUMS").decode().splitlines()
    assert {line[66:]: line[:64] for line in sums} == {
        name: sha256(content).hexdigest() for name, content in files.items()
    }
    assert files["events.csv"] == export.write("csv", whole)
    assert {"figure.png", "METHOD.md", "LICENSE-DATA.md", "NOTICE", "sources.csv"} <= set(files)
    assert all(f"`{name}`" in files["README.md"].decode() for name in NAMES)
    assert "author" not in rows_of(files["sources.csv"])[0]


@pytest.mark.parametrize("name", EACH)
def test_the_same_choice_gives_the_same_bytes(name: str, whole: Shown) -> None:
    assert export.write(name, whole) == export.write(name, shown())


@pytest.mark.parametrize("name", EACH)
def test_nothing_shown_is_a_valid_empty_file(name: str, tmp_path: Path) -> None:
    content = export.write(name, shown(filters=EMPTY))
    if name in ("csv", "ccc"):
        assert rows_of(content) == []
    elif name == "xlsx":
        assert openpyxl.load_workbook(io.BytesIO(content))["Events"].max_row == 1
    elif name == "zip":
        assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    elif name == "gpx":
        assert not ET.fromstring(content).findall("{*}trk")  # noqa: S314
    else:
        assert geo(tmp_path, name, shown(filters=EMPTY)).empty


@pytest.mark.parametrize("name", PARSED)
def test_one_event_without_a_point_is_one_row(name: str, tmp_path: Path) -> None:
    whole = shown()
    event = select.off_map(whole.rows)["event_id"].iloc[0]
    found = geo(tmp_path, name, shown(events=frozenset([event])))
    assert found["eventID"].tolist() == [event]
    assert found.geometry.isna().all()


def test_hostile_text_is_text_in_each_format(tmp_path: Path) -> None:
    hostile = shown(told(title_en=HOSTILE), events=frozenset([CAMPUS]))
    (row,) = rows_of(export.write("csv", hostile))
    assert row["title_en"] == "'" + HELD
    (row,) = rows_of(export.write("ccc", hostile))
    assert row["title"] == "'" + HELD
    for name in ("geojson", "geoparquet", "kml"):
        (title,) = geo(tmp_path, name, hostile)["title_en"]
        assert title == HELD
    book = openpyxl.load_workbook(io.BytesIO(export.write("xlsx", hostile)))
    cell = book["Events"].cell(2, NAMES.index("title_en") + 1)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (HELD, "s", True)


def test_kml_has_no_markup_of_the_data_in_its_descriptions() -> None:
    hostile = told(title_en=HOSTILE, matched_place=HOSTILE)
    content = export.write("kml", shown(hostile, events=frozenset([CAMPUS])))
    root = ET.fromstring(content)  # noqa: S314
    for said in root.iter("{http://www.opengis.net/kml/2.2}description"):
        assert "<script>" not in (said.text or "")


def test_a_file_is_called_by_its_days_and_its_data(whole: Shown) -> None:
    assert export.file_name("csv", whole) == f"walkouts_2025-01-20_2026-02-04_{whole.hash[:8]}.csv"


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_file_speaks_the_readers_language(lang: str) -> None:
    said = json.loads(export.write("geojson", shown(lang=lang)))["about"]
    assert ("Licencia:" in said) == (lang == "es")
