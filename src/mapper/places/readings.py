"""The ways a place text can be read: the words around a name, and the parts of a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mapper.places import lexicon

# Marks that stand around a text and are no part of it.
OUTER = " ,.;:'\"“”"
_LINES = re.compile(r"[\n\r\u2028\u2029]+")
# More words around a name than a person would write: a longer text is read as it stands.
MOST_LEADS, MOST_PARTS = 8, 6


# What stands before a name, one at a time, each tried alone.
STRIPPED = (lexicon.TIME, lexicon.NEAR, lexicon.STREET_LEAD, lexicon.EVENT, lexicon.LEAD)


class Reading(NamedTuple):
    """One way to read some words: a name, and how what happened stood to it."""

    name: str
    near: bool = False
    along: bool = False
    school: bool = False


def tidy(text: str) -> str:
    """The text without control and direction marks, and with single spaces; lines stay apart."""
    lines = (" ".join(_visible(line).split()) for line in re.split(r"[\n\r\u2028\u2029]+", text))
    return "\n".join(line for line in lines if line).strip(" ,.;:'\"“”")


@lru_cache(maxsize=8192)
def level(text: str) -> str:
    """Lower case without accents, sign for sign, so that places in it are places in the text."""
    if text.isascii():
        return text.lower()
    bases = (unicodedata.normalize("NFD", sign)[0].lower() for sign in text)
    return "".join(base if len(base) == 1 else "?" for base in bases).replace("’", "'")


def readings(text: str) -> Iterator[Reading]:
    """The readings of levelled words: as they stand, then without each word before the name."""
    near = along = False
    yield Reading(text)
    bare = lexicon.TAIL.sub("", lexicon.LAST_TIME.sub("", text))
    school = bool(lexicon.SCHOOL.search(text)) and not lexicon.SCHOOL.search(bare)
    if bare != text:
        yield Reading(bare, school=school)
    for _ in range(MOST_LEADS):
        for pattern in STRIPPED:
            shorter = pattern.sub("", bare)
            if shorter not in ("", bare):
                break
        else:
            return
        near = near or pattern is lexicon.NEAR
        along = along or pattern is lexicon.STREET_LEAD
        school = school or (
            bool(lexicon.SCHOOL.search(bare)) and not lexicon.SCHOOL.search(shorter)
        )
        bare = shorter
        yield Reading(bare, near, along, school)


def corners(text: str) -> Iterator[tuple[str, str]]:
    """Each way to read "A and B", "A & B", "A / B", "A y B" as two streets."""
    for found in list(lexicon.CORNER.finditer(text))[:MOST_PARTS]:
        one, other = text[: found.start()], text[found.end() :]
        if one and other:
            yield one, other


def is_event(text: str) -> bool:
    """Whether levelled words say only what happened, or when: "student walkout", "Friday"."""
    for pattern in (lexicon.TIME, lexicon.EVENT, lexicon.TIME):
        text = pattern.sub("", text)
    return not text or bool(lexicon.NOISE.fullmatch(text))


def _visible(line: str) -> str:
    """Control and format characters as spaces: they are no part of a name."""
    if line.isascii() and line.isprintable():
        return line
    return "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in line)
