"""People as ranges, small maps of cities and of days, and two selections side by side."""

from __future__ import annotations

import base64
import html
from dataclasses import replace
from datetime import timedelta

import pandas as pd
import streamlit as st

from mapper import charts, describe, select, totals
from mapper.charts import small
from mapper.charts.small import Frame
from mapper.i18n import Words
from mapper.model import Filters, Window
from mapper.totals import Totals
from mapper.ui import cache, cities, plate
from mapper.ui.controls import DATE_FORMATS
from mapper.ui.frame import Page
from mapper.ui.plate import Plate
from mapper.ui.safe import tag

# What a small map looks at.
SHOWN = ["area", "kind", "place_id", "matched_place", "precision", "lon", "lat", "uncertainty_m"]
MOST_BARS, MOST_MAPS, MOST_DAYS = 20, 12, 31


def ranges(page: Page, found: pd.DataFrame) -> None:
    """People of each area as a bar from the low to the high end."""
    t = page.t
    sized = found[found["low"].notna() | found["high"].notna()]
    if sized.empty:
        return
    rows = sized.head(MOST_BARS)
    said = [describe.crowd(totals.crowd_of(row), t) for row in rows.to_dict("records")]
    drawn = pd.DataFrame(
        {"label": rows["area"], "low": rows["low"], "high": rows["high"], "said": said}
    )
    about = Plate(
        "people",
        t("People in the crowds, {window}", window=t.window(cities.window(page))),
        t("People, from the low to the high end of what is reported; each crowd once"),
        plate.told(f"{area}: {text}." for area, text in zip(rows["area"], said, strict=True)),
        pd.DataFrame({t("Place"): rows["area"], t("People"): said}),
        rows[["area", "low", "high", "sized", "crowds"]],
    )
    plate.show(page, about, charts.ranges(drawn, t))
    left = len(found) - len(rows)
    if left:
        told = t.n(
            "{count} more area has no size, or comes after these.",
            "{count} more areas have no size, or come after these.",
            left,
        )
        st.html(tag("p", told, "credit"))


def maps(page: Page, rows: pd.DataFrame) -> None:
    """A small map for each city; for a chosen city one for each day, all of one frame."""
    city = page.choice.filters.city
    if city:
        _days(page, select.on_map(rows[rows["area"] == city]), city)
    else:
        _cities(page, select.on_map(rows))


def _cities(page: Page, drawn: pd.DataFrame) -> None:
    """One map a city with a described event, most events first."""
    t = page.t
    known = drawn[(drawn["area"] != "") & (drawn["record_type"] != "listed")][SHOWN]
    areas = known["area"].value_counts().index[:MOST_MAPS]
    if areas.empty:
        return
    st.subheader(t("City by city, {window}", window=t.window(cities.window(page))), anchor=False)
    figures = []
    for area in areas:
        own = known[known["area"] == area]
        number = t.n("{count} event", "{count} events", len(own))
        figures.append(_figure(page, own, small.fitted(own), str(area), number))
    st.html(f'<div class="maps">{"".join(figures)}</div>{_legend(t)}')


def _days(page: Page, drawn: pd.DataFrame, city: str) -> None:
    """One map a day of a city, all of one frame; events of several days are in none."""
    t = page.t
    dated = drawn[drawn["date_start"] == drawn["date_end"]][[*SHOWN, "date_start"]]
    days = sorted(set(dated["date_start"]))[:MOST_DAYS]
    if not days:
        return
    st.subheader(t("{city}, day by day", city=city), anchor=False)
    frame = small.fitted(dated)
    figures = []
    for day in days:
        own = dated[dated["date_start"] == day]
        number = t.n("{count} event", "{count} events", len(own))
        figures.append(_figure(page, own, frame, t.short_day(day.date()), number))
    st.html(f'<div class="maps">{"".join(figures)}</div>{_legend(t)}')


