"""What every page shares: the way to the other pages, the language, and how an error is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

import streamlit as st

from mapper import i18n, links
from mapper.errors import MapperError
from mapper.i18n import N_, Words
from mapper.layers.style import Theme
from mapper.model import Choice
from mapper.ui import cache, history, state
from mapper.ui.safe import md, tag

PAGES = {
    "app.py": N_("Map"),
    "pages/cities.py": N_("Cities"),
    "pages/schools.py": N_("Schools"),
    "pages/marches.py": N_("Marches"),
    "pages/places.py": N_("Places"),
    "pages/claims.py": N_("Claims"),
    "pages/figure.py": N_("Figure"),
    "pages/changes.py": N_("Changes"),
    "pages/sources.py": N_("Sources"),
}
LANGUAGES = {"en": "English", "es": "Español"}
# Small corrections that the theme has no setting for: one screen for map and time together,
# figures of one width, and a sentence that reads as one.
BARE = f"<style>{(Path(__file__).parent / 'bare.css').read_text(encoding='utf-8')}</style>"
STYLE = f"<style>{(Path(__file__).parent / 'style.css').read_text(encoding='utf-8')}</style>"


@dataclass
class Page:
    """One run of a page: its words, and (read once, when asked for) the data and the choice."""

    t: Words
    script: str = "app.py"

    @cached_property
    def data(self) -> cache.Data:
        """The data, as :func:`mapper.ui.cache.data` gives it."""
        return cache.data()

    @cached_property
    def choice(self) -> Choice:
        """What the reader chose."""
        return state.choice(self.data.options)

    @property
    def bare(self) -> Literal["", "embed", "clean"]:
        """Whether the page is in somebody else's, or the map stands alone to be photographed."""
        if st.context.is_embedded:
            return "embed"
        return "clean" if self.script == "app.py" and self.choice.is_clean else ""

    @property
    def theme(self) -> Theme:
        """Whether the reader's screen is light or dark."""
        return "dark" if st.context.theme.type == "dark" else "light"


@contextmanager
def page(script: str) -> Iterator[Page]:
    """Open a page, and tell the reader plainly if it cannot be shown.

    Only :class:`MapperError` is caught: any other error is a bug, and shows itself.
    """
    t = i18n.words(state.lang())
    title = t(PAGES[script])
    st.set_page_config(
        page_title=f"{title} · Walkout Mapper", page_icon="static/icon.png", layout="wide"
    )
    st.html(STYLE)
    _say_language(t.lang)
    opened = Page(t, script)
    try:
        _sidebar(opened)
        if opened.bare:
            st.html(BARE)
            title = "Walkout Mapper" if script == "app.py" else title
        st.title(title, anchor=False)
        _complain(opened)
        history.tell(opened.choice, opened.data.span, t)
        yield opened
        state.save(opened.data.span)
    except MapperError as error:
        st.error(md(i18n.message(error, t)))
        st.stop()  # also where the page has not begun yet


def _say_language(lang: str) -> None:
    """Tell screen readers the language; Streamlit itself says English."""
    script = f"<script>document.documentElement.lang = '{lang}'</script>"
    st.html(script, unsafe_allow_javascript=True)


def _sidebar(opened: Page) -> None:
    """Name, language and pages. The links carry the choice along."""
    t = opened.t
    with st.sidebar:
        st.html(tag("p", "Walkout Mapper", "brand"))
        st.session_state["lang"] = t.lang
        st.segmented_control(
            t("Language"),
            list(LANGUAGES),
            format_func=LANGUAGES.__getitem__,
            key="lang",
            required=True,
            label_visibility="collapsed",
            on_change=lambda: state.change(lang=st.session_state["lang"]),
        )
        carried = {"lang": t.lang} if t.lang != "en" else {}
        try:
            carried = links.params(opened.choice, opened.data.span)
        finally:
            for script, label in PAGES.items():
                st.page_link(script, label=t(label), query_params=carried)


def _complain(opened: Page) -> None:
    """Say what of the address, and what of the data, is left out."""
    t = opened.t
    said = i18n.MESSAGES["no_such_page_value"]
    for name, value in state.complaints():
        st.warning(md(t(said, name=name, value=value)))
    faults = opened.data.faults
    if faults:
        rows = len({(fault.file, fault.row) for fault in faults})
        heading = t.n(
            "{count} row of the data is set aside because something in it is wrong.",
            "{count} rows of the data are set aside because something in them is wrong.",
            rows,
        )
        with st.expander(md(heading)):
            for fault in faults:
                st.text(i18n.fault_line(fault, t))
