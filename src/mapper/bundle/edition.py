"""What one language of a bundle is made from: the rows that were chosen, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from mapper import areas, describe, select, telling
from mapper.describe.citation import Pin
from mapper.i18n import Words
from mapper.model import Window
from mapper.project import Project
from mapper.telling import Belongings
from mapper.totals.report import Selection

# By these columns events belong together.
LINKS = ("event_id", "off_map", "place_id", "parent_id", "duplicate_of")


@dataclass(frozen=True)
class Edition:
    """The chosen rows in one language.

    ``project``: as :func:`narrowed` gives it; ``pin``: the state of the data.
    """

    project: Project
    wanted: Selection
    t: Words
    pin: Pin

    @cached_property
    def own(self) -> Belongings:
        """The routes and reports of the events."""
        return telling.belongings(self.project, self.project.events["event_id"].tolist())

    @cached_property
    def names(self) -> pd.DataFrame:
        """What a list of events needs of them, and ``name``: day and title."""
        events, t = self.project.events, self.t
        rows = events.to_dict("records")
        told = [f"{describe.when(row, t)}: {describe.title(row, t)}" for row in rows]
        return events[list(LINKS)].assign(name=told)

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
