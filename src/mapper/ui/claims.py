"""A claim typed or filled in, beside what is recorded."""

from __future__ import annotations

import html

import streamlit as st

from mapper import areas, describe
from mapper.areas import Area
from mapper.claims import Claim, Finding, Quantity, judge, read
from mapper.describe import claims
from mapper.i18n import N_
from mapper.model import SizeRange, Window
from mapper.ui.controls import DATE_FORMATS
from mapper.ui.frame import Page
from mapper.ui.safe import md, tag

TEXT, NUMBER, UNIT, AREA, DAYS = (f"claims_{n}" for n in ("text", "number", "unit", "area", "days"))
# As people write them; shown in the reader's language.
EXAMPLES = (
    N_("12,500 students from 85 schools"),
    N_("three days in a row in Dallas"),
    N_("hundreds of students in Los Angeles on February 4, 2026"),
)
CSS = {"supported": "yes", "within": "part", "above": "no", "below": "no", "cannot_tell": "part"}


def intro(page: Page) -> None:
    """What the page does and by what rules."""
    t = page.t
    said = t(
        "Type a claim. It is set beside what the catalogue holds: arithmetic and stated rules, no"
        " judgment of who is right."
    )
    st.html(tag("p", said, "sentence"))


def asked(page: Page) -> Claim | None:
    """The claim, typed or filled in; the form goes first where it has a number."""
    t = page.t
    text = st.text_input(t("Claim"), key=TEXT, placeholder=t(EXAMPLES[0]), max_chars=300)
    _examples(page)
    with st.expander(t("Or fill in its parts")):
        filled = _form(page)
    if filled:
        return filled
    if not text.strip():
        return None
    return read.claim(text, areas.every(page.data.events))


def _examples(page: Page) -> None:
    """Claims to try."""
    t = page.t

    def put(text: str) -> None:
        st.session_state[TEXT] = text

    with st.container(horizontal=True):
        for example in EXAMPLES:
            said = t(example)
            st.button(
                md(said), key=f"claims-{example}", on_click=put, args=(said,), type="tertiary"
            )


def _form(page: Page) -> Claim | None:
    """Number, unit, area and dates as fields; ``None`` without a number."""
    t, data = page.t, page.data
    found = sorted(set(areas.every(data.events).values()), key=lambda area: area.name)
    left, right = st.columns(2)
    with left:
        number = st.number_input(t("Number"), 1, None, None, key=NUMBER, placeholder=t("Number"))
        area: Area | None = st.selectbox(
            t("Area"),
            [None, *found],
            format_func=lambda one: one.name if one else t("everywhere in the catalogue"),
            key=AREA,
        )
    with right:
        unit = st.selectbox(
            t("Of what"),
            list(claims.UNITS),
            format_func=lambda name: t(claims.UNITS[name]),
            key=UNIT,
        )
        days = st.date_input(
            t("Dates"),
            [],
            min_value=data.span.first,
            max_value=data.span.last,
            format=DATE_FORMATS[t.lang],
            key=DAYS,
        )
    if number is None:
        return None
    window = Window(days[0], days[-1]) if isinstance(days, tuple) and days else None
    size = SizeRange(int(number), int(number))
    return Claim("", (Quantity("", unit, size),), area, window)


def answer(page: Page, claim: Claim | None) -> None:
    """Each part of the claim with its verdict, and what it rests on."""
    t = page.t
    if claim is None:
        return
    st.html(tag("p", claims.understood(claim, t), "credit"))
    if not claim.quantities:
        st.text(t("No number with a unit was found. Write it as in the examples."))
    for finding in judge.judge(claim, page.data.events, page.data.reports):
        _finding(page, finding)


def _finding(page: Page, finding: Finding) -> None:
    """One verdict."""
    t = page.t
    verdict = t(claims.VERDICTS[str(finding.verdict)])
    st.subheader(md(claims.claimed(finding.quantity, t)), anchor=False)
    told = [
        f'<p class="verdict {CSS[finding.verdict]}">{html.escape(verdict)}</p>',
        tag("p", t("Recorded: {recorded}", recorded=claims.recorded(finding, t))),
    ]
    sources = page.data.sources
    titles = dict(zip(sources["source_id"], sources["title"], strict=True))
    told += [tag("p", claims.run(run, titles, t)) for run in finding.runs]
    missing = "".join(tag("li", text) for text in claims.missing(finding, t))
    st.html("".join(told) + tag("p", t("What is missing")) + f"<ul>{missing}</ul>")
    events = page.data.events
    rows = events[events["event_id"].isin(finding.events)]
    if len(rows):
        heading = t.n("{count} event counted", "{count} events counted", len(rows))
        with st.expander(md(heading)):
            st.dataframe(describe.table(rows, t), hide_index=True)
