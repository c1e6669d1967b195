"""Write static/glyphs: the letters of the basemap as signed distance fields, served by ourselves.

    pip install fonttools brotli scipy
    python tools/prepare_glyphs.py

Mapbox GL asks a glyph server for its letters in ranges of 256, as protocol buffers (fontstack:
name = 1, range = 2, glyph = 3; glyph: id = 1, bitmap = 2, width = 3, height = 4, left = 5, top = 6,
advance = 7). The font is Source Sans, as Streamlit's wheel brings it (SIL Open Font License 1.1).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import streamlit
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from PIL import Image, ImageDraw, ImageFont
from scipy.ndimage import distance_transform_edt

OUT = Path(__file__).parents[1] / "static" / "glyphs"
WEIGHTS = {"mapper-400": 400, "mapper-600": 600}
RANGES = (0, 8192)  # Latin-1 with every Spanish letter; dashes and quotation marks
# What Mapbox GL expects: letters 24 pixels high, 3 pixels of room, distances to 8 pixels.
SIZE, ROOM, RADIUS, CUTOFF = 24, 3, 8, 0.25
SCALE = 8  # drawn larger and sampled, so that edges are exact to an eighth of a pixel


def varint(number: int) -> bytes:
    """An unsigned number of a protocol buffer."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])


def signed(field: int, number: int) -> bytes:
    """A signed number (zigzag) as a field."""
    return varint(field << 3) + varint(number * 2 if number >= 0 else -number * 2 - 1)


def unsigned(field: int, number: int) -> bytes:
    """An unsigned number as a field."""
    return varint(field << 3) + varint(number)


def block(field: int, content: bytes) -> bytes:
    """Bytes as a field."""
    return varint(field << 3 | 2) + varint(len(content)) + content


def static_font(weight: int) -> io.BytesIO:
    """The wheel's variable font at one weight."""
    media = Path(streamlit.__file__).parent / "static" / "static" / "media"
    font = TTFont(next(media.glob("SourceSansVF-Upright*.woff2")))
    font.flavor = None
    held = io.BytesIO()
    instancer.instantiateVariableFont(font, {"wght": weight}).save(held)
    held.seek(0)
    return held


def field_of(font: ImageFont.FreeTypeFont, letter: str) -> tuple[np.ndarray, int, int]:
    """The distance field of a letter, and its left and top edge in pixels from the pen."""
    left, top, right, bottom = font.getbbox(letter, anchor="ls")
    west, north = int(np.floor(left / SCALE)), int(np.floor(top / SCALE))
    wide = int(np.ceil(right / SCALE)) - west + 2 * ROOM
    high = int(np.ceil(bottom / SCALE)) - north + 2 * ROOM
    image = Image.new("L", (wide * SCALE, high * SCALE))
    pen = ((ROOM - west) * SCALE, (ROOM - north) * SCALE)
    ImageDraw.Draw(image).text(pen, letter, fill=255, font=font, anchor="ls")
    inside = np.asarray(image) > 127
    distance = distance_transform_edt(~inside) - distance_transform_edt(inside)
    sampled = distance[SCALE // 2 :: SCALE, SCALE // 2 :: SCALE] / SCALE
    values = 255 - 255 * (sampled / RADIUS + CUTOFF)
    return np.clip(np.round(values), 0, 255).astype(np.uint8), west, north


def glyph(font: ImageFont.FreeTypeFont, code: int) -> bytes:
    """One letter as a field of the fontstack."""
    letter = chr(code)
    ascender = font.getmetrics()[0] / SCALE
    advance = round(font.getlength(letter) / SCALE)
    head, tail = unsigned(1, code), unsigned(7, advance)
    if font.getbbox(letter)[2] <= 0 or letter.isspace():
        return block(3, head + unsigned(3, 0) + unsigned(4, 0) + signed(5, 0) + signed(6, 0) + tail)
    values, west, north = field_of(font, letter)
    high, wide = (side - 2 * ROOM for side in values.shape)
    box = unsigned(3, wide) + unsigned(4, high)
    place = signed(5, west) + signed(6, -north - round(ascender))
    return block(3, head + block(2, values.tobytes()) + box + place + tail)


def codes(held: io.BytesIO, first: int) -> Iterator[int]:
    """The letters of a range that the font has."""
    known = TTFont(held).getBestCmap()
    held.seek(0)
    return (code for code in range(first, first + 256) if code in known)


def write(name: str, weight: int) -> None:
    """Write every range of one weight."""
    held = static_font(weight)
    for first in RANGES:
        wanted = list(codes(held, first))
        font = ImageFont.truetype(held, SIZE * SCALE)
        held.seek(0)
        span = f"{first}-{first + 255}"
        stack = block(1, name.encode()) + block(2, span.encode())
        stack += b"".join(glyph(font, code) for code in wanted)
        path = OUT / name / f"{span}.pbf"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(block(1, stack))


if __name__ == "__main__":
    for font_name, font_weight in WEIGHTS.items():
        write(font_name, font_weight)
