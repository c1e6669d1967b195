"""The marches of the events that are shown: those with a line as values, all of them as rows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
from shapely import LineString

from mapper import describe
from mapper.describe.words import REASONS
from mapper.export import guard
from mapper.export.columns import LEGS
from mapper.export.march import CREDIT, March
from mapper.export.shown import Shown
from mapper.i18n import Words
from mapper.project import Project

Row = Mapping[Any, Any]


def in_time(project: Project) -> list[dict[Any, Any]]:
    """The placed routes with their events, in time; without those of events that are hidden."""
    events = project.events
    kept = events[events["off_map"] != "hidden"]
    own = kept[[name for name in kept if name == "event_id" or name not in project.routes]]
    rows = project.routes.merge(own, on="event_id")
    return rows.sort_values(["date_start", "route_id"], kind="stable").to_dict("records")


def drawn(rows: Iterable[Row], legs: Iterable[Mapping[str, Any]], t: Words) -> list[March]:
    """The marches of some rows of :func:`in_time` that have a line."""
    own: dict[str, list[Mapping[str, Any]]] = {}
    for leg in sorted(legs, key=lambda leg: int(leg["order"])):
        own.setdefault(leg["route_id"], []).append(leg)
    return [_march(row, own[row["route_id"]], t) for row in rows if row["route_id"] in own]


def _march(row: Row, legs: Sequence[Mapping[str, Any]], t: Words) -> March:
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


def shown_rows(shown: Shown) -> list[dict[Any, Any]]:
    """The routes of the events that are shown."""
    ids = set(shown.rows["event_id"])
    return [row for row in in_time(shown.project) if row["event_id"] in ids]


def marches(shown: Shown) -> list[March]:
    """Those of them with a line.

    Raises:
        DataError: a text holds what is never exported.
    """
    legs(shown)
    return drawn(shown_rows(shown), shown.project.legs, shown.words)


def without_line(shown: Shown) -> list[str]:
    """The others, each with its title and the reason.

    Raises:
        DataError: a text holds what is never exported.
    """
    told = legs(shown)
    others = told[told["leg"].isna()]
    rows = zip(others["title"], others["date"], others["no_line"], strict=True)
    return [f"{title}, {date}: {reason}" for title, date, reason in rows]


def legs(shown: Shown) -> pd.DataFrame:
    """One row a leg; a march without a line has one row with the reason.

    Returns:
        The columns of :data:`mapper.export.columns.LEGS`.

    Raises:
        DataError: a text holds what is never exported.
    """
    t, rows = shown.words, shown_rows(shown)
    with_line = {march.route_id: march for march in drawn(rows, shown.project.legs, t)}
    told = [
        _route(row, t) | leg
        for row in rows
        for leg in _legs(with_line.get(row["route_id"]), shown.card.licence)
    ]
    found = pd.DataFrame(told, columns=[column.name for column in LEGS])
    texts = [column.name for column in LEGS if column.kind == "text"]
    counts = [column.name for column in LEGS if column.kind == "integer"]
    found = found.assign(**{name: found[name].fillna("").astype(str) for name in texts})
    found = found.assign(**{name: found[name].astype("Int64") for name in counts})
    # words of our own and coordinates are none of a document's
    said = [name for name in texts if name not in ("wkt", "license", "rightsHolder", "no_line")]
    return found.assign(**{name: guard.clean(found[name], found["route_id"]) for name in said})


def _route(row: Row, t: Words) -> dict[str, Any]:
    """What the rows of one route have in common."""
    return {
        "route_id": row["route_id"],
        "eventID": row["event_id"],
        "title": describe.title(row, t),
        "date": describe.when(row, t),
        "route_words": row["words"],
        "start": row["start_place"],
        "end": row["end_place"],
        "no_line": t(REASONS.get(str(row["reason"]), "")),
    }


def _legs(march: March | None, licence: str) -> list[dict[str, Any]]:
    """The drawn legs of a march; one empty row where there are none."""
    if march is None:
        return [{}]
    return [
        {
            "leg": leg["order"],
            "certainty": leg["certainty"],
            "street": leg["street"],
            "leg_words": leg["words"],
            "length_m": leg["length_m"],
            "uncertainty_m": leg["uncertainty_m"],
            "wkt": LineString(leg["line"]).wkt,
            "license": licence,
            "rightsHolder": CREDIT,
        }
        for leg in march.legs
    ]
