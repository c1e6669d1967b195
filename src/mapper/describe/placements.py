"""One answer about a place, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mapper.describe.lengths import span
from mapper.describe.words import REASONS, RULES, WHY_NOT
from mapper.i18n import Words
from mapper.model import Placement

# Rules that answer on a rung of their own; all others answer on the place's.
OWN_RUNGS = ("stretch", "coordinates", "coordinates_swapped", "decision", "online", "home")


def rung(found: Placement) -> str:
    """What answered: a rung of the ladder, or one of ``OWN_RUNGS``; "" if nothing did."""
    if found.place is None:
        return ""
    return found.rule.removesuffix("_swapped") if found.rule in OWN_RUNGS else found.place.rung


def reason(found: Placement, t: Words) -> str:
    """How the answer was reached, or why there is none, with what it could have meant."""
    said = t(RULES[found.rule])
    if found.left:
        said += " " + t("Left over: “{words}”.", words=found.left)
    if found.place is None and found.candidates:
        rivals = "; ".join(
            f"{rival.name} ({t(WHY_NOT[rival.why_not])}, {rival.place_id})"
            for rival in found.candidates
        )
        said += " " + rivals
    return said


def placed_by(row: Mapping[Any, Any], t: Words) -> str:
    """The words of the place, the rule that placed them, who decided, and whose answer it is."""
    if not row["rule"]:
        return ""
    said = t("“{words}”. {rule}", words=row["place_text"], rule=t(RULES[str(row["rule"])]))
    return " ".join(part for part in (said, row["reason"], row["attribution"]) if part)


def movement(route: Mapping[Any, Any], t: Words) -> str:
    """The words of a route, and the line that they gave or why they gave none.

    Args:
        route: a row of the placed routes with its ``words``.
        t: the reader's language.
    """
    words = t("“{words}”", words=route["words"])
    if route["reason"]:
        return t("{words}. No line: {reason}", words=words, reason=t(REASONS[str(route["reason"])]))
    length = span(route["length_low_m"], route["length_high_m"], t)
    if route["certainty"] == "stated":
        count = int(route["legs_stated"])
        return t.n(
            "{words}. Line along {count} named street, {length}.",
            "{words}. Line along {count} named streets, {length}.",
            count,
            words=words,
            length=length,
        )
    return t(
        "{words}. Inferred line: from {start} toward {end}, {length} if the way was direct.",
        words=words,
        start=route["start_place"],
        end=route["end_place"],
        length=length,
    )
