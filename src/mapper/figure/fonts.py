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
SANS = ("Mapper Sans", "DejaVu Sans")
SERIF = ("Mapper Serif", "DejaVu Sans")
REGULAR, BOLD = 400, 700
# What breaks a line or joins letters is no letter that a font must have.
SILENT = "\n\u200c\u200d"

# A font is found by its name in one list of matplotlib. Only two names of ours are added to it, and
# only there can a text fall back from one font to the next.
for _path in OWN:
    font_manager.fontManager.addfont(_path)


def sans(size: float, *, bold: bool = False) -> FontProperties:
    """The font of every text but the headline, at a size in points."""
    return FontProperties(family=list(SANS), size=size, weight=BOLD if bold else REGULAR)


def serif(size: float, *, bold: bool = False) -> FontProperties:
    """The font of the headline, at a size in points."""
    return FontProperties(family=list(SERIF), size=size, weight=BOLD if bold else REGULAR)


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
    every = [family(1.0, bold=bold) for family in (sans, serif) for bold in (False, True)]
    sets = [frozenset[int]().union(*map(letters, files(font))) for font in every]
    return sets[0].intersection(*sets)


def undrawable(text: str) -> str:
    """The letters of a text that our fonts and DejaVu cannot draw, each once, in order."""
    known = _drawable()
    return "".join(dict.fromkeys(x for x in text if ord(x) not in known and x not in SILENT))
