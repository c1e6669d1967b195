"""The letters of the figures: our own files, and DejaVu (in matplotlib's wheel) for other scripts.

Letters come from these files on every machine, never from what is installed there.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from matplotlib import font_manager, get_data_path
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font

from mapper.settings import ROOT

FOLDER = ROOT / "static" / "fonts"
OWN = tuple(
    FOLDER / f"{name}.ttf"
    for name in ("MapperSans-Regular", "MapperSans-Bold", "MapperSerif-Regular", "MapperSerif-Bold")
)
WIDE = Path(get_data_path()) / "fonts" / "ttf"
WIDE_NAME = "DejaVu Sans"
SANS = ("Mapper Sans", WIDE_NAME)
SERIF = ("Mapper Serif", WIDE_NAME)
REGULAR, BOLD = 400, 700
# What breaks a line or joins letters is no letter that a font must have.
SILENT = "\n\u200c\u200d"

# A font is found by its name in one list of matplotlib. Only two names of ours are added to it, and
# only there can a text fall back from one font to the next.
for _path in OWN:
    font_manager.fontManager.addfont(_path)


def family(name: str, weight: int, size: float = 1.0) -> FontProperties:
    """One of our two fonts, with the one that it falls back to; the size in points."""
    return FontProperties(family=[name, WIDE_NAME], weight=weight, size=size)


def sans(size: float, *, bold: bool = False) -> FontProperties:
    """The font of every text but the headline, at a size in points."""
    return family(SANS[0], BOLD if bold else REGULAR, size)


def serif(size: float, *, bold: bool = False) -> FontProperties:
    """The font of the headline, at a size in points."""
    return family(SERIF[0], BOLD if bold else REGULAR, size)


def files(font: FontProperties) -> tuple[Path, ...]:
    """The file of each family of a font, in the order in which they are asked for a letter."""
    weight = "Bold" if font.get_weight() == BOLD else "Regular"
    own = font.get_family()[0].replace(" ", "")
    wide = "DejaVuSans-Bold.ttf" if weight == "Bold" else "DejaVuSans.ttf"
    return FOLDER / f"{own}-{weight}.ttf", WIDE / wide


@cache
def letters(path: Path) -> frozenset[int]:
    """The letters that a font file has, as Unicode numbers."""
    return frozenset(FT2Font(str(path)).get_charmap())


@cache
def _drawable() -> frozenset[int]:
    """The letters that every font of ours can draw, itself or by its fallback."""
    every = [family(name, weight) for name in (SANS[0], SERIF[0]) for weight in (REGULAR, BOLD)]
    sets = [frozenset[int]().union(*map(letters, files(font))) for font in every]
    return sets[0].intersection(*sets)


def drawable(text: str, instead: str = "□") -> str:
    """A text with a sign in place of what our fonts and DejaVu cannot draw."""
    known = _drawable()
    return "".join(x if ord(x) in known or x in SILENT else instead for x in text)
