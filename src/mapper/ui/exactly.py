"""A link that holds all that was chosen, where the map looks, and the data behind it."""

from __future__ import annotations

from functools import cache as once
from typing import Any

import streamlit as st

from mapper import links
from mapper.ui import history
from mapper.ui.frame import Page
from mapper.ui.safe import tag

KEY, ASKED = "exactly", "exactly_at"
# Streamlit tells Python the address as Python wrote it; what the browser wrote since, it keeps.
SCRIPT = """
export default function({ data, setStateValue }) {
  const at = new URL(location.href).searchParams.get("at") || "";
  if (at !== data.at) setStateValue("at", at);
}
"""


def link(page: Page) -> None:
    """The link to copy, small, at the end of the sidebar."""
    t = page.t
    with st.sidebar:
        box = st.popover(t("Link to exactly this"), width="stretch", key=KEY, on_change="rerun")
    with box:
        if box.open:
            _ask()
        choice = page.choice
        if ASKED in st.session_state:
            asked = {"at": _at(), "present": "1" if choice.is_presented else ""}
            choice = links.with_browsers(choice, asked)
        pin = history.pin(choice, page.data.span)
        said = t("Whoever opens it is told if the data have changed since: {name}.", name=pin.name)
        st.html(tag("p", said, "credit"))
        st.code(pin.url, language=None, wrap_lines=True)


def _ask() -> None:
    """Have the browser say where the map looks, if that is not what it last said."""
    _component()(key=ASKED, data={"at": _at()}, on_at_change=lambda: None)


def _at() -> str:
    """Where the map looked when the link was last opened, as the address has it."""
    said = st.session_state.get(ASKED, {})
    return str(said.get("at") or "")


@once
def _component() -> Any:  # noqa: ANN401 - Streamlit names no type for it
    """The question, known to Streamlit once."""
    return st.components.v2.component("mapper_exactly", js=SCRIPT)
