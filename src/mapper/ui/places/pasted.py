"""What a reader pastes or uploads, as rows to place; nothing of it touches the disk."""

from __future__ import annotations

import csv
import io

import pandas as pd

from mapper.batch import WANTED
from mapper.errors import DataError
from mapper.model import Context

TEXT, *WHERE = WANTED
# What a spreadsheet copies, what it saves, and what it saves where commas are decimal.
DELIMITERS = ("\t", ",", ";")


def rows(text: str, context: Context, name: str) -> pd.DataFrame:
    """Places as a reader writes them: one a line, or a table whose first line names its columns.

    Args:
        text: the lines.
        context: the city and state of the rows that name neither.
        name: what an error calls the text.

    Returns:
        One row a place with ``batch.WANTED``, and a table's other columns, all ``str``.

    Raises:
        DataError: it is a table, and not a well-formed one.
    """
    if delimiter := _delimiter(text):
        return _in_context(_table(text, delimiter, name), context)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return _in_context(pd.DataFrame({TEXT: lines}, dtype=str), context)


def upload(raw: bytes, context: Context, name: str) -> pd.DataFrame:
    """A file's table, as :func:`rows` gives it.

    Raises:
        DataError: it is not UTF-8, not a well-formed table, or has no column ``place_text``.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        value = ascii(raw[max(0, error.start - 12) : error.end + 12].decode("latin-1"))
        raise DataError("file_not_utf8", file=name, row=row, value=value) from error
    if not _delimiter(text):
        raise DataError("column_missing", file=name, column=TEXT)
    return rows(text, context, name)


def _delimiter(text: str) -> str:
    """What parts the cells of a table; "" if the first line names no column of place texts."""
    head = text.lstrip("\ufeff\r\n").partition("\n")[0]
    return next((sign for sign in DELIMITERS if TEXT in map(_name, head.split(sign))), "")


def _name(cell: str) -> str:
    """A cell of the header as the name of a column; those that are wanted in any case."""
    bare = cell.strip().strip('"').strip()
    return bare.lower() if bare.lower() in WANTED else bare


def _table(text: str, delimiter: str, name: str) -> pd.DataFrame:
    """A text as a table. Empty lines are passed over, and cells missing at a row's end are "".

    Raises:
        DataError: it is not well-formed, a column stands twice, or a row is too long.
    """
    lines = csv.reader(
        io.StringIO(text.lstrip("\ufeff\r\n"), newline=""), delimiter=delimiter, strict=True
    )
    try:
        header, *body = lines
    except csv.Error as error:
        raise DataError("file_not_csv", file=name, reason=str(error)) from error
    columns = [_name(cell) for cell in header]
    if twice := next((column for column in columns if columns.count(column) > 1), None):
        raise DataError("column_twice", file=name, column=twice)
    width = len(columns)
    for number, line in enumerate(body, 2):
        if any(line[width:]):
            raise DataError("row_too_long", file=name, row=number, value=", ".join(line[width:]))
    cells = [[*line, *[""] * width][:width] for line in body if any(line)]
    return pd.DataFrame(cells, columns=columns, dtype=str)


def _in_context(found: pd.DataFrame, context: Context) -> pd.DataFrame:
    """The rows with a city and a state. A row that names one of them keeps what it says."""
    whole = found.assign(**{name: "" for name in WHERE if name not in found})
    bare = (whole["locality"].str.strip() + whole["state"].str.strip()) == ""
    return whole.assign(
        locality=whole["locality"].mask(bare, context.city),
        state=whole["state"].mask(bare, context.state),
    )
