"""The stamp of a figure's file. Such a file may come from anywhere: one message, never a crash."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

from PIL import Image
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from mapper.errors import DataError
from mapper.figure import pdf, stamp, svg
from mapper.figure.files import KEYWORD
from mapper.figure.stamp import Stamp

# No figure of ours is so large.
MOST_BYTES = 64 * 1024 * 1024
# How each kind of file begins.
BEGINNINGS = {b"\x89PNG\r\n\x1a\n": "png", b"%PDF-": "pdf", b"<?xml": "svg", b"<svg": "svg"}
# What the libraries raise at a file that is broken or made to break them.
BROKEN = (
    OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError,
    SyntaxError, Image.DecompressionBombError, PyPdfError,
)  # fmt: skip


def stamp_of(path: Path) -> Stamp:
    """The stamp of a file, by what it holds and not by its name.

    Raises:
        DataError: the file is not to be had, is no figure, or has no stamp of ours.
    """
    return stamp_in(held_by(path), path.name)


def stamp_in(held: bytes, file: str) -> Stamp:
    """The stamp in what a file of a name holds.

    Raises:
        DataError: it is no figure, or has no stamp of ours.
    """
    fmt = _format(held)
    if not fmt:
        raise DataError("figure_unknown", file=file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a warning of a library is no word for a reader
            found = READERS[fmt](held)
    except BROKEN as error:
        raise DataError("figure_broken", file=file) from error
    if not found:
        raise DataError("figure_without_stamp", file=file)
    try:
        return stamp.loads(found)
    except (ValueError, RecursionError) as error:
        raise DataError("figure_stamp_unknown", file=file) from error


def format_of(path: Path) -> str:
    """The format of a file, by how it begins; "" where it is none of ours."""
    return _format(held_by(path))


def _format(held: bytes) -> str:
    """The same of what a file holds."""
    return next((kind for start, kind in BEGINNINGS.items() if held.startswith(start)), "")


def held_by(path: Path) -> bytes:
    """What a file holds.

    Raises:
        DataError: it is not there, is a folder, or is larger than any figure.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise DataError("figure_unknown", file=path.name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DataError("file_not_found", file=path.name) from error
    except OSError as error:
        raise DataError("file_unreadable", file=path.name, reason=error.strerror) from error


def _png(held: bytes) -> str:
    """The stamp among the texts before the pixels; they are not unpacked."""
    with Image.open(io.BytesIO(held), formats=["PNG"]) as image:
        return str(image.info.get(KEYWORD, ""))


def _svg(held: bytes) -> str:
    """The stamp in the metadata. A document type can grow without end: it is refused."""
    if b"<!" in held.replace(b"<!--", b""):
        raise ValueError(svg.STAMP)
    root = ET.fromstring(held.decode())  # noqa: S314 - without a document type
    return root.findtext(f".//{{{svg.STAMP}}}stamp", "")


def _pdf(held: bytes) -> str:
    """The stamp among the attached files."""
    for text in PdfReader(io.BytesIO(held)).attachments.get(pdf.ATTACHED, []):
        return text.decode()
    return ""


READERS: dict[str, Callable[[bytes], str]] = {"png": _png, "svg": _svg, "pdf": _pdf}