def _figure(page: Page, own: pd.DataFrame, frame: Frame, title: str, number: str) -> str:
    """One small map with its caption."""
    t = page.t
    places = "; ".join(own["matched_place"].unique())
    label = t("Map of {title}: {number} at {places}.", title=title, number=number, places=places)
    drawing = small.svg(own, frame, cache.ground(), page.theme)
    address = f"data:image/svg+xml;base64,{base64.b64encode(drawing.encode()).decode()}"
    caption = f"<b>{html.escape(title)}</b> {html.escape(number)}"
    picture = f'<img src="{address}" alt="{html.escape(label)}">'
    return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>"


def _legend(t: Words) -> str:
    """What the small marks mean."""
    said = t(
        "Filled: a known place, in the colour of its kind as on the map; larger with more events."
        " Open, in its disc: known only to that area. Each map has its own scale bar."
    )
    return tag("p", said, "credit")


def compare(page: Page) -> None:
    """Two periods or two cities side by side, on the same scales."""
    t = page.t
    # a comparison is as much work as the whole page: only who wants one waits for it
    with st.container(key="no-paper-compare"):
        st.subheader(t("Compare two periods or two cities"), anchor=False)
        is_open = st.toggle(t("Show the comparison"), key="compare_open")
    if not is_open:
        return
    sides = st.columns(2)
    chosen = []
    for at, side in enumerate(sides):
        with side:
            chosen.append(_side(page, at))
    said = [label for label, _ in chosen]
    if said[0] == said[1]:
        st.text(t("Choose two that differ."))
        return
    found = [cache.numbers(filters, cities.chosen_rules()) for _, filters in chosen]
    _compared(page, t("A: {first}. B: {second}.", first=said[0], second=said[1]), found)


def _side(page: Page, at: int) -> tuple[str, Filters]:
    """One of the two: a city and days, with the reader's other filters."""
    t, span = page.t, page.data.span
    half = span.first + timedelta(days=(span.last - span.first).days // 2)
    usual = (span.first, half) if at == 0 else (half + timedelta(days=1), span.last)
    city = st.selectbox(
        t("City"),
        ["", *page.data.options.cities],
        format_func=lambda area: area or t("All cities"),
        key=f"compare_city_{at}",
    )
    days = st.date_input(
        t("Dates"),
        usual if span.first < span.last else span,
        min_value=page.data.span.first,
        max_value=page.data.span.last,
        format=DATE_FORMATS[t.lang],
        key=f"compare_days_{at}",
    )
    first, last = days if isinstance(days, tuple) and len(days) == 2 else (span.first, span.last)  # noqa: PLR2004
    window = Window(first, last)
    filters = replace(page.choice.filters, window=window, city=city)
    return f"{city or t('All cities')}, {t.window(window)}", filters


def _compared(page: Page, title: str, found: list[Totals]) -> None:
    """Counts and people of two selections."""
    t, labels = page.t, ["A", "B"]
    numbers = pd.DataFrame(
        [
            {"label": label, **{name: getattr(one, name) for name in charts.COUNTS}}
            for label, one in zip(labels, found, strict=True)
        ]
    )
    people = pd.DataFrame(
        {
            "label": labels,
            "low": [one.crowd.size.low for one in found],
            "high": [one.crowd.size.high for one in found],
            "said": [describe.crowd(one.crowd, t) for one in found],
        }
    )
    rows = {t("Selection"): labels}
    for name, word in charts.COUNTS.items():
        rows[t(word)] = numbers[name].map(t.number).tolist()
    arrests = [describe.arrests(one.arrests, t) for one in found]
    rows |= {t("People"): people["said"].tolist(), t("Arrests"): arrests}
    shown = pd.DataFrame(rows)
    told = plate.told(
        ", ".join(f"{name}: {cell}" for name, cell in row.items()) + "."
        for row in shown.to_dict("records")
    )
    values = numbers.merge(people[["label", "low", "high"]], on="label")
    about = Plate("compared", title, t("Counts, on one scale"), told, shown, values)
    plate.heading(about)
    plate.draw(charts.counts(numbers, t), told, "chart-counts")
    if people["low"].notna().any() or people["high"].notna().any():
        st.html(tag("p", t("People, from the low to the high end"), "credit"))
        plate.draw(charts.ranges(people, t), told, "chart-people-two")
    plate.below(page, about)
