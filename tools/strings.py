"""Bring src/mapper/locale up to date with the strings in the code.

    python tools/strings.py

Strings that are gone are dropped, new ones come in: English as it stands, Spanish empty, for a
person to write. ``tests/test_i18n.py`` says what is missing.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
LOCALES = ("en_US", "es_US")
# A fixed time: the same strings give the same bytes.
WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
KEYWORDS = {"t": None, "N_": None, "n": (1, 2), "forms": (1, 2)}


def found() -> Catalog:
    """Every marked string of the package, in the order of the files."""
    catalogue = Catalog(charset="utf-8")
    source = ROOT / "src" / "mapper"
    method = [("**.py", "python")]
    for file, _, message, _, _ in extract_from_dir(str(source), method, keywords=KEYWORDS):
        catalogue.add(message, locations=[(f"src/mapper/{file}", 1)])
    return catalogue


def update(locale: str, template: Catalog) -> None:
    """Write one catalogue, keeping what is translated."""
    path = ROOT / "src" / "mapper" / "locale" / f"{locale}.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale=locale)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.creation_date = catalogue.revision_date = WRITTEN
    catalogue.project, catalogue.last_translator = "Walkout Mapper", "Walkout Mapper"
    for message in catalogue:
        if locale == "en_US" and message.id:
            message.string = message.id
        message.locations = [(file, 0) for file in sorted({file for file, _ in message.locations})]
    with path.open("wb") as file:
        write_po(
            file, catalogue, width=100, omit_header=False, include_lineno=False, sort_by_file=True
        )


if __name__ == "__main__":
    for name in LOCALES:
        update(name, found())
