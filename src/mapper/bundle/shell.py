"""The page around the facts: its rules for the browser, its style, its script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path

from mapper import player
from mapper.bundle import scripts

HERE = Path(__file__).parent
LANGUAGES = {"en": "English", "es": "Español"}
PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Walkout Mapper">
{title}
<style>{style}</style>
</head>
<body>
<nav>{tabs}</nav>
<main>
{body}
</main>
<div id="map" hidden><div class="player"></div></div>
{tables}
<script type="module">{script}</script>
</body>
</html>
"""


def page(lang: str, title: str, body: str, tables: Mapping[str, str]) -> str:
    """The file.

    Args:
        lang: the language that it opens in.
        title: an element that holds a text.
        body: HTML; texts in it are escaped.
        tables: what the script reads, by identifier: text without ``<``.
    """
    # nothing that stands in a script may end it
    script = scripts.joined("start", HERE, player.FOLDER).replace("</", "<\\/")
    style = player.style() + (HERE / "bundle.css").read_text(encoding="utf-8")
    kept = (_table(name, text) for name, text in tables.items())
    return PAGE.format(
        lang=lang,
        policy=policy(script, style),
        title=title,
        style=style,
        tabs=" ".join(_tab(*one) for one in LANGUAGES.items()),
        body=body,
        tables="\n".join(kept),
        script=script,
    )


def policy(script: str, style: str) -> str:
    """What the browser may do: run this script, use this style, draw pictures; ask nobody."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_digest(script)}'",
            f"style-src '{_digest(style)}'",
            "img-src data: blob:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    """A checksum as a policy writes it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _tab(lang: str, name: str) -> str:
    """The way to one language; without a script, both stand in the page."""
    return f'<a href="#{lang}" hreflang="{lang}" lang="{lang}">{name}</a>'


def _table(name: str, text: str) -> str:
    """A text for the script, which is no script itself."""
    kind = "application/json" if text.startswith("{") else "text/plain"
    return f'<script type="{kind}" id="{name}">{text}</script>'
