"""Everything that is known of one event: facts, movements, sources, grounds."""

from __future__ import annotations

import html
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from mapper import describe
from mapper.i18n import Words
from mapper.markup import link, tag, terms
from mapper.project import Project


@dataclass(frozen=True)
class Belongings:
    """What other tables hold of some events, by event: placed routes; reports with sources."""

    routes: Mapping[str, Sequence[describe.Row]]
    reports: Mapping[str, Sequence[describe.Row]]


def belongings(project: Project, events: Collection[str]) -> Belongings:
    """The routes and reports of some events."""
    routes = project.routes[project.routes["event_id"].isin(events)]
    reports = project.reports[project.reports["event_id"].isin(events)]
    return Belongings(
        _by_event(routes),
        _by_event(reports.merge(project.sources, on="source_id")),
    )


def _by_event(rows: pd.DataFrame) -> dict[str, list[describe.Row]]:
    """The rows of each event, in their order."""
    found: dict[str, list[describe.Row]] = {}
    for row in rows.to_dict("records"):
        found.setdefault(row["event_id"], []).append(row)
    return found


def event(row: describe.Row, own: Belongings, t: Words) -> str:
    """What is told of an event, as terms and descriptions.

    Args:
        row: one of :func:`mapper.select.joined`.
        own: what belongs to it.
        t: the reader's language.
    """
    facts, grounds = terms(describe.facts(row, t)), terms(describe.grounds(row, t))
    routes, reports = (table.get(row["event_id"], ()) for table in (own.routes, own.reports))
    moved = "".join(tag("dd", describe.movement(route, t)) for route in routes)
    movements = tag("dt", t("Movement")) + moved if moved else ""
    cited = "".join(f"<dd>{source(report, t)}</dd>" for report in reports)
    return f"{facts}{movements}{tag('dt', t('Sources'))}{cited}{grounds}"


def source(report: describe.Row, t: Words) -> str:
    """One report: publisher, title, date, place in the document; a link where there is one."""
    publisher = str(report["publisher"]) or t("publisher not named in the document")
    head = link(str(report["url"]), f"{publisher}: {report['title']}")
    place = t("published {published}, paragraph {locator}", **_published(report))
    return f"{head}. {html.escape(place)}"


def _published(report: describe.Row) -> dict[str, object]:
    """When a document came out, as far as is known, and where in it the words stand."""
    return {"published": str(report["published"]).replace("/", "–"), "locator": report["locator"]}


def others(row: describe.Row, events: pd.DataFrame, t: Words) -> dict[str, pd.DataFrame]:
    """Events at the same place, of the same series, and rows that say the same, by heading."""
    own = events["event_id"] != row["event_id"]
    drawn = events["off_map"] == ""
    family = [row["event_id"], row["parent_id"]] if row["parent_id"] else [row["event_id"]]
    is_kin = events["parent_id"].isin(family) | (events["event_id"] == row["parent_id"])
    is_here = (events["place_id"] == row["place_id"]) & bool(row["place_id"])
    found = {
        t("Also at this place"): own & drawn & is_here,
        t("Of the same series"): own & is_kin,
        t("Also reported as"): own & (events["duplicate_of"] == row["event_id"]),
    }
    return {heading: events[which] for heading, which in found.items() if which.any()}
