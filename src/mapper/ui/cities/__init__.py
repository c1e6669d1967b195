"""The breakdown by area, and one city opened."""

from __future__ import annotations

import html
from dataclasses import replace
from typing import Literal

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from mapper import areas, breakdown, describe, select, totals
from mapper.i18n import N_, Words
from mapper.links import params
from mapper.model import Filters, Window
from mapper.totals.codebooks import CODEBOOKS, OURS, reread
from mapper.ui import cache, controls, panels, plate, state
from mapper.ui.frame import Page
from mapper.ui.safe import md, tag

# What the page looks at: a frame of all columns takes five times as long to filter.
COLUMNS = sorted(
    {*totals.COLUMNS, *areas.COLUMNS, "confidence", "size_rule", "size_text"}
    | {"lon", "lat", "uncertainty_m"}
)
CITY_PX, CHART_PX = 165, 130
# Column and direction of each order of mapper.links.SORTS.
ORDERS = {
    "": ("events", False),
    "walkouts": ("walkouts", False),
    "first": ("first", True),
    "area": ("area", True),
}
LEVELS = {
    "place": N_("Cities"),
    "neighborhood": N_("Neighborhoods"),
    "county": N_("Counties"),
    "state": N_("States"),
    "country": N_("Country"),
}


def everywhere(page: Page) -> pd.DataFrame:
    """The rows that the filters leave, whatever the city, their sizes as the reader wants them."""
    narrow = page.data.events[COLUMNS]
    return reread(select.matching(narrow, any_city(page)), chosen_rules())


def chosen_rules() -> str:
    """The codebook that the reader chose."""
    return str(st.session_state.get("cities_rules", OURS))


def any_city(page: Page) -> Filters:
    """The reader's filters but for the city."""
    return replace(page.choice.filters, city="")


def window(page: Page) -> Window:
    """The dates that are shown."""
    return page.choice.filters.window or page.data.span


def level(page: Page) -> str:
    """What a row is: a city, a neighborhood, a county, a state, the country."""
    t = page.t
    return str(
        st.segmented_control(
            t("A row is"),
            list(LEVELS),
            format_func=lambda name: t(LEVELS[name]),
            default="place",
            required=True,
            key="cities_level",
        )
    )


def rules(page: Page) -> None:
    """How the size words are read; all numbers of the page follow."""
    t = page.t
    name = st.selectbox(
        t("How “hundreds” and the like are read"),
        list(CODEBOOKS),
        format_func=lambda key: t(CODEBOOKS[key].title),
        key="cities_rules",
    )
    if st.toggle(t("People under each set of rules"), key="cities_all_rules"):
        st.html(f'<div class="wide">{panels.html_table(_by_rules(any_city(page), t))}</div>')
        said = t("Under all sets but ours a number in the words is taken as it stands.")
        st.html(tag("p", said, "credit"))
    if name != OURS:
        st.html(tag("p", t("All numbers of this page follow these rules."), "credit"))


def _by_rules(filters: Filters, t: Words) -> pd.DataFrame:
    """The crowd of a selection under each codebook."""
    found = {name: cache.numbers(filters, name).crowd for name in CODEBOOKS}
    books = CODEBOOKS.values()
    return pd.DataFrame(
        {
            t("Rules"): [t(book.title) for book in books],
            t("People"): [describe.crowd(crowd, t) for crowd in found.values()],
            t("What the page says"): [t(book.note) for book in books],
            t("Where"): [book.url for book in books],
        }
    )


def sentence(page: Page) -> None:
    """What is shown, in one sentence that could be printed; then people, arrests and days."""
    t, filters = page.t, any_city(page)
    found = cache.numbers(filters, chosen_rules())
    st.html(tag("p", describe.sentence(found, filters, t), "sentence"))
    told = [
        (t("People"), describe.crowd(found.crowd, t)),
        (t("Arrests"), describe.arrests(found.arrests, t)),
        (t("Days with events"), t.number(found.days)),
    ]
    lines = (f"<p class='sum'>{tag('b', name)} {html.escape(text)}</p>" for name, text in told)
    st.html("".join(lines))


