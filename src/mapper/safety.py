"""What must never be stored: the patterns of section 3 of docs/codebook.md.

A pattern finds shapes, not meanings: it stops accidents, and the codebook stays the rule.
"""

from __future__ import annotations

import re

SCHOOLING = re.compile(
    r"\b(?:high|schools?|academy|junior|senior|sophomore|freshman|grader|students?"
    r"|escuela|preparatoria|secundaria|estudiantes?|alumn[oa]s?)\b",
    re.IGNORECASE,
)
NAME = r"[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+(?: [A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)+"
_YEARS = r"(?:[5-9]|1\d)"
# An age said as one; and a bare number that is one only behind a name.
_AGE = re.compile(rf"\b{_YEARS}-year-old\b|\bde {_YEARS} años\b|\baged? {_YEARS}\b")
_NAME = re.compile(NAME)
_NAME_AND_NUMBER = re.compile(rf"{NAME}(?: \({_YEARS}\)|, {_YEARS}(?=[,.;)]|$))")

PATTERNS = {
    "unsafe_email": re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}"),
    "unsafe_phone": re.compile(r"(?<![\d/-])(?:\+?1[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)"),
    "unsafe_handle": re.compile(r"(?<![\w.])@\w{2,}"),
}


def is_person(text: str) -> bool:
    """Whether a text joins an age to a school or a name: what may identify a minor."""
    if _AGE.search(text):
        return bool(SCHOOLING.search(text) or _NAME.search(text))
    return bool(_NAME_AND_NUMBER.search(text) and SCHOOLING.search(text))


# Most words of a document that a column may hold (docs/codebook.md, section 1).
WORD_LIMITS = {"locator": 8, "size_text": 8, "place_text": 12, "words": 30}
_PARAGRAPH = re.compile(r"^\d+: ")


def unsafe(text: str) -> str:
    """The code of the first pattern that the text matches, or ""."""
    found = next((code for code, pattern in PATTERNS.items() if pattern.search(text)), "")
    return found or ("unsafe_person" if is_person(text) else "")


def too_long(column: str, text: str) -> bool:
    """Whether a verbatim column holds more words than may be stored."""
    limit = WORD_LIMITS.get(column)
    return limit is not None and len(_PARAGRAPH.sub("", text).split()) > limit
