"""A text as words that know where they stand, and what stands between them."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from mapper.names.lexicon import DIRECTIONS, STREET_TYPES
from mapper.places.readings import level

# How strongly a word is parted from the one before it.
TIED, LINE, COMMA, STOP = range(4)

_SIGN = "(?:[^\\W_]|[\u0300-\u036f])"  # the second: accents written as signs of their own
_WORD = re.compile(
    rf"(?:[a-z]\.){{2,}}[a-z]?(?![a-z])|\d+(?:[:.,]\d+)+[^\W_]*"
    rf"|[^\W_]{_SIGN}*(?:['-]{_SIGN}+)*|[&@/+]"
)
_STOP = re.compile(r"[.!?;…]|\n\s*\n")
_COMMA = re.compile(r"[,:()\[\]<>→–—|•]|--| - |->")
# A point after one of these ends no sentence.
_SHORT = frozenset(
    f"{' '.join(STREET_TYPES.values())} {' '.join(DIRECTIONS.values())} dr mt ft jr sr mr mrs ms"
    " izq der dcha esq approx aprox sta no num apt bldg ctr hts jct co dept univ gen col".split()
) - frozenset(
    "calle avenida avenida bulevar carretera autopista callejon puente norte sur este oeste"
    " noreste nordeste noroeste sureste sudeste suroeste sudoeste".split()
)

# "Crypto.com Arena": the point before one of these is a part of a name.
_DOMAINS = frozenset("com org net gov edu".split())


class Token(NamedTuple):
    """A word: its levelled form, its place in the text, and how it is parted from the last one."""

    key: str
    start: int
    end: int
    mark: int


def tokens(text: str) -> list[Token]:
    """The words of a text. Numbers, "&" and "/" are words; other marks part them."""
    found: list[Token] = []
    levelled = level(text)
    for match in _WORD.finditer(levelled):
        last = found[-1] if found else Token("", 0, 0, STOP)
        gap = levelled[last.end : match.start()]
        mark = _mark(gap, last.key) if found else STOP
        if gap == "." and match[0] in _DOMAINS:
            mark = TIED
        found.append(Token(_key(match[0]), match.start(), match.end(), mark))
    return found


def _key(word: str) -> str:
    """A word without points and accents of its own: "l.a." is "la"."""
    if not word.isascii():
        word = "".join(sign for sign in word if not unicodedata.combining(sign))
    return word if word[0].isdigit() else word.replace(".", "")


def _mark(gap: str, before: str) -> int:
    """How strongly the signs between two words part them."""
    if gap == " ":
        return TIED
    if gap.startswith(".") and (before in _SHORT or (len(before) == 1 and before.isalpha())):
        gap = gap[1:]
    if _STOP.search(gap):
        return STOP
    if _COMMA.search(gap):
        return COMMA
    return LINE if "\n" in gap else TIED
