"""What a cue means beside its neighbors: "left" the turn, or "left" the school."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mapper.directions.cues import Cue
from mapper.directions.tokens import COMMA, STOP
from mapper.names.lexicon import TYPE_WORDS

_NOTHING = Cue("end", "", 0, 0, STOP, "", spanish=False)
_MOTIONS = frozenset({"walk", "move", "turn", "on", "take", "back", "for", "begin"})
_WHO = frozenset({"they", "we", "who", "he", "she"})
_ALONG = frozenset({"along", "on", "in"})
# "East" before one of these is no part of a name.
_AFTER_POLE = frozenset({"prep", "link", "verb", "turn", "sub", "end", "time", "side", "crowd"})
_AFTER_GROUP = frozenset({"prep", "verb", "turn", "side", "link", "heading", "pole", "of"})
_DAYS_OF_MONTH = 31


def settled(cues: Sequence[Cue]) -> list[Cue]:
    """The cues with each doubtful one decided."""
    found: list[Cue] = []
    split = False
    for at, cue in enumerate(cues):
        before = found[-1] if found else _NOTHING
        after = cues[at + 1] if at + 1 < len(cues) else _NOTHING
        split = split or cue.kind == "split"
        if cue.kind == "group":
            found.append(_group(cue, before, after, split=split))
        else:
            decide = _DECIDERS.get(cue.kind)
            found.append(decide(cue, before, after) if decide else cue)
    return found


def _as(cue: Cue, kind: str, value: str = "") -> Cue:
    """The cue in another sense."""
    return cue._replace(kind=kind, value=value)


def _side(cue: Cue, before: Cue, after: Cue) -> Cue:
    """Whether "left" and "right" are a turn, a departure, or neither."""
    parted = cue.mark >= COMMA
    if before.kind == "verb" and before.value in _MOTIONS and not parted:
        return _as(cue, "turn", cue.value)
    ends = after.mark >= COMMA or after.kind in ("prep", "link", "heading", "pole", "end", "verb")
    subject = before.kind in ("crowd", "police", "group") or before.key in _WHO
    if cue.value == "left" and (not ends or (subject and not parted)):
        return _as(cue, "verb", "leave")
    claim = cue.value == "right" and after.value == "to" and after.mark < COMMA
    if not ends or claim or (before.kind in ("word", "prep") and not parted):
        return _as(cue, "word")
    return _as(cue, "turn", cue.value)


def _turn(cue: Cue, before: Cue, after: Cue) -> Cue:
    """Leave out "a right to education", which is no turn, and "derecho", the law."""
    if cue.key == "a right" and after.value == "to" and after.mark < COMMA:
        return _as(cue, "word")
    if cue.key in ("derecho", "recto") and before.kind not in ("verb", "link", "end"):
        return _as(cue, "word")
    return cue


def _pole(cue: Cue, before: Cue, after: Cue) -> Cue:
    """A compass word: where it stands alone a heading, else a part of a name."""
    short = len(cue.key) <= len("ne")
    if short or (cue.spanish and cue.key == "este"):
        ends = after.kind == "prep" and after.value in _ALONG and after.mark < COMMA
    else:
        ends = after.mark >= COMMA or after.kind in _AFTER_POLE
    named = before.kind == "word" and before.key not in TYPE_WORDS and cue.mark < COMMA
    bare = before.kind in ("prep", "of") or (named and after.kind != "prep")
    return _as(cue, "word") if bare or not ends else _as(cue, "heading", cue.value)


def _group(cue: Cue, before: Cue, after: Cue, *, split: bool) -> Cue:
    """Take "one" and "some" as groups once the march has split."""
    of_group = (
        cue.key.startswith(("some ", "algunos "))
        or "grupo" in cue.key
        or "group" in cue.key
        or cue.value == "other"
    )
    acts = after.kind in _AFTER_GROUP and after.mark < COMMA
    if cue.value == "both":
        return cue
    if before.kind == "prep" and cue.mark < COMMA:
        return _as(cue, "word")
    return cue if acts and (split or of_group) else _as(cue, "crowd" if of_group else "word")


def _prep(cue: Cue, before: Cue, after: Cue) -> Cue:
    """Take "by" as a place's only beside a motion: "directed by adults"."""
    if cue.key == "by" and not (before.kind == "verb" and before.value in (*_MOTIONS, "pass")):
        return _as(cue, "word")
    return cue


def _verb(cue: Cue, before: Cue, after: Cue) -> Cue:
    """Leave out "March 3" and "in March", a month, and "El Camino Real", a road."""
    month = cue.key == "march" and (
        (after.key.isdecimal() and int(after.key[:3]) <= _DAYS_OF_MONTH)
        or before.key in ("in", "of")
    )
    road = cue.key in ("camino", "paso") and before.key == "el"
    return _as(cue, "word") if month or road else cue


def _link(cue: Cue, before: Cue, after: Cue) -> Cue:
    """Spanish "e" joins only before an "i"."""
    if cue.key == "e" and not after.key.startswith(("i", "hi")):
        return _as(cue, "word")
    return cue


_DECIDERS: dict[str, Callable[[Cue, Cue, Cue], Cue]] = {
    "side": _side,
    "turn": _turn,
    "pole": _pole,
    "prep": _prep,
    "verb": _verb,
    "link": _link,
}
