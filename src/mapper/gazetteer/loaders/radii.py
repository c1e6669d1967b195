"""The radius in metres of a place of each kind, where its file gives none."""

from __future__ import annotations

import numpy as np
import pandas as pd

RADIUS_M = {
    # docs/method.md, section 3: the 95th percentile of the distance between two points that the
    # school directory gives one address.
    "high_school": 210.0,
    "school": 210.0,
    # The one campus that was measured (section 3): from its middle to its farthest corner.
    "university": 750.0,
    # Section 3 has 120-180 m for single buildings; a point in a file of unknown care gets a little
    # more. A large park is wider: map its own radius to uncertainty_m.
    "landmark": 200.0,
    # A point says nothing of a street's length. The stretches that were measured (section 3) have
    # 620 m and 960 m.
    "street": 1000.0,
    # The 95th percentile of the 118 neighborhoods of geo/gazetteer.csv, 5,502.5 m, up to 10 m.
    "neighborhood": 5510.0,
    # The 95th percentile of the 3,220 counties of geo/us_places.csv.
    "county": 80_100.0,
}
# Section 3: log10 radius = 2.6267 + 0.3111 log10 population, 1,500 m at least, up to the next
# 100 m as in geo/us_places.csv.
CITY_LEVEL, CITY_SLOPE = 2.6267, 0.3111
CITY_LEAST_M = 1500.0
CITY_STEP_M = 100.0
# What a city of unknown population is taken for, so that its circle is rather too large.
CITY_UNKNOWN = 50_000.0


def usual(kinds: pd.Series, populations: pd.Series) -> pd.Series:
    """The radius in metres of each place, by kind and, in a city, by people ("" if unknown)."""
    people = pd.to_numeric(populations, errors="coerce")
    known = people.where(people > 0, CITY_UNKNOWN)
    circle = 10 ** (CITY_LEVEL + CITY_SLOPE * np.log10(known))
    rounded = (np.ceil(circle / CITY_STEP_M) * CITY_STEP_M).clip(lower=CITY_LEAST_M)
    return kinds.map(RADIUS_M).astype(float).where(kinds != "city", rounded)
