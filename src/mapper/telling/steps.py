"""A march in words: its facts, and its legs as numbered steps."""

from __future__ import annotations

import html
import math
from collections.abc import Iterable

from mapper.describe.lengths import KILOMETRE, MILE, span
from mapper.export import March
from mapper.i18n import Words
from mapper.layers import ways
from mapper.markup import tag, terms


def facts(march: March, more: Iterable[tuple[str, str]], t: Words) -> str:
    """Start, end and length, and what else is told of it, as terms (HTML)."""
    told = [
        (t("Start"), march.start or t("unknown")),
        (t("End"), march.end or t("unknown")),
        (t("Length"), span(*march.lengths_m, t)),
        *more,
    ]
    return f'<dl class="facts">{terms(told)}</dl>'


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
        head += f", {html.escape(length(leg['length_m'], t))}"
    current = ' aria-current="step" class="now"' if is_now else ""
    return f"<li{current}>{head}{tag('p', words)}{tag('p', note, 'credit')}</li>"


def where(march: March, at: int, t: Words) -> str:
    """The street of a leg; where none is named, what lies before and after it."""
    legs = march.legs
    if legs[at]["street"]:
        return str(legs[at]["street"])
    before = legs[at - 1]["street"] if at else ""
    after = legs[at + 1]["street"] if at + 1 < len(legs) else ""
    return t("between {start} and {end}", start=before or march.start, end=after or march.end)


def length(metres: float, t: Words) -> str:
    """A length in metres or kilometres, and miles; rounded down: it was at least so long."""
    km, miles = (t.number(math.floor(metres / unit * 100) / 100) for unit in (KILOMETRE, MILE))
    if metres < KILOMETRE:
        return t("{metres} m ({miles} mi)", metres=t.number(math.floor(metres)), miles=miles)
    return t("{km} km ({miles} mi)", km=km, miles=miles)
