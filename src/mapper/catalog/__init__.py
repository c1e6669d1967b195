"""The contract of ``data/``: four tables, checked where they enter and trusted after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from mapper import contract, tables
from mapper.catalog import rules, schema
from mapper.model import Fault

COUNTS = ("size_low", "size_high", "arrests_low", "arrests_high")
DAYS = ("date_start", "date_end")


@dataclass(frozen=True)
class Catalog:
    """The rows that hold, and the faults of those that do not.

    ``events``: days as datetime64, counts as nullable ``Int64``, all else str.
    ``left_out``: for each file, how many rows are set aside because of a fault.
    """

    sources: pd.DataFrame
    events: pd.DataFrame
    reports: pd.DataFrame
    routes: pd.DataFrame
    faults: tuple[Fault, ...]
    left_out: dict[str, int]


def read(folder: Path) -> Catalog:
    """Read and check the tables of a folder. A row with a fault is set aside and told.

    Raises:
        DataError: a table cannot be read at all.
    """
    raw = raw_tables(folder)
    faults = check(raw)
    bad = {file: {fault.row for fault in faults if fault.file == file} for file in raw}
    kept = {file: table.drop(index=list(bad[file])) for file, table in raw.items()}
    kept = _without_orphans(kept)
    return Catalog(
        sources=kept["sources.csv"].reset_index(drop=True),
        events=_typed(kept["events.csv"]).reset_index(drop=True),
        reports=kept["reports.csv"].reset_index(drop=True),
        routes=_typed(kept["routes.csv"]).reset_index(drop=True),
        faults=tuple(faults),
        left_out={file: len(raw[file]) - len(kept[file]) for file in raw},
    )


def raw_tables(folder: Path) -> dict[str, pd.DataFrame]:
    """The four tables as strings, their columns checked and nothing else.

    Raises:
        DataError: a table cannot be read at all.
    """
    return {
        name: tables.read(folder / name, list(columns)) for name, columns in schema.TABLES.items()
    }


def check(raw: Mapping[str, pd.DataFrame]) -> list[Fault]:
    """Every fault of the tables: cell by cell (pandera), then across cells, rows and tables."""
    found = [
        fault
        for file, table in raw.items()
        for fault in contract.cell_faults(file, table, schema.TABLES[file], schema.KEYS.get(file))
    ]
    return sorted(
        set(found) | set(rules.faults(raw)), key=lambda f: (f.file, f.row, f.column, f.code)
    )


def _without_orphans(kept: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Reports and routes of an event that was set aside go with it; links to it are cleared."""
    events, sources = kept["events.csv"], kept["sources.csv"]
    ids = set(events["event_id"])
    links = {
        column: events[column].where(events[column].isin(ids), "")
        for column in ("parent_id", "same_crowd_as", "duplicate_of")
    }
    reports, routes = kept["reports.csv"], kept["routes.csv"]
    told = reports["event_id"].isin(ids) & reports["source_id"].isin(set(sources["source_id"]))
    return kept | {
        "events.csv": events.assign(**links),
        "reports.csv": reports[told],
        "routes.csv": routes[routes["event_id"].isin(ids)],
    }


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    """Days and counts as what they are."""
    days = {name: pd.to_datetime(table[name]) for name in table.columns.intersection(list(DAYS))}
    counts = {
        name: pd.to_numeric(table[name], errors="coerce").astype("Int64")
        for name in table.columns.intersection(list(COUNTS))
    }
    return table.assign(**days, **counts)
