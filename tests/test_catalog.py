"""The contract of data/: every rule of the codebook has its fault, and a fault costs one row."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from mapper import catalog, contract
from mapper.catalog import rules, schema
from mapper.model import Fault

Tables = dict[str, pd.DataFrame]
Cells = dict[str, str]

# Each: file, column, what is written there, the code that one cell alone gives.
CELLS = [
    ("events.csv", "record_type", "rumor", "vocabulary"),
    ("events.csv", "kind", "riot", "vocabulary"),
    ("events.csv", "confidence", "sure", "vocabulary"),
    ("events.csv", "date_confidence", "", "vocabulary"),
    ("events.csv", "date_precision", "decade", "vocabulary"),
    ("events.csv", "shown", "maybe", "vocabulary"),
    ("events.csv", "size_rule", "many", "vocabulary"),
    ("events.csv", "country", "MX", "vocabulary"),
    ("sources.csv", "stance", "neutral", "vocabulary"),
    ("sources.csv", "language", "fr", "vocabulary"),
    ("events.csv", "event_id", "Walkout B", "id_form"),
    ("events.csv", "parent_id", "los angeles", "id_form"),
    ("sources.csv", "source_id", "the_paper", "id_form"),
    ("routes.csv", "route_id", "march--route", "id_form"),
    ("events.csv", "date_end", "2026-02-31", "date_form"),
    ("events.csv", "date_start", "4 February 2026", "date_form"),
    ("events.csv", "start_time", "25:00", "time_form"),
    ("events.csv", "state", "California", "state_form"),
    ("events.csv", "place_text", " ", "required"),
    ("events.csv", "title_es", "", "required"),
    ("reports.csv", "locator", "", "required"),
    ("events.csv", "size_low", "-36", "number_form"),
    ("events.csv", "size_high", "44.0", "number_form"),
    ("events.csv", "edtf", "4 February", "edtf_form"),
    ("sources.csv", "published", "soon", "edtf_form"),
    ("sources.csv", "published", "2025-02-31", "edtf_form"),
    ("sources.csv", "url", "javascript:alert(1)", "url_form"),
]
# Each: file, line, the cells that are changed, the column that is told, the code.
# Line 3 of events.csv is a walkout of "About 40 students" on Wednesday 4 February 2026.
ACROSS: list[tuple[str, int, Cells, str, str]] = [
    ("events.csv", 3, {"date_end": "2026-02-03"}, "date_end", "window_order"),
    ("events.csv", 3, {"edtf": "2026-02-03"}, "edtf", "edtf_form"),
    ("events.csv", 3, {"edtf": "2026-02"}, "edtf", "edtf_form"),
    ("events.csv", 3, {"size_low": "45"}, "size_low", "size_order"),
    ("events.csv", 3, {"arrests_low": "5", "arrests_high": "4"}, "arrests_low", "size_order"),
    ("routes.csv", 2, {"size_low": "5", "size_high": "4"}, "size_low", "size_order"),
    ("events.csv", 3, {"size_low": "35"}, "size_low", "size_rule"),
    ("events.csv", 3, {"size_high": ""}, "size_low", "size_rule"),
    ("events.csv", 3, {"size_rule": "none"}, "size_low", "size_rule"),
    ("events.csv", 3, {"size_text": "About forty"}, "size_low", "size_rule"),
    ("events.csv", 3, {"date_basis": "Tuesday 4 February 2026"}, "date_basis", "weekday"),
    ("events.csv", 3, {"title_en": "On Monday, February 4, 2026"}, "title_en", "weekday"),
    ("events.csv", 3, {"note": "Sunday, 30 February 2025"}, "note", "weekday"),
    ("events.csv", 3, {"parent_id": "nobody"}, "parent_id", "no_such_event"),
    ("events.csv", 4, {"same_crowd_as": "nobody"}, "same_crowd_as", "no_such_event"),
    ("events.csv", 5, {"duplicate_of": "nobody"}, "duplicate_of", "no_such_event"),
    ("events.csv", 5, {"duplicate_of": "photo"}, "duplicate_of", "own_link"),
    ("events.csv", 3, {"parent_id": "march"}, "parent_id", "parent_kind"),
    ("events.csv", 4, {"duplicate_of": "photo"}, "duplicate_of", "link_chain"),
    ("events.csv", 3, {"same_crowd_as": "march"}, "same_crowd_as", "link_chain"),
    ("reports.csv", 3, {"event_id": "nothing"}, "event_id", "no_such_event"),
    ("reports.csv", 3, {"source_id": "rumor"}, "source_id", "no_such_source"),
    ("routes.csv", 2, {"event_id": "nothing"}, "event_id", "no_such_event"),
    ("events.csv", 3, {"place_text": "word " * 13}, "place_text", "words_over"),
    ("events.csv", 3, {"size_text": "About 40 " + "word " * 7}, "size_text", "words_over"),
    ("reports.csv", 3, {"locator": "12: " + "word " * 9}, "locator", "words_over"),
    ("routes.csv", 2, {"words": "word " * 31}, "words", "words_over"),
]

# Codebook, section 2, worked out by hand: the rule, the words, the range.
SIZES = [
    ("dozens", "dozens of protesters", "24", "99"),
    ("hundreds", "Hundreds of students", "200", "999"),
    ("several_hundred", "several hundred protesters", "300", "900"),
    ("thousands", "Thousands of people", "2000", "9999"),
    ("nearly", "nearly 1,000 high school students", "900", "1000"),
    ("about", "About 40 Roosevelt students", "36", "44"),
    # 22.5 and 27.5: the whole people inside are 23 to 27
    ("about", "About 25 students", "23", "27"),
    ("estimated", "An estimated 300 students", "270", "330"),
    ("exactly", "exactly 12 students", "12", "12"),
    ("at_least", "at least 50", "50", ""),
    ("more_than", "more than 1,500", "1500", ""),
    ("at_most", "at most 80", "", "80"),
    ("vague", "many students", "", ""),
    ("none", "", "", ""),
]


def changed(tables: Tables, file: str, line: int, cells: Cells) -> Tables:
    """The tables with the cells of one line rewritten."""
    table = tables[file].copy()
    for column, value in cells.items():
        table.loc[line, column] = value
    return tables | {file: table}


def saved(tables: Tables, folder: Path) -> Path:
    """The tables as files."""
    for file, table in tables.items():
        table.to_csv(folder / file, index=False)
    return folder


def test_the_real_tables_have_no_fault(catalogue: catalog.Catalog) -> None:
    assert catalogue.faults == ()
    assert set(catalogue.left_out.values()) == {0}


def test_every_event_route_and_source_of_the_five_documents_is_there(
    catalogue: catalog.Catalog,
) -> None:
    assert len(catalogue.sources) == 5
    assert len(catalogue.events) >= 80
    assert len(catalogue.routes) >= 17


def test_the_small_tables_have_no_fault(tiny: Tables) -> None:
    assert catalog.check(tiny) == []


@pytest.fixture(scope="module")
def told_of_cells() -> set[Fault]:
    """The faults of all of ``CELLS``: one row for each, its line the number of the case."""
    found: set[Fault] = set()
    for file, columns in schema.TABLES.items():
        cases = [(line, case) for line, case in enumerate(CELLS) if case[0] == file]
        rows = [dict.fromkeys(columns, "") | {column: value} for _, (_, column, value, _) in cases]
        table = pd.DataFrame(rows, [line for line, _ in cases], list(columns), dtype=str)
        found |= set(contract.cell_faults(file, table, columns, None))
    return found


@pytest.mark.parametrize("line", range(len(CELLS)), ids=lambda line: "-".join(CELLS[line][1:3]))
def test_a_cell_that_breaks_the_contract_is_told(told_of_cells: set[Fault], line: int) -> None:
    file, column, value, code = CELLS[line]
    assert Fault(file, line, column, value, code) in told_of_cells


@pytest.mark.parametrize("case", ACROSS, ids=[f"{c[4]}-{'-'.join(c[2])}-{c[1]}" for c in ACROSS])
def test_cells_that_contradict_each_other_are_told(
    tiny: Tables, case: tuple[str, int, Cells, str, str]
) -> None:
    file, line, cells, column, code = case
    broken = changed(tiny, file, line, cells)
    value = broken[file].loc[line, column]
    assert Fault(file, line, column, value, code) in rules.faults(broken)


def test_an_id_that_stands_twice_is_told_at_both_lines(tiny: Tables) -> None:
    events = changed(tiny, "events.csv", 3, {"event_id": "march"})["events.csv"]
    told = contract.cell_faults("events.csv", events, schema.EVENTS, "event_id")
    assert [(f.row, f.column, f.value, f.code) for f in told] == [
        (3, "event_id", "march", "id_twice"),
        (4, "event_id", "march", "id_twice"),
    ]


def test_an_event_that_no_source_reports_is_told(tiny: Tables) -> None:
    broken = changed(tiny, "reports.csv", 3, {"event_id": "march", "locator": "9: other words"})
    assert rules.faults(broken) == [Fault("events.csv", 3, "event_id", "walkout", "no_report")]


def test_a_report_that_stands_twice_is_told(tiny: Tables) -> None:
    first = tiny["reports.csv"].loc[2].to_dict()
    found = rules.faults(changed(tiny, "reports.csv", 3, first))
    assert {(f.row, f.code) for f in found if f.file == "reports.csv"} == {
        (2, "report_twice"),
        (3, "report_twice"),
    }


@pytest.mark.parametrize(
    ("file", "line", "cells"),
    [
        ("events.csv", 3, {"place_text": "word " * 12}),
        ("reports.csv", 3, {"locator": "12: " + "word " * 8}),
        ("routes.csv", 2, {"words": "word " * 30}),
    ],
)
def test_as_many_words_as_the_codebook_allows_are_no_fault(
    tiny: Tables, file: str, line: int, cells: Cells
) -> None:
    assert rules.faults(changed(tiny, file, line, cells)) == []


def test_a_whole_year_may_be_written_as_a_year(tiny: Tables) -> None:
    year = {"date_start": "1968-01-01", "date_end": "1968-12-31", "edtf": "1968"}
    assert rules.faults(changed(tiny, "events.csv", 3, year)) == []


def test_a_wrong_weekday_that_a_document_is_quoted_with_is_no_fault(tiny: Tables) -> None:
    quoted = {"date_basis": "The caption says 'Wednesday, May 4, 2026'."}
    assert rules.faults(changed(tiny, "events.csv", 3, quoted)) == []


@pytest.mark.parametrize(("rule", "text", "low", "high"), SIZES)
def test_the_words_of_a_size_give_the_range_of_the_codebook(
    rule: str, text: str, low: str, high: str
) -> None:
    assert rules.expected_size(rule, text) == (low, high)


def test_every_size_rule_of_the_vocabulary_has_a_range() -> None:
    assert {*rules.FIXED, *rules.SHARES} == set(schema.SIZE_RULES)
    assert {rule for rule, *_ in SIZES} == set(schema.SIZE_RULES)


def test_a_faulty_row_is_set_aside_with_its_reports_and_the_others_stay(
    tiny: Tables, tmp_path: Path
) -> None:
    found = catalog.read(saved(changed(tiny, "events.csv", 3, {"kind": "riot"}), tmp_path))
    assert list(found.events["event_id"]) == ["los-angeles", "march", "photo"]
    assert "walkout" not in set(found.reports["event_id"])
    assert found.left_out == {"sources.csv": 0, "events.csv": 1, "reports.csv": 1, "routes.csv": 0}
    # links to the row are cleared, others stay
    assert list(found.events["same_crowd_as"]) == ["", "", ""]
    assert list(found.events["duplicate_of"]) == ["", "", ""]
    assert list(found.events["parent_id"]) == ["", "los-angeles", ""]


def test_the_route_of_an_event_that_is_set_aside_goes_with_it(tiny: Tables, tmp_path: Path) -> None:
    found = catalog.read(saved(changed(tiny, "events.csv", 4, {"shown": "perhaps"}), tmp_path))
    assert found.routes.empty
    assert found.left_out["routes.csv"] == 1


def test_reports_of_a_source_that_is_set_aside_go_with_it(tiny: Tables, tmp_path: Path) -> None:
    found = catalog.read(saved(changed(tiny, "sources.csv", 2, {"stance": "none"}), tmp_path))
    assert found.sources.empty
    assert found.reports.empty
    assert len(found.events) == len(tiny["events.csv"])


def test_days_are_days_and_an_unknown_size_is_not_zero(tiny: Tables, tmp_path: Path) -> None:
    events = catalog.read(saved(tiny, tmp_path)).events.set_index("event_id")
    assert events.loc["walkout", "date_start"] == pd.Timestamp(2026, 2, 4)
    assert (events.loc["walkout", "size_low"], events.loc["walkout", "size_high"]) == (36, 44)
    assert pd.isna(events.loc["march", "size_low"])


def test_a_blank_line_does_not_shift_the_lines_that_are_told(tiny: Tables, tmp_path: Path) -> None:
    folder = saved(changed(tiny, "events.csv", 4, {"kind": "riot"}), tmp_path)
    lines = (folder / "events.csv").read_text(encoding="utf-8").splitlines()
    (folder / "events.csv").write_text("\n".join([*lines[:2], "", *lines[2:]]), encoding="utf-8")
    # line 4 of the table is line 5 of the file, as every editor and spreadsheet shows it
    assert [f.row for f in catalog.read(folder).faults if f.code == "vocabulary"] == [5]
