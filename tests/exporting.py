"""What the tests of exports share: the committed project as a selection, and files read back."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from mapper import cards, project, snapshots
from mapper.export import LEDGER, Shown
from mapper.project import Project
from tests.conftest import REAL

# A walkout at a campus: its point is known, and told the same in every format.
CAMPUS, SPOT = "2026-02-04-contreras-walkout", (-118.2615, 34.05809)
HOSTILE = '=HYPERLINK("http://x","y")</name><script>alert(1)</script>]]>\x00\x0b & “é”, two\nlines'
HELD = HOSTILE.replace("\x00", "").replace("\x0b", "")


@cache
def real() -> Project:
    """The committed project; nothing writes into it."""
    return project.read(REAL)


def shown(found: Project | None = None, **what: Any) -> Shown:  # noqa: ANN401
    """A selection of a project, the committed one if none is given."""
    found = found or real()
    snapshot = snapshots.of(found)
    return Shown(found, snapshot, cards.read(cards.card_of(REAL.geo / LEDGER)), **what)


def told(event: str = CAMPUS, **cells: object) -> Project:
    """The project where one event says something else."""
    events = real().events.copy()
    events.loc[events["event_id"] == event, list(cells)] = list(cells.values())
    return replace(real(), events=events)


def rows_of(content: bytes) -> list[dict[str, str]]:
    """A CSV, by another reader than the one that wrote it."""
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def written(folder: Path, name: str, content: bytes) -> Path:
    """A file of an export."""
    path = folder / name
    path.write_bytes(content)
    return path


def counted(frame: pd.DataFrame) -> int:
    """How many rows have a point."""
    return int((frame["off_map"] == "").sum())
