"""The words on the map: symbol layers of the style, which Mapbox keeps from overlapping.

The letters are our own glyph files (tools/prepare_glyphs.py), so that no glyph server is asked.
"""

from __future__ import annotations

from typing import NamedTuple

from mapper.basemap.palette import Palette

Json = dict[str, object]

GLYPHS = "glyphs/{fontstack}/{range}.pbf"  # in static/
REGULAR, SEMIBOLD = "mapper-400", "mapper-600"


class Lettering(NamedTuple):
    """How one kind of label is written."""

    size: int  # CSS pixels
    font: str
    ink: str  # a field of Palette
    spread: float = 0.02  # em between letters


# From the last to give way to the first: a later layer of a style is placed before an earlier one.
LETTERING = {
    "street": Lettering(11, REGULAR, "faint"),
    "freeway": Lettering(10, SEMIBOLD, "faint"),
    "river": Lettering(11, REGULAR, "sea_text"),
    "neighborhood": Lettering(12, REGULAR, "faint"),
    "state": Lettering(11, REGULAR, "faint", 0.12),
    "water": Lettering(12, REGULAR, "sea_text", 0.08),
    "city": Lettering(13, SEMIBOLD, "text"),
    "country": Lettering(14, REGULAR, "faint", 0.15),
}


def layers(colours: Palette, lang: str) -> list[Json]:
    """One symbol layer a kind.

    Features come from the source ``labels``: ``text_en``, ``text_es``, ``kind``, ``priority``
    (the higher stays), ``min_zoom`` and ``angle`` (degrees, counter-clockwise).
    """
    return [_layer(kind, how, colours, lang) for kind, how in LETTERING.items()]


def _layer(kind: str, how: Lettering, colours: Palette, lang: str) -> Json:
    """The labels of one kind, each from its own zoom on."""
    of_kind: list[object] = ["==", ["get", "kind"], kind]
    in_reach: list[object] = [">=", ["zoom"], ["get", "min_zoom"]]
    # A city is named beside its point, where its events stand.
    beside = {"text-variable-anchor": ["top", "bottom"], "text-radial-offset": 0.9}
    return {
        "id": f"label-{kind}",
        "type": "symbol",
        "source": "labels",
        "filter": ["all", of_kind, in_reach],
        "layout": {
            "text-field": ["get", f"text_{lang}"],
            "text-font": [how.font],
            "text-size": how.size,
            "text-letter-spacing": how.spread,
            "text-padding": 5,
            "text-max-width": 9,
            "text-rotate": ["-", 0, ["get", "angle"]],
            "symbol-sort-key": ["-", 0, ["get", "priority"]],
            **(beside if kind == "city" else {}),
        },
        "paint": {
            "text-color": getattr(colours, how.ink),
            "text-halo-color": colours.water if kind == "water" else colours.land,
            "text-halo-width": 1.6,
        },
    }
