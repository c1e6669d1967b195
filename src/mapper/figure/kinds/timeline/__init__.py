"""Events in time, a row for each kind: columns of events, and what is known only to some days."""

from __future__ import annotations

from dataclasses import replace

from mapper.figure import plate, words
from mapper.figure.axis import Axis
from mapper.figure.kinds.timeline import lanes, rows
from mapper.figure.legend import Key
from mapper.figure.plate import Said
from mapper.figure.sheet import Sheet
from mapper.figure.spec import Drawn
from mapper.figure.work import Work
from mapper.i18n import N_

HEADLINE = N_("Events, day by day")
UNITS = {
    "week": N_("Each column is a week."),
    "month": N_("Each column is a month."),
    "year": N_("Each column is a year."),
}


def draw(work: Work) -> Drawn:
    """The rows, their words, and the same as text."""
    page, said, line = _laid(work)
    if line is None:
        plate.empty(page, work, work.t("No event on these dates."))
    else:
        rows.paint(page.pen, page.picture, work, line)
    return plate.finished(work, page, said, work.events)


def _laid(work: Work) -> tuple[Sheet, Said, Axis | None]:
    """The sheet with its words, and the days across it.

    What the columns mean is said around the picture, and depends on how wide it is.
    """
    said = _said(work, "day")
    page = plate.laid(work, said, _keys(work))
    if work.rows.empty:
        return page, said, None
    line = lanes.across(work, page.picture)
    said = _said(work, line.unit)
    page = plate.laid(work, said, _keys(work, is_cut=bool(line.cuts)))
    line = lanes.across(work, page.picture)
    if len(work.rows) > words.MOST_TOLD:
        said = replace(said, told=list(lanes.told(work, line)))
    return page, said, line


def _said(work: Work, unit: str) -> Said:
    """The words of the figure; too many events are not told one by one."""
    t = work.t
    notes = [t(UNITS[unit])] if unit in UNITS else []
    told = [words.events(work.rows, t)]
    return Said(t(HEADLINE), words.sentence(work), notes, told)


def _keys(work: Work, *, is_cut: bool = False) -> list[Key]:
    """What the rows mean."""
    t = work.t
    is_day = work.rows["date_start"] == work.rows["date_end"]
    keys = []
    if is_day.any():
        keys.append(Key(t("column: how many events"), rows.column_icon))
    if (~is_day).any():
        keys.append(
            Key(t("pale: on one of these days; its number: so many events"), rows.span_icon)
        )
    if is_cut:
        keys.append(Key(t("dots: days without an event are left out"), rows.dots_icon))
    return keys
