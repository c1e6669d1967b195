"""The marches: one at a time as a line, as steps and as a file; and those that give no line."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from mapper import cards, describe, export, links, passed
from mapper.describe.words import REASONS
from mapper.export import March
from mapper.i18n import Words
from mapper.settings import folders
from mapper.telling import marches as found
from mapper.ui import state
from mapper.ui.frame import Page
from mapper.ui.marches import player, trial
from mapper.ui.panels import html_table
from mapper.ui.safe import md, tag

CHOSEN, LEDGER = "marches_chosen", "placed_routes.geojson"


def chosen(page: Page) -> March | None:
    """The march that the reader chose; ``None`` where no march has a line."""
    t = page.t
    st.html(tag("p", _intro(t), "sentence"))
    marches = {march.route_id: march for march in found.with_line(page.data, page.t)}
    if not marches:
        st.info(t("No march has a line yet."))
        return None
    names = found.names(list(marches.values()))
    st.session_state[CHOSEN] = page.choice.march or next(iter(marches))
    route_id = st.selectbox(
        t("March"),
        list(marches),
        format_func=names.__getitem__,
        key=CHOSEN,
        on_change=_changed,
    )
    return marches[route_id]


def _changed() -> None:
    """Another march begins at its start."""
    state.change(march=st.session_state[CHOSEN])
    player.reset()


def _intro(t: Words) -> str:
    """What the page shows, and what it cannot know."""
    return t(
        "Where marches went, as far as the documents say. A street is drawn only where the words"
        " name it; elsewhere a dashed line joins the two ends."
    )


def show(page: Page, march: March | None) -> None:
    """The march on the map, beside it its steps; below each other on a phone."""
    if march is None:
        return
    player.played(page, march, [_passed(page, march)])
    _ways_on(page, march)


def _passed(page: Page, march: March) -> tuple[str, str]:
    """The campuses beside the named streets, as a fact: its label and its words."""
    t = page.t
    rows = passed.campuses(march.legs, page.data.places, (march.start, march.end))
    said = t(
        "within {metres} m of the named streets; that the march passed their gates is not said",
        metres=t.number(passed.WITHIN_M),
    )
    if not any(leg["certainty"] == "stated" for leg in march.legs):
        told = t("not known: the words name no street")
    elif rows:
        told = f"{', '.join(_campus(row, t) for row in rows)} ({said})"
    else:
        told = t("none known within {metres} m of them", metres=t.number(passed.WITHIN_M))
    return t("Campuses beside the named streets"), told


def _campus(row: passed.Passed, t: Words) -> str:
    """A campus, with its part in the march if it has one."""
    if row.part == passed.START:
        return t("{campus}, its start", campus=row.name)
    return t("{campus}, its end", campus=row.name) if row.part == passed.END else row.name


def _ways_on(page: Page, march: March) -> None:
    """The event on the map, and the march as a file."""
    t = page.t
    carried = links.params(replace(page.choice, event=march.event_id), page.data.span)
    st.page_link("app.py", label=t("Open the event on the map"), query_params=carried)
    card = cards.read(cards.card_of(folders().geo / LEDGER))
    files = (
        (t("Download as GeoJSON"), export.geojson(march, card), "geojson", "application/geo+json"),
        (t("Download as GPX"), export.gpx(march, card), "gpx", "application/gpx+xml"),
    )
    with st.container(horizontal=True):
        for label, content, ending, mime in files:
            name = f"{march.route_id}.{ending}"
            st.download_button(label, content, name, mime, key=ending, on_click="ignore")


def try_out(page: Page) -> None:
    """A description of the reader's own."""
    trial.section(page)


def without_line(page: Page) -> None:
    """The marches that give no line, with their words and the reason."""
    t = page.t
    rows = found.without_line(page.data)
    if not rows:
        return
    heading = t.n("{count} march without a line", "{count} marches without a line", len(rows))
    st.subheader(md(heading), anchor=False)
    table = {
        t("Event"): [f"{describe.title(row, t)}, {describe.when(row, t)}" for row in rows],
        t("Words"): [t("“{words}”", words=row["words"]) for row in rows],
        t("Reason"): [t(REASONS.get(row["reason"], "")) for row in rows],
    }
    st.html(html_table(pd.DataFrame(table)))
