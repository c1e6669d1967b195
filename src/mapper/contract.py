"""What one cell may hold, said once: checks named by the code of their message (pandera)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pandas as pd
import pandera.errors
import pandera.pandas as pa

from mapper.model import EARTH_RADIUS_M, Fault

# Postal codes and names of the states, the District of Columbia and Puerto Rico.
US_STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas",
    "CA": "California", "CO": "Colorado", "CT": "Connecticut", "DE": "Delaware",
    "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii",
    "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa",
    "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine",
    "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska",
    "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico",
    "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio",
    "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "PR": "Puerto Rico",
    "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee",
    "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia",
    "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip
# A box that holds the fifty states and Puerto Rico, in degrees (west, east, south, north). The
# Aleutians beyond 180° are left out on purpose: a swapped pair would fall there.
UNITED_STATES = (-180.0, -65.0, 17.0, 72.0)

Test = Callable[[str], bool]
_DAY = r"\d{4}-\d{2}-\d{2}"
_EDTF = re.compile(rf"\d{{4}}|\d{{4}}-\d{{2}}|{_DAY}|{_DAY}/{_DAY}")


def is_day(text: str) -> bool:
    """Whether a text is a day that exists, as YYYY-MM-DD."""
    try:
        return bool(re.fullmatch(_DAY, text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def is_edtf(text: str) -> bool:
    """Whether a text is a year, a month, a day or an interval of days (EDTF level 0)."""
    days = re.findall(_DAY, text)
    return bool(_EDTF.fullmatch(text)) and all(map(is_day, days))


def is_count(text: str) -> bool:
    """Whether a text is a whole number of 0 or more."""
    return bool(re.fullmatch(r"\d{1,9}", text))


def cell(code: str, test: Test, *, optional: bool = False) -> pa.Check:
    """A check of one cell, named by the code of its message."""
    return pa.Check(
        lambda cell: (optional and not cell) or test(cell), element_wise=True, name=code
    )


def one_of(words: tuple[str, ...]) -> pa.Check:
    """The cell is one of the words."""
    return cell("vocabulary", lambda cell: cell in words)


REQUIRED = cell("required", lambda cell: bool(cell.strip()))
ID = cell("id_form", lambda cell: bool(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", cell)))
LINK = cell("id_form", lambda cell: bool(re.fullmatch(r"[a-z0-9-]+", cell)), optional=True)
DAY = cell("date_form", is_day)
EDTF = cell("edtf_form", is_edtf)
COUNT = cell("number_form", is_count, optional=True)
TIME = cell(
    "time_form", lambda cell: bool(re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", cell)), optional=True
)
URL = cell(
    "url_form", lambda cell: bool(re.fullmatch(r"https?://[^\s\"'<>]+", cell)), optional=True
)
STATE = cell("state_form", lambda cell: cell in US_STATES, optional=True)

FREE: tuple[pa.Check, ...] = ()
Columns = dict[str, tuple[pa.Check, ...]]


def in_us(text: str, low: float, high: float) -> bool:
    """Whether a text is a number of degrees inside the United States' own range."""
    try:
        return low <= float(text) <= high
    except ValueError:
        return False


def is_metres(text: str) -> bool:
    """Whether a text is a length above 0."""
    try:
        return 0 < float(text) < EARTH_RADIUS_M
    except ValueError:
        return False


LON = cell("not_in_us", lambda text: in_us(text, *UNITED_STATES[:2]))
LAT = cell("not_in_us", lambda text: in_us(text, *UNITED_STATES[2:]))
METRES = cell("radius", is_metres)

# pandera's own names for what is not one of our checks
OWN_CODES = {"field_uniqueness": "id_twice"}


def frame_schema(columns: Columns, key: str | None = None) -> pa.DataFrameSchema:
    """The pandera schema of a table whose cells are all strings; columns of free text stay out."""
    return pa.DataFrameSchema(
        {
            name: pa.Column(checks=list(checks), unique=name == key, report_duplicates="all")
            for name, checks in columns.items()
            if checks
        }
    )


def cell_faults(file: str, table: pd.DataFrame, columns: Columns, key: str | None) -> list[Fault]:
    """What is wrong in the cells of one table of strings, its index the line numbers."""
    try:
        frame_schema(columns, key).validate(table, lazy=True)
    except pandera.errors.SchemaErrors as error:
        cases = error.failure_cases
        found = zip(
            cases["index"], cases["column"], cases["failure_case"], cases["check"], strict=True
        )
        return [
            Fault(file, int(row), str(column), str(value), OWN_CODES.get(str(code), str(code)))
            for row, column, value, code in found
        ]
    return []
