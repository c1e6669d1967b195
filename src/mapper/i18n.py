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
from mapper.model import Fault, SizeRange, Window

LOCALES = {"en": "en_US", "es": "es_US"}
FOLDER = Path(__file__).parent / "locale"


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "mark only"
    """Mark a string of a table for the catalogue; it is translated where it is shown."""
    return message


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

    def number(self, value: float) -> str:
        """A number with the separators of the language."""
        return _grouped(value, self.locale)

    def percent(self, share: float) -> str:
        """A share as a percentage."""
        return str(numbers.format_percent(share, locale=self.locale))

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


# What is said of an error. The keys are the codes of MapperError and of Fault.
MESSAGES = {
    "file_missing": N_("{file} is missing. Put it back, or start with --data and --geo."),
    "file_unreadable": N_("{file} could not be read: {reason}"),
    "file_not_utf8": N_(
        "{file} is not UTF-8 at line {row}: {value}. Save it again with UTF-8 encoding."
    ),
    "file_not_csv": N_("{file} is not a well-formed CSV: {reason}"),
    "row_too_long": N_(
        "{file}, row {row}: more cells than columns ({value}). Quote cells that hold commas."
    ),
    "number_wrong": N_("{file} has no number where one must be: {reason}"),
    "kind_unknown": N_("{file} has a kind {value!r} that is not known."),
    "column_missing": N_("{file} has no column {column!r}. Add it to the header line."),
    "column_twice": N_("{file} has the column {column!r} twice. Keep one."),
    "column_unknown": N_("{file} has a column {column!r} that docs/codebook.md does not know."),
    "table_empty": N_("{file} has a header but no rows."),
    "card_missing": N_("{file} has no card. Write one: docs/codebook.md says what it holds."),
    "card_broken": N_("{file} is not a well-formed card: {reason}"),
    "card_stale": N_("{file} has changed since its card was written. Set sha256 to {value}."),
    "card_columns": N_("The card of {file} does not describe the column {column!r}."),
    "ledger_stale": N_("{file} is not what the geocoding step would write. Run: mapper geocode"),
    "required": N_("must not be empty. Fill it in."),
    "id_form": N_("is not an id. Use lower-case letters, digits and hyphens."),
    "id_twice": N_("stands more than once. Give each row an id of its own."),
    "vocabulary": N_("is not in the vocabulary of docs/codebook.md. Use one of its words."),
    "date_form": N_("is not a date. Write a day that exists, as YYYY-MM-DD."),
    "time_form": N_("is not a time. Write HH:MM, 24 hours."),
    "number_form": N_("is not a whole number of 0 or more. Write digits only, or leave it empty."),
    "edtf_form": N_("is not the EDTF form of the window. Write one day, a year, or first/last."),
    "url_form": N_("is not a web address. Start it with https:// or leave it empty."),
    "state_form": N_("is not the two letters of a US state. Write CA, not California."),
    "words_over": N_("has more words than may be stored. Shorten it."),
    "window_order": N_("ends before it starts. Swap date_start and date_end."),
    "size_order": N_("has a low end above its high end. Swap them."),
    "size_rule": N_("does not follow from the rule that size_rule names. Mend one of them."),
    "weekday": N_("names a weekday that the date is not. Check the calendar."),
    "no_such_event": N_("names an event that is not in events.csv. Mend the id."),
    "no_such_source": N_("names a source that is not in sources.csv. Mend the id."),
    "own_link": N_("links the row to itself. Leave it empty."),
    "link_chain": N_("points at a row that itself is a duplicate. Point at the row that stays."),
    "parent_kind": N_("names a parent that is not a series. Make that row a series."),
    "report_twice": N_("stands twice for one event and source. Remove one, or mend the paragraph."),
    "no_report": N_("has no row in reports.csv. Say which source reports it, and where."),
    "unsafe_email": N_("looks like an e-mail address, which is never stored. Remove it."),
    "unsafe_phone": N_("looks like a telephone number, which is never stored. Remove it."),
    "unsafe_handle": N_("looks like a personal handle, which is never stored. Remove it."),
    "unsafe_person": N_(
        "looks like a person with an age or a school, which is never stored. Remove it."
    ),
    "not_in_us": N_("lies outside the United States. Are lon and lat swapped? Longitude is first."),
    "radius": N_("is not a radius above 0 metres. A position without a radius is not kept."),
    "no_such_page_value": N_(
        "The address asks for {name}={value!r}, which is not available. The default is shown."
    ),
    "no_such_state": N_("{value!r} is not a US state. Write it as: Los Angeles, CA"),
    "near_unclear": N_("{value!r} is a city and a state. Write both, as in: Los Angeles, CA"),
    "text_empty": N_("There is no place text to look up."),
    "port_taken": N_(
        "No free port was found from {value} on. Close another program and try again."
    ),
    "not_started": N_("The app did not answer within {value} seconds."),
    "batch_files": N_("--batch takes two files, IN.csv and OUT.csv; {value} given."),
    "same_file": N_("{file} is both the input and the output. Name another output."),
    "cannot_write": N_("{file} could not be written: {reason}"),
}


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
