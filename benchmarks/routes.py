"""Measure routes: random walks put into words and read back, and the growth with the network.

    python benchmarks/routes.py FILE      walks on any file that `mapper streets add` takes
    python benchmarks/routes.py grow      invented grids of 1,000 to 500,000 segments

On a file: which share of the walks is drawn; of those, the recall and precision of the edges walked
and the Fréchet distance between the walk and the line; and how many routes a second one core draws.
Growth: seconds to load a network as it is stored, and routes a second on it.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely

from mapper import geometry, routes
from mapper.geometry import Floats
from mapper.model import Place, Placement, Position
from mapper.routes import Told
from mapper.routes.bearings import turn_of
from mapper.streets.loaders import Options, read
from mapper.streets.walks import Street, Walks, from_segments

COUNT, CLEAR_DEG, LEAST_NODES = 1_000, 30.0, 3
SIZES = (1_000, 9_000, 50_000, 150_000, 500_000)
STEP, WEST, SOUTH = 0.002, -118.0, 34.0
WORDS = {
    "English": {"": "marched along {}", "left": "turned left onto {}", "right": "right onto {}"},
    "Spanish": {
        "": "marcharon por {}",
        "left": "doblaron a la izquierda en {}",
        "right": "a la derecha en {}",
    },
}


class Leg(NamedTuple):
    """A leg of a random walk: its street, the turn before it, its nodes and its line."""

    street: str
    turn: str
    path: list[object]
    line: Floats


class Score(NamedTuple):
    """One walk against its line: shares of edges by length, and metres apart."""

    recall: float
    precision: float
    frechet_m: float


def main() -> None:
    """Measure what is asked for."""
    if sys.argv[1:] == ["grow"]:
        _grow()
        return
    start = time.perf_counter()
    frame = read(Path(sys.argv[1]), Options({}, "")).frame
    loaded = time.perf_counter()
    walks = from_segments(frame)
    print(f"{len(frame):,} segments: read in {loaded - start:.2f} s, indexed in "
          f"{time.perf_counter() - loaded:.2f} s")  # fmt: skip
    found = _random(walks, COUNT)
    print("language  walks   drawn  recall  precision  Fréchet 50 %, 95 %, 99 %    a second")
    for language in WORDS:
        _score(language, found, walks)


def _random(walks: Walks, count: int) -> list[list[Leg]]:
    """So many random walks, the same ones each time."""
    chance = np.random.default_rng(7)
    streets = [street for street in walks.streets() if len(street.graph) >= LEAST_NODES]
    meet: dict[object, list[Street]] = {}
    for street in streets:
        for node in street.graph:
            meet.setdefault(node, []).append(street)
    tried = (_walk(streets, meet, chance) for _ in range(6 * count))
    return [walk for walk in tried if walk][:count]


def _walk(
    streets: Sequence[Street], meet: dict[object, list[Street]], chance: np.random.Generator
) -> list[Leg]:
    """Two to four legs with clear turns between them, or none where the walk got stuck."""
    street = streets[int(chance.integers(len(streets)))]
    nodes = list(street.graph)
    at, legs = nodes[int(chance.integers(len(nodes)))], list[Leg]()
    for _ in range(int(chance.integers(2, 5))):
        reached = list(set(street.reach(at)) - {at})
        if not reached:
            return []
        to = sorted(reached, key=str)[int(chance.integers(len(reached)))]
        path = street.way(at, to)
        line = street.line(path)
        angle = turn_of(legs[-1].line, line) if legs else 0.0
        if legs and not CLEAR_DEG < abs(angle) < 180 - CLEAR_DEG:
            return []
        turn = "" if not legs else "right" if angle > 0 else "left"
        legs.append(Leg(street.written, turn, path, line))
        others = [other for other in meet[to] if other.name.core != street.name.core]
        if not others:
            break
        street, at = others[int(chance.integers(len(others)))], to
    return legs if len(legs) > 1 else []


def _told(legs: list[Leg], words: dict[str, str]) -> str:
    """A walk in words."""
    return ", ".join(words[leg.turn].format(leg.street) for leg in legs)


def _drawn(legs: list[Leg], language: str, walks: Walks) -> Floats | None:
    """The line of a walk's words between its two ends, (n, 2) lon, lat."""
    ends = {"start": legs[0].line[0], "end": legs[-1].line[-1]}

    def locate(text: str) -> Placement:
        if text not in ends:
            return Placement(text, "not_found", "unknown")
        place = Place(text, text, "intersection", Position(*ends[text]), 5.0)
        return Placement(text, "placed", "name", place)

    told = Told(_told(legs, WORDS[language]), "start", "end")
    parts = routes.compiled(told, locate, [walks])[0].parts
    return np.concatenate([np.array(part.line) for part in parts]) if parts else None


