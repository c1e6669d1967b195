"""Everything that a figure is drawn from, looked up once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from mapper import areas, i18n, select, snapshots, totals
from mapper.areas import Area
from mapper.errors import UsageError
from mapper.figure.ground import Ground
from mapper.figure.presets import SIZES, Preset
from mapper.figure.spec import Spec
from mapper.i18n import Words
from mapper.model import Window
from mapper.project import Project
from mapper.totals import Totals, report
from mapper.totals.report import Selection


@dataclass(frozen=True)
class Work:
    """One figure to draw.

    ``rows``: the events that were chosen, each once, in time, with a mark or without; ``area``:
    the area that was asked for; ``data``: the name of the snapshot.
    """

    spec: Spec
    project: Project
    ground: Ground
    rows: pd.DataFrame
    area: Area | None
    data: str

    @property
    def t(self) -> Words:
        """The language of the figure."""
        return i18n.words(self.spec.lang)

    @property
    def preset(self) -> Preset:
        """Its sizes."""
        return SIZES[self.spec.preset]

    @property
    def window(self) -> Window | None:
        """The dates that were chosen, or those of what was."""
        return self.spec.filters.window or self.totals.window

    @cached_property
    def totals(self) -> Totals:
        """What the events add up to."""
        return totals.of(self.rows)

    @cached_property
    def drawn(self) -> pd.DataFrame:
        """The events that have a mark."""
        return select.on_map(self.rows)

    @cached_property
    def unplaced(self) -> pd.DataFrame:
        """The events that have none."""
        return select.off_map(self.rows)

    @property
    def events(self) -> tuple[str, ...]:
        """The identifiers of all of them."""
        return tuple(self.rows["event_id"])


def of(spec: Spec, project: Project, ground: Ground, data: str = "") -> Work:
    """Look up what a figure is to show.

    Args:
        spec: what is asked for.
        project: the data.
        ground: what lies under a map.
        data: the name of the project's snapshot, if the caller has it.

    Raises:
        UsageError: the preset, the language or the area is not known.
    """
    if spec.preset not in SIZES:
        raise UsageError(
            "figure_option", name="preset", value=spec.preset, options=", ".join(SIZES)
        )
    if spec.lang not in i18n.LOCALES:
        raise UsageError(
            "figure_option", name="lang", value=spec.lang, options=", ".join(i18n.LOCALES)
        )
    shown = project.events[project.events["off_map"] != "hidden"]
    area = areas.find(spec.area, shown) if spec.area else None
    rows = select.counted(report.rows(shown, Selection(spec.filters, area)))
    name = data or snapshots.of(project).name
    return Work(spec, project, ground, rows, area, name)
