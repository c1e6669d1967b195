"""Write static/fonts: the letters of the figures, as files that matplotlib can open.

    pip install fonttools brotli
    python tools/prepare_fonts.py

Streamlit's wheel brings Source Sans and Source Serif as variable fonts (woff2, SIL Open Font
License 1.1). Each is taken at two weights and cut down to Latin letters, punctuation and arrows.
The licence reserves the name "Source" for the originals, so these have a name of their own. The
same wheel gives the same bytes.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import streamlit
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

OUT = Path(__file__).parents[1] / "static" / "fonts"
MEDIA = Path(streamlit.__file__).parent / "static" / "static" / "media"
# Latin with every letter of the languages of Europe, Vietnamese, punctuation, currency, signs such
# as № and ™, arrows, minus and comparisons, and the shapes of legends.
RANGES = (
    (0x0020, 0x024F), (0x02B0, 0x02FF), (0x0300, 0x036F), (0x1E00, 0x1EFF), (0x2000, 0x206F),
    (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x215F), (0x2190, 0x21FF),
    (0x2200, 0x22FF), (0x25A0, 0x25FF),
)  # fmt: skip
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl")
# Copyright, version, trademark, maker, designer, address, licence: said as the originals say it.
KEPT = (0, 5, 7, 8, 9, 11, 13, 14)
FAMILY, STYLE, UNIQUE, FULL, POSTSCRIPT = 1, 2, 3, 4, 6
WINDOWS, UNICODE, ENGLISH = 3, 1, 0x409
BOLD, REGULAR = 1 << 5, 1 << 6  # of OS/2.fsSelection


class Cut(NamedTuple):
    """One file to write: the original, where on its axes, and the new name."""

    source: str
    axes: dict[str, float]
    family: str
    style: str


# Serif is for headlines: its optical size is that of 28 points.
CUTS = (
    Cut("SourceSansVF-Upright*.woff2", {"wght": 400}, "Mapper Sans", "Regular"),
    Cut("SourceSansVF-Upright*.woff2", {"wght": 700}, "Mapper Sans", "Bold"),
    Cut("SourceSerifVariable-Roman*.woff2", {"wght": 400, "opsz": 28}, "Mapper Serif", "Regular"),
    Cut("SourceSerifVariable-Roman*.woff2", {"wght": 700, "opsz": 28}, "Mapper Serif", "Bold"),
)


def static(cut: Cut) -> TTFont:
    """The variable font at one place of its axes."""
    font = TTFont(next(MEDIA.glob(cut.source)), recalcTimestamp=False)
    font.flavor = None
    return instancer.instantiateVariableFont(font, dict(cut.axes))


def reduced(font: TTFont) -> TTFont:
    """Without the letters and features that no figure uses."""
    options = Options(layout_features=list(FEATURES), hinting=False, name_IDs=list(KEPT))
    options.name_languages = [ENGLISH]
    options.drop_tables += ["STAT", "BASE", "DSIG"]
    options.recalc_timestamp = False
    cutter = Subsetter(options)
    cutter.populate(unicodes=[code for low, high in RANGES for code in range(low, high + 1)])
    cutter.subset(font)
    return font


def renamed(font: TTFont, cut: Cut) -> TTFont:
    """Under a name of its own; whose it is and its licence stay."""
    full = f"{cut.family} {cut.style}"
    version = font["name"].getDebugName(5).split(";")[0]
    own = {
        FAMILY: cut.family,
        STYLE: cut.style,
        UNIQUE: f"{full}; {version}",
        FULL: full,
        POSTSCRIPT: full.replace(" ", "", 1).replace(" ", "-"),
    }
    for number, text in own.items():
        font["name"].setName(text, number, WINDOWS, UNICODE, ENGLISH)
    is_bold = cut.style == "Bold"
    font["OS/2"].usWeightClass = int(cut.axes["wght"])
    font["OS/2"].fsSelection = BOLD if is_bold else REGULAR
    font["head"].macStyle = int(is_bold)
    return font


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    for each in CUTS:
        path = OUT / f"{each.family.replace(' ', '')}-{each.style}.ttf"
        renamed(reduced(static(each)), each).save(path, reorderTables=True)
        print(path.name, path.stat().st_size)
