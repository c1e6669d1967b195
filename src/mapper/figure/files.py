"""A figure as the bytes of a file: the same figure and the same stamp, the same bytes."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from PIL.PngImagePlugin import PngInfo

from mapper.errors import UsageError
from mapper.figure import pdf, rc, svg
from mapper.figure.spec import Drawn
from mapper.figure.stamp import Stamp, dumps
from mapper.i18n import LOCALES

SCREEN = 1_200  # pixels of the longer side
POINTS_AN_INCH = 72
MAKER = "Walkout Mapper"
KEYWORD = "walkout-mapper"  # of the stamp among the texts of a PNG


def write(drawn: Drawn, fmt: str, stamp: Stamp) -> bytes:
    """A figure as a file.

    Raises:
        UsageError: there is no such format.
    """
    if fmt not in WRITERS:
        raise UsageError("figure_format", value=fmt, options=", ".join(WRITERS))
    with rc.fixed():
        return WRITERS[fmt](drawn, stamp)


def suffix(path: Path) -> str:
    """The format that the name of a file asks for.

    Raises:
        UsageError: there is no such format.
    """
    fmt = path.suffix.lower().removeprefix(".")
    if fmt not in WRITERS:
        raise UsageError("figure_format", value=path.name, options=", ".join(WRITERS))
    return fmt


def preview(drawn: Drawn) -> tuple[bytes, tuple[int, int]]:
    """A figure as a PNG of about the size of a screen, without a stamp; its sides in pixels."""
    inches = drawn.figure.get_size_inches()
    dpi = min(float(drawn.figure.dpi), SCREEN / max(inches))
    held = io.BytesIO()
    with rc.fixed():
        drawn.figure.savefig(held, format="png", dpi=dpi, metadata={"Software": None})
    width, height = (round(side * dpi) for side in inches)
    return held.getvalue(), (width, height)


def _png(drawn: Drawn, stamp: Stamp) -> bytes:
    """The picture, with its words and its stamp as international texts before the pixels."""
    info = PngInfo()
    lang = LOCALES[stamp.spec.lang].replace("_", "-")
    for keyword, text in (
        ("Title", stamp.title),
        ("Description", stamp.alt),
        ("Comment", stamp.caption),
        ("Software", MAKER),
        (KEYWORD, dumps(stamp)),
    ):
        info.add_itxt(keyword, text.replace("\0", ""), lang=lang)
    held = io.BytesIO()
    # a higher level takes three times as long and saves a hundredth
    kept = {"pnginfo": info, "compress_level": 6}
    drawn.figure.savefig(held, format="png", dpi=drawn.figure.dpi, pil_kwargs=kept)
    return held.getvalue()


def _svg(drawn: Drawn, stamp: Stamp) -> bytes:
    """The picture as lines and text."""
    held = io.BytesIO()
    said = {"Creator": MAKER, "Language": stamp.spec.lang, "Date": None}
    drawn.figure.savefig(held, format="svg", metadata=said)
    is_of_pixels = drawn.figure.dpi == POINTS_AN_INCH
    return svg.finished(held.getvalue(), stamp, in_pixels=is_of_pixels)


def _pdf(drawn: Drawn, stamp: Stamp) -> bytes:
    """The picture for print."""
    held = io.BytesIO()
    said = {
        "Title": stamp.title,
        "Subject": stamp.caption,
        "Creator": MAKER,
        "CreationDate": None,
        "ModDate": None,
    }
    drawn.figure.savefig(held, format="pdf", metadata=said)
    return pdf.finished(held.getvalue(), stamp)


WRITERS: dict[str, Callable[[Drawn, Stamp], bytes]] = {"png": _png, "svg": _svg, "pdf": _pdf}
