"""Do campuses that are near each other walk out near each other in time, more than by chance?

The test of Knox (1964): count the pairs that are close in space and in time, and compare with what
remains when the days are dealt out to the campuses again at random (Mantel 1967; Besag and Diggle
1977). docs/method.md has the references, and how often the test is right on invented waves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from mapper.geometry import Floats
from mapper.spread.near import distances_km

Verdict = Literal["more", "no_more", "cannot_tell"]
# Close: chosen on invented waves alone, where these found most (docs/method.md).
CLOSE_KM, CLOSE_DAYS = 5.0, 2
DRAWS, SEED = 9999, 1968
# Below this many campuses the test found a planted wave less often than not (docs/method.md).
FEWEST = 30
LEVEL = 0.05
# Pairs times draws that are held in memory at once.
CHUNK = 2_000_000


@dataclass(frozen=True)
class Knox:
    """The answer of the test.

    ``close``: pairs that are close in space and time; ``expected``: their mean over the draws;
    ``p``: the share of deals, the real one among them, with at least as many.
    """

    verdict: Verdict
    campuses: int
    close: int
    expected: float
    p: float
    draws: int


def run(points: Floats, days: Floats, *, draws: int = DRAWS, seed: int = SEED) -> Knox:
    """Test first days of campuses.

    Args:
        points: (n, 2) lon, lat in degrees.
        days: (n,) day numbers.
        draws: how often the days are dealt out again.
        seed: of the generator: the same seed gives the same answer.
    """
    one, other = _near_pairs(points)
    close = int((np.abs(days[one] - days[other]) <= CLOSE_DAYS).sum())
    dealt = _dealt(days, one, other, draws, np.random.default_rng(seed))
    p = float((1 + (dealt >= close).sum()) / (draws + 1))
    expected = float(dealt.mean()) if draws else 0.0
    return Knox(_verdict(days, dealt, p), len(days), close, expected, p, draws)


def _near_pairs(points: Floats) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """The two sides of each pair of campuses that are close in space."""
    one, other = np.triu_indices(len(points), k=1)
    near = distances_km(points, points)[one, other] <= CLOSE_KM
    return one[near], other[near]


def _dealt(
    days: Floats,
    one: npt.NDArray[np.intp],
    other: npt.NDArray[np.intp],
    draws: int,
    chance: np.random.Generator,
) -> npt.NDArray[np.int64]:
    """How many pairs are close in both, each time the days are dealt out again."""
    step = max(1, CHUNK // max(1, len(one), len(days)))
    found = [np.zeros(0, dtype=np.int64)]
    for start in range(0, draws, step):
        rows = min(step, draws - start)
        dealt = chance.permuted(np.tile(days, (rows, 1)), axis=1)
        found.append((np.abs(dealt[:, one] - dealt[:, other]) <= CLOSE_DAYS).sum(axis=1))
    return np.concatenate(found)


def _verdict(days: Floats, dealt: npt.NDArray[np.int64], p: float) -> Verdict:
    """What can be said: nothing from few campuses, nor where every deal looks the same."""
    if len(days) < FEWEST or len(set(dealt.tolist())) <= 1:
        return "cannot_tell"
    return "more" if p <= LEVEL else "no_more"
