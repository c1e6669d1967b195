"""Everything in one ZIP: data, marches, sources, method, terms, columns explained, checksums."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from mapper import i18n
from mapper.export import about, ccc, places, routes, sheet, table, workbook
from mapper.export.columns import COLUMNS, LEGS, VOCABULARIES, Column
from mapper.export.march import lines, tracks
from mapper.export.shown import Shown
from mapper.i18n import Words
from mapper.settings import ROOT

CHECKSUMS = "SHA256SUMS"
# The method and the terms, as the project has them.
DOCUMENTS = {
    "METHOD.md": "docs/method.md",
    "CODEBOOK.md": "docs/codebook.md",
    "LICENSE-DATA.md": "LICENSE-DATA.md",
    "NOTICE": "NOTICE",
}
# A document's columns: whoever wrote it is named on the Sources page, and nowhere else.
SOURCES = ["source_id", "publisher", "title", "published", "url", "language", "stance"]
# The mode of the files inside, in the upper half as zip has it.
READABLE = 0o644 << 16
UNIX = 3


def archive(shown: Shown, figures: Mapping[str, bytes] | None = None) -> bytes:
    """The archive; all of its dates are that of the data.

    Args:
        shown: what it is of.
        figures: files to add, by name: pictures of the same data.

    Raises:
        DataError: a cell holds what is never exported.
    """
    files = {**_data(shown), **_words(shown), **(figures or {})}
    sums = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name, content in [*sorted(files.items()), (CHECKSUMS, sums.encode())]:
            made.writestr(_entry(f"{shown.stem}/{name}", shown), content)
    return held.getvalue()


def _entry(name: str, shown: Shown) -> zipfile.ZipInfo:
    """One file inside, dated by the data."""
    day = shown.as_of
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, UNIX
    entry.external_attr = READABLE
    return entry


def _data(shown: Shown) -> dict[str, bytes]:
    """The same rows in several formats, and the marches."""
    marches = routes.marches(shown)
    return {
        "events.csv": sheet.csv(table.events(shown)),
        "events-ccc.csv": sheet.csv(ccc.events(shown)),
        "events.geojson": places.geojson(shown),
        "events.xlsx": workbook.xlsx(shown),
        "marches.csv": sheet.csv(routes.legs(shown)),
        "marches.geojson": lines(marches, shown.card, places.foreign(shown)).encode(),
        "marches.gpx": gpx(shown),
        "sources.csv": sheet.csv(shown.sources[SOURCES]),
    }


def gpx(shown: Shown) -> bytes:
    """The marches as GPX; what else is shown, and why a march has no line, is told in words."""
    t = shown.words
    only = t("This file holds the lines of marches only.")
    told = "\n".join([about.text(shown), only, *routes.without_line(shown)])
    return tracks(routes.marches(shown), shown.stem, shown.card, told).encode()


def _words(shown: Shown) -> dict[str, bytes]:
    """What the files are, what the columns mean, the method and the terms."""
    documents = {name: (ROOT / path).read_bytes() for name, path in DOCUMENTS.items()}
    return documents | {"README.md": readme(shown).encode()}


def readme(shown: Shown) -> str:
    """What the archive is and what its columns mean, in the reader's language, then the other."""
    first = shown.words
    other = i18n.words("es" if first.lang == "en" else "en")
    return "\n".join([f"# {shown.stem}", "", *_read(shown, first), "", *_read(shown, other)])


def _read(shown: Shown, t: Words) -> Iterator[str]:
    """One language of it."""
    told = about.lines(replace(shown, lang=t.lang))
    yield from (f"- {label}: {text}" for label, text in told)
    for title, columns in ((t("Events"), COLUMNS), (t("Marches"), LEGS)):
        yield from ("", f"## {title}", "", *meanings(columns, t))


def meanings(columns: Sequence[Column], t: Words) -> list[str]:
    """The columns as a table of Markdown."""
    told = [f"| `{column.name}` | {t(column.meaning)} | {_linked(column)} |" for column in columns]
    head = " | ".join([t("Column"), t("Meaning"), t("Term of")])
    return [f"| {head} |", "|---|---|---|", *told]


def _linked(column: Column) -> str:
    """Whose term a column is, as a link; nothing where it is our own."""
    return f"[{VOCABULARIES[column.term]}]({column.url})" if column.term else ""
