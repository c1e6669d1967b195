"""What may stand after a preposition or a verb: the names of streets and of places."""

from __future__ import annotations

from typing import NamedTuple

from mapper.directions import vocabulary as words
from mapper.directions.cues import Cue
from mapper.directions.parts import parts_from, without_articles
from mapper.directions.script import Script
from mapper.directions.tokens import COMMA

_FEW = 2  # "down Main, Temple" may go on with something else: three names are a list
_MOST_BARE = 2  # words of the second of two bare names: "Washington and Hoover"
STREETS = frozenset({"street", "bare"})


class Noun(NamedTuple):
    """A name: its text, its kind, its tokens (both included), and the place of the next cue.

    ``kind`` is one of :func:`mapper.directions.vocabulary.kind_of`, or ``corner``; ``named`` is
    the first token of the text, which leaves the article out.
    """

    text: str
    kind: str
    first: int
    last: int
    after: int
    named: int


def noun(script: Script, at: int, *, parted: bool = False) -> Noun | None:
    """The name that begins with this cue, if one does; ``parted``: though a comma is before it."""
    start, begin = at, without_articles(script, at)
    parts = parts_from(script, begin)
    if not parts or (script.cue(start).mark >= COMMA and not parted):
        return None
    if parts[0].key in words.LIGHTS and (first := _of_corner(script, start, parts)):
        return first
    keys = [key for part in parts for key in part.key.split()]
    article = begin > start
    indefinite = article and script.cue(start).key in words.INDEFINITE
    kind = words.kind_of(keys, article=article)
    if not kind or (indefinite and kind != "light"):
        return None
    if len(keys) == 1 and parts[0].spanish and keys[0] in words.ENGLISH_HEADS:
        kind = "bare"
    return _built(script, start, begin, parts, kind)


def _of_corner(script: Script, start: int, parts: list[Cue]) -> Noun | None:
    """The corner of "the corner of Fourth and Hill", "cruce de Vignes con la Primera"."""
    if len(parts) < len(("corner", "of", "Hill")) or parts[1].kind != "of":
        return None
    one = noun(script, without_articles(script, start) + 2)
    if one is None:
        return None
    link = script.cue(one.after)
    other = noun(script, one.after + 1) if link.key in ("con", "with") else None
    found = _both(script, one, other) if other else joined(script, one)
    return found._replace(first=script.cue(start).first)


def _built(script: Script, start: int, begin: int, parts: list[Cue], kind: str) -> Noun:
    """The noun of these parts; a plural ("First and Soto streets") is no part of its name."""
    shed = len(parts) > 1 and parts[-1].key in words.PLURALS and kind == "street"
    named = parts[:-1] if shed else parts
    number = len(named) == 1 and named[0].key.isdecimal() and not named[0].spanish
    first = script.cue(start).first if number else named[0].first
    plural = named[0].key in words.PLURALS and len(named) > 1 and kind == "street"
    first = named[1].first if plural else first
    first += named[0].key.startswith("the ")  # a phrase of its own, as "the first" is
    text = script.between(first, named[-1].last)
    return Noun(text, kind, script.cue(start).first, parts[-1].last, begin + len(parts), first)


def joined(script: Script, one: Noun) -> Noun:
    """The noun with the one that "and" joins to it: a corner, or a name with "and" in it."""
    link = script.cue(one.after)
    if link.kind != "link" or link.value != "and" or link.mark >= COMMA or one.kind == "place":
        return one
    other = noun(script, one.after + 1)
    if other is None or other.kind not in ("street", "bare", "place"):
        return one
    if other.kind == "bare" and not _stands_alone(script, other):
        return one
    if other.kind == "place" and one.kind == "street":
        return one
    return _both(script, one, other)


def _both(script: Script, one: Noun, other: Noun) -> Noun:
    """Two names as one noun."""
    kind = "place" if other.kind == "place" else "corner"
    end = script.tokens[other.named].start + len(other.text)
    text = script.text[script.tokens[one.named].start : end]
    return Noun(text, kind, one.first, other.last, other.after, one.named)


def _stands_alone(script: Script, other: Noun) -> bool:
    """Whether a bare name is short and nothing unknown follows it."""
    after = script.cue(other.after)
    short = len(other.text.split()) <= _MOST_BARE
    ended = after.mark >= COMMA or after.kind not in ("word", "of") or after.key in words.ARTICLES
    return short and ended


def carried(script: Script, found: Noun) -> Noun | None:
    """The street of "the 4th Street bridge" and "el puente de la calle Primera", if it is one."""
    keys = [script.tokens[at].key for at in range(found.named, found.last + 1)]
    if found.kind != "place" or len(keys) < len(("4th", "bridge")):
        return None
    street = ""
    if keys[-1] in words.CARRIERS and (keys[-2] in words.TYPES or words.is_ordinal(keys[-2])):
        street = script.between(found.named, found.last - 1)
    elif keys[0] in words.CARRIERS and keys[1] in ("de", "del"):
        led = next((at for at, key in enumerate(keys) if key in words.LEADING), 0)
        street = script.between(found.named + led, found.last) if led else ""
    return found._replace(text=street, kind="street") if street else None


def listed(script: Script, first: Noun, kinds: frozenset[str]) -> list[Noun]:
    """The noun and those of the same kinds that commas and "and" add to it.

    A bare name counts only where one that says what it is ends the list, or a last one by "and".
    """
    found, sure, at = [first], 1, first.after
    while (link := script.cue(at)).kind == "link" or link.mark == COMMA:
        joint = link.kind == "link" and link.value == "and"
        if link.kind == "link" and not joint:
            break
        after = noun(script, at + 1 if joint else at, parted=not joint)
        if after is None or after.kind not in kinds | {"bare"}:
            break
        found.append(after)
        at = after.after
        sure = len(found) if after.kind != "bare" else sure
        if joint:
            whole = len(found) > _FEW and script.cue(at).mark >= COMMA
            sure = len(found) if whole else sure
            break
    return found[:sure]
