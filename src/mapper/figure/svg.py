"""An SVG that stands alone: its text with the letters that it needs, its title, words and stamp."""

from __future__ import annotations

import base64
import html
import io
import re
from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from mapper.figure import fonts
from mapper.figure.stamp import Stamp, dumps

SVG = "{http://www.w3.org/2000/svg}"
STAMP = "urn:walkout-mapper:figure"
# What XML 1.0 cannot hold, not even escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NOTICES = (0, 13, 14)  # of the name table: whose the letters are, and their licence


def finished(drawn: bytes, stamp: Stamp, *, in_pixels: bool = False) -> bytes:
    """What matplotlib wrote, with everything that a reader and a program need beside the lines.

    Args:
        drawn: its SVG, with sides in points.
        stamp: the origin of the figure.
        in_pixels: sides are so many pixels on a screen, and not so many points on paper.
    """
    text = _NO_XML.sub("", drawn.decode())
    # Without its DOCTYPE: nothing of an SVG needs one, and who reads files with care refuses it.
    start, inner = text[text.index("<svg") :].split(">", 1)
    start = start.replace('pt"', '"') if in_pixels else start
    name = stamp.data
    head = (
        f' role="img" aria-labelledby="title-{name}" aria-describedby="words-{name}"'
        f' xml:lang="{stamp.spec.lang}">\n'
        f' <title id="title-{name}">{_escaped(stamp.title)}</title>\n'
        f' <desc id="words-{name}">{_escaped(stamp.alt)}</desc>\n'
        f' <metadata><stamp xmlns="{STAMP}">{_escaped(dumps(stamp))}</stamp></metadata>\n'
        f' <style type="text/css">{_faces(start + ">" + inner)}</style>'
    )
    return ('<?xml version="1.0" encoding="utf-8"?>\n' + start + head + inner).encode()


def _escaped(text: str) -> str:
    """A text inside an element."""
    return html.escape(_NO_XML.sub("", text), quote=False)


def _faces(svg: str) -> str:
    """The fonts of an SVG's texts as rules of CSS, each with the letters that are used."""
    used: dict[tuple[str, int], set[str]] = defaultdict(set)
    for element in ET.fromstring(svg).iter(f"{SVG}text"):  # noqa: S314 - matplotlib wrote it
        style = element.get("style", "")
        family = "Mapper Serif" if "Mapper Serif" in style else "Mapper Sans"
        weight = fonts.BOLD if "font-weight: 700" in style else fonts.REGULAR
        used[family, weight] |= set(element.text or "")
    rules = defaultdict[tuple[str, int, Path], set[str]](set)
    for (family, weight), letters in used.items():
        own, wide = fonts.files(fonts.family(family, weight))
        has = {letter for letter in letters if ord(letter) in fonts.letters(own)}
        rules[family, weight, own] |= has
        rules[fonts.WIDE_NAME, weight, wide] |= letters - has
    return "".join(_face(*key, "".join(sorted(rules[key]))) for key in sorted(rules) if rules[key])


def _face(family: str, weight: int, path: Path, letters: str) -> str:
    """One font as a rule of CSS."""
    held = base64.b64encode(_subset(path, letters)).decode()
    source = f"url(data:font/woff;base64,{held}) format('woff')"
    return f"@font-face{{font-family:'{family}';font-weight:{weight};src:{source}}}"


@lru_cache(maxsize=64)
def _subset(path: Path, letters: str) -> bytes:
    """A font with these letters alone, as WOFF."""
    options = Options(hinting=False, name_IDs=list(NOTICES), recalc_timestamp=False)
    options.drop_tables += ["FFTM"]  # the hour at which a font was made
    font = TTFont(path, recalcTimestamp=False)
    cutter = Subsetter(options)
    cutter.populate(text=letters)
    cutter.subset(font)
    font.flavor = "woff"
    held = io.BytesIO()
    font.save(held, reorderTables=None)
    return held.getvalue()
