"""What a file says of itself: what it holds, of which days, under what terms, from which data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mapper import describe, select, totals
from mapper.export.march import CREDIT, TERMS
from mapper.export.shown import Shown
from mapper.export.table import cited
from mapper.i18n import Words


def lines(shown: Shown) -> list[tuple[str, str]]:
    """Labels and texts in the reader's language, one pair a line."""
    t = shown.words
    return [
        (t("What"), sentence(shown)),
        (t("Rows"), counts(shown)),
        *_apart(shown),
        (t("Dates"), t.window(shown.window)),
        (t("Name of the data"), shown.hash),
        (t("Data as of"), t.day(shown.as_of)),
        (t("Licence"), shown.card.licence),
        (t("Credit"), CREDIT),
        *((t("Terms"), f"{name}: {url}") for url, name in TERMS),
        (t("Coordinates"), t("Degrees in WGS 84 (EPSG:4326); each with the radius that holds it.")),
        (t("Unknown"), t("An empty cell is unknown or none, never 0.")),
        *((t("Document"), cited(source)) for source in shown.sources.to_dict("records")),
    ]


def text(shown: Shown) -> str:
    """The same as lines of text."""
    return "\n".join(f"{label}: {said}" for label, said in lines(shown))


def sentence(shown: Shown) -> str:
    """What is in it, with the dates and every filter in words."""
    t = shown.words
    filters = replace(shown.filters, window=shown.window)
    said = describe.sentence(totals.of(shown.rows), filters, t)
    narrowed = t("Only {city}.", city=shown.area.name) if shown.area else ""
    return " ".join(part for part in (said, narrowed, shown.only) if part)


def counts(shown: Shown) -> str:
    """How many rows, how many of them are events, and how many have a point."""
    t, rows = shown.words, shown.rows
    events, points = len(select.counted(rows)), len(select.on_map(rows))
    return ", ".join(
        [
            t.n("{count} row", "{count} rows", len(rows)),
            t.n("{count} of them an event", "{count} of them events", events),
            t.n("{count} with a point", "{count} with a point", points),
        ]
    )


def _apart(shown: Shown) -> Iterator[tuple[str, str]]:
    """How many rows have no point, by reason."""
    t = shown.words
    for reason, count in select.off_map(shown.rows)["off_map"].value_counts().items():
        yield t("Without a point"), f"{t.number(count)}: {t(describe.OFF_MAP[str(reason)])}"


def without_point(shown: Shown) -> str:
    """The rows that have no point, each with its title and the reason, one a line."""
    t = shown.words
    return "\n".join(_reason(row, t) for row in select.off_map(shown.rows).to_dict("records"))


def _reason(row: describe.Row, t: Words) -> str:
    """One of them."""
    why = t(describe.OFF_MAP[str(row["off_map"])])
    return f"{describe.title(row, t)}, {describe.when(row, t)}: {why}"
