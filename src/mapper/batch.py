"""Place a table of texts: IN.csv in, OUT.csv out, every row kept; stopped work is resumed."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pandas as pd

from mapper import disk, places, tables
from mapper.describe import placements
from mapper.describe.words import RULES
from mapper.errors import DataError, MapperError, UsageError
from mapper.i18n import Words, message
from mapper.model import Context, Placement
from mapper.places import state_code

WANTED = ("place_text", "locality", "state")
ADDED = (
    "lon",
    "lat",
    "precision",
    "uncertainty_m",
    "rung",
    "status",
    "matched_name",
    "rule",
    "used",
    "left_over",
    "reason",
)
STATUSES = ("placed", "ambiguous", "not_found")
# Rows that are placed and written in one go: a second or two of work, that much is lost by a stop.
CHUNK = 5_000

Progress = Callable[[int], None]


def run(
    paths: Sequence[Path], known: places.Known, t: Words, progress: Progress = lambda _: None
) -> str:
    """Place each row of the first file and write the second.

    Finished parts are kept beside the output until all is done, so that the same command goes on
    where it was stopped. They are not used if the input or what is known is another.

    Args:
        paths: the input and the output.
        known: what is known of places.
        t: the words of the reasons.
        progress: told how many rows were done since it was last told.

    Returns:
        What was done, in words.

    Raises:
        UsageError: there are not two different files, or a column is missing.
        DataError: the input cannot be read, or the output cannot be written.
    """
    source, target = _two(paths)
    rows = tables.read_any(source)
    _check_columns(rows, source.name)
    parts = _parts(target, source, known.version)
    done = []
    for number, chunk in enumerate(_chunks(rows)):
        part = parts / f"{number:06}.csv"
        if not part.is_file():
            disk.replace(part, disk.as_csv(table(chunk, known, t)))
        done.append(part)
        progress(len(chunk))
    placed = pd.concat([tables.read_any(part) for part in done], ignore_index=True)
    disk.replace(target, disk.as_csv(placed))
    shutil.rmtree(parts, ignore_errors=True)
    counts = placed["status"].value_counts()
    return t(
        "{placed} placed, {ambiguous} ambiguous, {not_found} not found",
        **{status: t.number(int(counts.get(status, 0))) for status in STATUSES},
    )


def size(path: Path) -> int:
    """About how many rows a table has, for a progress bar; 0 if it cannot be read."""
    try:
        return max(path.read_bytes().count(b"\n") - 1, 0)
    except OSError:
        return 0


def table(rows: pd.DataFrame, known: places.Known, t: Words) -> pd.DataFrame:
    """The rows with ``ADDED`` columns; no row is dropped. Equal texts are placed once."""
    texts = list(zip(*(rows[name] for name in WANTED), strict=True))
    answers = {text: _cells(_located(text, known, t), t) for text in dict.fromkeys(texts)}
    found = pd.DataFrame(
        [answers[text] for text in texts], index=rows.index, columns=list(ADDED), dtype=object
    )
    return rows.drop(columns=rows.columns.intersection(list(ADDED))).join(found)


def answer(found: Placement, t: Words) -> dict[str, object]:
    """A placement as plain values, named as in docs/architecture.md; ``None`` where unknown."""
    place = found.place
    return {
        "query": found.query,
        "status": found.status,
        "rule": found.rule,
        "lon": place.position.lon if place else None,
        "lat": place.position.lat if place else None,
        "precision": place.rung if place else None,
        "uncertainty_m": round(place.uncertainty_m, 1) if place else None,
        "rung": placements.rung(found) or None,
        "place_id": place.place_id if place else None,
        "matched_name": place.name if place else None,
        "used": found.used,
        "left_over": found.left,
        "reason": placements.reason(found, t),
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
        "parts": [answer(part, t) for part in found.parts],
    }


def _located(text: tuple[str, str, str], known: places.Known, t: Words) -> Placement:
    """One row's placement; a text that cannot be one is not found, and says why."""
    words, city, state = (cell.strip() for cell in text)
    try:
        return places.locate(words, Context(city, state_code(state) or state), known)
    except MapperError as error:
        return Placement(words, "not_found", error.code, left=message(error, t))


def _cells(found: Placement, t: Words) -> tuple[object, ...]:
    """One placement as the cells of ``ADDED``."""
    place = found.place
    refused = found.rule not in RULES
    reason = found.left if refused else placements.reason(found, t)
    where = ("", "", "", "")
    if place:
        lon, lat = place.position
        where = (f"{lon:.6f}", f"{lat:.6f}", place.rung, f"{place.uncertainty_m:.0f}")
    return (
        *where,
        placements.rung(found),
        found.status,
        place.name if place else "",
        found.rule,
        found.used,
        "" if refused else found.left,
        reason,
    )


def _two(paths: Sequence[Path]) -> tuple[Path, Path]:
    """The input and the output.

    Raises:
        UsageError: they are not two, or they are one file.
    """
    if len(paths) != len(("in", "out")):
        raise UsageError("batch_files", value=len(paths))
    source, target = paths
    if source.resolve() == target.resolve():
        raise UsageError("same_file", file=source.name)
    return source, target


def _check_columns(rows: pd.DataFrame, file: str) -> None:
    """Each column of ``WANTED`` is there.

    Raises:
        UsageError: one is missing.
    """
    if missing := [name for name in WANTED if name not in rows]:
        raise UsageError("column_missing", file=file, column=missing[0])


def _parts(target: Path, source: Path, version: str) -> Path:
    """The folder of finished parts for this input and knowledge; any other is thrown away."""
    mark = hashlib.sha256(source.read_bytes() + version.encode()).hexdigest()[:16]
    parts = target.with_name(f"{target.name}.parts-{mark}")
    for other in target.parent.glob(f"{target.name}.parts-*"):
        if other != parts:
            shutil.rmtree(other, ignore_errors=True)
    try:
        parts.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError("cannot_write", file=str(target), reason=error.strerror) from error
    return parts


def _chunks(rows: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The rows in parts of ``CHUNK``; a table without rows is one part."""
    for start in range(0, max(len(rows), 1), CHUNK):
        yield rows.iloc[start : start + CHUNK]
