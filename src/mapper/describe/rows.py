"""One event as text: its title, when, where, how many, how sure, and its facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from mapper.describe.placements import placed_by
from mapper.describe.words import (
    CONFIDENCES,
    KINDS,
    OFF_MAP,
    PEOPLE,
    PRECISIONS,
    RECORD_TYPES,
    SIZE_RULES,
)
from mapper.i18n import Words
from mapper.model import SizeRange, Window
from mapper.totals import Crowd

# A row of mapper.select.joined as a dictionary.
Row = Mapping[Any, Any]


def title(row: Row, t: Words) -> str:
    """An event's title in the reader's language."""
    return str(row["title_es" if t.lang == "es" else "title_en"])


def when(row: Row, t: Words) -> str:
    """The window of an event in words, with its hour where it is known."""
    precision = row["date_precision"]
    start, end = row["date_start"], row["date_end"]
    if precision == "year" and start.year == end.year:
        return str(start.year)
    said = t.window(Window(start.date(), end.date()))
    if start != end:
        first, last = t.day(start.date()), t.day(end.date())
        said = t("between {first} and {last}", first=first, last=last)
    return f"{said}, {t.hour(str(row['start_time']))}" if row["start_time"] else said


def size_range(row: Row, stem: str = "size") -> SizeRange:
    """The size or arrests of a row as a value."""
    low, high = row[f"{stem}_low"], row[f"{stem}_high"]
    return SizeRange(
        None if pd.isna(low) else int(low),
        None if pd.isna(high) else int(high),
    )


def size(row: Row, t: Words) -> str:
    """The size of an event in words."""
    return t.size(size_range(row))


def sure(row: Row, t: Words) -> str:
    """How sure the report of an event is."""
    return t("{level} confidence", level=t(CONFIDENCES[str(row["confidence"])]))


def crowd(crowd: Crowd, t: Words) -> str:
    """A total as "low–high, n of N with a size"."""
    return t(
        "{size}, {sized} of {crowds} with a size",
        size=t.size(crowd.size),
        sized=t.number(crowd.sized),
        crowds=t.number(crowd.crowds),
    )


def arrests(crowd: Crowd, t: Words) -> str:
    """A total of arrests as "low–high, n of N with a number"."""
    return t(
        "{size}, {sized} of {crowds} with a number",
        size=t.size(crowd.size),
        sized=t.number(crowd.sized),
        crowds=t.number(crowd.crowds),
    )


def where(row: Row, t: Words) -> str:
    """The place of an event and how finely it is known."""
    if not row["precision"]:
        return t("unknown")
    area = str(row["area"])
    name = str(row["matched_place"])
    place = name if not area or area.startswith(name) else f"{name}, {area}"
    radius = t.number(row["uncertainty_m"])
    return t(
        "{place} ({precision}, within {radius} m)",
        place=place,
        precision=t(PRECISIONS[str(row["precision"])]),
        radius=radius,
    )


def facts(row: Row, t: Words) -> list[tuple[str, str]]:
    """What the panel tells of an event: label and text, in the order in which a reader asks."""
    told = [
        (t("What"), f"{t(KINDS[str(row['kind'])])} ({t(RECORD_TYPES[str(row['record_type'])])})"),
        (t("When"), when(row, t)),
        (t("Where"), where(row, t)),
        (t("How many"), _size_fact(row, t)),
        (t("Arrests"), t.size(size_range(row, "arrests")) if _has_arrests(row) else ""),
        (t("Who"), _people(str(row["participants"]), t)),
        (t("Organizations"), str(row["organizations"]).replace("|", "; ")),
        (t("How sure"), sure(row, t)),
    ]
    return [(label, text) for label, text in told if text]


def grounds(row: Row, t: Words) -> list[tuple[str, str]]:
    """What the facts of an event rest on: label and text."""
    told = [
        (t("Dated by"), str(row["date_basis"])),
        (t("Placed by"), placed_by(row, t)),
        (t("Why it has no mark"), t(OFF_MAP.get(str(row["off_map"]), ""))),
        (t("Note"), str(row["note"])),
    ]
    return [(label, text) for label, text in told if text]


def _people(text: str, t: Words) -> str:
    """Who took part, in the reader's language."""
    return "; ".join(t(PEOPLE[who]) if who in PEOPLE else who for who in text.split("; "))


def _has_arrests(row: Row) -> bool:
    """Whether any number of arrests is known."""
    return size_range(row, "arrests") != SizeRange(None, None)


def _size_fact(row: Row, t: Words) -> str:
    """The size with the words it came from and the rule that read them."""
    rule = t(SIZE_RULES[str(row["size_rule"])])
    if not row["size_text"]:
        return f"{size(row, t)} ({rule})"
    return t("{size}: “{words}” ({rule})", size=size(row, t), words=row["size_text"], rule=rule)
