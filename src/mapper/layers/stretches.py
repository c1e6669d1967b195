"""The pieces of a street, as far as the committed table of crossings knows it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mapper.knowledge import committed


def known(geo: Path) -> Callable[[str], list[list[list[float]]]]:
    """The name of a street to its pieces (pairs of longitude and latitude); [] if unknown.

    Raises:
        DataError: a table of ``geo`` cannot be read.
    """
    *_, streets = committed(geo).walks

    def pieces(name: str) -> list[list[list[float]]]:
        found = streets.stretch(name.partition(" at ")[0])
        edges = found.graph.edges(data="line") if found else ()
        return [line.round(5).tolist() for *_, line in edges]

    return pieces
