"""What figures of counts share: the words around them, round numbers, lines of text and rules."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from babel import dates

from mapper.figure import colours, sheet, words
from mapper.figure.legend import Key
from mapper.figure.pen import Ink, Pen
from mapper.figure.sheet import Sheet
from mapper.figure.spec import Drawn
from mapper.figure.text import Face, cut, wrap
from mapper.figure.work import Work
from mapper.i18n import Words

STEPS = (1, 2, 5, 10)


@dataclass(frozen=True)
class Said:
    """The words of a figure of counts.

    ``headline``: ours; ``sentence``: what is shown; ``notes``: what has to be said under it;
    ``told``: every fact of the picture as sentences, for who cannot see it.
    """

    headline: str
    sentence: str
    notes: Sequence[str]
    told: Sequence[str]


def laid(work: Work, said: Said, keys: Sequence[Key] = ()) -> Sheet:
    """The sheet with its words, and the room for the picture."""
    usual = words.around(work, said.headline)
    own = work.spec.standfirst.strip()
    notes = [*([said.sentence] if own else []), *said.notes]
    around = replace(usual, standfirst=own or said.sentence, notes=notes, keys=keys)
    return sheet.lay(around, work.preset)


def finished(work: Work, page: Sheet, said: Said, events: Iterable[str]) -> Drawn:
    """The figure with its words."""
    head = (work.spec.headline.strip() or said.headline).rstrip(".")
    kicker = words.kicker(work)
    shown = work.t(words.PICTURES[work.spec.kind])
    alt = [shown, f"{head} ({kicker}).", said.sentence, *said.told, *said.notes]
    caption = work.t(
        "{headline}. {sentence} Walkout Mapper, data {name}.",
        headline=f"{head} ({kicker})",
        sentence=said.sentence,
        name=work.data,
    )
    return Drawn(page.figure, " ".join(alt), caption, tuple(events), page.told(work.t))


def empty(page: Sheet, work: Work, text: str) -> None:
    """Nothing to show, in words in the middle of the picture."""
    face = Face(work.preset.body)
    lines = wrap(text, face, page.picture.width * 0.8)
    x, y = page.picture.centre
    for at, line in enumerate(lines):
        spot = (x, y - at * face.leading)
        page.pen.text(spot, line, face, colours.FAINT, ha="center", gid="empty")


def one_line(text: str, face: Face, room: float) -> str:
    """A text as one line, with an ellipsis where it has no room."""
    return "".join(cut(wrap(text, face, room), 1, face, room))


def ticks(most: float, count: int) -> list[int]:
    """Round numbers from 0 to at least ``most``, in about so many steps."""
    rough = max(1.0, most / max(1, count))
    power = 10 ** math.floor(math.log10(rough))
    step = next(int(one * power) for one in STEPS if one * power >= rough)
    return list(range(0, max(1, math.ceil(most / step)) * step + 1, step))


def upright(pen: Pen, x: float, ends: tuple[float, float], thick: float) -> None:
    """A thin line down the sheet."""
    line = np.array([(x, ends[0]), (x, ends[1])])
    pen.lines([line], Ink(edge=colours.RULE, line=thick, layer=2))


def level(pen: Pen, y: float, ends: tuple[float, float], thick: float) -> None:
    """A thin line across the sheet."""
    line = np.array([(ends[0], y), (ends[1], y)])
    pen.lines([line], Ink(edge=colours.RULE, line=thick, layer=2))


def dated(day: date, unit: str, t: Words) -> tuple[str, str]:
    """A column's date in two short lines: what tells it apart, and its year."""
    year = str(day.year)
    if unit == "year":
        return year, ""
    form = "MMM" if unit == "month" else "MMMd"
    return str(dates.format_skeleton(form, day, locale=t.locale)), year
