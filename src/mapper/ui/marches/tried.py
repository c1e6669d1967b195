"""A description that a reader enters, read and drawn: the same values as a march of the data."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from mapper import directions, places, routes
from mapper.directions import Directions
from mapper.export import March
from mapper.knowledge import Knowledge
from mapper.model import Context, Placement
from mapper.routes import Line, Part, Told


@dataclass(frozen=True)
class Way:
    """The way of one group: as a march, or the reason (:data:`mapper.describe.REASONS`)."""

    label: str
    march: March | None
    reason: str


@dataclass(frozen=True)
class Tried:
    """What was understood of a description, and the way of each group in it."""

    read: Directions
    ways: tuple[Way, ...]


def tried(told: Told, context: Context, knows: Knowledge) -> Tried:
    """Read a description and draw it on the streets that are known.

    Args:
        told: the words, and its two ends ("" if the words say them).
        context: the city and state that it was in.
        knows: what this machine knows of places and streets.
    """
    lines = _lines(told, context, knows)
    ways = (
        Way(line.label, _march(told, line, number), line.reason)
        for number, line in enumerate(lines, 1)
    )
    return Tried(directions.read(told.words), tuple(ways))


def _lines(told: Told, context: Context, knows: Knowledge) -> list[Line]:
    """The line of each group: the one place where this page compiles a route."""

    def locate(words: str) -> Placement:
        return places.locate(words, context, knows.known)

    return routes.compiled(told, locate, *knows.walks_in(context))


def _march(told: Told, line: Line, number: int) -> March | None:
    """A drawn line as a march without an event; its id changes with what was entered."""
    if line.reason:
        return None
    entered = "\n".join((told.words, told.start, told.end)).encode(errors="replace")
    name = f"tried-{zlib.crc32(entered)}-{number}"
    return March(
        route_id=name,
        event_id=name,
        title="",
        when="",
        words=told.words,
        certainty=line.certainty,
        start=_name(line.start),
        end=_name(line.end),
        lengths_m=line.lengths_m or (0.0, None),
        legs=[_leg(name, order, part, told.words) for order, part in enumerate(line.parts, 1)],
    )


def _name(end: Placement | None) -> str:
    """What an end is called: a cross street that is no place of its own by its words."""
    return (end.place.name if end.place else end.query) if end else ""


def _leg(name: str, order: int, part: Part, words: str) -> dict[str, object]:
    """A part as the ledger writes a leg."""
    own = {"route_id": name, "event_id": name, "order": order, "route_words": words}
    return own | routes.as_row(part)
