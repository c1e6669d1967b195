"""Which cues a name is made of, and the articles before it."""

from __future__ import annotations

from mapper.directions import vocabulary as words
from mapper.directions.cues import Cue
from mapper.directions.script import Script
from mapper.directions.tokens import COMMA, LINE, STOP, TIED
from mapper.names.lexicon import DIRECTION_WORDS

_MOST_CUES = 9
_SAME = frozenset({"misma", "mismo"})
_RANGE = 5  # cues of the beginning of "de la Octava y Hill a la Cuarta"


def without_articles(script: Script, at: int) -> int:
    """The first cue that is no article. In an English sentence "La" is a part of a name."""
    for _ in range(2):
        cue, after = script.cue(at), script.cue(at + 1)
        if cue.kind != "word" or after.mark >= COMMA:
            return at
        if not _is_article(script, cue, after) and not _is_same(script, at):
            return at
        at += 1
    return at


def _is_article(script: Script, cue: Cue, after: Cue) -> bool:
    """Whether a cue is an article that is no part of a name."""
    if cue.spanish and cue.key in ("toda", "todo"):
        return after.key in words.ARTICLES
    if cue.key in ("los", "las") and cue.spanish:
        return after.key in words.PLURALS
    if cue.spanish and cue.key in ("la", "el"):
        return not _is_of_name(script, cue, after)
    return cue.key == "the" or cue.key in words.INDEFINITE


def _is_same(script: Script, at: int) -> bool:
    """Whether "misma" stands before a street and its name: "por la misma calle 3"."""
    named = script.cue(at + 2)
    leads = script.cue(at).key in _SAME and script.cue(at + 1).key in words.LEADING
    return leads and named.kind == "word" and named.mark < COMMA and named.key not in words.STOPS


def _is_of_name(script: Script, cue: Cue, after: Cue) -> bool:
    """Whether an article belongs to the name: "la Brea", and a great letter amid small ones."""
    if after.key in words.WITH_ARTICLE:
        return True
    if words.is_ordinal(after.key) or after.key in words.LEADING or after.key[0].isdigit():
        return False
    if after.key in words.HEADS or cue.mark == STOP or not cue.first:
        return False
    return all(
        script.between(at, at)[:2].istitle() == great
        for at, great in ((cue.first - 1, False), (cue.first, True), (after.first, True))
    )


def parts_from(script: Script, begin: int) -> list[Cue]:
    """The cues of a name, as far as it goes."""
    parts: list[Cue] = []
    for at in range(begin, begin + _MOST_CUES):
        cue, after = script.cue(at), script.cue(at + 1)
        loose = cue.mark > (LINE if cue.key in words.TYPES or not parts else TIED)
        if (loose and parts) or not _is_part(cue, after, parts):
            break
        if cue.kind == "of" and cue.spanish and _is_range(script, at, parts):
            break
        parts.append(cue)
        if _is_whole(parts, after):
            break
    while parts and (parts[-1].kind == "of" or _is_loose_article(parts)):
        parts.pop()
    return parts


def _is_range(script: Script, at: int, parts: list[Cue]) -> bool:
    """Whether "de" is "from" in "Hill de la Octava a la Cuarta", and no part of a name."""
    headed = parts[0].key in words.HEADS or parts[0].key in words.LEADING
    keys = [script.cue(place).key for place in range(at + 1, at + 3)]
    if headed and not any(words.is_ordinal(key) or key[:1].isdigit() for key in keys):
        return False
    for place in range(at + 1, at + 1 + _RANGE):
        cue = script.cue(place)
        if cue.mark >= COMMA:
            return False
        if cue.kind == "prep":
            return cue.value in ("to", "until") and place > at + 1
        if cue.kind not in ("word", "link", "pole", "of", "side"):
            return False
    return False


def _is_loose_article(parts: list[Cue]) -> bool:
    """Whether the last word is an article without its name; "downtown L.A." has none."""
    last = parts[-1]
    ended = last.key == "the" or (last.spanish and last.key in words.ARTICLES)
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
    if cue.key in words.STOPS and not typed and not (cue.key == "our" and after.key == "lady"):
        return False
    if parts and _is_article_inside(cue, parts):
        return False
    return not (parts and words.is_verbish(cue.key) and not typed)


def _is_article_inside(cue: Cue, parts: list[Cue]) -> bool:
    """Whether an article ends a name: it stands in one after "of" only, or after a Spanish head."""
    if parts[-1].kind == "of":
        return False
    headed = parts[0].key in words.LEADING or parts[0].key in words.HEADS
    return cue.key == "the" or (cue.spanish and cue.key in ("la", "el") and not headed)


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
    if len(parts) > 1 and key in words.SQUARES:
        return True
    if len(parts) > 1 and (key in words.TYPES or key in words.PLURALS):
        return not (parts[0].spanish and key in words.LEADING)  # "puente de la calle Sexta"
    numbered = words.is_ordinal(key) and not words.is_ordinal(after.key)
    led = parts[0].key in words.LEADING and len(parts) > 1
    return numbered and (led or (parts[0].spanish and len(parts) == 1))
