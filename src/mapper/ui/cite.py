"""An event to cite, and the way to report an error in it."""

from __future__ import annotations

import html
from collections.abc import Iterable

import streamlit as st

from mapper import contact, describe, settings
from mapper.describe.citation import Pin, citation
from mapper.errors import UsageError
from mapper.i18n import Words
from mapper.model import Choice, Filters
from mapper.ui import history
from mapper.ui.frame import Page
from mapper.ui.safe import tag


def cite(page: Page, row: describe.Row, reports: Iterable[describe.Row]) -> None:
    """The citation to copy; below it a link to a letter, where an address is set."""
    t = page.t
    recalled = Filters(historical=row["record_type"] == "historical")
    choice = Choice(filters=recalled, lang=t.lang, event=str(row["event_id"]))
    pin = history.pin(choice, page.data.span)
    with st.expander(t("Cite this")):
        st.code(citation(row, reports, pin, t), language=None, wrap_lines=True)
    to = _address()
    if to:
        st.html(_letter(to, row, pin, t))


def _address() -> str:
    """Where errors are reported; "" where that is not set, or not well (``mapper run`` says so)."""
    try:
        return contact.address(settings.contact())
    except UsageError:
        return ""


def _letter(to: str, row: describe.Row, pin: Pin, t: Words) -> str:
    """The link that begins a letter (HTML)."""
    event = row["event_id"]
    subject = t("Error in Walkout Mapper: {event}", event=event)
    body = t(
        "Event: {event}\nData: {data}\nPage: {url}\n\nWhat is wrong, and how do you know?\n",
        event=event,
        data=pin.name,
        url=pin.url,
    )
    link = html.escape(contact.letter(to, subject, body), quote=True)
    said = t("Opens a letter or a form; nothing is sent by itself.")
    shown = html.escape(t("Report an error"))
    anchor = f'<a href="{link}" target="_blank" rel="noopener noreferrer">{shown}</a>'
    return f"<p>{anchor}<br>{tag('span', said, 'credit')}</p>"
