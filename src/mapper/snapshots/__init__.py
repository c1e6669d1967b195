"""The data as one text with a name: the same facts have the same name, on every machine.

A snapshot is a JSON Lines text, one event a line, in order of their identifiers, keys in order. Its
name is the beginning of the SHA-256 of that text: whoever has the text can check the name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from mapper import sheets
from mapper.catalog.schema import EVENTS, REPORTS
from mapper.select import PLACED

NAME, DIGEST = 16, 12  # hex digits: of a snapshot's name, of the digest of half an event
# What is said of an event, and where it is. Whether it is shown is told by its being there.
FACTS = [name for name in EVENTS if name not in ("event_id", "shown")]
PLACE = [name for name in PLACED if name != "event_id"]
# What of a leg is not the event's own.
LEG = (
    "route_id", "order", "certainty", "street", "words", "length_m", "uncertainty_m", "network",
    "network_date", "open_start", "open_end", "line",
)  # fmt: skip
Json = Mapping[str, Any]


@dataclass(frozen=True)
class Entry:
    """One event: its facts with its reports, its place with the legs of its routes."""

    facts: Json
    place: Json

    @cached_property
    def digest(self) -> str:
        """The digest of the facts and that of the place, joined by a hyphen."""
        return f"{_sha256(_json(self.facts))[:DIGEST]}-{_sha256(_json(self.place))[:DIGEST]}"


@dataclass(frozen=True)
class Snapshot:
    """The events that are shown, by identifier."""

    entries: Mapping[str, Entry]

    @cached_property
    def text(self) -> str:
        """All of it as JSON Lines."""
        lines = [
            _json({"event_id": event, "facts": entry.facts, "place": entry.place})
            for event, entry in sorted(self.entries.items())
        ]
        return "".join(f"{line}\n" for line in lines)

    @cached_property
    def name(self) -> str:
        """Its name, 16 hexadecimal digits."""
        return _sha256(self.text)[:NAME]

    def digests(self, events: Iterable[str]) -> dict[str, str]:
        """The digests of some events; of those that are in it."""
        return {event: self.entries[event].digest for event in events if event in self.entries}


def of(frame: pd.DataFrame, reports: pd.DataFrame, legs: Sequence[Json]) -> Snapshot:
    """The snapshot of a project.

    Args:
        frame: rows of :func:`mapper.select.joined`; those that are hidden are left out.
        reports: which source speaks of which event, as :class:`mapper.catalog.Catalog` has them.
        legs: as :func:`mapper.ledger.read_legs` gives them.
    """
    shown = frame[frame["off_map"] != "hidden"]
    told = _by_event(sheets.plain(reports[list(REPORTS)]), tuple(REPORTS)[1:])
    drawn = _by_event(legs, LEG)
    entries = {
        event: Entry(
            {**facts, "reports": told.get(event, [])}, {**place, "legs": drawn.get(event, [])}
        )
        for event, facts, place in zip(
            shown["event_id"], sheets.plain(shown[FACTS]), sheets.plain(shown[PLACE]), strict=True
        )
    }
    return Snapshot(entries)


def parse(text: str) -> Snapshot:
    """A snapshot from its text.

    Raises:
        ValueError: it is no JSON Lines text of events.
    """
    try:
        rows = [json.loads(line) for line in text.splitlines()]
        return Snapshot({row["event_id"]: Entry(row["facts"], row["place"]) for row in rows})
    except (LookupError, TypeError) as error:
        raise ValueError(str(error)) from error


def _by_event(rows: Iterable[Json], names: Sequence[str]) -> dict[str, list[Json]]:
    """The rows of each event, in order of all that they hold."""
    found: dict[str, list[Json]] = {}
    for row in rows:
        found.setdefault(row["event_id"], []).append({name: row[name] for name in names})
    return {event: sorted(own, key=_json) for event, own in found.items()}


def _json(value: object) -> str:
    """The one way in which a value is written."""
    return json.dumps(
        value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )


def _sha256(text: str) -> str:
    """The checksum of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
