"""A legend of only what is shown: a sign and its words, in columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mapper.figure import colours
from mapper.figure.pen import Box, Pen
from mapper.figure.text import Face, wrap
from mapper.figure.text import width as text_width

# Draws a sign with its middle at a point, in a room of so many points of radius.
Icon = Callable[[Pen, tuple[float, float], float], None]


# Between one key and the next, in sizes; and a row is never lower than so many radii of a sign.
SPACE, ROW = 0.2, 2.05
Item = tuple["Key", tuple[str, ...]]


@dataclass(frozen=True)
class Key:
    """One line of a legend. ``is_short``: it may stand beside others in a line."""

    text: str
    icon: Icon
    is_short: bool = False


@dataclass(frozen=True)
class Grid:
    """Keys with their lines in columns of one width. Lengths in points."""

    columns: Sequence[Sequence[Item]]
    face: Face
    icon: float
    step: float

    @property
    def height(self) -> float:
        """The tallest column."""
        return max((sum(map(self.tall, column)) for column in self.columns), default=0.0)

    def tall(self, item: Item) -> float:
        """How much room a key takes down the page."""
        return max(len(item[1]) * self.face.leading, ROW * self.icon) + self.face.size * SPACE

    def draw(self, pen: Pen, box: Box) -> None:
        """The keys from the upper left corner of a box."""
        for at, column in enumerate(self.columns):
            top = box.top
            for item in column:
                self._key(pen, item, box.left + at * self.step, top)
                top -= self.tall(item)

    def _key(self, pen: Pen, item: Item, left: float, top: float) -> None:
        """One key: its sign beside its first line."""
        key, lines = item
        tall = self.tall(item) - self.face.size * SPACE
        first = top - (tall - len(lines) * self.face.leading) / 2 - self.face.size * 0.95
        key.icon(pen, (left + self.icon * 1.4, first + self.face.size * 0.34), self.icon)
        for at, line in enumerate(lines):
            spot = (left + indent(self.icon), first - at * self.face.leading)
            pen.text(spot, line, self.face, colours.TEXT, gid="legend")


@dataclass(frozen=True)
class Row:
    """Short keys beside each other, each as wide as it is."""

    keys: Sequence[Key]
    face: Face
    icon: float

    @property
    def height(self) -> float:
        """One line."""
        return max(self.face.leading, ROW * self.icon) + self.face.size * SPACE

    def draw(self, pen: Pen, box: Box) -> None:
        """The keys from the upper left corner of a box."""
        left = box.left
        for key in self.keys:
            Grid([[(key, (key.text,))]], self.face, self.icon, 0).draw(pen, box._replace(left=left))
            left += _wide(key, self.face, self.icon)


def _wide(key: Key, face: Face, icon: float) -> float:
    """How much room a short key takes along its line."""
    return indent(icon) + text_width(key.text, face) + face.size


@dataclass(frozen=True)
class Legend:
    """Short keys in rows, then the others in columns."""

    grids: Sequence[Grid | Row]

    @property
    def height(self) -> float:
        """Of all."""
        return sum(grid.height for grid in self.grids)

    def draw(self, pen: Pen, box: Box) -> None:
        """The keys from the upper left corner of a box."""
        top = box.top
        for grid in self.grids:
            grid.draw(pen, box._replace(top=top))
            top -= grid.height


def indent(icon: float) -> float:
    """Where the words of a key begin."""
    return 3.2 * icon


def of(keys: Sequence[Key], face: Face, icon: float, width: float, columns: int) -> Legend:
    """The keys in columns of even height, down each column.

    Args:
        keys: in the order in which they are read.
        face: of their words.
        icon: the radius of a sign.
        width: of all columns together.
        columns: of keys that are not short, at most.
    """
    short = [key for key in keys if key.is_short]
    rest = [key for key in keys if not key.is_short]
    rows: list[list[Key]] = []
    left = 0.0
    for key in short:
        wide = _wide(key, face, icon)
        if not rows or left + wide > width + face.size:
            rows.append([])
            left = 0.0
        rows[-1].append(key)
        left += wide
    return Legend(
        [*(Row(row, face, icon) for row in rows), _grid(rest, face, icon, width, columns)]
    )


def _grid(keys: Sequence[Key], face: Face, icon: float, width: float, columns: int) -> Grid:
    """Keys in so many columns, as low as can be."""
    count = max(1, min(columns, len(keys)))
    room = width / count - indent(icon) - (face.size if count > 1 else 0)
    items = [(key, tuple(wrap(key.text, face, room))) for key in keys]
    found = (
        Grid(_split(items, size), face, icon, width / count) for size in range(1, len(items) + 1)
    )
    return min(
        found,
        key=lambda grid: (len(grid.columns) > count, grid.height),
        default=Grid([], face, icon, width),
    )


def _split(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """Items in columns of so many."""
    return [items[at : at + size] for at in range(0, len(items), size)]
