"""Measure places: how right the gold set comes out, and how many texts a second.

    python benchmarks/places.py gold [--streets FILE]   outcome, error and radius by kind
    python benchmarks/places.py speed                   load, throughput, memory, growth

The gold set's rows that need the downtown network are scored where ``--streets`` names its file.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import psutil
import shapely

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from mapper import gazetteer, knowledge, places, streets  # noqa: E402 - after the path is set
from mapper.model import Context  # noqa: E402
from tests import gold_score  # noqa: E402

PLACES, SEGMENTS, CITY = 40_000, 20_000, Context("Los Angeles", "CA")
OUTCOMES = {
    "right": "as fine",
    "coarser": "coarser",
    "wrong": "wrong",
    "refused": "refused",
    "declined": "rightly not",
}
SHARES = (0.25, 0.5, 0.75, 1.0, 1.5)


def gold(downtown: Path | None) -> None:
    """Print the gold set by kind, and the calibration curve."""
    scores = gold_score.scores(downtown)
    table = pd.DataFrame(
        [
            {
                "kind": score.kind,
                "outcome": score.outcome,
                "error": score.error_m,
                "slack": score.slack_m,
                "radius": score.found.place.uncertainty_m if score.found.place else None,
                "ambiguous": score.found.status == "ambiguous",
                "placeable": score.expected == {"placed"},
            }
            for score in scores
        ]
    )
    heads = ["texts", *OUTCOMES.values(), "ambiguous", "median m", "95 % m", "held %"]
    print(f"{'kind':14}" + "".join(f"{head:>13}" for head in heads))
    for kind, rows in [*table.groupby("kind", sort=False), ("all", table)]:
        cells = _row(rows)
        print(f"{kind:14}" + "".join(f"{cell:>13}" for cell in cells))
    placeable = table[table["placeable"]]
    fine = (placeable["outcome"] == "right").mean() * 100
    print(
        f"placed at the precision of the text: {fine:.1f} % of {len(placeable)} that have a place"
    )
    _curve(table.dropna(subset=["error"]))


def _row(rows: pd.DataFrame) -> list[str]:
    """The cells of one kind."""
    counts = rows["outcome"].value_counts()
    cells = [len(rows), *(counts.get(outcome, 0) for outcome in OUTCOMES), rows["ambiguous"].sum()]
    off = rows.dropna(subset=["error"])
    if off.empty:
        return [*map(str, cells), "", "", ""]
    held = (off["error"] <= off["radius"]).mean()
    tail = [f"{off['error'].quantile(share):.0f}" for share in (0.5, 0.95)]
    return [*map(str, cells), *tail, f"{held:.1%}"]


def _curve(table: pd.DataFrame) -> None:
    """Print which share of the truths lies within a share of the radius, by kind."""
    print(f"\n{'within … of the radius':24}" + "".join(f"{share:>9.0%}" for share in SHARES))
    for kind, rows in [*table.groupby("kind", sort=False), ("all", table)]:
        ratio = rows["error"] / rows["radius"]
        told = "".join(f"{(ratio <= share).mean():>9.1%}" for share in SHARES)
        print(f"{kind:24}{told}")


def speed() -> None:
    """Print load time, memory, texts a second, and growth with the number of texts."""
    own, segments = _invented_places(), _invented_streets()
    before = psutil.Process().memory_info().rss
    start = time.perf_counter()
    known = places.Known(gazetteer.Index([own]), streets.Network([], [segments]))
    print(
        f"load of {PLACES:,} places and {SEGMENTS:,} segments: {time.perf_counter() - start:.2f} s"
    )
    for kind, texts in _texts(own["name"].tolist()).items():
        rate, placed = _rate(texts, known)
        print(f"{kind:16}{len(texts):>8,} texts {rate:>10,.0f} a second, {placed:.1%} placed")
    whole = psutil.Process().memory_info().rss
    print(f"memory: {(whole - before) / 1e6:.0f} MB knowledge, {whole / 1e6:.0f} MB the process")
    _growth(own["name"].tolist(), known)
    _committed()


def _texts(names_: Sequence[str]) -> dict[str, list[str]]:
    """Texts of three kinds, each once."""
    chance = np.random.default_rng(1)
    chosen = [names_[number] for number in chance.integers(1, len(names_), 7_000)]
    pairs = chance.integers(1, 101, (5_000, 2))
    corners = [f"{_ordinal(int(a))} St & Avenue {b}" for a, b in pairs]
    slips = [_slip(name, chance) for name in chosen[5_000:]]
    kinds = {"exact names": chosen[:5_000], "corners": corners, "misspelt names": slips}
    return {kind: list(dict.fromkeys(texts)) for kind, texts in kinds.items()}


def _growth(names_: Sequence[str], known: places.Known) -> None:
    """Print how long 10^3 to 10^6 texts take."""
    print(f"\n{'texts':>10}{'seconds':>10}{'a second':>11}")
    for count in (1_000, 10_000, 100_000, 1_000_000):
        start = time.perf_counter()
        for number in range(count):
            places.locate(names_[number % len(names_)], CITY, known)
        took = time.perf_counter() - start
        print(f"{count:>10,}{took:>10.2f}{count / took:>11,.0f}")


def _committed() -> None:
    """Print how long the committed knowledge takes to load."""
    start = time.perf_counter()
    knowledge.committed(ROOT / "geo")
    print(f"\nload of the committed files: {time.perf_counter() - start:.2f} s")


def _rate(texts: Sequence[str], known: places.Known) -> tuple[float, float]:
    """Texts a second, and the share that was placed."""
    start = time.perf_counter()
    found = [places.locate(text, CITY, known) for text in texts]
    took = time.perf_counter() - start
    return len(texts) / took, sum(one.status == "placed" for one in found) / len(found)


def _invented_places() -> pd.DataFrame:
    """Schools and landmarks with invented names, and the city that holds them."""
    chance = np.random.default_rng(2)
    syllables = "ba be bo da de do ka ke ko la le lo ma me mo na ne no ra re ro sa se so".split()
    kinds = [("High School", "high_school"), ("Park", "landmark"), ("Library", "landmark")]
    found: dict[str, str] = {}
    while len(found) < PLACES - 1:
        word = "".join(chance.choice(syllables) for _ in range(4)).title()
        tail, kind = kinds[int(chance.integers(len(kinds)))]
        found[f"{word} {tail}"] = kind
    names_ = ["Los Angeles", *found]
    count = len(names_)
    grid = np.random.default_rng(3)
    frame = pd.DataFrame({"name": names_, "kind": ["city", *found.values()]})
    return frame.assign(
        place_id=[f"place-{number}" for number in range(count)],
        aliases="",
        lon=-118.24 + grid.uniform(-0.2, 0.2, count),
        lat=34.05 + grid.uniform(-0.2, 0.2, count),
        uncertainty_m=np.where(frame["kind"] == "city", 44_400.0, 210.0),
        address="",
        neighborhood="",
        city="Los Angeles",
        postal_city="",
        county="Los Angeles",
        state="CA",
        cdscode="",
        source="invented",
    )


def _invented_streets() -> gpd.GeoDataFrame:
    """A grid of 101 numbered streets and 101 numbered avenues, 100 m apart."""
    ids = np.arange(101 * 101).reshape(101, 101)
    lon, lat = np.meshgrid(-118.3 + np.arange(101) * 0.00108, 34.0 + np.arange(101) * 0.0009)
    points = np.stack([lon, lat], axis=-1)
    lines, names_, ends = [], [], []
    for row in range(101):
        for column in range(100):
            lines.append([points[row, column], points[row, column + 1]])
            names_.append(f"{_ordinal(row + 1)} Street")
            ends.append((ids[row, column], ids[row, column + 1]))
            lines.append([points[column, row], points[column + 1, row]])
            names_.append(f"Avenue {row + 1}")
            ends.append((ids[column, row], ids[column + 1, row]))
    kept = slice(0, SEGMENTS)
    frame = gpd.GeoDataFrame({"name": names_[kept]}, geometry=shapely.linestrings(lines)[kept])
    return frame.set_crs(4326).assign(
        aliases="",
        from_node=[start for start, _ in ends][kept],
        to_node=[end for _, end in ends][kept],
        left_from=1.0,
        left_to=99.0,
        right_from=2.0,
        right_to=100.0,
        city="",
        walkable=True,
        source_id="invented",
    )


def _ordinal(number: int) -> str:
    """A number as 1st, 2nd, 3rd."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ends.get(number % 10, 'th')}"


def _slip(name: str, chance: np.random.Generator) -> str:
    """The name with one letter of its first word lost, doubled or swapped."""
    spot = int(chance.integers(1, name.index(" ") - 1))
    ways: list[Callable[[], str]] = [
        lambda: name[:spot] + name[spot + 1 :],
        lambda: name[:spot] + name[spot] + name[spot:],
        lambda: name[:spot] + name[spot + 1] + name[spot] + name[spot + 2 :],
    ]
    return ways[int(chance.integers(len(ways)))]()


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("what", choices=["gold", "speed"])
    parser.add_argument("--streets", type=Path)
    asked = parser.parse_args()
    gold(asked.streets) if asked.what == "gold" else speed()


if __name__ == "__main__":
    main()
