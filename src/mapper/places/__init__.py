"""Any place text to a placement: never finer than the text, never a guess between homonyms."""

from __future__ import annotations

from mapper.contract import US_STATES
from mapper.errors import UsageError
from mapper.model import LADDER, Context, Placement
from mapper.places import coordinates, homes, lexicon, rungs, texts
from mapper.places.asker import VICINITY_M
from mapper.places.known import Known, question
from mapper.places.readings import level, readings, tidy
from mapper.places.scope import scope_of, state_code

__all__ = [
    "VICINITY_M",
    "Known",
    "context_of",
    "finest",
    "locate",
    "question",
    "scope_of",
    "state_code",
]

# Longer than any place a person would name; docs/codebook.md allows 12 words.
MOST_SIGNS = 400


def context_of(text: str, known: Known) -> Context:
    """Read "Los Angeles, CA", "Los Angeles", "California" or "CA" as a context.

    Raises:
        UsageError: the part after the comma is no state.
    """
    city, comma, last = (part.strip() for part in text.rpartition(","))
    state = last if last in US_STATES else state_code(last)
    if comma and not state:
        raise UsageError("no_such_state", value=last)
    # "LA" alone is Louisiana's code and Los Angeles' short name
    if not comma and state and any(place.rung == "city" for place in known.search(last)):
        raise UsageError("near_unclear", value=last)
    return Context(city if state else last, state)


def locate(text: str, context: Context, known: Known) -> Placement:
    """Place one text.

    Args:
        text: a place as people write it, English or Spanish.
        context: the city and state that it is said to be in; it decides between homonyms.
        known: what is known of places.

    Returns:
        A placement: ``placed``; ``ambiguous`` with the candidates where the context does not
        decide, or with ``parts`` where the text names several places; ``not_found`` with those of
        the same name elsewhere.

    Raises:
        UsageError: the text is empty, or too long to name a place; or the state is none.
    """
    if context.state and context.state not in US_STATES:
        raise UsageError("no_such_state", value=context.state)
    bare = tidy(text)
    words = level(bare)
    if not words or words in lexicon.EMPTY:
        raise UsageError("text_empty")
    if len(words) > MOST_SIGNS:
        raise UsageError("text_long", value=len(words))
    if answer := known.answered(words, context):
        return Placement(text, "placed", "online", answer, used=bare)
    scope = scope_of(context, known)
    found = coordinates.read(words, scope) or _named(words, context, known)
    return _as_written(found._replace(query=words), words, bare)._replace(query=text)


def finest(text: str) -> str:
    """The finest rung that the words of a text can be of, by their form alone.

    A residence is no finer than its neighborhood.
    """
    words = level(tidy(text))
    if homes.speaks_of(words):
        return homes.FINEST
    return rungs.shape(words)


def _named(words: str, context: Context, known: Known) -> Placement:
    """The answer to words; those of a home are kept coarse."""
    scope = scope_of(context, known)
    if not any(sign.isalnum() and sign.isascii() for sign in words):
        return Placement(words, "not_found", "script")
    found = texts.read(words, scope, known)
    fine = found.place and LADDER.index(found.place.rung) < LADDER.index(homes.FINEST)
    if not fine and any(reading.name in lexicon.REGIONS for reading in readings(words)):
        return Placement(words, "not_found", "region")
    if not homes.speaks_of(words) or homes.is_name(found):
        return found
    rest = homes.without(words)
    found = found if found.place or not rest else texts.read(rest, scope, known)
    return homes.coarsened(found._replace(query=words), texts.held(words, scope, known), known)


def _as_written(found: Placement, words: str, text: str) -> Placement:
    """A placement with its levelled words as they stand in the text."""
    left = ", ".join(_original(part, words, text) for part in found.left.split(", "))
    parts = tuple(_as_written(part, words, text) for part in found.parts)
    query, used = (_original(part, words, text) for part in (found.query, found.used))
    return found._replace(query=query, used=used, left=left, parts=parts)


def _original(part: str, words: str, text: str) -> str:
    """Levelled words as they stand in the text; those that do not stand in it as they are."""
    start = words.find(part) if part else -1
    return text[start : start + len(part)] if start >= 0 else part
