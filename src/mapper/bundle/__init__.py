"""Everything that a reader chose as one HTML file: it opens from a USB stick, without a network.

The facts are in the page as text, in both languages, for whoever has no script, prints it or
listens to it. The map in time is the app's own player over the same rows.
"""

from __future__ import annotations

import json
from dataclasses import replace

from mapper import i18n, snapshots
from mapper.bundle import data, sections, shell
from mapper.bundle.edition import Edition, narrowed
from mapper.describe.citation import Pin
from mapper.i18n import LOCALES
from mapper.markup import tag
from mapper.project import Project
from mapper.settings import Folders
from mapper.snapshots import Snapshot, releases
from mapper.totals.report import Selection

MOST_DIGESTS = 2000
__all__ = ["page"]


def page(project: Project, wanted: Selection, lang: str, where: Folders) -> str:
    """The file.

    Args:
        project: all of the data.
        wanted: which rows; those that are hidden are never in it.
        lang: the language that it opens in; the other one is in it, too.
        where: the folders that the project was read from.

    Raises:
        DataError: a file of the basemap or a card cannot be read.
    """
    snapshot = snapshots.of(project)
    window = wanted.filters.window or project.span
    wanted = replace(wanted, filters=replace(wanted.filters, window=window))
    found = narrowed(project, wanted)
    days = {release.name: release.day for release in releases.every(where.data)}
    pin = Pin(snapshot.name, days.get(snapshot.name), "")
    editions = [Edition(found, wanted, i18n.words(name), pin) for name in LOCALES]
    stamp = _stamp(snapshot, wanted, lang, found)
    body = "".join(sections.edition(one, where) for one in editions)
    return shell.page(
        lang,
        tag("title", sections.title(editions[list(LOCALES).index(lang)])),
        body,
        {"stamp": _json(stamp), "data": data.packed(editions, lang, where)},
    )


def _stamp(snapshot: Snapshot, wanted: Selection, lang: str, found: Project) -> object:
    """What the file was made from: the data's name, the choice, a digest of each row."""
    filters, events = wanted.filters, found.events["event_id"].tolist()
    return {
        "kind": "bundle",
        "data": snapshot.name,
        "parameters": {
            "from": found.span.first.isoformat(),
            "to": found.span.last.isoformat(),
            "kinds": list(filters.kinds),
            "sure": list(filters.confidences),
            "city": filters.city,
            "earlier": filters.historical,
            "area": wanted.area.name if wanted.area else "",
            "lang": lang,
        },
        "rows": snapshot.digests(events) if len(events) <= MOST_DIGESTS else None,
    }


def _json(value: object) -> str:
    """JSON that no reader of HTML takes for markup."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")
