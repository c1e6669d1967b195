"""Releases: states of the data that are kept, each a text whose name is its own checksum.

``data/releases/<name>.jsonl`` is the text of :class:`mapper.snapshots.Snapshot`;
``data/releases.csv`` lists the names with their day and a note in both languages.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from mapper import cards, contract, disk, safety, snapshots, tables
from mapper.contract import DAY, FREE, REQUIRED, Columns, cell
from mapper.errors import DataError, UsageError
from mapper.model import Card, Fault
from mapper.snapshots import NAME, Snapshot

TABLE, FOLDER, NOW = "releases.csv", "releases", "now"
NOTES = ("note_en", "note_es")
LEAST = 6  # hex digits that are enough to name a release
_NAME = re.compile(rf"[0-9a-f]{{{NAME}}}")
COLUMNS: Columns = {
    "release": (cell("release_form", lambda text: bool(_NAME.fullmatch(text))),),
    "date": (DAY,),
    "note_en": (REQUIRED,),
    "note_es": FREE,
}
MEANINGS = {
    "release": "Name: the first 16 hexadecimal digits of the SHA-256 of releases/<name>.jsonl.",
    "date": "Day on which it was made, YYYY-MM-DD.",
    "note_en": "What changed and why, in English.",
    "note_es": "The same in Spanish; empty where nobody wrote it.",
}


@dataclass(frozen=True)
class Release:
    """A state of the data that is kept."""

    name: str
    day: date
    note_en: str
    note_es: str = ""

    def note(self, lang: str) -> str:
        """Its note in a language; in English where there is no other."""
        return (self.note_es if lang == "es" else "") or self.note_en


def every(data: Path) -> list[Release]:
    """The releases, the oldest first; none where there is no table. Rows with a fault are left out.

    Raises:
        DataError: the table cannot be read.
    """
    table = _table(data)
    bad = {fault.row for fault in _faults(table)}
    rows = table.drop(index=[row for row in table.index if row in bad])
    return [
        Release(name, date.fromisoformat(day), note_en, note_es)
        for name, day, note_en, note_es in rows[list(COLUMNS)].itertuples(index=False)
    ]


def read(data: Path, name: str) -> Snapshot:
    """A release.

    Raises:
        DataError: it is missing, does not have its name, or is no text of events.
    """
    path = _path(data, name)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DataError("release_missing", file=_short(name)) from error
    if _name_of(raw) != name:
        raise DataError("release_altered", file=_short(name), value=_name_of(raw))
    return snapshots.parse(raw.decode(), _short(name))


def named(asked: str, names: Collection[str]) -> str:
    """The name that some of its first digits stand for.

    Raises:
        UsageError: no name begins so, or several do, or there are fewer than ``LEAST`` digits.
    """
    found = {name for name in names if len(asked) >= LEAST and name.startswith(asked.lower())}
    if len(found) != 1:
        raise UsageError("release_unknown", value=asked, options=", ".join([NOW, *names]))
    return found.pop()


def behind(name: str, file: str, names: Collection[str]) -> str:
    """The release that a file was made from.

    Args:
        name: of the data, as the file has it.
        file: its name, for the message.
        names: of the releases.

    Raises:
        UsageError: the data behind the file were never released.
    """
    if name not in names:
        raise UsageError("release_behind", file=file, value=name)
    return name


def check(data: Path) -> Iterator[Fault]:
    """What is wrong with the table and with the files that it lists, and files not listed."""
    try:
        table = _table(data)
    except DataError as error:
        yield _fault(error)
        return
    yield from _faults(table)
    listed = zip(table.index, table["release"], strict=True)
    lines = {name: int(row) for row, name in listed if _NAME.fullmatch(name)}
    for name, row in lines.items():
        try:
            read(data, name)
        except DataError as error:
            yield Fault(_short(name), row, "", str(error.values.get("value", "")), error.code)
    for path in sorted((data / FOLDER).glob("*.jsonl")):
        if path.stem not in lines:
            yield Fault(f"{FOLDER}/{path.name}", 1, "", path.stem, "release_unlisted")


def write(data: Path, snapshot: Snapshot, release: Release) -> None:
    """Keep a state of the data: its text, its line in the table, and the table's card.

    Raises:
        UsageError: it is the last release, or the note is empty or holds what is never stored.
        DataError: the table cannot be read, or a file cannot be written.
    """
    before = every(data)
    if before and before[-1].name == release.name:
        raise UsageError("release_same", value=release.name)
    row = {
        "release": release.name,
        "date": release.day.isoformat(),
        "note_en": release.note_en,
        "note_es": release.note_es,
    }
    line = pd.DataFrame([row], index=[1])
    for fault in _faults(line):
        raise UsageError("release_note", column=fault.column, value=fault.value)
    table = disk.as_csv(pd.concat([_table(data)[list(COLUMNS)], line]))
    disk.replace(_path(data, release.name), snapshot.text.encode())
    disk.replace(data / TABLE, table)
    disk.replace(cards.card_of(data / TABLE), cards.text(_card(table, release.day)).encode())


def _table(data: Path) -> pd.DataFrame:
    """The table as strings; without rows where there is none."""
    path = data / TABLE
    if not path.is_file():
        return pd.DataFrame(columns=list(COLUMNS), dtype=str)
    return tables.read(path, list(COLUMNS))


def _faults(table: pd.DataFrame) -> list[Fault]:
    """What is wrong in the cells."""
    if table.empty:
        return []
    notes = [(name, *cell) for name in NOTES for cell in zip(table.index, table[name], strict=True)]
    unsafe = [
        Fault(TABLE, int(row), column, text, safety.unsafe(text))
        for column, row, text in notes
        if safety.unsafe(text)
    ]
    return [*contract.cell_faults(TABLE, table, COLUMNS, None), *unsafe]


def _fault(error: DataError) -> Fault:
    """Why the table cannot be read, as a line of the check."""
    said = error.values
    value = said.get("reason", said.get("value", ""))
    row, column = said.get("row", 1), said.get("column", "")
    return Fault(TABLE, int(str(row)), str(column), str(value), error.code)


def _path(data: Path, name: str) -> Path:
    """Where the text of a release lies."""
    return data / FOLDER / f"{name}.jsonl"


def _short(name: str) -> str:
    """The file of a release as messages call it."""
    return f"{FOLDER}/{name}.jsonl"


def _name_of(raw: bytes) -> str:
    """The name that a text has by its bytes."""
    return hashlib.sha256(raw).hexdigest()[:NAME]


def _card(table: bytes, day: date) -> Card:
    """The card of the table."""
    return Card(
        file=TABLE,
        title="Releases of the data",
        title_es="Versiones publicadas de los datos",
        source="Walkout Mapper, mapper release",
        url="",
        retrieved=day,
        licence="CC BY 4.0",
        sha256=hashlib.sha256(table).hexdigest(),
        columns=MEANINGS,
        note="Each is a text in releases/, one event a line, whose name is its own checksum.",
    )
