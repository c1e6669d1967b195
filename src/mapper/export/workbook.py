"""An Excel workbook: the events, the marches, what the columns mean, and what the file is."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any, NamedTuple

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from mapper import i18n
from mapper.export import about, routes, table
from mapper.export.columns import COLUMNS, LEGS, Column
from mapper.export.shown import Shown
from mapper.i18n import Words
from mapper.sheets import FORMULA

# What a cell of Excel holds at most; no text of ours comes near it.
MOST_SIGNS = 32_767
WIDE, NARROW, READING = 28, 13, 70
# Texts stay texts, also where a reader edits and leaves the cell.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_date_format": "yyyy-mm-dd",
}


class Book(NamedTuple):
    """A workbook that is being written, with the formats of its cells."""

    file: Workbook
    head: Format
    text: Format
    quoted: Format
    day: Format
    wrapped: Format


def xlsx(shown: Shown) -> bytes:
    """The workbook; its date is that of the data, so that the same data give the same bytes.

    Raises:
        DataError: a cell holds what is never exported.
    """
    events, legs, t = table.events(shown), routes.legs(shown), shown.words
    held = io.BytesIO()
    with Workbook(held, OPTIONS) as file:
        made = datetime.combine(shown.as_of, time())
        file.set_properties({"title": shown.stem, "created": made, "comments": _comment(shown)})
        book = _book(file)
        _table(book, t("Events"), events, COLUMNS)
        _table(book, t("Marches"), legs, LEGS)
        _meanings(book, t)
        _about(book, shown)
    return held.getvalue()


def _comment(shown: Shown) -> str:
    """The terms, in the properties of the file."""
    return f"{shown.card.licence}. {shown.hash}. {shown.days}"


def _book(file: Workbook) -> Book:
    """The formats of the cells."""
    return Book(
        file,
        head=file.add_format({"bold": True, "bottom": 1}),
        text=file.add_format({"num_format": "@"}),
        quoted=file.add_format({"num_format": "@", "quote_prefix": True}),
        day=file.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        wrapped=file.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
    )


def _table(book: Book, name: str, rows: pd.DataFrame, columns: Sequence[Column]) -> None:
    """A sheet with a header that stays in sight."""
    page = book.file.add_worksheet(name)
    page.freeze_panes(1, 1)
    for at, column in enumerate(columns):
        page.set_column(at, at, WIDE if column.kind == "text" else NARROW)
        page.write_string(0, at, column.name, book.head)
        _column(book, page, at, rows[column.name], column)
    page.autofilter(0, 0, max(1, len(rows)), len(columns) - 1)


def _column(book: Book, page: Worksheet, at: int, cells: pd.Series, column: Column) -> None:
    """The cells of one column; an unknown one is empty."""
    known = cells[cells.notna() & (cells != "")]
    values = zip((known.index + 1).tolist(), known.tolist(), strict=True)
    if column.kind == "text":
        for row, text in values:
            how = book.quoted if text.startswith(FORMULA) else book.text
            page.write_string(row, at, _fitting(text), how)
    elif column.kind == "day":
        for row, day in values:
            page.write_datetime(row, at, day.to_pydatetime(), book.day)
    else:
        for row, number in values:
            page.write_number(row, at, number)


def _fitting(text: str) -> str:
    """A text that a cell can hold; one that is cut says so by its last sign."""
    return text if len(text) <= MOST_SIGNS else f"{text[: MOST_SIGNS - 1]}…"


def _meanings(book: Book, t: Words) -> None:
    """Every column of both tables, explained in both languages."""
    page = book.file.add_worksheet(t("Columns"))
    page.set_column(0, 1, WIDE)
    page.set_column(2, 4, READING)
    en, es = i18n.words("en"), i18n.words("es")
    head = [t("Sheet"), t("Column"), "English", "Español", t("Term of")]
    told = [
        [sheet, column.name, en(column.meaning), es(column.meaning), column.url]
        for sheet, columns in ((t("Events"), COLUMNS), (t("Marches"), LEGS))
        for column in columns
    ]
    for at, text in enumerate(head):
        page.write_string(0, at, text, book.head)
    _lines(page, told, book.wrapped)


def _about(book: Book, shown: Shown) -> None:
    """What the file is."""
    t = shown.words
    page = book.file.add_worksheet(t("About this file"))
    page.set_column(0, 0, WIDE)
    page.set_column(1, 1, READING)
    page.write_string(0, 0, shown.stem, book.head)
    _lines(page, about.lines(shown), book.wrapped)


def _lines(page: Worksheet, told: Sequence[Sequence[Any]], how: Format) -> None:
    """Rows of text under a header."""
    for row, texts in enumerate(told, 1):
        for at, text in enumerate(texts):
            page.write_string(row, at, text, how)
