"""The breakdown by city, and one city opened."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from mapper import breakdown, describe, select, totals
from mapper.i18n import Words
from mapper.links import params
from mapper.model import Filters
from mapper.ui import controls, panels, state
from mapper.ui.frame import Page
from mapper.ui.safe import md, tag

CITY_PX, CHART_PX = 165, 130
# Column and direction of each order of mapper.links.SORTS.
ORDERS = {
    "": ("events", False),
    "walkouts": ("walkouts", False),
    "first": ("first", True),
    "area": ("area", True),
}


def everywhere(page: Page) -> pd.DataFrame:
    """The rows that the filters leave, whatever the city."""
    return select.matching(page.data.events, any_city(page))


def any_city(page: Page) -> Filters:
    """The reader's filters but for the city."""
    return replace(page.choice.filters, city="")


def table(page: Page) -> None:
    """One row a city; a row opens its city."""
    t = page.t
    window = page.choice.filters.window or page.data.span
    controls.sort(page)
    found = breakdown.cities(everywhere(page), window)
    if found.empty:
        st.text(t("No city has an event here. Widen the dates, or clear a filter."))
        return
    column, ascending = ORDERS[page.choice.sort]
    found = found.sort_values(column, ascending=ascending, kind="stable", ignore_index=True)
    areas = found["area"].tolist()
    key = f"cities-{t.lang}-{hash(tuple(areas))}"

    def open_city() -> None:
        picked = st.session_state[key]["selection"]["rows"]
        state.change_filters(city=areas[picked[0]] if picked else "")
        state.change(view="fit" if picked else "la")

    st.dataframe(
        shown(found, t),
        hide_index=True,
        key=key,
        on_select=open_city,
        selection_mode="single-row",
        height=420,
        column_config={
            t("City"): st.column_config.TextColumn(width=CITY_PX),
            t("Over time"): _chart(page),
        },
    )
    said = t("* Known only from a list of cities. Choose a row to open its city.")
    st.html(tag("p", said, "credit"))


def shown(found: pd.DataFrame, t: Words) -> pd.DataFrame:
    """The breakdown as a reader sees it."""
    rows = found.to_dict("records")
    return pd.DataFrame(
        {
            t("City"): [row["area"] + (" *" if row["listed_only"] else "") for row in rows],
            t("Events"): found["events"],
            t("Walkouts"): found["walkouts"],
            t("Schools"): found["campuses"],
            t("Crowd"): [describe.crowd(totals.crowd_of(row), t) for row in rows],
            t("First day"): [t.short_day(row["first"]) for row in rows],
            t("Last day"): [t.short_day(row["last"]) for row in rows],
            t("Over time"): found["months"],
        }
    )


def _chart(page: Page) -> ColumnConfig:
    """Events per month as small bars, all cities on one scale."""
    t = page.t
    window = page.choice.filters.window or page.data.span
    ends = t.short_day(window.first), t.short_day(window.last)
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
