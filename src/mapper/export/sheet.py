"""The public table as CSV (RFC 4180, UTF-8)."""

from __future__ import annotations

import pandas as pd

from mapper.sheets import FORMULA

DAY = "%Y-%m-%d"


def csv(table: pd.DataFrame) -> bytes:
    """A table as CSV; unknown is an empty cell.

    A text that a spreadsheet would run as a formula begins with an apostrophe.
    """
    texts = [name for name in table.columns if pd.api.types.is_string_dtype(table[name])]
    plain = table.assign(**{name: _plain(table[name]) for name in texts})
    return plain.to_csv(index=False, lineterminator="\r\n", date_format=DAY).encode()


def _plain(cells: pd.Series) -> pd.Series:
    """The texts, those that look like a formula with an apostrophe before them."""
    return cells.mask(cells.str.startswith(FORMULA), "'" + cells)
