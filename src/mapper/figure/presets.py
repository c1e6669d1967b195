"""The sizes of figures: exact pixels for posts, exact inches for print, type that stays legible."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Preset:
    """One size. Every length is in points; with 72 dots an inch a point is a pixel.

    ``dpi``: of the PNG. ``is_side``: words beside the picture, else above and below it.
    ``headline`` shrinks to ``least`` before it is cut. ``lines``: how many of the headline and
    of the standfirst. ``head_room`` and ``foot_room``: kept free at the top and at the bottom.
    ``columns``: of the legend. ``small`` is the smallest type of all.
    """

    width: float
    height: float
    dpi: int
    margin: float
    headline: float
    least: float
    standfirst: float
    body: float
    small: float
    label: float
    mark: float
    columns: int
    lines: tuple[int, int]
    is_side: bool = False
    head_room: float = 0.0
    foot_room: float = 0.0

    @property
    def hair(self) -> float:
        """The width of the thinnest line."""
        return self.small / 20

    @property
    def gap(self) -> float:
        """The space between things that belong together."""
        return self.small * 0.6


SIZES = {
    "wide": Preset(
        1600, 900, 72, margin=36, headline=48, least=34, standfirst=24, body=21, small=20,
        label=20, mark=15.5, columns=1, lines=(5, 8), is_side=True,
    ),
    "square": Preset(
        1080, 1080, 72, margin=36, headline=52, least=36, standfirst=25, body=22, small=20,
        label=21, mark=15.5, columns=2, lines=(2, 3),
    ),
    # What a telephone puts over the top and the bottom of a story is kept free.
    "story": Preset(
        1080, 1920, 72, margin=54, headline=72, least=48, standfirst=34, body=29, small=25,
        label=28, mark=19.5, columns=2, lines=(3, 5), head_room=96, foot_room=80,
    ),
    "column": Preset(
        252, 486, 300, margin=10, headline=16, least=12, standfirst=9, body=7.6, small=7,
        label=7.2, mark=5.4, columns=1, lines=(3, 4),
    ),
    "page": Preset(
        612, 792, 300, margin=36, headline=32, least=22, standfirst=12.5, body=9.5, small=8,
        label=9.5, mark=6.3, columns=3, lines=(2, 4),
    ),
}  # fmt: skip
