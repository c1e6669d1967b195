"""The colours of the locator map: quiet ground under strong data."""

from __future__ import annotations

from typing import Literal, NamedTuple

Theme = Literal["light", "dark"]


class Palette(NamedTuple):
    """The colours of one theme, as CSS."""

    land: str
    abroad: str
    water: str
    line: str
    river: str
    road: str
    casing: str
    street: str
    text: str
    faint: str
    sea_text: str


PALETTES: dict[Theme, Palette] = {
    "light": Palette(
        land="#f5f3ee",
        abroad="#ebe9e3",
        water="#dde7ec",
        line="#cfcac0",
        river="#b4cad6",
        road="#ffffff",
        casing="#cdc5b6",
        street="#dcd6cb",
        text="#57534c",
        faint="#6e6a62",
        sea_text="#4f7082",
    ),
    "dark": Palette(
        land="#1e2124",
        abroad="#1a1d20",
        water="#15191c",
        line="#3a3f44",
        river="#31424e",
        road="#4a5056",
        casing="#17191b",
        street="#33383d",
        text="#b9bec4",
        faint="#9aa0a6",
        sea_text="#7f97a6",
    ),
}


def rgb(css: str) -> list[int]:
    """The three numbers of a colour written ``#rrggbb``."""
    return list(bytes.fromhex(css.removeprefix("#")))
