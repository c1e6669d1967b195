"""Read a table of text, comma or tab, in whatever encoding, and only the columns asked for."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from mapper.errors import DataError
from mapper.gazetteer.loaders.content import UTF16, Content
from mapper.model import Fault

SEPARATORS = ("\t", ",", ";", "|")
# How much of a wrong cell is told.
SHOWN = 80


@dataclass(frozen=True)
class Sheet:
    """A table of text: header, rows by line (the header is 1), the faults of rows too long."""

    file: str
    header: tuple[str, ...]
    rows: dict[int, list[str]]
    faults: tuple[Fault, ...] = ()

    def take(self, columns: Sequence[str]) -> pd.DataFrame:
        """The columns asked for and no others, all cells ``str``, index the line."""
        places = [self.header.index(name) for name in columns]
        cells = {
            name: [row[place] if place < len(row) else "" for row in self.rows.values()]
            for name, place in zip(columns, places, strict=True)
        }
        return pd.DataFrame(cells, index=pd.Index(list(self.rows), dtype=int), dtype=str)


def read(found: Content) -> Sheet:
    """Read a table of text.

    Raises:
        DataError: it has no rows, breaks off, or its quotes do not close.
    """
    file = found.path.name
    with found.opened() as stream:
        text = _decoded(stream.read())
    separator = _separator(text)
    lines = _lines(file, text, separator)
    header, rows = _parted(file, lines)
    last = list(rows.values())[-1]
    if len(last) < len(header) and not text.endswith(("\n", "\r")):
        raise DataError("file_truncated", file=file)
    faults = tuple(_too_long(file, rows, len(header)))
    for fault in faults:
        del rows[fault.row]
    return Sheet(file, tuple(name.strip() for name in header), rows, faults)


def _too_long(file: str, rows: Mapping[int, list[str]], wide: int) -> Iterator[Fault]:
    """A fault for each row that has more cells than the header."""
    for line, row in rows.items():
        if more := ", ".join(filter(None, row[wide:])):
            yield Fault(file, line, "", more[:SHOWN], "row_too_long")


def _decoded(raw: bytes) -> str:
    """The text. What is not UTF-8 is taken for Windows' Western European, and then for Latin-1."""
    if raw.startswith(UTF16):
        return raw.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _separator(text: str) -> str:
    """The sign that parts the cells of the first line that is not empty."""
    first = next((line for line in io.StringIO(text) if line.strip()), "")
    return max(SEPARATORS, key=first.count)


def _lines(file: str, text: str, separator: str) -> list[list[str]]:
    """The rows. A tab-separated file may hold quotes that quote nothing."""
    try:
        return list(_reader(text, separator, csv.QUOTE_MINIMAL))
    except csv.Error as error:
        if separator == "\t":
            return list(_reader(text, separator, csv.QUOTE_NONE))
        if "unexpected end" in str(error):
            raise DataError("file_truncated", file=file) from error
        raise DataError("file_not_csv", file=file, reason=str(error)) from error


def _reader(text: str, separator: str, quoting: Literal[0, 3]) -> Iterator[list[str]]:
    """The standard reader, strict about quotes. NUL would end a row, and stands for nothing."""
    source = io.StringIO(text.replace("\x00", ""), newline="")
    yield from csv.reader(source, delimiter=separator, quoting=quoting, strict=True)


def _parted(file: str, lines: list[list[str]]) -> tuple[list[str], dict[int, list[str]]]:
    """The header and the rows by line; empty lines are passed over."""
    filled = {number: line for number, line in enumerate(lines, 1) if any(map(str.strip, line))}
    numbers = list(filled)
    if not numbers:
        raise DataError("file_empty", file=file)
    header = filled.pop(numbers[0])
    if not filled:
        raise DataError("table_empty", file=file)
    return header, filled
