"""The directories of schools: which rows are schools, which high schools, and short names."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from mapper.gazetteer import loaders
from mapper.gazetteer.loaders import Loaded, Options
from mapper.gazetteer.loaders.aliases import given_names, of_schools

pytestmark = pytest.mark.slow

TABLE_HEADER = (
    "Record Type,County,District,School,Status,Latitude,Longitude,"
    "Street Address,Street City,Street State,Street Zip"
)
OFFICIAL_HEADER = (
    "CDSCode NCESDist NCESSchool StatusType County District School Street StreetAbr City Zip State "
    "Phone Email WebSite DOCType SOCType EILCode EILName GSoffered Latitude Longitude AdmFName "
    "AdmLName LastUpDate"
).split()


def table(path: Path, *rows: str) -> Loaded:
    """Read a directory in the form of a table."""
    path.write_text("\n".join((TABLE_HEADER, *rows)) + "\n", encoding="utf-8")
    return loaders.read(path, Options())


def row(school: str, *, city: str = "Los Angeles", status: str = "Active") -> str:
    """One row of the table, in Los Angeles County."""
    return f'School,Los Angeles,District,"{school}",{status},34.1,-118.2,1 First St.,{city},CA,9'


def official(path: Path, *rows: dict[str, str], encoding: str = "utf-8") -> Loaded:
    """Read a directory in its official form; each row says what it has besides the usual."""
    usual = dict.fromkeys(OFFICIAL_HEADER, "No Data") | {
        "CDSCode": "19647331938885",
        "StatusType": "Active",
        "County": "Los Angeles",
        "School": "Some School",
        "Street": "456 South Mathews Street",
        "City": "Los Angeles",
        "State": "CA",
        "Phone": "(323) 555-0100",
        "Email": "office@example.org",
        "Latitude": "34.0387",
        "Longitude": "-118.2109",
        "AdmFName": "Jane",
        "AdmLName": "Headmistress",
        "LastUpDate": "5/9/2024",
    }
    lines = ["\t".join(OFFICIAL_HEADER), *("\t".join((usual | row).values()) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return loaders.read(path, Options())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a test writes its directory; the year in the name is the only date of the table."""
    return tmp_path / "schools_2022.csv"


def names_of(loaded: Loaded) -> dict[str, str]:
    """Names and kinds."""
    return dict(zip(loaded.frame["name"], loaded.frame["kind"], strict=True))


def short(*school_names: str, city: str = "Los Angeles", towns: tuple[str, ...] = ()) -> list[str]:
    """The short forms of the first name, where schools also stand in the towns."""
    rows = pd.DataFrame({"name": [*school_names, *("Other School" for _ in towns)]})
    places = [city] * len(school_names) + list(towns)
    filled = rows.assign(city="", postal_city=places, neighborhood="", county="X", state="CA")
    return list(of_schools(filled)[0])


def test_the_table_of_the_directory_is_known_by_its_columns(path: Path) -> None:
    loaded = table(path, row("Arleta High", city="Arleta"))
    assert (loaded.format, loaded.as_of) == ("California school directory", "2022")
    found = loaded.frame.iloc[0]
    assert found["place_id"] == "cde-arleta-high-arleta"
    assert (found["city"], found["postal_city"], found["county"]) == ("", "Arleta", "Los Angeles")
    assert (found["address"], found["state"], found["uncertainty_m"]) == ("1 First St.", "CA", 210)
    assert found["source"] == "schools_2022.csv row 2"


def test_only_open_schools_with_coordinates_are_kept(path: Path) -> None:
    loaded = table(
        path,
        row("Open High"),
        row("Shut High", status="Closed"),
        row("Later High", status="Pending"),
        row("Hidden High").replace("34.1,-118.2", "Information Redacted,Information Redacted"),
        row("A District").replace("School,", "District,", 1),
    )
    assert list(loaded.frame["name"]) == ["Open High"]
    assert loaded.left_out == {"district": 1, "not_active": 2, "no_coordinates": 1}
    assert loaded.faults == ()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Venice High", "high_school"),
        ("Calistoga Junior/Senior High", "high_school"),
        ("Martin Luther King, Jr. High", "high_school"),
        ("Enrique Camarena Jr. High", "school"),
        ("Oakdale Junior High", "school"),
        ("Ivy High (Continuation)", "school"),
        ("High Desert Middle", "school"),
        ("Highland Elementary", "school"),
        ("Sunny Brae Middle", "school"),
    ],
)
def test_a_table_without_types_goes_by_the_name(path: Path, name: str, kind: str) -> None:
    assert names_of(table(path, row(name))) == {name: kind}


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"SOCType": "High Schools (Public)"}, "high_school"),
        ({"EILName": "High School", "EILCode": "HS"}, "high_school"),
        ({"GSoffered": "K-12"}, "high_school"),
        ({"GSoffered": "9-12", "SOCType": "Continuation High Schools"}, "school"),
        ({"SOCType": "Intermediate/Middle Schools (Public)", "GSoffered": "6-8"}, "school"),
        ({"School": "Some High", "SOCType": "Elementary Schools (Public)"}, "school"),
        ({"School": "Some High"}, "high_school"),
    ],
)
def test_what_the_directory_says_of_a_school_wins_over_its_name(
    path: Path, cells: dict[str, str], kind: str
) -> None:
    assert list(official(path, cells).frame["kind"]) == [kind]


