"""Street centrelines: columns of many publishers, coordinates of many kinds."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely import LineString, MultiLineString, Point
from test_street_loaders import load, refusal, write

from mapper.streets.loaders import columns
from mapper.streets.loaders.noding import snapped

pytestmark = pytest.mark.slow

# A street of two blocks from west to east, and one of two blocks from south to north across it.
ACROSS = LineString([(-118.2, 34.0), (-118.1, 34.0), (-118.0, 34.0)])
UP = LineString([(-118.1, 33.9), (-118.1, 34.0), (-118.1, 34.1)])


def saved(
    folder: Path, geometry: list[object], file: str = "a.geojson", /, **cells: list[object]
) -> Path:
    gpd.GeoDataFrame(cells, geometry=geometry, crs="EPSG:4326").to_file(folder / file)
    return folder / file


def name_of(folder: Path, **cells: object) -> str:
    path = saved(folder, [ACROSS], **{column: [cell] for column, cell in cells.items()})
    return str(load(path).frame["name"].iloc[0])


@pytest.mark.parametrize(
    "column",
    ["FULLNAME", "FULL_NAME", "ST_NAME", "STREET", "STREETNAME", "STNAME", "LABEL", "ROAD_NAME",
     "RD_NAME", "NAME", "name", "FULL_STREE", "Full_Street_Name", "nombre"],
)  # fmt: skip
def test_a_column_of_whole_names_is_found(tmp_path: Path, column: str) -> None:
    assert name_of(tmp_path, OBJECTID=4, **{column: "E 1st St"}) == "E 1st St"


@pytest.mark.parametrize(
    "cells",
    [
        {"TDIR": "E", "STNAME": "1ST", "STSFX": "ST"},
        {"PRE_DIR": "E", "STREET_NAM": "1ST", "STREET_TYP": "ST", "SUF_DIR": ""},
        {"PREFIX": "E", "STREETNAME": "1ST", "FTYPE": "ST"},
        {"St_PreDir": "E", "St_PreTyp": "", "St_Name": "1ST", "St_PosTyp": "ST", "St_PosDir": ""},
        {"STREETTYPE": "ST", "DIR": "E", "NAME": "1ST"},
        {"street": "1ST", "st_type": "ST", "streetname": "E 1ST ST"},
        {"STREET": "E 1ST", "TYPE": "ST"},
        {"NAME": "E 1ST ST", "TYPE": "Local road"},
    ],
)
def test_the_parts_of_a_name_are_joined_in_order(tmp_path: Path, cells: dict[str, str]) -> None:
    assert name_of(tmp_path, **cells) == "E 1ST ST"


def test_a_type_may_stand_before_the_name(tmp_path: Path) -> None:
    assert name_of(tmp_path, PRETYPE="Avenue", ST_NAME="26", POSTDIR="N") == "Avenue 26 N"


@pytest.mark.parametrize(
    "four",
    [
        "LFROMADD LTOADD RFROMADD RTOADD", "LFROMHN LTOHN RFROMHN RTOHN", "ADLF ADLT ADRF ADRT",
        "L_F_ADD L_T_ADD R_F_ADD R_T_ADD", "lf_fadd lf_toadd rt_fadd rt_toadd",
        "FromAddr_L ToAddr_L FromAddr_R ToAddr_R", "L_LOW_HN L_HIGH_HN R_LOW_HN R_HIGH_HN",
        "LEFTADD1 LEFTADD2 RGTADD1 RGTADD2", "FROMLEFT TOLEFT FROMRIGHT TORIGHT",
        "L_ADD_FROM L_ADD_TO R_ADD_FROM R_ADD_TO", "LEFT_FROM LEFT_TO RIGHT_FROM RIGHT_TO",
        "from_left to_left from_right to_right", "LLO_A LHI_A RLO_A RHI_A",
        "FRADDL TOADDL FRADDR TOADDR", "L_REFADDR L_NREFADDR R_REFADDR R_NREFADDR",
    ],
)  # fmt: skip
def test_house_numbers_are_found_by_side_and_end(four: str) -> None:
    ours = ["left_from", "left_to", "right_from", "right_to"]
    found = columns.ranges(["OBJECTID", "LENGTH", "LAT", *four.split(), "ZIP_L", "ZIP_R"])
    assert found == dict(zip(ours, four.split(), strict=True))


def test_house_numbers_of_one_side_only_are_not_believed() -> None:
    assert columns.ranges(["FROMADDR", "TOADDR"]) == {}


def test_house_numbers_are_leading_whole_numbers_and_0_is_unknown(tmp_path: Path) -> None:
    cells = {"LFROMADD": "101 1/2", "LTOADD": "12-34", "RFROMADD": "0", "RTOADD": "N6W23"}
    path = saved(tmp_path, [ACROSS], NAME=["1st"], **{key: [cell] for key, cell in cells.items()})
    row = load(path).frame.iloc[0]
    assert row[["left_from", "left_to"]].tolist() == [101, 12]
    assert row[["right_from", "right_to"]].isna().all()


def test_lines_are_split_at_shared_vertices_and_house_numbers_with_them(tmp_path: Path) -> None:
    path = saved(tmp_path, [ACROSS, UP], NAME=["1st", "Soto"], ADLF=[100, 0], ADLT=[200, 0],
                 ADRF=[101, 0], ADRT=[201, 0])  # fmt: skip
    found = load(path)
    first = found.frame[found.frame["name"] == "1st"]
    assert first["left_from"].round(3).tolist() == [100, 150]
    assert first["left_to"].round(3).tolist() == [150, 200]
    assert len(found.frame) == 4
    assert found.format == "centrelines"


def test_points_of_rounding_apart_are_one_node() -> None:
    lon = np.array([-118.0, -118.0 + 4e-7, -118.0 + 5e-5])
    assert len(np.unique(snapped(lon, np.full(3, 34.0)))) == 2


def test_a_line_drawn_in_very_small_steps_keeps_its_length(tmp_path: Path) -> None:
    lon = np.linspace(-118.0, -118.0 + 2000 * 8e-7, 2001)
    fine = LineString(np.column_stack([lon, np.full(2001, 34.0)]))
    length = load(saved(tmp_path, [fine], NAME=["1st"])).frame.geometry.iloc[0].length
    assert length == pytest.approx(fine.length, rel=0.02)


def test_crossings_are_computed_where_a_file_has_none(tmp_path: Path) -> None:
    straight = [LineString([line.coords[0], line.coords[-1]]) for line in (ACROSS, UP)]
    found = load(saved(tmp_path, straight, NAME=["1st", "Soto"]))
    assert (len(found.frame), found.format) == (4, "centrelines, crossings computed")


def test_no_crossing_is_computed_with_a_freeway(tmp_path: Path) -> None:
    straight = [LineString([line.coords[0], line.coords[-1]]) for line in (ACROSS, UP)]
    found = load(saved(tmp_path, straight, NAME=["1st", "Harbor Freeway"]))
    assert (len(found.frame), found.format) == (2, "centrelines")


def test_several_lines_in_one_row_are_taken_apart(tmp_path: Path) -> None:
    apart = MultiLineString([ACROSS, LineString([(-117.9, 34.0), (-117.8, 34.0)])])
    path = saved(tmp_path, [apart], NAME=["1st"], ADLF=[1], ADLT=[9], ADRF=[2], ADRT=[8])
    frame = load(path).frame
    assert (len(frame), set(frame["source_id"])) == (2, {"1"})
    assert frame["left_from"].isna().all(), "which part has which numbers is not known"


def test_tiger_keeps_its_roads_only(tmp_path: Path) -> None:
    codes = ["S1400", "S1100", "R1011", "H3010", "S1630"]
    path = saved(tmp_path, [ACROSS] * 5, FULLNAME=list("abcde"), MTFCC=codes)
    found = load(path)
    assert found.left_out == {"not_a_street": 2}
    assert found.frame.set_index("name")["walkable"].to_dict() == {
        "a": True,
        "b": False,
        "e": False,
    }


def test_openstreetmap_in_another_dress_is_known(tmp_path: Path) -> None:
    path = saved(tmp_path, [ACROSS, UP], osm_id=["1", "2"], fclass=["motorway", "construction"],
                 name=["x", "y"])  # fmt: skip
    found = load(path)
    assert (found.licence[:4], found.left_out) == ("ODbL", {"not_a_street": 1})
    assert found.frame["walkable"].tolist() == [False]


def test_second_names_and_cities_are_found(tmp_path: Path) -> None:
    path = saved(tmp_path, [ACROSS], NAME=["Chavez"], ALT_NAME=["Brooklyn"], OLDNAME=["Macy"],
                 CITY_L=[None], CITY_R=["Los Angeles"])  # fmt: skip
    row = load(path).frame.iloc[0]
    assert (row["aliases"], row["city"]) == ("Brooklyn|Macy", "Los Angeles")


def test_names_lose_control_characters(tmp_path: Path) -> None:
    assert name_of(tmp_path, NAME=" E\u0007  1st\u202e \tSt\n") == "E 1st St"


def test_rows_without_a_line_are_counted(tmp_path: Path) -> None:
    path = saved(tmp_path, [ACROSS, None, Point(-118, 34)], NAME=["a", "b", "c"])
    assert load(path).left_out == {"no_geometry": 1, "not_a_line": 1}


def test_without_a_column_of_names_the_columns_are_listed(tmp_path: Path) -> None:
    error = refusal(saved(tmp_path, [ACROSS], foo=["x"], bar=["y"]))
    assert (error.code, error.values["value"]) == ("name_column_missing", "foo, bar")


def test_a_column_with_hardly_a_name_is_not_believed(tmp_path: Path) -> None:
    path = saved(tmp_path, [ACROSS] * 20, NAME=["Expo Line", *[None] * 19])
    assert refusal(path).code == "names_few"


def test_the_user_may_name_the_columns(tmp_path: Path) -> None:
    path = saved(tmp_path, [ACROSS], NAME=["wrong"], foo=["right"], bar=["Vernon"])
    row = load(path, name="foo", city="bar").frame.iloc[0]
    assert (row["name"], row["city"]) == ("right", "Vernon")


def test_a_mapped_column_that_is_not_there_is_named(tmp_path: Path) -> None:
    error = refusal(saved(tmp_path, [ACROSS], NAME=["1st"]), name="foo")
    assert (error.code, error.values["column"]) == ("map_column_missing", "foo")


@pytest.mark.parametrize("shape", [shapely.box(-118, 34, -117, 35), Point(-118, 34)])
def test_shapes_that_are_no_lines_are_refused(tmp_path: Path, shape: object) -> None:
    assert refusal(saved(tmp_path, [shape], NAME=["1st"])).code == "geometry_wrong"


def test_swapped_coordinates_are_refused_with_their_row(tmp_path: Path) -> None:
    swapped = LineString([(34.0, -118.0), (34.0, -118.1)])
    error = refusal(saved(tmp_path, [swapped], NAME=["1st"]))
    assert error.values == {"file": "a.geojson", "row": 1, "value": "34, -118"}
    assert error.code == "lines_swapped"


def in_feet(folder: Path, name: str) -> Path:
    lines = gpd.GeoDataFrame({"NAME": ["1st"]}, geometry=[ACROSS], crs="EPSG:4326")
    lines.to_crs("EPSG:2229").to_file(folder / name)
    return folder / name


def test_other_coordinate_systems_are_brought_to_degrees(tmp_path: Path) -> None:
    line = load(in_feet(tmp_path, "a.gpkg")).frame.geometry.iloc[0]
    assert line.coords[0] == pytest.approx(ACROSS.coords[0], abs=1e-6)


def test_feet_without_a_crs_are_refused_until_it_is_named(tmp_path: Path) -> None:
    path = in_feet(tmp_path, "a.shp")
    path.with_suffix(".prj").unlink()
    assert refusal(path).code == "crs_missing"
    assert refusal(path, crs="EPSG:nonsense").code == "crs_unknown"
    line = load(path, crs="EPSG:2229").frame.geometry.iloc[0]
    assert line.coords[0] == pytest.approx(ACROSS.coords[0], abs=1e-6)


def test_feet_said_to_be_degrees_are_refused(tmp_path: Path) -> None:
    feet = LineString([(6480000, 1830000), (6480100, 1830000)])
    assert refusal(saved(tmp_path, [feet], NAME=["1st"])).code == "crs_wrong"


@pytest.mark.parametrize("name", ["a.gpkg", "a.shp", "a.fgb", "a.shp.zip"])
def test_every_vector_format_is_read(tmp_path: Path, name: str) -> None:
    assert load(saved(tmp_path, [ACROSS], name, NAME=["1st"])).frame["name"].tolist() == ["1st"]


def test_geoparquet_is_read(tmp_path: Path) -> None:
    lines = gpd.GeoDataFrame({"NAME": ["1st"]}, geometry=[ACROSS], crs="EPSG:4326")
    lines.to_parquet(tmp_path / "a.parquet")
    assert load(tmp_path / "a.parquet").kind == "segments"


def test_of_several_layers_the_one_with_named_lines_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    nodes = gpd.GeoDataFrame({"NAME": ["x"] * 3}, geometry=[Point(-118, 34)] * 3, crs="EPSG:4326")
    nodes.to_file(path, layer="nodes")
    lines = gpd.GeoDataFrame({"NAME": ["1st"]}, geometry=[ACROSS], crs="EPSG:4326")
    lines.to_file(path, layer="edges")
    assert load(path).frame["name"].tolist() == ["1st"]


def test_a_csv_with_lines_as_wkt_is_read(tmp_path: Path) -> None:
    text = f'the_geom,street,st_type\n"{ACROSS.wkt}",01ST,ST\n,02ND,ST\n'
    found = load(write(tmp_path / "a.csv", text))
    assert found.frame["name"].tolist() == ["01ST ST"]
    assert found.left_out == {"no_geometry": 1}
