"""Letters: their faces, how wide a text is, lines that fit, and what no font can show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from matplotlib import font_manager
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

SANS, SERIF = ("DejaVu Sans",), ("DejaVu Serif", "DejaVu Sans")
LEADING = 1.28  # from a line to the next, in sizes
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
        return self.size * LEADING


@lru_cache
def properties(face: Face) -> FontProperties:
    """The face as matplotlib wants it."""
    family = list(SERIF if face.is_serif else SANS)
    return FontProperties(family=family, weight=700 if face.is_bold else 400, size=face.size)


@lru_cache(maxsize=16384)
def width(text: str, face: Face) -> float:
    """How wide a text is, in points."""
    wide, _, _ = text_to_path.get_text_width_height_descent(text, properties(face), ismath=False)
    return float(wide)


@lru_cache(maxsize=4)
def _known(face: Face) -> frozenset[int]:
    """The characters that the face and those after it have."""
    paths = font_manager.fontManager._find_fonts_by_props(properties(face))  # noqa: SLF001
    return frozenset(code for path in paths for code in font_manager.get_font(path).get_charmap())


@lru_cache(maxsize=4096)
def clean(text: str, face: Face) -> str:
    """A text as one line that the face can show; :data:`NO_GLYPH` for what it cannot."""
    known = _known(Face(10, face.is_bold, face.is_serif))
    flat = _BREAK.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFC", text))).strip()
    shown = (
        letter if ord(letter) in known else NO_GLYPH
        for letter in flat
        if unicodedata.category(letter) not in ("Cc", "Cs")
    )
    return "".join(shown)


def wrap(text: str, face: Face, room: float) -> list[str]:
    """Lines no wider than so many points, broken between words, and within one if it must be."""
    lines: list[str] = []
    for word in _pieces(clean(text, face), face, room):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, face) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _pieces(text: str, face: Face, room: float) -> Iterator[str]:
    """The words of a text, those that are too wide in parts."""
    for word in text.split(" "):
        rest = word
        while width(rest, face) > room and len(rest) > 1:
            held = fitting(rest, face, room)
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


def cut(lines: list[str], most: int, face: Face, room: float) -> list[str]:
    """The first lines, the last with an ellipsis where others are left out."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width(last + ELLIPSIS, face) > room:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip(" ,;:.·–") + ELLIPSIS]


def balanced(text: str, face: Face, room: float) -> list[str]:
    """As few lines as :func:`wrap` gives, as even as can be: for headlines and labels."""
    lines = wrap(text, face, room)
    longest = max((width(word, face) for word in clean(text, face).split(" ")), default=0.0)
    low, high = max(room / 2, min(longest, room)), room
    while len(lines) > 1 and high - low > face.size / 4:
        middle = (low + high) / 2
        even = wrap(text, face, middle)
        low, high = (low, middle) if len(even) <= len(lines) else (middle, high)
    return wrap(text, face, high)
