"""The map in time without Streamlit: modules for the browser, its words, and what it is told.

Our own modules, no library, two canvases (docs/decisions, "map-player"). The app shows it as a
component (:mod:`mapper.ui.player`), a bundle as a page of its own (:mod:`mapper.bundle`).
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pydeck as pdk

from mapper import view
from mapper.basemap.lettering import LETTERING, REGULAR
from mapper.basemap.palette import PALETTES
from mapper.basemap.sheet import GROWTH, TILES, WIDTHS
from mapper.catalog.schema import CONFIDENCES, KINDS
from mapper.describe import KINDS as KIND_ORDER
from mapper.i18n import LOCALES, Words
from mapper.layers import GLYPH_PX, GLYPHS, marks
from mapper.layers.style import COLOURS, GLYPH, INK, MIXED, PAPER, SPRITE, TONES, Theme, rgba
from mapper.model import Choice, Filters, Window
from mapper.player import words
from mapper.settings import static_url

FOLDER = Path(__file__).parent
EPOCH = date(1970, 1, 1)
MODULES = sorted(path.name for path in FOLDER.glob("*.js"))
Json = dict[str, Any]


def style() -> str:
    """Its style sheet."""
    return (FOLDER / "player.css").read_text(encoding="utf-8")


def payload(choice: Choice, span: Window, theme: Theme, t: Words) -> Json:
    """What the browser needs to know besides the addresses of the tables, all of it small."""
    camera = choice.camera
    return {
        "tiles": _tiles(choice.tiles),
        "sheet": sheet(theme, t.lang),
        "look": look(theme),
        "paper": {"paper": PAPER[theme], "ink": INK[theme]},
        "words": words.of(t),
        "lang": t.lang,
        "locale": LOCALES[t.lang].replace("_", "-"),
        "theme": theme,
        "span": days(span),
        "window": days(choice.filters.window or span),
        "mode": choice.mode,
        "filters": _filters(choice.filters),
        "event": choice.event,
        "view": choice.view,
        "camera": _camera(camera.centre.lon, camera.centre.lat, camera.zoom) if camera else None,
        "homes": {"la": _home(view.LOS_ANGELES), "us": _home(view.COUNTRY)},
        "presented": choice.is_presented,
    }


def _filters(filters: Filters) -> Json:
    """What the browser filters by; the dates are told apart from it."""
    return {
        "kinds": list(filters.kinds),
        "confidences": list(filters.confidences),
        "city": filters.city,
        "historical": filters.historical,
    }


def days(window: Window) -> dict[str, int]:
    """A window as days since 1970-01-01."""
    return {"first": (window.first - EPOCH).days, "last": (window.last - EPOCH).days}


def day(number: float) -> date:
    """A day since 1970-01-01 as a date."""
    return EPOCH + timedelta(days=int(number))


def _home(found: pdk.ViewState) -> dict[str, float]:
    """A camera of pydeck as the browser's."""
    return _camera(found.longitude, found.latitude, found.zoom)


def _camera(lon: float, lat: float, zoom: float) -> dict[str, float]:
    """Where the map looks."""
    return {"lon": lon, "lat": lat, "zoom": zoom}


def _tiles(name: str) -> Json | None:
    """Somebody else's tiles, if the reader asked for them."""
    if not name:
        return None
    source: Any = TILES[name]
    return {"url": source["tiles"][0], "most": source["maxzoom"]}


def sheet(theme: Theme, lang: str) -> Json:
    """Colours, widths and letters of the ground: those of the built-in chart's style."""
    return {
        "lang": lang,
        "palette": PALETTES[theme]._asdict(),
        "widths": {name: list(stops.items()) for name, stops in WIDTHS.items()},
        "growth": GROWTH,
        "lettering": {
            kind: {
                "size": how.size,
                "weight": 400 if how.font == REGULAR else 600,
                "ink": how.ink,
                "spread": how.spread,
            }
            for kind, how in LETTERING.items()
        },
    }


def look(theme: Theme) -> Json:
    """How marks look, as :mod:`mapper.layers` has it; kinds and confidences in order of codes."""
    return {
        "id": theme,
        "kinds": list(KINDS),
        "confidences": list(CONFIDENCES),
        "legend_kinds": [KINDS.index(kind) for kind in KIND_ORDER],
        "css": [COLOURS[kind] for kind in KINDS],
        "colours": [rgba(COLOURS[kind])[:3] for kind in KINDS],
        "glyphs": [GLYPH[kind] for kind in KINDS],
        "tones": [TONES[name] for name in CONFIDENCES],
        "mixed": rgba(MIXED[theme])[:3],
        "ink": rgba(INK[theme])[:3],
        "paper": rgba(PAPER[theme])[:3],
        "areas": list(marks.AREAS),
        "ringed": list(marks.RINGED),
        "mark_px": marks.MARK_PX,
        "open_px": marks.OPEN_PX,
        "glyph_px": marks.GLYPH_PX,
        "digit_px": marks.DIGIT_PX,
        "most_px": marks.MOST_PX,
        "px_per_root": marks.PX_PER_ROOT,
        "sprite": static_url(SPRITE),
        "pictures": {
            name: {"x": GLYPH_PX * at, "y": 0, "width": GLYPH_PX, "height": GLYPH_PX, "mask": True}
            for at, name in enumerate(GLYPHS)
        },
    }
