"""The colours of figures: those of the map, made sure to be seen on paper."""

from __future__ import annotations

from functools import lru_cache

from mapper.basemap.palette import PALETTES
from mapper.layers.style import INK as INKS
from mapper.layers.style import MIXED as MIXES

GROUND = PALETTES["light"]
INK, MIXED = INKS["light"], MIXES["light"]
SHEET, PAPER, TEXT, FAINT, RULE = "#ffffff", "#ffffff", "#1f1d1a", "#57534c", "#cfcac0"
ACCENT, BLACK = "#0b5d8a", "#000000"
# The frame of what another map shows.
MARKED = "#b10026"
# ColorBrewer "YlOrRd" from its second class, early to late: each is darker than the one before,
# so that the order is there in greyscale and for colour-blind readers.
RAMP = ("#fed976", "#feb24c", "#fd8d3c", "#fc4e2a", "#e31a1c", "#b10026")
SEEN, READ = 3.0, 4.5  # WCAG 2.2: contrast of a mark, and of a text


@lru_cache
def luminance(css: str) -> float:
    """How bright a colour is, 0 to 1 (WCAG 2.2, relative luminance)."""
    parts = [part / 255 for part in bytes.fromhex(css.removeprefix("#"))]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@lru_cache
def mixed(top: str, under: str, share: float) -> str:
    """A colour laid over another, ``share`` of it seen."""
    pairs = zip(*(bytes.fromhex(css.removeprefix("#")) for css in (top, under)), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


@lru_cache
def on(fill: str) -> str:
    """What is seen on a colour: white, or the ink where white is not."""
    return SHEET if contrast(SHEET, fill) >= SEEN else INK


@lru_cache
def read_on(fill: str) -> str:
    """What is read best on a colour: white or black, 4.5 to 1 and more on every colour."""
    return max((SHEET, BLACK), key=lambda ink: contrast(ink, fill))


@lru_cache
def deep(colour: str, under: str = PAPER, least: float = SEEN) -> str:
    """The colour, darkened until it is seen on another."""
    share = 1.0
    while contrast(mixed(colour, "#000000", share), under) < least:
        share -= 0.02
    return mixed(colour, "#000000", share)


def ground_ink(name: str) -> str:
    """A colour of the ground's words, dark enough to be read on all of the ground."""
    darkest = GROUND.water if name == "sea_text" else GROUND.abroad
    return deep(getattr(GROUND, name), darkest, READ)
