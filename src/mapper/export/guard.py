"""What every text passes on its way out: nothing unsafe, nothing that a format cannot hold."""

from __future__ import annotations

import re

import pandas as pd

from mapper import safety
from mapper.errors import DataError

# What XML 1.0 cannot hold, not even escaped; a table has no use for it either.
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(cells: pd.Series, rows: pd.Series) -> pd.Series:
    """A column of texts that can be written to any file.

    Args:
        cells: the texts.
        rows: the name of each row, for the message.

    Raises:
        DataError: a text holds what is never exported (docs/codebook.md, section 3).
    """
    known = {text: NO_XML.sub("", text) for text in cells.unique()}
    for text in known:
        if safety.unsafe(text):
            row = rows[cells == text].iloc[0]
            raise DataError("export_unsafe", row=row, column=cells.name)
    changed = {text: kept for text, kept in known.items() if text != kept}
    return cells.replace(changed) if changed else cells
