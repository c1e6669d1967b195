"""Score the gold set of place texts: what was placed, what was wrong, and by how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from mapper import knowledge, places, streets
from mapper.errors import MapperError
from mapper.model import LADDER, Context, Placement, Position, distance_m
from mapper.streets.loaders import Options, read

GOLD = Path(__file__).parent / "gold"
GEO = Path(__file__).parents[1] / "geo"


@dataclass(frozen=True)
class Score:
    """One text: what was expected, what came, and how far off.

    ``error_m`` is the distance to the farthest true point; ``slack_m`` how well that is known.
    """

    gold_id: str
    kind: str
    text: str
    expected: frozenset[str]
    wanted: str
    found: Placement
    error_m: float | None
    slack_m: float

    @property
    def holds(self) -> bool:
        """Whether the radius holds the truth, as far as that is known."""
        place = self.found.place
        if place is None or self.error_m is None:
            return False
        return self.error_m - self.slack_m <= place.uncertainty_m

    @property
    def outcome(self) -> str:
        """What became of it.

        ``right``, ``coarser`` than the text; ``wrong``: outside its radius, finer than the text,
        or placed though it should not be; ``declined`` rightly; ``refused`` though it has a place.
        """
        place = self.found.place
        if place is None:
            return "declined" if self.found.status in self.expected else "refused"
        allowed = self.wanted.split("|") if self.wanted else []
        finer = bool(allowed) and LADDER.index(place.rung) < min(map(LADDER.index, allowed))
        if "placed" not in self.expected or finer or (self.error_m is not None and not self.holds):
            return "wrong"
        return "right" if not allowed or place.rung in allowed else "coarser"


def scores(downtown: Path | None = None) -> list[Score]:
    """The scores of the rows that need no other file than the synthetic grid.

    Args:
        downtown: the street file of the rows that need it; then they are scored, too.
    """
    table = pd.read_csv(GOLD / "places.csv", dtype=str, keep_default_na=False)
    files = {"": [], "grid": [GOLD / "grid.geojson"]}
    if downtown:
        files["dtla_osm"] = [downtown]
    known = {needs: _known(paths) for needs, paths in files.items()}
    rows = [row for row in table.to_dict("records") if row["needs"] in known]
    return [_score(row, known[row["needs"]]) for row in rows]


def _known(files: Sequence[Path]) -> places.Known:
    """The committed knowledge, and street files as ``mapper streets add`` would load them."""
    loaded = [read(path, Options({}, "")).frame for path in files]
    corners, _ = streets.read(GEO / "crossings.csv")
    index = knowledge.committed(GEO).known.index
    return places.Known(index, streets.Network([corners], loaded))


def _score(row: dict[str, str], known: places.Known) -> Score:
    """One row of the gold set."""
    try:
        found = places.locate(row["text"], Context(row["locality"], row["state"]), known)
    except MapperError as error:
        found = Placement(row["text"], "not_found", error.code)
    error_m = None
    if found.place and row["lon"]:
        points = [Position(float(row["lon"]), float(row["lat"]))]
        pairs = (pair.split() for pair in row["more_truths"].split(";") if pair.strip())
        points += [Position(float(lon), float(lat)) for lon, lat in pairs]
        error_m = max(distance_m(found.place.position, point) for point in points)
    expected = frozenset(row["expected"].split("|"))
    slack = float(row["truth_radius_m"] or 0)
    return Score(
        row["gold_id"], row["kind"], row["text"], expected, row["precision"], found, error_m, slack
    )
