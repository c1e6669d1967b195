"""What this reader chose, kept in the session and in the address of the page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from mapper import links
from mapper.i18n import LOCALES
from mapper.links import Complaint, Options
from mapper.model import Choice, Filters, Window

CHOICE, WRITTEN, TOUCHED, TOLD = "choice", "written", "touched", "told"
MOVES, MOVED = "moves", "moved"


def lang() -> str:
    """The reader's language, known even where the data cannot be read."""
    if CHOICE in st.session_state and not _came_by_link():
        return str(st.session_state[CHOICE].lang)
    asked = st.query_params.get("lang", "en")
    return asked if asked in LOCALES else "en"


def choice(options: Options) -> Choice:
    """The choice of this session; read from the address when the reader came by a link."""
    if CHOICE not in st.session_state or _came_by_link():
        asked = st.query_params.to_dict()
        st.session_state[CHOICE], st.session_state[TOLD] = links.parse(asked, options)
        st.session_state[WRITTEN] = asked
    elif not st.session_state.get(MOVED, False):
        asked = st.query_params.to_dict()
        st.session_state[CHOICE] = links.with_browsers(st.session_state[CHOICE], asked)
    found: Choice = st.session_state[CHOICE]
    return found


def moves() -> int:
    """How often Python, and not the reader's hand, has moved the map."""
    return int(st.session_state.get(MOVES, 0))


def complaints() -> list[Complaint]:
    """The values of the address that are not to be had."""
    return list(st.session_state.get(TOLD, []))


def change(**changes: Any) -> None:  # noqa: ANN401 - as dataclasses.replace has it
    """Change parts of the choice; for callbacks, which run before the page does."""
    if "view" in changes:
        changes["camera"] = None
        st.session_state[MOVES], st.session_state[MOVED] = moves() + 1, True
    st.session_state[CHOICE] = replace(st.session_state.get(CHOICE, Choice()), **changes)
    st.session_state[TOUCHED], st.session_state[TOLD] = True, []


def change_filters(**changes: Any) -> None:  # noqa: ANN401
    """Change parts of the filters."""
    filters: Filters = st.session_state[CHOICE].filters
    change(filters=replace(filters, **changes))


def save(span: Window) -> None:
    """Write the choice into the address, where it is not there yet."""
    wanted = links.params(st.session_state[CHOICE], span)
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[WRITTEN], st.session_state[TOUCHED] = wanted, False
    st.session_state[MOVED] = False


def _came_by_link() -> bool:
    """Whether the address is another than the one that this session wrote.

    A widget's own rerun can still carry the address from before its change: that is no link.
    """
    asked, written = st.query_params.to_dict(), st.session_state.get(WRITTEN, {})
    is_other = links.without_browsers(asked) != links.without_browsers(written)
    return is_other and not st.session_state.get(TOUCHED, False)
