"""Marches as the text of a file: GeoJSON (RFC 7946) and GPX 1.1, both in WGS 84 degrees."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mapper.export.guard import NO_XML
from mapper.model import Card

CREDIT = "Walkout Mapper contributors; © OpenStreetMap contributors"
# GPX has room for one licence, and a march may stand on positions of two: both are links.
TERMS = (
    ("https://creativecommons.org/licenses/by/4.0/legalcode", "CC BY 4.0"),
    ("https://www.openstreetmap.org/copyright", "© OpenStreetMap contributors, ODbL 1.0"),
)
LEG_NAMES = (
    "order", "certainty", "street", "words", "length_m", "uncertainty_m", "network",
    "network_date", "open_start", "open_end",
)  # fmt: skip


@dataclass(frozen=True)
class March:
    """A placed route with its event in words.

    ``lengths_m``: its least and its greatest length, no greatest where an end is open. ``legs``:
    in order, as :func:`mapper.ledger.read_legs` gives them. ``hour``: when the event began, in
    words, "" where no document says it.
    """

    route_id: str
    event_id: str
    title: str
    when: str
    words: str
    certainty: str
    start: str
    end: str
    lengths_m: tuple[float, float | None]
    legs: Sequence[Mapping[str, Any]]
    hour: str = ""


def geojson(march: March, card: Card) -> str:
    """The legs of a march as LineStrings, as :func:`lines` writes them."""
    made = {"generated_from": card.note, "retrieved": card.retrieved.isoformat()}
    return lines([march], card, made)


def lines(marches: Sequence[March], card: Card, said: Mapping[str, Any]) -> str:
    """The legs of some marches, each with its own certainty (``stated`` or ``inferred``).

    Credit and terms stand at the collection and, because most programs keep only properties, at
    each leg too.

    Args:
        marches: in the order of the file.
        card: the card of the file that the legs are from.
        said: what else is to be told of the file.
    """
    terms = {"credit": CREDIT, "licence": card.licence}
    features = [
        {
            "type": "Feature",
            "id": f"{march.route_id}-{leg['order']}",
            "geometry": {"type": "LineString", "coordinates": leg["line"]},
            "properties": _shared(march) | {name: leg[name] for name in LEG_NAMES} | terms,
        }
        for march in marches
        for leg in march.legs
    ]
    collection = {"type": "FeatureCollection", **terms, **said, "features": features}
    return json.dumps(collection, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _shared(march: March) -> dict[str, str]:
    """What all legs of a march have in common."""
    return {
        "route_id": march.route_id,
        "event_id": march.event_id,
        "event": march.title,
        "date": march.when,
        "start": march.start,
        "end": march.end,
        "route_words": march.words,
    }


def gpx(march: March, card: Card) -> str:
    """One march as a file; credit and terms of ``card`` in the metadata."""
    return tracks([march], f"{march.title}, {march.when}", card)


def tracks(marches: Sequence[March], name: str, card: Card, said: str = "") -> str:
    """Some marches, a track each, one segment a leg.

    GPX gives a segment no words of its own: each of its points says the leg's certainty in
    ``type`` and its words in ``desc``. No point has a time, because none is known.

    Args:
        marches: in the order of the file.
        name: the title of the file.
        card: the card of the file that the legs are from.
        said: what else is to be told of the file.
    """
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="Walkout Mapper">\n'
        f"{_metadata(name, card, said)}\n{''.join(map(_track, marches))}</gpx>\n"
    )


def _track(march: March) -> str:
    """One march."""
    segments = "".join(_segment(leg) for leg in march.legs)
    name = f"{march.title}, {march.when}"
    return (
        f"<trk>{_element('name', name)}{_element('desc', march.words)}"
        f"{_element('type', march.certainty)}\n{segments}</trk>\n"
    )


def _metadata(name: str, card: Card, said: str) -> str:
    """Whose the positions are and what they were made from, in the order of the schema."""
    author = html.escape(CREDIT, quote=True)
    links = "".join(f'<link href="{url}">{_element("text", text)}</link>' for url, text in TERMS)
    told = " ".join(part for part in (said, f"{CREDIT}. {card.licence}. {card.note}") if part)
    return (
        f"<metadata>{_element('name', name)}{_element('desc', told)}"
        f'<copyright author="{author}"><year>{card.retrieved.year}</year></copyright>'
        f"{links}</metadata>"
    )


def _segment(leg: Mapping[str, Any]) -> str:
    """One leg."""
    told = _element("desc", leg["words"] or leg["street"]) + _element("type", leg["certainty"])
    points = "\n".join(
        f'<trkpt lat="{float(lat)}" lon="{float(lon)}">{told}</trkpt>' for lon, lat in leg["line"]
    )
    return f"<trkseg>\n{points}\n</trkseg>\n"


def _element(name: str, text: str) -> str:
    """An element that holds a text; nothing where there is none."""
    clean = html.escape(NO_XML.sub("", str(text)))
    return f"<{name}>{clean}</{name}>" if clean else ""
