"""Frames to pydeck layers: nothing here reads a file or draws on a screen.

Each place is one row of the marks, in a fixed order, whatever the filters: deck.gl selects by row
number, and a row that moved would silently become another event. Filters only change what a row
shows.
"""

from __future__ import annotations

import pydeck as pdk

from mapper.layers import marks, ways
from mapper.layers.style import INK, PAPER, SPRITE, Theme, rgba
from mapper.settings import static_url

Data = list[dict[str, object]]
# The pictures of static/marks.png, from left to right: kinds, then how many events stand there.
COUNTS = ("2", "3", "4", "5", "6", "7", "8", "9", "9+")
GLYPHS = ("walkout", "march", "rally", "shutdown", "strike", "other", "arrow", *COUNTS)
GLYPH_PX = 64
# What circles and marks share: sizes on the screen, colours and outline from the row.
SCREEN: dict[str, object] = {
    "radius_units": "'pixels'",
    "get_fill_color": "fill",
    "get_line_color": "edge",
    "get_line_width": "edge_px",
    "line_width_units": "'pixels'",
    "stroked": True,
}


def events(places: Data, lines: Data, theme: Theme) -> list[pdk.Layer]:
    """Every layer of events from the ground up: :func:`marks.places` and :func:`ways.lines`.

    Few layers: each costs a shader to compile and a pass to draw.
    """
    return [
        _discs([row for row in places if row["disc_m"]]),
        *routes(lines, theme),
        _circles(marks.circles(places)),
        _marks(places, theme),
        _icons(places),
    ]


def routes(lines: Data, theme: Theme) -> list[pdk.Layer]:
    """The lines of :func:`ways.lines` and their arrows."""
    return [_pieces(ways.dashes(lines), theme), _arrows(lines, theme)]


def _discs(areas: Data) -> pdk.Layer:
    """The true circle of uncertainty of what is known only to an area, in metres."""
    return pdk.Layer(
        "ScatterplotLayer",
        id="discs",
        data=areas,
        get_position="[lon, lat]",
        get_radius="disc_m",
        get_fill_color="disc",
        get_line_color="disc_edge",
        stroked=True,
        line_width_min_pixels=1,
        pickable=False,
    )


def _circles(circles: Data) -> pdk.Layer:
    """Circles on the screen: the crowds, and the ring around the open event."""
    return pdk.Layer(
        "ScatterplotLayer",
        id="circles",
        data=circles,
        get_position="[lon, lat]",
        get_radius="px",
        **SCREEN,
        pickable=False,
    )


def _marks(places: Data, theme: Theme) -> pdk.Layer:
    """One mark a place: filled where the place is known, open where only an area is."""
    return pdk.Layer(
        "ScatterplotLayer",
        id="marks",
        data=places,
        get_position="[lon, lat]",
        get_radius="mark_px",
        **SCREEN,
        pickable=True,
        auto_highlight=True,
        highlight_color=rgba(PAPER[theme], 90),
    )


def _icons(rows: Data) -> pdk.Layer:
    """The kind as a shape, so that it survives greyscale; or how many events stand here."""
    return pdk.Layer(
        "IconLayer",
        id="icons",
        data=rows,
        icon_atlas=f"'{static_url(SPRITE)}'",
        icon_mapping={name: _picture(name) for name in GLYPHS},
        get_icon="glyph",
        get_position="[lon, lat]",
        get_size="glyph_px",
        get_color="ink",
        pickable=False,
    )


def _arrows(lines: Data, theme: Theme) -> pdk.Layer:
    """Which way a route went; never longer than a part of it, so that it hides nothing."""
    return pdk.Layer(
        "IconLayer",
        id="arrows",
        data=lines,
        icon_atlas=f"'{static_url(SPRITE)}'",
        icon_mapping={"arrow": _picture("arrow")},
        get_icon="glyph",
        get_position="[lon, lat]",
        get_size="arrow_m",
        size_units="'meters'",
        size_max_pixels=14,
        get_angle="angle",
        get_color=rgba(INK[theme], 230),
        pickable=False,
    )


def _picture(name: str) -> dict[str, object]:
    """Where a glyph stands in the sprite."""
    x = GLYPH_PX * GLYPHS.index(name)
    return {"x": x, "y": 0, "width": GLYPH_PX, "height": GLYPH_PX, "mask": True}


def _pieces(pieces: Data, theme: Theme) -> pdk.Layer:
    """Routes: solid where the words name the street, dashed where only the ends are known."""
    return pdk.Layer(
        "LineLayer",
        id="routes",
        data=pieces,
        get_source_position="start",
        get_target_position="end",
        get_color=rgba(INK[theme], 190),
        get_width=2,
        width_units="'pixels'",
        pickable=True,
    )
