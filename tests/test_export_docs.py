"""docs/downloads.md is true: every format and every column of the code is in it, and no other."""

from __future__ import annotations

import re

from mapper.export import FORMATS, archive
from mapper.export.columns import COLUMNS, LEGS
from mapper.i18n import words
from mapper.settings import ROOT

TEXT = (ROOT / "docs" / "downloads.md").read_text(encoding="utf-8")


def section(title: str) -> list[str]:
    """The lines of the table of a section."""
    _, _, rest = TEXT.partition(f"## {title}\n")
    return [line for line in rest.partition("\n## ")[0].splitlines() if line.startswith("|")]


def test_the_columns_are_those_of_the_code() -> None:
    t = words("en")
    assert section("Columns of the events") == archive.meanings(COLUMNS, t)
    assert section("Columns of the marches") == archive.meanings(LEGS, t)


def test_the_formats_are_those_of_the_code() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \| \*\*(.+?)\.\*\*", TEXT, re.MULTILINE))
    assert told == {name: form.title for name, form in FORMATS.items()}
