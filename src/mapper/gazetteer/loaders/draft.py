"""What every format makes of its file: rows in our columns, and what was left out and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from mapper.model import Fault

# The columns of a draft, each ``str`` and "" where unknown. Those of the frame that are not here
# (place_id, source) are made from them.
TEXTS = (
    "id", "name", "kind", "aliases", "uncertainty_m", "address", "neighborhood", "city",
    "postal_city", "county", "state", "cdscode", "population",
)  # fmt: skip
KINDS = (
    "high_school", "school", "university", "landmark", "street", "neighborhood", "city", "county",
)  # fmt: skip
SCHOOLS = ("high_school", "school")


@dataclass(frozen=True)
class Draft:
    """The rows of a file, before they are checked.

    ``rows`` has ``TEXTS``, and ``lon`` and ``lat`` as the file writes them; its index is the line
    in the file. ``columns`` are the file's own names of ``lon``, ``lat`` and what else a fault may
    be found in.
    """

    file: str
    rows: pd.DataFrame
    columns: Mapping[str, str]
    format: str
    prefix: str
    licence: str
    as_of: str = ""
    left_out: Mapping[str, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def filled(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with every column of a draft, "" where the file has none."""
    absent = {name: "" for name in TEXTS if name not in rows}
    return rows.assign(**absent)


class Sieve:
    """Rows that are left out one reason after another, each row counted once."""

    def __init__(self, rows: pd.DataFrame) -> None:
        """Start with all rows."""
        self.rows = rows
        self.left_out: dict[str, int] = {}

    def drop(self, reason: str, which: pd.Series) -> None:
        """Leave out the rows that are true in ``which``, which has the index of the rows."""
        if count := int(which.sum()):
            self.left_out[reason] = self.left_out.get(reason, 0) + count
            self.rows = self.rows[~which]
