"""People as ranges, small maps of cities and of days, and two selections side by side."""

from __future__ import annotations

import html
from datetime import timedelta

import pandas as pd
import streamlit as st

from mapper import charts, describe, select, totals
from mapper.charts import small
from mapper.charts.small import Frame
from mapper.i18n import Words
from mapper.model import Window
from mapper.totals import Totals
from mapper.ui import cache, cities, plate
from mapper.ui.controls import DATE_FORMATS
from mapper.ui.frame import Page
from mapper.ui.plate import Plate
from mapper.ui.safe import tag

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
    known = drawn[(drawn["area"] != "") & (drawn["record_type"] != "listed")]
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
    dated = drawn[drawn["date_start"] == drawn["date_end"]]
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
    places = "; ".join(dict.fromkeys(own["matched_place"]))
    label = t("Map of {title}: {number} at {places}.", title=title, number=number, places=places)
    drawing = small.svg(own, frame, cache.ground(), label)
    caption = f"<b>{html.escape(title)}</b> {html.escape(number)}"
    return f"<figure>{drawing}<figcaption>{caption}</figcaption></figure>"


def _legend(t: Words) -> str:
    """What the small marks mean."""
    said = t(
        "Filled: a known place, in the colour of its kind as on the map; larger with more events."
        " Open, in its disc: known only to that area. Each map has its own scale bar."
    )
    return tag("p", said, "credit")


def compare(page: Page, rows: pd.DataFrame) -> None:
    """Two periods or two cities side by side, on the same scales."""
    t = page.t
    st.subheader(t("Compare two periods or two cities"), anchor=False)
    sides = st.columns(2)
    chosen = []
    for at, side in enumerate(sides):
        with side:
            chosen.append(_side(page, rows, at))
    labels = [label for label, _ in chosen]
    if labels[0] == labels[1]:
        st.text(t("Choose two that differ."))
        return
    found = [totals.of(own) for _, own in chosen]
    _compared(page, labels, found)


def _side(page: Page, rows: pd.DataFrame, at: int) -> tuple[str, pd.DataFrame]:
    """One of the two: an area and days."""
    t, span = page.t, cities.window(page)
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
        usual if span.first < span.last else (span.first, span.last),
        min_value=page.data.span.first,
        max_value=page.data.span.last,
        format=DATE_FORMATS[t.lang],
        key=f"compare_days_{at}",
    )
    first, last = days if isinstance(days, tuple) and len(days) == 2 else (span.first, span.last)  # noqa: PLR2004
    kept = (rows["date_start"] <= pd.Timestamp(last)) & (rows["date_end"] >= pd.Timestamp(first))
    own = rows[kept & ((rows["area"] == city) | (not city))]
    where = city or t("All cities")
    return f"{where}, {t.window(Window(first, last))}", own


def _compared(page: Page, labels: list[str], found: list[Totals]) -> None:
    """Counts and people of two selections."""
    t = page.t
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
    title = t("{first} and {second}", first=labels[0], second=labels[1])
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
    st.altair_chart(charts.counts(numbers, t), width="stretch", alt=told, key="chart-counts")
    if people["low"].notna().any() or people["high"].notna().any():
        st.html(tag("p", t("People, from the low to the high end"), "credit"))
        st.altair_chart(charts.ranges(people, t), width="stretch", alt=told, key="chart-people-two")
    plate.below(page, about)