def test_the_official_file_has_codes_and_a_date(path: Path) -> None:
    loaded = official(path, {}, {"CDSCode": "1611190130229"})
    assert list(loaded.frame["cdscode"]) == ["19647331938885", "01611190130229"]
    assert loaded.frame["place_id"].iloc[0] == "cde-19647331938885"
    assert loaded.as_of == "2024-05-09"


def test_a_row_without_a_school_is_a_district(path: Path) -> None:
    loaded = official(path, {}, {"School": "No Data"})
    assert (len(loaded.frame), loaded.left_out) == (1, {"district": 1})


def test_latin_1_is_read(path: Path) -> None:
    loaded = official(path, {"School": "Meléndez High"}, encoding="latin-1")
    assert list(loaded.frame["name"]) == ["Meléndez High"]


def test_persons_and_telephones_are_never_read(path: Path) -> None:
    kept = official(path, {}).frame.to_csv()
    assert not any(text in kept for text in ("555-0100", "office@", "Headmistress", "Jane"))


def test_a_user_may_say_more_of_a_directory(path: Path) -> None:
    path.write_text(f"{TABLE_HEADER},Reach\n{row('Some High')},90\n", encoding="utf-8")
    loaded = loaders.read(path, Options(columns={"uncertainty_m": "Reach"}, kind="landmark"))
    assert loaded.frame["uncertainty_m"].item() == 90
    assert list(loaded.frame["kind"]) == ["landmark"]


@pytest.mark.parametrize(
    ("own", "kind"),
    [("NCESSCH", "high_school"), ("ppin", "high_school"), ("unitid", "university")],
)
def test_federal_geocodes_are_known_in_any_case(path: Path, own: str, kind: str) -> None:
    path.write_text(
        f"{own},NAME,STREET,CITY,STATE,ZIP,STFIP,NMCNTY,LAT,LON,SCHOOLYEAR\n"
        "062271003333,Venice High,1 Main St,Venice,CA,9,06,Los Angeles County,34,-118,2022-2023\n",
        encoding="utf-8",
    )
    loaded = loaders.read(path, Options())
    found = loaded.frame.iloc[0]
    assert (loaded.format, loaded.as_of) == ("Federal school geocodes", "2022-2023")
    assert (found["kind"], found["place_id"]) == (kind, "nces-062271003333")
    assert (found["postal_city"], found["county"]) == ("Venice", "Los Angeles")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Theodore Roosevelt Senior High", "Roosevelt Senior High"),
        ("Susan Miller Dorsey Senior High", "Dorsey Senior High"),
        ("John H. Francis High", "Francis High"),
        ("Cesar E. Chavez High", "Chavez High"),
        ("Dr. Maya Angelou Community High", "Angelou Community High"),
        ("Lincoln (Abraham) High", "Lincoln High"),
        ("Martin Luther King, Jr. High", "King High"),
        ("Ernest S. McBride, Sr. High", "McBride High"),
        ("Grover Cleveland Charter High", "Cleveland High"),
        ("C. K. McClatchy High", "McClatchy High"),
        ("Ivy High (Continuation)", "Ivy High"),
        ("John O'Connell High", "O'Connell High"),
        ("Judith F. Baca Arts Academy", "Baca Arts Academy"),
    ],
)
def test_given_names_in_front_fall_away(name: str, form: str) -> None:
    assert form in short(name)


@pytest.mark.parametrize(
    "name",
    [
        "Virginia Beach High",
        "Santa Monica High",
        "Carson High",
        "Manual Arts Senior High",
        "Clayton Valley High",
        "Jackson High",
        "St. Francis High",
        "Theodore Roosevelt",
        "Warner Junior/Senior High",
        "Sierra Vista High",
        "Leonardo da Vinci High",
    ],
)
def test_the_name_of_a_place_is_not_cut(name: str) -> None:
    assert short(name) == []


def test_the_name_of_a_city_in_the_file_is_not_cut() -> None:
    assert short("Morris Dunn High") == ["Dunn High"]
    assert short("Morris Dunn High", towns=("Morris Dunn",)) == []
    assert short("Morris Dunn High", towns=("Morris",)) == []


def test_a_surname_that_is_a_city_of_the_county_is_no_short_form() -> None:
    assert short("Luther Burbank High", towns=("Burbank",)) == []


def test_a_short_form_never_takes_the_name_of_another_school_of_the_city() -> None:
    assert short("Valley High (Continuation)", "Valley High") == []
    assert short("Theodore Roosevelt High", "Roosevelt High School") == []


def test_given_names_hold_no_ordinary_words_of_places() -> None:
    known = given_names()
    assert {"theodore", "susan", "cesar", "maya", "thurgood"} <= known
    assert not known & {"east", "santa", "san", "valley", "sun", "grand", "park", "lake", "sierra"}
