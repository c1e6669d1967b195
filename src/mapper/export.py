"""One march as the text of a file: GeoJSON (RFC 7946) and GPX 1.1, both in WGS 84 degrees."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# What XML 1.0 cannot hold, not even escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LEG_NAMES = ("order", "certainty", "street", "words", "length_m", "open_end")


@dataclass(frozen=True)
class March:
    """A placed route with its event in words.

    ``legs``: in order, as :func:`mapper.ledger.read_legs` gives them.
    """

    route_id: str
    event_id: str
    title: str
    when: str
    words: str
    certainty: str
    start: str
    end: str
    length_m: float
    legs: Sequence[Mapping[str, Any]]


def geojson(march: March) -> str:
    """The legs as LineStrings, each with its own certainty (``stated`` or ``inferred``)."""
    shared = {
        "route_id": march.route_id,
        "event_id": march.event_id,
        "event": march.title,
        "date": march.when,
        "start": march.start,
        "end": march.end,
        "route_words": march.words,
    }
    features = [
        {
            "type": "Feature",
            "id": f"{march.route_id}-{leg['order']}",
            "geometry": {"type": "LineString", "coordinates": leg["line"]},
            "properties": shared | {name: leg[name] for name in LEG_NAMES},
        }
        for leg in march.legs
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def gpx(march: March) -> str:
    """One track, one segment a leg.

    GPX gives a segment no words of its own: each of its points says the leg's certainty in
    ``type`` and its words in ``desc``. No point has a time, because none is known.
    """
    segments = "".join(_segment(leg) for leg in march.legs)
    name = f"{march.title}, {march.when}"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="Walkout Mapper">\n'
        f"<trk>{_element('name', name)}{_element('desc', march.words)}"
        f"{_element('type', march.certainty)}\n{segments}</trk>\n</gpx>\n"
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
    clean = html.escape(_NO_XML.sub("", str(text)))
    return f"<{name}>{clean}</{name}>" if clean else ""
