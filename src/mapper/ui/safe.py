"""Text from data to text on a page: nothing in it is markup."""

from __future__ import annotations

import re

from mapper.markup import link, tag

__all__ = ["link", "md", "tag"]

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&])")


def md(text: str) -> str:
    """Text that Streamlit's Markdown shows as it stands."""
    return _MARKDOWN.sub(r"\\\1", text)
