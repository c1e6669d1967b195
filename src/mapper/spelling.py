"""Slips of the pen: known keys a letter or two away from a misspelt one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

LETTERS = 26
_TWICE = re.compile(r"\*(?: \*)+")


# Words that many names share, and words that make a name the opposite of another: these must be
# the same, and slips are looked for in the rest.
COMMON = frozenset(
    "north south east west northeast northwest southeast southwest side new old upper lower"
    " the of street avenue boulevard road drive lane place way court terrace circle parkway"
    " highway freeway school high senior junior middle elementary academy charter magnet"
    " college university park plaza square center hall mall city heights hills hill valley"
    " beach station library church hospital county museum theater market mart bank bridge"
    " building courthouse garden gardens lake river island point village town district"
    " community tower towers field stadium sign fame walk row springs grove creek falls"
    " mountain mount fort port saint san santa los las la el de del and".split()
)


class Spellings:
    """Keys to be found by a misspelt one."""

    def __init__(self, keys: Iterable[str]) -> None:
        """Sort the keys by their common words; note of each its length and its letters."""
        groups: dict[str, dict[str, list[str]]] = {}
        self._glued: dict[str, list[str]] = {}
        for key in keys:
            own, shared = parted(key)
            if own:
                groups.setdefault(shared, {}).setdefault(own, []).append(key)
            if " " in key:
                self._glued.setdefault(key.replace(" ", ""), []).append(key)
        self._keys = groups
        self._shapes = {shared: Shapes(list(group)) for shared, group in groups.items()}

    def nearest(self, key: str) -> list[str]:
        """The keys at the smallest distance, if that is within :func:`most_slips`.

        The distance is the optimal string alignment one, of the distinctive words: a letter too
        many, too few, wrong, or two swapped count 1. Common words, directions and numbers must be
        the same: Fourth Street is no slip for Fifth Street, nor West Adams for East Adams. A name
        without its spaces ("Silverlake") is that name.
        """
        if glued := self._glued.get(key.replace(" ", "")):
            return glued
        own, shared = parted(key)
        most = most_slips(own)
        shapes = self._shapes.get(shared)
        if not (most and shapes):
            return []
        for slips in range(most + 1):
            if found := shapes.within(own, slips):
                return [key for near in found for key in self._keys[shared][near]]
        return []


class Shapes:
    """Words by their length and letters: most are ruled out by these alone."""

    def __init__(self, words: Sequence[str]) -> None:
        """Note the shapes."""
        self._words = np.array(words, dtype=object)
        self._lengths = np.array([len(word) for word in words], dtype=np.int32)
        self._letters = np.array([_letters(word) for word in words], dtype=np.uint64)

    def within(self, word: str, slips: int) -> list[str]:
        """The words that are at most so many slips away."""
        changed = np.bitwise_count(self._letters ^ np.uint64(_letters(word)))
        # A wrong letter takes one mark away and brings another; two swapped ones change none.
        alike = (changed <= 2 * slips) & (np.abs(self._lengths - len(word)) <= slips)
        near = process.extract(
            word, self._words[alike].tolist(), scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        return [other for other, *_ in near]


def parted(key: str) -> tuple[str, str]:
    """A key as its distinctive words, and its common ones with their order and place."""
    words = key.split()
    shared = [word if word in COMMON or not word.isalpha() else "*" for word in words]
    own = [word for word, mark in zip(words, shared, strict=True) if mark == "*"]
    marks = [
        mark
        for place, mark in enumerate(shared)
        if mark != "*" or shared[place - 1] != "*" or not place
    ]
    return " ".join(own), " ".join(marks)


def most_slips(key: str) -> int:
    """How many slips of the pen a key of that length may have (docs/method.md: how chosen)."""
    return (len(key) > 4) + (len(key) > 8)  # noqa: PLR2004 - the two bounds of the rule


def mended(text: str, generic: Sequence[str]) -> str:
    """The text with each word that is one slip away from a generic one as that word."""
    return " ".join(_generic(word, generic) for word in text.split())


def _generic(word: str, generic: Sequence[str]) -> str:
    """The generic word that a word is a slip away from, else the word."""
    if word in generic or most_slips(word) == 0:
        return word
    found = process.extractOne(word, generic, scorer=OSA.distance, score_cutoff=1)
    return found[0] if found else word


def _letters(key: str) -> int:
    """Which letters a key has (bits 0 to 25), and which it has twice or more (26 to 51)."""
    once = twice = 0
    for sign in key:
        if "a" <= sign <= "z":
            bit = 1 << (ord(sign) - ord("a"))
            twice |= once & bit
            once |= bit
    return once | twice << LETTERS
