"""What is different between two states of the data, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from mapper.describe.words import (
    CONFIDENCES,
    KINDS,
    PRECISIONS,
    REASONS,
    RECORD_TYPES,
    RULES,
    SIZE_RULES,
    STANCES,
)
from mapper.i18n import N_, Words
from mapper.model import Window
from mapper.snapshots import Entry, Snapshot, changes
from mapper.snapshots.changes import Changes, Field, Move

# What a field is called.
COLUMNS = {
    "record_type": N_("How it is known"),
    "kind": N_("Kind"),
    "title_en": N_("Title in English"),
    "title_es": N_("Title in Spanish"),
    "date_start": N_("First day"),
    "date_end": N_("Last day"),
    "date_precision": N_("How finely it is dated"),
    "edtf": N_("Dates in EDTF"),
    "date_basis": N_("Dated by"),
    "date_confidence": N_("How sure the date is"),
    "start_time": N_("Hour"),
    "timezone": N_("Time zone"),
    "place_text": N_("Words of the place"),
    "locality": N_("City of the text"),
    "state": N_("State"),
    "country": N_("Country"),
    "size_text": N_("Words of the size"),
    "size_low": N_("Fewest people"),
    "size_high": N_("Most people"),
    "size_rule": N_("How the size was read"),
    "participants": N_("Who"),
    "organizations": N_("Organizations"),
    "arrests_low": N_("Fewest arrests"),
    "arrests_high": N_("Most arrests"),
    "parent_id": N_("Its series"),
    "same_crowd_as": N_("Same crowd as"),
    "duplicate_of": N_("Covered by"),
    "confidence": N_("How sure"),
    "note": N_("Note"),
    "status": N_("Result of placing"),
    "lon": N_("Longitude"),
    "lat": N_("Latitude"),
    "precision": N_("How finely it is placed"),
    "uncertainty_m": N_("Radius (m)"),
    "place_id": N_("Identifier of the place"),
    "matched_place": N_("Place"),
    "neighborhood": N_("Neighborhood"),
    "city": N_("City"),
    "county": N_("County"),
    "rule": N_("Placed by"),
    "rivals": N_("Other places of the name"),
    "reason": N_("Reason"),
    "attribution": N_("Credit of the place"),
    "locator": N_("Paragraph"),
    "supports": N_("Evidence for"),
    "publisher": N_("Publisher"),
    "author": N_("Author"),
    "title": N_("Title"),
    "published": N_("Published"),
    "published_basis": N_("How its day is known"),
    "url": N_("Address on the web"),
    "language": N_("Language"),
    "stance": N_("Stance"),
    "wire_group": N_("Same agency text"),
    "words": N_("Words of the movement"),
    "certainty": N_("How the line is known"),
    "start_place": N_("Start"),
    "end_place": N_("End"),
    "length_low_m": N_("Least length (m)"),
    "length_high_m": N_("Greatest length (m)"),
    "legs_stated": N_("Legs that the words name"),
    "legs_inferred": N_("Legs that are inferred"),
    "legs_unknown": N_("Legs that add no line"),
    "street": N_("Street"),
    "length_m": N_("Length (m)"),
    "network": N_("Streets from"),
    "network_date": N_("Day of the streets"),
    "open_start": N_("Open at its start"),
    "open_end": N_("Open at its end"),
    "line": N_("Line"),
}
PARTS = {
    "reports": N_("Document {key}: {column}"),
    "movements": N_("Movement {key}: {column}"),
    "routes": N_("Route {key}: {column}"),
    "legs": N_("Leg {key}: {column}"),
}
WHOLE = {
    "reports": N_("Document"),
    "movements": N_("Movement"),
    "routes": N_("Route"),
    "legs": N_("Leg"),
}
# Codes that have words of their own; whatever is not among them is shown as it stands.
CODES: Mapping[str, Mapping[str, str]] = {
    "record_type": RECORD_TYPES,
    "kind": KINDS,
    "date_confidence": CONFIDENCES,
    "confidence": CONFIDENCES,
    "size_rule": SIZE_RULES,
    "precision": PRECISIONS,
    "rule": RULES,
    "stance": STANCES,
    "reason": REASONS,
    "status": {
        "placed": N_("placed"),
        "ambiguous": N_("ambiguous"),
        "not_found": N_("not found"),
        "line": N_("a line"),
        "no_line": N_("no line"),
    },
    "certainty": {"stated": N_("stated"), "inferred": N_("inferred"), "unknown": N_("unknown")},
}
DAYS = ("date_start", "date_end")
# Digits that are no count: written as they are.
PLAIN = ("lon", "lat")


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
    return Said(event, title(new, t), what, tuple(field(one, t) for one in found))


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


def field(field: Field, t: Words) -> tuple[str, str, str]:
    """One field: what it is called, what it said, what it says."""
    if not field.name:
        label = t(WHOLE[field.part])
    else:
        label = t(COLUMNS[field.name]) if field.name in COLUMNS else field.name
        if field.part:
            label = t(PARTS[field.part], key=field.key, column=label)
    return label, value(field.name, field.before, t), value(field.name, field.after, t)


def value(name: str, value: Any, t: Words) -> str:  # noqa: ANN401 - whatever JSON holds
    """What a field holds, in words where there are any for it."""
    if value is None or value in ("", []):
        return t("not given")
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    if isinstance(value, int | float):
        return str(value) if name in PLAIN else t.number(value)
    if name == "line":
        return t.n("{count} point", "{count} points", len(value))
    if name in DAYS:
        return t.short_day(date.fromisoformat(value))
    said = CODES.get(name, {}).get(str(value), "")
    return t(said) if said else str(value)
