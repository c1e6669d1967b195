"""Figures for print and post: the same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mapper.errors import UsageError
from mapper.figure import rc
from mapper.figure import work as work_
from mapper.figure.ground import Ground
from mapper.figure.kinds import arrival, cities, days, grid, march, timeline, window
from mapper.figure.spec import Drawn, Spec
from mapper.figure.work import Work
from mapper.project import Project

# Each kind of figure and what draws it.
DRAWERS: Mapping[str, Callable[[Work], Drawn]] = {
    "map": window.draw,
    "days": days.draw,
    "arrival": arrival.draw,
    "march": march.draw,
    "cities": cities.draw,
    "grid": grid.draw,
    "timeline": timeline.draw,
}


def make(spec: Spec, project: Project, ground: Ground, data: str = "") -> Drawn:
    """Draw a figure.

    Args:
        spec: what is asked for.
        project: the data.
        ground: what lies under a map, as :func:`mapper.figure.ground.read` gives it.
        data: the name of the project's snapshot, if the caller has it; else it is looked up.

    Raises:
        UsageError: the kind, preset, language, area or march is not known, or too much was asked
            for on one sheet.
    """
    if spec.kind not in DRAWERS:
        raise UsageError("figure_option", name="kind", value=spec.kind, options=", ".join(DRAWERS))
    with rc.fixed():
        return DRAWERS[spec.kind](work_.of(spec, project, ground, data))


__all__ = ["DRAWERS", "Drawn", "Spec", "make"]
