"""What the tests of figures share: the real project, and the boxes of all texts of a figure."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import cast

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from mapper import project
from mapper.figure import Drawn, Spec, ground, make, rc
from mapper.figure.ground import Ground
from mapper.project import Project
from mapper.settings import ROOT, Folders

REAL = Folders(ROOT / "data", ROOT / "geo")
# Extents are whole dots of the figure: so much may two of them share, in points.
SLACK = 1.0


@cache
def real() -> Project:
    """The committed project."""
    return project.read(REAL)


@cache
def land() -> Ground:
    """The committed ground."""
    return ground.read(REAL.geo)


def drawn(kind: str, preset: str = "wide", lang: str = "en", **more: object) -> Drawn:
    """A figure of the committed data, or of another project; the same one is drawn once."""
    data = more.pop("project", None)
    spec = replace(Spec(kind, preset, lang), **more)
    return _made(spec) if data is None else _of(spec, cast("Project", data))


@cache
def _made(spec: Spec) -> Drawn:
    """A figure of the committed data."""
    return _of(spec, real())


def _of(spec: Spec, data: Project) -> Drawn:
    """A figure with a name of its data that never changes."""
    return make(spec, data, land(), data="0123456789abcdef")


def invented(rows: pd.DataFrame) -> Project:
    """The committed project with other events."""
    return replace(real(), events=rows.reset_index(drop=True))


def texts(figure: Figure) -> list[Text]:
    """The texts that are seen."""
    return [text for text in figure.findobj(Text) if text.get_text().strip()]


def extents(figure: Figure) -> npt.NDArray[np.float64]:
    """Left, bottom, right and top of the ink of each text, in points."""
    with rc.fixed():
        renderer = figure.canvas.get_renderer()  # type: ignore[attr-defined]
        boxes = [_ink(text, renderer) for text in texts(figure)]
    return np.array(boxes) * 72 / figure.dpi


def _ink(text: Text, renderer: RendererAgg) -> tuple[float, ...]:
    """The box of the letters themselves: matplotlib's own holds the space between lines too."""
    if text.get_rotation():
        return tuple(text.get_window_extent(renderer).extents)
    font = text.get_fontproperties()
    wide, tall, below = renderer.get_text_width_height_descent(text.get_text(), font, False)
    x, y = text.get_transform().transform(text.get_position())
    left = x - wide * {"left": 0, "center": 0.5, "right": 1}[text.get_horizontalalignment()]
    return left, y - below, left + wide, y - below + tall


def overlaps(figure: Figure) -> list[tuple[str, str]]:
    """The pairs of texts that share room."""
    boxes, said = extents(figure), [text.get_text() for text in texts(figure)]
    left, bottom, right, top = boxes.T
    wide = np.minimum(right[:, None], right) - np.maximum(left[:, None], left)
    tall = np.minimum(top[:, None], top) - np.maximum(bottom[:, None], bottom)
    pairs = np.argwhere(np.triu((wide > SLACK) & (tall > SLACK), k=1))
    return [(said[one], said[other]) for one, other in pairs]


def outside(figure: Figure) -> list[str]:
    """The texts that leave the sheet."""
    wide, tall = figure.get_size_inches() * 72
    left, bottom, right, top = extents(figure).T
    out = (left < 0) | (bottom < 0) | (right > wide) | (top > tall)
    return [text.get_text() for text, is_out in zip(texts(figure), out, strict=True) if is_out]
