"""``mapper export``: exactly what the map would show, as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from mapper import areas, cards, disk, project, snapshots
from mapper import export as files
from mapper.catalog.schema import CONFIDENCES, KINDS
from mapper.cli.numbers import From, In, To, window
from mapper.cli.shared import Data, Geo, folders_of, say, told, words
from mapper.errors import UsageError
from mapper.export import FORMATS, Shown
from mapper.i18n import LOCALES
from mapper.model import Filters
from mapper.settings import Folders

STDOUT = Path("-")
Format = Annotated[str, typer.Option("--format", help=f"One of: {', '.join(FORMATS)}.")]
Out = Annotated[Path, typer.Option("-o", "--output", help="The file; - prints a text format.")]
Kinds = Annotated[str, typer.Option(help="Only these kinds, joined by commas.")]
Sure = Annotated[str, typer.Option(help="Only reports so sure: high, medium, low.")]
Lang = Annotated[str, typer.Option(help="Language of what the file says of itself: en, es.")]


def export(
    output: Out,
    form: Format = "csv",
    first: From = "",
    last: To = "",
    area: In = "",
    *,
    kinds: Kinds = "",
    sure: Sure = "",
    historical: Annotated[
        bool, typer.Option("--historical", help="With earlier protests that are recalled.")
    ] = False,
    lang: Lang = "en",
    data: Data = None,
    geo: Geo = None,
) -> None:
    """Write what the map would show of some days and an area, as a file."""
    with told():
        _known(form, output)
        filters = Filters(
            kinds=_some(kinds, KINDS, "kind"),
            confidences=_some(sure, CONFIDENCES, "confidence"),
            historical=historical,
        )
        (spoken,) = _some(lang, tuple(LOCALES), "language") or ("en",)
        shown = _shown(folders_of(data, geo), (first, last, area), filters, spoken)
        content = files.write(form, shown)
        _put(output, content, shown)


def _known(form: str, output: Path) -> None:
    """Nothing, where the format is there and fits what it is written to.

    Raises:
        UsageError: it is not, or does not.
    """
    if form not in FORMATS:
        raise UsageError("format_unknown", value=form, options=", ".join(FORMATS))
    if output == STDOUT and not FORMATS[form].is_text:
        raise UsageError("not_text", value=form)


def _some(text: str, allowed: Sequence[str], name: str) -> tuple[str, ...]:
    """Some words of a list.

    Raises:
        UsageError: one is not in it.
    """
    asked = [word.strip() for word in text.split(",") if word.strip()]
    for word in asked:
        if word not in allowed:
            raise UsageError("word_unknown", name=name, value=word, options=", ".join(allowed))
    return tuple(word for word in allowed if word in asked)


def _shown(where: Folders, asked: tuple[str, str, str], filters: Filters, lang: str) -> Shown:
    """What is asked for: first day, last day and area."""
    first, last, area = asked
    found = project.read(where)
    return Shown(
        found,
        snapshots.of(found),
        cards.read(cards.card_of(where.geo / files.LEDGER)),
        replace(filters, window=window(first, last, found.events)),
        area=areas.find(area, found.events) if area else None,
        lang=lang,
    )


def _put(output: Path, content: bytes, shown: Shown) -> None:
    """The file, or its text on standard output; how many rows, as a message."""
    if output == STDOUT:
        typer.echo(content, nl=False)
        return
    disk.replace(output, content)
    count = len(shown.rows)
    said = words().n("{count} row in {file}", "{count} rows in {file}", count, file=str(output))
    say(f"{said} ({shown.hash})")
