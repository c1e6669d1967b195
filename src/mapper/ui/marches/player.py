"""Stepping through a march: by buttons, by slider, or played. In order only: no time is made up."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from mapper import playback
from mapper.describe.steps import length as leg_length
from mapper.export import March
from mapper.i18n import Words
from mapper.playback import Moment
from mapper.telling import steps
from mapper.ui.frame import Page
from mapper.ui.marches import picture
from mapper.ui.safe import tag

AT, PLAYING, RESTS, PLAY = "marches_at", "marches_playing", "marches_rests", "marches_play"
TICK_S = 0.3


def played(page: Page, march: March, more: Sequence[tuple[str, str]]) -> None:
    """The map with its controls, beside it the facts (with ``more``) and the steps.

    Only this part runs again while it plays.
    """
    if PLAY not in st.session_state:  # a widget's own: gone once the reader has left the page
        reset()
    ticking = bool(st.session_state[PLAYING])
    part = st.fragment(_part, run_every=TICK_S if ticking else None)
    part(page, march, more, ticking=ticking)


def reset() -> None:
    """Back to the beginning, at rest."""
    st.session_state[AT] = 0
    _rest()


def _part(page: Page, march: March, more: Sequence[tuple[str, str]], *, ticking: bool) -> None:
    """One moment of the march."""
    if ticking != st.session_state[PLAYING]:
        st.rerun()  # a part of a page begins and ends to tick only with the page
    moments = playback.moments(march.legs)
    if ticking:
        _go(st.session_state[AT] + 1, len(moments) - 1)
    at = min(st.session_state[AT], len(moments) - 1)
    left, right = st.columns([1.6, 1])
    with left:
        picture.map_(page, march, moments[at])
        _controls(page.t, moments, playing=ticking)
        st.html(_said(march, moments, at, page.t))
        picture.legend(page, march, is_played=True)
    with right:
        now = moments[at].leg if at else -1
        st.html(steps.facts(march, more, page.t) + steps.numbered(march, page.t, now))


def _controls(t: Words, moments: Sequence[Moment], *, playing: bool) -> None:
    """Back, play, on; and the way as a slider. Each works by keyboard."""
    last = len(moments) - 1
    with st.container(horizontal=True):
        st.button(t("Step back"), key="marches_back", on_click=_turn, args=(moments, -1))
        st.button(
            t("Pause") if playing else t("Play along the line"),
            key=PLAY,
            on_click=_play,
            args=(last,),
        )
        st.button(t("Next step"), key="marches_next", on_click=_turn, args=(moments, 1))
    # A tick that was under way when it came to rest tells of the slider of a moment before: each
    # rest has a slider of its own, which no tick knows.
    key = f"marches_slider_{st.session_state[RESTS]}"
    st.session_state[key] = st.session_state[AT]
    st.select_slider(
        t("How far along the line"),
        range(len(moments)),
        format_func=lambda at: _far(moments, at, t),
        key=key,
        on_change=None if playing else _slid,
        args=(key,),
        disabled=playing,
    )


def _far(moments: Sequence[Moment], at: int, t: Words) -> str:
    """How far they had come; beyond the last length that is said, no more than that.

    The step is in it because Streamlit tells a slider's values apart by their words.
    """
    moment = moments[at]
    if not at:
        return t("start")
    length = leg_length(moment.walked_m, t)
    told = t("over {length}", length=length) if moment.is_open else length
    return t("step {step}, {length}", step=moment.leg + 1, length=told)


def _turn(moments: Sequence[Moment], by: int) -> None:
    """One step on or back, at rest."""
    st.session_state[AT] = playback.turned(moments, st.session_state[AT], by)
    _rest()


def _play(last: int) -> None:
    """Begin, from the start if the end was reached; or pause."""
    if st.session_state[PLAYING]:
        _rest()
        return
    if st.session_state[AT] >= last:
        st.session_state[AT] = 0
    st.session_state[PLAYING] = True


def _slid(key: str) -> None:
    """To where the slider was put."""
    st.session_state[AT] = st.session_state[key]


def _rest() -> None:
    """Play no more."""
    if st.session_state.get(PLAYING, True):
        st.session_state[RESTS] = st.session_state.get(RESTS, 0) + 1
    st.session_state[PLAYING] = False


def _go(at: int, last: int) -> None:
    """To a moment; at the last one it rests."""
    st.session_state[AT] = min(at, last)
    if at >= last:
        _rest()


def _said(march: March, moments: Sequence[Moment], at: int, t: Words) -> str:
    """The step in words, for eyes and ears, and what is known of its time (HTML)."""
    moment = moments[at]
    if not at:
        told = t("At the start: {place}.", place=march.start or t("unknown"))
    else:
        told = t(
            "Step {step} of {count}: {where}.",
            step=moment.leg + 1,
            count=len(march.legs),
            where=steps.where(march, moment.leg, t),
        )
    if at == len(moments) - 1:
        told += " " + t("Here the line ends.")
    live = f'<div role="status" aria-live="polite">{tag("p", told, "step")}</div>'
    return live + tag("p", _clock(march, at, t), "credit")


def _clock(march: March, at: int, t: Words) -> str:
    """A time only where the document gives one."""
    if march.hour and not at:
        return t("{hour}: the start of the event, as the document gives it.", hour=march.hour)
    if march.hour:
        return t("Order only: the document gives no time after the start.")
    return t("Order only: the document gives no times.")
