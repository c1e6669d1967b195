"""What a schema cannot say: rules that look at several cells, rows or tables.

Each rule takes the tables as frames of strings and gives the faults it finds.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

import pandas as pd
from babel.dates import get_day_names, get_month_names

from mapper import safety
from mapper.contract import is_day
from mapper.model import Fault

Tables = Mapping[str, pd.DataFrame]
Rule = Callable[[Tables], Iterable[Fault]]

_DAY_NAMES, _MONTH_NAMES = get_day_names(locale="en"), get_month_names(locale="en")
# Babel counts weekdays from Monday, 0, as date.weekday() does, and months from 1.
WEEKDAYS = tuple(_DAY_NAMES[number] for number in range(7))
MONTHS = tuple(_MONTH_NAMES[number] for number in range(1, 13))
_MONTH = "|".join(MONTHS)
_DATED = re.compile(
    rf"({'|'.join(WEEKDAYS)}),? (?:(\d{{1,2}}) ({_MONTH})|({_MONTH}) (\d{{1,2}})),? (\d{{4}})"
)
# What a document is quoted as saying may err; what we say of it may not.
_QUOTED = re.compile(r"'[^']*'|‘[^’]*’|“[^”]*”")

# The size rules of docs/codebook.md, section 2: fixed ranges, and shares of the number given.
FIXED = {
    "dozens": ("24", "99"),
    "hundreds": ("200", "999"),
    "several_hundred": ("300", "900"),
    "thousands": ("2000", "9999"),
    "vague": ("", ""),
    "none": ("", ""),
}
SHARES = {
    "nearly": (0.9, 1.0),
    "about": (0.9, 1.1),
    "estimated": (0.9, 1.1),
    "exactly": (1.0, 1.0),
    "at_least": (1.0, None),
    "more_than": (1.0, None),
    "at_most": (None, 1.0),
}


def faults(tables: Tables) -> list[Fault]:
    """Every fault that the rules find."""
    return [fault for rule in RULES for fault in rule(tables)]


def _where(file: str, table: pd.DataFrame, wrong: pd.Series, column: str, code: str) -> list[Fault]:
    """One fault for each row where ``wrong`` holds."""
    cells = table.loc[wrong, column]
    return [Fault(file, int(str(row)), column, str(cell), code) for row, cell in cells.items()]


def _events(events: pd.DataFrame, wrong: pd.Series, column: str, code: str) -> list[Fault]:
    """One fault for each event where ``wrong`` holds."""
    return _where("events.csv", events, wrong, column, code)


def _windows_in_order(tables: Tables) -> list[Fault]:
    events = tables["events.csv"]
    # ISO days sort as text
    return _events(events, events["date_end"] < events["date_start"], "date_end", "window_order")


def _sizes_in_order(tables: Tables) -> Iterator[Fault]:
    pairs = [("events.csv", "size"), ("events.csv", "arrests"), ("routes.csv", "size")]
    for file, stem in pairs:
        low, high = (
            pd.to_numeric(tables[file][f"{stem}_{end}"], errors="coerce") for end in ("low", "high")
        )
        yield from _where(file, tables[file], low > high, f"{stem}_low", "size_order")


def expected_size(rule: str, text: str) -> tuple[str, str]:
    """The range that a size rule gives to the words, each end "" where it is open.

    A share of a number keeps to whole people inside it: "about 25" is 23–27.
    """
    if rule in FIXED:
        return FIXED[rule]
    found = re.search(r"\d[\d,]*", text)
    if not found:
        return ("?", "?")
    number, (low, high) = int(found[0].replace(",", "")), SHARES[rule]
    # round() first: 0.9 * 300 is not quite 270 in binary
    return (
        "" if low is None else str(math.ceil(round(low * number, 6))),
        "" if high is None else str(math.floor(round(high * number, 6))),
    )


def _sizes_follow_their_rule(tables: Tables) -> list[Fault]:
    events = tables["events.csv"]
    columns = zip(
        events["size_rule"],
        events["size_text"],
        events["size_low"],
        events["size_high"],
        strict=True,
    )
    known = {*FIXED, *SHARES}
    wrong = [
        rule in known and expected_size(rule, text) != (low, high)
        for rule, text, low, high in columns
    ]
    return _events(events, pd.Series(wrong, events.index), "size_low", "size_rule")


def _wrong_weekday(text: str) -> bool:
    """Whether our own words name a weekday that the date beside it is not."""
    for name, day_1, month_1, month_2, day_2, year in _DATED.findall(_QUOTED.sub("", text)):
        month = MONTHS.index(month_1 or month_2) + 1
        written = f"{year}-{month:02d}-{int(day_1 or day_2):02d}"
        if not is_day(written) or WEEKDAYS[date.fromisoformat(written).weekday()] != name:
            return True
    return False


def _weekdays_agree(tables: Tables) -> Iterator[Fault]:
    events = tables["events.csv"]
    for column in ("date_basis", "note", "title_en"):
        yield from _events(events, events[column].map(_wrong_weekday), column, "weekday")


def _edtf_is_the_window(tables: Tables) -> list[Fault]:
    events = tables["events.csv"]
    start, end = events["date_start"], events["date_end"]
    interval = (start + "/" + end).where(start != end, start)
    whole_year = start.str[:4].where(
        (start.str[4:] == "-01-01") & (end == start.str[:4] + "-12-31")
    )
    wrong = (events["edtf"] != interval) & (events["edtf"] != whole_year)
    return _events(events, wrong, "edtf", "edtf_form")


def _links_lead_somewhere(tables: Tables) -> Iterator[Fault]:
    events = tables["events.csv"]
    ids = set(events["event_id"])
    for column in ("parent_id", "same_crowd_as", "duplicate_of"):
        named = events[column] != ""
        yield from _events(events, named & ~events[column].isin(ids), column, "no_such_event")
        yield from _events(
            events, named & (events[column] == events["event_id"]), column, "own_link"
        )


def _links_are_of_their_kind(tables: Tables) -> Iterator[Fault]:
    events = tables["events.csv"]
    by_id = events.drop_duplicates("event_id").set_index("event_id")
    parent = events["parent_id"].map(by_id["record_type"]).fillna("series")
    yield from _events(events, parent != "series", "parent_id", "parent_kind")
    for column in ("same_crowd_as", "duplicate_of"):
        beyond = events[column].map(by_id[column]).fillna("")
        yield from _events(events, beyond != "", column, "link_chain")


def _tables_meet(tables: Tables) -> Iterator[Fault]:
    events = set(tables["events.csv"]["event_id"])
    sources = set(tables["sources.csv"]["source_id"])
    reports, routes = tables["reports.csv"], tables["routes.csv"]
    yield from _where(
        "reports.csv", reports, ~reports["event_id"].isin(events), "event_id", "no_such_event"
    )
    yield from _where(
        "reports.csv", reports, ~reports["source_id"].isin(sources), "source_id", "no_such_source"
    )
    yield from _where(
        "routes.csv", routes, ~routes["event_id"].isin(events), "event_id", "no_such_event"
    )
    told = set(reports["event_id"])
    rows = tables["events.csv"]
    yield from _events(rows, ~rows["event_id"].isin(told), "event_id", "no_report")


def _no_report_twice(tables: Tables) -> list[Fault]:
    reports = tables["reports.csv"]
    twice = reports.duplicated(["event_id", "source_id", "locator"], keep=False)
    return _where("reports.csv", reports, twice, "locator", "report_twice")


def _nothing_unsafe(tables: Tables) -> Iterator[Fault]:
    for file, table in tables.items():
        for column in table.columns:
            codes = table[column].map(safety.unsafe)
            for code in sorted(set(codes) - {""}):
                yield from _where(file, table, codes == code, column, code)


def _nothing_too_long(tables: Tables) -> Iterator[Fault]:
    for file, table in tables.items():
        for column in table.columns.intersection(list(safety.WORD_LIMITS)):
            long = table[column].map(lambda cell, column=column: safety.too_long(column, cell))
            yield from _where(file, table, long, column, "words_over")


RULES: tuple[Rule, ...] = (
    _windows_in_order,
    _sizes_in_order,
    _sizes_follow_their_rule,
    _weekdays_agree,
    _edtf_is_the_window,
    _links_lead_somewhere,
    _links_are_of_their_kind,
    _tables_meet,
    _no_report_twice,
    _nothing_unsafe,
    _nothing_too_long,
)
