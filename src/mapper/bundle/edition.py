"""What one language of a bundle is made from: the rows that were chosen, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mapper import areas, select
from mapper.i18n import Words
from mapper.model import Window
from mapper.project import Project
from mapper.totals.report import Selection


@dataclass(frozen=True)
class Edition:
    """The chosen rows in one language.

    ``project``: as :func:`narrowed` gives it; ``data``: the name of the data's snapshot.
    """

    project: Project
    wanted: Selection
    t: Words
    data: str

    @property
    def window(self) -> Window:
        """The dates of the bundle."""
        return self.wanted.filters.window or self.project.span

    def id(self, name: str) -> str:
        """An identifier in the page: each stands in both languages."""
        return f"{self.t.lang}-{name}"


def narrowed(project: Project, wanted: Selection) -> Project:
    """The project with the rows of a selection, what belongs to them, and without hidden ones."""
    rows = select.shown(areas.within(select.matching(project.events, wanted.filters), wanted.area))
    events = rows.reset_index(drop=True)
    kept = set(events["event_id"])
    reports = project.reports[project.reports["event_id"].isin(kept)]
    return replace(
        project,
        events=events,
        routes=project.routes[project.routes["event_id"].isin(kept)],
        legs=tuple(leg for leg in project.legs if leg["event_id"] in kept),
        reports=reports,
        sources=project.sources[project.sources["source_id"].isin(set(reports["source_id"]))],
        span=wanted.filters.window or project.span,
    )
