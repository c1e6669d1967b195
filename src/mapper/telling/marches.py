"""The marches of the data: those with a line as values, the others as rows with their reason."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from mapper import describe
from mapper.export import March
from mapper.i18n import Words
from mapper.project import Project


def with_line(project: Project, t: Words) -> list[March]:
    """The marches that have a line, in time."""
    legs: dict[str, list[Mapping[str, Any]]] = {}
    for leg in sorted(project.legs, key=lambda leg: int(leg["order"])):
        legs.setdefault(leg["route_id"], []).append(leg)
    return [
        _march(row, legs[row["route_id"]], t) for row in _routes(project) if row["route_id"] in legs
    ]


def without_line(project: Project) -> list[describe.Row]:
    """The placed routes that have none, each with its event, in time."""
    drawn = {leg["route_id"] for leg in project.legs}
    return [row for row in _routes(project) if row["route_id"] not in drawn]


def _routes(project: Project) -> list[dict[Any, Any]]:
    """The placed routes with their events, in time; without those of events that are not shown."""
    events = project.events
    kept = events[events["off_map"] != "hidden"]
    own = kept[[name for name in kept if name == "event_id" or name not in project.routes]]
    rows = project.routes.merge(own, on="event_id")
    return rows.sort_values(["date_start", "route_id"], kind="stable").to_dict("records")


def _march(row: describe.Row, legs: list[Mapping[str, Any]], t: Words) -> March:
    """One march in the reader's language."""
    high = float(row["length_high_m"])
    return March(
        route_id=row["route_id"],
        event_id=row["event_id"],
        title=describe.title(row, t),
        when=describe.when(row, t),
        words=row["words"],
        certainty=row["certainty"],
        start=row["start_place"],
        end=row["end_place"],
        lengths_m=(row["length_low_m"], None if math.isnan(high) else high),
        legs=legs,
        hour=t.hour(str(row["start_time"])) if row["start_time"] else "",
    )


def names(found: list[March]) -> dict[str, str]:
    """What each march is called; where an event has several, by its end too."""
    events = [march.event_id for march in found]
    return {
        march.route_id: f"{march.title}, {march.when}"
        + (f" ({march.end})" if events.count(march.event_id) > 1 else "")
        for march in found
    }
