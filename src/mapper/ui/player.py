"""The map in time as a component of Streamlit (:mod:`mapper.player` is what it shows).

Python gives it columns once, then only what the reader chose; it gives back the dates when they
come to rest, and the events that were picked.
"""

from __future__ import annotations

from functools import cache as once
from pathlib import Path
from typing import Any

import streamlit as st

from mapper import links, player
from mapper.model import Window
from mapper.ui import cache, state
from mapper.ui.frame import Page

KEY = "map"
LOADER = Path(__file__).parent / "loader.js"


def map_(page: Page, height: int, credit: str) -> None:
    """The map with its time control and legend; without the first where it stands alone."""
    addresses = {
        "modules": {"folder": cache.modules(player.FOLDER), "names": player.MODULES},
        "rows": cache.columns(page.t.lang),
        "ground": cache.ground_files(),
    }
    told = player.payload(page.choice, page.data.span, page.theme, page.t)
    own = {"credit": credit, "height": height, "go": state.moves(), "bare": page.bare}
    component()(
        key=KEY,
        data=addresses | told | own,
        on_window_change=_moved,
        on_picked_change=_picked,
        on_left_change=_left,
    )


@once
def component() -> Any:  # noqa: ANN401 - Streamlit names no type for it
    """The component, known to Streamlit once."""
    return st.components.v2.component(
        "mapper_map",
        html='<div class="player"></div>',
        css=player.style(),
        js=LOADER.read_text(encoding="utf-8"),
    )


def _moved() -> None:
    """The dates and their mode, when play has stopped or a drag has ended."""
    said = st.session_state[KEY]["window"]
    window = Window(player.day(said["first"]), player.day(said["last"]))
    mode = said["mode"] if said["mode"] in links.MODES else ""
    state.change_filters(window=window)
    state.change(mode=mode)


def _left() -> None:
    """Back from the map alone to the whole page."""
    state.change(is_clean=False)


def _picked() -> None:
    """Open the first of the events that were picked, and keep the others beside it."""
    ids = [str(one) for one in st.session_state[KEY]["picked"] or ()]
    together = tuple(ids[: links.MOST_TOGETHER]) if len(ids) > 1 else ()
    state.change(event=next(iter(ids), ""), together=together)
