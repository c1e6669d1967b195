"""matplotlib's settings while a figure is made: the same on every machine, and for one at a time.

The settings are one list in a process. Readers share a process: a lock keeps two figures apart.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl

from mapper.figure import fonts

OURS = {
    "font.family": list(fonts.SANS),
    "text.parse_math": False,  # a reader's "$" is a dollar
    "text.usetex": False,
    "text.hinting": "none",  # letters as wide at every resolution: one layout for every format
    "svg.fonttype": "none",  # text stays text
    "svg.hashsalt": "mapper",
    "svg.id": None,
    "pdf.fonttype": 42,  # TrueType: text stays text, and printers take it
    "pdf.compression": 9,
    "path.simplify": False,
    "axes.unicode_minus": True,
}
# What a person's own settings say is left out. The backend is not a matter of looks.
USUAL = {name: value for name, value in mpl.rcParamsDefault.items() if "backend" not in name}
SETTINGS: dict[Any, Any] = {**USUAL, **OURS}
_lock = threading.RLock()


@contextmanager
def fixed() -> Iterator[None]:
    """Make and write a figure in here: texts take some settings when they are made."""
    with _lock, mpl.rc_context(SETTINGS):
        yield
