"""Draw static/marks.png: the glyphs of the marks, white on nothing, so that the map can tint them.

    python tools/prepare_marks.py

Each glyph is 64 pixels square, in the order of ``mapper.layers.GLYPHS``. Drawn at four times the
size and scaled down, so that edges are smooth.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from prepare_glyphs import static_font

from mapper.layers import COUNTS, GLYPH_PX, GLYPHS

SCALE = 4
WHITE = (255, 255, 255, 255)
# Corners in units of the glyph's side, y down.
POLYGONS: dict[str, Sequence[tuple[float, float]]] = {
    "walkout": ((0.5, 0.1), (0.93, 0.86), (0.07, 0.86)),
    "march": (
        (0.1, 0.38), (0.52, 0.38), (0.52, 0.14), (0.93, 0.5),
        (0.52, 0.86), (0.52, 0.62), (0.1, 0.62),
    ),
    "shutdown": ((0.16, 0.16), (0.84, 0.16), (0.84, 0.84), (0.16, 0.84)),
    "strike": ((0.5, 0.06), (0.94, 0.5), (0.5, 0.94), (0.06, 0.5)),
    "other": (
        (0.36, 0.1), (0.64, 0.1), (0.64, 0.36), (0.9, 0.36), (0.9, 0.64), (0.64, 0.64),
        (0.64, 0.9), (0.36, 0.9), (0.36, 0.64), (0.1, 0.64), (0.1, 0.36), (0.36, 0.36),
    ),
    "arrow": ((0.15, 0.12), (0.95, 0.5), (0.15, 0.88), (0.38, 0.5)),
}  # fmt: skip


def sprite() -> Image.Image:
    """All glyphs in one row."""
    side = GLYPH_PX * SCALE
    image = Image.new("RGBA", (side * len(GLYPHS), side), (255, 255, 255, 0))
    pen = ImageDraw.Draw(image)
    font = ImageFont.truetype(static_font(700), round(side * 0.78))
    for number, name in enumerate(GLYPHS):
        if name in POLYGONS:
            pen.polygon([((x + number) * side, y * side) for x, y in POLYGONS[name]], fill=WHITE)
        elif name in COUNTS:
            middle = ((number + 0.5) * side, 0.5 * side)
            pen.text(middle, name, fill=WHITE, font=font, anchor="mm")
        else:
            box = ((number + 0.14) * side, 0.14 * side, (number + 0.86) * side, 0.86 * side)
            pen.ellipse(box, fill=WHITE)
    return image.resize((GLYPH_PX * len(GLYPHS), GLYPH_PX), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    sprite().save(Path(__file__).parents[1] / "static" / "marks.png", optimize=True)
