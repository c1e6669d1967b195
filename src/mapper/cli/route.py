"""``mapper route``: a description of a march to its legs and its line."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from mapper import directions, knowledge, places, routes
from mapper.cli.shared import NOT_PLACED, AsJson, Geo, Near, folders_of, show, told, words
from mapper.describe.words import REASONS
from mapper.directions.legs import Branch, Directions
from mapper.model import Context, Placement

Start = Annotated[str, typer.Option(help="Where it began, as people write it.")]
End = Annotated[str, typer.Option(help="Where it ended.")]


def route(
    text: Annotated[list[str], typer.Argument(help="The words of the march.")],
    start: Start = "",
    end: End = "",
    near: Near = "",
    geo: Geo = None,
    *,
    as_json: AsJson = False,
    as_geojson: Annotated[bool, typer.Option("--geojson", help="Print the legs.")] = False,
) -> None:
    """Read a description as legs, and draw them on the streets that are known."""
    with told():
        knows = knowledge.with_local(folders_of(None, geo).geo)
        context = places.context_of(near, knows.known) if near else Context()

        def locate(words_: str) -> Placement:
            return places.locate(words_, context, knows.known)

        read = directions.read(" ".join(text))
        branches = read.branches or (Branch(()),)
        lines = [
            routes.along(
                branch.legs,
                routes.between(start or _first(branch), end or _last(branch), locate),
                knows.walks,
            )
            for branch in branches
        ]
    if as_geojson:
        show(json.dumps(_features(lines), ensure_ascii=False))
    elif as_json:
        show(json.dumps(_answer(read, lines), ensure_ascii=False, indent=1))
    else:
        show("\n".join(_sentences(read, lines)))
    raise typer.Exit(NOT_PLACED if any(line.reason for line in lines) else 0)


def _first(branch: Branch) -> str:
    """Where the words say that a branch began."""
    return branch.legs[0].start if branch.legs else ""


def _last(branch: Branch) -> str:
    """Where the words say that a branch went."""
    return branch.legs[-1].end if branch.legs else ""


def _answer(read: Directions, lines: list[routes.Line]) -> dict[str, object]:
    """What was understood, and what was drawn of each branch."""
    return {
        "words": read.words,
        "unread": [read.words[slice(*span)] for span in read.unread],
        "closed": list(read.closed),
        "branches": [
            {
                "status": "no_line" if line.reason else "line",
                "reason": line.reason,
                "certainty": line.certainty,
                "length_m": None if line.length_m is None else round(line.length_m),
                "legs": [_part(part) for part in line.parts],
            }
            for line in lines
        ],
    }


def _part(part: routes.Part) -> dict[str, object]:
    """One drawn leg as plain values."""
    leg = part.leg
    return {
        "certainty": part.certainty,
        "street": leg.street if leg else "",
        "turn": leg.turn if leg else "",
        "words": leg.words if leg else "",
        "length_m": round(part.length_m),
        "open_end": part.open_end,
        "line": [list(spot) for spot in part.line],
    }


def _features(lines: list[routes.Line]) -> dict[str, object]:
    """The drawn legs as GeoJSON, one feature each."""
    parts = [_part(part) for line in lines for part in line.parts]
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
    """One line a leg, or the reason why there is none; then the words that were not understood."""
    t, told_ = words(), []
    for line in lines:
        if line.reason:
            told_.append(t("no line: {reason}", reason=t(REASONS[line.reason])))
        for part in line.parts:
            name = part.leg.street if part.leg else "—"
            open_ = t("how far is not said") if part.open_end else ""
            told_.append(f"{part.certainty}  {part.length_m:.0f} m  {name}  {open_}".rstrip())
    unread = [read.words[slice(*span)] for span in read.unread]
    return [*told_, *([t("not understood: {words}", words="; ".join(unread))] if unread else [])]
