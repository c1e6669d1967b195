"""Widgets to values: each draws its widget from the reader's choice and changes the choice.

A widget's state is set from the choice before it is drawn, so that a page, a language or a link
can change and every widget still shows what was chosen.
"""

from __future__ import annotations

import streamlit as st

from mapper import describe
from mapper.i18n import N_
from mapper.model import Window
from mapper.ui import history, state
from mapper.ui.frame import Page
from mapper.ui.safe import tag

VIEWS = {"la": N_("Los Angeles"), "us": N_("United States"), "fit": N_("Everything")}
TILES = {
    "": N_("Our own, no network"),
    "usgs": N_("USGS The National Map"),
    "osm": N_("OpenStreetMap"),
}
SORTS = {
    "": N_("Most events first"),
    "walkouts": N_("Most walkouts first"),
    "first": N_("Earliest first"),
    "area": N_("By name"),
}
# Streamlit writes the slider's dates itself, in English words: digits are understood in both.
DATE_FORMATS = {"en": "MM/DD/YYYY", "es": "DD/MM/YYYY"}


def filters(page: Page) -> None:
    """The sidebar's filters."""
    t, chosen = page.t, page.choice.filters
    with st.sidebar:
        st.session_state["kinds"] = list(chosen.kinds)
        st.multiselect(
            t("Kind"),
            list(page.data.options.kinds),
            format_func=lambda kind: t(describe.KINDS[kind]).capitalize(),
            placeholder=t("All kinds"),
            key="kinds",
            on_change=lambda: state.change_filters(kinds=tuple(st.session_state["kinds"])),
        )
        st.session_state["sure"] = list(chosen.confidences)
        st.multiselect(
            t("How sure the report is"),
            list(page.data.options.confidences),
            format_func=lambda name: t(describe.CONFIDENCES[name]).capitalize(),
            placeholder=t("All reports"),
            key="sure",
            on_change=lambda: state.change_filters(confidences=tuple(st.session_state["sure"])),
        )
        st.session_state["earlier"] = chosen.historical
        st.toggle(
            t("Earlier protests recalled"),
            key="earlier",
            on_change=lambda: state.change_filters(historical=st.session_state["earlier"]),
        )


def city(page: Page) -> None:
    """The sidebar's choice of one city."""
    t = page.t
    with st.sidebar:
        st.session_state["city"] = page.choice.filters.city
        st.selectbox(
            t("City"),
            ["", *page.data.options.cities],
            format_func=lambda area: area or t("All cities"),
            key="city",
            on_change=_city_changed,
        )


def _city_changed() -> None:
    """A city that was chosen is gone to; without one the map is back in Los Angeles."""
    chosen = st.session_state["city"]
    state.change_filters(city=chosen)
    state.change(view="fit" if chosen else "la")


def dates(page: Page) -> None:
    """The span of days, as a slider with two ends."""
    t, span = page.t, page.data.span
    chosen = page.choice.filters.window or span
    if span.first == span.last:
        return
    st.session_state["dates"] = tuple(chosen)
    st.slider(
        t("Dates: {window}", window=t.window(chosen)),
        span.first,
        span.last,
        format=DATE_FORMATS[t.lang],
        key="dates",
        on_change=_dates_changed,
    )


def _dates_changed() -> None:
    """Dates set by hand are shown as they are, however they moved before."""
    state.change_filters(window=Window(*st.session_state["dates"]))
    state.change(mode="")


def view(page: Page) -> None:
    """Where the map looks."""
    t = page.t
    st.session_state["view"] = page.choice.view
    st.segmented_control(
        t("Show on the map"),
        list(VIEWS),
        format_func=lambda name: t(VIEWS[name]),
        key="view",
        required=True,
        label_visibility="collapsed",
        on_change=lambda: state.change(view=st.session_state["view"]),
    )


def tiles(page: Page) -> None:
    """The basemap; other people's tiles only if the reader asks for them."""
    t = page.t
    with st.sidebar:
        st.session_state["tiles"] = page.choice.tiles
        st.selectbox(
            t("Basemap"),
            list(TILES),
            format_func=lambda name: t(TILES[name]),
            key="tiles",
            on_change=lambda: state.change(tiles=st.session_state["tiles"]),
        )
        if page.choice.tiles:
            said = t(
                "Your browser now asks {host} for each piece of the map that you look at: it"
                " learns your network address and where you look.",
                host=t(TILES[page.choice.tiles]),
            )
            st.html(tag("p", said, "credit"))


def exactly_this(page: Page) -> None:
    """A link that holds all that was chosen and names the data behind it."""
    t = page.t
    # Opening it asks for a new run, so that the link has the camera of this moment.
    with st.sidebar, st.popover(t("Link to exactly this"), key="exactly", on_change="rerun"):
        pin = history.pin(page.choice, page.data.span)
        said = t("Whoever opens it is told if the data have changed since: {name}.", name=pin.name)
        st.html(tag("p", said, "credit"))
        st.code(pin.url, language=None, wrap_lines=True)


def sort(page: Page) -> None:
    """The order of the cities."""
    t = page.t
    st.session_state["sort"] = page.choice.sort
    st.selectbox(
        t("Order"),
        list(SORTS),
        format_func=lambda name: t(SORTS[name]),
        key="sort",
        on_change=lambda: state.change(sort=st.session_state["sort"]),
    )
