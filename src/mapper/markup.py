"""Text from data to HTML: nothing in it is markup."""

from __future__ import annotations

import html
from collections.abc import Iterable

import pandas as pd


def tag(name: str, text: str, css: str = "") -> str:
    """An HTML element that holds a text."""
    attribute = f' class="{css}"' if css else ""
    return f"<{name}{attribute}>{html.escape(text)}</{name}>"


def link(url: str, text: str) -> str:
    """A link, where the address is one of the web; else the text alone."""
    shown = html.escape(text)
    if not url.startswith(("https://", "http://")):
        return shown
    return f'<a href="{html.escape(url, quote=True)}" rel="noopener">{shown}</a>'


def terms(told: Iterable[tuple[str, str]]) -> str:
    """Labels and texts as terms and descriptions."""
    return "".join(tag("dt", label) + tag("dd", text) for label, text in told)


def table(rows: pd.DataFrame) -> str:
    """A table that is only read: text, for every screen and every reader."""
    head = "".join(tag("th", str(name)) for name in rows.columns)
    body = "".join(
        f"<tr>{''.join(tag('td', str(cell)) for cell in cells)}</tr>"
        for cells in rows.itertuples(index=False)
    )
    return f'<table class="plain"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
