"""Read a CSV as it stands: every cell a string, every fault of form told with its line."""

from __future__ import annotations

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
    found = found[list(columns)]
    return found.set_axis(pd.RangeIndex(2, len(found) + 2), axis=0)


def read_any(path: Path) -> pd.DataFrame:
    """Read a UTF-8 CSV with whatever columns it has, all cells as ``str``.

    Raises:
        DataError: the file is missing, is not UTF-8, or is not a CSV.
    """
    try:
        found = pd.read_csv(io.StringIO(_text(path)), dtype=str, keep_default_na=False)
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise DataError("file_not_csv", file=path.name, reason=str(error).strip()) from error
    return found.fillna("").astype(str)


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


def _check_columns(file: str, found: Iterable[str], wanted: Sequence[str]) -> None:
    """Each wanted column once, and no other."""
    names = list(found)
    for name in names:
        # pandas calls a second column of one name "name.1"
        if name.endswith(".1") and name[:-2] in wanted:
            raise DataError("column_twice", file=file, column=name[:-2])
    for name in wanted:
        if name not in names:
            raise DataError("column_missing", file=file, column=name)
    for name in names:
        if name not in wanted:
            raise DataError("column_unknown", file=file, column=name)
