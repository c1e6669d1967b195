"""Corners from stops of a transit feed and from tables of street pairs."""

import zipfile
from pathlib import Path

import geopandas as gpd
import pytest
from shapely import Point
from test_street_loaders import load, refusal, write

from mapper.streets.loaders import stop_names
from mapper.streets.loaders.result import CORNERS

pytestmark = pytest.mark.slow

# Metres to degrees of latitude.
DEGREE_M = 111_195
HEADER = "stop_id,stop_name,stop_lat,stop_lon"


def stops(folder: Path, *rows: tuple[str, float]) -> Path:
    """Stops on one meridian: their names, and how many metres north of 34° each stands."""
    lines = [
        f'{number},"{name}",{34 + north_m / DEGREE_M:.7f},-118.2'
        for number, (name, north_m) in enumerate(rows)
    ]
    return write(folder / "stops.txt", "\n".join([HEADER, *lines]))


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("1st / Soto", ("1st", "Soto")),
        ("Soto & 1st", ("Soto", "1st")),
        ("Soto at 1st", ("Soto", "1st")),
        ("W 1ST ST & S HILL ST", ("W 1ST ST", "S HILL ST")),
        ("Soto/1st - Metro Station", ("Soto", "1st")),
        ("MAIN ST @ 5TH AVE (NB)", ("MAIN ST", "5TH AVE")),
        ("Soto St and 1st St FS", ("Soto St", "1st St")),
        ("8 Mile Rd / Woodward", ("8 Mile Rd", "Woodward")),
        ("Main / Center", ("Main", "Center")),
    ],
)
def test_two_streets_are_read_from_a_stop(text: str, pair: tuple[str, str]) -> None:
    assert stop_names.two_streets(text) == pair


@pytest.mark.parametrize(
    "text",
    ["15054 Sherman Way", "120th / Martin Luther King Hospital", "Union Station", "A / B / C",
     "Target at the Mall", "Main / 1200 Broadway", "Soto / E Soto St", "/ Soto", "", "3 / ..."],
)  # fmt: skip
def test_a_stop_that_is_not_clearly_a_corner_is_none(text: str) -> None:
    assert stop_names.two_streets(text) is None


def test_stops_of_one_corner_are_their_mean(tmp_path: Path) -> None:
    found = load(stops(tmp_path, ("1st / Soto", 0), ("Soto / 1st", 40), ("City Hall", 5)))
    row = found.frame.iloc[0]
    assert (found.kind, found.format, tuple(found.frame.columns)) == (
        "corners",
        "GTFS stops",
        CORNERS,
    )
    assert row[["street_a", "street_b", "uncertainty_m"]].tolist() == ["1st", "Soto", 60]
    assert row["lat"] == pytest.approx(34 + 20 / DEGREE_M)
    assert row["source"] == "stops.txt row 2, 3"
    assert found.left_out == {"not_a_corner": 1}


def test_a_wide_group_has_a_wide_radius(tmp_path: Path) -> None:
    frame = load(stops(tmp_path, ("1st / Soto", 0), ("1st / Soto", 140))).frame
    assert frame["uncertainty_m"].tolist() == pytest.approx([100], abs=0.5)


def test_stops_farther_apart_are_two_corners(tmp_path: Path) -> None:
    frame = load(stops(tmp_path, ("1st / Soto", 0), ("1st / Soto", 160))).frame
    assert frame["uncertainty_m"].tolist() == [60, 60]


def test_a_feed_in_a_zip_is_read(tmp_path: Path) -> None:
    path = stops(tmp_path, ("1st / Soto", 0))
    with zipfile.ZipFile(tmp_path / "feed.zip", "w") as packed:
        packed.write(path, "stops.txt")
        packed.writestr("shapes.txt", "shape_id\n1\n")
    found = load(tmp_path / "feed.zip")
    assert (len(found.frame), found.frame["source"].iloc[0]) == (1, "feed.zip row 2")


def test_a_stop_without_a_position_is_counted_and_a_wrong_one_is_a_fault(tmp_path: Path) -> None:
    text = f"{HEADER}\n1,A / B,34,-118\n2,A / C,,\n3,A / D,0,0\n4,A / E,34,x\n"
    found = load(write(tmp_path / "stops.txt", text))
    assert (len(found.frame), found.left_out) == (1, {"no_position": 1})
    assert {(fault.row, fault.code) for fault in found.faults} == {
        (4, "not_in_us"),
        (5, "not_in_us"),
    }


def test_stops_without_a_corner_are_refused(tmp_path: Path) -> None:
    assert refusal(stops(tmp_path, ("City Hall", 0))).code == "corners_none"


@pytest.mark.parametrize(
    "header",
    ["street1,street2,lat,lon", "street_a,street_b,Y,X", "STREET_1,STREET_2,LATITUDE,LONGITUDE"],
)
def test_a_table_of_street_pairs_is_read(tmp_path: Path, header: str) -> None:
    found = load(write(tmp_path / "a.csv", f"{header}\nSoto,1st,34,-118\nSoto,,34,-118\n"))
    assert found.frame[["street_a", "street_b", "lon", "lat"]].to_numpy().tolist() == [
        ["Soto", "1st", -118.0, 34.0]
    ]
    assert (found.format, found.left_out) == ("street pairs", {"not_a_corner": 1})


def test_the_radius_of_a_table_is_kept(tmp_path: Path) -> None:
    text = "street1,street2,lat,lon,uncertainty_m\nSoto,1st,34,-118,15\n"
    assert load(write(tmp_path / "a.csv", text)).frame["uncertainty_m"].tolist() == [15]


def test_the_user_may_name_the_columns_of_a_pair(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "p,q,r,s\nSoto,1st,34,-118\n")
    assert load(path, street_a="p", street_b="q", lat="r", lon="s").kind == "corners"


def test_latitudes_in_the_column_of_longitudes_are_refused(tmp_path: Path) -> None:
    error = refusal(write(tmp_path / "a.csv", "street1,street2,lat,lon\nSoto,1st,-118,34\n"))
    assert (error.code, error.values["row"]) == ("lines_swapped", 2)


def test_points_with_two_streets_are_corners(tmp_path: Path) -> None:
    cells = {"STREET1": ["Soto"], "STREET2": ["1st"]}
    points = gpd.GeoDataFrame(cells, geometry=[Point(-118, 34)], crs="EPSG:4326")
    points.to_file(tmp_path / "a.geojson")
    found = load(tmp_path / "a.geojson")
    assert (found.kind, found.frame["street_b"].tolist()) == ("corners", ["1st"])


def test_a_street_name_too_long_to_be_one_is_a_fault(tmp_path: Path) -> None:
    text = f"street1,street2,lat,lon\n{'x' * 300},1st,34,-118\nSoto,1st,34,-118\n"
    found = load(write(tmp_path / "a.csv", text))
    assert [(fault.row, fault.column, fault.code) for fault in found.faults] == [
        (2, "street1", "name_long")
    ]
    assert len(found.frame) == 1
