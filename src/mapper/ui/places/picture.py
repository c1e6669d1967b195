"""The places that were found on the map: each with the disc that holds it."""

from __future__ import annotations

import html
import math

import pandas as pd
import pydeck as pdk
import streamlit as st

from mapper import describe, layers, view
from mapper.i18n import Words
from mapper.layers import marks
from mapper.layers.style import INK, MIXED, Theme, rgba
from mapper.model import DRAWN
from mapper.ui import cache
from mapper.ui.frame import Page
from mapper.ui.panels import TIP, own_legend
from mapper.ui.safe import tag

HEIGHT = 420
# What is found is fitted into a square that a phone's width and the map's height both hold.
FIT_PX = 300
# Smaller than this a disc could not be seen: an area has no mark of its own.
LEAST_PX = 7
MOST_SIGNS, KILOMETRE = 200, 1000
SAME = ["lon", "lat", "precision", "uncertainty_m", "matched_name"]


def map_(page: Page, found: pd.DataFrame) -> None:
    """The map with its legend; nothing where no place can be drawn.

    The basemap is always our own: other people's tiles would tell them where a reader's places are.
    """
    t = page.t
    placed = drawn(found, t, page.theme)
    if placed:
        st.pydeck_chart(
            pdk.Deck(
                _layers(placed),
                initial_view_state=view.fitted(pd.DataFrame(placed), FIT_PX),
                map_provider="mapbox",
                map_style=cache.styles()[f"{page.theme}-{t.lang}"],
                tooltip=TIP,
            ),
            height=HEIGHT,
            key=f"places-map-{hash(tuple((row['lon'], row['lat']) for row in placed))}",
            alt=t("Map of the places found. The table below it says the same."),
        )
        _legend(page)
    coarse = int(((found["status"] == "placed") & ~found["precision"].isin(DRAWN)).sum())
    if coarse:
        said = t.n(
            "{count} answer is not on the map: only the state or the country is known.",
            "{count} answers are not on the map: only the state or the country is known.",
            coarse,
        )
        st.html(tag("p", said, "credit"))


def drawn(found: pd.DataFrame, t: Words, theme: Theme) -> marks.Rows:
    """One row a place, the widest first, so that a narrower one lies on top.

    Args:
        found: as :func:`mapper.batch.table` gives it.
        t: the reader's language, for the hover card.
        theme: light or dark.

    Returns:
        Rows with ``lon``, ``lat`` (WGS 84 degrees), ``uncertainty_m``, ``tip`` (escaped HTML) and
        the look of mark and disc. ``mark_px`` is 0 for what is known only to an area.
    """
    on_map = found[(found["status"] == "placed") & found["precision"].isin(DRAWN)]
    widest_first = on_map.sort_values(
        "uncertainty_m", key=pd.to_numeric, ascending=False, kind="stable"
    )
    return [
        _row(rows.iloc[0].to_dict(), list(dict.fromkeys(rows["place_text"])), t, theme)
        for _, rows in widest_first.groupby(SAME, sort=False)
    ]


def _row(place: describe.Row, texts: list[str], t: Words, theme: Theme) -> dict[str, object]:
    """One place: a filled mark only where it is finer than an area, and its disc."""
    precision = str(place["precision"])
    ringed = precision in marks.RINGED
    return {
        "lon": float(place["lon"]),
        "lat": float(place["lat"]),
        "uncertainty_m": float(place["uncertainty_m"]),
        "mark_px": 0 if precision in marks.AREAS else marks.MARK_PX,
        "fill": rgba(MIXED[theme]),
        "edge": rgba("#ffffff") if ringed else rgba(INK[theme]),
        "edge_px": 2 if ringed else 1,
        "disc": rgba(INK[theme], 20),
        "disc_edge": rgba(INK[theme], 150),
        "tip": _tip(place, texts, t),
    }


def _tip(place: describe.Row, texts: list[str], t: Words) -> str:
    """The hover card: what was asked and what was found, escaped."""
    lines = [html.escape(short(text)) for text in texts[: marks.MOST_LINES]]
    more = len(texts) - marks.MOST_LINES
    if more > 0:
        lines.append(html.escape(t.n("and {count} more", "and {count} more", more)))
    precision = t(describe.PRECISIONS[str(place["precision"])])
    found = f"{place['matched_name']} ({precision}, {radius(place['uncertainty_m'], t)})"
    return "<br>".join([*lines, f"<b>{html.escape(found)}</b>"])


def short(text: str) -> str:
    """A text as long as a cell can show."""
    return text if len(text) <= MOST_SIGNS else f"{text[:MOST_SIGNS]}…"


def radius(metres: str, t: Words) -> str:
    """A radius in metres or kilometres, rounded up: one that is rounded down does not hold."""
    length = math.ceil(float(metres))
    if length < KILOMETRE:
        return t("{length} m", length=t.number(length))
    return t("{length} km", length=t.number(math.ceil(length / 100) / 10))


def _layers(placed: marks.Rows) -> list[pdk.Layer]:
    """The discs in metres, and on them the marks in pixels."""
    points = [row for row in placed if row["mark_px"]]
    return [
        pdk.Layer(
            "ScatterplotLayer",
            id="discs",
            data=placed,
            get_position="[lon, lat]",
            get_radius="uncertainty_m",
            radius_min_pixels=LEAST_PX,
            get_fill_color="disc",
            get_line_color="disc_edge",
            stroked=True,
            line_width_min_pixels=1,
            pickable=True,
        ),
        pdk.Layer(
            "ScatterplotLayer",
            id="marks",
            data=points,
            get_position="[lon, lat]",
            get_radius="mark_px",
            **layers.SCREEN,
            pickable=True,
        ),
    ]


def _legend(page: Page) -> None:
    """What the marks mean, and whose map it is."""
    t = page.t
    mark = f'<i class="mark" style="background:{MIXED[page.theme]}"></i>'
    items = (
        (mark, t("filled mark: the place itself; the disc around it holds the true position")),
        ('<i class="area"></i>', t("disc alone: known only to that area")),
    )
    own_legend(items, t)
