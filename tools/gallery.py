"""Make docs/gallery again: every kind of figure in two shapes and two languages, with its words.

    python tools/gallery.py [FOLDER]

The pictures are smaller than the real ones: they are for looking at. Real figures are made by
``mapper figure`` and by the Figure page.
"""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PIL import Image

from mapper import project, snapshots
from mapper.figure import files, ground, make
from mapper.figure.spec import KINDS, Drawn, Spec
from mapper.model import Filters, Window
from mapper.settings import ROOT, folders

SHAPES, LANGUAGES = ("wide", "story"), ("en", "es")
# What each kind is shown of: days on which there is something to see.
FEBRUARY = Window(date(2026, 1, 31), date(2026, 2, 4))
WINDOWS = {
    "map": FEBRUARY,
    "days": Window(date(2025, 1, 31), date(2025, 2, 3)),
    "arrival": None,
    "march": FEBRUARY,
    "cities": None,
    "grid": None,
    "timeline": None,
}
MARCH = "2026-02-04-city-hall-mdc"
SIDES = {"wide": (880, 495), "story": (480, 853)}
HEAD = """# Gallery

Every kind of figure in two shapes and two languages, made by `make gallery` from data {name}. Under
each picture is its alternative text. The pictures here are reduced; `mapper figure` and the Figure
page write them at full size as PNG, SVG and PDF.
"""


def main() -> None:
    """Write the pictures and their index."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "gallery"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    found = project.read(folders())
    name = snapshots.of(found).name
    on = ground.read(folders().geo)
    parts = [HEAD.format(name=name)]
    for spec in specs(found.span):
        drawn = make(spec, found, on, name)
        file = f"{spec.kind}-{spec.preset}-{spec.lang}.png"
        (out / file).write_bytes(reduced(drawn, spec.preset))
        parts.append(entry(spec, file, drawn))
        print(file, (out / file).stat().st_size)
    (out / "README.md").write_text("\n".join(parts), encoding="utf-8")


def specs(span: Window) -> Iterator[Spec]:
    """Every figure of the gallery."""
    for kind in KINDS:
        filters = Filters(window=WINDOWS[kind] or span)
        for lang in LANGUAGES:
            for shape in SHAPES:
                yield Spec(kind, shape, lang, filters, march=MARCH if kind == "march" else "")


def reduced(drawn: Drawn, shape: str) -> bytes:
    """The figure as a small PNG."""
    png, _ = files.preview(drawn)
    with Image.open(io.BytesIO(png)) as image:
        small = image.convert("RGB").resize(SIDES[shape], Image.Resampling.LANCZOS)
    held = io.BytesIO()
    small.save(held, "PNG", optimize=True)
    return held.getvalue()


def entry(spec: Spec, file: str, drawn: Drawn) -> str:
    """A picture of the index with its words."""
    title = f"## {spec.kind}, {spec.preset}, {spec.lang}"
    alt = plain(drawn.alt)
    return f"{title}\n\n![{plain(drawn.caption)}]({file})\n\n{alt}\n"


def plain(text: str) -> str:
    """A text in Markdown: nothing in it is a mark."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in text)


if __name__ == "__main__":
    main()
