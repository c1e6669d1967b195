"""What is different between two states of the data, event by event and field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from mapper.snapshots import Entry


@dataclass(frozen=True)
class Changes:
    """Identifiers of events, each in order. One may be corrected and moved at once."""

    added: tuple[str, ...]
    corrected: tuple[str, ...]
    moved: tuple[str, ...]
    withdrawn: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return any((self.added, self.corrected, self.moved, self.withdrawn))


class Field(NamedTuple):
    """One thing said otherwise: the name of the column, and what it said and says."""

    name: str
    before: Any
    after: Any


def between(before: Mapping[str, str], after: Mapping[str, str]) -> Changes:
    """What became of the events of one state.

    Args:
        before: event to digest, as :attr:`mapper.snapshots.Entry.digest` gives it.
        after: likewise. Corrected is what has other facts, moved what has another place or line.
    """
    both = sorted(before.keys() & after.keys())
    halves = {event: (before[event].split("-"), after[event].split("-")) for event in both}
    return Changes(
        added=tuple(sorted(after.keys() - before.keys())),
        corrected=tuple(event for event, (old, new) in halves.items() if old[0] != new[0]),
        moved=tuple(event for event, (old, new) in halves.items() if old[-1] != new[-1]),
        withdrawn=tuple(sorted(before.keys() - after.keys())),
    )


def fields(before: Entry, after: Entry) -> Iterator[Field]:
    """What one event says otherwise, facts first."""
    for old, new in ((before.facts, after.facts), (before.place, after.place)):
        for name in dict.fromkeys([*old, *new]):
            if old.get(name) != new.get(name):
                yield Field(name, old.get(name), new.get(name))
