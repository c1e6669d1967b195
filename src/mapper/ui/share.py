"""The map elsewhere: alone for a photograph, in somebody else's page, taken home as a file."""

from __future__ import annotations

import html
from dataclasses import replace

import pandas as pd
import streamlit as st

from mapper import bundle
from mapper.model import Choice
from mapper.settings import folders
from mapper.totals.report import Selection
from mapper.ui import history, panels, plate, state
from mapper.ui.frame import Page
from mapper.ui.safe import link, tag

# Tall enough for map and time on a phone, and never taller than its screen.
FRAME = "width:100%;height:min(92vh,680px);border:0"
FILE = "walkout-mapper.html"


def ways(page: Page) -> None:
    """In the sidebar: the map alone, the snippet for another page, the file to take home."""
    t = page.t
    with st.sidebar:
        label = t("Map without controls")
        alone = {"is_clean": True}
        st.button(label, key="clean", width="stretch", on_click=state.change, kwargs=alone)
        embed = st.expander(t("Embed"), key="embed", on_change="rerun")
        if embed.open:
            with embed:
                _snippets(page)
        take_home(page)


def _snippets(page: Page) -> None:
    """What to copy into another page: the served app, and a file that lies beside that page."""
    t, choice = page.t, replace(page.choice, is_clean=False, is_presented=False)
    pin = history.pin(choice, page.data.span)
    served = pin.url + ("&" if "?" in pin.url else "?") + "embed=true"
    st.html(tag("p", t("From this app, as long as it is served:"), "credit"))
    st.code(frame(served, _title(page)), language="html", wrap_lines=True)
    st.html(
        tag("p", t("From the file below, put beside your page; no server is needed:"), "credit")
    )
    st.code(frame(FILE + _behind(choice), _title(page)), language="html", wrap_lines=True)
    said = t("Data: {hash}", hash=pin.name)
    st.html(tag("p", said, "credit"))


def _title(page: Page) -> str:
    """What a screen reader calls the frame."""
    window = page.choice.filters.window or page.data.span
    return f"Walkout Mapper: {page.t.window(window)}"


def _behind(choice: Choice) -> str:
    """What a bundle is told behind the #; dates and filters are in it."""
    kept = {"mode": choice.mode, "event": choice.event}
    found = "&".join(f"{name}={value}" for name, value in kept.items() if value)
    return f"#{found}" if found else ""


def frame(address: str, title: str) -> str:
    """The element that shows an address in another page."""
    shown = f'src="{html.escape(address)}" title="{html.escape(title)}"'
    return f'<iframe {shown} loading="lazy" style="{FRAME}"></iframe>'


def take_home(page: Page) -> None:
    """The bundle of what is shown; it is made when it is asked for."""
    t = page.t
    wanted, project = Selection(page.choice.filters), page.data
    where, lang = folders(), t.lang
    st.download_button(
        t("Take it home as one file"),
        lambda: bundle.page(project, wanted, lang, where),
        FILE,
        "text/html",
        key="take-home",
        width="stretch",
        on_click="ignore",
        help=t(
            "Map, dates, list, marches, cities, method and sources of what is shown, in both"
            " languages. It opens in any browser without a network."
        ),
    )


def alone(page: Page, shown: pd.DataFrame) -> None:
    """The map and what must stand beside it, and nothing to press but the map and its dates."""
    if page.bare == "embed":
        panels.map_and_event(page, shown)
    else:
        panels.map_(page, shown)
    _source(page)


def _source(page: Page) -> None:
    """Whose numbers these are, from which data, and the way to the whole page."""
    t = page.t
    pin = history.pin(replace(page.choice, is_clean=False), page.data.span)
    said = f"{plate.source(page)} {t('Data: {hash}', hash=pin.name)}."
    if page.bare == "embed":
        anchor = link(pin.url, t("Open the whole page")).replace("<a ", '<a target="_blank" ', 1)
        st.html(f'<p class="alone">{html.escape(said)} {anchor}</p>')
        return
    st.html(tag("p", said, "alone"))
    label = t("Back to the whole page (Esc)")
    back = {"is_clean": False}
    st.button(label, key="leave", type="tertiary", on_click=state.change, kwargs=back)
