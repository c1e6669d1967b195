"""What must never be stored is found, in English and Spanish; ordinary rows are left alone."""

from __future__ import annotations

import pandas as pd
import pytest

from mapper import catalog, safety
from mapper.catalog import rules, schema
from tests.conftest import REAL

# The people and numbers are invented; 555-01xx is set aside for fiction.
UNSAFE = [
    ("unsafe_email", "write to ana.lopez@example.org"),
    ("unsafe_email", "ANA+2@example.edu"),
    ("unsafe_phone", "call (213) 555-0142"),
    ("unsafe_phone", "213-555-0142"),
    ("unsafe_phone", "213.555.0142"),
    ("unsafe_phone", "+1 213 555 0142"),
    ("unsafe_handle", "posted by @la_walkout"),
    ("unsafe_handle", "@walkout"),
    ("unsafe_person", "Ana Ejemplo, 16, of Example High School"),
    ("unsafe_person", "Example student Ana Ejemplo, 17"),
    ("unsafe_person", "a 12-year-old grader at Example Academy"),
    ("unsafe_person", "One 13-year-old student at Example High"),
    ("unsafe_person", "14-year-old Ana Ejemplo of Example High School"),
    ("unsafe_person", "One 14-year-old Example freshman"),
    ("unsafe_person", "Ana Ejemplo (16), student at Example High"),
    ("unsafe_person", "Ana Ejemplo, age 16, Example High School"),
    ("unsafe_person", "A freshman of Sample Example High School, 14, sang"),
    ("unsafe_person", "estudiante Ana Ejemplo, 16, cantó"),
    ("unsafe_person", "Ana Ejemplo, de 16 años, estudiante de Ejemplo"),
    ("unsafe_person", "la alumna Ana Ejemplo, de 16 años"),
    ("unsafe_person", "una estudiante de 13 años de Ejemplo"),
]
SAFE = [
    "",
    "2025-02-03",
    "2025-02-03/2025-02-05",
    "Wednesday, Feb. 4, 2026",
    "Article undated, from content 3–5 February 2025.",
    "About 40 Roosevelt students",
    "nearly 1,000 high school students",
    "An estimated 300 students from RFK schools",
    "Hundreds of students at Overfelt High School",
    "900–1000",
    "19647331932540",
    "19 64733 1932540",
    "66f18fe108ddbfebe30f00c2cf4c7ea48ef9d7c4982469cbfe4ef0b3c028668e",
    "Three days of protests in Dallas, 31 January to 2 February 2025",
    "Students of Garfield High walk out",
    "Estudiantes de Garfield High salen de clases",
    "The second reading puts the four arrests with the police.",
    "50501 day of action",
]


@pytest.mark.parametrize(("code", "text"), UNSAFE)
def test_a_trace_of_a_person_is_found(code: str, text: str) -> None:
    assert safety.unsafe(text) == code


@pytest.mark.parametrize("text", SAFE)
def test_ordinary_words_and_numbers_are_left_alone(text: str) -> None:
    assert safety.unsafe(text) == ""


def test_the_real_tables_hold_nothing_unsafe() -> None:
    found = [
        (file, column, cell)
        for file, table in catalog.raw_tables(REAL.data).items()
        for column in table
        for cell in table[column]
        if safety.unsafe(cell)
    ]
    assert found == []


@pytest.mark.parametrize("file", schema.TABLES)
def test_every_column_of_a_table_is_looked_at(tiny: dict[str, pd.DataFrame], file: str) -> None:
    tiny[file].loc[2, :] = "ana.lopez@example.org"
    told = [(f.file, f.row, f.column) for f in rules.faults(tiny) if f.code == "unsafe_email"]
    assert sorted(told) == sorted((file, 2, column) for column in schema.TABLES[file])
