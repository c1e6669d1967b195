"""Read public files of places and bring them to one frame: ``mapper gazetteer add FILE``.

A file is known by what it holds, never by its name: the California school directory, the federal
school geocodes, the GeoNames dump, or any table or file of points with a name, a longitude and a
latitude. Only the columns of the frame are read: a directory's persons and telephones are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from mapper.errors import DataError
from mapper.gazetteer.loaders import california, columns, content, federal, geonames, plain
from mapper.gazetteer.loaders import shapes as points
from mapper.gazetteer.loaders import text as tables
from mapper.gazetteer.loaders.columns import Names
from mapper.gazetteer.loaders.content import Content
from mapper.gazetteer.loaders.draft import KINDS, Draft, Sieve
from mapper.gazetteer.loaders.finish import COLUMNS, Loaded, finish
from mapper.gazetteer.loaders.shapes import Shapes
from mapper.gazetteer.loaders.text import Sheet

__all__ = ["COLUMNS", "KINDS", "Loaded", "Options", "read"]


@dataclass(frozen=True)
class Options:
    """What a user says of a file.

    Args:
        columns: our names and the file's columns that they stand for (``columns.FIELDS``).
        kind: what all places of the file are, one of ``KINDS``; "" as the file says.
        crs: the system of the coordinates, as EPSG:2229; "" as the file says, else degrees.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""
    crs: str = ""


@dataclass(frozen=True)
class Format:
    """How one kind of table is known and tidied."""

    name: str
    prefix: str
    licence: str
    marks: tuple[frozenset[str], ...]
    columns: Names
    tidy: Callable[[pd.DataFrame], Sieve]
    as_of: Callable[[pd.DataFrame], str]


def _unsaid(_: pd.DataFrame) -> str:
    """The day of a file that says none."""
    return ""


FORMATS = (
    Format(
        california.NAME,
        california.PREFIX,
        california.LICENCE,
        california.MARKS,
        california.COLUMNS,
        california.tidy,
        california.as_of,
    ),
    Format(
        federal.NAME,
        federal.PREFIX,
        federal.LICENCE,
        federal.MARKS,
        federal.COLUMNS,
        federal.tidy,
        federal.as_of,
    ),
)
PLAIN = Format(plain.NAME, plain.PREFIX, "", (), columns.OBVIOUS, plain.tidy, _unsaid)
# What a file of points is called that is none of the formats.
POINTS = "Points"
# A year in the name of a file is what is left where the file itself has no day.
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def read(path: Path, options: Options) -> Loaded:
    """Read a file of places.

    Raises:
        DataError: the file is no table of places, lacks a column, or has coordinates that cannot
            be used in most of its rows; nothing of it is kept then.
    """
    found = content.look(path)
    if options.kind and options.kind not in KINDS:
        raise DataError("kind_option", file=path.name, value=options.kind, reason=", ".join(KINDS))
    is_dump = geonames.is_dump(found)
    draft = _dump(found, options) if is_dump else _table(found, options)
    if options.kind:
        draft = replace(draft, rows=draft.rows.assign(kind=options.kind))
    if not draft.as_of and (year := YEAR.search(path.stem)):
        draft = replace(draft, as_of=year[0])
    return finish(draft, "" if is_dump or found.sort == "geo" else options.crs)


def _dump(found: Content, options: Options) -> Draft:
    """A GeoNames dump, whose columns have no names that a user could give.

    Raises:
        DataError: the user names columns.
    """
    if options.columns:
        raise DataError("map_not_here", file=found.path.name, value=", ".join(options.columns))
    return geonames.read(found)


def _table(found: Content, options: Options) -> Draft:
    """Any file with named columns.

    Raises:
        DataError: a column is missing, or nothing says what kind of places these are.
    """
    file = found.path.name
    source: Sheet | Shapes = (
        points.read(found, options.crs) if found.sort == "geo" else tables.read(found)
    )
    form = _form(source.header)
    chosen = columns.choose(file, source.header, form.columns, options.columns)
    if form is PLAIN and not options.kind and "kind" not in chosen:
        raise DataError("kind_needed", file=file, reason=", ".join(KINDS))
    cells = source.take(list(dict.fromkeys(chosen.values())))
    raw = pd.DataFrame({ours: cells[theirs] for ours, theirs in chosen.items()})
    sieve = form.tidy(raw)
    return Draft(
        file,
        sieve.rows,
        chosen,
        POINTS if form is PLAIN and found.sort == "geo" else form.name,
        form.prefix,
        form.licence,
        form.as_of(raw),
        sieve.left_out,
        source.faults,
    )


def _form(header: tuple[str, ...]) -> Format:
    """The format whose marks the header has."""
    found = columns.keys(header)
    return next((form for form in FORMATS if any(mark <= found for mark in form.marks)), PLAIN)
