"""The map and what stands around it: each function draws one thing."""

from __future__ import annotations

import html
from collections.abc import Iterable

import pandas as pd
import streamlit as st

from mapper import describe, layers, markup, select, settings, totals
from mapper.basemap.sheet import TILES
from mapper.i18n import Words
from mapper.layers import style
from mapper.model import Filters
from mapper.ui import chart, controls, player, state
from mapper.ui.chart import TIP
from mapper.ui.event import event
from mapper.ui.frame import Page
from mapper.ui.safe import md, tag

html_table = markup.table
__all__ = ["TIP", "html_table"]
MAP_HEIGHT = 500


def chosen(page: Page) -> pd.DataFrame:
    """The rows that the reader's filters leave."""
    return select.matching(page.data.events, page.choice.filters)


def sentence(page: Page, shown: pd.DataFrame, filters: Filters) -> None:
    """What is shown, in one sentence that could be printed.

    Args:
        page: the open page.
        shown: the rows.
        filters: those that left the rows, for the sentence to say.
    """
    st.html(tag("p", describe.sentence(totals.of(shown), filters, page.t), "sentence"))


def map_and_event(page: Page, shown: pd.DataFrame) -> None:
    """The map; beside it the open event, below it on a phone."""
    with st.container(key="stage", horizontal=True):
        with st.container(key="stage_map"):
            map_(page, shown)
        if page.choice.event:
            with st.container(key="stage_event"):
                event(page, shown)


def map_(page: Page, shown: pd.DataFrame) -> None:
    """The map with its legend: what is drawn it with is known only here."""
    if not settings.wants_chart():
        player.map_(page, MAP_HEIGHT, _credit(page))
        st.html(tag("p", _credit(page), "credit"))
        return
    controls.view(page)
    chart.map_(page, shown, MAP_HEIGHT)
    legend(page, shown)


def legend(page: Page, shown: pd.DataFrame) -> None:
    """What the marks mean; only the kinds that are on the map."""
    t = page.t
    drawn = set(select.on_map(shown)["kind"])
    kinds = [kind for kind in describe.KINDS if kind in drawn]
    items = [_swatch(style.COLOURS[kind], kind, t(describe.KINDS[kind])) for kind in kinds]
    items += [
        _item('<i class="area"></i>', t("open mark in a disc: known only to that area")),
        _item(
            '<i class="crowd"></i>',
            t("disc: middle of the crowd, ring: its high end; none: size unknown"),
        ),
        _item('<i class="street"></i>', t("solid: the words name the street")),
        _item('<i class="route"></i>', t("dashed: only the ends of a march are known")),
    ]
    st.html(f'<div class="legend">{"".join(items)}</div>{tag("p", _credit(page), "credit")}')


def _credit(page: Page) -> str:
    """Whose map this is."""
    t, chosen_tiles = page.t, page.choice.tiles
    if chosen_tiles:
        return t("Map tiles: {credit}.", credit=TILES[chosen_tiles]["attribution"])
    return _own_credit(t)


def _own_credit(t: Words) -> str:
    """Whose our own basemap is."""
    return t(
        "Map: Walkout Mapper, from sources named on the Sources page, among them © OpenStreetMap"
        " contributors and GeoNames."
    )


def own_legend(items: Iterable[tuple[str, str]], t: Words) -> None:
    """The legend of a map on our own basemap: pictures (HTML) with their labels, and the credit."""
    shown = "".join(_item(picture, label) for picture, label in items)
    st.html(f'<div class="legend">{shown}</div>{tag("p", _own_credit(t), "credit")}')


def _swatch(colour: str, kind: str, label: str) -> str:
    """The mark of one kind with its name."""
    x = -layers.GLYPHS.index(style.GLYPH[kind]) * SWATCH_PX
    glyph = f"background:url({settings.static_url(style.SPRITE)}) {x}px 0/auto {SWATCH_PX}px"
    inner = f'<i style="width:{SWATCH_PX}px;height:{SWATCH_PX}px;{glyph}"></i>'
    return _item(f'<i class="mark" style="background:{colour}">{inner}</i>', label)


def _item(picture: str, label: str) -> str:
    """A small picture with its words."""
    return f"<span>{picture}{html.escape(label)}</span>"


SWATCH_PX = 11


def table(page: Page, shown: pd.DataFrame) -> None:
    """The same events as rows, in the same order; a row opens its event."""
    t = page.t
    rows = select.on_map(shown)
    st.subheader(t("The same events as a list"), anchor=False)
    if rows.empty:
        st.text(t("No event has a mark here. Widen the dates, or clear a filter."))
        return
    _rows(page, rows, describe.table(rows, t), "list")


def off_map(page: Page, shown: pd.DataFrame) -> None:
    """What has no mark on the map, with the reason."""
    t = page.t
    rows = select.off_map(shown)
    with st.expander(md(describe.without_point(rows, t))):
        if len(rows):
            st.html(html_table(describe.left_out(rows, t)))
        else:
            st.text(t("Every event has a point."))
        hidden = page.data.hidden
        if hidden:
            said = t.n(
                "{count} row of the data is kept and not shown.",
                "{count} rows of the data are kept and not shown.",
                hidden,
            )
            st.html(tag("p", said, "credit"))


def _rows(page: Page, rows: pd.DataFrame, shown: pd.DataFrame, name: str) -> None:
    """A table whose rows open events. Its key holds the rows, so that no row becomes another."""
    ids = rows["event_id"].tolist()
    key = f"{name}-{page.t.lang}-{hash(tuple(ids))}"

    def open_row() -> None:
        picked = st.session_state[key]["selection"]["rows"]
        state.change(event=ids[picked[0]] if picked else "")

    st.dataframe(
        shown,
        hide_index=True,
        key=key,
        on_select=open_row,
        selection_mode="single-row",
        height="content" if len(ids) < MOST_ROWS else 420,
    )


MOST_ROWS = 12
