"""Read the provenance card that stands beside every file of ``data/`` and ``geo/``."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from mapper.errors import DataError
from mapper.model import Card, Fault

# What has a card of its own: events.csv has events.csv.toml beside it.
CARDED = (".csv", ".geojson")
# What a card's fields are, where that is not text.
KINDS = {"retrieved": date, "columns": dict, "sha256": str, "title": str, "title_es": str}


def read(path: Path) -> Card:
    """Read one card.

    Raises:
        DataError: the card is missing, is not TOML, or lacks a field or has one too many.
    """
    try:
        card = Card(**tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise DataError("card_missing", file=path.stem) from error
    except (TypeError, ValueError, OSError) as error:
        raise DataError("card_broken", file=path.name, reason=str(error)) from error
    for name, kind in KINDS.items():
        if not isinstance(getattr(card, name), kind):
            raise DataError("card_broken", file=path.name, reason=f"{name}: {kind.__name__}")
    return card


def card_of(path: Path) -> Path:
    """Where the card of a file stands."""
    return path.with_name(f"{path.name}.toml")


def of(path: Path) -> Card | None:
    """The card of a file, if it has one that can be read."""
    try:
        return read(card_of(path))
    except DataError:
        return None


def read_all(*folders: Path) -> list[Card]:
    """Every card of the folders, by file name.

    Raises:
        DataError: a card cannot be read.
    """
    paths = (path for folder in folders for path in folder.glob("*.toml"))
    return sorted(map(read, paths), key=lambda card: card.file)


def check(folder: Path) -> Iterator[Fault]:
    """Every file of a folder without a true card: missing, broken, stale, or silent on a column."""
    for path in sorted(path for path in folder.glob("*.*") if path.suffix in CARDED):
        try:
            card = read(card_of(path))
        except DataError as error:
            reason = str(error.values.get("reason", ""))
            yield Fault(path.name, 1, "card", reason, error.code)
            continue
        if card.sha256 != sha256(path):
            yield Fault(path.name, 1, "sha256", sha256(path), "card_stale")
        for column in header(path):
            if column not in card.columns:
                yield Fault(path.name, 1, column, column, "card_columns")


def sha256(path: Path) -> str:
    """The checksum of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def header(path: Path) -> list[str]:
    """The columns of a CSV; none for any other file."""
    if path.suffix != ".csv":
        return []
    with path.open(encoding="utf-8", errors="replace") as file:
        return file.readline().strip().lstrip("\ufeff").split(",")


def text(card: Card) -> str:
    """A card as it is written to disk."""
    lines = [f"{name} = {_value(value)}" for name, value in vars(card).items() if name != "columns"]
    return "\n".join([*lines, "", "[columns]", *_pairs(card.columns)]) + "\n"


def _pairs(columns: Mapping[str, str]) -> list[str]:
    """The lines of the table of columns."""
    return [f"{name} = {_value(meaning)}" for name, meaning in columns.items()]


def _value(value: str | date) -> str:
    """A TOML value: a date as it is, a string with its quotes escaped."""
    if isinstance(value, date):
        return value.isoformat()
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
