"""How long a way is, in words: a range in kilometres and miles."""

from __future__ import annotations

import math

from mapper.i18n import Words

KILOMETRE, MILE = 1000, 1609.344


def span(low: float, high: float | None, t: Words) -> str:
    """A length as a range, outward to 10 m; without an upper end, "at least".

    Args:
        low: the least length in metres.
        high: the greatest, ``None`` where nothing says it.
        t: the reader's language.
    """
    if high is None or math.isnan(high):
        return t("at least {length}", length=_pair(low, low, t))
    return _pair(low, high, t)


def _pair(low: float, high: float, t: Words) -> str:
    """A range in both units: "0.2–0.9 km (0.1–0.6 mi)"."""
    km, miles = (_range(low / unit, high / unit, t) for unit in (KILOMETRE, MILE))
    return t("{km} km ({miles} mi)", km=km, miles=miles)


def _range(low: float, high: float, t: Words) -> str:
    """Two numbers, down and up to a hundredth; one number where they are the same."""
    ends = math.floor(low * 100) / 100, math.ceil(high * 100) / 100
    if low == high:
        return t.number(ends[0])
    return f"{t.number(ends[0])}–{t.number(ends[1])}"
