"""How often the test of mapper.spread.knox is right, on invented waves (docs/method.md, section 9).

    python tools/knox_power.py

Campuses are drawn from the committed table of high schools. Without a wave, each walks out on a
day of its own. With one, it starts at one campus, and each next campus follows one that already
walked out: with the given chance a near one (the nearest that has not), up to two days
later, else any other one on any day. The share of waves found is the power; the share found where
there is none is the false alarms.
"""

from __future__ import annotations

import sys

import numpy as np
import pandas as pd

from mapper import gazetteer
from mapper.geometry import Floats
from mapper.settings import ROOT
from mapper.spread import knox, near

SIZES = (8, 12, 16, 20, 30, 50, 100)
STRENGTHS = (0.0, 0.5, 0.8)
WAVES, DRAWS, SPAN_DAYS = 1000, 499, 14


def schools() -> Floats:
    """Positions of the known high schools of Los Angeles."""
    places = gazetteer.read(ROOT / "geo" / "gazetteer.csv")[0]
    own = places[(places["kind"] == "high_school") & (places["county"] == "Los Angeles")]
    return pd.DataFrame(own)[["lon", "lat"]].to_numpy(float)


def wave(points: Floats, strength: float, chance: np.random.Generator) -> Floats:
    """First days of campuses; strength 0 is no wave at all."""
    count = len(points)
    if strength == 0:
        return chance.integers(0, SPAN_DAYS, count).astype(float)
    away = near.distances_km(points, points)
    days = np.full(count, np.nan)
    days[chance.integers(count)] = 0.0
    while np.isnan(days).any():
        left = np.flatnonzero(np.isnan(days))
        source = chance.choice(np.flatnonzero(~np.isnan(days)))
        if chance.random() < strength:
            follower = left[away[source, left].argmin()]
            days[follower] = days[source] + chance.integers(0, 3)
        else:
            days[chance.choice(left)] = chance.integers(0, SPAN_DAYS)
    return days


def share(points: Floats, count: int, strength: float) -> float:
    """How often the test finds something, whatever the number of campuses."""
    chance = np.random.default_rng([count, int(strength * 100)])
    found = 0
    for seed in range(WAVES):
        some = points[chance.choice(len(points), count, replace=False)]
        answer = knox.run(some, wave(some, strength, chance), draws=DRAWS, seed=seed)
        found += answer.p <= knox.LEVEL
    return found / WAVES


def main() -> None:
    """Print the table."""
    points = schools()
    names = ["no wave", *(f"wave of {strength:.0%}" for strength in STRENGTHS[1:])]
    sys.stdout.write(f"| campuses | {' | '.join(names)} |\n|{'---|' * (len(names) + 1)}\n")
    for count in SIZES:
        shares = [f"{share(points, count, strength):.1%}" for strength in STRENGTHS]
        sys.stdout.write(f"| {count} | {' | '.join(shares)} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
