"""A march in words: its facts, and its legs as numbered steps."""

from __future__ import annotations

import html
from collections.abc import Iterable

from mapper.describe import steps as told
from mapper.describe.lengths import span
from mapper.export import March
from mapper.i18n import Words
from mapper.layers import ways
from mapper.markup import tag, terms


def facts(march: March, more: Iterable[tuple[str, str]], t: Words) -> str:
    """Start, end and length, and what else is told of it, as terms (HTML)."""
    terms_of = [
        (t("Start"), march.start or t("unknown")),
        (t("End"), march.end or t("unknown")),
        (t("Length"), span(*march.lengths_m, t)),
        *more,
    ]
    return f'<dl class="facts">{terms(terms_of)}</dl>'


def numbered(march: March, t: Words, now: int = -1) -> str:
    """The legs as a numbered list (HTML); ``now`` is the one that is being walked, from 0."""
    items = "".join(_step(march, at, t, is_now=at == now) for at in range(len(march.legs)))
    return f'<ol class="steps">{items}</ol>'


def _step(march: March, at: int, t: Words, *, is_now: bool) -> str:
    """One leg: the street or its two ends, how far, the words, how sure."""
    leg = march.legs[at]
    words, note = ways.leg_words(leg, t)
    head = tag("b", where(march, at, t))
    if not (leg["open_end"] or leg["open_start"]):
        head += f", {html.escape(told.length(leg['length_m'], t))}"
    current = ' aria-current="step" class="now"' if is_now else ""
    return f"<li{current}>{head}{tag('p', words)}{tag('p', note, 'credit')}</li>"


def where(march: March, at: int, t: Words) -> str:
    """The street of a leg; where none is named, what lies before and after it."""
    return told.where(march.legs, at, (march.start, march.end), t)
