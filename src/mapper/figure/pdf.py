"""A PDF that says what it shows: title, language, words in place of the picture, stamp."""

from __future__ import annotations

import io

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from mapper.figure.stamp import Stamp, dumps
from mapper.i18n import LOCALES

ATTACHED = "walkout-mapper.json"


def finished(drawn: bytes, stamp: Stamp) -> bytes:
    """What matplotlib wrote, with the page as one figure that has alternative text."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn)))
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(LOCALES[stamp.spec.lang].replace("_", "-"))
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(value=True)}
    )
    _described(writer, stamp.alt)
    writer.add_attachment(ATTACHED, dumps(stamp).encode())
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def _described(writer: PdfWriter, alt: str) -> None:
    """Everything on the page is one figure of the document's structure (ISO 32000, 14.8)."""
    page = writer.pages[0]
    contents = page.get_contents()
    drawn = DecodedStreamObject()
    held = b"" if contents is None else contents.get_data()
    drawn.set_data(b"/Figure <</MCID 0>> BDC\n" + held + b"\nEMC\n")
    page[NameObject("/Contents")] = writer._add_object(drawn.flate_encode(level=9))
    page[NameObject("/StructParents")] = NumberObject(0)
    tree = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
    tree_at = writer._add_object(tree)
    figure = writer._add_object(
        DictionaryObject(
            {
                NameObject("/Type"): NameObject("/StructElem"),
                NameObject("/S"): NameObject("/Figure"),
                NameObject("/P"): tree_at,
                NameObject("/Pg"): page.indirect_reference,
                NameObject("/K"): NumberObject(0),
                NameObject("/Alt"): TextStringObject(alt),
            }
        )
    )
    parents = ArrayObject([NumberObject(0), ArrayObject([figure])])
    tree[NameObject("/K")] = ArrayObject([figure])
    tree[NameObject("/ParentTree")] = DictionaryObject({NameObject("/Nums"): parents})
    root = writer.root_object
    root[NameObject("/StructTreeRoot")] = tree_at
    marked = DictionaryObject({NameObject("/Marked"): BooleanObject(value=True)})
    root[NameObject("/MarkInfo")] = marked
