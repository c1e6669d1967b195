"""``mapper route``: a description of a march to its legs and its line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from mapper import directions, knowledge, places, routes
from mapper.cli.shared import NOT_PLACED, AsJson, Geo, Near, folders_of, show, told, words
from mapper.describe import lengths
from mapper.describe.words import REASONS
from mapper.directions import Directions, Leg
from mapper.errors import UsageError
from mapper.i18n import Words
from mapper.model import Context, Placement

# Of a terminal's colours, by the role that words play.
COLOURS = {
    "verb": "blue", "street": "green", "turn": "magenta", "heading": "magenta", "place": "cyan",
    "closed": "red", "unread": "bright_black",
}  # fmt: skip

Start = Annotated[str, typer.Option(help="Where it began, as people write it.")]
End = Annotated[str, typer.Option(help="Where it ended.")]
Streets = Annotated[
    Path | None, typer.Option(help="A street file to walk on: any that `mapper streets add` takes.")
]


def route(
    text: Annotated[list[str], typer.Argument(help="The words of the march.")],
    start: Start = "",
    end: End = "",
    near: Near = "",
    *,
    streets: Streets = None,
    geo: Geo = None,
    as_json: AsJson = False,
    as_geojson: Annotated[bool, typer.Option("--geojson", help="Print the legs.")] = False,
) -> None:
    """Read a description as legs, and draw them on the streets that are known."""
    with told():
        said = routes.Told(_checked(" ".join(text)), start, end)
        where = folders_of(None, geo).geo
        knows = knowledge.with_streets(where, streets) if streets else knowledge.with_local(where)
        context = places.context_of(near, knows.known) if near else Context()

        def locate(words_: str) -> Placement:
            return places.locate(words_, context, knows.known)

        read = directions.read(said.words)
        lines = routes.compiled(said, locate, *knows.walks_in(context))
    if as_geojson:
        show(json.dumps(_features(lines), ensure_ascii=False))
    elif as_json:
        show(json.dumps(_answer(read, lines), ensure_ascii=False, indent=1))
    else:
        show("\n".join(_sentences(read, lines)))
    raise typer.Exit(NOT_PLACED if any(line.reason for line in lines) else 0)


def _checked(text: str) -> str:
    """The words, if they can be those of one march.

    Raises:
        UsageError: there are none, or too many.
    """
    count = len(text.split())
    if not count:
        raise UsageError("route_empty")
    if count > routes.MOST_WORDS:
        raise UsageError("route_long", value=count)
    return text


def _answer(read: Directions, lines: list[routes.Line]) -> dict[str, object]:
    """What was understood, and what was drawn of each branch."""
    return {
        "words": read.words,
        "roles": [
            {"words": read.words[slice(*role.span)], "role": role.kind} for role in read.roles
        ],
        "unread": [read.words[slice(*span)] for span in read.unread],
        "closed": list(read.closed),
        "branches": [_branch(line) for line in lines],
    }


def _branch(line: routes.Line) -> dict[str, object]:
    """One way that was taken, or why there is no line."""
    low, high = line.lengths_m or (None, None)
    return {
        "label": line.label,
        "status": "no_line" if line.reason else "line",
        "reason": line.reason,
        "leg_at_fault": line.leg,
        "certainty": line.certainty,
        "length_low_m": None if low is None else round(low),
        "length_high_m": None if high is None else round(high),
        "legs": [_part(order, part) for order, part in enumerate(line.parts, 1)],
        "not_drawn": [{**_told(leg), "reason": reason} for leg, reason in line.missed],
    }


def _part(order: int, part: routes.Part) -> dict[str, object]:
    """One drawn leg as plain values."""
    whole = {"line": [list(spot) for spot in part.line]}
    return {"order": order} | _told(part.leg) | routes.as_row(part) | whole


def _told(leg: Leg | None) -> dict[str, object]:
    """What the words say of a leg."""
    if leg is None:
        return dict.fromkeys(("words", "street", "turn", "heading", "from", "to"), "") | {"via": []}
    return {
        "words": leg.words,
        "street": leg.street,
        "turn": leg.turn,
        "heading": leg.heading,
        "from": leg.start,
        "to": leg.end,
        "via": list(leg.via),
    }


def _features(lines: list[routes.Line]) -> dict[str, object]:
    """The drawn legs as GeoJSON, one feature each."""
    parts = [
        _part(order, part) | {"branch": branch}
        for branch, line in enumerate(lines, 1)
        for order, part in enumerate(line.parts, 1)
    ]
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "geometry": {"type": "LineString", "coordinates": part.pop("line")},
                "properties": part,
            }
            for part in parts
        ],
    }


def _sentences(read: Directions, lines: list[routes.Line]) -> list[str]:
    """The words by their role; one line a leg, or why there is none; what was not understood."""
    t, said = words(), [_coloured(read)]
    for number, line in enumerate(lines, 1):
        if len(lines) > 1:
            said.append(f"— {line.label or number}")
        said += _line(line, t)
    unread = [read.words[slice(*span)] for span in read.unread]
    return [*said, *([t("not understood: {words}", words="; ".join(unread))] if unread else [])]


def _line(line: routes.Line, t: Words) -> list[str]:
    """One branch: its legs, or why there are none."""
    said = []
    if line.reason:
        said.append(t("no line: {reason}", reason=t(REASONS[line.reason])))
    if line.reason in routes.UNKNOWING:
        said.append(
            t('streets of a place: mapper streets add FILE, or mapper streets fetch "PLACE"')
        )
    for part in line.parts:
        name = part.leg.street if part.leg else ""
        open_ = t("how far is not said") if part.open_end else ""
        open_ = t("where it began is not said") if part.open_start else open_
        said.append(f"{part.certainty}  {part.length_m:.0f} m  {name or '—'}  {open_}".rstrip())
    if line.lengths_m:
        said.append(t("length: {length}", length=lengths.span(*line.lengths_m, t)))
    missed = (
        f"{directions.UNKNOWN}  —  {leg.words}  {t(REASONS[reason])}" for leg, reason in line.missed
    )
    return [*said, *missed]


def _coloured(read: Directions) -> str:
    """The words in a terminal's colours; in a pipe typer takes the colours out."""
    found, at = [], 0
    for role in read.roles:
        start, end = role.span
        words_ = read.words[start:end]
        colour = COLOURS.get(role.kind)
        found += [read.words[at:start], typer.style(words_, fg=colour) if colour else words_]
        at = end
    return "".join(found) + read.words[at:]
