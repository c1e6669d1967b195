"""Any place text to an answer on the page: the form, the answers as a table, map and file."""

from __future__ import annotations

import html
from typing import Literal

import pandas as pd
import streamlit as st

from mapper import batch, describe, disk, i18n, places
from mapper.contract import US_STATES
from mapper.describe.words import RULES, WHY_NOT
from mapper.i18n import N_, Words
from mapper.model import Candidate, Context
from mapper.ui import cache, upload
from mapper.ui.frame import Page
from mapper.ui.places import pasted, picture
from mapper.ui.safe import md, tag

TEXT, CITY, STATE, FILE, ASKED = (
    f"places_{name}" for name in ("text", "city", "state", "file", "asked")
)
HOME = Context("Los Angeles", "CA")
# One of each kind of answer, as people write them: no words of ours, so in no catalogue.
EXAMPLES = (
    "Olympic and Alvarado",
    "steps of City Hall",
    "esquina de Soto y Primera",
    "Cesar Chavez Ave between Soto and Evergreen",
    "Lincoln HS; Lincoln Park",
    "a home in Boyle Heights",
    "Springfield",
)
MOST_ROWS, MOST_MB = 500, 5
RESULTS = {"placed": N_("Placed"), "ambiguous": N_("Ambiguous"), "not_found": N_("Not found")}


def intro(page: Page) -> None:
    """What the page does, and what becomes of the texts."""
    t = page.t
    said = t(
        "Write places as people write them, in English or Spanish. Each gets a position and a"
        " radius that holds it, or the reason why it has none."
    )
    kept = t("What you enter is not stored, not sent to any service and not put in the address.")
    st.html(tag("p", said, "sentence") + tag("p", kept, "credit"))


def form(page: Page) -> pd.DataFrame | None:
    """The fields, and the rows that were asked for; ``None`` until something was.

    The texts are kept by their fields alone: Streamlit drops them when the reader leaves the page.

    Raises:
        DataError: a pasted or uploaded table is not a well-formed one.
    """
    t = page.t
    if TEXT not in st.session_state:
        st.session_state.update({TEXT: "", CITY: HOME.city, STATE: HOME.state, ASKED: False})
    # white on the dark theme's own blue cannot be read
    look: Literal["primary", "secondary"] = "primary" if page.theme == "light" else "secondary"
    with st.form("places_form", border=False, enter_to_submit=False):
        left, right = st.columns([1.7, 1])
        with left:
            _text(t)
        with right:
            file = _context_and_file(t)
        with st.container(horizontal=True):
            st.form_submit_button(t("Find"), key="places_find", type=look, on_click=_ask)
            st.form_submit_button(t("Show examples"), key="places_examples", on_click=_examples)
    return _rows(t, file) if st.session_state[ASKED] else None


def _ask() -> None:
    """Answer what the fields hold."""
    st.session_state[ASKED] = True


def _examples() -> None:
    """Fill in the examples, and ask for them."""
    st.session_state.update({TEXT: "\n".join(EXAMPLES), CITY: HOME.city, STATE: HOME.state})
    _ask()


def _text(t: Words) -> None:
    """The texts, with room for as many as the fields beside them are high."""
    st.text_area(
        t("Places, one a line"),
        key=TEXT,
        height=236,
        placeholder=EXAMPLES[0],
        help=t(
            "Or paste a table from a spreadsheet. Its first line names its columns: place_text,"
            " and if you have them locality and state."
        ),
    )


def _context_and_file(t: Words) -> tuple[str, bytes] | None:
    """Where the places are, and a table of them; gives its name and content."""
    st.text_input(t("City"), key=CITY, placeholder=t("Unknown"))
    st.selectbox(
        t("State"),
        ["", *US_STATES],
        format_func=lambda code: US_STATES.get(code) or t("Unknown"),
        key=STATE,
    )
    label = t("Or a table (CSV or TSV, at most {size} MB)", size=MOST_MB)
    return upload.file(label, ["csv", "tsv"], MOST_MB, FILE, t)


def _rows(t: Words, file: tuple[str, bytes] | None) -> pd.DataFrame:
    """The rows of the text and of the file.

    Raises:
        DataError: one of them is a table, and not a well-formed one.
    """
    context = Context(st.session_state[CITY].strip(), st.session_state[STATE])
    parts = [pasted.rows(st.session_state[TEXT], context, t("The pasted table"))]
    if file:
        name, raw = file
        parts.append(pasted.upload(raw, context, name))
    return pd.concat(parts, ignore_index=True).fillna("")


