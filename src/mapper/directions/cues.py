"""A text as cues: the phrases of the tables, found longest first, and the words between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mapper.directions import english, spanish
from mapper.directions.forms import Table
from mapper.directions.tokens import LINE, STOP, Token


class Cue(NamedTuple):
    """A phrase that the grammar knows, or a single word that it does not (kind ``word``).

    ``first`` and ``last`` are places in the list of tokens, both included; ``spanish`` is the
    language of the sentence.
    """

    kind: str
    value: str
    first: int
    last: int
    mark: int
    key: str
    spanish: bool


# One key's phrases: their words, kind and value, the longest first.
_Index = dict[str, list[tuple[tuple[str, ...], str, str]]]


def _index(table: Table) -> _Index:
    """The phrases of a table by their first word."""
    found: _Index = {}
    for (kind, value), phrases in table.items():
        for phrase in phrases.split("|"):
            if words := tuple(phrase.split()):
                found.setdefault(words[0], []).append((words, kind, value))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def _singles(index: _Index) -> frozenset[str]:
    """The words that are phrases of their own."""
    return frozenset(key for key, entries in index.items() if len(entries[-1][0]) == 1)


_ENGLISH, _SPANISH = _index(english.PHRASES), _index(spanish.PHRASES)
# They stand in names, or in the other language too: no sign of either.
_NEUTRAL = frozenset("a de del no e la via sale sales come camino paso baja".split())
_ENGLISH_ONLY = (_singles(_ENGLISH) | {"the"}) - _singles(_SPANISH) - _NEUTRAL
_SPANISH_ONLY = _singles(_SPANISH) - _singles(_ENGLISH) - _NEUTRAL
# What a sentence takes from the other language: its motions, not its small words.
_LENT = frozenset({"verb", "turn", "heading", "split", "place", "route"})


def cues(tokens: Sequence[Token]) -> list[Cue]:
    """Cut a text into cues: each token is in one of them."""
    found: list[Cue] = []
    is_spanish = False
    for first, end in _sentences(tokens):
        votes = sum(
            (token.key in _SPANISH_ONLY) - (token.key in _ENGLISH_ONLY)
            for token in tokens[first:end]
        )
        is_spanish = votes > 0 if votes else is_spanish
        at = first
        while at < end:
            found.append(_cue(tokens, at, end, is_spanish=is_spanish))
            at = found[-1].last + 1
    return found


def _sentences(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The first token of each sentence, and the first after it."""
    starts = [at for at, token in enumerate(tokens) if token.mark == STOP]
    return pairwise([*starts, len(tokens)])


def _cue(tokens: Sequence[Token], at: int, end: int, *, is_spanish: bool) -> Cue:
    """The longest phrase that begins here, else the word."""
    token = tokens[at]
    own, other = (_SPANISH, _ENGLISH) if is_spanish else (_ENGLISH, _SPANISH)
    found = _longest(own, tokens, at, end)
    if not found and token.key not in _NEUTRAL and (lent := _longest(other, tokens, at, end)):
        found = lent if lent[1] in _LENT else None
    words, kind, value = found or ((token.key,), "word", "")
    last = at + len(words) - 1
    return Cue(kind, value, at, last, token.mark, " ".join(words), is_spanish)


def _longest(
    index: _Index, tokens: Sequence[Token], at: int, end: int
) -> tuple[tuple[str, ...], str, str] | None:
    """The longest phrase of one language that begins here, if any."""
    for entry in index.get(tokens[at].key, ()):
        words = entry[0]
        if len(words) == 1:
            return entry
        # The second word decides most often: the rest is looked at only where it fits.
        if at + len(words) > end or tokens[at + 1].key != words[1]:
            continue
        rest = tokens[at + 1 : at + len(words)]
        if all(
            token.key == word and token.mark <= LINE
            for token, word in zip(rest, words[1:], strict=True)
        ):
            return entry
    return None
