"""Measure routes on written descriptions with known edges: tests/gold/routes.jsonl.

    python benchmarks/routes_gold.py FILE [--list]

FILE is the Overpass JSON of downtown Los Angeles that the set was made on; it is no part of the
project. Prints for each part of the set and each language how many ways are drawn, the recall and
precision of their stated edges by length, how many lines lie within 15 m of the known way (Fréchet
distance) where the set leaves nothing open, and how many of the unanswerable descriptions are
refused. ``--list`` names what is not whole.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from mapper import geometry, knowledge, places, routes
from mapper.directions import STATED
from mapper.model import Placement, Position, distance_m
from mapper.routes import Line, Told
from mapper.settings import folders

GOLD = Path(__file__).parents[1] / "tests/gold/routes.jsonl"
NEAR, WHOLE, CLOSE_M = "Los Angeles, CA", 0.99, 15.0
Edge = tuple[int, int]


@dataclass
class Tally:
    """What came of one part of the set."""

    ways: int = 0
    drawn: int = 0
    recall: list[float] = field(default_factory=list)
    precision: list[float] = field(default_factory=list)
    frechet_m: list[float] = field(default_factory=list)
    unanswerable: int = 0
    refused: int = 0


def main() -> None:
    """Read the set, draw it, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    nodes = _nodes(args.file)
    knows = knowledge.with_streets(folders().geo, args.file)
    tallies: dict[tuple[str, str], Tally] = {}
    for row in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines()):
        half = row["id"].partition("-")[0]
        tally = tallies.setdefault((half, row["lang"]), Tally())
        for fault in _judged(row, _lines(row, knows), nodes, tally):
            if args.list:
                print(f"{row['id']}: {fault}: {row['words']}")
    print(
        "part    lang  drawn of ways  recall  precision  Fréchet <= 15 m  refused of unanswerable"
    )
    for (half, lang), tally in sorted(tallies.items()):
        near = np.mean(np.array(tally.frechet_m) <= CLOSE_M)
        print(f"{half:7} {lang:4} {tally.drawn:6} of {tally.ways:4} {np.mean(tally.recall):7.1%}"
              f" {np.mean(tally.precision):10.1%} {near:10.1%} of {len(tally.frechet_m)}"
              f" {tally.refused:8} of {tally.unanswerable}")  # fmt: skip


def _nodes(file: Path) -> dict[int, Position]:
    """Every node of the file by its id."""
    found: dict[int, Position] = {}
    for one in json.loads(file.read_text(encoding="utf-8"))["elements"]:
        spots = (Position(spot["lon"], spot["lat"]) for spot in one.get("geometry", ()))
        found |= dict(zip(one.get("nodes", ()), spots, strict=False))
    return found


def _lines(row: dict[str, Any], knows: knowledge.Knowledge) -> list[Line]:
    """The lines of one description."""
    context = places.context_of(NEAR, knows.known)

    def locate(text: str) -> Placement:
        return places.locate(text, context, knows.known)

    told = Told(row["words"], row.get("start", ""), row.get("end", ""))
    return routes.compiled(told, locate, *knows.walks_in(context))


def _judged(
    row: dict[str, Any], lines: list[Line], nodes: dict[int, Position], tally: Tally
) -> Iterator[str]:
    """Count one description; tell what of it is not whole."""
    if "why_not" in row:
        tally.unanswerable += 1
        tally.refused += all(line.reason for line in lines)
        if not all(line.reason for line in lines):
            yield f"drawn ({row['why_not']})"
        return
    for number, way in enumerate(row["ways"]):
        if way["edges"]:  # without: two ends and no street, no edge is right or wrong
            line = lines[number] if number < len(lines) else None
            yield from _compared(way, line, nodes, tally)


def _compared(
    way: dict[str, Any], line: Line | None, nodes: dict[int, Position], tally: Tally
) -> Iterator[str]:
    """Count one way."""
    tally.ways += 1
    if line is None or line.reason:
        tally.recall.append(0.0)
        yield line.reason if line else "no such way"
        return
    tally.drawn += 1
    recall, precision = _scored(way, line, nodes)
    tally.recall.append(recall)
    tally.precision.append(precision)
    if line.certainty == STATED and not (way["either"] or way["optional"]):
        tally.frechet_m.append(_apart(way, line, nodes))
    if min(recall, precision) < WHOLE:
        yield f"recall {recall:.2f}, precision {precision:.2f}"


def _scored(way: dict[str, Any], line: Line, nodes: dict[int, Position]) -> tuple[float, float]:
    """Recall and precision of the stated edges, by length; either side of a road is right."""
    ids = {_rounded(spot): node for node, spot in nodes.items()}
    stated = [part for part in line.parts if part.certainty == STATED]
    walked = {edge for part in stated for edge in _edges([ids.get(_rounded(p)) for p in part.line])}
    either = {_key(text): {_pair(edge) for edge in edges} for text, edges in way["either"].items()}
    optional, wanted = ({_pair(edge) for edge in way[name]} for name in ("optional", "edges"))
    needed = wanted - optional
    hit = {edge for edge in needed if edge in walked or either.get(edge, set()) & walked}
    right = wanted | optional | set().union(*either.values())

    def length(edges: set[Edge]) -> float:
        return sum(distance_m(nodes[one], nodes[other]) for one, other in edges)

    recall = length(hit) / length(needed) if needed else 1.0
    return recall, length(walked & right) / length(walked) if walked else 0.0


def _apart(way: dict[str, Any], line: Line, nodes: dict[int, Position]) -> float:
    """The Fréchet distance in metres between the stated line and the known edges as a line."""
    stated = (part for part in line.parts if part.certainty == STATED)
    spots = np.array([spot for part in stated for spot in part.line])
    origin = Position(*spots[0])
    edges = [np.array([nodes[one], nodes[other]]) for one, other in way["edges"]]
    flat = [geometry.metres(edge, origin) for edge in edges]
    wanted = shapely.line_merge(shapely.multilinestrings(flat))
    drawn = shapely.linestrings(geometry.metres(spots, origin))
    if wanted.geom_type != "LineString":  # a loop or a way back: its edges have no one order
        return float(shapely.hausdorff_distance(wanted, drawn))
    return float(min(shapely.frechet_distance(wanted, way) for way in (drawn, drawn.reverse())))


def _edges(path: list[int | None]) -> Iterator[Edge]:
    """The edges between the known nodes of a line."""
    for one, other in pairwise(path):
        if one is not None and other is not None and one != other:
            yield _pair([one, other])


def _pair(ends: list[int]) -> Edge:
    """An edge without direction."""
    return (min(ends), max(ends))


def _key(text: str) -> Edge:
    """An edge written as "one-other"."""
    one, other = map(int, text.split("-"))
    return (one, other)


def _rounded(spot: Position) -> tuple[float, float]:
    """A position to a tenth of a metre."""
    return round(spot.lon, 6), round(spot.lat, 6)


if __name__ == "__main__":
    main()
