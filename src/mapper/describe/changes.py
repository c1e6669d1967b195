"""What is different between two states of the data, in words."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from mapper.describe.fields import DAYS, field, rank
from mapper.i18n import N_, Words
from mapper.model import Window
from mapper.snapshots import Entry, Snapshot, changes
from mapper.snapshots.changes import Changes, Move

GROUPS = {
    "added": N_("Added"),
    "corrected": N_("Corrected"),
    "moved": N_("Moved"),
    "withdrawn": N_("Withdrawn"),
}


class Said(NamedTuple):
    """One event of a group: identifier, title, what became of it, and its fields.

    ``fields``: what each is called, what it said, what it says.
    """

    event: str
    title: str
    what: str
    fields: tuple[tuple[str, str, str], ...] = ()


def summary(found: Changes, t: Words) -> str:
    """How many events were added, corrected, moved and withdrawn."""
    added, corrected, moved, withdrawn = (len(getattr(found, name)) for name in GROUPS)
    told = [
        t.n("{count} event added", "{count} events added", added) if added else "",
        t.n("{count} corrected", "{count} corrected", corrected) if corrected else "",
        t.n("{count} moved", "{count} moved", moved) if moved else "",
        t.n("{count} withdrawn", "{count} withdrawn", withdrawn) if withdrawn else "",
    ]
    return ", ".join(said for said in told if said) or t("nothing changed")


def group(name: str, before: Snapshot, after: Snapshot, t: Words) -> list[Said]:
    """The events of one of ``GROUPS``, in order of their identifiers."""
    events: tuple[str, ...] = getattr(changes.of(before, after), name)
    if name in ("added", "withdrawn"):
        held = (after if name == "added" else before).entries
        return [Said(event, title(held[event], t), when(held[event], t)) for event in events]
    return [_changed(name, event, before, after, t) for event in events]


def title(entry: Entry, t: Words) -> str:
    """The title of an event in the reader's language."""
    return str(entry.facts["title_es" if t.lang == "es" else "title_en"])


def when(entry: Entry, t: Words) -> str:
    """The window of an event."""
    first, last = (date.fromisoformat(entry.facts[name]) for name in DAYS)
    return t.window(Window(first, last))


def _changed(name: str, event: str, before: Snapshot, after: Snapshot, t: Words) -> Said:
    """One event that both states have."""
    old, new = before.entries[event], after.entries[event]
    if name == "moved":
        what = moved(changes.move(old, new), t)
        found = changes.of_half(old.place, new.place)
    else:
        what, found = when(new, t), changes.of_half(old.facts, new.facts)
    return Said(event, title(new, t), what, tuple(field(one, t) for one in sorted(found, key=rank)))


def moved(move: Move, t: Words) -> str:
    """From where to where, and how far."""
    before, after, metres = move
    if metres is None:
        if after:
            return t("now at {after}; it had no point before", after=after)
        if before:
            return t("no point any more; it was at {before}", before=before)
        return t("without a point, as before; what is told of its place or its line is other")
    if not metres:
        return t("the same point; what is told of its place or its line is other")
    length = t.number(max(1, round(metres)))
    return t("{length} m, from {before} to {after}", length=length, before=before, after=after)
