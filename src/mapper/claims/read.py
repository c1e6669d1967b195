"""Words to a claim: numbers with their units, an area, days. What is not understood is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mapper import names
from mapper.areas import Area
from mapper.catalog.rules import FIXED, expected_size
from mapper.claims import Claim, Quantity, Unit, dates
from mapper.claims.lexicon import (
    BETWEEN,
    HEDGES,
    IN_A_ROW,
    NUMBERS,
    ORDINALS,
    SCALES,
    SEIZED,
    SMALL,
    UNITS,
    VAGUE,
)
from mapper.model import SizeRange


def _any(words: Mapping[str, object]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_DIGITS = r"\d{1,3}(?:[,.]\d{3})+(?![\d])|\d+"
_WORD = f"(?:{_any({**NUMBERS, **SCALES})})"
_NUMBER = rf"(?:{_DIGITS}|{_WORD}(?:[ -](?:(?:y|and) )?{_WORD})*)"
_TOP = rf"(?: ?(?:-|–|to|a) ?(?P<top>{_DIGITS}))?"
_HEDGE = rf"(?:(?P<hedge>{_any(HEDGES)}) )?"
_AMOUNT = rf"{_HEDGE}(?P<amount>{_any(VAGUE)}|an? (?:{_any(SCALES)})|{_NUMBER}){_TOP}"
_UNIT = "|".join(f"(?:{form})" for form, _ in UNITS)
QUANTITY = re.compile(
    rf"\b{_AMOUNT} {BETWEEN}(?:[a-z]+ )?(?P<unit>{_UNIT})\b(?P<after>(?: [a-z]+){{0,3}})"
)
STREAKS = (
    re.compile(rf"\b{_AMOUNT} (?:(?:{IN_A_ROW}) )?(?:days?|dias?) ?(?P<row>{IN_A_ROW})?"),
    re.compile(rf"\b(?P<order>{_any(ORDINALS)}) (?:(?:{IN_A_ROW}) )?(?:day|dia) ?(?:{IN_A_ROW})?"),
)
_ROW = re.compile(rf"\b(?:{IN_A_ROW})\b")
_TOKEN = re.compile(r"[^\s\0,;:()“”\"]+")
MOST_WORDS = 7
# Two letters that are words of their own in a sentence, unless they are capitals.
_CAPITALS = re.compile(r"[A-Z]{2}")
_LOS_ANGELES = re.compile(r"\bL\.?A\.?(?=\W|$)")
_UNITED_STATES = re.compile(r"\bU\.\s?S\.(?=\W|$)")


def claim(text: str, known: Mapping[str, Area]) -> Claim:
    """Read a claim.

    Args:
        text: in English or Spanish.
        known: areas by folded name (:func:`mapper.areas.every`).
    """
    written = _LOS_ANGELES.sub("Los Angeles", _UNITED_STATES.sub("US", text))
    flat = "".join(names.plain(sign)[:1] or sign for sign in written)
    window, yearless, rest = dates.read(flat)
    quantities, rest = _quantities(rest)
    area, rest = _area(written, rest, known)
    left = [word for word in _TOKEN.findall(rest) if word.strip(".'-!?") not in SMALL]
    return Claim(text, tuple(quantities), area, window, (*yearless, *filter(_says, left)))


def _says(word: str) -> bool:
    """Whether a word is more than punctuation."""
    return any(sign.isalnum() for sign in word)


def _quantities(text: str) -> tuple[list[Quantity], str]:
    """Every number with its unit, and the text without them."""
    found = []
    for pattern in STREAKS:
        for match in list(pattern.finditer(text)):
            if not _ROW.search(match[0]):
                continue
            found.append(_streak(match))
            text = dates.without(text, match)
    for match in list(QUANTITY.finditer(text)):
        found.append(_quantity(match))
        end = match.start("after")
        text = text[: match.start()] + "\0" * (end - match.start()) + text[end:]
    return found, text


def _streak(match: re.Match[str]) -> Quantity:
    """Days in a row."""
    parts = match.groupdict()
    if parts.get("order"):
        number = ORDINALS[parts["order"]]
        return Quantity(match[0].strip(), "streak", SizeRange(number, number))
    size, is_limit = _size(match)
    return Quantity(match[0].strip(), "streak", size, is_limit)


def _quantity(match: re.Match[str]) -> Quantity:
    """One number with its unit."""
    size, is_limit = _size(match)
    words = match[0][: match.start("after") - match.start()]
    return Quantity(words.strip(), _unit(match), size, is_limit)


def _unit(match: re.Match[str]) -> Unit:
    """What is counted; people who were arrested are arrests."""
    unit = next(unit for form, unit in UNITS if re.fullmatch(form, match["unit"]))
    before = match.string[max(0, match.start() - len("were arrested: ")) : match.start()]
    seized = re.search(SEIZED, match["after"]) or re.search(rf"(?:{SEIZED})\w* (?:a )?$", before)
    return "arrests" if unit in ("people", "students") and seized else unit


def _size(match: re.Match[str]) -> tuple[SizeRange, bool]:
    """The range of an amount by the size rules of docs/codebook.md, and whether it is a limit."""
    hedge, amount, top = match["hedge"], match["amount"], match["top"]
    if top:
        ends = sorted([_number(amount), _number(top)])
        return SizeRange(ends[0], ends[1]), False
    rule = HEDGES.get(hedge or "", "exactly")
    if amount in VAGUE:
        low, high = FIXED[VAGUE[amount]]
    else:
        low, high = expected_size(rule, str(_number(amount)))
    size = SizeRange(int(low) if low else None, int(high) if high else None)
    return size, rule == "at_most" or hedge in ("exactly", "exactamente")


def _number(text: str) -> int:
    """A number in digits or in words: "12,500", "12.500", "two hundred", "doscientos veinte"."""
    if text[0].isdigit():
        return int(re.sub(r"[,.]", "", text))
    total, part = 0, 0
    for word in re.split(r"[ -]", text):
        if word in SCALES:
            part = (part or 1) * SCALES[word]
            if SCALES[word] == SCALES["thousand"]:
                total, part = total + part, 0
        else:
            part += NUMBERS.get(word, 0)
    return total + part


def _area(written: str, rest: str, known: Mapping[str, Area]) -> tuple[Area | None, str]:
    """The longest name of a known area in what is left of the text, and the text without it."""
    for start, end in _spans(rest):
        name = written[start:end]
        if len(name) == len("CA") and not _CAPITALS.fullmatch(name):
            continue
        area = known.get(names.fold(name))
        if area:
            return area, rest[:start] + "\0" * (end - start) + rest[end:]
    return None, rest


def _spans(rest: str) -> Iterator[tuple[int, int]]:
    """Runs of words that nothing was read from, the longest first."""
    words = [match.span() for match in re.finditer(r"[^\s\0;:()“”\",]+,?", rest)]
    for count in range(min(MOST_WORDS, len(words)), 0, -1):
        for at in range(len(words) - count + 1):
            start, end = words[at][0], words[at + count - 1][1]
            if "\0" not in rest[start:end]:
                yield start, end - len(rest[start:end]) + len(rest[start:end].rstrip(",.!?"))
