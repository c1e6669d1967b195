"""What is shown, as a file: one quiet line, and nothing is made before it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st

from mapper import cards, export, i18n, select, spread
from mapper.errors import MapperError
from mapper.export import FORMATS, Shown
from mapper.model import Filters
from mapper.settings import folders
from mapper.ui import cache, cities
from mapper.ui.frame import Page
from mapper.ui.safe import md, tag

BOX, FORM = "download", "download_format"


def of_map(page: Page) -> None:
    """The rows of the Map page, on the map and below it."""
    _offer(page, lambda: _shown(page, page.choice.filters))


def of_cities(page: Page) -> None:
    """The rows of the Cities page: whatever the city."""
    _offer(page, lambda: _shown(page, cities.any_city(page)))


def of_schools(page: Page, rows: pd.DataFrame) -> None:
    """The walkouts of the Schools page."""

    def shown() -> Shown:
        found = spread.walkouts(rows, page.data.places)
        return replace(
            _shown(page, page.choice.filters),
            events=frozenset(found["event_id"]),
            only=page.t("Only walkouts at high schools."),
        )

    _offer(page, shown)


def _shown(page: Page, filters: Filters) -> Shown:
    """What the filters leave of the data."""
    card = cards.read(cards.card_of(folders().geo / export.LEDGER))
    return Shown(page.data, cache.snapshot(), card, filters, lang=page.t.lang)


def _offer(page: Page, shown: Callable[[], Shown]) -> None:
    """The line; what is behind it only once it is open."""
    t = page.t
    box = st.expander(t("Download"), key=BOX, on_change="rerun")
    if not box.open:
        return
    with box:
        try:
            found = shown()
            export.check(found)
        except MapperError as error:
            st.error(md(i18n.message(error, t)))
            return
        _choice(page, found)


def _choice(page: Page, shown: Shown) -> None:
    """A format, and the button; the file is made when it is pressed."""
    t = page.t
    form = st.selectbox(
        t("Format"), list(FORMATS), format_func=lambda name: t(FORMATS[name].title), key=FORM
    )
    events = len(select.counted(shown.rows))
    label = t.n(
        "Download {count} event, {window}",
        "Download {count} events, {window}",
        events,
        window=t.window(shown.window),
    )
    st.download_button(
        md(label),
        lambda: export.write(form, shown),
        export.file_name(form, shown),
        FORMATS[form].mime,
        on_click="ignore",
    )
    st.html(tag("p", _told(shown), "credit"))


def _told(shown: Shown) -> str:
    """What else is in the file, its terms, and the name of the data."""
    t = shown.words
    apart = len(shown.rows) - len(select.counted(shown.rows))
    parts = [
        t.n(
            "With {count} row that is no event of its own (a duplicate, a series or an implied"
            " day), marked as such.",
            "With {count} rows that are no events of their own (duplicates, series, implied days),"
            " marked as such.",
            apart,
        )
        if apart
        else "",
        t("Licence: {licence}.", licence=shown.card.licence),
        t("Name of the data: {hash}.", hash=shown.hash),
    ]
    return " ".join(part for part in parts if part)
