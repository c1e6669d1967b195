"""The legs of routes to the rows that the layers draw: lines, arrows, dashes, and their words."""

from __future__ import annotations

import html
import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from mapper import geometry, select
from mapper.i18n import N_, Words

ARROW_SHARE = 0.2  # of a route's length: in its middle, an arrow hides neither end
DASH_M = 180.0
# What is said of a leg by its certainty.
LEG_NOTES = {
    "stated": N_("Stated: the words name the street."),
    "inferred": N_("Inferred: the two ends are known, not the streets between."),
}

Rows = list[dict[str, object]]


def lines(legs: Sequence[Mapping[str, Any]], chosen: pd.DataFrame, t: Words) -> Rows:
    """One row a leg of the routes whose event is to be seen.

    Args:
        legs: as :func:`mapper.ledger.read_legs` gives them, with ``route_words``.
        chosen: rows of :func:`mapper.select.joined`.
        t: the reader's language, for the hover card.
    """
    seen = set(select.on_map(chosen)["event_id"])
    return [leg_row(found, t) for found in legs if found["event_id"] in seen]


def leg_row(leg: Mapping[str, Any], t: Words) -> dict[str, object]:
    """The row of one leg: its line, and an arrow in its middle."""
    line = leg["line"]
    (west, south), (east, north) = line[(len(line) - 1) // 2], line[(len(line) - 1) // 2 + 1]
    # deck.gl turns icons anticlockwise in degrees; the sprite's arrow points east
    angle = math.degrees(math.atan2(north - south, (east - west) * math.cos(math.radians(south))))
    words, note = map(html.escape, leg_words(leg, t))
    return {
        "line": line,
        "solid": leg["certainty"] == "stated",
        "length_m": float(leg["length_m"]),
        "lon": (west + east) / 2,
        "lat": (south + north) / 2,
        "angle": round(angle, 1),
        "glyph": "arrow",
        "arrow_m": float(leg["length_m"]) * ARROW_SHARE,
        "ids": [leg["event_id"]],
        "tip": f"{words}<br><i>{note}</i>",
    }


def not_said(leg: Mapping[str, Any], t: Words) -> str:
    """That a leg only shows the way of an end, or of a beginning, that is not said."""
    if leg["open_end"]:
        return t("How far is not said: one block is drawn.")
    return t("Where it began is not said: one block is drawn.")


def leg_words(leg: Mapping[str, Any], t: Words) -> tuple[str, str]:
    """The words that gave a leg, and what is said of its certainty."""
    note = t(LEG_NOTES[str(leg["certainty"])])
    if leg["open_end"] or leg["open_start"]:
        note += " " + not_said(leg, t)
    return t("“{words}”", words=leg["words"] or leg["route_words"]), note


def dashes(lines: Rows) -> Rows:
    """The pieces of each leg: as a table, because deck.gl's own dashes cost a second.

    A stated leg is solid, a piece from each corner to the next. Of an inferred one, a dash and its
    gap are ``DASH_M`` long on the ground each, and there are three dashes or more.
    """
    return [piece for line in lines for piece in (_solid if line["solid"] else _pieces)(line)]


def _solid(line: dict[str, Any]) -> Rows:
    """One stated leg, from each of its points to the next."""
    told = {"ids": line["ids"], "tip": line["tip"]}
    return [{"start": one, "end": other, **told} for one, other in pairwise(line["line"])]


def _pieces(line: dict[str, Any]) -> Rows:
    """One inferred leg as dashes along it, the first at its start and the last at its end."""
    points = np.array(line["line"], dtype=float)
    far = geometry.progress(points)
    count = 2 * max(2, round(far[-1] / DASH_M / 2)) + 1
    cuts = np.linspace(0.0, far[-1], count + 1)
    told = {"ids": line["ids"], "tip": line["tip"]}
    found: Rows = []
    for one, other in zip(cuts[:-1:2], cuts[1::2], strict=True):
        at = np.concatenate([[one], far[(far > one) & (far < other)], [other]])
        spots = [np.interp(at, far, points[:, axis]).round(6) for axis in (0, 1)]
        ends = np.stack(spots, axis=1).tolist()
        found += [{"start": start, "end": end, **told} for start, end in pairwise(ends)]
    return found
