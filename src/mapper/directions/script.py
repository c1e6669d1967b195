"""A text with its tokens and cues, as the grammar goes through it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mapper.directions.cues import Cue
from mapper.directions.tokens import STOP, Token

_END = Cue("end", "", 0, 0, STOP, "", spanish=False)


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
