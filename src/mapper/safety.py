"""What must never be stored: the patterns of section 3 of docs/codebook.md.

A pattern finds shapes, not meanings: it stops accidents, and the codebook stays the rule.
"""

from __future__ import annotations

import re

SCHOOLING = r"(?:high|school|academy|junior|senior|sophomore|freshman|grader|student)"
SPANISH = r"(?:escuela|preparatoria|secundaria|estudiante|alumn[oa])"
NAME = r"[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+(?: [A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)+"
AGE = r"(?:\b1?\d-year-old\b|\bde 1?\d años\b|, ?1?\d(?=,|\)|$)|\baged? 1?\d\b)"

PATTERNS = {
    "unsafe_email": re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}"),
    "unsafe_phone": re.compile(r"(?<![\d/-])(?:\+?1[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)"),
    "unsafe_handle": re.compile(r"(?<![\w.])@\w{2,}"),
    "unsafe_person": re.compile(
        rf"(?:{NAME}{AGE}.*\b(?i:{SCHOOLING}|{SPANISH}))"
        rf"|(?:\b(?i:{SCHOOLING}|{SPANISH})\b.*{NAME}{AGE})"
        rf"|(?:{AGE},? (?i:{SCHOOLING})\b)"
        rf"|(?:\b(?i:{SCHOOLING}|{SPANISH}) {NAME}{AGE})"
    ),
}

# Most words of a document that a column may hold (docs/codebook.md, section 1).
WORD_LIMITS = {"locator": 8, "size_text": 8, "place_text": 12, "words": 30}
_PARAGRAPH = re.compile(r"^\d+: ")


def unsafe(text: str) -> str:
    """The code of the first pattern that the text matches, or ""."""
    return next((code for code, pattern in PATTERNS.items() if pattern.search(text)), "")


def too_long(column: str, text: str) -> bool:
    """Whether a verbatim column holds more words than may be stored."""
    limit = WORD_LIMITS.get(column)
    return limit is not None and len(_PARAGRAPH.sub("", text).split()) > limit
