"""What every command of the command line needs: its folders, its two streams, its exit codes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from mapper import i18n
from mapper.errors import MapperError
from mapper.settings import Folders, folders

# 130 is what a shell gives to a program that Ctrl+C stopped.
STALE, WRONG_USE, NOT_PLACED, STOPPED = 1, 2, 3, 130

Data = Annotated[Path | None, typer.Option("--data", help="Folder of the four tables.")]
Geo = Annotated[Path | None, typer.Option("--geo", help="Folder of places and of the ledger.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Near = Annotated[str, typer.Option(help='City and state, as in "Los Angeles, CA".')]
Online = Annotated[
    str,
    typer.Option(
        metavar="SERVICE[@SERVER]",
        help="Ask nominatim, photon, pelias, arcgis or google for what is not known.",
    ),
]


def folders_of(data: Path | None, geo: Path | None) -> Folders:
    """The folders asked for, else the settings'."""
    usual = folders()
    return Folders(data or usual.data, geo or usual.geo)


@contextmanager
def told() -> Iterator[None]:
    """Tell an error in one line and exit: the only place of the command line that catches."""
    try:
        yield
    except MapperError as error:
        say(i18n.message(error, words()))
        raise typer.Exit(WRONG_USE) from error


def words() -> i18n.Words:
    """The command line speaks English: scripts read it."""
    return i18n.words("en")


def show(text: str) -> None:
    """A result, to standard output."""
    typer.echo(text)


def say(text: str) -> None:
    """A message, to standard error."""
    typer.echo(text, file=sys.stderr)
