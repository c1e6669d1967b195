"""The map as Streamlit's built-in chart: where the player cannot be had."""

from __future__ import annotations

import pandas as pd
import pydeck as pdk
import streamlit as st

from mapper import describe, layers, select, view
from mapper.layers import marks, ways
from mapper.ui import cache, state
from mapper.ui.frame import Page

TIP = {
    "html": "{tip}",
    "style": {
        "backgroundColor": "#ffffff",
        "color": "#2a2723",
        "fontFamily": "Source Sans, sans-serif",
        "fontSize": "13px",
        "maxWidth": "320px",
        "border": "1px solid #cfcac0",
    },
}


def map_(page: Page, shown: pd.DataFrame, height: int) -> None:
    """The map, drawn anew by Python for every choice."""
    t, theme, rows = page.t, page.theme, select.on_map(shown)
    places = marks.opened(marks.places(page.data.events, shown, t, theme), page.choice.event, theme)
    lines = ways.lines(page.data.legs, shown, t)
    st.pydeck_chart(
        pdk.Deck(
            layers.events(places, lines, theme),
            initial_view_state=view.initial(page.choice.view, rows),
            map_provider="mapbox",
            map_style=cache.styles()[page.choice.tiles or f"{page.theme}-{t.lang}"],
            tooltip=TIP,
        ),
        height=height,
        key="map",
        on_select=_picked,
        alt=describe.account(rows, t),
    )


def _picked() -> None:
    """Open the first event that was clicked; close it where the ground was."""
    objects = st.session_state["map"]["selection"]["objects"]
    ids = [event_id for rows in objects.values() for row in rows for event_id in row["ids"]]
    state.change(event=next(iter(ids), ""), together=())
