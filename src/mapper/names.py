"""Fold place names so that the ways people write one name become one key."""

from __future__ import annotations

import re
import unicodedata

# Abbreviations and Spanish words that stand for one English word in the names of places.
WORDS = {
    "st": "street",
    "str": "street",
    "calle": "street",
    "ave": "avenue",
    "av": "avenue",
    "avenida": "avenue",
    "blvd": "boulevard",
    "bl": "boulevard",
    "bulevar": "boulevard",
    "rd": "road",
    "dr": "drive",
    "hwy": "highway",
    "fwy": "freeway",
    "autopista": "freeway",
    "hs": "high",
    "&": "and",
}
ORDINALS = {
    "first": ("1st", "primera"),
    "second": ("2nd", "segunda"),
    "third": ("3rd", "tercera"),
    "fourth": ("4th", "cuarta"),
    "fifth": ("5th", "quinta"),
    "sixth": ("6th", "sexta"),
    "seventh": ("7th", "septima"),
    "eighth": ("8th", "octava"),
    "ninth": ("9th", "novena"),
    "tenth": ("10th", "decima"),
    "eleventh": ("11th",),
    "twelfth": ("12th",),
}
TYPES = frozenset({"street", "avenue", "boulevard", "road", "drive", "highway", "freeway", "way"})
DIRECTIONS = frozenset({"e", "w", "n", "s", "east", "west", "north", "south", "este", "oeste"})
_FOLDED = WORDS | {form: word for word, forms in ORDINALS.items() for form in forms}
_TOKEN = re.compile(r"[a-z0-9]+|&")
_DOTTED = re.compile(r"\b((?:[a-z]\.\s?)+)(?=[a-z]\b|\W|$)")
_HIGH = re.compile(r"\b(?:senior )?high(?: school)?\b")


def plain(text: str) -> str:
    """Lower case without accents: ``"Décima"`` becomes ``"decima"``."""
    if not text.isascii():
        marks = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in marks if not unicodedata.combining(sign))
    return text.casefold()


def fold(text: str) -> str:
    """The key of a place name: accents, case, punctuation and common short forms are levelled.

    ``"E. 1st St."`` and ``"e first street"`` are one key, and so are ``"Venice HS"``,
    ``"Venice Senior High"`` and ``"Venice High School"``. Words keep their order.
    """
    if text.isalpha() and text.isascii():  # most names of cities: nothing to level but case
        return _FOLDED.get(text.lower(), text.lower())
    text = _DOTTED.sub(lambda found: re.sub(r"[.\s]", "", found[0]), plain(text).replace("'", ""))
    key = " ".join(_FOLDED.get(word, word) for word in _TOKEN.findall(text.replace("’", "")))
    return _HIGH.sub("high", key) if "high" in key else key


def street_key(text: str) -> str:
    """The key of a street without direction and type: ``"E. Washington Blvd"``: ``washington``."""
    words = fold(text).split()
    while len(words) > 1 and words[0] in DIRECTIONS | TYPES:
        words = words[1:]
    while len(words) > 1 and words[-1] in DIRECTIONS | TYPES:
        words = words[:-1]
    return " ".join(words)


def street_type(text: str) -> str:
    """The type that a street's name gives ("boulevard"), or "" where it gives none."""
    return next((word for word in reversed(fold(text).split()) if word in TYPES), "")
