"""What an export is of: exactly the rows that a reader sees, and the words that belong to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas as pd

from mapper import areas, i18n, select
from mapper.areas import Area
from mapper.i18n import Words
from mapper.model import Card, Filters, Window
from mapper.project import Project
from mapper.snapshots import Snapshot

# Of the data's name, in the name of a file: enough for a person to compare.
SHORT = 8


@dataclass(frozen=True, eq=False)
class Shown:
    """A project, and what of it a reader sees.

    ``card``: that of the ledger's lines, whose terms and day are those of the files. ``events``:
    the identifiers that a page narrows the filters to, all where ``None``, and ``only`` says so
    in words. ``lang``: "en" or "es".
    """

    project: Project
    snapshot: Snapshot
    card: Card
    filters: Filters = field(default_factory=Filters)
    area: Area | None = None
    events: frozenset[str] | None = None
    only: str = ""
    lang: str = "en"

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The rows that are shown, on the map or below it; none that is hidden. Index 0..n-1."""
        found = areas.within(select.matching(self.project.events, self.filters), self.area)
        found = found[found["off_map"] != "hidden"]
        if self.events is not None:
            found = found[found["event_id"].isin(self.events)]
        return found.reset_index(drop=True)

    @property
    def words(self) -> Words:
        """The reader's language."""
        return i18n.words(self.lang)

    @property
    def window(self) -> Window:
        """The days that were asked for; those of the data where none were."""
        return self.filters.window or self.project.span

    @property
    def days(self) -> str:
        """The same as an interval of ISO 8601."""
        return "/".join(day.isoformat() for day in self.window)

    @property
    def hash(self) -> str:
        """The name of all of the data, of which these are a part."""
        return self.snapshot.name

    @property
    def stem(self) -> str:
        """What a file of it is called, without its ending."""
        first, last = self.window
        return f"walkouts_{first}_{last}_{self.hash[:SHORT]}"

    @property
    def as_of(self) -> date:
        """The day of the data: files are dated by it, so that the same data give the same bytes."""
        return self.card.retrieved

    @cached_property
    def reports(self) -> pd.DataFrame:
        """Which document speaks of which of the events, each pair once."""
        pairs = self.project.reports[["event_id", "source_id"]].drop_duplicates()
        return pairs[pairs["event_id"].isin(set(self.rows["event_id"]))]

    @cached_property
    def sources(self) -> pd.DataFrame:
        """The documents that speak of the events, in order of their day."""
        known = self.project.sources
        told = known[known["source_id"].isin(set(self.reports["source_id"]))]
        return told.sort_values(["published", "source_id"], ignore_index=True)
