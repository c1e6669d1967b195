"""Fold place names so that the ways people write one name become one key."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from mapper.names.lexicon import (
    DIRECTION_WORDS,
    LEADING_TYPES,
    LINKS,
    ORDINALS,
    SPANISH_HEADS,
    TENS,
    TYPE_WORDS,
    TYPES,
    WORDS,
    ordinal,
)

__all__ = ["ARTICLES", "TYPES", "Street", "fold", "plain", "slug", "street", "street_key"]

_TOKEN = re.compile(r"[a-z0-9]+|&")
_DOTTED = re.compile(r"\b((?:[a-z]\.\s?)+)(?=[a-z]\b|\W|$)")
_NUMBERED = re.compile(r"(\d{1,3})(st|nd|rd|th|era|ra|da|ta|ma|va|na|a)")
_ENGLISH_ENDS = frozenset(("st", "nd", "rd", "th"))
_H_S = re.compile(r"\bh s\b")
_DOTTED_ORDINAL = re.compile(r"(?<=\d)\.(?=[ao]\b)")
_HIGH = re.compile(
    r"\b(?:(?:senior |sr )?high(?: school| sch)?|school high|(?:school )?secundaria)\b"
)
# Words before "St." that make it a saint: Port St. Lucie, East St. Louis.
_BEFORE_SAINT = frozenset({"port", "lake", "fort", "mount", *DIRECTION_WORDS})
_BEFORE_LA = frozenset({"downtown", "central", "de", *DIRECTION_WORDS})
_AFTER_LA = frozenset({"county", "city", "high", "river"})
_SUFFIXES = frozenset({"jr", "junior"})
ONES = frozenset(map(ordinal, range(1, 10)))
_NO_ORDINAL = frozenset({"highway", "freeway", "route", "interstate", "us", "i", "sr"})
FREEWAY = "freeway"
ARTICLES = frozenset({"the", "la", "el", "las", "los"})


class Street(NamedTuple):
    """A street's name in parts, each "" where it is not said: ``("soto", "street", "south")``."""

    core: str
    type: str
    direction: str

    def spoken(self) -> tuple[Street, ...]:
        """The name, and the name without its article: "la Brea" may be Brea, "the 10" is none."""
        first, _, rest = self.core.partition(" ")
        return (self, self._replace(core=rest)) if rest and first in ARTICLES else (self,)

    def may_be(self, other: Street) -> bool:
        """Whether two names can be one street: no type and no direction of theirs contradict.

        A freeway that bears a name and no number must be said to be one.
        """
        if FREEWAY in (self.type, other.type) and self.type != other.type and self.core.isalpha():
            return False
        return (
            self.core == other.core
            and (not self.type or not other.type or self.type == other.type)
            and (not self.direction or not other.direction or self.direction == other.direction)
        )


def plain(text: str) -> str:
    """Lower case without accents: ``"Décima"`` becomes ``"decima"``."""
    if not text.isascii():
        marks = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in marks if not unicodedata.combining(sign))
    return text.casefold()


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """The key of a place name: accents, case, punctuation and common short forms are levelled.

    ``"E. 1st St."`` and ``"east first street"`` are one key, and so are ``"Venice HS"``,
    ``"Venice Senior High"`` and ``"Preparatoria Venice"``. Words keep their order, but for a
    Spanish kind of place, which goes to the end as in English.
    """
    if text.isalpha() and text.isascii():  # most names of cities: nothing to level but case
        return WORDS.get(text.lower(), text.lower())
    words = _words(text)
    words = _spanish_order(words) if words and words[0] in SPANISH_HEADS else words
    if len(words) > 1:
        words = [DIRECTION_WORDS.get(words[0], words[0]), *words[1:]]
    key = " ".join([WORDS.get(word, word) for word in _special(words)])
    return _HIGH.sub("high", key) if "high" in key or "secundaria" in key else key


@lru_cache(maxsize=65_536)
def street(text: str) -> Street:
    """Read a street's name: ``"E. Washington Blvd"`` is washington, boulevard, east.

    A bare number is an ordinal ("calle 4" is 4th), but not on a highway.
    """
    words = _words(text)
    if len(words) > 2 and words[0] in ARTICLES and words[1] in LEADING_TYPES:  # noqa: PLR2004
        words = words[1:]
    words, kind = _without_types(words)
    words, direction = _without_directions(words)
    words, inner = _without_types(words) if direction else (words, "")  # "1st St E"
    kind = kind or inner
    words = [WORDS.get(word, word) for word in _special(words)]
    if len(words) == 1 and words[0].isdigit() and kind not in _NO_ORDINAL:
        words = [ordinal(int(words[0]))] if len(words[0]) <= len("999") else words
    return Street(" ".join(words), kind, direction)


