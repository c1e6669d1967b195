"""Each word of a description by the part that it plays: coloured, and as a list that says it."""

from __future__ import annotations

import html

from mapper.directions import KINDS, Directions
from mapper.i18n import N_, Words
from mapper.ui.safe import tag

LABELS = {
    "verb": N_("Motion"),
    "street": N_("Streets"),
    "turn": N_("Turns"),
    "heading": N_("Compass words"),
    "place": N_("Places"),
    "link": N_("Words between"),
    "closed": N_("Closed streets, not walked"),
    "unread": N_("Not understood"),
}


def coloured(read: Directions, t: Words) -> str:
    """The description with a colour and a line under the words of each role (HTML)."""
    parts, at = [], 0
    for role in read.roles:
        first, last = role.span
        words = html.escape(read.words[first:last])
        label = html.escape(t(LABELS[role.kind]), quote=True)
        parts.append(html.escape(read.words[at:first]))
        parts.append(f'<span class="role {role.kind}" title="{label}">{words}</span>')
        at = last
    parts.append(html.escape(read.words[at:]))
    return f'<p class="roles" dir="auto">{"".join(parts)}</p>'


def listed(read: Directions, t: Words) -> str:
    """The same as a list: each role that occurs, in its look, and its words (HTML)."""
    rows = []
    for kind in KINDS:
        words = [read.words[slice(*role.span)] for role in read.roles if role.kind == kind]
        if words:
            told = tag("dd", "; ".join(dict.fromkeys(words)))
            rows.append(f'<dt><span class="role {kind}">{html.escape(t(LABELS[kind]))}</span></dt>')
            rows.append(told)
    return f'<dl class="facts by-role">{"".join(rows)}</dl>'
