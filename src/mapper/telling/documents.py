"""The documents, and the method in a page."""

from __future__ import annotations

import html

import pandas as pd

from mapper import describe
from mapper.i18n import N_, Words
from mapper.markup import link

METHOD = (
    N_(
        "Each document is read twice, independently, by the rules of the codebook; where the two"
        " readings differ, the event's note says so."
    ),
    N_(
        "Dates are windows. “The weekend” is two days, and an event known only to the month is in"
        " every day of it. The slider shows an event when its window touches yours."
    ),
    N_(
        "Sizes are ranges. “Hundreds” is 200–999, “about 40” is 36–44. A total says how many"
        " crowds have a size; a crowd seen at three places counts once; unknown is never 0."
    ),
    N_(
        "A place is never put finer than it was reported. A mark with a white ring is a campus or"
        " a landmark; an open mark in a disc is known only to that area, and the disc has the true"
        " radius. Between two places of one name the event's city decides; if it does not, there"
        " is no mark."
    ),
    N_(
        "A march between two named places is a dashed line: it says that the crowd set out from"
        " one toward the other, not by which streets, nor that it arrived."
    ),
    N_(
        "What several documents report is counted once. A series of events has no mark beside its"
        " own events, and days that follow only from a count have none at all."
    ),
)
NEVER = (
    N_("Names of minors, or an age together with a school, a home area or a family's status"),
    N_("Names of participants, witnesses, volunteers and other private people"),
    N_("Immigration status, ethnicity or religion of a person"),
    N_("E-mail addresses, telephone numbers and personal handles"),
    N_("Homes, places of raids, and sightings of agents"),
    N_("Exits, gates and assembly points inside a campus: a campus has one point"),
    N_("Future gatherings that have not been announced publicly"),
    N_("Sentences of the documents: only short phrases that a number or a place was read from"),
)


def document(source: describe.Row, t: Words) -> str:
    """Title, publisher, day and stance of a document, and how it was dated."""
    publisher = str(source["publisher"]) or t("publisher not named in the document")
    author = f", {source['author']}" if source["author"] else ""
    published = str(source["published"]).replace("/", "–")
    line = f"{publisher}{author} · {published} · {t(describe.STANCES[source['stance']])}"
    dated = t("Dated by: {basis}", basis=source["published_basis"])
    head = f"<b>{link(str(source['url']), str(source['title']))}</b>"
    return f"<p>{head}<br>{html.escape(line)}<br>{html.escape(dated)}</p>"


def supported(told: pd.DataFrame, events: pd.DataFrame, t: Words) -> pd.DataFrame:
    """The entries that a document is the evidence for, where in it, and for which fields."""
    rows = events.merge(told, on="event_id").to_dict("records")
    return pd.DataFrame(
        {
            t("When"): [describe.when(row, t) for row in rows],
            t("What"): [describe.title(row, t) for row in rows],
            t("Paragraph"): [row["locator"] for row in rows],
            t("Evidence for"): [str(row["supports"]).replace("|", ", ") for row in rows],
        }
    )
