"""``mapper bundle``: everything that was chosen as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mapper import areas, disk, project
from mapper import bundle as of_rows
from mapper.cli.numbers import From, In, To, window
from mapper.cli.shared import Data, Geo, folders_of, say, told, words
from mapper.errors import UsageError
from mapper.i18n import LOCALES
from mapper.model import Filters
from mapper.totals.report import Selection

MEGABYTE = 1_000_000


def bundle(
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE", help="The file to write.")],
    first: From = "",
    last: To = "",
    area: In = "",
    *,
    lang: Annotated[str, typer.Option(help="The language that it opens in: en or es.")] = "en",
    data: Data = None,
    geo: Geo = None,
    historical: Annotated[
        bool, typer.Option("--historical", help="With earlier protests that are recalled.")
    ] = False,
) -> None:
    """Write map, time control, list, marches and sources as one HTML file that needs no network."""
    with told():
        where = folders_of(data, geo)
        if lang not in LOCALES:
            raise UsageError("lang_unknown", value=lang, options=", ".join(LOCALES))
        found = project.read(where)
        filters = Filters(window=window(first, last, found.events), historical=historical)
        wanted = Selection(filters, areas.find(area, found.events) if area else None)
        content = of_rows.page(found, wanted, lang, where).encode()
        disk.replace(out, content)
    size = words().number(round(len(content) / MEGABYTE, 1))
    say(words()("{file}: {size} MB", file=str(out), size=size))
