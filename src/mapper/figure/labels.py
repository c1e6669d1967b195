"""Words on a map that never overlap each other, a mark, or the edge.

A word has a few places around its point. It takes the first that is free; one that has none is
left out, and the alternative text still says it. The more important word goes first.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D

from mapper.figure.pen import Box, Floats, How, Ink, Pen
from mapper.figure.text import LEADING, Face, properties, width

# Where the middle of a word may be, from its point: right, left, above, below, then the corners.
AROUND = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
CENTRED = ((0, 0),)
# A word that has no room beside its point may stand so many times as far away.
FARTHER = (2.6, 4.2, 6.0)
# Letters reach so far above and below their baseline, in sizes; and the free space around words.
ASCENT, DESCENT, CLEAR = 0.98, 0.27, 0.16


@dataclass(frozen=True)
class Label:
    """A word to be placed.

    ``away``: how far from the point it stands; ``angle``: turned so many degrees to the left, one
    line in the middle only; ``spots``: the places it may have, of :data:`AROUND` or
    :data:`CENTRED`; ``leads``: it may also stand farther away, with a thin line to its point.
    """

    lines: tuple[str, ...]
    at: tuple[float, float]
    face: Face
    colour: str
    halo: str
    away: float = 0.0
    angle: float = 0.0
    spots: Sequence[tuple[int, int]] = AROUND
    leads: bool = False


@dataclass(frozen=True)
class Placed:
    """A word with its place: its box, and how it is set in it (-1 left, 0 middle, 1 right)."""

    label: Label
    box: Box
    side: int
    lead: tuple[tuple[float, float], tuple[float, float]] | None = None


@dataclass
class Room:
    """A frame, and what of it is taken. ``points``: the middles of all marks."""

    frame: Box
    taken: list[Floats] = field(default_factory=list)
    points: Floats = field(default_factory=lambda: np.zeros((0, 2)))

    def take(self, boxes: Iterable[Box]) -> None:
        """Keep words out of these boxes."""
        found = np.array(list(boxes), dtype=float).reshape(-1, 4)
        self.taken = [np.concatenate([*self.taken, found])]

    def is_free(self, box: Box) -> bool:
        """Whether a box lies in the frame and touches nothing."""
        left, bottom, right, top = box
        frame = self.frame
        if left < frame.left or right > frame.right or bottom < frame.bottom or top > frame.top:
            return False
        if not self.taken:
            return True
        held = self.taken[0]
        apart = (held[:, 0] >= right) | (held[:, 2] <= left)
        apart |= (held[:, 1] >= top) | (held[:, 3] <= bottom)
        return bool(apart.all())

    def is_own(self, label: Label, box: Box) -> bool:
        """Whether no mark is nearer to a word than its own, so that none takes it for its own."""
        if not len(self.points):
            return True
        x, y = self.points.T
        across = np.maximum(np.maximum(box.left - x, x - box.right), 0)
        up = np.maximum(np.maximum(box.bottom - y, y - box.top), 0)
        away = np.hypot(across, up)
        others = np.hypot(x - label.at[0], y - label.at[1]) > label.away / 2
        return not bool((away[others] < label.away * 1.5).any())


def place(labels: Iterable[Label], room: Room) -> list[Placed]:
    """Each word at the first place that is free, in the order given; the others are left out.

    Words that found no room beside their point are tried again farther away, after all others.
    """
    found: list[Placed] = []
    left = list(labels)
    for far in (1.0, *FARTHER):
        tried, left = left, []
        for label in tried:
            if far > 1 and not label.leads:
                continue
            placed = _first(label, room, far)
            if placed is None:
                left.append(label)
            else:
                room.take([placed.box, *_beads(placed)])
                found.append(placed)
    return found


def _first(label: Label, room: Room, far: float) -> Placed | None:
    """The first free place of a word, so many times as far from its point as the nearest."""
    for spot in label.spots:
        placed = Placed(label, _box(label, spot, far), spot[0])
        if far > 1:
            placed = replace(placed, lead=_lead(placed))
        if not room.is_free(placed.box) or not all(map(room.is_free, _beads(placed))):
            continue
        if placed.lead is not None or not label.leads or room.is_own(label, placed.box):
            return placed
    return None


def _lead(placed: Placed) -> tuple[tuple[float, float], tuple[float, float]]:
    """The line from the edge of a mark to the word."""
    x, y = placed.label.at
    box = placed.box
    end = (min(max(x, box.left), box.right), min(max(y, box.bottom), box.top))
    long = math.hypot(end[0] - x, end[1] - y)
    # at a corner of its square, a mark's edge is farther away than at its side
    share = min(1.0, placed.label.away * 1.45 / long)
    return (x + (end[0] - x) * share, y + (end[1] - y) * share), end


def _beads(placed: Placed) -> list[Box]:
    """Small boxes along a word's line, none where it has none."""
    if placed.lead is None:
        return []
    size = placed.label.face.size / 5
    (x, y), end = placed.lead
    count = max(2, int(math.hypot(end[0] - x, end[1] - y) / size))
    shares = np.linspace(0, 0.97, count)
    return [
        Box(*(2 * (x + (end[0] - x) * share, y + (end[1] - y) * share))).grown(size / 2)
        for share in shares
    ]


def _box(label: Label, spot: tuple[int, int], far: float) -> Box:
    """The box of a word at one of its places, with the free space around it."""
    size = label.face.size
    wide = max(width(line, label.face) for line in label.lines)
    tall = (ASCENT + DESCENT + LEADING * (len(label.lines) - 1)) * size
    clear = label.away * far + size * CLEAR
    # a word at a corner stands over its point, not beside it
    aside = clear if 0 in spot or far > 1 else clear * 0.1
    if label.angle:
        turn = math.radians(label.angle)
        across, up = abs(math.cos(turn)), abs(math.sin(turn))
        wide, tall = wide * across + tall * up, wide * up + tall * across
    x = label.at[0] + spot[0] * (aside + wide / 2)
    y = label.at[1] + spot[1] * (clear + tall / 2)
    return Box(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2).grown(size * CLEAR)


def draw(pen: Pen, placed: Iterable[Placed]) -> None:
    """The words with a rim of the ground's colour."""
    for found in placed:
        if found.lead is not None:
            ink = Ink(edge=found.label.colour, line=found.label.face.size / 22, layer=5.9)
            pen.lines([np.array(found.lead)], ink)
        _write(pen, found)


def _write(pen: Pen, found: Placed) -> None:
    """The lines of one word, turned around its middle."""
    label, face = found.label, found.label.face
    inner = found.box.grown(-face.size * CLEAR)
    middle = inner.centre
    tall = (ASCENT + DESCENT) * face.size + (len(label.lines) - 1) * face.leading
    turn = Affine2D().rotate_deg_around(*middle, label.angle)
    for at, line in enumerate(label.lines):
        wide = width(line, face)
        left = {1: inner.left, -1: inner.right - wide, 0: middle[0] - wide / 2}[found.side]
        y = middle[1] + tall / 2 - ASCENT * face.size - at * face.leading
        rim = Ink("none", label.halo, face.size / 4, layer=6)
        shape = TextPath((left, y), line, prop=properties(face), size=face.size)
        pen.path(turn.transform_path(shape), rim)
        x, up = map(float, turn.transform((left, y)))
        how: How = {"gid": "label"}
        if label.angle:
            how |= {"rotation": label.angle, "rotation_mode": "anchor"}
        pen.text((x, up), line, face, label.colour, **how)
