"""What benchmarks/map.py shows: invented events, and the pages that draw them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from mapper.layers.cells import MOST_SINGLE, cells

FIRST, DAYS, WINDOW = 20108, 381, 20
Events = dict[str, npt.NDArray[np.float64 | np.int64]]


def invented(size: int) -> Events:
    """Events around forty towns, on days of a year."""
    dice = np.random.default_rng(7)
    towns = dice.uniform((-120, 30), (-75, 47), (40, 2))[dice.integers(0, 40, size)]
    spot = towns + dice.normal(0, 0.4, (size, 2))
    return {
        "lon": spot[:, 0].round(5),
        "lat": spot[:, 1].round(5),
        "day": dice.integers(FIRST, FIRST + DAYS, size),
        "kind": dice.integers(0, 4, size),
    }


def columns(events: Events) -> dict[str, object]:
    """Events as mapper.layers.columns has them, without words."""
    size = len(events["day"])
    lon, lat, day = (events[name].tolist() for name in ("lon", "lat", "day"))
    rows, nothing, one = list(range(size)), [0] * size, [1] * size
    texts: dict[str, list[str]] = {key: [] for key in ("title", "when", "where", "size", "sure")}
    return {
        "places": {
            "id": rows, "lon": lon, "lat": lat, "radius": nothing, "precision": ["campus"] * size,
        },
        "events": {
            "id": rows, "place": rows, "first": day, "last": day, "kind": events["kind"].tolist(),
            "sure_level": nothing, "area": [-1] * size, "mid": nothing, "high": nothing,
            "counted": one, "recalled": nothing, **texts,
        },
        "lines": {"event": [], "pieces": []},
        "areas": {"name": []},
        "cells": cells(lon, lat) if size > MOST_SINGLE else [],
    }  # fmt: skip


PLAYER = """
import streamlit as st
from mapper import i18n, player
from mapper.player import words
from mapper.ui.player import component
st.set_page_config(layout="wide")
data = {{
    "modules": {{"folder": "{modules}", "names": player.MODULES}}, "rows": "{rows}",
    "ground": {ground}, "tiles": None, "sheet": player.sheet("light", "en"),
    "look": player.look("light"), "paper": {{"paper": "#fff", "ink": "#000"}},
    "words": words.of(i18n.words("en")), "credit": "", "height": 500,
    "lang": "en", "locale": "en-US", "theme": "light", "mode": "", "event": "",
    "span": {{"first": {first}, "last": {last}}},
    "window": {{"first": {last} - {window} + 1, "last": {last}}},
    "filters": {{"kinds": [], "confidences": [], "city": "", "historical": False}},
    "view": "us", "go": 0, "camera": None, "presented": False,
    "homes": {{"us": {{"lon": -96.2, "lat": 38.2, "zoom": 3.55}}}},
}}
component()(
    key="map", data=data, on_window_change=lambda: None, on_picked_change=lambda: None,
    on_left_change=lambda: None
)
"""
PYDECK = """
import numpy as np, pandas as pd, pydeck as pdk, streamlit as st
st.set_page_config(layout="wide")
@st.cache_resource
def rows():
    return pd.DataFrame(dict(np.load("{file}")))
first = st.slider("First day", {first}, {last} - {window})
shown = rows()
shown = shown[(shown["day"] >= first) & (shown["day"] < first + {window})]
layer = pdk.Layer("ScatterplotLayer", shown, id="marks", get_position="[lon, lat]", get_radius=9,
    radius_units="'pixels'", get_fill_color=[213, 94, 0])
look = pdk.ViewState(longitude=-96.2, latitude=38.2, zoom=3.55)
st.pydeck_chart(pdk.Deck([layer], map_provider=None, initial_view_state=look), key="map")
st.html(f"<p id='step'>{{first}}</p>")
"""
