"""What is different between two states of the data, event by event and field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from mapper.model import Position, distance_m
from mapper.snapshots import Entry, Json, Snapshot

# The lists of an entry, and what tells their items apart.
PARTS = {
    "reports": ("source_id",),
    "movements": ("route_id",),
    "routes": ("route_id",),
    "legs": ("route_id", "order"),
}


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
    """One thing said otherwise: the name of the column, and what it said and says.

    ``part`` and ``key`` name the report, movement, route or leg that it is of; "" for the event's
    own. Where a whole one came or went, ``name`` is "" and its key is the value.
    """

    name: str
    before: Any
    after: Any
    part: str = ""
    key: str = ""


class Move(NamedTuple):
    """Where an event was and is: the names of both places, "" where it had no position.

    ``metres`` between the two positions, ``None`` where there are not two.
    """

    before: str
    after: str
    metres: float | None


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


def of(before: Snapshot, after: Snapshot) -> Changes:
    """What is different between two snapshots."""
    return between(before.digests(before.entries), after.digests(after.entries))


def fields(before: Entry, after: Entry) -> Iterator[Field]:
    """What one event says otherwise, facts first."""
    yield from of_half(before.facts, after.facts)
    yield from of_half(before.place, after.place)


def of_half(before: Json, after: Json) -> Iterator[Field]:
    """What one half of an entry says otherwise, item by item where it holds a list."""
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name), after.get(name)
        if name in PARTS:
            yield from _items(name, old or (), new or ())
        elif old != new:
            yield Field(name, old, new)


def move(before: Entry, after: Entry) -> Move:
    """Where an event was, where it is, and how far from there."""
    old, new = _position(before.place), _position(after.place)
    return Move(
        _place(before) if old else "",
        _place(after) if new else "",
        distance_m(old, new) if old and new else None,
    )


def _items(part: str, before: Sequence[Json], after: Sequence[Json]) -> Iterator[Field]:
    """What the items of a list say otherwise: those of one key are compared."""
    old, new = _keyed(part, before), _keyed(part, after)
    for key in dict.fromkeys([*old, *new]):
        if key not in new or key not in old:
            yield Field("", key if key in old else None, key if key in new else None, part, key)
            continue
        for name in dict.fromkeys([*old[key], *new[key]]):
            was, now = old[key].get(name), new[key].get(name)
            if was != now:
                yield Field(name, was, now, part, key)


def _keyed(part: str, items: Sequence[Json]) -> dict[str, Json]:
    """The items by what tells them apart."""
    return {" ".join(str(item.get(name)) for name in PARTS[part]): item for item in items}


def _position(place: Json) -> Position | None:
    """The position of an event, if it has one."""
    lon, lat = place.get("lon"), place.get("lat")
    return None if lon is None or lat is None else Position(lon, lat)


def _place(entry: Entry) -> str:
    """What the place of an event is called, with its city and state."""
    place, state = entry.place, entry.facts.get("state")
    name, city = str(place.get("matched_place") or ""), str(place.get("city") or "")
    area = ", ".join(str(part) for part in (city, state) if part)
    return name if not city or name == area or name.startswith(city) else f"{name}, {area}"
