"""One map on the sheet: the ground, what stands on it, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from mapper.basemap.lettering import LETTERING, SEMIBOLD
from mapper.figure import colours, ground, labels
from mapper.figure.ground import Ground
from mapper.figure.labels import CENTRED, Label, Room
from mapper.figure.marks import Mark
from mapper.figure.pen import Box, Ink, Pen
from mapper.figure.presets import Preset
from mapper.figure.text import Face, balanced
from mapper.figure.view import View

# Each line of the ground: its colour and its width in hairs, from below.
STROKES = {
    "counties": (("line", 0.8),),
    "states": (("line", 1.3),),
    "river": (("river", 2.6),),
    "street": (("street", 2.2),),
    "freeway": (("casing", 3.4), ("road", 2.0)),
}
ABOVE_AND_BELOW = ((0, 1), (0, -1), (1, 0), (-1, 0))
WATER = ("water", "river")
# A name is set in lines no wider than this share of the map, or so many sizes.
NAME_SHARE, NAME_SIZES = 0.3, 9.0
# No map has room for more names.
MOST_NAMES = 120


def draw_ground(pen: Pen, on: Ground, view: View, hair: float) -> None:
    """Water, land and lines, and a thin frame around them."""
    own = pen.within(view.box)
    own.box(view.box, Ink(colours.GROUND.water, layer=0.5))
    found = ground.clipped(on, view)
    for at, (name, shape) in enumerate(found.areas.items()):
        if len(np.asarray(shape.vertices)):
            fill = getattr(colours.GROUND, name)
            own.path(shape, Ink(fill, fill, hair * 0.3, layer=0.6 + at / 10))
    for at, (name, lines) in enumerate(found.lines.items()):
        for over, (colour, wide) in enumerate(STROKES[name]):
            ink = Ink(edge=getattr(colours.GROUND, colour), line=hair * wide)
            own.lines(lines, ink._replace(layer=1 + at / 10 + over / 20))
    pen.box(view.box, Ink(edge=colours.RULE, line=hair, layer=8))


def taken(marks: Iterable[Mark], radius: float) -> list[Box]:
    """The boxes of marks, where no word may be."""
    return [Box(m.x, m.y, m.x, m.y).grown(radius * 1.04 * m.grown) for m in marks]


def names(marks: Sequence[Mark], view: View, preset: Preset) -> list[Label]:
    """The names of the places of marks, the most events first."""
    face = Face(preset.label)
    wide = max(view.box.width * NAME_SHARE, face.size * NAME_SIZES)
    ranked = sorted(marks, key=lambda mark: (-len(mark.rows), mark.is_area, _name(mark, view)))
    return [
        Label(
            tuple(balanced(_name(mark, view), face, min(wide, face.size * 13))),
            (mark.x, mark.y),
            face,
            colours.TEXT,
            colours.GROUND.land,
            away=preset.mark * 1.05 * mark.grown,
            leads=True,
        )
        for mark in ranked[:MOST_NAMES]
        if _name(mark, view)
    ]


def _name(mark: Mark, view: View) -> str:
    """The place of a mark, on a map of the country its city; of several places the busiest."""
    row = mark.rows[0]
    place = str(row["matched_place"]).partition(",")[0]
    return (str(row["city"]) or place) if view.is_country else place


def ground_words(on: Ground, view: View, preset: Preset, lang: str) -> list[Label]:
    """The names of the ground, from the most important."""
    found = ground.words(on, view, view.box)
    return [_ground_word(row, preset, lang) for row in found.to_dict("records")]


def _ground_word(row: Mapping[Any, Any], preset: Preset, lang: str) -> Label:
    """One name of the ground."""
    kind = str(row["kind"])
    how = LETTERING[kind]
    face = Face(preset.small, is_bold=how.font == SEMIBOLD and kind == "city")
    is_city = kind == "city"
    lines = balanced(str(row[f"text_{lang}"]), face, face.size * 9)
    halo = colours.GROUND.water if kind in WATER else colours.GROUND.land
    return Label(
        tuple(lines),
        (float(row["x"]), float(row["y"])),
        face,
        colours.ground_ink(how.ink),
        halo,
        away=preset.small * 0.2 if is_city else 0.0,
        angle=float(row["angle"]) if len(lines) == 1 else 0.0,
        spots=ABOVE_AND_BELOW if is_city else CENTRED,
    )


def write(pen: Pen, wanted: Sequence[Label], under: Sequence[Label], room: Room) -> list[str]:
    """Set the names of marks, then those of the ground; a name stands once.

    Returns:
        The names that found a place.
    """
    placed = labels.place(wanted, room)
    said = {" ".join(found.label.lines) for found in placed}
    rest = [label for label in under if " ".join(label.lines) not in said]
    on_ground = labels.place(rest, room)
    labels.draw(pen, [*on_ground, *placed])
    return sorted(said)


def inside(rows: pd.DataFrame, view: View) -> pd.DataFrame:
    """The rows whose point is in a view."""
    if rows.empty:
        return rows
    x, y = view.points(rows[["lon", "lat"]].to_numpy(float)).T
    box = view.box
    held = (x >= box.left) & (x <= box.right) & (y >= box.bottom) & (y <= box.top)
    kept: pd.DataFrame = rows[held]
    return kept
