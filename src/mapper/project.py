"""A project as it is on disk: every table read, checked and joined, once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from mapper import catalog, gazetteer, ledger, select, totals
from mapper.errors import DataError
from mapper.model import Fault, Window
from mapper.settings import Folders

LINKS = ("parent_id", "duplicate_of")


@dataclass(frozen=True)
class Project:
    """Everything that can be shown. Shared between readers: nothing writes into it.

    ``events``: as :func:`mapper.select.joined` gives them, without those that are kept and not
    shown, of which only the number is told (``hidden``); ``routes`` and ``legs``: as the ledger
    has them, with the words of the whole route; ``sources`` and ``reports``: as
    :class:`mapper.catalog.Catalog` has them; ``places``: the gazetteer; ``faults``: the rows that
    were set aside; ``span``: the first and the last day, earlier protests left out.
    """

    events: pd.DataFrame
    routes: pd.DataFrame
    legs: tuple[dict[str, Any], ...]
    sources: pd.DataFrame
    reports: pd.DataFrame
    places: pd.DataFrame
    faults: tuple[Fault, ...]
    span: Window
    hidden: int


def read(where: Folders) -> Project:
    """Read and join the tables of the folders.

    Raises:
        DataError: a table cannot be read, or there is no event.
    """
    found = catalog.read(where.data)
    every = select.joined(found.events, ledger.read_events(where.geo))
    events = _without_links(select.shown(every).reset_index(drop=True))
    words = found.routes[["route_id", "words"]]
    places, faults = gazetteer.read(where.geo / "gazetteer.csv")
    in_time = events[events["record_type"] != "historical"]
    span = totals.window(in_time) or totals.window(events)
    if span is None:
        raise DataError("table_empty", file="events.csv")
    routes = ledger.with_words(ledger.read_routes(where.geo), words)
    routes = routes[routes["event_id"].isin(events["event_id"])]
    return Project(
        events=events,
        routes=routes,
        legs=tuple(_legs(ledger.read_legs(where.geo), routes)),
        sources=found.sources,
        reports=found.reports[found.reports["event_id"].isin(events["event_id"])],
        places=places,
        faults=(*found.faults, *faults),
        span=span,
        hidden=len(every) - len(events),
    )


def _without_links(events: pd.DataFrame) -> pd.DataFrame:
    """The events without links to rows that are not shown.

    Those of one crowd stay of one crowd: the first of them stands for the row that is not shown.
    """
    known = set(events["event_id"])
    gone = ~events["same_crowd_as"].isin({"", *known})
    own = events.loc[gone, ["event_id", "same_crowd_as"]]
    first = own.groupby("same_crowd_as")["event_id"].transform("first")
    stands = first.where(first != own["event_id"], "").reindex(events.index, fill_value="")
    crowd = events["same_crowd_as"].mask(gone, stands)
    links = {name: events[name].where(events[name].isin(known), "") for name in LINKS}
    return events.assign(same_crowd_as=crowd, **links)


def _legs(legs: list[dict[str, Any]], words: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The drawn legs of the routes, each with the words of its whole route."""
    told = dict(zip(words["route_id"], words["words"], strict=True))
    for leg in legs:
        if leg["route_id"] in told:
            yield {**leg, "route_words": told[leg["route_id"]]}
