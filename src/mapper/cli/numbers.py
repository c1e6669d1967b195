"""``mapper totals``: the numbers that the pages show, and what stands behind them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

import pandas as pd
import typer

from mapper import areas, breakdown, catalog, describe, ledger, select, sheets
from mapper import totals as of_rows
from mapper.cli.shared import AsJson, Data, Geo, folders_of, show, told, words
from mapper.errors import UsageError
from mapper.model import Filters, Window
from mapper.settings import Folders
from mapper.totals import Totals, account, report
from mapper.totals.codebooks import CODEBOOKS, OURS
from mapper.totals.report import Selection

From = Annotated[str, typer.Option("--from", metavar="DAY", help="First day, as 2026-02-04.")]
To = Annotated[str, typer.Option("--to", metavar="DAY", help="Last day.")]
In = Annotated[
    str,
    typer.Option("--area", metavar="TEXT", help="A city, neighborhood, county or state."),
]
Rules = Annotated[str, typer.Option(help=f"How size words are read: {', '.join(CODEBOOKS)}.")]


def totals(
    first: From = "",
    last: To = "",
    area: In = "",
    data: Data = None,
    geo: Geo = None,
    *,
    rules: Rules = OURS,
    by: Annotated[
        str, typer.Option(metavar="LEVEL", help=f"A row an area: {', '.join(breakdown.LEVELS)}.")
    ] = "",
    historical: Annotated[
        bool, typer.Option("--historical", help="With earlier protests that are recalled.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Events, campuses, crowds and arrests of some days and an area, each counted once."""
    with told():
        frame = joined(folders_of(data, geo))
        filters = Filters(window=window(first, last, frame), historical=historical)
        known_rules(rules)
        wanted = Selection(filters, areas.find(area, frame) if area else None, rules)
        answer = report.plain(frame, wanted)
        if by:
            answer["areas"] = sheets.plain(breakdown.of(frame, wanted, by))
    if as_json:
        show(json.dumps(answer, ensure_ascii=False, indent=1))
    else:
        show("\n".join([*sentences(report.of(frame, wanted), answer), *_lines(answer)]))


def _lines(answer: Mapping[str, Any]) -> list[str]:
    """The areas, a line each."""
    t = words()
    return [
        f"{row['area']}: "
        + t.n("{count} event", "{count} events", row["events"])
        + "; "
        + describe.crowd(of_rows.crowd_of(row), t)
        for row in answer.get("areas", [])
    ]


def joined(where: Folders) -> pd.DataFrame:
    """The events with their places, as the pages have them."""
    return select.joined(catalog.read(where.data).events, ledger.read_events(where.geo))


def window(first: str, last: str, frame: pd.DataFrame) -> Window | None:
    """The days asked for; an end that is left away is that of the data, earlier protests apart.

    Raises:
        UsageError: a day cannot be read, or the last is before the first.
    """
    if not (first or last):
        return None
    in_time = frame[frame["record_type"] != "historical"]
    span = of_rows.window(in_time) or of_rows.window(frame)
    days = Window(
        _day(first) if first or not span else span.first,
        _day(last) if last or not span else span.last,
    )
    if days.first > days.last:
        raise UsageError("days_order", value=f"{days.first} > {days.last}")
    return days


def _day(text: str) -> date:
    """A day as ISO 8601 writes it."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError("day_wrong", value=text) from error


def known_rules(name: str) -> None:
    """Nothing, where the codebook is there.

    Raises:
        UsageError: there is none of this name.
    """
    if name not in CODEBOOKS:
        raise UsageError("rules_unknown", value=name, options=", ".join(CODEBOOKS))


def sentences(found: Totals, answer: Mapping[str, Any]) -> list[str]:
    """The totals in lines, then what was left out and why."""
    t, title = words(), CODEBOOKS[str(answer["rules"])].title
    counts = [
        t.n("{count} event", "{count} events", found.events),
        t.n("at {count} place", "at {count} places", found.places),
        t.n("in {count} city", "in {count} cities", found.cities),
        t.n("on {count} day", "on {count} days", found.days),
    ]
    lines = [
        " ".join(counts),
        t.n("{count} campus with a walkout", "{count} campuses with a walkout", found.campuses),
        t("Crowd: {crowd}", crowd=describe.crowd(found.crowd, t)),
        t("Arrests: {arrests}", arrests=describe.arrests(found.arrests, t)),
        t("Size words read by the rules of: {title}", title=t(title)),
    ]
    for row in answer["left_out"]:
        why = t(describe.LEFT_OUT_OF_TOTALS[str(row["reason"])])
        lines.append(t("Left out: {event}. {why}", event=row["event_id"], why=why))
    for row in answer["counted"]:
        if row["crowd"] not in ("counted", "no_size"):
            why = t(describe.LEFT_OUT_OF_TOTALS[str(row["crowd"])])
            lines.append(t("Adds no people: {event}. {why}", event=row["event_id"], why=why))
    for reason in account.OUTSIDE[1:]:
        if answer["elsewhere"][reason]:
            why = t(describe.LEFT_OUT_OF_TOTALS[reason])
            lines.append(f"{answer['elsewhere'][reason]}: {why}")
    return lines
