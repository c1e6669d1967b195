"""Clean the cells of street files: names, house numbers, ids."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import pandas as pd

from mapper.model import Fault
from mapper.streets.loaders.result import Given

LONGEST_NAME = 200
SHOWN = 40
# How publishers write that there is none.
NOTHING = frozenset(
    {"", "<null>", "null", "none", "nan", "n/a", "unnamed", "no name", "unnamed street",
     "unnamed road", "unnamed st", "unnamed rd", "<na>"}
)  # fmt: skip
# Freeways and their ramps by name: "Freeway Drive" and "Old Turnpike Road" are streets.
_FREEWAY = re.compile(
    r"\b(?:freeway|fwy|autopista)(?:\s+(?:[nsew]b?|north|south|east|west)(?:bound)?)?$"
    r"|^(?:interstate|ih?)[\s-]*\d+\b|\b(?:on|off)[\s-]?ramp\b|\bramp$",
    re.IGNORECASE,
)


def names(cells: pd.Series) -> pd.Series:
    """Names as text: without control characters, single-spaced, "" where there is none."""
    text = plain_text(cells)
    told = {raw: name(raw) for raw in text.unique()}
    return text.map(told)


def name(text: str) -> str:
    """One name without control characters and what reverses or hides text (Unicode Cc, Cf, Cs)."""
    kept = "".join(
        " " if sign.isspace() else sign
        for sign in unicodedata.normalize("NFC", text)
        if sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co"}
    )
    kept = " ".join(kept.replace("|", "/").split())
    return "" if kept.casefold() in NOTHING else kept


def plain_text(cells: pd.Series) -> pd.Series:
    """Cells as ``str``; whole numbers lose the ".0" that a missing neighbour gave them."""
    if pd.api.types.is_numeric_dtype(cells):
        numbers = pd.to_numeric(cells).astype("Float64")
        whole = bool((numbers.dropna() % 1 == 0).all())
        cells = numbers.astype("Int64") if whole else numbers
    return cells.astype("string").fillna("").astype(object).astype(str)


def aliases(columns: Iterable[pd.Series], own: pd.Series) -> pd.Series:
    """Further names joined by "|", without repeats and without the name itself."""
    joined = pd.Series("", index=own.index, dtype=object)
    for cells in columns:
        joined = joined + "|" + plain_text(cells).str.replace(";", "|", regex=False)
    known = {
        pair: _alias(*pair) for pair in set(zip(joined, own, strict=True)) if pair[0].strip("|")
    }
    pairs = zip(joined, own, strict=True)
    return pd.Series([known.get(pair, "") for pair in pairs], index=own.index, dtype=object)


def _alias(joined: str, own: str) -> str:
    """The aliases of one street; one that is too long to be a name is passed over."""
    found = dict.fromkeys(name(part) for part in joined.split("|"))
    return "|".join(part for part in found if part not in {"", own} and len(part) <= LONGEST_NAME)


def house_numbers(cells: pd.Series) -> pd.Series:
    """The leading whole number of each cell as ``float64``; 0 and no number are NaN."""
    leading = plain_text(cells).str.extract(r"^\s*(\d{1,7})(?!\d)", expand=False)
    numbers = pd.to_numeric(leading).astype("float64")
    return numbers.where(numbers > 0)


def is_freeway(cells: pd.Series) -> pd.Series:
    """Whether a name is that of a freeway or a ramp, where nobody walks."""
    told = {text: bool(_FREEWAY.search(text)) for text in cells.unique()}
    return cells.map(told).astype(bool)


def long_names(given: Given, cells: pd.Series, column: str, rows: pd.Series) -> list[Fault]:
    """A fault for each name that is too long to be one; ``rows`` says where each stands."""
    long = cells.str.len() > LONGEST_NAME
    return [
        Fault(given.file, int(row), column, f"{text[:SHOWN]}…", "name_long")
        for row, text in zip(rows[long], cells[long], strict=True)
    ]
