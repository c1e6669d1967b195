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
_GOING = frozenset(
    {"was going to", "were going to", "iba a", "iban a", "ibamos a", "va a", "van a"}
)
_ARTICLES = frozenset("the la el los las".split())
_STAYING = frozenset({"stay", "stayed", "staying"})
_SIDES = frozenset({"left", "right"})
_COUNTING = frozenset("first second third primero segundo tercero cuarto".split())
_RELATIVES = frozenset({"que", "who", "which", "that"})
_PARTICLES = frozenset("on off over along up down out across around through in by".split())
_KEEPING = frozenset("keep keeps kept keeping".split())
_SHORT_SIDES = {"l": "left", "r": "right"}
_HEADS = {"salida": "", "start": "", "starts": "", "begin": "", "arranque": ""}
_HEADS |= dict.fromkeys(("end", "ends", "finish", "llegada"), "end")
_PAIRED = 40  # cues from "unos" to "otros"
_CORNER = 6  # cues from "at" to the side: "at Judge John Aiso left"


def settled(cues: Sequence[Cue]) -> list[Cue]:
    """The cues with each doubtful one decided."""
    found: list[Cue] = []
    split = False
    for at, cue in enumerate(cues):
        before = found[-1] if found else _NOTHING
        after = cues[at + 1] if at + 1 < len(cues) else _NOTHING
        split = split or cue.kind == "split"
        if cue.kind == "group":
            paired = split or _is_paired(cues, at)
            found.append(_group(cue, before, after, split=paired))
            split = split or found[-1].kind == "group"
        else:
            decide = _DECIDERS.get(cue.kind)
            meant = decide(cue, before, after) if decide else cue
            found.append(_at_corner(found, meant, after) if meant.key in _SIDES else meant)
    return found


def _is_paired(cues: Sequence[Cue], at: int) -> bool:
    """Whether "the other" follows soon: "unos subieron …, otros bajaron"."""
    ahead = cues[at + 1 : at + 1 + _PAIRED]
    return any(cue.kind == "group" and cue.value == "other" for cue in ahead)


def _at_corner(found: Sequence[Cue], cue: Cue, after: Cue) -> Cue:
    """Take "left" as a turn after a corner: "at Fifth they turned right and at Hill left"."""
    if cue.kind != "word" or cue.mark >= COMMA:
        return cue
    if not (after.mark >= COMMA or after.kind in ("prep", "link", "heading", "end")):
        return cue
    for before in reversed(found[-_CORNER:]):
        if before.kind == "prep":
            return _as(cue, "turn", cue.key) if before.value == "at" else cue
        if before.kind != "word":
            return cue
    return cue


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
    claim = claim and before.kind != "link"
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
        aimed = before.kind in ("link", "end") and after.value in ("to", "until")
        ends = after.kind == "prep" and after.mark < COMMA and (after.value in _ALONG or aimed)
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
        or "col" in cue.key
        or "contingent" in cue.key
        or cue.value == "other"
    )
    relative = cue.value == "other" and after.key in _RELATIVES
    tells = after.mark == COMMA and split  # "otra, Grand de Venice a la Novena"
    acts = (after.kind in _AFTER_GROUP and after.mark < COMMA) or relative or tells
    if cue.value == "both":
        return cue
    if before.kind == "prep" and cue.mark < COMMA:
        return _as(cue, "word")
    return cue if acts and (split or of_group) else _as(cue, "crowd" if of_group else "word")


def _prep(cue: Cue, before: Cue, after: Cue) -> Cue:
    """Take "by" as a place's only beside a motion: "directed by adults"."""
    if cue.key == "on to" and not (before.kind == "turn" or before.value == "turn"):
        return _as(cue, "prep", "to")
    if cue.key in _PARTICLES and after.kind in ("prep", "turn") and after.mark < COMMA:
        return _as(cue, "link")  # "pressed on along", "over on Fifth"
    if cue.key == "by" and not (before.kind == "verb" and before.value in (*_MOTIONS, "pass")):
        return _as(cue, "word")
    return cue


def _heads(cue: Cue, before: Cue, after: Cue) -> Cue | None:
    """Take "Salida: Hope y la Octava", "Recorrido: …" as heads of what follows."""
    if cue.key in _HEADS and cue.mark >= COMMA and after.mark == COMMA:
        return _as(cue, "place", _HEADS[cue.key])
    listing = cue.key == "recorrido" and after.mark == COMMA and before.kind != "link"
    return _as(cue, "route") if listing else None


def _verb(cue: Cue, before: Cue, after: Cue) -> Cue:
    """Leave out "March 3" and "in March", a month, and "El Camino Real", a road."""
    month = cue.key == "march" and (
        (after.key.isdecimal() and int(after.key[:3]) <= _DAYS_OF_MONTH)
        or before.key in ("in", "of")
    )
    if headed := _heads(cue, before, after):
        return headed
    if cue.key.endswith("la vuelta") and (after.mark >= COMMA or after.kind in ("link", "end")):
        return _as(cue, "turn", "u_turn")  # "dieron la vuelta y regresaron"
    if cue.key == "cruce" and (before.kind in ("of", "prep") or before.key in ("el", "un")):
        return _as(cue, "word")  # "del cruce de Hill y la Cuarta": the crossing
    if cue.value == "stand" and after.value != "at":
        return _as(cue, "link")  # "we are marching"
    if cue.key in _STAYING and after.kind == "prep" and after.value in ("in", "at"):
        return _as(cue, "word")
    road = cue.key in ("camino", "paso") and before.key == "el"
    return _as(cue, "word") if month or road else cue


def _link(cue: Cue, before: Cue, after: Cue) -> Cue:
    """Spanish "e" joins only before an "i"."""
    if cue.key == "e" and not after.key.startswith(("i", "hi")):
        return _as(cue, "word")
    return cue


def _plan(cue: Cue, before: Cue, after: Cue) -> Cue:
    """Take "they were going to City Hall" as a motion: only a verb makes it a plan."""
    bare = cue.key in _GOING and after.kind not in ("verb", "turn", "word", "link", "close")
    named = cue.key in _GOING and after.key in _ARTICLES
    return _as(cue, "verb", "goto") if bare or named else cue


def _route(cue: Cue, before: Cue, after: Cue) -> Cue:
    """Take "route" as the head of a list where one follows: "The route: …", "la ruta es …"."""
    heads = (
        after.mark == COMMA
        or after.kind == "time"
        or before.key in ("was", "is", "era", "fue", "es")
        or after.key in ("is", "was", "es", "era", "fue", "sera", "will")
    )
    return cue if heads else _as(cue, "word")


def _order(cue: Cue, before: Cue, after: Cue) -> Cue:
    """Take "segundo" as what it counts: "primero por Main, segundo por Spring"."""
    leads = after.kind == "prep" and after.value in ("along", "on") and after.mark < COMMA
    if cue.key in _KEEPING and after.kind in ("heading", "turn") and after.mark < COMMA:
        return _as(cue, "verb", "on")  # "kept north on Hoover"
    if cue.key in _SHORT_SIDES and after.kind == "prep" and after.value in ("on", "at", "along"):
        return _as(cue, "turn", _SHORT_SIDES[cue.key])
    counts = cue.key in _COUNTING and cue.mark >= COMMA and leads
    return _as(cue, "link", "then") if counts else cue


_DECIDERS: dict[str, Callable[[Cue, Cue, Cue], Cue]] = {
    "side": _side,
    "turn": _turn,
    "pole": _pole,
    "prep": _prep,
    "verb": _verb,
    "link": _link,
    "route": _route,
    "plan": _plan,
    "future": _plan,
    "word": _order,
}
