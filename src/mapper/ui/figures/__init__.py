"""A figure chosen, looked at, copied and taken home."""

from __future__ import annotations

import base64
import html
from dataclasses import replace
from functools import partial

import streamlit as st

from mapper.errors import MapperError
from mapper.figure.presets import SIZES
from mapper.figure.spec import KINDS, PRESETS, Spec
from mapper.i18n import N_, Words, message
from mapper.telling import marches
from mapper.ui import cache, history, state
from mapper.ui.figures import drawn
from mapper.ui.figures.drawn import Shown
from mapper.ui.frame import LANGUAGES, Page
from mapper.ui.safe import md, tag

KIND, PRESET, MARCH, HEADLINE, STANDFIRST = (
    f"figures_{name}" for name in ("kind", "preset", "march", "headline", "standfirst")
)
KIND_NAMES = {
    "map": N_("Map of these dates"),
    "days": N_("Small maps, one a day"),
    "arrival": N_("Campuses by their first day"),
    "march": N_("One march, step by step"),
    "cities": N_("People, city by city"),
    "grid": N_("Campuses and days"),
    "timeline": N_("Events in time"),
}
PRESET_NAMES = {
    "wide": N_("Wide, {width} × {height} pixels"),
    "square": N_("Square, {width} × {height} pixels"),
    "story": N_("Story for a phone, {width} × {height} pixels"),
    "column": N_("Column of a newspaper, {width} × {height} in"),
    "page": N_("Page, {width} × {height} in"),
}
MOST_LETTERS, POINTS_AN_INCH = {HEADLINE: 300, STANDFIRST: 1_000}, 72


def intro(page: Page) -> None:
    """What the page is for."""
    t = page.t
    said = t(
        "A figure for print or post, of the dates and the kinds that you choose. It says itself"
        " what it shows, what it leaves out, and from which data it is."
    )
    st.html(tag("p", said, "sentence"))


def asked(page: Page) -> Spec:
    """What the reader chose, as a figure to draw."""
    left, right = st.columns(2)
    with left:
        _kind(page)
        _preset(page)
        march = _march(page) if page.choice.figure == "march" else ""
    with right:
        headline, standfirst = _own_words(page.t)
    return Spec(
        kind=page.choice.figure,
        preset=page.choice.preset,
        lang=page.t.lang,
        filters=page.choice.filters,
        headline=headline,
        standfirst=standfirst,
        march=march,
    )


def _kind(page: Page) -> None:
    """What it shows."""
    t = page.t
    st.session_state[KIND] = page.choice.figure
    st.selectbox(
        t("What it shows"),
        KINDS,
        format_func=lambda name: t(KIND_NAMES[name]),
        key=KIND,
        on_change=lambda: state.change(figure=st.session_state[KIND]),
    )


def _preset(page: Page) -> None:
    """Its shape."""
    st.session_state[PRESET] = page.choice.preset
    st.selectbox(
        page.t("Its shape"),
        PRESETS,
        format_func=partial(_size, t=page.t),
        key=PRESET,
        on_change=lambda: state.change(preset=st.session_state[PRESET]),
    )


def _size(name: str, t: Words) -> str:
    """A shape with its size: in pixels for screens, in inches for print."""
    preset = SIZES[name]
    sides = [preset.width, preset.height]
    if preset.dpi != POINTS_AN_INCH:
        sides = [round(side / POINTS_AN_INCH, 1) for side in sides]
    width, height = map(t.number, sides)
    return t(PRESET_NAMES[name], width=width, height=height)


def _march(page: Page) -> str:
    """Which march; the reader's choice of the page Marches."""
    t = page.t
    names = marches.names(marches.with_line(page.data, page.t))
    if not names:
        st.info(t("No march has a line yet."))
        return ""
    st.session_state[MARCH] = page.choice.march or next(iter(names))
    chosen: str = st.selectbox(
        t("March"),
        list(names),
        format_func=names.__getitem__,
        key=MARCH,
        on_change=lambda: state.change(march=st.session_state[MARCH]),
    )
    return chosen


