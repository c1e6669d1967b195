"""What may stand after a preposition or a verb: the names of streets and of places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mapper.directions import vocabulary as words
from mapper.directions.cues import Cue
from mapper.directions.tokens import COMMA, LINE, STOP, TIED, Token
from mapper.names.lexicon import DIRECTION_WORDS

_MOST_CUES = 9
_MOST_BARE = 2  # words of the second of two bare names: "Washington and Hoover"
_END = Cue("end", "", 0, 0, STOP, "", spanish=False)
STREETS = frozenset({"street", "bare"})
_ARTICLES = frozenset("the la los el las".split())


@dataclass(frozen=True)
class Script:
    """A text with its tokens, and its cues in the order of what happened."""

    text: str
    tokens: Sequence[Token]
    cues: Sequence[Cue]

    def between(self, first: int, last: int) -> str:
        """The words from one token to another, both included."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def cue(self, at: int) -> Cue:
        """The cue at a place, or one that ends everything."""
        return self.cues[at] if 0 <= at < len(self.cues) else _END


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
    start, begin = at, _without_articles(script, at)
    parts = _parts(script, begin)
    if not parts or (script.cue(start).mark >= COMMA and not parted):
        return None
    if words.LIGHTS.issuperset({parts[0].key}) and len(parts) > 1 and parts[1].kind == "of":
        return noun(script, begin + 2)
    keys = [key for part in parts for key in part.key.split()]
    article = begin > start
    indefinite = article and script.cue(start).key in words.INDEFINITE
    kind = words.kind_of(keys, article=article)
    if not kind or (indefinite and kind != "light"):
        return None
    return _built(script, start, begin, parts, kind)


def _built(script: Script, start: int, begin: int, parts: list[Cue], kind: str) -> Noun:
    """The noun of these parts; a plural ("First and Soto streets") is no part of its name."""
    shed = len(parts) > 1 and parts[-1].key in words.PLURALS and kind == "street"
    named = parts[:-1] if shed else parts
    number = len(named) == 1 and named[0].key.isdecimal() and not named[0].spanish
    first = script.cue(start).first if number else named[0].first
    plural = named[0].key in words.PLURALS and len(named) > 1 and kind == "street"
    first = named[1].first if plural else first
    text = script.between(first, named[-1].last)
    return Noun(text, kind, script.cue(start).first, parts[-1].last, begin + len(parts), first)


def _without_articles(script: Script, at: int) -> int:
    """The first cue that is no article. In an English sentence "La" is a part of a name."""
    for _ in range(2):
        cue, after = script.cue(at), script.cue(at + 1)
        if cue.kind != "word" or after.mark >= COMMA:
            return at
        if cue.key in ("los", "las") and cue.spanish:
            skipped = after.key in words.PLURALS
        else:
            skipped = cue.key == "the" or cue.key in words.INDEFINITE
            skipped = skipped or (cue.spanish and cue.key in ("la", "el"))
        if not skipped:
            return at
        at += 1
    return at


def _parts(script: Script, begin: int) -> list[Cue]:
    """The cues of a name, as far as it goes."""
    parts: list[Cue] = []
    for at in range(begin, begin + _MOST_CUES):
        cue, after = script.cue(at), script.cue(at + 1)
        loose = cue.mark > (LINE if cue.key in words.TYPES or not parts else TIED)
        if (loose and parts) or not _is_part(cue, after, parts):
            break
        parts.append(cue)
        if _is_whole(parts, after):
            break
    while parts and (parts[-1].kind == "of" or _is_loose_article(parts)):
        parts.pop()
    return parts


def _is_loose_article(parts: list[Cue]) -> bool:
    """Whether the last word is an article without its name; "downtown L.A." has none."""
    last = parts[-1]
    ended = last.key == "the" or (last.spanish and last.key in _ARTICLES)
    return ended and last.last == last.first


def _is_part(cue: Cue, after: Cue, parts: list[Cue]) -> bool:
    """Whether a name may go on with this cue."""
    if cue.kind == "of":
        return bool(parts) and after.kind == "word" and after.mark <= LINE and _governs(parts)
    if cue.kind == "police":
        return bool(parts) or after.key in words.HEADS
    if cue.kind != "word":
        return False
    typed = after.key in words.TYPES and after.mark <= LINE
    if cue.key in words.STOPS and not typed:
        return False
    return not (parts and words.is_verbish(cue.key) and not typed)


def _governs(parts: list[Cue]) -> bool:
    """Whether "of" and "de" may follow: not after a whole street, "la Primera de …"."""
    keys = [part.key for part in parts]
    whole = len(keys) > 1 and (keys[0] in words.LEADING or keys[-1] in words.TYPES)
    return not whole and not words.is_ordinal(keys[-1])


def _is_whole(parts: list[Cue], after: Cue) -> bool:
    """Whether a name ends here: after a type, and after a number that has its type before it."""
    key = parts[-1].key
    if after.mark > LINE or after.key in words.GOES_ON or after.key in DIRECTION_WORDS:
        return False
    if after.key.isdecimal() and not parts[0].key.isdecimal() and key in words.FREEWAYS:
        return False
    if len(parts) > 1 and (key in words.TYPES or key in words.PLURALS):
        return not (parts[0].spanish and key in words.LEADING)  # "puente de la calle Sexta"
    numbered = words.is_ordinal(key) and not words.is_ordinal(after.key)
    led = parts[0].key in words.LEADING and len(parts) > 1
    return numbered and (led or (parts[0].spanish and len(parts) == 1))


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
    kind = "place" if other.kind == "place" else "corner"
    end = script.tokens[other.named].start + len(other.text)
    text = script.text[script.tokens[one.named].start : end]
    return Noun(text, kind, one.first, other.last, other.after, one.named)


def _stands_alone(script: Script, other: Noun) -> bool:
    """Whether a bare name is short and nothing unknown follows it."""
    after = script.cue(other.after)
    short = len(other.text.split()) <= _MOST_BARE
    return short and (after.mark >= COMMA or after.kind not in ("word", "of"))


def listed(script: Script, first: Noun, kinds: frozenset[str]) -> list[Noun]:
    """The noun and those of the same kinds that commas and "and" add to it.

    A bare name counts only where one that says what it is ends the list.
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
            break
    return found[:sure]
