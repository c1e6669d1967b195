"""``mapper check``, ``mapper geocode`` and ``mapper run``: a project of tables and places."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer

from mapper import cards, catalog, contact, i18n, knowledge, ledger, serve, settings
from mapper.cli import asking
from mapper.cli.shared import (
    STALE,
    AsJson,
    Data,
    Geo,
    Online,
    folders_of,
    say,
    show,
    told,
    words,
)
from mapper.model import Fault
from mapper.serve import lan
from mapper.settings import Folders
from mapper.snapshots import releases


def check(data: Data = None, geo: Geo = None, *, as_json: AsJson = False) -> None:
    """Check the tables, the places, the cards and what must never be stored."""
    with told():
        faults = faults_of(folders_of(data, geo))
    if as_json:
        show(json.dumps([asdict(fault) for fault in faults], ensure_ascii=False, indent=1))
    else:
        for fault in faults:
            show(i18n.fault_line(fault, words()))
    say(words().n("{count} fault", "{count} faults", len(faults)))
    raise typer.Exit(STALE if faults else 0)


def geocode(
    data: Data = None,
    geo: Geo = None,
    online: Online = "",
    *,
    only_check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if anything would change.")
    ] = False,
    with_local: Annotated[
        bool, typer.Option("--with-local", help="Use what you added; write into local/.")
    ] = False,
) -> None:
    """Place every event and route of the data folder; write the ledger into the geo folder."""
    with told():
        where = folders_of(data, geo)
        if online:
            _ask(where, online)
        built = ledger.build(where, with_local=with_local)
        folder = ledger.folder(where, with_local=with_local)
        changed = ledger.stale(folder, built) if only_check else ledger.write(folder, built)
    for fault in built.faults:
        say(i18n.fault_line(fault, words()))
    for line in ledger.undecided(built):
        say(line)
    for name in changed:
        show(name)
    say(words().n("{count} file changed", "{count} files changed", len(changed)))
    raise typer.Exit(STALE if only_check and changed else 0)


def run(
    data: Data = None,
    geo: Geo = None,
    *,
    is_lan: Annotated[
        bool, typer.Option("--lan", help="For every device of this network, with a QR code.")
    ] = False,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Of the address; 0: the first free one.")
    ] = 0,
    base_path: Annotated[
        str, typer.Option(metavar="PATH", help="Below which path a proxy has the app.")
    ] = "",
) -> None:
    """Open the app in a browser, or print its address."""
    how = serve.Hosting(is_lan, port, base_path)
    with told():
        contact.address(settings.contact())
        code = serve.start(
            folders_of(data, geo), how, lambda addresses: _found(addresses, is_lan=is_lan)
        )
    raise typer.Exit(code)


def _found(addresses: Sequence[str], *, is_lan: bool) -> None:
    """Say where the map is; to a class also as a picture, where there is a screen for it."""
    first, *others = addresses
    show(words()("The map is at {address} (stop: Ctrl+C)", address=first))
    for address in others:
        show(words()("or, from another network of this computer, at {address}", address=address))
    if is_lan:
        say(
            words()("Anybody in this network can open it. Readers do not see each other's choices.")
        )
    if is_lan and sys.stdout.isatty() and sys.stdout.encoding.lower().startswith("utf"):
        show(lan.picture(first))


def _ask(where: Folders, service: str) -> None:
    """Ask a service for the events whose own words the files do not know."""
    known = knowledge.committed(where.geo).known
    texts = ledger.unknown(catalog.read(where.data).events, known)
    count = asking.every(texts, known, asking.settings(service, where.geo), where.geo)
    say(words().n("{count} answer accepted", "{count} answers accepted", count))


def faults_of(where: Folders) -> list[Fault]:
    """Everything that is wrong in the two folders, and a ledger that is out of date."""
    built = ledger.build(where)
    found = [*built.faults, *cards.check(where.data), *cards.check(where.geo)]
    found += releases.check(where.data)
    stale = {name for name in ledger.stale(where.geo, built) if not name.endswith(".toml")}
    return [*found, *(Fault(name, 1, "", name, "ledger_stale") for name in sorted(stale))]
