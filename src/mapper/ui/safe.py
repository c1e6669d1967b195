"""Text from data to text on a page: nothing in it is markup."""

from __future__ import annotations

import html
import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&])")


def md(text: str) -> str:
    """Text that Streamlit's Markdown shows as it stands."""
    return _MARKDOWN.sub(r"\\\1", text)


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
