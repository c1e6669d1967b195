"""Ways that the words leave out: the shortest on foot where every way is known, else straight."""

from __future__ import annotations

import networkx as nx
import numpy as np

from mapper import geometry
from mapper.geometry import Floats
from mapper.model import Bounds, Position, distance_m
from mapper.routes.stops import ON_STREET_M
from mapper.streets.walks import Street, Walks

# How far about a straight line the ways are looked at: 300 m, or a third of its length.
ABOUT_M, ABOUT = 300.0, 1 / 3
# An end farther from every way on foot than this lies where the source knows no ways.
FRONTAGE_M = 300.0
# A way more than so much longer than the straight line has lost its streets, not found them.
LONGEST = 2.5


def way(
    one: Position, other: Position, walks: Walks, closed: tuple[str, ...] = ()
) -> Floats | None:
    """The shortest way on foot between two positions, (n, 2) lon, lat, with its two ends.

    ``None`` where the source does not hold every way, or none leads there: then it is straight.
    """
    apart = distance_m(one, other)
    if not walks.whole or not apart:
        return None
    around = _largest(walks.around(_box(one, other, max(ABOUT_M, apart * ABOUT)), closed))
    for key, end in (("one", one), ("other", other)):
        spot = around.nearest(end)
        if spot is None or spot.away_m > FRONTAGE_M:
            return None
        around = around.with_spot(spot, key, 0.0)
    path = around.way("one", "other")
    if not path:
        return None
    line = around.line(path)
    ends = [np.array([end]) for end in (one, other)]
    found = [
        *([ends[0]] if distance_m(one, Position(*line[0])) > ON_STREET_M else []),
        line,
        *([ends[1]] if distance_m(other, Position(*line[-1])) > ON_STREET_M else []),
    ]
    whole = np.concatenate(found)
    return whole if geometry.length_m(whole) <= LONGEST * apart + FRONTAGE_M else None


def _largest(street: Street) -> Street:
    """The part of a network that most of it belongs to: an inner court leads nowhere."""
    if not street.graph:
        return street
    part = max(nx.connected_components(street.graph), key=len)
    return Street(street.name, street.written, street.graph.subgraph(part).copy())


def _box(one: Position, other: Position, margin_m: float) -> Bounds:
    """The box around two positions and a margin."""
    ends = np.array([one, other])
    corners = np.array([[-margin_m, -margin_m], [margin_m, margin_m]])
    low = geometry.degrees(corners[:1], Position(*ends.min(axis=0)))[0]
    high = geometry.degrees(corners[1:], Position(*ends.max(axis=0)))[0]
    return Bounds(*map(float, (*low, *high)))
