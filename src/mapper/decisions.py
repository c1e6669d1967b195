"""Decisions by people: an event, the place that someone chose for it, and why."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from mapper import contract, tables
from mapper.contract import DAY, ID, REQUIRED
from mapper.errors import DataError
from mapper.model import Fault, Place

COLUMNS: contract.Columns = {
    "event_id": (ID,),
    "place_id": (REQUIRED,),
    "reason": (REQUIRED,),
    "date": (DAY,),
}


@dataclass(frozen=True)
class Decision:
    """The place that was chosen, the reason, and the day (YYYY-MM-DD)."""

    place: Place
    reason: str
    date: str


def read(path: Path) -> tuple[pd.DataFrame, list[Fault]]:
    """The table of decisions; a row with a fault is set aside and told. No file: no decisions.

    Raises:
        DataError: the table cannot be read at all.
    """
    if not path.is_file():
        return pd.DataFrame(columns=[*COLUMNS], dtype=str), []
    raw = tables.read_any(path)
    for name in COLUMNS:
        if name not in raw:
            raise DataError("column_missing", file=path.name, column=name)
    faults = contract.cell_faults(path.name, raw, COLUMNS, "event_id")
    return raw.drop(index=list({fault.row for fault in faults})), faults


def resolved(
    table: pd.DataFrame,
    events: Collection[str],
    find: Callable[[str], Place | None],
    file: str,
) -> tuple[dict[str, Decision], list[Fault]]:
    """The decisions by event.

    Args:
        table: as :func:`read` gives it, index the line numbers.
        events: the ids that there are.
        find: the place of an id, ``None`` if there is none.
        file: the name of the table, for what is told.
    """
    found, faults = {}, []
    for line, row in table.iterrows():
        place = find(row["place_id"])
        if row["event_id"] not in events:
            faults.append(_fault(file, line, "event_id", row["event_id"], "no_such_event"))
        elif place is None:
            faults.append(_fault(file, line, "place_id", row["place_id"], "no_such_place"))
        else:
            found[row["event_id"]] = Decision(place, row["reason"], row["date"])
    return found, faults


def _fault(file: str, line: object, column: str, value: str, code: str) -> Fault:
    """What is wrong in one cell."""
    return Fault(file, int(str(line)), column, value, code)
