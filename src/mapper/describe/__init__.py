"""The facts of the map as text, in the reader's language: sentences, labels, rows, reasons."""

from __future__ import annotations

import pandas as pd

from mapper import select
from mapper.describe.areas import areas
from mapper.describe.files import files
from mapper.describe.placements import movement
from mapper.describe.rows import (
    Row,
    arrests,
    crowd,
    facts,
    grounds,
    size,
    size_range,
    sure,
    title,
    when,
    where,
)
from mapper.describe.spread import knox
from mapper.describe.words import (
    CONFIDENCES,
    KIND_PLURALS,
    KINDS,
    LEFT_OUT_OF_TOTALS,
    OFF_MAP,
    PEOPLE,
    PRECISIONS,
    RECORD_TYPES,
    RULES,
    SIZE_RULES,
    STANCES,
)
from mapper.i18n import Words
from mapper.model import Filters
from mapper.totals import Totals


def sentence(totals: Totals, filters: Filters, t: Words) -> str:
    """One plain sentence that says what is shown, with every filter in words."""
    if not totals.events:
        return t("No events match.") + in_words(filters, t)
    said = t.n("{count} event", "{count} events", totals.events)
    where = _places_and_cities(totals, t)
    said += f" {where}" if where else ""
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
    return said + "." + in_words(filters, t)


def _places_and_cities(totals: Totals, t: Words) -> str:
    """At how many places, in how many cities; "" where none is known."""
    places = t.n("at {count} place", "at {count} places", totals.places) if totals.places else ""
    cities = t.n("in {count} city", "in {count} cities", totals.cities) if totals.cities else ""
    if places and cities:
        return t("{places} {cities}", places=places, cities=cities)
    return places or cities


def in_words(filters: Filters, t: Words) -> str:
    """The filters as short sentences, each after a space; "" without any."""
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


def without_point(frame: pd.DataFrame, t: Words) -> str:
    """How many events have no mark, and how many rows more are no events of their own.

    Args:
        frame: the rows of :func:`mapper.select.joined` that have none.
        t: the reader's language.
    """
    own = len(select.counted(frame))
    said = t.n(
        "{count} event has no point on this map", "{count} events have no point on this map", own
    )
    if own == len(frame):
        return said
    more = t.n(
        "{count} more row is no event of its own",
        "{count} more rows are no events of their own",
        len(frame) - own,
    )
    return f"{said}; {more}"


def left_out(frame: pd.DataFrame, t: Words) -> pd.DataFrame:
    """The rows without a mark, each with the reason."""
    shown = table(frame, t)[[t("What"), t("When"), t("Kind")]]
    return shown.assign(
        **{t("Why it has no mark"): [t(OFF_MAP[code]) for code in frame["off_map"]]}
    )


def account(frame: pd.DataFrame, t: Words) -> str:
    """An ordered account of what the map shows: what, where, when, how many, how sure.

    The map in the browser writes the same from its columns (``player/say.js``) while it plays.
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
    "LEFT_OUT_OF_TOTALS",
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
    "areas",
    "arrests",
    "crowd",
    "facts",
    "files",
    "grounds",
    "in_words",
    "knox",
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
    "without_point",
]
