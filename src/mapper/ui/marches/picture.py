"""One march on the map: its legs as on the main map, and its two ends."""

from __future__ import annotations

import html

import pandas as pd
import pydeck as pdk
import streamlit as st

from mapper import layers, view
from mapper.export import March
from mapper.layers import marks
from mapper.layers.style import INK, PAPER, rgba
from mapper.ui import cache
from mapper.ui.frame import Page
from mapper.ui.panels import TIP, own_legend

HEIGHT = 440
# The line is fitted into a square that a phone's width and the map's height both hold.
FIT_PX, MOST_ZOOM = 280, 16.0
DRAWN = ("routes", "arrows")


def map_(page: Page, march: March) -> None:
    """The line between its ends. The basemap is our own: nothing is asked of others."""
    t = page.t
    event = pd.DataFrame({"event_id": [march.event_id], "off_map": [""]})
    lines = marks.lines(march.legs, event, t)
    drawn = [layer for layer in layers.events([], lines, page.theme) if layer.id in DRAWN]
    st.pydeck_chart(
        pdk.Deck(
            [*drawn, _ends(page, march)],
            initial_view_state=view.fitted(_points(march), FIT_PX, MOST_ZOOM),
            map_provider="mapbox",
            map_style=cache.styles()[f"{page.theme}-{t.lang}"],
            tooltip=TIP,
        ),
        height=HEIGHT,
        key=f"marches-map-{march.route_id}",
        alt=t("Map of the march. The steps beside it say the same."),
    )
    _legend(page, is_open=bool(march.legs[-1]["open_end"]))


def _ends(page: Page, march: March) -> pdk.Layer:
    """An open mark at the start; a filled one at the end, if it is said how far they went."""
    ink, paper = rgba(INK[page.theme]), rgba(PAPER[page.theme])
    first, last = march.legs[0], march.legs[-1]
    ends = [(first["line"][0], march.start, paper)]
    if not last["open_end"]:
        ends.append((last["line"][-1], march.end, ink))
    rows = [
        {"lon": lon, "lat": lat, "tip": html.escape(name), "fill": fill, "edge": ink}
        for (lon, lat), name, fill in ends
    ]
    return pdk.Layer(
        "ScatterplotLayer",
        id="ends",
        data=[row | {"edge_px": 2, "px": 6} for row in rows],
        get_position="[lon, lat]",
        get_radius="px",
        **layers.SCREEN,
        pickable=True,
    )


def _points(march: March) -> pd.DataFrame:
    """The points of the whole line, as the camera wants them."""
    points = [point for leg in march.legs for point in leg["line"]]
    return pd.DataFrame(points, columns=["lon", "lat"]).assign(uncertainty_m=0.0)


def _legend(page: Page, *, is_open: bool) -> None:
    """What the lines and marks mean, and whose map it is."""
    t, ink = page.t, INK[page.theme]
    dot = "width:12px;height:12px;border-radius:50%;border:2px solid currentColor"
    items = [
        ('<i class="street"></i>', t("solid: the words name the street")),
        ('<i class="route"></i>', t("dashed: only the ends of a march are known")),
        (f'<i style="{dot}"></i>', t("open mark: start")),
    ]
    if not is_open:
        items.append((f'<i style="{dot};background:{ink}"></i>', t("filled mark: end")))
    own_legend(items, t)
