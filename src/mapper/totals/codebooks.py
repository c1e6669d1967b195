"""The size words as other projects read them: one table, each rule set with where it is published.

A rule set says what it says. Where its page gives no number for a word, the size is unknown under
it; it is not guessed from ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from mapper.catalog.rules import expected_size
from mapper.i18n import N_

OURS = "ours"


class Reading(NamedTuple):
    """What a word is read as, both ends included."""

    low: int
    high: int


@dataclass(frozen=True)
class Codebook:
    """One published set of rules.

    ``words`` maps a ``size_rule`` of our tables to its reading; ``note`` says what the page leaves
    open and how that is taken here.
    """

    title: str
    publisher: str
    url: str
    words: dict[str, Reading]
    note: str


def _one(number: int) -> Reading:
    """A word that is read as one number."""
    return Reading(number, number)


# Each address was opened on 22 November 2026, in a stored copy.
CODEBOOKS = {
    OURS: Codebook(
        N_("This project"),
        "Walkout Mapper",
        "",
        {
            "dozens": Reading(24, 99),
            "hundreds": Reading(200, 999),
            "several_hundred": Reading(300, 900),
            "thousands": Reading(2000, 9999),
        },
        N_("A number with “about” is plus or minus 10 %; the rules are in docs/codebook.md."),
    ),
    "ccc": Codebook(
        N_("Crowd Counting Consortium"),
        "Nonviolent Action Lab",
        "https://github.com/nonviolent-action-lab/crowd-counting-consortium/blob/master/ccc_data_dictionary.md",
        {"hundreds": _one(200), "thousands": _one(2000)},
        N_("Its dictionary gives no number for “dozens” and “several hundred”: unknown here."),
    ),
    "count-love": Codebook(
        N_("Count Love"),
        "Count Love",
        "https://countlove.org/faq.html",
        {"dozens": _one(20), "hundreds": _one(100), "thousands": _one(1000)},
        N_(
            "The page names dozens (20) and hundreds (100) “and so forth”; thousands are taken as"
            " 1,000, “several hundred” is unknown here."
        ),
    ),
    "mpeds": Codebook(
        N_("MPEDS, in its analysis of campus protest"),
        "MPEDS",
        "https://github.com/MPEDS/protests-analysis/blob/main/tasks/mpeds/clean/export_size.R",
        {"dozens": _one(36), "hundreds": _one(150), "thousands": _one(1500)},
        N_("It reads another project's counts so; “several hundred” is unknown here."),
    ),
    "mpeds-coder": Codebook(
        N_("MPEDS, in its coding program"),
        "MPEDS",
        "https://github.com/MPEDS/mpeds/blob/master/mpeds/open_ended_coders.py",
        {
            "dozens": _one(10),
            "hundreds": _one(100),
            "several_hundred": _one(200),
            "thousands": _one(1000),
        },
        N_("“Several” is 2 there, so “several hundred” is 200."),
    ),
}
# The rules of ours that hold a number: no other page gives a margin, so it is the number itself.
NUMBERED = ("nearly", "about", "estimated", "exactly", "at_least", "more_than", "at_most")


def reread(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """The rows with their sizes as a codebook reads the same words.

    Args:
        frame: rows of :func:`mapper.select.joined`.
        name: a key of :data:`CODEBOOKS`; :data:`OURS` leaves the rows as they are. Arrests have no
            words of their own and stay.
    """
    if name == OURS:
        return frame
    words = CODEBOOKS[name].words
    pairs = zip(frame["size_rule"], frame["size_text"], strict=True)
    read = [_size(rule, text, words) for rule, text in pairs]
    low, high = zip(*read, strict=True) if read else ((), ())
    return frame.assign(
        size_low=pd.array(low, dtype="Int64"), size_high=pd.array(high, dtype="Int64")
    )


def _size(rule: str, text: str, words: dict[str, Reading]) -> tuple[int | None, int | None]:
    """One size as a codebook reads it, both ends ``None`` where it does not say."""
    if rule in words:
        return words[rule]
    if rule not in NUMBERED:
        return None, None
    number = expected_size("exactly", text)[0]
    return (int(number), int(number)) if number.isdigit() else (None, None)
