"""Whether a figure's file is what the data give today, and if not, why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from mapper.figure import files, read, stamp
from mapper.figure.spec import Drawn, Spec
from mapper.figure.stamp import Stamp
from mapper.snapshots import Snapshot, changes
from mapper.snapshots.changes import Changes

# Drawing is passed in: whoever asks has read the project and the ground.
Make = Callable[[Spec], Drawn]
Verdict = Literal["same", "changed", "versions", "altered"]


class Version(NamedTuple):
    """One thing that a figure was made with: what it was then, and is now ("" for none)."""

    name: str
    then: str
    now: str


@dataclass(frozen=True)
class Answer:
    """What there is to say of a file.

    ``verdict``: "same" bytes; the data "changed"; made with other "versions"; "altered" by other
    hands, as data and versions are the same and the bytes are not. ``changes``: what became of the
    events that the file shows, ``None`` where they are too many to travel in it. ``now``: the name
    of today's data.
    """

    verdict: Verdict
    stamp: Stamp
    now: str
    changes: Changes | None
    versions: tuple[Version, ...]


def verify(path: Path, make: Make, snapshot: Snapshot, made_by: dict[str, str]) -> Answer:
    """Build the figure of a file again and compare.

    Args:
        path: a file that :func:`mapper.figure.files.write` wrote.
        make: draws a figure from today's data.
        snapshot: today's data.
        made_by: as :func:`mapper.figure.stamp.versions` gives it, today.

    Raises:
        DataError: the file is no figure of ours.
        UsageError: it asks for something that is not in today's data.
    """
    then = read.stamp_of(path)
    drawn = make(then.spec)
    now = stamp.of(then.spec, drawn, snapshot, made_by)
    other = _versions(then.made_by, made_by)
    verdict: Verdict = "altered"
    if then.data != now.data:
        verdict = "changed"
    elif other:
        verdict = "versions"
    elif files.write(drawn, read.format_of(path), now) == path.read_bytes():
        verdict = "same"
    return Answer(verdict, then, now.data, _changes(then, now), other)


def _changes(then: Stamp, now: Stamp) -> Changes | None:
    """What became of the events of a file."""
    if then.rows is None or now.rows is None:
        return None
    return changes.between(then.rows, now.rows)


def _versions(then: dict[str, str], now: dict[str, str]) -> tuple[Version, ...]:
    """What is another than it was."""
    names = sorted(then.keys() | now.keys())
    every = (Version(name, then.get(name, ""), now.get(name, "")) for name in names)
    return tuple(found for found in every if found.then != found.now)
