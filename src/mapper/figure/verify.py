"""Whether a figure's file is what the data give today, and if not, why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from mapper.errors import UsageError
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
class Became:
    """What became of the events of a file.

    ``changes``: corrected, moved, or withdrawn from the data; ``left``: still in the data and no
    longer in the figure; ``came``: in the figure now, new or not.
    """

    changes: Changes
    left: tuple[str, ...] = ()
    came: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return any((self.changes, self.left, self.came))


@dataclass(frozen=True)
class Answer:
    """What there is to say of a file.

    ``verdict``: "same" bytes; the data "changed"; made with other "versions"; "altered" by other
    hands, as data and versions are the same and the bytes are not. ``became``: what became of the
    events that the file shows, ``None`` where they are too many to travel in it. ``now``: the name
    of today's data. ``is_drawn``: whether today's data still give such a figure.
    """

    verdict: Verdict
    stamp: Stamp
    now: str
    became: Became | None
    versions: tuple[Version, ...]
    is_drawn: bool = True


def verify(path: Path, make: Make, snapshot: Snapshot, made_by: dict[str, str]) -> Answer:
    """Build the figure of a file again and compare.

    Args:
        path: a file that :func:`mapper.figure.files.write` wrote.
        make: draws a figure from today's data.
        snapshot: today's data.
        made_by: as :func:`mapper.figure.stamp.versions` gives it, today.

    Raises:
        DataError: the file is no figure of ours.
        UsageError: it asks for something that is not in the data that it names.
    """
    then = read.stamp_of(path)
    other = _versions(then.made_by, made_by)
    drawn = _drawn(then, make, snapshot)
    if drawn is None:
        return Answer(
            "changed", then, snapshot.name, _became(then, snapshot), other, is_drawn=False
        )
    now = stamp.of(then.spec, drawn, snapshot, made_by)
    verdict: Verdict = "altered"
    if then.data != now.data:
        verdict = "changed"
    elif other:
        verdict = "versions"
    elif files.write(drawn, read.format_of(path), now) == path.read_bytes():
        verdict = "same"
    became = None if now.rows is None else _became(then, snapshot, now.rows)
    return Answer(verdict, then, now.data, became, other)


def _drawn(then: Stamp, make: Make, snapshot: Snapshot) -> Drawn | None:
    """The figure from today's data; ``None`` where other data no longer give one.

    Raises:
        UsageError: the data are those of the file, and do not give it.
    """
    try:
        return make(then.spec)
    except UsageError:
        if then.data == snapshot.name:
            raise
        return None


def _became(then: Stamp, snapshot: Snapshot, now: Mapping[str, str] | None = None) -> Became | None:
    """What became of the events of a file.

    Args:
        then: its stamp.
        snapshot: today's data: an event may have left the figure and still be there.
        now: the events of today's figure, if there is one.
    """
    if then.rows is None:
        return None
    held = snapshot.digests(then.rows)
    found = changes.between(then.rows, held)
    if now is None:
        return Became(found)
    left, came = held.keys() - now.keys(), now.keys() - then.rows.keys()
    return Became(found, tuple(sorted(left)), tuple(sorted(came)))


def _versions(then: dict[str, str], now: dict[str, str]) -> tuple[Version, ...]:
    """What is another than it was."""
    names = sorted(then.keys() | now.keys())
    every = (Version(name, then.get(name, ""), now.get(name, "")) for name in names)
    return tuple(found for found in every if found.then != found.now)
