"""Place a table of texts: IN.csv in, OUT.csv out, every row kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from mapper import disk, places, tables
from mapper.errors import MapperError, UsageError
from mapper.i18n import Words
from mapper.model import Context, Placement

WANTED = ("place_text", "locality", "state")
ADDED = ("lon", "lat", "precision", "uncertainty_m", "rung", "status", "matched_name")


def run(paths: Sequence[Path], known: places.Known, t: Words) -> str:
    """Place each row of the first file and write the second.

    Returns:
        What was done, in words.

    Raises:
        UsageError: there are not two different files, or a column is missing.
        DataError: the input cannot be read, or the output cannot be written.
    """
    if len(paths) != len(("in", "out")):
        raise UsageError("batch_files", value=len(paths))
    source, target = paths
    if source.resolve() == target.resolve():
        raise UsageError("same_file", file=source.name)
    placed = table(tables.read_any(source), known, source.name)
    disk.replace(target, disk.as_csv(placed))
    counts = placed["status"].value_counts()
    return t(
        "{placed} placed, {ambiguous} ambiguous, {not_found} not found",
        **{status: t.number(int(counts.get(status, 0))) for status in STATUSES},
    )


STATUSES = ("placed", "ambiguous", "not_found")


def table(rows: pd.DataFrame, known: places.Known, file: str) -> pd.DataFrame:
    """The rows with ``ADDED`` columns; no row is dropped.

    Raises:
        UsageError: a column of ``WANTED`` is missing.
    """
    if missing := [name for name in WANTED if name not in rows]:
        raise UsageError("column_missing", file=file, column=missing[0])
    texts = zip(*(rows[name] for name in WANTED), strict=True)
    answers = [answer(_located(text, Context(city, state), known)) for text, city, state in texts]
    found = pd.DataFrame(answers, index=rows.index, columns=list(ADDED))
    return rows.drop(columns=rows.columns.intersection(list(ADDED))).join(found)


def answer(found: Placement) -> dict[str, object]:
    """A placement as plain values, named as in docs/architecture.md; ``None`` where unknown."""
    place = found.place
    return {
        "query": found.query,
        "status": found.status,
        "rule": found.rule,
        "lon": place.position.lon if place else None,
        "lat": place.position.lat if place else None,
        "precision": place.rung if place else None,
        "uncertainty_m": place.uncertainty_m if place else None,
        "rung": place.rung if place else None,
        "place_id": place.place_id if place else None,
        "matched_name": place.name if place else None,
        "candidates": [
            {
                "place_id": rival.place_id,
                "name": rival.name,
                "lon": rival.position.lon,
                "lat": rival.position.lat,
                "why_not": rival.why_not,
            }
            for rival in found.candidates
        ],
    }


def _located(text: str, context: Context, known: places.Known) -> Placement:
    """One row's placement; an empty text is not found, and stays in the table."""
    try:
        return places.locate(text, context, known)
    except MapperError as error:
        return Placement(text, "not_found", error.code)
