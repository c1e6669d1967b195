"""One march on the map: its legs as on the main map, its two ends, and how far it was played."""

from __future__ import annotations

import html

import pandas as pd
import pydeck as pdk
import streamlit as st

from mapper import layers, playback, view
from mapper.export import March
from mapper.layers import marks, ways
from mapper.layers.style import INK, PAPER, Theme, rgba
from mapper.playback import Moment
from mapper.ui import cache
from mapper.ui.frame import Page
from mapper.ui.panels import TIP, own_legend

HEIGHT = 440
# The line is fitted into a square that a phone's width and the map's height both hold.
FIT_PX, MOST_ZOOM = 280, 16.0
# Beside the thin ink of the whole line; 3 to 1 and more on the ground of each theme.
BRIGHT = {"light": "#0072b2", "dark": "#6fb7dd"}
BRIGHT_PX, HEAD_PX = 5, 8


def map_(page: Page, march: March, moment: Moment | None = None) -> None:
    """The line between its ends. The basemap is our own: nothing is asked of others.

    The map is one and the same at every moment, so that it stays where the reader moved it.
    """
    t = page.t
    lines = [ways.leg_row(leg, t) for leg in march.legs]
    drawn = layers.routes(lines, page.theme)
    played = _played(march, lines, moment, page.theme) if moment else []
    st.pydeck_chart(
        pdk.Deck(
            [*drawn, _ends(page, march), *played],
            initial_view_state=view.fitted(_points(march), FIT_PX, MOST_ZOOM),
            map_provider="mapbox",
            map_style=cache.styles()[f"{page.theme}-{t.lang}"],
            tooltip=TIP,
        ),
        height=HEIGHT,
        key=f"marches-map-{march.route_id}",
        alt=t("Map of the march. The steps beside it say the same."),
    )


def _played(march: March, lines: marks.Rows, moment: Moment, theme: Theme) -> list[pdk.Layer]:
    """The walked part, bright, and a mark at its head."""
    pieces = [ways.dashes([line]) for line in lines]
    front = playback.head(march.legs, moment)
    walked = pdk.Layer(
        "LineLayer",
        id="walked",
        data=playback.walked(pieces, moment),
        get_source_position="start",
        get_target_position="end",
        get_color=rgba(BRIGHT[theme]),
        get_width=BRIGHT_PX,
        width_units="'pixels'",
        pickable=False,
    )
    mark = {"lon": front.lon, "lat": front.lat, "fill": rgba(BRIGHT[theme])}
    return [walked, _circles("head", [mark | {"edge": rgba(INK[theme]), "px": HEAD_PX}])]


def _ends(page: Page, march: March) -> pdk.Layer:
    """An open mark at the start, a filled one at the end, where these are said."""
    ink, paper = rgba(INK[page.theme]), rgba(PAPER[page.theme])
    first, last = march.legs[0], march.legs[-1]
    ends = []
    if not first["open_start"]:
        ends.append((first["line"][0], march.start, paper))
    if not last["open_end"]:
        ends.append((last["line"][-1], march.end, ink))
    rows: marks.Rows = [
        {"lon": lon, "lat": lat, "tip": html.escape(name), "fill": fill, "edge": ink, "px": 6}
        for (lon, lat), name, fill in ends
    ]
    return _circles("ends", rows)


def _circles(name: str, rows: marks.Rows) -> pdk.Layer:
    """Marks of so many pixels on the screen."""
    return pdk.Layer(
        "ScatterplotLayer",
        id=name,
        data=[row | {"edge_px": 2} for row in rows],
        get_position="[lon, lat]",
        get_radius="px",
        **layers.SCREEN,
        pickable=name == "ends",
    )


def _points(march: March) -> pd.DataFrame:
    """The points of the whole line, as the camera wants them."""
    points = [point for leg in march.legs for point in leg["line"]]
    return pd.DataFrame(points, columns=["lon", "lat"]).assign(uncertainty_m=0.0)


def legend(page: Page, march: March, *, is_played: bool) -> None:
    """What the lines and marks mean, only those that are drawn; and whose map it is."""
    t, ink, bright = page.t, INK[page.theme], BRIGHT[page.theme]
    dot = "width:12px;height:12px;border-radius:50%;border:2px solid currentColor"
    items = [
        ('<i class="street"></i>', t("solid: the words name the street")),
        ('<i class="route"></i>', t("dashed: only the ends of a march are known")),
    ]
    if not march.legs[0]["open_start"]:
        items.append((f'<i style="{dot}"></i>', t("open mark: start")))
    if not march.legs[-1]["open_end"]:
        items.append((f'<i style="{dot};background:{ink}"></i>', t("filled mark: end")))
    if is_played:
        thick = f"width:18px;border-top:{BRIGHT_PX}px solid {bright}"
        items.append((f'<i style="{thick}"></i>', t("thick: the part that you stepped through")))
    own_legend(items, t)
