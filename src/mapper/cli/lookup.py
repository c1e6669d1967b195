"""``mapper place``: one text, or a table of them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from mapper import batch, i18n, knowledge, places
from mapper.cli import asking
from mapper.cli.shared import (
    NOT_PLACED,
    STOPPED,
    AsJson,
    Geo,
    Near,
    Online,
    folders_of,
    say,
    show,
    told,
    words,
)
from mapper.describe import placements
from mapper.model import Context, Placement


def place(
    text: Annotated[list[str], typer.Argument(help="A place text; with --batch: IN.csv OUT.csv.")],
    near: Near = "",
    geo: Geo = None,
    online: Online = "",
    *,
    as_json: AsJson = False,
    as_batch: Annotated[bool, typer.Option("--batch", help="Place a table.")] = False,
) -> None:
    """Place one text, or every row of a table with place_text, locality and state."""
    with told():
        where = folders_of(None, geo).geo
        knows = knowledge.with_local(where)
        for fault in knows.faults:
            say(i18n.fault_line(fault, words()))
        if as_batch:
            say(_batch([Path(name) for name in text], knows.known))
            raise typer.Exit
        context = places.context_of(near, knows.known) if near else Context()
        found = places.locate(" ".join(text), context, knows.known)
        # What the files refuse, and what may be a home, is nobody else's to know.
        if online and found.rule == "unknown":
            found = asking.one(found, context, knows.known, asking.settings(online, where))
    answer = batch.answer(found, words())
    show(json.dumps(answer, ensure_ascii=False, indent=1) if as_json else sentence(found))
    raise typer.Exit(0 if found.status == "placed" else NOT_PLACED)


def sentence(found: Placement) -> str:
    """A placement in one line, and its candidates in one line each."""
    place = found.place
    if place is None:
        return f"{found.status}: {found.query}\n  {placements.reason(found, words())}"
    return (
        f"{place.position.lon:.5f} {place.position.lat:.5f} ±{place.uncertainty_m:.0f} m"
        f"  {place.rung}  {place.name}"
    )


def _batch(paths: list[Path], known: places.Known) -> str:
    """Place a table with a bar; a stop loses nothing."""
    try:
        if not (paths and sys.stderr.isatty()):
            return batch.run(paths, known, words())
        with typer.progressbar(length=batch.size(paths[0]), file=sys.stderr) as bar:
            return batch.run(paths, known, words(), bar.update)
    except KeyboardInterrupt:
        say(words()("Stopped. The same command goes on where it was stopped."))
        raise typer.Exit(STOPPED) from None
