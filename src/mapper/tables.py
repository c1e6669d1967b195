"""Read a CSV as it stands: every cell a string, every fault of form told with its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from mapper.errors import DataError


def read(path: Path, columns: Sequence[str]) -> pd.DataFrame:
    """Read a UTF-8 CSV that has exactly the given columns, in any order.

    Returns:
        All cells as ``str`` ("" where empty), columns in the given order, index the line number
        that a spreadsheet shows (the header is 1).

    Raises:
        DataError: the file is missing, is not UTF-8, is not a CSV, has no rows, or lacks a column.
    """
    found = read_any(path)
    _check_columns(path.name, found.columns, columns)
    if found.empty:
        raise DataError("table_empty", file=path.name)
    return found[list(columns)]


def read_any(path: Path) -> pd.DataFrame:
    """Read a UTF-8 CSV with whatever columns it has.

    Returns:
        All cells as ``str``, index the line number that a spreadsheet shows (the header is 1).
        Empty lines are passed over, and cells missing at the end of a row are "".

    Raises:
        DataError: the file is missing, is not UTF-8, is not a CSV, or has a row that is longer
            than its header.
    """
    try:
        lines = list(csv.reader(io.StringIO(_text(path), newline=""), strict=True))
    except csv.Error as error:
        raise DataError("file_not_csv", file=path.name, reason=str(error)) from error
    if not any(lines):
        raise DataError("file_not_csv", file=path.name, reason="empty")
    header, *_ = lines
    kept = {number: line for number, line in enumerate(lines, 1) if number > 1 and any(line)}
    for number, line in kept.items():
        if len(line) != len(header):
            kept[number] = _cells(path.name, number, line, len(header))
    _check_twice(path.name, header)
    columns = zip(*kept.values(), strict=True) if kept else [()] * len(header)
    cells = {name: list(column) for name, column in zip(header, columns, strict=True)}
    return pd.DataFrame(cells, index=pd.Index(list(kept)), dtype=str)


def _cells(file: str, number: int, line: list[str], width: int) -> list[str]:
    """One row as wide as the header.

    Raises:
        DataError: it holds more than the header has columns for.
    """
    if any(line[width:]):
        raise DataError("row_too_long", file=file, row=number, value=", ".join(line[width:]))
    return [*line[:width], *[""] * (width - len(line))]


def _text(path: Path) -> str:
    """The file's text, without a byte order mark."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise DataError("file_missing", file=path.name) from error
    except OSError as error:
        raise DataError("file_unreadable", file=path.name, reason=error.strerror) from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        value = ascii(raw[max(0, error.start - 12) : error.end + 12].decode("latin-1"))
        raise DataError("file_not_utf8", file=path.name, row=line, value=value) from error


def _check_twice(file: str, names: Sequence[str]) -> None:
    """No column stands twice."""
    for name in names:
        if names.count(name) > 1:
            raise DataError("column_twice", file=file, column=name)


def _check_columns(file: str, found: Iterable[str], wanted: Sequence[str]) -> None:
    """Each wanted column, and no other."""
    names = list(found)
    for name in wanted:
        if name not in names:
            raise DataError("column_missing", file=file, column=name)
    for name in names:
        if name not in wanted:
            raise DataError("column_unknown", file=file, column=name)
