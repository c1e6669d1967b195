"""Sentences that tell of no march: what was only planned, wished, called off."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mapper.directions.cues import Cue
from mapper.directions.tokens import STOP

_FUTURE = ("aran", "iran", "eran", "ara", "ira", "era", "aremos", "iremos", "eremos")


def unreal(cues: Sequence[Cue]) -> frozenset[int]:
    """The first cue of each sentence in which nothing happened."""
    if not any(cue.value == "if" or cue.kind == "void" for cue in cues):
        return frozenset()
    starts = [at for at, cue in enumerate(cues) if cue.mark == STOP]
    parts = pairwise([*starts, len(cues)])
    return frozenset(first for first, end in parts if _is_unreal(cues[first:end]))


def _is_unreal(cues: Sequence[Cue]) -> bool:
    """Whether a sentence says that a march was called off, or would come under a condition."""
    if any(cue.kind == "void" for cue in cues):
        return True
    told = next((cue for cue in cues if cue.kind != "link"), cues[0])
    if told.value == "if":
        return True
    conditional = any(cue.value == "if" for cue in cues)
    return conditional and any(_is_future(cue) for cue in cues)


def _is_future(cue: Cue) -> bool:
    """Whether a cue tells of what is to come."""
    return cue.kind in ("plan", "future") or (cue.kind == "verb" and cue.key.endswith(_FUTURE))
