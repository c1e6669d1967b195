"""A download holds exactly what is shown: no row more, no column more, nothing unsafe."""

from __future__ import annotations

import io
import json
import random
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import openpyxl
import pandas as pd
import pytest

from mapper import areas, export, safety, select, totals
from mapper.catalog.schema import CONFIDENCES, KINDS
from mapper.errors import DataError
from mapper.export import FORMATS, ccc, table
from mapper.export.columns import COLUMNS
from mapper.export.shown import Shown
from mapper.model import Filters, Window
from mapper.project import Project
from mapper.totals.codebooks import CODEBOOKS
from tests.exporting import CAMPUS, real, rows_of, shown, told

NAMES = {column.name for column in COLUMNS}
MARCH = "2026-02-04-city-hall-march"
SERIES = "2026-02-04-los-angeles-walkouts"
# The archive holds all of the others, and takes as long as they do together.
EACH = [pytest.param(name, marks=pytest.mark.slow if name == "zip" else ()) for name in FORMATS]
UNSAFE = "Call 213-555-0100"


def some(seed: int) -> Filters:
    """Filters drawn at random."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    first, last = real().span
    start = first + timedelta(days=draw.randrange((last - first).days))
    cities = sorted(set(real().events["area"]) - {""})
    return Filters(
        window=draw.choice([None, Window(start, start + timedelta(days=draw.randrange(60)))]),
        kinds=tuple(draw.sample(KINDS, draw.choice([0, 1, 3]))),
        confidences=tuple(draw.sample(CONFIDENCES, draw.choice([0, 1, 2]))),
        city=draw.choice(["", "", draw.choice(cities)]),
        historical=draw.random() < 0.5,
    )


@pytest.mark.parametrize("seed", range(8))
def test_the_rows_are_those_that_the_page_shows(seed: int) -> None:
    page = select.matching(real().events, some(seed))
    of = shown(filters=some(seed))
    rows = rows_of(export.write("csv", of))
    assert [row["eventID"] for row in rows] == page["event_id"].tolist()
    assert sum(row["is_counted"] == "yes" for row in rows) == totals.of(page).events
    assert sum(row["decimalLatitude"] != "" for row in rows) == len(select.on_map(page))
    features = json.loads(export.write("geojson", of))["features"]
    assert [one["id"] for one in features] == page["event_id"].tolist()
    assert len(rows_of(export.write("ccc", of))) == totals.of(page).events


def test_an_area_and_the_events_of_a_page_narrow_it() -> None:
    area = areas.find("Los Angeles", real().events)
    of = shown(area=area)
    assert set(table.events(of)["eventID"]) == set(
        areas.within(select.matching(real().events, Filters()), area)["event_id"]
    )
    (row,) = rows_of(export.write("csv", replace(of, events=frozenset([CAMPUS]))))
    assert row["eventID"] == CAMPUS


def hidden() -> Project:
    """The project where a series, one of its marches and its size are hidden."""
    events = real().events
    is_hidden = events["event_id"].isin([MARCH, SERIES])
    secret = events["title_en"].mask(is_hidden, "SECRET title")
    return replace(
        real(),
        events=events.assign(off_map=events["off_map"].mask(is_hidden, "hidden"), title_en=secret),
    )


def texts(name: str, content: bytes) -> Iterator[str]:
    """Every text of a file, unpacked."""
    if name == "zip":
        with zipfile.ZipFile(io.BytesIO(content)) as held:
            for inner in held.namelist():
                ending = inner.rpartition(".")[2]
                if inner.rpartition("/")[2] not in ("METHOD.md", "CODEBOOK.md", "NOTICE"):
                    yield from texts(ending, held.read(inner))
    elif name == "xlsx":
        for page in openpyxl.load_workbook(io.BytesIO(content)):
            yield from (str(cell.value) for row in page for cell in row if cell.value)
    elif name == "geoparquet":
        found = pd.read_parquet(io.BytesIO(content)).drop(columns="geometry")
        yield from map(str, found.to_numpy().ravel())
    elif name in ("csv", "ccc"):
        yield from (cell for row in rows_of(content) for cell in row.values())
    else:
        # a text between marks of the format: a pattern must not join two of them
        yield from re.split(r'[<>"\n]', content.decode())


@pytest.mark.parametrize("name", EACH)
def test_nothing_of_a_hidden_row_is_in_a_file(name: str) -> None:
    said = " ".join(texts(name, export.write(name, shown(hidden()))))
    assert "SECRET" not in said
    assert SERIES not in said
    assert MARCH not in said


@pytest.mark.parametrize("name", EACH)
def test_no_file_holds_a_forbidden_pattern(name: str) -> None:
    found = [text for text in texts(name, export.write(name, shown())) if safety.unsafe(text)]
    assert found == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_that_would_hold_one_is_refused_and_the_row_is_named(name: str) -> None:
    of = shown(told(MARCH, note=UNSAFE))
    if name == "gpx":
        routes = real().routes
        of = shown(replace(real(), routes=routes.assign(words=UNSAFE)))
    with pytest.raises(DataError) as caught:
        export.write(name, of)
    assert caught.value.code == "export_unsafe"
    assert caught.value.values["row"] in {MARCH, *real().routes["route_id"]}
    assert UNSAFE not in str(caught.value)


def test_an_unsafe_title_of_a_document_is_refused_where_only_its_marches_are_written() -> None:
    sources = real().sources
    with pytest.raises(DataError, match="references"):
        export.write("gpx", shown(replace(real(), sources=sources.assign(title=UNSAFE))))


def test_no_file_has_a_column_beyond_the_declared_ones() -> None:
    of = shown()
    feature, *_ = json.loads(export.write("geojson", of))["features"]
    assert set(feature["properties"]) == NAMES
    parquet = pd.read_parquet(io.BytesIO(export.write("geoparquet", of)))
    assert set(parquet.columns) == NAMES | {"geometry"}
    row, *_ = rows_of(export.write("ccc", of))
    others = {name for name in row if not re.fullmatch(r"source_\d+", name)}
    assert others == {*ccc.COLUMNS, *ccc.AFTER, *ccc.OURS}


@pytest.fixture(scope="module")
def counting() -> dict[str, dict[str, str]]:
    """The rows in the shape of the Crowd Counting Consortium, by event."""
    return {row["eventID"]: row for row in rows_of(export.write("ccc", shown()))}


def test_ccc_sizes_are_read_by_its_own_rules(counting: dict[str, dict[str, str]]) -> None:
    hundreds = CODEBOOKS["ccc"].words["hundreds"]
    row = counting[MARCH]
    assert row["size_text"].lower().startswith("hundreds")
    assert (row["size_low"], row["size_high"]) == (str(hundreds.low), str(hundreds.high))
    assert (row["size_mean"], row["size_cat"]) == ("200", "2")
    assert counting[CAMPUS]["size_cat"] == "1"


def test_ccc_gives_no_day_where_only_a_window_is_known(
    counting: dict[str, dict[str, str]],
) -> None:
    for row in counting.values():
        assert bool(row["date"]) == ("/" not in row["eventDate"] and len(row["eventDate"]) == 10)


def test_ccc_leaves_unknown_sizes_and_arrests_empty(counting: dict[str, dict[str, str]]) -> None:
    events = real().events.set_index("event_id")
    for event, row in counting.items():
        is_known = pd.notna(events.at[event, "arrests_low"])
        assert bool(row["arrests"]) == is_known == bool(row["arrests_any"])
        assert "0" not in (row["size_low"], row["size_high"])
        assert (row["size_cat"] == "0") == (row["size_mean"] == "")


def test_positions_from_openstreetmap_say_so_in_their_row() -> None:
    rows = table.events(shown())
    city_hall = rows[rows["locality"] == "Los Angeles City Hall"]
    assert set(city_hall["license"]) == {"CC BY 4.0; position: ODbL 1.0"}
    assert city_hall["rightsHolder"].str.contains("© OpenStreetMap contributors").all()
    cities = rows[(rows["place_precision"] == "city") & (rows["no_mark"] == "")]
    assert cities["rightsHolder"].str.contains("GeoNames").all()


def test_what_is_shown_knows_the_window_of_the_data_where_none_was_asked_for() -> None:
    of: Shown = shown()
    assert of.days == "2025-01-20/2026-02-04"
    assert of.stem.endswith(of.snapshot.name[:8])
