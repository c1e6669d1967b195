"""The days that a claim names, in English and Spanish. A day without a year is none."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from mapper.claims.lexicon import MONTHS
from mapper.model import Window

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|o)?"
_TO = r"(?: ?(?:-|–|to|through|and|al?|y) ?(?:el )?(?P<until>\d{1,2})(?:st|nd|rd|th)?)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
# In the order in which they are tried: what is read is taken out of the text.
PATTERNS = (
    re.compile(r"\b(?P<iso>\d{4}-\d{2}-\d{2})\b"),
    re.compile(rf"\b{_MONTH} {_DAY}{_TO}(?:,| de| of)? {_YEAR}"),
    re.compile(rf"\b{_DAY}{_TO} (?:of |de )?{_MONTH}(?:,| de| del| of)? {_YEAR}"),
    re.compile(rf"\b{_MONTH}(?:,| de| del| of)? {_YEAR}"),
    re.compile(rf"\b(?:in|during|of|en|durante|de|del) {_YEAR}(?! [a-z])"),
    re.compile(rf"(?<![\d,.]){_YEAR}$"),
)
# A day or a month whose year is missing: it is told, and nothing is guessed.
YEARLESS = (
    re.compile(rf"\b{_MONTH} {_DAY}{_TO}\b"),
    re.compile(rf"\b{_DAY}{_TO} (?:of |de ){_MONTH}"),
    re.compile(rf"\b(?:in|during|en|durante) {_MONTH}"),
)


def read(text: str) -> tuple[Window | None, list[str], str]:
    """The days of a claim.

    Args:
        text: lower case, without accents.

    Returns:
        The window from the first to the last day that is named; the days without a year; and the
        text with all of them taken out (each letter by a space, so that positions stay).
    """
    found: list[Window] = []
    for pattern in PATTERNS:
        for match in list(pattern.finditer(text)):
            window = _window(match)
            if window:
                found.append(window)
                text = without(text, match)
    yearless = []
    for pattern in YEARLESS:
        for match in list(pattern.finditer(text)):
            yearless.append(match[0])
            text = without(text, match)
    if not found:
        return None, yearless, text
    return Window(min(found).first, max(one.last for one in found)), yearless, text


def without(text: str, match: re.Match[str]) -> str:
    """The text with a match blanked out."""
    return text[: match.start()] + "\0" * len(match[0]) + text[match.end() :]


def _window(match: re.Match[str]) -> Window | None:
    """The days of one match; ``None`` where the calendar has no such day."""
    days = list(_days(match.groupdict()))
    return Window(days[0], days[-1]) if days and days[0] <= days[-1] else None


def _days(parts: dict[str, str | None]) -> Iterator[date]:
    """First and last day of what was matched."""
    try:
        if parts.get("iso"):
            yield date.fromisoformat(str(parts["iso"]))
            return
        year = int(str(parts["year"]))
        if not parts.get("month"):
            yield from (date(year, 1, 1), date(year, 12, 31))
            return
        month = MONTHS[str(parts["month"])]
        if not parts.get("day"):
            yield date(year, month, 1)
            yield date(year, month, calendar.monthrange(year, month)[1])
            return
        yield date(year, month, int(str(parts["day"])))
        if parts.get("until"):
            yield date(year, month, int(str(parts["until"])))
    except ValueError:
        return
