"""Events, places and routes as columns: what the browser counts and draws from, sent once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

import pandas as pd

from mapper import describe, select
from mapper.catalog.schema import CONFIDENCES, KINDS
from mapper.i18n import Words
from mapper.layers import marks, ways
from mapper.layers.cells import MOST_SINGLE, cells

Columns = dict[str, Any]
Pair = list[list[float]]
DAY = pd.Timedelta(days=1)
EPOCH = pd.Timestamp("1970-01-01")
TEXTS = {
    "title": describe.title,
    "when": describe.when,
    "where": describe.where,
    "size": describe.size,
    "sure": describe.sure,
}


def nowhere(_: str) -> list[Pair]:
    """No street is known."""
    return []


def columns(
    frame: pd.DataFrame,
    legs: Sequence[Mapping[str, Any]],
    t: Words,
    stretch: Callable[[str], list[Pair]] = nowhere,
) -> Columns:
    """Everything that a map in the browser needs to filter, count and tell by itself.

    Args:
        frame: all rows of :func:`mapper.select.joined`.
        legs: as :func:`mapper.ledger.read_legs` gives them, with ``route_words``.
        t: the language of the texts.
        stretch: the name of a street to its pieces, as far as it is known: [] if it is not.

    Returns:
        ``places``: id, lon, lat (WGS 84 degrees), precision, radius (metres), stretch (pairs of
        positions, of a street only), areas first;
        ``events`` in time: id, place (row of places, -1: no mark), first and last (days since
        1970-01-01), kind and sure (places in :data:`KINDS` and :data:`CONFIDENCES`), area (row of
        ``areas``, -1: unknown), mid and high (people, 0: unknown), counted and recalled (0 or 1),
        and their texts, for those with a mark;
        ``lines``: event (row of events), pieces (pairs of positions), solid (0 or 1), lon, lat,
        angle (degrees), arrow (metres), words, note; ``areas``: name; ``cells``: as
        :func:`mapper.layers.cells.cells` gives them, where there are too many events for dots.
    """
    places = _places(frame, stretch)
    areas = sorted(set(frame["area"]) - {""})
    events = _events(frame, places["id"], areas) | _texts(frame, t)
    return {
        "places": places,
        "events": events,
        "lines": _lines(legs, events["id"], t),
        "areas": {"name": areas},
        "cells": cells(places["lon"], places["lat"]) if len(frame) > MOST_SINGLE else [],
    }


def _places(frame: pd.DataFrame, stretch: Callable[[str], list[Pair]]) -> dict[str, list[Any]]:
    """Each place once, in the order in which they are drawn."""
    drawn = sorted(select.on_map(frame).to_dict("records"), key=marks.order)
    first = {row["place_id"]: row for row in reversed(drawn)}
    rows = [first[place] for place in dict.fromkeys(map(itemgetter("place_id"), drawn))]
    return {
        "id": [row["place_id"] for row in rows],
        "lon": [float(row["lon"]) for row in rows],
        "lat": [float(row["lat"]) for row in rows],
        "precision": [row["precision"] for row in rows],
        "radius": [float(row["uncertainty_m"]) for row in rows],
        "stretch": [
            stretch(str(row["matched_place"])) if row["precision"] == "street" else []
            for row in rows
        ],
    }


def _events(frame: pd.DataFrame, places: list[str], areas: list[str]) -> dict[str, list[Any]]:
    """What is counted, as numbers."""
    place = pd.Series(range(len(places)), index=places, dtype=int)
    on_map = frame["off_map"] == ""
    crowds = [marks.crowd([row]) for row in frame.to_dict("records")]
    return {
        "id": frame["event_id"].tolist(),
        "place": frame["place_id"].where(on_map).map(place).fillna(-1).astype(int).tolist(),
        "first": _days(frame["date_start"]),
        "last": _days(frame["date_end"]),
        "kind": frame["kind"].map(KINDS.index).tolist(),
        "sure_level": frame["confidence"].map(CONFIDENCES.index).tolist(),
        "area": [areas.index(area) if area else -1 for area in frame["area"]],
        "mid": [mid for mid, _ in crowds],
        "high": [high for _, high in crowds],
        "counted": (~frame["off_map"].isin(select.NOT_COUNTED)).astype(int).tolist(),
        "recalled": (frame["record_type"] == "historical").astype(int).tolist(),
    }


def _days(dates: pd.Series) -> list[int]:
    """Dates as days since 1970-01-01."""
    days: list[int] = ((dates - EPOCH) // DAY).astype(int).tolist()
    return days


def _texts(frame: pd.DataFrame, t: Words) -> dict[str, list[Any]]:
    """The words of each event that has a mark; "" for the others, which are never told here."""
    rows = frame.to_dict("records")
    return {
        name: ["" if row["off_map"] else text(row, t) for row in rows]
        for name, text in TEXTS.items()
    }


def _lines(legs: Sequence[Mapping[str, Any]], events: list[str], t: Words) -> dict[str, list[Any]]:
    """The legs of routes, cut into what is drawn, with their words."""
    row_of = {event: at for at, event in enumerate(events)}
    told = [leg for leg in legs if leg["event_id"] in row_of]
    rows = [ways.leg_row(leg, t) for leg in told]
    pieces = [[(p["start"], p["end"]) for p in ways.dashes([row])] for row in rows]
    words = [ways.leg_words(leg, t) for leg in told]
    return {
        "event": [row_of[leg["event_id"]] for leg in told],
        "pieces": pieces,
        "solid": [int(bool(row["solid"])) for row in rows],
        "lon": [row["lon"] for row in rows],
        "lat": [row["lat"] for row in rows],
        "angle": [row["angle"] for row in rows],
        "arrow": [row["arrow_m"] for row in rows],
        "words": [said for said, _ in words],
        "note": [note for _, note in words],
    }
