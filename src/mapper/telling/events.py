"""Everything that is known of one event: facts, movements, sources, grounds."""

from __future__ import annotations

import html
from collections.abc import Hashable
from typing import Any

import pandas as pd

from mapper import describe
from mapper.i18n import Words
from mapper.markup import link, tag, terms
from mapper.project import Project


def event(row: describe.Row, project: Project, t: Words) -> str:
    """What is told of an event, as terms and descriptions.

    Args:
        row: one of :func:`mapper.select.joined`.
        project: where its routes and reports are.
        t: the reader's language.
    """
    facts, grounds = terms(describe.facts(row, t)), terms(describe.grounds(row, t))
    return f"{facts}{_movements(row, project, t)}{_sources(row, project, t)}{grounds}"


def _movements(row: describe.Row, project: Project, t: Words) -> str:
    """Where the crowd went, in words, and what line that gave."""
    routes = project.routes
    own = routes[routes["event_id"] == row["event_id"]].to_dict("records")
    told = "".join(tag("dd", describe.movement(route, t)) for route in own)
    return tag("dt", t("Movement")) + told if told else ""


def _sources(row: describe.Row, project: Project, t: Words) -> str:
    """The documents that report the event, and where in them."""
    items = "".join(f"<dd>{source(report, t)}</dd>" for report in reports(row, project))
    return tag("dt", t("Sources")) + items


def reports(row: describe.Row, project: Project) -> list[dict[Hashable, Any]]:
    """The reports of an event, each with its document."""
    told = project.reports[project.reports["event_id"] == row["event_id"]]
    found: list[dict[Hashable, Any]]
    found = told.merge(project.sources, on="source_id").to_dict("records")
    return found


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
    return {
        t("Also at this place"): events[own & drawn & is_here],
        t("Of the same series"): events[own & is_kin],
        t("Also reported as"): events[own & (events["duplicate_of"] == row["event_id"])],
    }
