"""Measure routes: random walks on a street file, put into words and read back.

    python benchmarks/routes.py FILE      any file that `mapper streets add` takes

Prints which share of the walks is drawn, and of those drawn which share is the walk itself (each
corner within 15 m), in English and Spanish; and how many routes a second.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import networkx as nx
import numpy as np

from mapper import directions
from mapper.model import Place, Position, distance_m
from mapper.routes.trace import trace, turn_of
from mapper.streets.loaders import Options, read
from mapper.streets.walks import Walks, from_segments

COUNT, NEAR_M, CLEAR_DEG, LEAST_NODES = 1_000, 15.0, 30.0, 3
WORDS = {
    "English": {"": "marched along {}", "left": "turned left onto {}", "right": "right onto {}"},
    "Spanish": {
        "": "marcharon por {}",
        "left": "doblaron a la izquierda en {}",
        "right": "a la derecha en {}",
    },
}
Leg = tuple[str, str, list[Position]]  # street, turn, line


def main() -> None:
    """Load the file, walk, and print."""
    start = time.perf_counter()
    frame = read(Path(sys.argv[1]), Options({}, "")).frame
    loaded = time.perf_counter()
    walks = from_segments(frame)
    print(f"{len(frame):,} segments: read in {loaded - start:.2f} s, as graphs in "
          f"{time.perf_counter() - loaded:.2f} s")  # fmt: skip
    chance = np.random.default_rng(7)
    found = [walk for _ in range(4 * COUNT) if (walk := random_walk(walks, chance))][:COUNT]
    for language, words in WORDS.items():
        _score(language, words, found, walks)


def random_walk(walks: Walks, chance: np.random.Generator) -> list[Leg]:
    """Two to four legs with clear turns between them, or none where the walk got stuck."""
    streets = [street for street in walks.streets() if len(street.graph) >= LEAST_NODES]
    street = streets[int(chance.integers(len(streets)))]
    nodes = list(street.graph)
    at, legs = nodes[int(chance.integers(len(nodes)))], []
    for _ in range(int(chance.integers(2, 5))):
        component = list(nx.node_connected_component(street.graph, at) - {at})
        if not component:
            return []
        to = component[int(chance.integers(len(component)))]
        line = street.line(nx.shortest_path(street.graph, at, to, weight="length"))
        angle = turn_of(legs[-1][2], line) if legs else 0.0
        if legs and not CLEAR_DEG < abs(angle) < 180 - CLEAR_DEG:
            return []
        legs.append((street.written, "" if not legs else "right" if angle > 0 else "left", line))
        others = [
            other for other in streets if to in other.graph and other.name.core != street.name.core
        ]
        if not others:
            break
        street, at = others[int(chance.integers(len(others)))], to
    return legs if len(legs) > 1 else []


def _score(language: str, words: dict[str, str], found: list[list[Leg]], walks: Walks) -> None:
    """Print how the walks come back."""
    start, drawn, same = time.perf_counter(), 0, 0
    for legs in found:
        text = ", ".join(words[turn].format(street) for street, turn, _ in legs)
        ends = [Place("a", "A", "landmark", spot, 5.0) for spot in (legs[0][2][0], legs[-1][2][-1])]
        branches = directions.read(text).branches
        traced = trace(branches[0].legs if branches else (), (ends[0], ends[1]), walks)
        corners = [part.line[-1] for part in traced.parts if part.leg]
        drawn += bool(corners)
        wanted = [line[-1] for _, _, line in legs]
        same += len(corners) == len(wanted) and all(
            distance_m(*pair) <= NEAR_M for pair in zip(corners, wanted, strict=True)
        )
    took = time.perf_counter() - start
    rate, whole = len(found) / took, same / max(drawn, 1)
    print(f"{language:8} {len(found):,} walks: {drawn / len(found):.1%} drawn,", end=" ")
    print(f"{whole:.1%} of those the walk itself, {rate:.0f} a second")


if __name__ == "__main__":
    main()
