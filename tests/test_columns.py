"""What the map in the browser is given: every event once, as columns, and cells that lose none."""

from __future__ import annotations

import re
from collections import Counter

import h3
import numpy as np
import pandas as pd
import pytest

from mapper import i18n, ledger, select
from mapper.catalog.schema import KINDS
from mapper.i18n import Words
from mapper.layers.cells import RESOLUTIONS, cells
from mapper.layers.columns import Columns, columns
from mapper.player import FOLDER, words
from mapper.settings import ROOT, Folders

WORDS = i18n.words("es")


@pytest.fixture(scope="module")
def table(frame: pd.DataFrame) -> Columns:
    """The same as columns, with the routes, in Spanish."""
    legs = [{**leg, "route_words": "por la calle"} for leg in ledger.read_legs(Folders().geo)]
    return columns(frame, legs, WORDS)


def test_every_event_has_a_row_and_those_with_a_mark_a_place(
    frame: pd.DataFrame, table: Columns
) -> None:
    events, places = table["events"], table["places"]
    assert events["id"] == frame["event_id"].tolist()
    drawn = [places["id"][at] if at >= 0 else "" for at in events["place"]]
    assert drawn == frame["place_id"].where(frame["off_map"] == "", "").tolist()
    assert [KINDS[kind] for kind in events["kind"]] == frame["kind"].tolist()
    assert sum(events["counted"]) == len(select.counted(frame))


def test_days_are_days_since_1970(frame: pd.DataFrame, table: Columns) -> None:
    for ends, column in (("first", "date_start"), ("last", "date_end")):
        days = pd.to_datetime(table["events"][ends], unit="D")
        assert list(days) == list(frame[column])


def test_only_events_with_a_mark_are_told(frame: pd.DataFrame, table: Columns) -> None:
    titles = table["events"]["title"]
    assert [bool(title) for title in titles] == (frame["off_map"] == "").tolist()
    assert "confianza alta" in table["events"]["sure"]


def test_routes_keep_their_event_and_their_certainty(table: Columns) -> None:
    lines = table["lines"]
    assert len(lines["event"]) == len(lines["pieces"]) == len(ledger.read_legs(Folders().geo))
    assert set(lines["solid"]) == {0, 1}
    assert all(at >= 0 for at in lines["event"])


def test_cells_hold_every_place_at_every_resolution() -> None:
    dice = np.random.default_rng(3)
    lon, lat = dice.uniform(-124, -67, 400), dice.uniform(25, 49, 400)
    tables = cells(lon.tolist(), lat.tolist())
    assert [one["resolution"] for one in tables] == list(RESOLUTIONS)
    fine = [h3.latlng_to_cell(*place, RESOLUTIONS[-1]) for place in zip(lat, lon, strict=True)]
    for one in tables:
        wanted = Counter(h3.cell_to_parent(cell, one["resolution"]) for cell in fine)
        assert sorted(Counter(one["of"]).values()) == sorted(wanted.values())
        assert len(one["lon"]) == len(one["ring"]) == len(wanted)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_player_is_given_every_word_that_it_says(lang: str) -> None:
    told = words.of(i18n.words(lang))
    code = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.js"))
    asked = set(re.findall(r"\bwords\.([a-z_]+)", code))
    asked |= set(re.findall(r'(?:say|many)\("([a-z_]+)"', code))
    assert asked <= set(told)
    assert set(told) - {"kinds", "legend"} <= asked


def test_no_module_makes_markup_of_data() -> None:
    for path in FOLDER.glob("*.js"):
        code = path.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write", code), path
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", code), path


def test_each_module_of_the_player_is_told_in_the_architecture() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert [path.stem for path in FOLDER.glob("*.js") if f"`{path.stem}`" not in told] == []


def test_words_with_numbers_come_in_both_forms() -> None:
    t: Words = WORDS
    assert t.forms("{count} event", "{count} events") == ("{count} evento", "{count} eventos")
    assert t.raw("{first} to {last}") == "del {first} al {last}"


def test_a_street_has_its_pieces_and_nothing_else_has(frame: pd.DataFrame) -> None:
    piece = [[-118.2, 34.0], [-118.1, 34.0]]
    table = columns(frame, [], WORDS, lambda name: [piece] if name else [])
    told = zip(table["places"]["precision"], table["places"]["stretch"], strict=True)
    assert {precision for precision, pieces in told if pieces} == {"street"}
    assert not any(columns(frame, [], WORDS)["places"]["stretch"])