def _without_types(words: list[str]) -> tuple[list[str], str]:
    """The words without the kinds of street at their ends, and the kind ("" if none)."""
    if len(words) > 1 and words[-1] in TYPE_WORDS:
        return words[:-1], TYPE_WORDS[words[-1]]
    if len(words) > 1 and words[0] in LEADING_TYPES:
        kind, rest = TYPE_WORDS[words[0]], words[1:]
        if kind == "avenue" and rest[0].isdigit():  # Avenue 26 is not 26th Avenue
            return [f"{kind} {rest[0]}", *rest[1:]], ""
        return rest[1:] if len(rest) > 1 and rest[0] in LINKS else rest, kind
    return words, ""


def _without_directions(words: list[str]) -> tuple[list[str], str]:
    """The words without the direction at either end, and the direction ("" if none)."""
    direction = ""
    while len(words) > 1 and words[0] in DIRECTION_WORDS:
        words, direction = words[1:], direction or DIRECTION_WORDS[words[0]]
    while len(words) > 1 and words[-1] in DIRECTION_WORDS:
        words, direction = words[:-1], direction or DIRECTION_WORDS[words[-1]]
    return words, direction


def street_key(text: str) -> str:
    """The key of a street without direction and type: ``"E. Washington Blvd"``: ``washington``."""
    return street(text).core


def slug(text: str) -> str:
    """A name as part of an id: lower case, no accents, hyphens."""
    return "-".join(_TOKEN.findall(plain(text).replace("&", "")))


def _words(text: str) -> list[str]:
    """The words of a text, without case, accents and marks; ordinals as numbers."""
    text = plain(text).replace("'", "")
    text = _H_S.sub("hs", text) if " h s" in text else text
    if "." in text:
        text = _DOTTED.sub(lambda found: re.sub(r"[.\s]", "", found[0]), text)
        text = _DOTTED_ORDINAL.sub("", text)
    words = _TOKEN.findall(text.replace("’", ""))
    words = _joined_tens(words) if not TENS.keys().isdisjoint(words) else words
    return [_number(word) for word in words]


def _number(word: str) -> str:
    """An ordinal as 1st, 2nd …: from words and digits, English and Spanish; else the word."""
    if word in ORDINALS:
        return ORDINALS[word]
    found = _NUMBERED.fullmatch(word) if word[0].isdigit() else None
    if not found or not int(found[1]):
        return word
    written = ordinal(int(found[1]))
    # "4st" is a slip of 1st or of 4th: who knows
    return word if found[2] in _ENGLISH_ENDS and written != word else written


def _joined_tens(words: list[str]) -> list[str]:
    """The words of "twenty first" and "vigesima primera" as one: 21st."""
    joined: list[str] = []
    for word in words:
        tens = TENS.get(joined[-1]) if joined else None
        if tens and _number(word) in ONES:
            joined[-1] = ordinal(10 * tens + int(_number(word)[0]))
        else:
            joined.append(word)
    return joined


def _special(words: list[str]) -> list[str]:
    """What one word means by its neighbors: saints, initials, "Jr.", "LA", "MLK"."""
    found: list[str] = []
    last = len(words) - 1
    for place, word in enumerate(words):
        before = words[place - 1] if place else ""
        if word == "st" and place < last and (not place or before in _BEFORE_SAINT):
            found.append("saint")
        elif word == "la" and _is_los_angeles(before, words[place + 1] if place < last else ""):
            found += ["los", "angeles"]
        elif word == "mlk":
            found += ["martin", "luther", "king"]
        elif word in _SUFFIXES and words[place + 1 : place + 2] == ["high"]:
            found.append("junior")  # a junior high is no high school
        elif not (0 < place < last and len(word) == 1 and word.isalpha()) and not (
            place and word in _SUFFIXES and place >= last - 1
        ):
            found.append(word)
    return found


def _is_los_angeles(before: str, after: str) -> bool:
    """Whether "LA" between two words is the city and not the Spanish article."""
    return (before in _BEFORE_LA and not after) or (not before and after in _AFTER_LA)


def _spanish_order(words: list[str]) -> list[str]:
    """The words of "parque macarthur" as "macarthur parque": the kind goes last, as in English."""
    heads = 1
    while heads < len(words) and words[heads] in SPANISH_HEADS:
        heads += 1
    rest = words[heads:]
    linked = len(rest) > 1 and rest[0] in LINKS
    rest = rest[1:] if linked else rest
    return [*rest, *words[:heads]] if rest else words
