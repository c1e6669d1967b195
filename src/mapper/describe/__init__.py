"""The facts of the map as text, in the reader's language: sentences, labels, rows, reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from mapper.describe.placements import movement, placed_by
from mapper.describe.words import (
    CONFIDENCES,
    KIND_PLURALS,
    KINDS,
    OFF_MAP,
    PEOPLE,
    PRECISIONS,
    RECORD_TYPES,
    RULES,
    SIZE_RULES,
    STANCES,
)
from mapper.i18n import Words
from mapper.model import Filters, SizeRange, Window
from mapper.totals import Crowd, Totals

__all__ = ["movement", "placed_by"]
# A row of mapper.select.joined as a dictionary.
Row = Mapping[Any, Any]


def sentence(totals: Totals, filters: Filters, t: Words) -> str:
    """One plain sentence that says what is shown, with every filter in words."""
    if not totals.events:
        return t("No events match.") + _filters(filters, t)
    parts = [
        t.n("{count} event", "{count} events", totals.events),
        t.n("at {count} place", "at {count} places", totals.places) if totals.places else "",
        t.n("in {count} city", "in {count} cities", totals.cities) if totals.cities else "",
    ]
    said = " ".join(part for part in parts if part)
    if filters.window:
        said += ", " + t.window(filters.window)
    if totals.coarse:
        said += "; " + t.n(
            "{count} of them known only to the state or country",
            "{count} of them known only to the state or country",
            totals.coarse,
        )
    if totals.city_only:
        said += "; " + t.n(
            "{count} of them known only to the city",
            "{count} of them known only to the city",
            totals.city_only,
        )
    return said + "." + _filters(filters, t)


def _filters(filters: Filters, t: Words) -> str:
    """The filters as short sentences."""
    said = []
    if filters.kinds:
        said.append(
            t("Only {kinds}.", kinds=_listed([t(KIND_PLURALS[k]) for k in filters.kinds], t))
        )
    if filters.confidences:
        words = _listed([t(CONFIDENCES[name]) for name in filters.confidences], t)
        said.append(t("Only reports of {confidence} confidence.", confidence=words))
    if filters.city:
        said.append(t("Only {city}.", city=filters.city))
    if filters.historical:
        said.append(t("Earlier protests that the documents recall are shown too."))
    return "".join(f" {part}" for part in said)


def _listed(words: list[str], t: Words) -> str:
    """Words as a list in a sentence."""
    *first, last = words
    return t("{first} and {last}", first=", ".join(first), last=last) if first else last


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


def table(frame: pd.DataFrame, t: Words) -> pd.DataFrame:
    """The rows behind the map as a reader sees them, index and order kept."""
    rows = frame.to_dict("records")
    return pd.DataFrame(
        {
            t("What"): [title(row, t) for row in rows],
            t("When"): [when(row, t) for row in rows],
            t("Kind"): [t(KINDS[str(row["kind"])]) for row in rows],
            t("Where"): [where(row, t) for row in rows],
            t("How many"): [size(row, t) for row in rows],
            t("How sure"): [t(CONFIDENCES[str(row["confidence"])]) for row in rows],
        },
        index=frame.index,
    )


def left_out(frame: pd.DataFrame, t: Words) -> pd.DataFrame:
    """The rows without a mark, each with the reason."""
    shown = table(frame, t)[[t("What"), t("When"), t("Kind")]]
    return shown.assign(
        **{t("Why it has no mark"): [t(OFF_MAP[code]) for code in frame["off_map"]]}
    )


def account(frame: pd.DataFrame, t: Words) -> str:
    """An ordered account of what the map shows: what, where, when, how many, how sure.

    The map in the browser writes the same from its columns (``ui/player/say.js``) while it plays.
    """
    rows = frame.to_dict("records")
    return " ".join(
        f"{when(row, t)}: {title(row, t)}; {where(row, t)}; {size(row, t)}; {sure(row, t)}."
        for row in rows
    )


__all__ = [
    "CONFIDENCES",
    "KINDS",
    "KIND_PLURALS",
    "OFF_MAP",
    "PEOPLE",
    "PRECISIONS",
    "REASONS",
    "RECORD_TYPES",
    "RULES",
    "SIZE_RULES",
    "STANCES",
    "Row",
    "account",
    "crowd",
    "facts",
    "grounds",
    "left_out",
    "movement",
    "sentence",
    "size",
    "size_range",
    "sure",
    "table",
    "title",
    "when",
    "where",
]
