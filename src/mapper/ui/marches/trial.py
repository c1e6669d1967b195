"""The section where a reader tries a description: the fields, what was understood, the line."""

from __future__ import annotations

import streamlit as st

from mapper import i18n, places
from mapper.describe.words import REASONS
from mapper.errors import MapperError
from mapper.i18n import Words
from mapper.model import Context
from mapper.routes import Told
from mapper.telling import steps
from mapper.ui import cache
from mapper.ui.frame import Page
from mapper.ui.marches import picture, roles
from mapper.ui.marches.tried import Tried, Way, tried
from mapper.ui.safe import md, tag

TEXT, START, END, NEAR, ASKED = (
    f"tried_{name}" for name in ("text", "start", "end", "near", "asked")
)
CITY = "Los Angeles, CA"
# Words as people write them, not ours: so in no catalogue.
EXAMPLE = {
    TEXT: "Marched down Fourth Street, turned right onto Soto Street and left onto First Street.",
    START: "Roosevelt High School",
    END: "",
    NEAR: CITY,
}
# More words than any report of one march: a whole article is no description.
MOST_WORDS = 5_000
NO_STREETS = ("street_unknown", "no_crossing", "start_far", "no_network")


def section(page: Page) -> None:
    """The fields, and below them the answer once one was asked for."""
    t = page.t
    st.subheader(t("Try a description"), anchor=False)
    said = t("Write how a march went, in English or Spanish, and see what is understood of it.")
    kept = t("What you enter is not stored, not sent to any service and not put in the address.")
    st.html(tag("p", said) + tag("p", kept, "credit"))
    if TEXT not in st.session_state:
        st.session_state.update({TEXT: "", START: "", END: "", NEAR: CITY, ASKED: False})
    with st.form("tried_form", border=False, enter_to_submit=False):
        _fields(t)
        with st.container(horizontal=True):
            st.form_submit_button(t("Read and draw"), key="tried_read", on_click=_ask)
            st.form_submit_button(t("Show an example"), key="tried_example", on_click=_example)
    if st.session_state[ASKED]:
        try:
            _answer(page)
        except MapperError as error:
            st.error(md(i18n.message(error, t)))


def _fields(t: Words) -> None:
    """The words of the march, its ends where the words leave them out, and its city."""
    st.text_area(t("Words of the march"), key=TEXT, height=110, placeholder=EXAMPLE[TEXT])
    for column, label, key, hint in zip(
        st.columns(3),
        (t("Start, if the words do not say it"), t("End, if they do not"), t("City and state")),
        (START, END, NEAR),
        (EXAMPLE[START], "", CITY),
        strict=True,
    ):
        with column:
            st.text_input(label, key=key, placeholder=hint)


def _ask() -> None:
    """Answer what the fields hold."""
    st.session_state[ASKED] = True


def _example() -> None:
    """Fill in the example, and ask for it."""
    st.session_state.update(EXAMPLE)
    _ask()


def _answer(page: Page) -> None:
    """What was understood, and the way of each group.

    Raises:
        UsageError: the city is none, or has no state.
    """
    t = page.t
    words, start, end, near = (st.session_state[key].strip() for key in (TEXT, START, END, NEAR))
    count = len(words.split())
    if not count:
        st.info(t("There are no words to read yet. Write some, or show the example."))
        return
    if count > MOST_WORDS:
        st.error(md(_too_long(count, t)))
        return
    knows = cache.knowledge()
    context = places.context_of(near, knows.known) if near else Context()
    found = tried(Told(words, start, end), context, knows)
    st.html(roles.coloured(found.read, t) + roles.listed(found.read, t))
    _ways(page, found)


def _too_long(count: int, t: Words) -> str:
    """What a whole article needs."""
    return t(
        "These are {count} words; this page reads at most {most}. Enter only the sentences that"
        " say where the march went.",
        count=t.number(count),
        most=t.number(MOST_WORDS),
    )


def _ways(page: Page, found: Tried) -> None:
    """The way of each group: on the map with its steps, or the reason why there is none."""
    for number, way in enumerate(found.ways, 1):
        if len(found.ways) > 1:
            label = way.label or page.t("Group {number}", number=number)
            st.html(tag("p", label, "step"))
        _way(page, way)
    if any(way.reason in NO_STREETS for way in found.ways):
        st.html(tag("p", _more_streets(page.t), "credit"))


def _way(page: Page, way: Way) -> None:
    """One way."""
    t = page.t
    if way.march is None:
        st.info(md(t("No line: {reason}", reason=t(REASONS[way.reason]))))
        return
    left, right = st.columns([1.6, 1])
    with left:
        picture.map_(page, way.march)
        picture.legend(page, way.march, is_played=False)
    with right:
        st.html(steps.facts(way.march, [], t) + steps.numbered(way.march, t))


def _more_streets(t: Words) -> str:
    """How to get the streets of another area."""
    return t(
        "Known are main streets of central Los Angeles and what was added on this machine. For"
        " other streets, run on your computer: mapper streets add FILE, with a street file of the"
        ' city, or, while online: mapper streets fetch "PLACE".'
    )
