"""What online services answered and was accepted: a committed table, so that no one asks twice.

The ledger is made from it without a network; each row names its service, its day and its terms.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from mapper import cards, contract, disk, tables
from mapper.contract import DAY, FREE, LAT, LON, METRES, REQUIRED, STATE, one_of
from mapper.model import LADDER, Card, Context, Fault, Place, Position
from mapper.places import question
from mapper.places.known import Question

COLUMNS: contract.Columns = {
    "text": (REQUIRED,),
    "locality": FREE,
    "state": (STATE,),
    "place_id": (REQUIRED,),
    "name": (REQUIRED,),
    "lon": (LON,),
    "lat": (LAT,),
    "precision": (one_of(LADDER),),
    "uncertainty_m": (METRES,),
    "city": FREE,
    "county": FREE,
    "service": (REQUIRED,),
    "attribution": (REQUIRED,),
    "asked": (DAY,),
}
MEANINGS = {
    "text": "The place text that was asked.",
    "locality": "The city that it is said to be in.",
    "state": "The state, two letters.",
    "place_id": "The service's own id.",
    "name": "The service's name of the place.",
    "lon": "Longitude, WGS 84 decimal degrees.",
    "lat": "Latitude, WGS 84 decimal degrees.",
    "precision": "The rung of the precision ladder that the position has.",
    "uncertainty_m": "Radius in metres that holds the true place.",
    "city": "City.",
    "county": "County.",
    "service": "Who answered.",
    "attribution": "What must be said where the position is shown.",
    "asked": "The day of the answer.",
}


def read(path: Path) -> tuple[dict[Question, tuple[Place, str]], list[Fault]]:
    """The accepted answers by what was asked; a row with a fault is set aside and told.

    A project without online answers has no such file.

    Raises:
        DataError: the table cannot be read at all.
    """
    if not path.is_file():
        return {}, []
    raw = tables.read(path, list(COLUMNS))
    faults = contract.cell_faults(path.name, raw, COLUMNS, None)
    kept = raw.drop(index=list({fault.row for fault in faults}))
    rows = kept.to_dict("records")
    return {
        question(row["text"], Context(row["locality"], row["state"])): (
            _place(row),
            row["attribution"],
        )
        for row in rows
    }, faults


def _place(row: Mapping[Hashable, str]) -> Place:
    """One row as a value."""
    return Place(
        place_id=row["place_id"],
        name=row["name"],
        rung=row["precision"],
        position=Position(lon=float(row["lon"]), lat=float(row["lat"])),
        uncertainty_m=float(row["uncertainty_m"]),
        city=row["city"],
        county=row["county"],
        state=row["state"],
    )


def keep(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """Add rows to the table, with its card; the newest answer to a question stays.

    Raises:
        DataError: the table cannot be read or written.
    """
    old = tables.read(path, list(COLUMNS)) if path.is_file() else pd.DataFrame(columns=[*COLUMNS])
    table = pd.concat([old, pd.DataFrame(rows, columns=[*COLUMNS])], ignore_index=True)
    table = table.drop_duplicates(["text", "locality", "state"], keep="last")
    content = disk.as_csv(table)
    terms = sorted(set(table["attribution"]))
    card = Card(
        file=path.name,
        title="Answers of online services",
        title_es="Respuestas de servicios en línea",
        source=", ".join(sorted(set(table["service"]))),
        url="",
        retrieved=max(map(date.fromisoformat, table["asked"])),
        licence="; ".join(terms),
        sha256=hashlib.sha256(content).hexdigest(),
        columns=MEANINGS,
        note="Accepted by mapper geocode --online; asked once, then read from here.",
    )
    disk.replace(path, content)
    disk.replace(cards.card_of(path), cards.text(card).encode())
