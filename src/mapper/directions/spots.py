"""A place told before its verb: "At Fifth they turned left", "On Ord they headed east"."""

from __future__ import annotations

from mapper.directions import effects
from mapper.directions.nouns import STREETS
from mapper.directions.state import State


def use_spot(state: State, at: int, kind: str) -> None:
    """Use the place that stood before the verb: "Students at Lincoln High walked out"."""
    if state.spot is None:
        return
    lead, spot = state.spot
    on_street = lead.value == "on" and spot.kind in STREETS and kind in ("walk", "move", "on")
    aimed = kind in ("walk", "move") and state.script.cue(at + 1).kind == "heading"
    say = _AT_SPOT.get(kind) or (effects.to_street if on_street else None)
    if lead.value == "at" and aimed:  # "At Main Street they went north"
        say = effects.at_turn
    if say is None:
        return
    state.spot = None
    state.mark(lead)
    now = state.trail.now
    say(state, at, spot)
    if now:
        now.first = min(now.first, lead.first)
    state.verb = kind


_AT_SPOT: dict[str, effects.Say] = {
    "turn": effects.at_turn,
    "leave": effects.to_start,
    "begin": effects.to_start,
    "gather": effects.to_end,
    "finish": effects.to_end,
}