def _score(language: str, found: list[list[Leg]], walks: Walks) -> None:
    """Print how the walks come back."""
    start = time.perf_counter()
    lines = [_drawn(legs, language, walks) for legs in found]
    rate = len(found) / (time.perf_counter() - start)
    scores = [
        _compared(legs, line) for legs, line in zip(found, lines, strict=True) if line is not None
    ]
    recall, precision, frechet = np.array(scores).T
    apart = " ".join(f"{metres:6.1f}" for metres in np.percentile(frechet, [50, 95, 99]))
    print(f"{language:8} {len(found):6,} {len(scores) / len(found):7.1%} {recall.mean():7.1%}"
          f" {precision.mean():10.1%}  {apart} m {rate:13.0f}")  # fmt: skip


def _compared(legs: list[Leg], line: Floats) -> Score:
    """A walk against the line of its words; edges by their ends, to about 1 m."""
    walked = np.concatenate([leg.line for leg in legs])
    wanted, got = (_edges(points) for points in (walked, line))
    both = sum(wanted[edge] for edge in wanted if edge in got)
    origin = Position(*walked[0])
    flat = [shapely.linestrings(geometry.metres(points, origin)) for points in (walked, line)]
    return Score(
        both / sum(wanted.values()),
        sum(got[edge] for edge in got if edge in wanted) / sum(got.values()),
        float(shapely.frechet_distance(*flat)),
    )


def _edges(points: Floats) -> dict[frozenset[tuple[float, float]], float]:
    """The pieces of a line between its points, with their lengths in metres."""
    ends = [tuple(map(float, point)) for point in np.round(points, 5)]
    pairs = zip(ends, ends[1:], points, points[1:], strict=False)
    return {
        frozenset((one, other)): geometry.length_m(np.array([first, last]))
        for one, other, first, last in pairs
        if one != other
    }


def _grow() -> None:
    """Print how loading and drawing grow with the network."""
    print("segments  stored MB  load s  index s  English routes a second")
    for size in SIZES:
        stored = io.BytesIO()
        _grid(size).to_parquet(stored, index=False)
        start = time.perf_counter()
        frame = gpd.read_parquet(io.BytesIO(stored.getvalue()))
        loaded = time.perf_counter()
        walks = from_segments(frame)
        indexed = time.perf_counter()
        found = _random(_near(frame), COUNT)
        begun = time.perf_counter()
        drawn = sum(_drawn(legs, "English", walks) is not None for legs in found)
        rate = len(found) / (time.perf_counter() - begun)
        print(f"{len(frame):8,} {len(stored.getvalue()) / 1e6:10.1f} {loaded - start:7.2f}"
              f" {indexed - loaded:8.2f} {rate:12.0f}, {drawn / len(found):.1%} drawn")  # fmt: skip


def _near(frame: gpd.GeoDataFrame) -> Walks:
    """A corner of a network, to make walks in that do not cross a whole county."""
    points = shapely.get_coordinates(shapely.get_point(frame.geometry.to_numpy(), 0))
    inside = (points < (WEST + 40 * STEP, SOUTH + 40 * STEP)).all(axis=1)
    return from_segments(frame[inside])


def _grid(segments: int) -> gpd.GeoDataFrame:
    """A square grid of about so many segments, its streets with names of their own."""
    side = round((segments / 2) ** 0.5)
    node = np.arange(side * side).reshape(side, side)
    across = np.stack([node[:, :-1].ravel(), node[:, 1:].ravel()])
    up = np.stack([node[:-1].ravel(), node[1:].ravel()])
    start, end = np.concatenate([across, up], axis=1)
    names = [f"{_word(row)} Street" for row in start[: across.shape[1]] // side]
    names += [f"{_word(column)} Avenue" for column in start[across.shape[1] :] % side]
    return gpd.GeoDataFrame(
        {"name": names, "aliases": "", "from_node": start, "to_node": end, "walkable": True},
        geometry=shapely.linestrings(np.stack([_spots(start, side), _spots(end, side)], axis=1)),
        crs=4326,
    )


def _spots(nodes: npt.NDArray[np.int64], side: int) -> Floats:
    """Where nodes of a grid lie, (n, 2) lon, lat."""
    return np.stack([WEST + STEP * (nodes % side), SOUTH + STEP * (nodes // side)], axis=1)


def _word(number: int) -> str:
    """An invented name: "Babo", "Babu", one for each number."""
    heads, tails = "bdfgklmnprstvz", "aeiou"
    word = ""
    for _ in range(3):
        number, at = divmod(int(number), len(heads) * len(tails))
        word += heads[at // len(tails)] + tails[at % len(tails)]
    return word.capitalize()


if __name__ == "__main__":
    main()
