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

from mapper import sheets
from mapper.catalog.schema import EVENTS, SOURCES
from mapper.errors import DataError
from mapper.project import Project
from mapper.select import PLACED

NAME, DIGEST = 16, 12  # hex digits: of a snapshot's name, of the digest of half an event
# What is said of an event, and where it is. Whether it is shown is told by its being there.
FACTS = [name for name in EVENTS if name not in ("event_id", "shown")]
PLACE = [name for name in PLACED if name != "event_id"]
# What is said of an event by a document, and of the document itself.
REPORT = ("source_id", "locator", "supports", *(name for name in SOURCES if name != "source_id"))
# The words of each movement, and what became of them: a line, or the reason why there is none.
MOVEMENT = ("route_id", "words")
ROUTE = (
    "route_id", "status", "certainty", "reason", "start_place", "end_place", "length_low_m",
    "length_high_m", "legs_stated", "legs_inferred", "legs_unknown",
)  # fmt: skip
# What of a leg is not the event's own.
LEG = (
    "route_id", "order", "certainty", "street", "words", "length_m", "uncertainty_m", "network",
    "network_date", "open_start", "open_end", "line",
)  # fmt: skip
Json = Mapping[str, Any]


@dataclass(frozen=True)
class Entry:
    """One event: its facts, reports and movements; its place, with its routes and their legs."""

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


def of(found: Project) -> Snapshot:
    """The snapshot of a project; rows that are hidden are left out."""
    shown = found.events[found.events["off_map"] != "hidden"]
    told = sheets.plain(found.reports.merge(found.sources, on="source_id"))
    routes = sheets.plain(found.routes)
    reports, movements = _by_event(told, REPORT), _by_event(routes, MOVEMENT)
    placed, drawn = _by_event(routes, ROUTE), _by_event(found.legs, LEG)
    entries = {
        event: Entry(
            {**facts, "reports": reports.get(event, []), "movements": movements.get(event, [])},
            {**place, "routes": placed.get(event, []), "legs": drawn.get(event, [])},
        )
        for event, facts, place in zip(
            shown["event_id"], sheets.plain(shown[FACTS]), sheets.plain(shown[PLACE]), strict=True
        )
    }
    return Snapshot(entries)


def parse(text: str, file: str = "") -> Snapshot:
    """A snapshot from its text.

    Args:
        text: JSON Lines, as :attr:`Snapshot.text` has it.
        file: what the text is called when it cannot be read.

    Raises:
        DataError: it is no JSON Lines text of events.
    """
    try:
        # Only "\n" ends a line: str.splitlines would part a title that holds U+2028.
        rows = [json.loads(line) for line in text.split("\n") if line]
        return Snapshot({row["event_id"]: _entry(row) for row in rows})
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise DataError("snapshot_broken", file=file, reason=str(error)) from error


def _entry(row: Json) -> Entry:
    """One line of the text as an entry.

    Raises:
        AttributeError: a half of it is no object.
    """
    return Entry(dict(row["facts"].items()), dict(row["place"].items()))


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
