"""How many people, city by city: bars from the low to the high end of what is reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import numpy as np
import pandas as pd
from matplotlib.path import Path

from mapper import breakdown, describe, totals
from mapper.figure import colours, plate, words
from mapper.figure.legend import Key
from mapper.figure.pen import Box, Ink, Pen
from mapper.figure.plate import Said
from mapper.figure.sheet import Sheet
from mapper.figure.spec import Drawn
from mapper.figure.text import Face, width
from mapper.figure.work import Work
from mapper.i18n import N_
from mapper.totals import report
from mapper.totals.report import Selection

Row = Mapping[Any, Any]
Side = Literal["left", "center", "right"]
HEADLINE = N_("How many people, city by city")
# Of the size of the type: how tall a bar is, and the space under it.
BAR, SPACE = 0.6, 0.62
# The thinnest bar, so that a range of few people is seen: a share of the picture's width.
LEAST = 0.004
STEPS = 5  # of the scale, about
ARROW = Path([(0, 1), (1.3, 0), (0, -1), (0, 1)], closed=True)


def draw(work: Work) -> Drawn:
    """The bars, their words, and the same as text."""
    rows = _rows(work)
    found = _found(rows, work)
    page, said, shown = _laid(work, found)
    if shown.empty:
        plate.empty(page, work, work.t("No event in a known city on these dates."))
    else:
        _paint(page.pen, page.picture, work, shown.to_dict("records"))
    counted = rows[rows["area"] != ""]
    return plate.finished(work, page, said, counted["event_id"])


def _laid(work: Work, found: pd.DataFrame) -> tuple[Sheet, Said, pd.DataFrame]:
    """The sheet with its words, and the cities that have room.

    How many have none is said under the picture, and that takes room from it.
    """
    shown, left = found, -1
    while len(found) - len(shown) != left:
        left = len(found) - len(shown)
        said = _said(work, found, left)
        page = plate.laid(work, said, _keys(work, shown))
        shown = _fitting(found.head(len(found) - left), page.picture, work)
    return page, said, shown


def _rows(work: Work) -> pd.DataFrame:
    """The rows that the sums are made of: a series may have the size that its events have not."""
    events = work.project.events
    chosen = Selection(work.spec.filters, work.area)
    rows = report.rows(events[events["off_map"] != "hidden"], chosen)
    return rows[~rows["off_map"].isin(totals.APART)]


def _found(rows: pd.DataFrame, work: Work) -> pd.DataFrame:
    """The cities, most people first, then those without a size by their events."""
    found = breakdown.cities(rows, work.window or breakdown.EVER)
    top = found["high"].fillna(found["low"]).astype("Float64").fillna(-1)
    return found.assign(top=top).sort_values(
        ["top", "events", "area"], ascending=[False, False, True], ignore_index=True
    )


def _said(work: Work, found: pd.DataFrame, left: int) -> Said:
    """The words of the figure."""
    t = work.t
    rows = found.to_dict("records")
    sized = int((found["sized"] > 0).sum())
    sentence = t.n(
        "{count} city or community; a size is reported in {sized}.",
        "{count} cities or communities; a size is reported in {sized}.",
        len(rows),
        sized=t.number(sized),
    )
    notes = [
        t("From the low to the high end of what is reported; each crowd once."),
        *_nowhere(work),
    ]
    if left:
        notes.append(
            t.n(
                "{count} more city has no room here; the alternative text has it.",
                "{count} more cities have no room here; the alternative text has them.",
                left,
            )
        )
    told = [f"{row['area']}: {_people(row, work)}." for row in rows]
    return Said(t(HEADLINE), sentence + words.filters(work), notes, told)


def _nowhere(work: Work) -> list[str]:
    """How many events are in no city that is known."""
    count = int((work.rows["area"] == "").sum())
    if not count:
        return []
    return [
        work.t.n(
            "{count} event in no known city is not shown.",
            "{count} events in no known city are not shown.",
            count,
        )
    ]


def _people(row: Row, work: Work) -> str:
    """The people of a city, and of how many of its crowds a size is known."""
    return describe.crowd(totals.crowd_of(row), work.t)


def _keys(work: Work, rows: pd.DataFrame) -> list[Key]:
    """What the bars mean."""
    t = work.t
    sized = rows[rows["sized"] > 0]
    keys = []
    if len(sized):
        keys.append(Key(t("bar: the range of what is reported"), _bar_icon))
    if sized["high"].isna().any():
        keys.append(Key(t("arrow: no upper end is known"), _arrow_icon))
    if len(sized) < len(rows):
        keys.append(Key(t("no bar: no size is known"), _no_icon))
    return keys


def _bar_icon(pen: Pen, at: tuple[float, float], radius: float) -> None:
    """A bar."""
    x, y = at
    pen.box(
        Box(x - radius, y - radius / 2, x + radius, y + radius / 2), Ink(colours.ACCENT, layer=3)
    )


def _no_icon(pen: Pen, at: tuple[float, float], radius: float) -> None:
    """No bar."""
    x, y = at
    box = Box(x - radius, y - radius / 2, x + radius, y + radius / 2)
    pen.box(box, Ink(edge=colours.FAINT, line=radius / 12, layer=3))


def _arrow_icon(pen: Pen, at: tuple[float, float], radius: float) -> None:
    """The arrow at the open end of a bar."""
    pen.stamp(ARROW, at, radius / 2, Ink(colours.ACCENT, layer=3))


def _tall(row: Row, work: Work) -> float:
    """How much room a city takes down the sheet, in points; one without a bar takes less."""
    body = Face(work.preset.body)
    return body.leading + body.size * ((BAR + SPACE) if row["sized"] else SPACE / 3)


def _scale(work: Work) -> float:
    """How much room the numbers over the bars take."""
    return work.preset.small * 2.2


def _fitting(found: pd.DataFrame, box: Box, work: Work) -> pd.DataFrame:
    """The first cities, as many as have room in the picture, and at least one."""
    tall = np.cumsum([_tall(row, work) for row in found.to_dict("records")])
    return found.head(max(1, int((tall <= box.height - _scale(work)).sum())))


def _paint(pen: Pen, box: Box, work: Work, rows: Sequence[Row]) -> None:
    """The scale, and the cities under it."""
    ends = [row[end] for row in rows for end in ("low", "high") if not pd.isna(row[end])]
    marks = plate.ticks(max(ends), STEPS) if ends else []
    if marks:
        _ruler(pen, work, box, marks)
    top = box.top - (_scale(work) if marks else 0)
    # rows stand apart where there is room, but not so far that they fall asunder
    spare = (top - box.bottom - sum(_tall(row, work) for row in rows)) / len(rows)
    for row in rows:
        _city(pen, work, box._replace(top=top), (row, marks))
        top -= _tall(row, work) + min(spare, work.preset.body * 0.8)


def _ruler(pen: Pen, work: Work, box: Box, marks: Sequence[int]) -> None:
    """Round numbers of people, the first and the last inside the frame."""
    face, t = Face(work.preset.small), work.t
    sides: dict[int, Side] = {marks[0]: "left", marks[-1]: "right"}
    for mark in marks:
        x = box.left + box.width * mark / marks[-1]
        text = t("{count} people", count=t.number(mark)) if mark == 0 else t.number(mark)
        side = sides.get(mark, "center")
        pen.text((x, box.top - face.size), text, face, colours.FAINT, ha=side, gid="scale")
        foot = box.top - _scale(work)
        plate.upright(pen, x, (foot, foot + face.size * 0.5), work.preset.hair)


def _city(pen: Pen, work: Work, box: Box, what: tuple[Row, Sequence[int]]) -> None:
    """One city: its name and its people in words, and the bar under them."""
    row, marks = what
    bold, plain = Face(work.preset.body, is_bold=True), Face(work.preset.body)
    said = _people(row, work)
    room = box.width - width(said, plain) - plain.size
    baseline = box.top - plain.size
    name = plate.one_line(str(row["area"]), bold, max(room, box.width * 0.3))
    pen.text((box.left, baseline), name, bold, colours.TEXT, gid="city")
    said = plate.one_line(said, plain, box.width - width(name, bold) - plain.size)
    pen.text((box.right, baseline), said, plain, colours.TEXT, ha="right", gid="people")
    if row["sized"]:
        under = box.top - plain.leading
        track = box._replace(bottom=under - plain.size * BAR, top=under)
        _track(pen, track, marks, work)
        _bar(pen, row, track, marks[-1])


def _track(pen: Pen, track: Box, marks: Sequence[int], work: Work) -> None:
    """What a bar lies on, with the scale's round numbers as lines."""
    pen.box(track, Ink(colours.GROUND.land, layer=1))
    for mark in marks:
        x = track.left + track.width * mark / marks[-1]
        plate.upright(pen, x, (track.bottom, track.top), work.preset.hair)


def _bar(pen: Pen, row: Row, track: Box, most: int) -> None:
    """The range of one city on its track; an open end has an arrow."""
    low: int = 0 if pd.isna(row["low"]) else int(row["low"])
    is_open = bool(pd.isna(row["high"]))
    ends = np.array([low, low if is_open else int(row["high"])]) / most * track.width + track.left
    least = track.width * LEAST
    right = max(float(ends[1]), float(ends[0]) + least)
    ink = Ink(colours.ACCENT, layer=3)
    pen.box(track._replace(left=float(ends[0]), right=right), ink)
    if is_open:
        pen.stamp(ARROW, (right, (track.top + track.bottom) / 2), track.height / 2, ink)
