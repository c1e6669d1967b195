"""Letters: their faces, how wide a text is, lines that fit, and what no font can show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from mapper.figure import fonts

# From a line to the next, in sizes; headlines are set tighter.
LEADING, TIGHT = 1.28, 1.14
UNIT = 100.0  # points: the size that widths are measured at
# More letters than any text of a figure has room for.
LONGEST = 700
THIN = 0.2  # the width of the thinnest letters, in sizes
ELLIPSIS, NO_GLYPH = "…", "□"
# Signs that turn, hide or join what follows them: they would let a text reach out of its line.
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_BREAK = re.compile(r"[^\S\u00a0\u202f]+")  # not at a space that holds two words together


class Face(NamedTuple):
    """A kind of letters; ``size`` in points."""

    size: float
    is_bold: bool = False
    is_serif: bool = False

    @property
    def leading(self) -> float:
        """From a line to the next, in points."""
        return self.size * (TIGHT if self.is_serif else LEADING)


@lru_cache
def properties(face: Face) -> FontProperties:
    """The face as matplotlib wants it."""
    font = fonts.serif if face.is_serif else fonts.sans
    return font(face.size, bold=face.is_bold)


def width(text: str, face: Face) -> float:
    """How wide a text is, in points. Unhinted letters grow with their size."""
    return _unit(text, face._replace(size=UNIT)) * face.size / UNIT


@lru_cache(maxsize=65536)
def _unit(text: str, face: Face) -> float:
    """How wide a text is in a face of one size."""
    wide, _, _ = text_to_path.get_text_width_height_descent(text, properties(face), ismath=False)
    return float(wide)


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """A text as one line that our letters can show; :data:`NO_GLYPH` for what they cannot."""
    flat = _BREAK.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFC", text))).strip()
    shown = "".join(x for x in flat if unicodedata.category(x) not in ("Cc", "Cs"))
    return fonts.drawable(shown, NO_GLYPH)


@lru_cache(maxsize=4096)
def wrap(text: str, face: Face, room: float, longest: int = LONGEST) -> tuple[str, ...]:
    """Lines no wider than so many points, broken between words, and within one if it must be.

    Of a text longer than ``longest``, the beginning.
    """
    lines: list[str] = []
    gap, used = width(" ", face), 0.0
    for word in _pieces(clean(text)[:longest], face, room):
        wide = width(word, face)
        if lines and used + gap + wide <= room:
            lines[-1] += f" {word}"
            used += gap + wide
        else:
            lines.append(word)
            used = wide
    return tuple(lines)


def _pieces(text: str, face: Face, room: float) -> Iterator[str]:
    """The words of a text, those that are too wide in parts."""
    # no need to measure a word that is far too long letter by letter
    most = max(2, int(room / (face.size * THIN)))
    for word in text.split(" "):
        rest = word
        while len(rest) > 1 and (len(rest) > most or width(rest, face) > room):
            held = fitting(rest[:most], face, room)
            yield rest[:held]
            rest = rest[held:]
        yield rest


def fitting(text: str, face: Face, room: float) -> int:
    """How many letters of a text fit, at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(text[:middle], face) <= room else (low, middle - 1)
    return low


def cut(lines: Sequence[str], most: int, face: Face, room: float) -> list[str]:
    """The first lines, the last with an ellipsis where others are left out."""
    if len(lines) <= most:
        return list(lines)
    last = lines[most - 1]
    last = last[: fitting(last, face, room - width(ELLIPSIS, face))]
    return [*lines[: most - 1], last.rstrip(" ,;:.·–") + ELLIPSIS]


@lru_cache(maxsize=1024)
def balanced(text: str, face: Face, room: float) -> tuple[str, ...]:
    """As few lines as :func:`wrap` gives, as even as can be: for headlines and labels."""
    lines = wrap(text, face, room)
    longest = max((width(word, face) for word in clean(text)[:LONGEST].split(" ")), default=0.0)
    low, high = max(room / 2, min(longest, room)), room
    while len(lines) > 1 and high - low > face.size / 4:
        middle = (low + high) / 2
        even = wrap(text, face, middle)
        low, high = (low, middle) if len(even) <= len(lines) else (middle, high)
    return wrap(text, face, high)
