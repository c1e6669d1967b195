"""Slips of the pen: known keys a letter or two away from a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

LETTERS = 26


class Spellings:
    """Keys to be found by a misspelt one."""

    def __init__(self, keys: Iterable[str]) -> None:
        """Note of each key its length and its letters: most keys are ruled out by these alone."""
        every = list(keys)
        self._keys = np.array(every, dtype=object)
        self._lengths = np.array([len(key) for key in every], dtype=np.int32)
        self._letters = np.array([_letters(key) for key in every], dtype=np.uint64)

    def nearest(self, key: str) -> list[str]:
        """The keys at the smallest distance, if that is within :func:`most_slips`.

        The distance is the optimal string alignment one: a letter too many, too few, wrong, or
        two swapped count 1. Numbers must be the same: Fourth Street is no slip for Fifth Street.
        """
        most = most_slips(key)
        for slips in range(most + 1) if most else ():
            alike = self._alike(key, slips)
            near = process.extract(key, alike, scorer=OSA.distance, score_cutoff=slips, limit=None)
            digits = _digits(key)
            if found := [other for other, *_ in near if _digits(other) == digits]:
                return found
        return []

    def _alike(self, key: str, most: int) -> list[str]:
        """The keys of about the same length and letters: a slip changes two of the marks at most.

        A wrong letter takes one away and brings another; two swapped ones change none.
        """
        changed = np.bitwise_count(self._letters ^ np.uint64(_letters(key)))
        alike = (changed <= 2 * most) & (np.abs(self._lengths - len(key)) <= most)
        found: list[str] = self._keys[alike].tolist()
        return found


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


def _digits(key: str) -> list[str]:
    """The words of a key that hold a number."""
    return [word for word in key.split() if not word.isalpha()]
