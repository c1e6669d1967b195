"""What a figure is asked to be, and what it became."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from matplotlib.figure import Figure

from mapper.model import FIGURES, PRESETS, Filters

KINDS = FIGURES
# Half a letter, or a byte that is none: no encoding has it.
SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Spec:
    """Everything that decides how a figure looks, besides the data.

    ``kind``: one of :data:`KINDS`; ``preset``: one of :data:`PRESETS`; ``lang``: "en" or "es";
    ``area``: the name of an area as :func:`mapper.areas.find` knows it, "" for all; ``headline``
    and ``standfirst``: the reader's own words, "" for ours; ``march``: a route id, for the kind
    "march".
    """

    kind: str
    preset: str = "wide"
    lang: str = "en"
    filters: Filters = field(default_factory=Filters)
    area: str = ""
    headline: str = ""
    standfirst: str = ""
    march: str = ""

    def __post_init__(self) -> None:
        """Own words that no file can hold, as a command line may give them, become "\ufffd"."""
        for name in ("headline", "standfirst"):
            object.__setattr__(self, name, SURROGATE.sub("\ufffd", getattr(self, name)))


@dataclass(frozen=True)
class Drawn:
    """A figure with its words.

    ``alt``: every fact that is drawn, as text; ``caption``: one or two sentences to print under
    it; ``events``: the identifiers of the events that are drawn or counted in it; ``notices``:
    what was cut, in sentences for the reader.
    """

    figure: Figure
    alt: str
    caption: str
    events: tuple[str, ...]
    notices: tuple[str, ...] = ()


__all__ = ["KINDS", "PRESETS", "Drawn", "Spec"]
