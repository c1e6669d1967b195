"""The GeoNames dump: which features are places, and what they are called."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from mapper.errors import DataError
from mapper.gazetteer import loaders
from mapper.gazetteer.loaders import Loaded, Options

pytestmark = pytest.mark.slow

CELLS = {
    "id": "5368361", "name": "Los Angeles", "ascii": "Los Angeles", "others": "",
    "lat": "34.05223", "lon": "-118.24368", "class": "P", "code": "PPLA2", "country": "US",
    "cc2": "", "state": "CA", "county": "037", "admin3": "", "admin4": "", "people": "3971883",
    "height": "", "dem": "96", "zone": "America/Los_Angeles", "changed": "2024-01-02",
}  # fmt: skip


def line(**cells: str) -> str:
    """One line of a dump."""
    return "\t".join((CELLS | cells).values()) + "\n"


def place(feature: str, **cells: str) -> str:
    """One line of a dump, its class and code given as in ``P.PPL``."""
    letter, code = feature.split(".")
    return line(**{"class": letter, "code": code}, **cells)


def load(folder: Path, *lines: str) -> Loaded:
    """Read a dump of these lines."""
    path = folder / "US.txt"
    path.write_text("".join(lines), encoding="utf-8")
    return loaders.read(path, Options())


@pytest.mark.parametrize(
    ("feature", "name", "kind", "radius"),
    [
        ("P.PPL", "Bell", "city", 47_900),
        ("P.PPLX", "Pico-Union", "neighborhood", 5510),
        ("A.ADM2", "Los Angeles County", "county", 80_100),
        ("S.SCH", "Venice High School", "high_school", 210),
        ("S.SCH", "Venice Elementary School", "school", 210),
        ("S.UNIV", "Some University", "university", 750),
        ("S.SCHC", "Some College", "university", 750),
        ("S.CTHSE", "Courthouse", "landmark", 200),
        ("L.PRK", "Echo Park", "landmark", 200),
    ],
)
def test_features_become_places(
    tmp_path: Path, feature: str, name: str, kind: str, radius: float
) -> None:
    found = load(tmp_path, place(feature, name=name)).frame.iloc[0]
    assert (found["name"], found["kind"], found["uncertainty_m"]) == (name, kind, radius)
    assert (found["place_id"], found["source"]) == ("geonames-5368361", "US.txt row 1")


def test_what_is_no_place_is_counted(tmp_path: Path) -> None:
    loaded = load(
        tmp_path,
        line(),
        place("T.MT", name="Mount Lee"),
        place("H.STM", name="Arroyo"),
        place("R.RD", name="Road"),
        place("P.PPLQ", name="Ghost Town"),
        place("S.SCH", name="Old School (historical)"),
        line(country="MX"),
    )
    assert len(loaded.frame) == 1
    assert loaded.left_out == {"not_a_place": 3, "historical": 2, "not_us": 1}


def test_a_dump_names_its_licence_and_its_latest_day(tmp_path: Path) -> None:
    loaded = load(tmp_path, line(), line(changed="2025-03-04"))
    assert loaded.format == "GeoNames"
    assert loaded.licence == "CC BY 4.0 (GeoNames)"
    assert loaded.as_of == "2025-03-04"


def test_a_place_knows_its_county_and_a_city_itself(tmp_path: Path) -> None:
    county = place("A.ADM2", name="Los Angeles County")
    frame = load(tmp_path, line(), place("P.PPLX", name="Watts"), county).frame
    assert list(frame["county"]) == ["Los Angeles", "Los Angeles", "Los Angeles"]
    assert list(frame["city"]) == ["Los Angeles", "", ""]
    assert list(frame["neighborhood"]) == ["", "Watts", ""]
    assert set(frame["state"]) == {"CA"}


def test_other_names_are_those_that_a_latin_text_may_use(tmp_path: Path) -> None:
    others = "LAX,KLAX,Los Ángeles,Лос-Анджелес,ロサンゼルス,City of Angels,Los Angeles"
    frame = load(tmp_path, line(others=others)).frame
    assert frame["aliases"].item() == "Los Ángeles|City of Angels"


def test_other_names_are_twenty_at_most(tmp_path: Path) -> None:
    others = ",".join(f"Name {letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    frame = load(tmp_path, line(others=others)).frame
    assert len(frame["aliases"].item().split("|")) == 20


def test_quotes_in_a_dump_are_letters(tmp_path: Path) -> None:
    frame = load(tmp_path, line(name='"Q" Park'), line(name='The "X')).frame
    assert list(frame["name"]) == ['"Q" Park', 'The "X']


def test_a_dump_is_read_inside_its_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "US.zip", "w") as packed:
        packed.writestr("readme.txt", "what the columns are")
        packed.writestr("US.txt", line() * 9)
    loaded = loaders.read(tmp_path / "US.zip", Options())
    assert len(loaded.frame) == 9
    assert loaded.frame["source"].iloc[0] == "US.zip row 1"
    assert loaded.frame["place_id"].is_unique


def test_a_dump_that_breaks_off_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load(tmp_path, line(), line()[:60])
    assert caught.value.code == "file_truncated"


def test_a_dump_takes_no_map(tmp_path: Path) -> None:
    (tmp_path / "US.txt").write_text(line(), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        loaders.read(tmp_path / "US.txt", Options(columns={"name": "ascii"}))
    assert caught.value.code == "map_not_here"
