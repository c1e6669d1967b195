"""Which of OpenStreetMap's highways are streets, and on which nobody walks."""

from __future__ import annotations

import pandas as pd

# https://wiki.openstreetmap.org/wiki/Key:highway: values that are no way on the ground today, or
# that are no street. Steps, footways and paths stay: routes use them as links.
NOT_STREETS = frozenset(
    {"", "proposed", "planned", "construction", "abandoned", "disused", "razed", "demolished",
     "dismantled", "historic", "no", "none", "platform", "corridor", "elevator", "raceway",
     "escape", "emergency_bay", "rest_area", "services", "bus_stop", "traffic_island",
     "via_ferrata", "ladder"}
)  # fmt: skip
CARS_ONLY = frozenset({"motorway", "motorway_link", "trunk_link", "busway", "bus_guideway"})


def is_street(classes: pd.Series) -> pd.Series:
    """Whether each value of ``highway`` is a street or a path that is there."""
    return ~classes.isin(list(NOT_STREETS))
