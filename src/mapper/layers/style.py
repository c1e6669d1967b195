"""How marks look: one channel, one meaning (docs/architecture.md, "Look")."""

from __future__ import annotations

from typing import Literal

Theme = Literal["light", "dark"]

# Okabe and Ito's set: told apart by colour-blind readers, and each has a glyph as well.
COLOURS = {
    "walkout": "#d55e00",
    "march": "#0072b2",
    "rally": "#009e73",
    "shutdown": "#cc79a7",
    "strike": "#e69f00",
    "day_of_action": "#e69f00",
    "police_action": "#767676",
    "other": "#767676",
}
GLYPH = {
    "walkout": "walkout",
    "march": "march",
    "rally": "rally",
    "shutdown": "shutdown",
    "strike": "strike",
    "day_of_action": "strike",
    "police_action": "other",
    "other": "other",
}
# Outline of every mark, 3 to 1 on the ground and more; and the paper that an open mark shows.
INK = {"light": "#33302b", "dark": "#f5f3ee"}
PAPER = {"light": "#ffffff", "dark": "#1e2124"}
# Several kinds at one place: no kind's colour.
MIXED = {"light": "#33302b", "dark": "#5c6268"}

SPRITE = "marks.png"  # in static/
# Tone is confidence: the opacity of a mark's fill.
TONES = {"high": 255, "medium": 205, "low": 150}


def rgba(css: str, alpha: int = 255) -> list[int]:
    """A colour written ``#rrggbb`` as four numbers, 0-255."""
    return [*bytes.fromhex(css.removeprefix("#")), alpha]
