"""One field of an event, and what it holds, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

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
from mapper.snapshots.changes import Field

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
# Fields are told in this order, whatever that of the text.
RANK = {name: rank for rank, name in enumerate(COLUMNS)}
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


def rank(one: Field) -> tuple[int, str, int]:
    """Where a field stands among those of its event: its own first, then item by item."""
    part = list(PARTS).index(one.part) if one.part else -1
    return part, one.key, RANK.get(one.name, len(RANK))


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
