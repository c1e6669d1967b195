"""Write the present checksum of each table into the card beside it.

    python tools/seal.py

For the cards of ``data/`` and ``geo/`` that people write. The cards of ``placed_*`` are written by
``mapper geocode``, which comes after this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mapper import cards
from mapper.settings import folders

MADE = "placed_"
SEAL = re.compile(r'^sha256 = "[^"]*"$', re.MULTILINE)


def written_by_hand() -> Iterator[Path]:
    """The cards of both folders but those of the ledger, by name."""
    where = folders()
    for folder in (where.data, where.geo):
        yield from sorted(p for p in folder.glob("*.toml") if not p.name.startswith(MADE))


def sealed(card: Path) -> str:
    """The text of a card with the checksum that its file has now.

    Raises:
        SystemExit: the file is gone, or the card has no line for a checksum.
    """
    file = card.with_suffix("")
    if not file.is_file():
        raise SystemExit(f"{card.name} describes {file.name}, which is not there. Remove one.")
    text, count = SEAL.subn(f'sha256 = "{cards.sha256(file)}"', card.read_text("utf-8"), count=1)
    if not count:
        raise SystemExit(f'{card.name} has no line sha256 = "". Add it after licence.')
    return text


def main() -> None:
    """Seal every card and name those that changed."""
    for card in written_by_hand():
        text = sealed(card)
        if text != card.read_text("utf-8"):
            card.write_text(text, "utf-8", newline="\n")
            print(card.name)


if __name__ == "__main__":
    main()
