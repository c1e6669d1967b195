"""The open event: its facts, its sources, and the events around it."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from mapper import describe, links, select, telling
from mapper.ui import cite, state
from mapper.ui.frame import Page
from mapper.ui.safe import md, tag


def event(page: Page, shown: pd.DataFrame) -> None:
    """Everything that is known of the open event, and the way to those before and after it.

    Args:
        page: the open page.
        shown: the rows that the filters leave, in time.
    """
    t, events = page.t, page.data.events
    found = events[events["event_id"] == page.choice.event]
    if found.empty:
        return
    row = found.iloc[0].to_dict()
    st.subheader(md(describe.title(row, t)), anchor=False)
    if select.matching(found, page.choice.filters).empty:
        said = t("This event is outside the dates and filters that you chose.")
        st.html(tag("p", said, "credit"))
    own = telling.belongings(page.data, [row["event_id"]])
    st.html(f'<dl class="facts">{telling.event(row, own, t)}</dl>')
    _marches(page, row)
    cite.cite(page, row, own.reports.get(row["event_id"], ()))
    _others(page, row)
    _ways(page, select.on_map(shown)["event_id"].tolist())


def _ways(page: Page, ids: list[str]) -> None:
    """Buttons to the events before and after in time, and out."""
    t, here = page.t, page.choice.event
    at = ids.index(here) if here in ids else None
    ways = {
        t("Previous"): ids[at - 1] if at else "",
        t("Next"): ids[at + 1] if at is not None and at + 1 < len(ids) else "",
    }
    with st.container(horizontal=True):
        for label, other in ways.items():
            st.button(
                label,
                key=f"to-{label}",
                disabled=not other,
                on_click=state.change,
                kwargs={"event": other},
            )
        out = {"event": "", "together": ()}
        st.button(t("Close"), key="close", on_click=state.change, kwargs=out)


def _marches(page: Page, row: describe.Row) -> None:
    """The way to each march of the event that has a line; by its end, where there are several."""
    t, routes = page.t, page.data.routes
    drawn = routes["route_id"].isin(page.data.options.marches)
    own = routes[drawn & (routes["event_id"] == row["event_id"])].to_dict("records")
    for route in own:
        label = t("Open the march")
        if len(own) > 1:
            label = t("Open the march to {end}", end=route["end_place"])
        carried = links.params(replace(page.choice, march=route["route_id"]), page.data.span)
        st.page_link("pages/marches.py", label=md(label), query_params=carried)


def _others(page: Page, row: describe.Row) -> None:
    """Events at the same place, of the same series, and rows that say the same."""
    t, events = page.t, page.data.events
    own = events["event_id"] != row["event_id"]
    together = events[own & events["event_id"].isin(page.choice.together)]
    found = {t("Selected together"): together, **telling.others(row, events, t)}
    for heading, rows in found.items():
        _list(page, heading, rows)


def _list(page: Page, heading: str, rows: pd.DataFrame) -> None:
    """Events as buttons that open them."""
    if rows.empty:
        return
    with st.expander(md(f"{heading} ({len(rows)})"), expanded=len(rows) <= FEW):
        for row in rows.to_dict("records"):
            label = f"{describe.when(row, page.t)}: {describe.title(row, page.t)}"
            st.button(
                md(label),
                key=f"{heading}-{row['event_id']}",
                type="tertiary",
                on_click=state.change,
                kwargs={"event": row["event_id"]},
            )


FEW = 3
