"""Slips of the pen: known keys a letter or two away from a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA


class Spellings:
    """Keys that differ from a misspelt one by a letter or two, by length of the key."""

    def __init__(self, keys: Iterable[str]) -> None:
        """Sort the keys by length: only those of about the same length are compared."""
        self._by_length: dict[int, list[str]] = {}
        for key in keys:
            self._by_length.setdefault(len(key), []).append(key)

    def nearest(self, key: str) -> list[str]:
        """The keys at the smallest distance, if that is within :func:`most_slips`.

        The distance is the optimal string alignment one: a letter too many, too few, wrong, or
        two swapped count 1. Numbers must be the same: Fourth Street is no slip for Fifth Street.
        """
        most = most_slips(key)
        lengths = range(len(key) - most, len(key) + most + 1) if most else ()
        digits = _digits(key)
        slips = {
            other: distance
            for length in lengths
            for other, distance, _ in _within(key, self._by_length.get(length, []), most)
            if _digits(other) == digits
        }
        least = min(slips.values(), default=0)
        return [other for other, distance in slips.items() if distance == least]


def most_slips(key: str) -> int:
    """How many slips of the pen a key of that length may have (docs/method.md: how chosen)."""
    return (len(key) > 4) + (len(key) > 8)  # noqa: PLR2004 - the two bounds of the rule


def _within(key: str, keys: Sequence[str], most: int) -> list[tuple[str, int, int]]:
    """The keys that are at most so many slips away, each with the distance and its number."""
    return process.extract(key, keys, scorer=OSA.distance, score_cutoff=most, limit=None)


def _digits(key: str) -> list[str]:
    """The words of a key that hold a number."""
    return [word for word in key.split() if not word.isalpha()]


def mended(text: str, generic: Sequence[str]) -> str:
    """The text with each word that is one slip away from a generic one as that word."""
    return " ".join(_generic(word, generic) for word in text.split())


def _generic(word: str, generic: Sequence[str]) -> str:
    """The generic word that a word is a slip away from, else the word."""
    if word in generic or most_slips(word) == 0:
        return word
    found = process.extractOne(word, generic, scorer=OSA.distance, score_cutoff=1)
    return found[0] if found else word
