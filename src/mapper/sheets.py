"""A table as a file: the same values on a page, in its download and on the command line."""

from __future__ import annotations

from typing import Any

import pandas as pd

# What a spreadsheet would take for a formula at the start of a cell.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as values that JSON can hold: days in ISO 8601, unknown is ``None``."""
    return [
        {str(name): _value(value) for name, value in row.items()}
        for row in table.to_dict("records")
    ]


def csv(table: pd.DataFrame) -> str:
    """The rows as CSV with a header; unknown is an empty cell, lists are joined by ``|``.

    A text that a spreadsheet would run as a formula begins with an apostrophe.
    """
    rows = [{name: _cell(value) for name, value in row.items()} for row in plain(table)]
    columns = [str(name) for name in table.columns]
    return pd.DataFrame(rows, columns=columns).to_csv(index=False, lineterminator="\n")


def _value(value: Any) -> Any:  # noqa: ANN401 - whatever a cell holds
    """One cell as a plain value."""
    if isinstance(value, list | tuple):
        return [_value(one) for one in value]
    if value is None or pd.isna(value):
        return None
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return value.item() if hasattr(value, "item") else value


def _cell(value: Any) -> Any:  # noqa: ANN401
    """One plain value as a cell of a file."""
    if isinstance(value, list):
        return "|".join(str(one) for one in value)
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
