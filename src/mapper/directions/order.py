"""Clauses put into the order in which things happened: "arrived at X after marching down Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mapper.directions.cues import Cue
from mapper.directions.tokens import COMMA, STOP

_ACTS = frozenset({"verb", "turn"})
_SUBJECTS = frozenset({"crowd", "link"})
# "Turned left onto Maple coming down 8th": what happened first, too.
_COMING = frozenset({"coming", "viniendo"})
_ARRIVALS = frozenset({"turn", "reach", "finish"})
_UNTENSED = ("ing", "ando", "iendo", "ar", "er", "ir")
_MOST_SUBJECTS = 2  # "after the students marched": cues between the link and its verb


def in_order(cues: Sequence[Cue]) -> list[Cue]:
    """The cues, with "after marching …" before what it follows, "Before marching …" after it."""
    starts = [at for at, cue in enumerate(cues) if cue.mark == STOP]
    found: list[Cue] = []
    for first, end in pairwise([*starts, len(cues)]):
        found += _sentence(cues[first:end])
    return found


def _sentence(cues: Sequence[Cue]) -> Iterator[Cue]:
    """One sentence in order."""
    at = _turning_point(cues)
    if not at:
        return iter(cues)
    end = _clause_end(cues, at)
    moved = [*cues[at:end], *cues[:at], *cues[end:]]
    start = end - at
    moved[0] = moved[0]._replace(mark=STOP)
    moved[start] = moved[start]._replace(mark=COMMA)
    return iter(moved)


def _turning_point(cues: Sequence[Cue]) -> int:
    """Where the part begins that happened first, 0 where the words are in order."""
    acted = turned = False
    for at, cue in enumerate(cues):
        if cue.kind == "link" and cue.value == "after" and acted and _acts(cues, at + 1):
            return at
        if cue.key in _COMING and turned and _is_way(cues, at + 1):
            return at
        acted = acted or cue.kind in _ACTS
        turned = turned or cue.kind == "turn" or cue.value in _ARRIVALS
    leads = cues[0].kind == "link" and cues[0].value == "before" and _acts(cues, 1)
    return _main_clause(cues) if leads else 0


def _is_way(cues: Sequence[Cue], at: int) -> bool:
    """Whether a way follows: "down 8th", "por la Octava", "west on Main"."""
    if at >= len(cues):
        return False
    return cues[at].kind == "heading" or cues[at].value in ("along", "on", "from")


def _clause_end(cues: Sequence[Cue], begun: int) -> int:
    """Where the clause of what happened first ends: before ", and continued", ", y siguieron"."""
    for at in range(begun + 1, len(cues)):
        cue = cues[at]
        if cue.mark == COMMA and cue.kind == "link" and cue.value in ("and", "then"):
            act = next(
                (later for later in cues[at : at + _MOST_SUBJECTS + 1] if later.kind == "verb"),
                None,
            )
            if act and not act.key.endswith(_UNTENSED):
                return at
    return len(cues)


def _acts(cues: Sequence[Cue], at: int) -> bool:
    """Whether a verb follows, with no more than its subject before it."""
    for cue in cues[at : at + _MOST_SUBJECTS + 1]:
        if cue.mark >= COMMA:
            return False
        if cue.kind in _ACTS:
            return True
        if cue.kind not in _SUBJECTS and cue.key not in ("the", "los", "las"):
            return False
    return False


def _main_clause(cues: Sequence[Cue]) -> int:
    """Where the clause after "Before marching …," begins, 0 if none has a verb."""
    for at, cue in enumerate(cues):
        if at and cue.mark >= COMMA and any(later.kind in _ACTS for later in cues[at:]):
            return at
    return 0
