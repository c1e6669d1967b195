"""The public table: one row an event, as :mod:`mapper.export.columns` describes it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from mapper import select
from mapper.export import credits, guard
from mapper.export.columns import COLUMNS
from mapper.export.shown import Shown

NAMES = [column.name for column in COLUMNS]
# Columns of the catalogue that go out as they are, by the name that they have here.
SAME = {
    "event_id": "eventID", "kind": "eventType", "edtf": "eventDate", "start_time": "eventTime",
    "locality": "stated_city", "place_text": "verbatimLocality", "matched_place": "locality",
    "city": "municipality",
    "state": "stateProvince", "country": "countryCode", "precision": "place_precision",
    "rule": "georeferenceProtocol", "reason": "georeferenceRemarks", "off_map": "no_mark",
    "note": "eventRemarks",
}  # fmt: skip
OWN = [
    "title_en", "title_es", "date_start", "date_end", "date_precision", "date_confidence",
    "date_basis", "timezone", "neighborhood", "county", "record_type", "confidence", "size_low",
    "size_high", "size_text", "size_rule", "participants", "arrests_low", "arrests_high",
]  # fmt: skip
LINKS = {
    "parent_id": "parentEventID",
    "same_crowd_as": "same_crowd_as",
    "duplicate_of": "duplicate_of",
}
DATUM = "EPSG:4326"


@lru_cache(maxsize=1)
def events(shown: Shown) -> pd.DataFrame:
    """The public table; made once for all the files of one archive, and never written into.

    Returns:
        :data:`COLUMNS`, one row for each of ``shown.rows`` in their order: texts without signs
        that XML cannot hold ("" unknown), days as datetime64, counts as ``Int64``, degrees as
        float. Index 0..n-1.

    Raises:
        DataError: a cell holds what is never exported.
    """
    rows = shown.rows
    found = (
        rows[[*SAME, *OWN]]
        .rename(columns=SAME)
        .assign(
            organizations=rows["organizations"].str.replace("|", "; ", regex=False),
            **_place(rows),
            **_links(rows, shown),
            **_told(shown),
            **_file(shown),
        )
    )
    texts = [column.name for column in COLUMNS if column.kind == "text"]
    return found[NAMES].assign(
        **{name: guard.clean(found[name], found["eventID"]) for name in texts}
    )


def _place(rows: pd.DataFrame) -> dict[str, pd.Series]:
    """The point of each row that has a mark, and whether the row is an event of its own."""
    drawn = rows["off_map"] == ""
    counted = rows.index.isin(select.counted(rows).index)
    return {
        "decimalLatitude": rows["lat"].where(drawn),
        "decimalLongitude": rows["lon"].where(drawn),
        "geodeticDatum": pd.Series(DATUM, index=rows.index).where(drawn, ""),
        "coordinateUncertaintyInMeters": rows["uncertainty_m"].astype("Int64").where(drawn),
        "is_counted": pd.Series("no", index=rows.index).mask(counted, "yes"),
    }


def _links(rows: pd.DataFrame, shown: Shown) -> dict[str, pd.Series]:
    """The links to other events; none to a row that is not shown to anybody."""
    known = set(select.shown(shown.project.events)["event_id"])
    return {name: rows[link].where(rows[link].isin(known), "") for link, name in LINKS.items()}


def _told(shown: Shown) -> dict[str, pd.Series]:
    """The documents that speak of each row, by identifier and in words."""
    words = {row["source_id"]: cited(row) for row in shown.sources.to_dict("records")}
    told: dict[str, list[str]] = {}
    for event, source in zip(shown.reports["event_id"], shown.reports["source_id"], strict=True):
        told.setdefault(event, []).append(source)
    own = [told.get(event, []) for event in shown.rows["event_id"]]
    # of a stated type, because without rows there is nothing to tell it by
    return {
        "source_ids": pd.Series(["; ".join(ids) for ids in own], dtype=str),
        "references": pd.Series(
            [" | ".join(map(words.__getitem__, ids)) for ids in own], dtype=str
        ),
    }


def cited(source: Mapping[Any, str]) -> str:
    """A document as a reference: title (publisher, day) and address, as far as known."""
    known = [source[name] for name in ("publisher", "published") if source[name]]
    return " ".join(
        part for part in (source["title"], f"({', '.join(known)})", source["url"]) if part
    )


def _file(shown: Shown) -> dict[str, Any]:
    """What belongs to the file and travels with each row, so that no row is without it."""
    holders, licences = credits.of(shown.rows, shown.project.places)
    digests = shown.snapshot.digests(shown.rows["event_id"])
    return {
        "license": licences,
        "rightsHolder": holders,
        "digest": shown.rows["event_id"].map(digests).fillna("").astype(str),
        "data_hash": shown.hash,
        "date_window": shown.days,
    }
