"""The ledger's tables to the bytes of its files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from mapper import cards, disk
from mapper.model import Card

LICENCE = (
    "CC BY 4.0; cities: GeoNames (CC BY 4.0); positions read from OpenStreetMap:"
    " © OpenStreetMap contributors (ODbL 1.0)"
)
EVENT_MEANINGS = {
    "event_id": "The event in data/events.csv.",
    "query": "The place text, verbatim.",
    "status": "placed, ambiguous or not_found.",
    "lon": "Longitude, WGS 84 decimal degrees.",
    "lat": "Latitude, WGS 84 decimal degrees.",
    "precision": "The rung of the precision ladder that the position has.",
    "uncertainty_m": "Radius in metres that holds the true place.",
    "rung": "What answered: text, decision, online, or the row's locality, state or country.",
    "place_id": "The place in geo/gazetteer.csv, geo/us_places.csv or a crossing.",
    "matched_place": "Its name.",
    "neighborhood": "Neighborhood or unincorporated community.",
    "city": "Legal city; empty where unincorporated.",
    "postal_city": "City in the postal address.",
    "county": "County.",
    "state": "State, two letters.",
    "rivals": "Places of the same name that were not taken, each with the reason.",
    "rule": "How the answer was reached (docs/method.md).",
    "reason": "Day and reason of a decision made by a person (geo/decisions.csv).",
    "attribution": "What an online service asks to be said of its answer (geo/answers.csv).",
}
ROUTE_MEANINGS = {
    "route_id": "The route in data/routes.csv.",
    "event_id": "Its event.",
    "status": "line or no_line.",
    "certainty": "stated, inferred or unknown.",
    "reason": "Why there is no line; empty where there is one.",
    "start_query": "Where it began, verbatim.",
    "start_place": "The place that this was read as.",
    "start_lon": "Longitude of the start, WGS 84 decimal degrees.",
    "start_lat": "Latitude of the start, WGS 84 decimal degrees.",
    "end_query": "Where it went, verbatim.",
    "end_place": "The place that this was read as.",
    "end_lon": "Longitude of the end, WGS 84 decimal degrees.",
    "end_lat": "Latitude of the end, WGS 84 decimal degrees.",
    "length_low_m": "Least length in metres (docs/method.md, section 6).",
    "length_high_m": "Greatest length of a direct way in metres; empty where an end is open.",
    "legs_stated": "How many drawn legs follow a street that the words name.",
    "legs_inferred": "How many drawn legs are not: between known points.",
    "legs_unknown": "How many legs that the words tell add nothing to the line.",
}
TITLES = {
    "placed_events": ("Placed events", "Eventos ubicados"),
    "placed_routes": ("Placed routes", "Recorridos ubicados"),
}


def every(
    events: pd.DataFrame,
    routes: pd.DataFrame,
    legs: Sequence[Mapping[str, object]],
    inputs: Sequence[Path],
) -> dict[str, bytes]:
    """Every file of the ledger, each with its card. The cards name the hashes of the inputs."""
    contents = {
        "placed_events.csv": disk.as_csv(events),
        "placed_events.geojson": _geojson(map(_point, _records(events))),
        "placed_routes.csv": disk.as_csv(routes),
        "placed_routes.geojson": _geojson(map(_line, legs)),
    }
    note = "Made by mapper geocode from " + ", ".join(_input(path) for path in inputs)
    retrieved = max((_retrieved(path) for path in inputs), default=date.min)
    return contents | {
        f"{name}.toml": cards.text(_card(name, content, note, retrieved)).encode()
        for name, content in contents.items()
    }


def _records(table: pd.DataFrame) -> list[dict[str, str]]:
    """The rows as dictionaries of text."""
    return [{str(key): str(cell) for key, cell in row.items()} for row in table.to_dict("records")]


def _geojson(features: Iterable[dict[str, object] | None]) -> bytes:
    """RFC 7946, one feature a line, so that a change is one line too."""
    lines = [json.dumps(f, ensure_ascii=False, sort_keys=True) for f in features if f]
    body = ",\n".join(lines)
    return f'{{"type": "FeatureCollection", "features": [\n{body}\n]}}\n'.encode()


def _point(row: dict[str, str]) -> dict[str, object] | None:
    """A placed event as a feature; none where it has no position."""
    if not row["lon"]:
        return None
    properties = {key: cell for key, cell in row.items() if key not in ("lon", "lat")}
    geometry = {"type": "Point", "coordinates": [float(row["lon"]), float(row["lat"])]}
    numbers = {"uncertainty_m": float(row["uncertainty_m"])}
    return {
        "type": "Feature",
        "id": row["event_id"],
        "geometry": geometry,
        "properties": properties | numbers,
    }


def _line(leg: Mapping[str, object]) -> dict[str, object]:
    """One leg of a route as a feature."""
    return {
        "type": "Feature",
        "id": f"{leg['route_id']}-{leg['order']}",
        "geometry": {"type": "LineString", "coordinates": leg["line"]},
        "properties": {key: value for key, value in leg.items() if key != "line"},
    }


def _card(name: str, content: bytes, note: str, retrieved: date) -> Card:
    """The card of one file of the ledger."""
    stem = name.partition(".")[0]
    meanings = EVENT_MEANINGS if stem == "placed_events" else ROUTE_MEANINGS
    title, title_es = TITLES[stem]
    return Card(
        file=name,
        title=title,
        title_es=title_es,
        source="Walkout Mapper, the geocoding step",
        url="",
        retrieved=retrieved,
        licence=LICENCE,
        sha256=hashlib.sha256(content).hexdigest(),
        columns=meanings,
        note=note,
    )


def _input(path: Path) -> str:
    """A file and the hash it had."""
    return f"{path.parent.name}/{path.name} sha256:{cards.sha256(path)}"


def _retrieved(path: Path) -> date:
    """The day of an input's card: the ledger is as old as the newest of what it was made from."""
    card = cards.card_of(path)
    return cards.read(card).retrieved if card.is_file() else date.min
