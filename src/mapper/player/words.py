"""The words of the map in time, with what the browser fills in left open."""

from __future__ import annotations

from typing import Any

from mapper import describe
from mapper.catalog.schema import KINDS
from mapper.i18n import N_, Words

HOMES = {
    "fit": N_("Fit to what is shown"),
    "la": N_("Back to Los Angeles"),
    "us": N_("United States"),
}
MODES = {
    "": N_("Dates"),
    "day": N_("This day"),
    "week": N_("7 days"),
    "sofar": N_("So far"),
}
HANDLES = {
    "first": N_("First day"),
    "last": N_("Last day"),
    "move": N_("Move the dates"),
}
LEGEND = {
    "cells": N_("cell: how many events are in it; choose one to come closer"),
    "mixed": N_("several kinds at one place"),
    "stack": N_("number: several events at one place"),
    "area": N_("open mark in a disc: known only to that area"),
    "stretch": N_("broad line: somewhere along that street"),
    "pale": N_("pale ring: may lie outside these dates"),
    "crowd": N_("disc: middle of the crowd, ring: its high end; none: size unknown"),
    "solid": N_("solid: the words name the street"),
    "dashed": N_("dashed: only the ends of a march are known"),
}
# Single strings, filled by the browser where they have {names}.
SAID = {
    "map": N_("map"),
    "map_help": N_(
        "Map. Arrow keys move it, plus and minus zoom, N and P open the next and the previous"
        " event, space plays."
    ),
    "play": N_("Play"),
    "pause": N_("Pause"),
    "back": N_("A step back"),
    "forward": N_("A step on"),
    "modes_label": N_("What is shown of the dates"),
    "speed": N_("Speed"),
    "loop": N_("Again from the start"),
    "skip": N_("Skip empty days"),
    "several": N_("Select several"),
    "save": N_("Save as a picture"),
    "present": N_("Present"),
    "leave": N_("Leave (Esc)"),
    "scale": N_("{km} km ({miles} mi)"),
    "days": N_("{first} to {last}"),
    "caption": N_("{when}: {what}."),
    "nothing": N_("{when}: no event."),
}


def of(t: Words) -> dict[str, Any]:
    """Every string of the map in one language; those that count in both numbers."""
    return {
        **{name: t.raw(text) for name, text in SAID.items()},
        "homes": _told(HOMES, t),
        "modes": _told(MODES, t),
        "handles": _told(HANDLES, t),
        "legend": _told(LEGEND, t),
        "kinds": [t(describe.KINDS[kind]) for kind in KINDS],
        "events": t.forms("{count} event", "{count} events"),
        "places": t.forms("at {count} place", "at {count} places"),
        "campuses": t.forms("{count} campus", "{count} campuses"),
        "firsts": t.forms(
            "{count} campus for the first time", "{count} campuses for the first time"
        ),
        "fresh": t.forms(
            "{count} of them new on the last day", "{count} of them new on the last day"
        ),
        "loose": t.forms(
            "{count} of them may lie outside these dates",
            "{count} of them may lie outside these dates",
        ),
        "more": t.forms("and {count} more", "and {count} more"),
        "pace": t.forms("{count} day a second", "{count} days a second"),
    }


def _told(table: dict[str, str], t: Words) -> dict[str, str]:
    """A table of strings in one language."""
    return {name: t(text) for name, text in table.items()}
