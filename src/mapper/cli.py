"""The same package without a browser: ``mapper check``, ``geocode``, ``place`` and ``run``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from mapper import batch, cards, i18n, ledger, places, serve
from mapper.errors import MapperError
from mapper.model import Context, Fault, Placement
from mapper.settings import Folders, folders

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
NOT_PLACED, STALE, WRONG_USE = 3, 1, 2

Data = Annotated[Path | None, typer.Option("--data", help="Folder of the four tables.")]
Geo = Annotated[Path | None, typer.Option("--geo", help="Folder of places and of the ledger.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Near = Annotated[str, typer.Option(help='City and state, as in "Los Angeles, CA".')]


def main() -> None:
    """Run the command line."""
    app()


@app.command()
def check(data: Data = None, geo: Geo = None, *, as_json: AsJson = False) -> None:
    """Check the tables, the places, the cards and what must never be stored."""
    with _told():
        faults = _faults(_folders(data, geo))
    if as_json:
        _print(json.dumps([asdict(fault) for fault in faults], ensure_ascii=False, indent=1))
    else:
        for fault in faults:
            _print(i18n.fault_line(fault, _words()))
    count = i18n.words("en").n("{count} fault", "{count} faults", len(faults))
    _say(count)
    raise typer.Exit(STALE if faults else 0)


@app.command()
def geocode(
    data: Data = None,
    geo: Geo = None,
    *,
    only_check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if anything would change.")
    ] = False,
) -> None:
    """Place every event and route of the data folder; write the ledger into the geo folder."""
    with _told():
        where = _folders(data, geo)
        built = ledger.build(where)
        changed = ledger.stale(where, built) if only_check else ledger.write(where, built)
    for fault in built.faults:
        _say(i18n.fault_line(fault, _words()))
    for name in changed:
        _print(name)
    _say(_words().n("{count} file changed", "{count} files changed", len(changed)))
    raise typer.Exit(STALE if only_check and changed else 0)


@app.command()
def place(
    text: Annotated[list[str], typer.Argument(help="A place text; with --batch: IN.csv OUT.csv.")],
    near: Near = "",
    geo: Geo = None,
    *,
    as_json: AsJson = False,
    as_batch: Annotated[bool, typer.Option("--batch", help="Place a table.")] = False,
) -> None:
    """Place one text, or every row of a table with place_text, locality and state."""
    with _told():
        known = ledger.knowledge(_folders(None, geo).geo).known
        if as_batch:
            _say(batch.run([Path(name) for name in text], known, _words()))
            raise typer.Exit
        context = places.context_of(near, known) if near else Context()
        found = places.locate(" ".join(text), context, known)
    answer = batch.answer(found)
    _print(json.dumps(answer, ensure_ascii=False, indent=1) if as_json else _sentence(found))
    raise typer.Exit(0 if found.status == "placed" else NOT_PLACED)


@app.command()
def run(data: Data = None, geo: Geo = None) -> None:
    """Open the app in a browser, or print its address."""
    with _told():
        code = serve.start(
            _folders(data, geo),
            lambda address: _print(
                _words()("The map is at {address} (stop: Ctrl+C)", address=address)
            ),
        )
    raise typer.Exit(code)


def _faults(where: Folders) -> list[Fault]:
    """Everything that is wrong in the two folders, and a ledger that is out of date."""
    built = ledger.build(where)
    found = [
        *built.faults,
        *cards.check(where.data),
        *cards.check(where.geo),
    ]
    stale = {name for name in ledger.stale(where, built) if not name.endswith(".toml")}
    return [*found, *(Fault(name, 1, "", name, "ledger_stale") for name in sorted(stale))]


def _folders(data: Path | None, geo: Path | None) -> Folders:
    """The folders asked for, else the settings'."""
    usual = folders()
    return Folders(data or usual.data, geo or usual.geo)


@contextmanager
def _told() -> Iterator[None]:
    """Tell an error in one line and exit: the only place of the command line that catches."""
    try:
        yield
    except MapperError as error:
        _say(i18n.message(error, _words()))
        raise typer.Exit(WRONG_USE) from error


def _words() -> i18n.Words:
    """The command line speaks English: scripts read it."""
    return i18n.words("en")


def _sentence(found: Placement) -> str:
    """A placement in one line, and its candidates in one line each."""
    place = found.place
    head = (
        f"{place.position.lon:.5f} {place.position.lat:.5f} ±{place.uncertainty_m:.0f} m"
        f"  {place.rung}  {place.name}"
        if place
        else f"{found.status}: {found.query}"
    )
    rivals = [f"  {rival.why_not}: {rival.name} ({rival.place_id})" for rival in found.candidates]
    return "\n".join([head, *rivals])


def _print(text: str) -> None:
    """A result, to standard output."""
    typer.echo(text)


def _say(text: str) -> None:
    """A message, to standard error."""
    typer.echo(text, file=sys.stderr)


if __name__ == "__main__":
    main()
