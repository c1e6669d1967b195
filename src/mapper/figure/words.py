"""The words of a figure: kicker, headline, standfirst, notes, small print, alternative text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from mapper import areas, describe
from mapper.areas import Area
from mapper.contract import US_STATES
from mapper.figure.sheet import Around
from mapper.figure.work import Work
from mapper.i18n import N_, Words
from mapper.layers.marks import AREAS
from mapper.model import Filters, Window

# Beyond so many events an alternative text counts them by area instead of telling each.
MOST_TOLD = 500
NO_BREAK = "\u00a0"
NAMED = ("walkout", "march", "rally")
CREDIT = (
    "Walkout Mapper contributors, CC\u00a0BY\u00a04.0 · © OpenStreetMap contributors, ODbL\u00a01.0"
    " · GeoNames, CC\u00a0BY\u00a04.0 · US Census Bureau · Natural Earth"
)
PICTURES = {
    "map": N_("Map."),
    "days": N_("Small maps, one for each day."),
    "arrival": N_("Map of campuses in the colour of the day of their first walkout."),
    "march": N_("Map of a march, with its steps."),
    "cities": N_("Bars of people, one for each city."),
    "grid": N_("Grid of campuses and days."),
    "timeline": N_("Events on a line of time, a row for each kind."),
}


def around(work: Work, headline: str, notes: Sequence[str] = ()) -> Around:
    """The words around a picture; a kind adds its keys.

    Args:
        work: the figure.
        headline: ours, where the reader wrote none.
        notes: what a kind has to say under its picture.
    """
    t, spec = work.t, work.spec
    said = sentence(work)
    own = spec.standfirst.strip()
    told = [*([said] if own else []), *notes, *off_map(work)]
    data = t("Data {name}", name=work.data)
    return Around(
        kicker=kicker(work),
        headline=spec.headline.strip() or headline,
        standfirst=own or said,
        is_ours=not own,
        notes=[" ".join(told)] if told else [],
        foot=[
            sources(work),
            f"{CREDIT} · {held(data)}",
        ],
    )


def kicker(work: Work) -> str:
    """Where and when."""
    t = work.t
    when = _days(work.window, t) if work.window else ""
    where = place(work) or _state_named(areas.shared(work.rows)) or t("United States")
    return " · ".join(part for part in (held(where), when) if part)


def _days(window: Window, t: Words) -> str:
    """The dates in words; no line breaks one of them."""
    told = t.window(window)
    for day in map(t.day, window):
        told = told.replace(day, held(day))
    return told


def held(text: str) -> str:
    """A short text that no line breaks."""
    return text.replace(" ", NO_BREAK)


def place(work: Work) -> str:
    """The area that was asked for, as a reader names it; "" for all."""
    if work.area is None:
        return work.spec.filters.city
    return _state_named(work.area)


def _state_named(area: Area | None) -> str:
    """The name of an area, a state's in full; "" for none."""
    return US_STATES.get(area.name, area.name) if area else ""


def sentence(work: Work) -> str:
    """What is shown, in one sentence; where and when are told above it."""
    return describe.sentence(work.totals, _not_above(work), work.t)


def filters(work: Work) -> str:
    """The reader's filters, for a kind that has a sentence of its own."""
    return describe.in_words(_not_above(work), work.t)


def _not_above(work: Work) -> Filters:
    """The filters that the kicker does not tell: it has the dates, and the city or the area."""
    told = work.spec.filters
    return replace(told, window=None, city=told.city if work.area else "")


def without_campus(count: int, t: Words) -> list[str]:
    """How many walkouts a figure of campuses leaves out."""
    if not count:
        return []
    return [
        t.n(
            "{count} walkout at no known campus is not shown.",
            "{count} walkouts at no known campus are not shown.",
            count,
        )
    ]


def what(rows: pd.DataFrame, t: Words) -> str:
    """The kinds of some events, as the beginning of a headline."""
    kinds = set(rows["kind"])
    named = [kind for kind in NAMED if kind in kinds]
    others = sorted(kinds - set(named))
    if not kinds:
        return t("No event")
    words = [t(describe.KIND_PLURALS[kind]) for kind in named or others[:1]]
    if len(kinds) > len(words):
        words.append(t("more"))
    *first, last = words
    said = t("{first} and {last}", first=", ".join(first), last=last) if first else last
    return said[0].upper() + said[1:]


def off_map(work: Work) -> list[str]:
    """How many events are not on the map, and why."""
    t, rows = work.t, work.unplaced
    if rows.empty:
        return []
    reasons = rows["off_map"].value_counts().sort_index()
    said = t.n("{count} event is not on the map.", "{count} events are not on the map.", len(rows))
    if len(reasons) == 1:
        return [f"{said} {t(describe.OFF_MAP[reasons.index[0]])}"]
    told = [
        t(
            "{reason} ({count})",
            reason=t(describe.OFF_MAP[str(code)]).rstrip("."),
            count=t.number(count),
        )
        for code, count in reasons.items()
    ]
    return [f"{said} {'; '.join(told)}."]


def precision(rows: pd.DataFrame, t: Words) -> str:
    """How finely the places are known."""
    coarse = int(rows["precision"].isin(AREAS).sum())
    if not coarse:
        return t("Each mark stands on a place that a document names.")
    return t.n(
        "No place is drawn finer than it was reported: {count} event is known only to an area.",
        "No place is drawn finer than it was reported: {count} events are known only to an area.",
        coarse,
    )


def sources(work: Work) -> str:
    """Who published the documents that speak of the events."""
    t = work.t
    told = work.project.reports
    ids = set(told.loc[told["event_id"].isin(work.events), "source_id"])
    found = work.project.sources[work.project.sources["source_id"].isin(ids)]
    names = sorted({str(name) for name in found["publisher"] if str(name)}, key=str.casefold)
    unnamed = int((found["publisher"].fillna("") == "").sum())
    if unnamed:
        names.append(
            t.n(
                "{count} document that names no publisher",
                "{count} documents that name no publisher",
                unnamed,
            )
        )
    return t("Sources: {names}", names="; ".join(names)) if names else t("No source.")


def caption(work: Work, headline: str) -> str:
    """One or two sentences to print under the figure."""
    t = work.t
    head = work.spec.headline.strip() or headline
    return t(
        "{headline}. {sentence} Walkout Mapper, data {name}.",
        headline=f"{head.rstrip('.')} ({kicker(work)})",
        sentence=sentence(work),
        name=work.data,
    )


def alt(work: Work, headline: str, told: Sequence[str] = ()) -> str:
    """Every fact of the figure, in order of time.

    Args:
        work: the figure.
        headline: ours, where the reader wrote none.
        told: what the picture says beyond the events themselves.
    """
    head = work.spec.headline.strip() or headline
    parts = [
        work.t(PICTURES.get(work.spec.kind, "")),
        f"{head.rstrip('.')} ({kicker(work)}).",
        sentence(work),
        *told,
        events(work.drawn, work.t),
        *off_map(work),
        events(work.unplaced, work.t),
    ]
    return " ".join(part for part in parts if part)


def events(rows: pd.DataFrame, t: Words) -> str:
    """Each event with its date, place and size; too many are counted by area."""
    if len(rows) <= MOST_TOLD:
        return describe.account(rows, t)
    counts = rows["area"].replace("", t("unknown")).value_counts().sort_index()
    told = [
        t.n("{area}: {count} event", "{area}: {count} events", int(count), area=area)
        for area, count in counts.sort_values(ascending=False, kind="stable").items()
    ]
    return "; ".join(told) + "."
