"""One event as a citation: plain text that leads back to exactly the data behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mapper.describe.rows import Row, title, when, where
from mapper.i18n import Words


@dataclass(frozen=True)
class Pin:
    """A state of the data, the day of its release if it is one, and the address of a page."""

    name: str
    released: date | None
    url: str


def citation(row: Row, reports: Iterable[Row], pin: Pin, t: Words) -> str:
    """What an event is, where it is from, and where it is found: a line for each.

    Args:
        row: the event.
        reports: its reports, each with the columns of its document.
        pin: the data and the page.
        t: the reader's language.
    """
    released = t("release of {day}", day=t.day(pin.released)) if pin.released else ""
    data = t("data {name}", name=pin.name) + (f" ({released})" if released else "")
    told = "; ".join(source(report, t) for report in reports)
    lines = [
        f"{title(row, t)}. {when(row, t)}. {where(row, t)}.",
        t("Walkout Mapper, {data}, event {event}.", data=data, event=row["event_id"]),
        t("Sources: {sources}.", sources=told),
        pin.url,
    ]
    # Text from the data may hold line ends: a line is a line.
    return "\n".join(" ".join(line.split()) for line in lines)


def source(report: Row, t: Words) -> str:
    """One document, its day, and where in it the words stand."""
    publisher = str(report["publisher"]) or t("publisher not named in the document")
    place = t(
        "published {published}, paragraph {locator}",
        published=str(report["published"]).replace("/", "–"),
        locator=report["locator"],
    )
    address = f", {report['url']}" if report["url"] else ""
    return f"{publisher}: {report['title']}, {place}{address}"
