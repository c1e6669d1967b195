"""Read the names of transit stops that are two streets."""

from __future__ import annotations

import re

from mapper import names
from mapper.streets.loaders import cells

_SPLIT = re.compile(r"\s*[/&@+]\s*|\s+(?:and|at|y|con)\s+", re.IGNORECASE)
_BY_WORD = re.compile(r"\s(?:and|at|y|con)\s", re.IGNORECASE)
# What is said of the stop and not of the corner: "(NB)", " - Metro Station", "far side".
_ASIDE = re.compile(
    r"\([^)]*\)?|\[[^\]]*\]?|\s+[-–—]+\s.*$|,.*$"
    r"|\s(?:(?:near|far|mid)[\s-]?(?:side|block)|[ns]s|fs|mb|[nsew]b|(?:north|south|east|west)bound)$",
    re.IGNORECASE,
)
# The last word of what is no street, if other words come before it: "Main / Memorial Hospital".
_PLACES = frozenset(
    "hospital station college university school center centre mall library terminal airport "
    "plaza park museum church hall depot lot garage building campus stadium arena clinic hotel "
    "apartments market store layover loop transit entrance exit bay dock stop".split()
)
_NUMBER = re.compile(r"\d+|\d{2,}[a-z]?\s+(?!mile\b).*", re.IGNORECASE)
_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b", re.IGNORECASE)
_STREET_TYPE = re.compile(
    r"\b(?:st|street|ave?|avenue|blvd|boulevard|rd|road|dr|drive|ln|lane|pl|place|way|ct|court"
    r"|pkwy|parkway|hwy|highway|ter|terrace|cir|circle|calle|avenida)\b\.?",
    re.IGNORECASE,
)


def two_streets(text: str) -> tuple[str, str] | None:
    """The two streets of a stop's name, as it writes them; None unless it clearly has two."""
    bare = cells.name(text)
    while (shorter := _ASIDE.sub("", bare).strip()) != bare:
        bare = shorter
    parts = [part.strip(" .-") for part in _SPLIT.split(bare)]
    if len(parts[1:]) != 1 or not all(map(_may_be_street, parts)):
        return None
    if _BY_WORD.search(bare) and not any(map(_is_plainly_street, parts)):
        return None  # "Target at the Mall": words join all sorts of things
    one, other = parts
    return (one, other) if names.street_key(one) != names.street_key(other) else None


def _may_be_street(part: str) -> bool:
    """Whether nothing speaks against it: an address, a place, a name without letters."""
    words = part.casefold().split()
    is_place = len(words) > 1 and words[-1] in _PLACES
    is_named = bool(words) and bool(names.street_key(part)) and any(map(str.isalpha, part))
    return (
        is_named
        and not is_place
        and not _NUMBER.fullmatch(part)
        and len(part) <= cells.LONGEST_NAME
    )


def _is_plainly_street(part: str) -> bool:
    """Whether it says so itself: by its type, or as a numbered street."""
    return bool(_STREET_TYPE.search(part) or _ORDINAL.search(part))
