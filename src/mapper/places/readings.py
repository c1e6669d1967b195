"""The ways a place text can be read: the words around a name, and names inside names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mapper import names

# Words that say how something stood to a place, English and Spanish; they name no place.
LEADS = (
    "on the steps of|steps of|in front of|outside of|outside|at the corner of|corner of|on|at|in"
    "|through|across|along|to|from|now|the streets of|streets of|the entire|entire|the city of"
    "|city of|an|a|the|en las escalinatas de|escalinatas de|frente a|delante de|afuera de"
    "|en la esquina de|esquina de|en|por|hacia|el|la|los|las|del|de"
)
# Words that say "not at it, but close".
VICINITIES = "streets around|around|near|close to|cerca de|alrededor de|calles alrededor de"
_LEAD = re.compile(rf"^(?:{LEADS})\s+", re.IGNORECASE)
_VICINITY = re.compile(rf"^(?:{VICINITIES})\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_TAIL = re.compile(r"\s+(?:area|zona)$", re.IGNORECASE)
_INSIDE = re.compile(r"\s+(?:in|en)\s+|,\s*", re.IGNORECASE)
# More words around a name than a person would write: a longer text is read as it stands.
MOST_LEADS, MOST_PARTS = 8, 6
_CORNER = re.compile(r"\s+(?:and|at|with|y|con)\s+|\s*[&/]\s*", re.IGNORECASE)


class Reading(NamedTuple):
    """One way to read a text: a name, the place that is said to hold it, and whether only near."""

    name: str
    inside: str = ""
    near: bool = False


def readings(text: str) -> Iterator[Reading]:
    """The readings of a text, the whole text first, each at most once."""
    seen = set()
    for reading in _every(" ".join(text.split())):
        key = (names.fold(reading.name), names.fold(reading.inside))
        if key[0] and key not in seen:
            seen.add(key)
            yield reading


def corner(text: str) -> tuple[str, str] | None:
    """The two streets of "A and B", "A & B", "A / B", "A y B", or ``None``."""
    parts = _CORNER.split(text)
    return (parts[0], parts[1]) if len(parts) == len(("one", "other")) and all(parts) else None


def _every(text: str) -> Iterator[Reading]:
    """All readings, the same one perhaps more than once."""
    for bare, near in _stripped(text):
        yield Reading(bare, "", near)
    for bare, near in _stripped(text):
        for part in list(_INSIDE.finditer(bare))[:MOST_PARTS]:
            for name, nearer in _stripped(bare[: part.start()]):
                yield Reading(name, bare[part.end() :], near or nearer)


def _stripped(text: str) -> Iterator[tuple[str, bool]]:
    """The text, then without brackets, then without each leading word in turn."""
    near = False
    yield text, near
    text = _TAIL.sub("", _BRACKETS.sub("", text))
    yield text, near
    for _ in range(MOST_LEADS):
        near = near or bool(_VICINITY.match(text))
        shorter = _LEAD.sub("", _VICINITY.sub("", text))
        if shorter == text:
            return
        text = shorter
        yield text, near
