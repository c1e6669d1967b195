"""``mapper streets fetch``: the streets of a place from OpenStreetMap, when a person asks."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from mapper import fetch, local
from mapper.cli import files
from mapper.cli.shared import Geo, folders_of, say, told, words
from mapper.errors import UsageError
from mapper.settings import user_agent

METRES = {"m": 1.0, "km": 1000.0, "mi": 1609.344}
_DISTANCE = re.compile(r"\s*(\d{1,7}(?:\.\d{1,6})?)\s*(m|km|mi)\s*", re.IGNORECASE)


def streets(
    place: Annotated[str, typer.Argument(help='A city, a neighborhood, an address, or "lon,lat".')],
    around: Annotated[
        str, typer.Option(help="How far around the place: 800m, 2km, 1mi. An address needs it.")
    ] = "",
    geo: Geo = None,
    *,
    server: Annotated[
        str, typer.Option(help="Another Overpass server, as in overpass.example.org/api.")
    ] = "",
    nominatim: Annotated[str, typer.Option(help="Another Nominatim server.")] = "",
    timeout: Annotated[
        int, typer.Option(min=1, max=900, help="Seconds that each answer may take.")
    ] = 180,
) -> None:
    """Ask OpenStreetMap for the streets of a place and keep them: needs a network.

    Nominatim is asked where the place is, an Overpass server for the streets there. Both are told
    what MAPPER_USER_AGENT says. At most 250 km² at once. What is stored is replaced when the same
    place is fetched again.
    """
    with told(), tempfile.TemporaryDirectory(prefix="mapper-fetch-") as folder:
        where = folders_of(None, geo).geo
        wish = fetch.Wish(
            place.strip(),
            _metres(around) if around else 0.0,
            user_agent(),
            where / "local" / "online",
            overpass=server,
            nominatim=nominatim,
            timeout_s=timeout,
        )
        found = fetch.fetch(wish, Path(folder), files.step)
        terms, loaded = fetch.terms(wish, found), found.loaded
        name = local.store(where, "streets", found.file, loaded.frame, terms)
    t = words()
    say(t("{asked!r} is taken as {found}", asked=wish.place, found=found.area.name))
    files.report(name, terms.format, len(loaded.frame), loaded.faults, loaded.left_out)


def _metres(text: str) -> float:
    """A distance as people write it.

    Raises:
        UsageError: it is none, or nothing.
    """
    found = _DISTANCE.fullmatch(text)
    metres = float(found[1]) * METRES[found[2].lower()] if found else 0.0
    if not metres:
        raise UsageError("distance_form", value=text)
    return metres
