"""``mapper gazetteer`` and ``mapper streets``: public files as knowledge."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from mapper import i18n, local
from mapper.cli.shared import Geo, folders_of, say, show, told, words
from mapper.describe.words import LEFT_OUT
from mapper.errors import UsageError
from mapper.gazetteer import loaders as place_loaders
from mapper.local import Terms
from mapper.model import Fault
from mapper.streets import loaders as street_loaders

gazetteer = typer.Typer(no_args_is_help=True, help="Public files of places: add, list, remove.")
streets = typer.Typer(
    no_args_is_help=True, help="Public files of streets: add, fetch, list, remove."
)

File = Annotated[Path, typer.Argument(help="The file as its publisher gives it.")]
Columns = Annotated[
    list[str] | None, typer.Option("--map", help="Our name of a column = the file's: name=TITLE.")
]
Crs = Annotated[str, typer.Option(help="The file's CRS, where it names none: EPSG:2229.")]
Name = Annotated[str, typer.Argument(help="A name that list shows.")]
# More faults than anyone reads on a screen: the rest is counted.
MOST_SHOWN = 20


@gazetteer.command("add")
def add_places(
    file: File,
    columns: Columns = None,
    kind: Annotated[str, typer.Option(help="What the rows are: landmark, school …")] = "",
    crs: Crs = "",
    geo: Geo = None,
) -> None:
    """Add a school directory, federal school geocodes, GeoNames, or any table of places."""
    with told():
        options = place_loaders.Options(_pairs(columns), kind, crs)
        loaded = place_loaders.read(file, options)
        terms = Terms(loaded.format, loaded.licence, loaded.as_of)
        name = local.store(folders_of(None, geo).geo, "gazetteer", file, loaded.frame, terms)
    report(name, loaded.format, len(loaded.frame), loaded.faults, loaded.left_out)


@streets.command("add")
def add_streets(file: File, columns: Columns = None, crs: Crs = "", geo: Geo = None) -> None:
    """Add OpenStreetMap, Overpass, a city's centrelines, TIGER, or transit stops."""
    with told():
        options = street_loaders.Options(_pairs(columns), crs)
        loaded = street_loaders.read(file, options, step)
        terms = Terms(loaded.format, loaded.licence, loaded.as_of)
        name = local.store(folders_of(None, geo).geo, "streets", file, loaded.frame, terms)
    report(name, loaded.format, len(loaded.frame), loaded.faults, loaded.left_out)


@gazetteer.command("list")
def list_places(geo: Geo = None) -> None:
    """Show what was added."""
    _list("gazetteer", geo)


@streets.command("list")
def list_streets(geo: Geo = None) -> None:
    """Show what was added."""
    _list("streets", geo)


@gazetteer.command("remove")
def remove_places(name: Name, geo: Geo = None) -> None:
    """Take a file out again."""
    _remove("gazetteer", name, geo)


@streets.command("remove")
def remove_streets(name: Name, geo: Geo = None) -> None:
    """Take a file out again."""
    _remove("streets", name, geo)


def _list(topic: str, geo: Path | None) -> None:
    """One line a file: its name, its title, its source, its licence."""
    with told():
        for card in local.listed(folders_of(None, geo).geo, topic):
            name = card.file.removesuffix(".parquet")
            licence = card.licence or words()("licence not stated")
            show(f"{name}\t{card.title}\t{card.source}\t{licence}")


def _remove(topic: str, name: str, geo: Path | None) -> None:
    """Take a file out of the store."""
    with told():
        local.remove(folders_of(None, geo).geo, topic, name)
    say(words()("{name} removed", name=name))


def _pairs(columns: list[str] | None) -> dict[str, str]:
    """The columns of ``--map`` as ours to theirs.

    Raises:
        UsageError: one is not OURS=THEIRS.
    """
    found = {}
    for text in columns or []:
        ours, sign, theirs = text.partition("=")
        if not (ours and sign and theirs):
            raise UsageError("map_form", value=text)
        found[ours.strip()] = theirs.strip()
    return found


def step(word: str) -> None:
    """Show on a terminal what long work is at."""
    if sys.stderr.isatty():
        say(f"  {word} …")


def report(
    name: str, kind: str, rows: int, faults: Sequence[Fault], left_out: Mapping[str, int]
) -> None:
    """Say what came in, and what was left out and why."""
    t = words()
    for fault in faults[:MOST_SHOWN]:
        say(i18n.fault_line(fault, t))
    if len(faults) > MOST_SHOWN:
        say(t("… and {count} more", count=t.number(len(faults) - MOST_SHOWN)))
    for reason, count in left_out.items():
        say(t("{count} rows left out: {reason}", count=t.number(count), reason=t(LEFT_OUT[reason])))
    show(
        t(
            "{name}: {rows} rows of {kind} added, {faults} with a fault left out",
            name=name,
            rows=t.number(rows),
            kind=kind,
            faults=t.number(len(faults)),
        )
    )
