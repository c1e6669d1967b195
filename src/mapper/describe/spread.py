"""The test of a wave in plain words."""

from __future__ import annotations

from mapper.i18n import Words
from mapper.spread.knox import CLOSE_DAYS, CLOSE_KM, FEWEST, Knox


def knox(answer: Knox, t: Words) -> str:
    """Whether near schools walked out near each other in time, more than by chance."""
    if answer.verdict == "cannot_tell":
        return t(
            "Did near schools follow each other more than chance would have it? Cannot tell from"
            " {count} campuses: the test needs {fewest}, on several days.",
            count=t.number(answer.campuses),
            fewest=t.number(FEWEST),
        )
    compared = t(
        "{close} pairs of campuses walked out within {km} km and {days} days of each other; dealing"
        " the days out at random {draws} times gave {expected} on average, and as many or more in"
        " {share} of the deals.",
        close=t.number(answer.close),
        km=t.number(CLOSE_KM),
        days=t.number(CLOSE_DAYS),
        draws=t.number(answer.draws),
        expected=t.number(round(answer.expected, 1)),
        share=t.percent_exact(answer.p),
    )
    more = t(
        "That is more than chance. It does not say why: one call to all of them leaves the same"
        " trace."
    )
    no_more = t(
        "That is not shown to be more than chance; a real wave can be missed (docs/method.md)."
    )
    return f"{compared} {more if answer.verdict == 'more' else no_more}"
