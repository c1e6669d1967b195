"""Pick texts and numbers out of a service's JSON, which may be of any shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from mapper import names
from mapper.contract import US_STATES

Row = Mapping[str, Any]
# Three letters to two: the United States and who is often answered beside them.
COUNTRIES = {"USA": "US", "PRI": "PR", "MEX": "MX", "CAN": "CA", "GBR": "GB", "ESP": "ES"}
_STATES = {names.fold(name): code for code, name in US_STATES.items()}
LETTERS = 2


class Facts(NamedTuple):
    """What a service's words say of one place; see :class:`mapper.providers.values.Answer`."""

    name: str
    rung: str
    uncertainty_m: float
    city: str
    county: str
    state: str
    country: str
    place_id: str


def text(row: Row, *fields: str) -> str:
    """The first of the fields that holds a text or a whole number, else ""."""
    found = (row.get(field) for field in fields)
    fit = (value for value in found if isinstance(value, str | int) and not isinstance(value, bool))
    return next((str(value).strip() for value in fit if str(value).strip()), "")


def part(row: Row, field: str) -> Row:
    """A row inside a row; empty where there is none."""
    value = row.get(field)
    return value if isinstance(value, Mapping) else {}


def items(row: Row, field: str) -> list[Any]:
    """A list inside a row; empty where there is none."""
    value = row.get(field)
    return value if isinstance(value, list) else []


def state_code(*written: str) -> str:
    """Two letters from "CA", "US-CA" or "California"; the first that is a state's, else ""."""
    for word in written:
        code = word.upper().removeprefix("US-")
        if code in US_STATES:
            return code
        if named := _STATES.get(names.fold(word)):
            return named
    return ""


def whereabouts(state: str, country: str) -> tuple[str, str]:
    """State and country, two capitals each: Puerto Rico is a state of the US here."""
    code = COUNTRIES.get(country.upper(), country.upper())
    if code == "PR":
        return "PR", "US"
    return state, code if len(code) == LETTERS else ""
