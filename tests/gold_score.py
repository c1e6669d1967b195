"""Score the gold set of place texts: what was placed, what was wrong, and by how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from mapper import knowledge, places, streets
from mapper.errors import MapperError
from mapper.gazetteer import Index
from mapper.model import LADDER, Context, Placement, Position, distance_m
from mapper.streets.loaders import Options, read

GOLD = Path(__file__).parent / "gold"


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
        known = place is not None and self.error_m is not None
        return bool(known and self.error_m - self.slack_m <= place.uncertainty_m)  # type: ignore[operator,union-attr]

    @property
    def outcome(self) -> str:
        """ "right", "coarser", "wrong", "refused" (though it has a place) or "declined" (rightly)."""
        place = self.found.place
        if place is None:
            return "declined" if self.found.status in self.expected else "refused"
        allowed = self.wanted.split("|") if self.wanted else []
        finer = bool(allowed) and LADDER.index(place.rung) < min(map(LADDER.index, allowed))
        if "placed" not in self.expected or finer or (self.error_m is not None and not self.holds):
            return "wrong"
        return "right" if not allowed or place.rung in allowed else "coarser"


def scores(files: Sequence[Path] = (), needs: Sequence[str] = ("", "grid")) -> list[Score]:
    """The scores of the rows that need no other file than the given.

    Args:
        files: street files to load beside the committed knowledge and the synthetic grid.
        needs: the values of the column ``needs`` whose rows are scored.
    """
    table = pd.read_csv(GOLD / "places.csv", dtype=str, keep_default_na=False)
    known = _known([GOLD / "grid.geojson", *files])
    return [_score(row, known) for row in table.to_dict("records") if row["needs"] in needs]


def _known(files: Sequence[Path]) -> places.Known:
    """The committed knowledge, and street files as ``mapper streets add`` would load them."""
    known = knowledge.committed(GOLD.parents[1] / "geo").known
    loaded = [read(path, Options({}, "")).frame for path in files]
    corners, _ = streets.read(GOLD.parents[1] / "geo/crossings.csv")
    index: Index = known.index
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
