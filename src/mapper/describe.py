"""The facts of the map as text, in the reader's language: sentences, labels, rows, reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from mapper.i18n import N_, Words
from mapper.model import Filters, SizeRange, Window
from mapper.totals import Crowd, Totals

# A row of mapper.select.joined as a dictionary.
Row = Mapping[Any, Any]

KINDS = {
    "walkout": N_("walkout"),
    "march": N_("march"),
    "rally": N_("rally"),
    "shutdown": N_("shutdown"),
    "strike": N_("strike"),
    "day_of_action": N_("day of action"),
    "police_action": N_("police action"),
    "other": N_("other protest"),
}
KIND_PLURALS = {
    "walkout": N_("walkouts"),
    "march": N_("marches"),
    "rally": N_("rallies"),
    "shutdown": N_("shutdowns"),
    "strike": N_("strikes"),
    "day_of_action": N_("days of action"),
    "police_action": N_("police actions"),
    "other": N_("other protests"),
}
CONFIDENCES = {"high": N_("high"), "medium": N_("medium"), "low": N_("low")}
PRECISIONS = {
    "campus": N_("the campus"),
    "address": N_("the address"),
    "intersection": N_("the street corner"),
    "landmark": N_("the landmark"),
    "street": N_("a stretch of street"),
    "neighborhood": N_("only the neighborhood"),
    "city": N_("only the city"),
    "county": N_("only the county"),
    "state": N_("only the state"),
    "country": N_("only the country"),
}
RECORD_TYPES = {
    "event": N_("described"),
    "series": N_("several together"),
    "named_only": N_("named from social media posts"),
    "listed": N_("named in a list"),
    "implied": N_("follows from a count of days"),
    "historical": N_("earlier protest, recalled"),
}
STANCES = {"news": N_("news"), "advocacy": N_("advocacy"), "official": N_("official")}
# Who took part: the words that the tables use. Others are shown as they stand.
PEOPLE = {
    word: word
    for word in (
        N_("students"),
        N_("students among others"),
        N_("immigrants"),
        N_("families"),
        N_("teachers"),
        N_("workers"),
        N_("custodial workers"),
        N_("neighbors"),
        N_("residents"),
        N_("community members"),
        N_("businesses"),
    )
}
# Why a row has no mark on the map: the values of off_map in mapper.select.
OFF_MAP = {
    "hidden": N_("Kept in the table, not shown."),
    "duplicate": N_("Another entry already covers it."),
    "implied": N_("Follows only from a count of days; no document describes it."),
    "parent": N_("Several events together; they have marks of their own."),
    "not_placed": N_("Not placed yet: the geocoding step has not run since it was added."),
    "ambiguous": N_("Several places have this name, and the document does not decide."),
    "not_found": N_("The place is not known."),
    "coarse": N_("Only the state or the country is known."),
}
# Why a route has no line: the values of reason in geo/placed_routes.csv.
REASONS = {
    "no_ends": N_("Neither its start nor its end is named."),
    "no_start": N_("Where it began is not said."),
    "no_end": N_("Where it went is not said."),
    "start_unplaced": N_("Its start is not a known place."),
    "end_unplaced": N_("Its end is not a known place."),
    "start_coarse": N_("Its start is known only as an area."),
    "end_coarse": N_("Its end is known only as an area."),
    "same_place": N_("It began and ended at the same place."),
}
# How a position was reached: the values of rule in geo/placed_events.csv.
RULES = {
    "name": N_("One known place has this name."),
    "context": N_("Of several places of this name, the city and state decide."),
    "corner": N_("Two streets that meet there."),
    "near": N_("Said to be near it: the radius is widened."),
    "locality": N_("The words name no known place; the city is what is known."),
    "state": N_("The words name no known place; the state is what is known."),
    "country": N_("The words name no known place; the country is what is known."),
    "homonym": N_("Several places have this name."),
    "elsewhere": N_("The name is known only in other places."),
    "unknown": N_("The name is not known."),
}
SIZE_RULES = {
    "none": N_("no size is reported"),
    "vague": N_("no number can be read from these words"),
    "dozens": N_("“dozens” is read as 24–99"),
    "hundreds": N_("“hundreds” is read as 200–999"),
    "several_hundred": N_("“several hundred” is read as 300–900"),
    "thousands": N_("“thousands” is read as 2,000–9,999"),
    "nearly": N_("“nearly N” is read as nine tenths of N, to N"),
    "about": N_("“about N” is read as N, plus or minus 10 %"),
    "estimated": N_("“estimated N” is read as N, plus or minus 10 %"),
    "exactly": N_("an exact number"),
    "at_least": N_("“at least N” has no upper end"),
    "more_than": N_("“more than N” has no upper end"),
    "at_most": N_("“at most N” has no lower end"),
}


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
        said = t("between {window}", window=_between(start, end, t))
    return f"{said}, {t.hour(str(row['start_time']))}" if row["start_time"] else said


def _between(start: pd.Timestamp, end: pd.Timestamp, t: Words) -> str:
    """Two days joined by "and"."""
    return t("{first} and {last}", first=t.day(start.date()), last=t.day(end.date()))


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
        (t("How sure"), t("{level} confidence", level=t(CONFIDENCES[str(row["confidence"])]))),
    ]
    return [(label, text) for label, text in told if text]


def grounds(row: Row, t: Words) -> list[tuple[str, str]]:
    """What the facts of an event rest on: label and text."""
    told = [
        (t("Dated by"), str(row["date_basis"])),
        (t("Placed by"), _placed_by(row, t)),
        (t("Why it has no mark"), t(OFF_MAP.get(str(row["off_map"]), ""))),
        (t("Note"), str(row["note"])),
    ]
    return [(label, text) for label, text in told if text]


def movement(route: Row, t: Words) -> str:
    """The words of a route, and the line that they gave or why they gave none.

    Args:
        route: a row of the placed routes with its ``words``.
        t: the reader's language.
    """
    words = t("“{words}”", words=route["words"])
    if route["reason"]:
        return t("{words}. No line: {reason}", words=words, reason=t(REASONS[str(route["reason"])]))
    return t(
        "{words}. Inferred line: {start} to {end}, {length} m apart.",
        words=words,
        start=route["start_place"],
        end=route["end_place"],
        length=t.number(round(route["length_m"])),
    )


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


def _placed_by(row: Row, t: Words) -> str:
    """The words of the place and the rule that placed them."""
    if not row["rule"]:
        return ""
    return t("“{words}”. {rule}", words=row["place_text"], rule=t(RULES[str(row["rule"])]))


def table(frame: pd.DataFrame, t: Words) -> pd.DataFrame:
    """The rows behind the map as a reader sees them, index and order kept."""
    rows = frame.to_dict("records")
    return pd.DataFrame(
        {
            t("When"): [when(row, t) for row in rows],
            t("What"): [title(row, t) for row in rows],
            t("Kind"): [t(KINDS[str(row["kind"])]) for row in rows],
            t("Where"): [where(row, t) for row in rows],
            t("How many"): [size(row, t) for row in rows],
            t("How sure"): [t(CONFIDENCES[str(row["confidence"])]) for row in rows],
        },
        index=frame.index,
    )


def left_out(frame: pd.DataFrame, t: Words) -> pd.DataFrame:
    """The rows without a mark, each with the reason."""
    shown = table(frame, t)[[t("When"), t("What"), t("Kind")]]
    return shown.assign(
        **{t("Why it has no mark"): [t(OFF_MAP[code]) for code in frame["off_map"]]}
    )


def account(frame: pd.DataFrame, t: Words) -> str:
    """An ordered account of what the map shows, as its accessible name."""
    rows = frame.to_dict("records")
    return " ".join(
        f"{when(row, t)}: {title(row, t)}; {where(row, t)}; {size(row, t)}." for row in rows
    )
