"""Drawing on a figure in points from its lower left corner, the same by every backend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypedDict, Unpack

import numpy as np
import numpy.typing as npt
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, IdentityTransform, Transform

from mapper.figure.presets import Preset
from mapper.figure.text import Face, properties

Floats = npt.NDArray[np.float64]
POINTS_AN_INCH = 72
CIRCLE = Path.unit_circle()


class Box(NamedTuple):
    """A rectangle in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def grown(self, by: float) -> Box:
        """The box with some room on every side."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)


class Ink(NamedTuple):
    """How a shape is painted. Lines in points; ``dash``: their on and off, in points."""

    fill: str = "none"
    edge: str = "none"
    line: float = 0.0
    layer: float = 1.0
    dash: tuple[float, ...] = ()


class How(TypedDict, total=False):
    """How a line is set: which end of it is at its point, what it is, how it is turned."""

    ha: Literal["left", "center", "right"]
    gid: str
    rotation: float
    rotation_mode: Literal["default", "anchor"]


@dataclass(frozen=True)
class Pen:
    """A figure to draw on.

    ``clip``: nothing is painted outside of it; ``lift``: added to the layer of all that is painted.
    """

    figure: Figure
    clip: Box | None = None
    lift: float = 0.0

    @property
    def points(self) -> Transform:
        """From points to dots."""
        return Affine2D().scale(1 / POINTS_AN_INCH) + self.figure.dpi_scale_trans

    def within(self, box: Box) -> Pen:
        """The same pen, kept in a box."""
        return Pen(self.figure, box, self.lift)

    def text(
        self, at: tuple[float, float], line: str, face: Face, colour: str, **how: Unpack[How]
    ) -> None:
        """One line from its baseline; ``ha`` says which end of it is at the point."""
        if not line:
            return
        drawn = Text(
            *at,
            line,
            color=colour,
            fontproperties=properties(face),
            transform=self.points,
            va="baseline",
            parse_math=False,
            zorder=9 + self.lift,
            **how,
        )
        self.figure.add_artist(drawn)

    def path(self, shape: Path, ink: Ink) -> None:
        """One shape in points."""
        patch = PathPatch(shape, **_paint(ink), transform=self.points, joinstyle="round")
        self._add(patch)

    def wash(self, shape: Path, colour: str, layer: float, share: float = 0.06) -> None:
        """A thin layer of a colour, through which the ground is seen."""
        self._add(
            PathPatch(
                shape,
                facecolor=colour,
                edgecolor="none",
                linewidth=0,
                alpha=share,
                zorder=layer,
                transform=self.points,
            )
        )

    def wash_box(self, box: Box, colour: str, layer: float, share: float) -> None:
        """A thin layer over a rectangle."""
        left, bottom, right, top = box
        corners = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
        self.wash(Path(corners, closed=True), colour, layer, share)

    def box(self, box: Box, ink: Ink) -> None:
        """A rectangle."""
        corner, size = (box.left, box.bottom), (box.width, box.height)
        self._add(Rectangle(corner, *size, **_paint(ink), transform=self.points))

    def lines(self, lines: Sequence[Floats], ink: Ink) -> None:
        """Some lines of points."""
        if not len(lines):
            return
        style = (0, ink.dash) if ink.dash else "solid"
        drawn = LineCollection(
            lines,
            colors=ink.edge,
            linewidths=ink.line,
            linestyles=[style],
            zorder=ink.layer,
            transform=self.points,
            capstyle="butt" if ink.dash else "round",
            joinstyle="round",
        )
        self._add(drawn)

    def stamps(self, shape: Path, at: Floats, radii: Sequence[float], inks: Sequence[Ink]) -> None:
        """One shape of unit size at many points, each with its own radius and paint."""
        if not len(at):
            return
        drawn = PathCollection(
            [shape],
            sizes=np.square(radii),
            offsets=at,
            offset_transform=self.points,
            transform=IdentityTransform(),
            facecolors=[ink.fill for ink in inks],
            edgecolors=[ink.edge for ink in inks],
            linewidths=[ink.line for ink in inks],
            linestyles=[(0, inks[0].dash) if inks[0].dash else "solid"],
            zorder=inks[0].layer,
        )
        self._add(drawn)

    def stamp(self, shape: Path, at: tuple[float, float], radius: float, ink: Ink) -> None:
        """One shape of unit size at a point."""
        self.stamps(shape, np.array([at]), [radius], [ink])

    def _add(self, artist: Artist) -> None:
        """Put it on the figure, kept in the box."""
        artist.set_zorder(artist.get_zorder() + self.lift)
        self.figure.add_artist(artist)
        if self.clip is not None:
            corner = (self.clip.left, self.clip.bottom)
            frame = Rectangle(corner, self.clip.width, self.clip.height, transform=self.points)
            artist.set_clip_path(frame)


def _paint(ink: Ink) -> dict[str, Any]:
    """An ink as a patch wants it."""
    return {
        "facecolor": ink.fill,
        "edgecolor": ink.edge,
        "linewidth": ink.line,
        "zorder": ink.layer,
    }


def blank(preset: Preset, paper: str) -> Figure:
    """An empty figure of a preset's exact size."""
    inches = (preset.width / POINTS_AN_INCH, preset.height / POINTS_AN_INCH)
    figure = Figure(figsize=inches, dpi=preset.dpi, facecolor=paper)
    FigureCanvasAgg(figure)
    return figure
