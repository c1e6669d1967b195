"""What the marks of a map mean: keys for what is drawn, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from mapper import describe
from mapper.catalog.schema import KINDS
from mapper.figure import colours, marks
from mapper.figure.legend import Icon, Key
from mapper.figure.marks import LAYERS, Mark
from mapper.figure.pen import CIRCLE, Box, Ink, Pen
from mapper.i18n import Words
from mapper.layers.marks import RINGED
from mapper.layers.style import GLYPH

# A campus and no campus, an area: one precision to stand for those that look alike.
LOOKS = {"ringed": "campus", "point": "address", "area": "city"}
# Crowds whose shade has room in a legend, at its true size.
CROWDS = (50, 100)
AT = tuple[float, float]


def of(found: Sequence[Mark], t: Words) -> list[Key]:
    """The keys of some marks: kinds, counts, precision, crowds, confidence, dates."""
    single = [mark for mark in found if len(mark.rows) == 1]
    kinds = {str(row["kind"]) for mark in found for row in mark.rows}
    return [
        *_kinds(kinds, t),
        *_counts(found, t),
        *_looks(found, t),
        *_tones(single, t),
        *_crowds(found, t),
    ]


def _kinds(kinds: set[str], t: Words) -> list[Key]:
    """The kinds, those of one sign together."""
    signs: dict[str, list[str]] = {}
    for kind in KINDS:
        if kind in kinds:
            signs.setdefault(GLYPH[kind], []).append(kind)
    return [
        Key(", ".join(t(describe.KINDS[kind]) for kind in own), _kind(own[0]), is_short=True)
        for own in signs.values()
    ]


def _kind(kind: str) -> Icon:
    """The mark of a kind, its place known."""
    return partial(_mark, precision="address", kind=kind)


def _mark(pen: Pen, at: AT, radius: float, **how: str) -> None:
    """A mark of one event."""
    row = {"confidence": "high", "place_id": "", "uncertainty_m": 0.0, "kind": how["kind"]}
    row |= {"middle": 0.0, "high": 0.0}
    mark = Mark(
        *at,
        [row | {"confidence": how.get("sure", "high")}],
        1,
        False,
        how["kind"],
        how["precision"],
    )
    marks.draw_plain(pen, [mark], radius)


def _counts(found: Sequence[Mark], t: Words) -> list[Key]:
    """Numbers in marks."""
    if all(len(mark.rows) == 1 for mark in found):
        return []
    return [Key(t("number: events too near to draw apart"), _number)]


def _number(pen: Pen, at: AT, radius: float) -> None:
    """A mark of several events."""
    ink = Ink(colours.MIXED, colours.INK, radius / 10, LAYERS["mark"])
    pen.stamp(CIRCLE, at, radius * 0.92, ink)
    marks.number(pen, at, 3, radius, colours.SHEET)


def _looks(found: Sequence[Mark], t: Words) -> list[Key]:
    """How finely places are known."""
    shown = [mark for mark in found if not mark.is_pale]
    told = []
    if any(mark.precision in RINGED for mark in shown):
        told.append(Key(t("white ring: a campus or landmark"), _blank("campus")))
    if any(mark.precision in ("address", "intersection") for mark in shown):
        told.append(Key(t("thin outline: an address or street corner"), _blank("address")))
    if any(mark.is_area and not mark.stretch for mark in shown):
        text = t("open mark: only the area is known (dashed disc)")
        told.append(Key(text, _blank("city")))
    if any(mark.stretch for mark in shown):
        told.append(Key(t("broad line: somewhere along that street"), _broad))
    if any(mark.is_pale for mark in found):
        told.append(Key(t("thin open ring: may lie outside these dates"), _pale))
    return told


def _blank(precision: str) -> Icon:
    """A mark of no kind."""

    def draw(pen: Pen, at: AT, radius: float) -> None:
        marks.draw_bodies(
            pen, [Mark(*at, [{"confidence": "high"}], 1, False, "other", precision)], radius
        )

    return draw


def _broad(pen: Pen, at: AT, radius: float) -> None:
    """A street along which something was."""
    ends = np.array([(at[0] - radius, at[1]), (at[0] + radius, at[1])])
    marks.stretch(pen, [ends], colours.MIXED, radius)


def _pale(pen: Pen, at: AT, radius: float) -> None:
    """A mark that may lie outside the dates."""
    marks.draw_bodies(
        pen, [Mark(*at, [{"confidence": "high"}], 1, True, "other", "campus")], radius
    )


def _tones(found: Sequence[Mark], t: Words) -> list[Key]:
    """Confidence, where not all is sure."""
    levels = {str(row["confidence"]) for mark in found for row in mark.rows}
    if levels <= {"high"}:
        return []
    return [Key(t("paler: less sure"), _steps)]


def _steps(pen: Pen, at: AT, radius: float) -> None:
    """Two tones of one colour."""
    for side, sure in ((0.55, "low"), (-0.55, "high")):
        row = {"confidence": sure}
        spot = (at[0] + side * radius, at[1])
        marks.draw_bodies(pen, [Mark(*spot, [row], 1, False, "other", "address")], radius * 0.8)


def _crowds(found: Sequence[Mark], t: Words) -> list[Key]:
    """The shade of a crowd that is about in the middle of those that are shown."""
    sizes = [mark.crowd[0] for mark in found if not mark.is_pale]
    known = sorted(size for size in sizes if size)
    if not known:
        return []
    wanted = known[len(known) // 2]
    people = min(CROWDS, key=lambda size: abs(size - wanted))
    text = t("shade: a crowd of {people}; ring: the most reported", people=t.number(people))
    return [Key(text, partial(_shade, people=people))]


def _shade(pen: Pen, at: AT, radius: float, people: int) -> None:
    """A crowd as it is drawn around marks."""
    reach = marks.shade(people, radius)
    circle = type(CIRCLE)(np.asarray(CIRCLE.vertices) * reach + at, CIRCLE.codes)
    pen.wash(circle, colours.MIXED, LAYERS["shade"], share=0.22)
    pen.stamp(CIRCLE, at, reach, Ink(edge=colours.MIXED, line=radius / 14, layer=LAYERS["shade"]))


def frame(pen: Pen, at: AT, radius: float) -> None:
    """The frame of what another map shows."""
    x, y = at
    box = Box(x - radius * 0.9, y - radius * 0.7, x + radius * 0.9, y + radius * 0.7)
    pen.box(box, Ink(edge=colours.MARKED, line=radius / 6, layer=LAYERS["mark"]))
