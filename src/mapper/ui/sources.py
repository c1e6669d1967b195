"""The documents, the files behind the map, the method, and what is never stored."""

from __future__ import annotations

import streamlit as st

from mapper import describe, telling
from mapper.ui import cache
from mapper.ui.frame import Page
from mapper.ui.panels import html_table
from mapper.ui.safe import md, tag


def documents(page: Page) -> None:
    """Each document, and what it supports."""
    t, data = page.t, page.data
    st.subheader(t("The documents"), anchor=False)
    for source in data.sources.sort_values("published").to_dict("records"):
        told = data.reports[data.reports["source_id"] == source["source_id"]]
        st.html(telling.document(source, t))
        number = told["event_id"].nunique()
        with st.expander(md(t.n("Supports {count} entry", "Supports {count} entries", number))):
            st.html(html_table(telling.supported(told, data.events, t)))


def method(page: Page) -> None:
    """The method in a page."""
    st.subheader(page.t("How it is done"), anchor=False)
    st.html("".join(tag("p", page.t(text)) for text in telling.METHOD))


def never(page: Page) -> None:
    """What is never stored, shown or exported."""
    st.subheader(page.t("What is never stored"), anchor=False)
    st.html(f"<ul>{''.join(tag('li', page.t(text)) for text in telling.NEVER)}</ul>")


def cards(page: Page) -> None:
    """Every file behind the map: title, origin, licence, day and checksum."""
    t = page.t
    st.subheader(t("The files behind the map"), anchor=False)
    st.dataframe(describe.files(cache.cards_of(), t), hide_index=True, height="content")
