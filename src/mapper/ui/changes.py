"""What changed between two states of the data; and the releases as a dated log of corrections."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from mapper import links, origin
from mapper.describe import changes as in_words
from mapper.describe.changes import Said
from mapper.errors import MapperError
from mapper.i18n import message
from mapper.snapshots import Snapshot, releases
from mapper.snapshots.releases import Release
from mapper.ui import history, state, upload
from mapper.ui.frame import Page
from mapper.ui.safe import md, tag

SINCE, UNTIL, FILE = "changes_since", "changes_until", "changes_file"
MOST_MB = 64
FILES = ["png", "svg", "pdf", "html"]
# Of a group: beyond that, the command line lists them.
MOST_EVENTS = 200


def asked(page: Page) -> tuple[str, str] | None:
    """The two states that the reader compares, "" the data as they now are; none without releases.

    Where nothing was chosen, the first is the newest release that is not what the data now are.
    """
    t, found = page.t, history.every()
    if not found:
        said = t("No release of the data has been made yet, so there is nothing to compare.")
        st.html(tag("p", said, "sentence"))
        return None
    names = list(dict.fromkeys(release.name for release in reversed(found)))
    now = history.state("").name
    before = page.choice.since or next((name for name in names if name != now), names[0])
    before = _of_file(page, names) or before
    # Columns stand below each other on a phone.
    left, right = st.columns(2)
    with left:
        _pick(page, t("From"), SINCE, names, before)
    with right:
        _pick(page, t("To"), UNTIL, ["", *names], page.choice.until)
    return before, page.choice.until


def _of_file(page: Page, names: list[str]) -> str:
    """The release behind a file that the reader gives; "" where there is none, with the reason."""
    t = page.t
    with st.expander(t("Since a figure or a file taken home was made")):
        label = t("The file (PNG, SVG, PDF or HTML, at most {size} MB)", size=MOST_MB)
        given = upload.file(label, FILES, MOST_MB, FILE, t)
        if given is None:
            return ""
        file, held = given
        try:
            name = origin.data_of(held, file)
            if name == history.state("").name:
                st.text(t("The data have not changed since this file was made."))
                return ""
            return releases.behind(name, file, names)
        except MapperError as error:
            st.warning(md(message(error, t)))
            return ""


def _pick(page: Page, label: str, key: str, names: list[str], chosen: str) -> None:
    """One of the two states."""
    labels = {release.name: _label(page, release) for release in history.every()}
    st.session_state[key] = chosen
    st.selectbox(
        label,
        names,
        format_func=lambda name: labels.get(name, page.t("The data as they now are")),
        key=key,
        on_change=lambda: state.change(**{key.removeprefix("changes_"): st.session_state[key]}),
    )


def _label(page: Page, release: Release) -> str:
    """A release in one line."""
    return f"{page.t.day(release.day)} · {release.note(page.t.lang)} · {release.name[:6]}"


def show(page: Page, states: tuple[str, str] | None) -> None:
    """What was added, corrected, moved and withdrawn, in a sentence and event by event."""
    if states is None:
        return
    t = page.t
    before, after = map(history.state, states)
    if before.name == after.name:
        said = t("Nothing changed: both are the same data, {name}.", name=after.name)
        st.html(tag("p", said, "sentence"))
        return
    summary = in_words.summary(history.since(*states), t)
    st.html(
        tag(
            "p",
            t(
                "From {before} to {after}: {changes}.",
                before=before.name,
                after=after.name,
                changes=summary,
            ),
            "sentence",
        )
    )
    for name in in_words.GROUPS:
        _group(page, name, before, after)


def _group(page: Page, name: str, before: Snapshot, after: Snapshot) -> None:
    """The events of one group."""
    t, told = page.t, in_words.group(name, before, after, page.t)
    if not told:
        return
    st.subheader(md(f"{t(in_words.GROUPS[name])} ({t.number(len(told))})"), anchor=False)
    st.html("".join(_event(page, said) for said in told[:MOST_EVENTS]))
    if len(told) > MOST_EVENTS:
        more = t.n(
            "{count} more is not listed here; mapper changes lists all.",
            "{count} more are not listed here; mapper changes lists all.",
            len(told) - MOST_EVENTS,
        )
        st.html(tag("p", more, "credit"))


def _event(page: Page, said: Said) -> str:
    """One event with its fields (HTML)."""
    t = page.t
    head = f"{tag('b', said.title)}<br>{tag('span', said.what)}"
    if not said.fields:
        return f'<div class="change"><p>{head}</p></div>'
    names = "".join(tag("th", name) for name in (t("Field"), t("Before"), t("After")))
    rows = "".join(
        f"<tr>{tag('th', label)}{tag('td', was)}{tag('td', now)}</tr>"
        for label, was, now in said.fields
    )
    table = f'<table class="plain"><thead><tr>{names}</tr></thead><tbody>{rows}</tbody></table>'
    return f'<div class="change"><p>{head}</p><div class="wide">{table}</div></div>'


def log(page: Page) -> None:
    """The releases, the newest first, each with its note, its counts and the way to its changes."""
    t, found = page.t, history.every()
    st.subheader(t("Corrections"), anchor=False)
    if not found:
        st.text(t("No release of the data has been made yet."))
        return
    if found[-1].name != history.state("").name:
        st.html(
            tag(
                "p",
                t(
                    "Since the last release: {changes}.",
                    changes=in_words.summary(history.since(found[-1].name), t),
                ),
            )
        )
        _way(page, found[-1].name, "")
    befores = ["", *(release.name for release in found)]
    for before, release in reversed(list(zip(befores, found, strict=False))):
        _release(page, before, release)


def _release(page: Page, before: str, release: Release) -> None:
    """One line of the log."""
    t = page.t
    events = len(history.state(release.name).entries)
    counts = t.n("{count} entry", "{count} entries", events)
    if before:
        counts += "; " + in_words.summary(history.since(before, release.name), t)
    head = tag("b", t.day(release.day))
    line = tag("span", f"{release.note(t.lang)} ({counts}; {release.name})")
    st.html(f"<p>{head}<br>{line}</p>")
    if before:
        _way(page, before, release.name)


def _way(page: Page, since: str, until: str) -> None:
    """The way to what changed."""
    carried = links.params(replace(page.choice, since=since, until=until), page.data.span)
    with st.container(key=f"way-{since}-{until}"):
        st.page_link(history.PAGE, label=page.t("What changed"), query_params=carried)
