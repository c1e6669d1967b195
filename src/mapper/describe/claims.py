"""Claims and their verdicts in words."""

from __future__ import annotations

from collections.abc import Mapping

from mapper.claims import Claim, Finding, Quantity, Run, Unit
from mapper.i18n import N_, Words
from mapper.model import SizeRange

VERDICTS = {
    "supported": N_("Supported: at least this is recorded."),
    "within": N_("Within the range of what is recorded."),
    "above": N_("Above everything recorded."),
    "below": N_("Below what is recorded: there was more."),
    "cannot_tell": N_("Cannot tell."),
}
UNITS: dict[Unit, str] = {
    "students": N_("students"),
    "people": N_("people"),
    "campuses": N_("schools that walked out"),
    "events": N_("events"),
    "walkouts": N_("walkouts"),
    "marches": N_("marches"),
    "rallies": N_("rallies"),
    "cities": N_("cities"),
    "arrests": N_("arrests"),
    "days": N_("days with events"),
    "streak": N_("days in a row"),
}
# What is not known, and could change a verdict: the values of ``missing``.
MISSING = {
    "unread": N_("A part of the claim was not understood, so nothing was compared."),
    "unsized": N_("Some crowds have no size; they may be what is missing."),
    "undated": N_("Some events are known only to several days."),
    "series": N_("A document also speaks of events together that have no row of their own."),
    "mixed": N_("Crowds in which students were among others are not counted as students."),
    "implied": N_("Some days follow only from a count of days; no document describes them."),
    "differ": N_("The documents disagree on the days."),
}
CENSUS = N_("The catalogue holds what its documents report; it is no census.")


def claimed(quantity: Quantity, t: Words) -> str:
    """What is claimed: number and unit."""
    return t("{size} {unit}", size=t.size(quantity.size), unit=t(UNITS[quantity.unit]))


def recorded(finding: Finding, t: Words) -> str:
    """What the catalogue holds."""
    if finding.recorded == SizeRange(None, None):
        return t("nothing recorded")
    size = t.size(finding.recorded)
    if finding.quantity.unit not in ("students", "people", "arrests"):
        return size
    return t(
        "{size}, from {sized} of {crowds} crowds",
        size=size,
        sized=t.number(finding.known),
        crowds=t.number(finding.total),
    )


def missing(finding: Finding, t: Words) -> list[str]:
    """What is not known, in sentences."""
    return [*(t(MISSING[str(code)]) for code in finding.missing), t(CENSUS)]


def run(found: Run, titles: Mapping[str, str], t: Words) -> str:
    """The days in a row of one document."""
    days = t.n("{count} day in a row", "{count} days in a row", found.days)
    title = titles.get(found.source_id, found.source_id)
    return t("{title}: {days}, {window}", title=title, days=days, window=t.window(found.window))


def understood(claim: Claim, t: Words) -> str:
    """What was read: where and when."""
    where = claim.area.name if claim.area else t("everywhere in the catalogue")
    when = t.window(claim.window) if claim.window else t("all dates")
    said = t("Read as: {where}, {when}.", where=where, when=when)
    if claim.unread:
        said += " " + t("Not understood: {words}.", words="; ".join(claim.unread))
    return said
