"""The events of a bundle as tables whose rows hold everything that is known of each."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

import pandas as pd

from mapper import describe, player, select, telling
from mapper.bundle.edition import Edition
from mapper.describe.citation import citation
from mapper.markup import tag, terms
from mapper.model import Window


def listed(one: Edition) -> str:
    """The events that have a mark, in time."""
    t, found = one.t, select.on_map(one.project.events)
    heading = tag("h2", t("The same events as a list"))
    if found.empty:
        return (
            f'<section id="{one.id("events")}">{heading}{tag("p", t("No events match."))}</section>'
        )
    note = '<div class="listing"><p class="inside" aria-live="polite"></p></div>'
    body = _table(one, found, describe.table(found, t), is_on_map=True)
    return f'<section id="{one.id("events")}">{heading}{note}{body}</section>'


def left_out(one: Edition) -> str:
    """The rows that have no mark, with the reason."""
    t, found = one.t, select.off_map(one.project.events)
    if found.empty:
        return ""
    heading = tag("h2", describe.without_point(found, t))
    body = _table(one, found, describe.left_out(found, t), is_on_map=False)
    return f'<section id="{one.id("off")}">{heading}{body}</section>'


def _table(one: Edition, found: pd.DataFrame, shown: pd.DataFrame, *, is_on_map: bool) -> str:
    """Rows as a reader sees them; the first cell opens all that is known."""
    names = [str(name) for name in shown.columns]
    records = zip(found.to_dict("records"), shown.itertuples(index=False), strict=True)
    rows = "".join(
        _row(one, row, list(zip(names, map(str, cells), strict=True)), is_on_map=is_on_map)
        for row, cells in records
    )
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in names)
    return f'<table class="events"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _row(
    one: Edition, row: describe.Row, cells: Sequence[tuple[str, str]], *, is_on_map: bool
) -> str:
    """One event. Its days are for the script, which shows the rows inside the dates of the map."""
    days = player.days(Window(row["date_start"].date(), row["date_end"].date()))
    event = html.escape(str(row["event_id"]))
    recalled = int(row["record_type"] == "historical")
    (_, title), *others = cells
    facts = telling.event(row, one.own, one.t) + _ways(one, row) + _cite(one, row)
    told = f'<dl class="facts">{facts}</dl>'
    first = f"<details>{tag('summary', title)}{told}</details>"
    rest = "".join(
        f'<td data-label="{html.escape(name)}">{html.escape(text)}</td>' for name, text in others
    )
    return (
        f'<tr id="{one.id(event)}" data-event="{event}" data-first="{days["first"]}"'
        f' data-last="{days["last"]}" data-recalled="{recalled}" data-map="{int(is_on_map)}">'
        f'<th scope="row">{first}</th>{rest}</tr>\n'
    )


def _ways(one: Edition, row: describe.Row) -> str:
    """The way to the march of an event, and to the events around it."""
    t, project = one.t, one.project
    drawn = dict.fromkeys(
        leg["route_id"] for leg in project.legs if leg["event_id"] == row["event_id"]
    )
    told = _links(t("Marches"), ((f"march-{name}", t("Open the march")) for name in drawn), one)
    for heading, rows in telling.others(row, one.names, t).items():
        told += _links(heading, zip(rows["event_id"], rows["name"], strict=True), one)
    return told


def _cite(one: Edition, row: describe.Row) -> str:
    """The event as a citation, which names the state of the data."""
    told = citation(row, one.own.reports.get(row["event_id"], ()), one.pin, one.t)
    return terms([(one.t("Cite this"), " ".join(told.split()))])


def _links(heading: str, found: Iterable[tuple[str, str]], one: Edition) -> str:
    """Ways to other parts of the page; nothing where there is none."""
    told = "".join(
        f'<dd><a href="#{html.escape(one.id(name))}">{html.escape(text)}</a></dd>'
        for name, text in found
    )
    return tag("dt", heading) + told if told else ""
