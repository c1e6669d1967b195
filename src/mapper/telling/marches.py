"""The marches of the data: those with a line as values, the others as rows with their reason."""

from __future__ import annotations

from mapper import describe
from mapper.export import March, routes
from mapper.i18n import Words
from mapper.project import Project


def with_line(project: Project, t: Words) -> list[March]:
    """The marches that have a line, in time."""
    return routes.drawn(routes.in_time(project), project.legs, t)


def without_line(project: Project) -> list[describe.Row]:
    """The placed routes that have none, each with its event, in time."""
    drawn = {leg["route_id"] for leg in project.legs}
    return [row for row in routes.in_time(project) if row["route_id"] not in drawn]


def names(found: list[March]) -> dict[str, str]:
    """What each march is called; where an event has several, by its end too."""
    events = [march.event_id for march in found]
    return {
        march.route_id: f"{march.title}, {march.when}"
        + (f" ({march.end})" if events.count(march.event_id) > 1 else "")
        for march in found
    }
