"""From what the reader gathered to the values that callers get."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from mapper import names
from mapper.directions.drafts import REJOINED, SHARED, Draft
from mapper.directions.legs import (
    INFERRED,
    STATED,
    UNKNOWN,
    Branch,
    Directions,
    Leg,
    Role,
    Span,
)
from mapper.directions.script import Script
from mapper.directions.state import State

_JOINT = re.compile(r"\s+(?:and|y|e|&|/|\+)\s+")


def directions(state: State) -> Directions:
    """All that was read. Without a leg and a closed street, every word counts as unread."""
    branches = _branches(state)
    for draft in state.trail.dropped:
        _forget(state, draft)
    if not branches:
        state.roles = [role if role == "closed" else "unread" for role in state.roles]
    roles = _roles(state)
    unread = tuple(role.span for role in roles if role.kind == "unread")
    return Directions(state.script.text, branches, unread, tuple(state.closed), roles)


def _forget(state: State, draft: Draft) -> None:
    """Words that came to nothing were not understood, but for those that a leg has too."""
    held = {at for leg in state.trail.legs for at in range(leg.first, leg.last + 1)}
    for at in range(draft.first, draft.last + 1):
        if at not in held:
            state.roles[at] = "unread"


def _branches(state: State) -> tuple[Branch, ...]:
    """The way of each group, with what all of them walked before and after."""
    legs = state.trail.legs
    groups = sorted({leg.group for leg in legs} - {SHARED, REJOINED}) or [SHARED]
    found = []
    for group in groups:
        own = _met([leg for leg in legs if leg.group in (SHARED, group, REJOINED)])
        label = state.trail.labels.get(group, "")
        found.append(Branch(tuple(_legs(state.script, own)), label))
    return tuple(branch for branch in found if branch.legs)


def _met(drafts: list[Draft]) -> list[Draft]:
    """The legs, and the corner where all groups met as the end of the leg that came to it."""
    if len(drafts) < len(("leg", "met")) or drafts[-1].group != REJOINED:
        return drafts
    last, met = drafts[-2:]
    known = bool(last.street) and not last.end and met.only_end
    parts = _JOINT.split(met.end)
    if last.street and met.only_end and all(_is_known(last, part) for part in parts):
        return drafts[:-1]
    if known and len(parts) > 1 and any(_is_street(last.street, part) for part in parts):
        return [*drafts[:-2], replace(last, end=met.end)]
    return drafts


def _is_known(last: Draft, name: str) -> bool:
    """Whether a street of a corner is the one that a leg walked, or the one that ended it."""
    return _is_street(last.street, name) or bool(last.end and _is_street(last.end, name))


def _is_street(street: str, name: str) -> bool:
    """Whether two names may be those of one street."""
    return names.street(street).may_be(names.street(name))


def _legs(script: Script, drafts: list[Draft]) -> list[Leg]:
    """Drafts as legs in order: a leg without street and start begins where the last one ended."""
    legs: list[Leg] = []
    for order, draft in enumerate(drafts, 1):
        start = draft.start
        if legs and not start and not draft.street and not legs[-1].toward:
            start = legs[-1].end
        legs.append(_leg(script, draft, order, start))
    return legs


def _leg(script: Script, draft: Draft, order: int, start: str) -> Leg:
    """One draft as a leg."""
    span = (script.tokens[draft.first].start, script.tokens[draft.last].end)
    ended = INFERRED if start and draft.end else UNKNOWN
    return Leg(
        order=order,
        words=script.text[slice(*span)],
        span=span,
        street=draft.street,
        turn=draft.turn,
        heading=draft.heading,
        start=start,
        end=draft.end,
        toward=draft.toward,
        via=tuple(draft.via),
        meeting=draft.meeting,
        area=draft.area,
        certainty=STATED if draft.street else ended,
    )


def _roles(state: State) -> tuple[Role, ...]:
    """The roles of all tokens; those of one piece, and neighbors unread, as one."""
    tokens, found = state.script.tokens, []
    parts = [
        (kind, -1 if kind == "unread" else piece)
        for kind, piece in zip(state.roles, state.pieces, strict=True)
    ]
    for (kind, _), group in groupby(range(len(tokens)), key=parts.__getitem__):
        run = list(group)
        span: Span = (tokens[run[0]].start, tokens[run[-1]].end)
        found.append(Role(span, kind))
    return tuple(found)
