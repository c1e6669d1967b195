"""What the script of a bundle reads: the tables of the map, packed small."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mapper import basemap, player
from mapper.bundle.edition import Edition
from mapper.i18n import Words
from mapper.layers import stretches
from mapper.layers.columns import columns
from mapper.layers.style import SPRITE, Theme
from mapper.model import Choice, Filters
from mapper.settings import ROOT, Folders

HEIGHT_PX = 500
THEMES: tuple[Theme, ...] = ("light", "dark")
Json = dict[str, Any]


def packed(editions: Sequence[Edition], lang: str, where: Folders) -> str:
    """Everything as base64 of gzip of JSON; the same on every machine.

    Raises:
        DataError: a file of the basemap cannot be read.
    """
    ground = {f"ground/{name}": json.loads(text) for name, text in basemap.texts(where.geo)}
    street = stretches.known(where.geo)
    rows = {
        f"rows/{one.t.lang}": columns(one.project.events, one.project.legs, one.t, street)
        for one in editions
    }
    whole = {
        "lang": lang,
        "height": HEIGHT_PX,
        "sprite": sprite(ROOT / "static" / Path(SPRITE).name),
        "tables": ground | rows,
        "editions": {one.t.lang: _edition(one, list(ground)) for one in editions},
    }
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode()


def sprite(path: Path) -> str:
    """The glyphs of the marks as an address that holds them."""
    return f"data:image/png;base64,{base64.b64encode(path.read_bytes()).decode()}"


def _edition(one: Edition, ground: Sequence[str]) -> Json:
    """The player's payload in each theme, and the words of the lists."""
    t, lang = one.t, one.t.lang
    is_part = bool(one.wanted.area or one.wanted.filters.city)
    # the rows are chosen already; only earlier protests have to be let through
    filters = Filters(window=one.window, historical=one.wanted.filters.historical)
    choice = Choice(filters=filters, lang=lang, view="fit" if is_part else "la")
    addresses = {
        "rows": f"rows/{lang}",
        "ground": {name.removeprefix("ground/"): name for name in ground},
    }
    told = {theme: player.payload(choice, one.project.span, theme, t) for theme in THEMES}
    return {
        **{theme: told[theme] | addresses for theme in THEMES},
        "credit": credit(t),
        "host": {
            "map": t("Show on the map"),
            "previous": t("Previous"),
            "next": t("Next"),
            "close": t("Close"),
            "unfold": t("Open all details"),
            "fold": t("Close all details"),
            "inside": t.raw("{shown} of {all} events with a mark are inside the dates of the map."),
        },
    }


def credit(t: Words) -> str:
    """Whose the map is."""
    return t(
        "Map: Walkout Mapper, from sources named below, among them © OpenStreetMap contributors"
        " and GeoNames."
    )
