"""The map in time: a component that draws, counts and plays in the browser.

Our own modules, no library, two canvases (docs/decisions, "map-player"). Python gives it columns
once, then only what the reader chose; it gives back the dates when they come to rest, and the
events that were picked.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache as once
from pathlib import Path
from typing import Any

import pydeck as pdk
import streamlit as st

from mapper import links, view
from mapper.basemap.lettering import LETTERING, REGULAR
from mapper.basemap.palette import PALETTES
from mapper.basemap.sheet import GROWTH, TILES, WIDTHS
from mapper.catalog.schema import CONFIDENCES, KINDS
from mapper.describe import KINDS as KIND_ORDER
from mapper.i18n import LOCALES
from mapper.layers import GLYPH_PX, GLYPHS, marks
from mapper.layers.style import COLOURS, GLYPH, INK, MIXED, PAPER, SPRITE, TONES, Theme, rgba
from mapper.model import Window
from mapper.settings import static_url
from mapper.ui import cache, state
from mapper.ui.frame import Page
from mapper.ui.player import words

HERE = Path(__file__).parent
EPOCH = date(1970, 1, 1)
KEY = "map"
MODULES = sorted(path.name for path in HERE.glob("*.js") if path.name != "loader.js")
Json = dict[str, Any]


def map_(page: Page, height: int, credit: str) -> None:
    """The map with its time control and legend."""
    data = _data(page, credit) | {"height": height}
    component()(key=KEY, data=data, on_window_change=_moved, on_picked_change=_picked)


@once
def component() -> Any:  # noqa: ANN401 - Streamlit names no type for it
    """The component, known to Streamlit once."""
    style = (HERE / "player.css").read_text(encoding="utf-8")
    loader = (HERE / "loader.js").read_text(encoding="utf-8")
    return st.components.v2.component(
        "mapper_map", html='<div class="player"></div>', css=style, js=loader
    )


def _moved() -> None:
    """The dates and their mode, when play has stopped or a drag has ended."""
    said = st.session_state[KEY]["window"]
    window = Window(_date(said["first"]), _date(said["last"]))
    mode = said["mode"] if said["mode"] in links.MODES else ""
    state.change_filters(window=window)
    state.change(mode=mode)


def _picked() -> None:
    """Open the first of the events that were picked, and keep the others beside it."""
    ids = [str(one) for one in st.session_state[KEY]["picked"] or ()]
    together = tuple(ids[: links.MOST_TOGETHER]) if len(ids) > 1 else ()
    state.change(event=next(iter(ids), ""), together=together)


def _data(page: Page, credit: str) -> Json:
    """What the browser needs to know, all of it small: the columns are fetched by their address."""
    choice, t = page.choice, page.t
    filters = choice.filters
    span, window = page.data.span, filters.window or page.data.span
    camera = choice.camera
    return {
        "modules": {"folder": cache.modules(HERE), "names": MODULES},
        "rows": cache.columns(t.lang),
        "ground": cache.ground_files(),
        "tiles": _tiles(choice.tiles),
        "sheet": sheet(page.theme, t.lang),
        "look": look(page.theme),
        "paper": {"paper": PAPER[page.theme], "ink": INK[page.theme]},
        "words": words.of(t),
        "credit": credit,
        "lang": t.lang,
        "locale": LOCALES[t.lang].replace("_", "-"),
        "theme": page.theme,
        "span": _days(span),
        "window": _days(window),
        "mode": choice.mode,
        "filters": {
            "kinds": list(filters.kinds),
            "confidences": list(filters.confidences),
            "city": filters.city,
            "historical": filters.historical,
        },
        "event": choice.event,
        "view": choice.view,
        "go": state.moves(),
        "camera": _camera(camera.centre.lon, camera.centre.lat, camera.zoom) if camera else None,
        "homes": {"la": _home(view.LOS_ANGELES), "us": _home(view.COUNTRY)},
        "presented": choice.is_presented,
    }


def _days(window: Window) -> dict[str, int]:
    """A window as days since 1970-01-01."""
    return {"first": (window.first - EPOCH).days, "last": (window.last - EPOCH).days}


def _date(days: int) -> date:
    """A day since 1970-01-01 as a date."""
    return EPOCH + timedelta(days=int(days))


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