def _own_words(t: Words) -> tuple[str, str]:
    """The reader's own headline and standfirst."""
    ours = t("Leave it empty for ours")
    headline = st.text_input(
        t("Headline"), key=HEADLINE, placeholder=ours, max_chars=MOST_LETTERS[HEADLINE]
    )
    standfirst = st.text_area(
        t("Standfirst"),
        key=STANDFIRST,
        placeholder=ours,
        max_chars=MOST_LETTERS[STANDFIRST],
        height=90,
    )
    return headline.strip(), standfirst.strip()


def preview(page: Page, spec: Spec) -> Shown | None:
    """The figure as it will be; ``None`` where it cannot be drawn, with the reason told."""
    try:
        shown = drawn.shown(spec)
    except MapperError as error:
        st.warning(md(message(error, page.t)))
        return None
    held = base64.b64encode(shown.png).decode()
    width, height = shown.size
    alt = html.escape(shown.alt, quote=True)
    source = f'src="data:image/png;base64,{held}" width="{width}" height="{height}"'
    st.html(f'<p class="figure {spec.preset}"><img {source} alt="{alt}"></p>')
    for notice in shown.notices:
        st.warning(md(notice))
    return shown


def files(page: Page, spec: Spec, shown: Shown | None) -> None:
    """The figure as a file: for screens, for a designer, for print."""
    if shown is None:
        return
    t = page.t
    labels = {
        "png": t("PNG, for the web"),
        "svg": t("SVG, to edit"),
        "pdf": t("PDF, for print"),
    }
    with st.container(horizontal=True):
        for fmt, label in labels.items():
            st.download_button(
                label,
                partial(drawn.written, spec, fmt),
                f"{_name(page, spec)}.{fmt}",
                drawn.MIMES[fmt],
                key=f"figures-{fmt}",
                on_click="ignore",
            )
        st.download_button(
            t("ZIP, with data, method and sources"),
            partial(drawn.package, spec, _name(page, spec)),
            f"{_name(page, spec)}.zip",
            "application/zip",
            key="figures-zip",
            on_click="ignore",
        )


def _name(page: Page, spec: Spec) -> str:
    """The name of a file: what it is, of which days, in which language."""
    window = spec.filters.window or page.data.span
    return f"{spec.kind}-{window.first}-{window.last}-{spec.preset}-{spec.lang}"


def words(page: Page, spec: Spec, shown: Shown | None) -> None:
    """Caption and alternative text in both languages, each with a button that copies it."""
    if shown is None:
        return
    t = page.t
    st.subheader(t("Caption and alternative text"), anchor=False)
    said = t("Copy them beside the picture, wherever you put it. The files hold them too.")
    st.html(tag("p", said, "credit"))
    for lang, tab in zip(LANGUAGES, st.tabs(list(LANGUAGES.values())), strict=True):
        with tab:
            told = shown if lang == spec.lang else drawn.shown(replace(spec, lang=lang))
            for label, text in ((t("Caption"), told.caption), (t("Alternative text"), told.alt)):
                st.html(tag("p", label, "step"))
                st.code(text, language=None, wrap_lines=True, height="content")


def origin(page: Page, spec: Spec, shown: Shown | None) -> None:
    """Which data the figure is from, the way back to it, and how to check it later."""
    if shown is None:
        return
    t = page.t
    st.subheader(t("Where it comes from"), anchor=False)
    named = t("The name of the data: {name}.", name=cache.snapshot().name)
    back = t(
        "This link leads back to the same dates, kinds and shape; your own headline and standfirst"
        " are in the file alone."
    )
    st.html(tag("p", f"{named} {back}"))
    st.code(history.pin(page.choice, page.data.span).url, language=None, wrap_lines=True)
    later = t("Whether a file is still what the data give is told by:")
    st.html(tag("p", later))
    st.code(f"mapper figure --verify {_name(page, spec)}.png", language=None, wrap_lines=True)