def table(page: Page, found: pd.DataFrame, kind: str) -> None:
    """One row an area; a row of a city opens it."""
    t = page.t
    controls.sort(page)
    if found.empty:
        st.text(t("No city has an event here. Widen the dates, or clear a filter."))
        return
    column, ascending = ORDERS[page.choice.sort]
    found = found.sort_values(column, ascending=ascending, kind="stable", ignore_index=True)
    described, listed = found[~found["listed_only"]], found[found["listed_only"]]
    _rows(page, described, kind, "cities")
    # the grid is a canvas that no printer can unroll
    paper = panels.html_table(shown(described, t).drop(columns=t("Over time")))
    st.html(f'<div class="on-paper">{paper}</div>')
    if len(listed):
        st.html(tag("p", _listed(page, listed), "credit"))
    plate.download("areas", found, t)


def _listed(page: Page, listed: pd.DataFrame) -> str:
    """The areas that are known only from a list of names, apart from the others."""
    t = page.t
    return t.n(
        "{count} more is known only from a list of names, without any event described: {names}.",
        "{count} more are known only from a list of names, without any event described: {names}.",
        len(listed),
        names="; ".join(listed["area"]),
    )


def _rows(page: Page, found: pd.DataFrame, kind: str, name: str) -> None:
    """The areas as a table; only a city can be opened."""
    t, shown_areas = page.t, found["area"].tolist()
    key = f"{name}-{t.lang}-{hash(tuple(shown_areas))}"
    config: dict[str, ColumnConfig] = {
        t("Area"): st.column_config.TextColumn(width=CITY_PX),
        t("Over time"): _chart(page),
    }
    height: int | Literal["content"] = "content" if len(shown_areas) < MOST_ROWS else 420
    if kind != "place":
        st.dataframe(shown(found, t), hide_index=True, height=height, column_config=config)
        return

    def open_city() -> None:
        picked = st.session_state[key]["selection"]["rows"]
        state.change_filters(city=shown_areas[picked[0]] if picked else "")
        state.change(view="fit" if picked else "la")

    st.dataframe(
        shown(found, t),
        hide_index=True,
        key=key,
        on_select=open_city,
        selection_mode="single-row",
        height=height,
        column_config=config,
    )
    st.html(tag("p", t("Choose a row to open its city."), "credit no-paper"))
    outside = {area.name for area in cache.every_area().values() if area.level == "community"}
    apart = sorted(set(found["area"]) & outside)
    if apart:
        said = t("In no city, and counted apart from any: {names}.", names="; ".join(apart))
        st.html(tag("p", said, "credit"))


MOST_ROWS = 14


def shown(found: pd.DataFrame, t: Words) -> pd.DataFrame:
    """The breakdown as a reader sees it."""
    return describe.areas(found, t).assign(**{t("Over time"): found["months"]})


def _chart(page: Page) -> ColumnConfig:
    """Events per month as small bars, all cities on one scale."""
    t = page.t
    ends = tuple(t.short_day(day) for day in window(page))
    return st.column_config.BarChartColumn(
        t("Over time"),
        help=t("Events per month, {first} to {last}", first=ends[0], last=ends[1]),
        y_min=0,
        width=CHART_PX,
    )


def one(page: Page) -> None:
    """The map and the list of the city that is open."""
    t, city = page.t, page.choice.filters.city
    if not city:
        return
    st.subheader(md(city), anchor=False)
    carried = params(page.choice, page.data.span)
    st.page_link("app.py", label=t("Open it on the large map"), query_params=carried)
    rows = panels.chosen(page)
    panels.map_and_event(page, rows)
    panels.table(page, rows)
    panels.off_map(page, rows)


def by_area(page: Page, rows: pd.DataFrame, kind: str) -> pd.DataFrame:
    """The breakdown of the rows by areas of a kind."""
    return breakdown.by(rows, breakdown.named(rows, kind), window(page))
