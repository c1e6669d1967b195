"""Campuses in the colour of the day of their first walkout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import pandas as pd

from mapper.figure import colours, furniture, labels, marks, panel, plate, sheet, words
from mapper.figure.kinds import window
from mapper.figure.kinds.arrival import first
from mapper.figure.labels import Label
from mapper.figure.legend import Key
from mapper.figure.pen import CIRCLE, Box, Floats, Ink, Pen
from mapper.figure.sheet import Sheet
from mapper.figure.spec import Drawn
from mapper.figure.text import Face, balanced
from mapper.figure.view import View, fit
from mapper.figure.work import Work
from mapper.i18n import Words
from mapper.spread import near

# Campuses farther from the middle one are told and not drawn: one would make all others one dot.
HOME_KM = 60.0


@dataclass(frozen=True)
class Step:
    """One class of first days: its number, its colour, its days, and how many campuses."""

    number: int
    colour: str
    days: tuple[pd.Timestamp, ...]
    count: int


def draw(work: Work) -> Drawn:
    """The map, its words, and the same as text."""
    t = work.t
    found, hidden = first.found(work)
    work = replace(work, rows=first.walkouts(work, found))
    headline = t("The day that each campus first walked out")
    if found.empty:
        return _nothing(work, headline, hidden)
    home = _home(found)
    steps = _steps(home)
    said = _sentence(found, t) + words.filters(work)
    around = words.around(work, headline, [*_notes(found, home, t), *hidden])
    if not work.spec.standfirst.strip():
        around = replace(around, standfirst=said)
    page = sheet.lay(replace(around, keys=_keys(steps, home, t)), work.preset)
    _paint(page.pen, work, home, steps, page.picture)
    return _finished(work, page, headline, [said, *_told(found, t), *hidden])


def _nothing(work: Work, headline: str, hidden: Sequence[str]) -> Drawn:
    """No map, and why."""
    page = sheet.lay(words.around(work, headline, hidden), work.preset)
    said = work.t("No campus is known to have walked out for the first time on these dates.")
    plate.empty(page, work, said)
    return _finished(work, page, headline, [said, *hidden])


def _finished(work: Work, page: Sheet, headline: str, told: Sequence[str]) -> Drawn:
    """The figure with its words."""
    return Drawn(
        page.figure,
        words.alt(work, headline, told),
        words.caption(work, headline),
        work.events,
        page.told(work.t),
    )


def _home(found: pd.DataFrame) -> pd.DataFrame:
    """The campuses around the middle one."""
    points = found[["lon", "lat"]].to_numpy(float)
    away = near.distances_km(np.median(points, axis=0)[None, :], points)[0]
    kept: pd.DataFrame = found[away <= max(HOME_KM, float(away.min()))]
    return kept


def _steps(home: pd.DataFrame) -> list[Step]:
    """The first days, early to late, in as many classes as there are colours."""
    counts = home.loc[home["is_dated"], "first"].value_counts().sort_index()
    last = max(1, len(counts) - 1)
    held: dict[int, list[pd.Timestamp]] = {}
    for at, day in enumerate(counts.index):
        held.setdefault(round(at * (len(colours.RAMP) - 1) / last), []).append(day)
    return [
        Step(number, colours.RAMP[shade], tuple(days), int(counts[days].sum()))
        for number, (shade, days) in enumerate(sorted(held.items()), start=1)
    ]


def _keys(steps: Sequence[Step], home: pd.DataFrame, t: Words) -> list[Key]:
    """Each class with its days and how many campuses."""
    told = []
    for step in steps:
        days = " – ".join(t.short_day(day) for day in dict.fromkeys([step.days[0], step.days[-1]]))
        count = t.n("{count} campus", "{count} campuses", step.count)
        told.append(Key(f"{days}: {count}", partial(_icon, step=step)))
    undated = int((~home["is_dated"]).sum())
    if undated:
        count = t.n("{count} campus", "{count} campuses", undated)
        told.append(Key(t("day not known: {campuses}", campuses=count), _open))
    return told


def _icon(pen: Pen, at: tuple[float, float], radius: float, step: Step) -> None:
    """A mark of one class."""
    _body(pen, np.array([at]), radius, step.colour)
    marks.number(pen, at, step.number, radius, colours.read_on(step.colour))


def _open(pen: Pen, at: tuple[float, float], radius: float) -> None:
    """A mark without a day."""
    _body(pen, np.array([at]), radius, colours.PAPER)


def _body(pen: Pen, at: Floats, radius: float, colour: str) -> None:
    """The discs of some marks."""
    ink = Ink(colour, colours.INK, radius / 8, marks.LAYERS["mark"])
    pen.stamps(CIRCLE, at, [radius * 0.92] * len(at), [ink] * len(at))


def _notes(found: pd.DataFrame, home: pd.DataFrame, t: Words) -> list[str]:
    """The campuses that are too far away for this map."""
    far = found.drop(home.index)
    if far.empty:
        return []
    return [t("Too far away for this map: {campuses}.", campuses="; ".join(_lines(far, t)))]


def _lines(found: pd.DataFrame, t: Words) -> list[str]:
    """Each campus with its area and its first day."""
    return [
        t(
            "{campus}, {area}: {day}",
            campus=row["name"],
            area=row["area"],
            day=t.day(row["first"]) if row["is_dated"] else t("day not known"),
        )
        for row in found.to_dict("records")
    ]


def _told(found: pd.DataFrame, t: Words) -> list[str]:
    """All campuses in order of their first day."""
    return ["; ".join(_lines(found, t)) + "."]


def _sentence(found: pd.DataFrame, t: Words) -> str:
    """How many campuses, on how many first days."""
    days = found.loc[found["is_dated"], "first"].nunique()
    campuses = t.n(
        "{count} campus is known to have walked out",
        "{count} campuses are known to have walked out",
        len(found),
    )
    if not days:
        return f"{campuses}."
    times = t.n(
        "for the first time on {count} day", "for the first time on {count} different days", days
    )
    return f"{campuses} {times}."


def _paint(pen: Pen, work: Work, home: pd.DataFrame, steps: Sequence[Step], box: Box) -> None:
    """The map."""
    preset, t = work.preset, work.t
    view, corner = _view(work, home, box)
    panel.draw_ground(pen, work.ground, view, preset.hair)
    at = view.points(home[["lon", "lat"]].to_numpy(float))
    _marks(pen.within(box), home, steps, at, preset.mark)
    furniture.draw(pen, work.ground, view, corner, (preset, t))
    room = labels.Room(box.grown(-preset.gap / 2))
    room.take(Box(x, y, x, y).grown(preset.mark) for x, y in at)
    room.points = at
    room.take(furniture.boxes(view, corner, preset))
    under = panel.ground_words(work.ground, view, preset, t.lang)
    panel.write(pen, _names(home, at, work), under, room)


def _view(work: Work, home: pd.DataFrame, box: Box) -> tuple[View, furniture.Corner]:
    """The view of the campuses with a corner that hides none."""
    preset = work.preset
    view = fit(home[["lon", "lat"]].to_numpy(float), box)
    view = view.zoomed_out(1 + 3 * preset.mark / min(box.width, box.height))
    for _ in range(window.TRIES):
        spots = list(view.points(home[["lon", "lat"]].to_numpy(float)))
        corner, hidden = furniture.corner(view, spots, preset, work.t)
        if not hidden:
            break
        view = view.zoomed_out(window.STEP)
    return view, corner


def _marks(pen: Pen, home: pd.DataFrame, steps: Sequence[Step], at: Floats, radius: float) -> None:
    """The marks, late ones below; a number only where no other mark hides it."""
    step_of = {day: step for step in steps for day in step.days}
    dated = zip(home["first"], home["is_dated"], strict=True)
    own = [step_of.get(day) if is_dated else None for day, is_dated in dated]
    for step, spot in reversed(list(zip(own, at, strict=True))):
        _body(pen, spot[None, :], radius, step.colour if step else colours.PAPER)
    taken: list[Floats] = []
    for step, spot in zip(own, at, strict=True):
        near_by = any(float(np.hypot(*(spot - other))) < radius * 1.6 for other in taken)
        if step is not None and not near_by:
            taken.append(spot)
            spot_ = (float(spot[0]), float(spot[1]))
            marks.number(pen, spot_, step.number, radius, colours.read_on(step.colour))


def _names(home: pd.DataFrame, at: Floats, work: Work) -> list[Label]:
    """The names of the campuses, early ones first."""
    face = Face(work.preset.label)
    return [
        Label(
            tuple(balanced(str(name), face, face.size * 12)),
            (float(x), float(y)),
            face,
            colours.TEXT,
            colours.GROUND.land,
            away=work.preset.mark * 1.05,
            leads=True,
        )
        for name, (x, y) in zip(home["name"], at, strict=True)
    ]