def answers(page: Page, asked: pd.DataFrame | None) -> None:
    """What was found, in a sentence, on the map, as a table and as a file."""
    t = page.t
    if asked is None:
        return
    if asked.empty:
        st.info(t("There is no place to find yet. Write one on a line, or show the examples."))
        return
    if len(asked) > MOST_ROWS:
        st.error(md(_too_many(t)))
        return
    knows = cache.knowledge()
    for fault in knows.faults:
        if fault.code == "local_broken":
            st.warning(md(i18n.fault_line(fault, t)))
    found = batch.table(asked, knows.known, t)
    st.html(tag("p", _sentence(found, t), "sentence"))
    picture.map_(page, found)
    st.html(_html(found, knows.known, t) + _credits(found, knows.known))
    content = disk.as_csv(found)
    st.download_button(t("Download as CSV"), content, "places.csv", "text/csv", on_click="ignore")


def _too_many(t: Words) -> str:
    """What a larger table needs."""
    return t(
        "This page takes at most {count} places at a time. For more, run on your computer:"
        " mapper place --batch IN.csv OUT.csv",
        count=t.number(MOST_ROWS),
    )


def _sentence(found: pd.DataFrame, t: Words) -> str:
    """How many texts have which result."""
    counts = found["status"].value_counts()
    said = t(
        "{placed} placed, {ambiguous} ambiguous, {not_found} not found",
        **{status: t.number(int(counts.get(status, 0))) for status in batch.STATUSES},
    )
    return t.n("{count} place text: {said}.", "{count} place texts: {said}.", len(found), said=said)


def _html(found: pd.DataFrame, known: places.Known, t: Words) -> str:
    """The answers as a table; on a phone each row is a block, and still a row to the ear."""
    names = (t("Text"), t("Result"), t("Place"), t("Precision"), t("Radius"), t("Reason"))
    head = "".join(f'<th role="columnheader" scope="col">{html.escape(n)}</th>' for n in names)
    body = "".join(_line(names, _cells(row, known, t)) for row in found.to_dict("records"))
    return (
        '<table class="plain answers" role="table"><thead role="rowgroup"><tr role="row">'
        f'{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def _line(names: tuple[str, ...], cells: tuple[str, ...]) -> str:
    """One row: the text is its heading, and each cell carries its column's name for phones."""
    first, *rest = map(html.escape, cells)
    told = "".join(
        f'<td role="cell" data-label="{html.escape(name)}">{cell}</td>'
        for name, cell in zip(names[1:], rest, strict=True)
    )
    return f'<tr role="row"><th role="rowheader" scope="row" dir="auto">{first}</th>{told}</tr>'


def _cells(row: describe.Row, known: places.Known, t: Words) -> tuple[str, ...]:
    """One answer as a reader sees it."""
    text, result = picture.short(row["place_text"]), t(RESULTS[str(row["status"])])
    if row["status"] != "placed":
        return text, result, "", "", "", _reason(row, known, t)
    precision = t(describe.PRECISIONS[str(row["precision"])])
    radius = picture.radius(row["uncertainty_m"], t)
    return text, result, row["matched_name"], precision, radius, row["reason"]


def _reason(row: describe.Row, known: places.Known, t: Words) -> str:
    """Why there is no answer, with what it could have been; by city and state, not by id."""
    if row["rule"] not in RULES:
        return str(row["reason"])
    text, city, state = (row[name].strip() for name in batch.WANTED)
    found = places.locate(text, Context(city, places.state_code(state) or state), known)
    left = t("Left over: “{words}”.", words=found.left) if found.left else ""
    rivals = "; ".join(_rival(rival, known, t) for rival in found.candidates)
    return " ".join(part for part in (t(RULES[found.rule]), left, rivals) if part)


def _rival(rival: Candidate, known: places.Known, t: Words) -> str:
    """A place that was meant, or could have been."""
    place = known.place(rival.place_id)
    where = [place.city, place.state] if place else []
    name = ", ".join(dict.fromkeys(part for part in (rival.name, *where) if part))
    return f"{name} ({t(WHY_NOT[rival.why_not])})"


def _credits(found: pd.DataFrame, known: places.Known) -> str:
    """What online services ask to be said of answers that they once gave, if there are any."""
    online = set(found.loc[found["rule"] == "online", "matched_name"])
    said = {credit for place, credit in known.answers.values() if place.name in online}
    return tag("p", " ".join(sorted(said)), "credit") if said else ""
