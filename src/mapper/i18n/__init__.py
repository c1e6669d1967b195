"""Every string of ours, in English and Spanish, and dates and numbers as each is written.

English text is the key (gettext); the catalogues are ``locale/en_US.po`` and ``locale/es_US.po``.
In the code a string is marked by ``t("…")``, ``t.n("…", "…", count)`` or, in a table, ``N_("…")``.
"""

from __future__ import annotations

import gettext
import io
from datetime import date, time
from functools import lru_cache
from pathlib import Path
from typing import Literal

from babel import dates, numbers
from babel.messages import mofile, pofile

from mapper.errors import MapperError
from mapper.i18n.mark import N_
from mapper.i18n.messages import MESSAGES
from mapper.model import Fault, SizeRange, Window

__all__ = ["LOCALES", "MESSAGES", "N_", "Words", "fault_line", "message", "words"]

LOCALES = {"en": "en_US", "es": "es_US"}
FOLDER = Path(__file__).parents[1] / "locale"


@lru_cache(maxsize=8192)
def _written(day: date, form: Literal["long", "medium"], locale: str) -> str:
    """A date in words; the same few days are written again and again."""
    return dates.format_date(day, form, locale=locale)


@lru_cache(maxsize=8192)
def _grouped(value: float, locale: str) -> str:
    """A number with separators."""
    return str(numbers.format_decimal(value, locale=locale))


class Words:
    """The strings, dates and numbers of one language."""

    def __init__(self, lang: str, catalogue: gettext.NullTranslations) -> None:
        """Hold the catalogue of ``lang`` ("en" or "es")."""
        self.lang = lang
        self.locale = LOCALES[lang]
        self._catalogue = catalogue

    def __call__(self, message: str, **values: object) -> str:
        """The message in this language, its ``{names}`` filled with the values."""
        return self._catalogue.gettext(message).format(**values) if message else ""

    def n(self, one: str, many: str, count: int, **values: object) -> str:
        """The message in the number that ``count`` asks for; ``{count}`` is written with commas."""
        form = self._catalogue.ngettext(one, many, count)
        return form.format(count=self.number(count), **values)

    def raw(self, message: str) -> str:
        """A message with its ``{names}`` left in, for the browser to fill."""
        return self._catalogue.gettext(message)

    def forms(self, one: str, many: str) -> tuple[str, str]:
        """Both numbers of a message with their ``{names}`` left in, for the browser to fill."""
        return self._catalogue.ngettext(one, many, 1), self._catalogue.ngettext(one, many, 2)

    def number(self, value: float) -> str:
        """A number with the separators of the language."""
        return _grouped(value, self.locale)

    def percent(self, share: float) -> str:
        """A share as a percentage."""
        return str(numbers.format_percent(share, locale=self.locale))

    def percent_exact(self, share: float) -> str:
        """A share as a percentage with up to two decimals, for small ones."""
        return str(numbers.format_percent(share, format="#,##0.##%", locale=self.locale))

    def day(self, day: date) -> str:
        """A date in words: "February 4, 2026", "4 de febrero de 2026"."""
        return _written(day, "long", self.locale)

    def short_day(self, day: date) -> str:
        """A date in short words, for tables: "Feb 4, 2026", "4 feb 2026"."""
        return _written(day, "medium", self.locale)

    def hour(self, text: str) -> str:
        """A time of day, given as HH:MM: "9:45 AM", "9:45 a.m."."""
        return dates.format_time(time.fromisoformat(text), "short", locale=self.locale)

    def window(self, window: Window) -> str:
        """One day, or a first and a last day."""
        t = self  # so that the strings are marked as everywhere else
        if window.first == window.last:
            return self.day(window.first)
        return t("{first} to {last}", first=self.day(window.first), last=self.day(window.last))

    def size(self, size: SizeRange) -> str:
        """A range with an en dash; an open end in words; "unknown", never 0."""
        t = self
        low, high = size
        if low is None and high is None:
            return t("unknown")
        if high is None:
            return t("at least {low}", low=self.number(low or 0))
        if low is None:
            return t("at most {high}", high=self.number(high))
        if low == high:
            return self.number(low)
        return f"{self.number(low)}–{self.number(high)}"


@lru_cache
def words(lang: str) -> Words:
    """The strings of a language; any other than "en" and "es" is English."""
    lang = lang if lang in LOCALES else "en"
    with (FOLDER / f"{LOCALES[lang]}.po").open("rb") as file:
        catalogue = pofile.read_po(file, locale=LOCALES[lang])
    compiled = io.BytesIO()
    mofile.write_mo(compiled, catalogue)
    compiled.seek(0)
    return Words(lang, gettext.GNUTranslations(compiled))


def message(error: MapperError, t: Words) -> str:
    """What a reader is told of an error."""
    return t(MESSAGES[error.code], **error.values)


def fault_line(fault: Fault, t: Words) -> str:
    """One line a fault: file, row, column, value, remedy."""
    said = MESSAGES[fault.code]
    values = {"row": fault.row, "column": fault.column, "value": fault.value}
    told = t(said, file=fault.file, reason=fault.value, **values)
    if "{file}" in said:
        return told
    place = t("{file}, row {row}, {column}", file=fault.file, row=fault.row, column=fault.column)
    return f"{place}: {fault.value!r} {told}"
