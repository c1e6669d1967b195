"""``mapper release`` and ``mapper changes``: states of the data that are kept, and compared."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from mapper import origin, project, snapshots
from mapper.cli.project import faults_of
from mapper.cli.shared import STALE, AsJson, Data, Geo, folders_of, say, show, told, words
from mapper.describe import changes as in_words
from mapper.errors import UsageError
from mapper.figure.read import held_by
from mapper.settings import Folders
from mapper.snapshots import Snapshot, changes, releases
from mapper.snapshots.releases import NOW, Release

State = Annotated[
    str,
    typer.Argument(
        help='A release, its first 6 digits or more, "now", or the file of a figure or bundle.'
    ),
]


def release(
    note: Annotated[str, typer.Option("--note", help="What changed and why, in English.")],
    note_es: Annotated[str, typer.Option("--note-es", help="The same in Spanish.")] = "",
    data: Data = None,
    geo: Geo = None,
) -> None:
    """Keep the data as they now are, under the name that is their checksum."""
    with told():
        where = folders_of(data, geo)
        faults = faults_of(where)
        if faults:
            raise UsageError("release_faults", value=len(faults))
        now = snapshots.of(project.read(where))
        made = Release(now.name, datetime.now(UTC).date(), note, note_es)
        releases.write(where.data, now, made)
    show(made.name)


def compare(
    before: State,
    after: State = NOW,
    data: Data = None,
    geo: Geo = None,
    *,
    as_json: AsJson = False,
) -> None:
    """What was added, corrected, moved and withdrawn between two states of the data."""
    with told():
        where = folders_of(data, geo)
        old, new = state(before, where), state(after, where)
    found = changes.of(old, new)
    if as_json:
        show(json.dumps(plain(old, new), ensure_ascii=False, indent=1))
    else:
        say(in_words.summary(found, words()))
        for line in lines(old, new):
            show(line)
    raise typer.Exit(STALE if found else 0)


def state(asked: str, where: Folders) -> Snapshot:
    """The data on disk, or a release: by its name, or by a file that was made from it.

    Raises:
        UsageError: there is no such release.
        DataError: a table or the release cannot be read.
    """
    if asked == NOW:
        return snapshots.of(project.read(where))
    known = [one.name for one in releases.every(where.data)]
    file = Path(asked)
    if file.suffix:
        name, now = origin.data_of(held_by(file), file.name), snapshots.of(project.read(where))
        if name == now.name:
            return now
        asked = releases.behind(name, file.name, known)
    return releases.read(where.data, releases.named(asked, known))


def lines(old: Snapshot, new: Snapshot) -> list[str]:
    """A line an event, and one for each of its fields."""
    t, found = words(), []
    for name, heading in in_words.GROUPS.items():
        for said in in_words.group(name, old, new, t):
            found.append(_line(f"{t(heading)}: {said.event}: {said.title}; {said.what}"))
            fields = (f"{label}: {was} -> {now}" for label, was, now in said.fields)
            found += [f"    {_line(field)}" for field in fields]
    return found


def _line(text: str) -> str:
    """Text from the data may hold line ends: here a line is an event or a field."""
    return " ".join(text.split())


def plain(old: Snapshot, new: Snapshot) -> dict[str, Any]:
    """The same as values that JSON can hold, by the names of the columns."""
    found = changes.of(old, new)
    return {
        "before": old.name,
        "after": new.name,
        "added": [_named(event, new) for event in found.added],
        "corrected": [_corrected(event, old, new) for event in found.corrected],
        "moved": [_moved(event, old, new) for event in found.moved],
        "withdrawn": [_named(event, old) for event in found.withdrawn],
    }


def _named(event: str, held: Snapshot) -> dict[str, Any]:
    """An event with its titles."""
    facts = held.entries[event].facts
    return {"event_id": event, "title_en": facts["title_en"], "title_es": facts["title_es"]}


def _corrected(event: str, old: Snapshot, new: Snapshot) -> dict[str, Any]:
    """An event of which something else is said."""
    found = changes.of_half(old.entries[event].facts, new.entries[event].facts)
    return _named(event, new) | {"fields": [field._asdict() for field in found]}


def _moved(event: str, old: Snapshot, new: Snapshot) -> dict[str, Any]:
    """An event that is elsewhere, or its line."""
    before, after = old.entries[event], new.entries[event]
    found = changes.of_half(before.place, after.place)
    move = changes.move(before, after)._asdict()
    return _named(event, new) | {"move": move, "fields": [field._asdict() for field in found]}
