"""The events in the shape of the Crowd Counting Consortium's table, with sizes by its rules.

Columns and their order are those of its compiled table of 2021 and later: ccc_data_dictionary.md
and data_compilation/ccc_compiler_2024.R of nonviolent-action-lab/crowd-counting-consortium, opened
on 22 November 2026 in stored copies (commits 8d0f1ab9 and 583eee46). What this project does not
code stays empty: nothing is guessed. Its own columns follow at the end.
"""

from __future__ import annotations

import pandas as pd

from mapper import select
from mapper.export import table
from mapper.export.shown import Shown
from mapper.totals.codebooks import reread

COLUMNS = (
    "date", "locality", "state", "location_detail", "online", "type", "title", "macroevent",
    "actors", "organizations", "participants", "claims", "valence", "issues", "issues_major",
    "size_text", "size_low", "size_high", "size_mean", "size_cat", "arrests", "arrests_any",
    "injuries_crowd", "injuries_crowd_any", "injuries_police", "injuries_police_any",
    "property_damage", "property_damage_any", "chemical_agents", "participant_measures",
    "police_measures", "participant_deaths", "police_deaths",
)  # fmt: skip
AFTER = (
    "notes", "lat", "lon", "resolved_locality", "resolved_county", "resolved_state", "fips_code",
)  # fmt: skip
# What of our own table goes along, so that a row can be found again and is never without terms.
OURS = (
    "eventID", "eventDate", "coordinateUncertaintyInMeters", "place_precision", "license",
    "rightsHolder", "data_hash", "date_window",
)  # fmt: skip
FEWEST_SOURCES = 3
# Upper ends of the orders of magnitude of size_cat, from 1; 0 is unknown.
ORDERS = (100, 1_000, 10_000)


def events(shown: Shown) -> pd.DataFrame:
    """The events, one row each. What is no event of its own has no place in this shape.

    A row has a ``date`` only where it is known to one day; ``eventDate`` has the window.

    Raises:
        DataError: a cell holds what is never exported.
    """
    ours = table.events(shown)
    kept = shown.rows.index.isin(select.counted(shown.rows).index)
    rows, ours = shown.rows[kept], ours[kept]
    filled = {**_what(ours), **_sizes(rows), **_arrests(rows), **_sources(ours, shown)}
    sources = [name for name in filled if name.startswith("source_")]
    found = ours[list(OURS)].assign(**filled)
    return found.reindex(columns=[*COLUMNS, *sources, *AFTER, *OURS]).reset_index(drop=True)


def _what(ours: pd.DataFrame) -> dict[str, pd.Series]:
    """Day, place and kind. ``online`` is 0: every row of ours is at a place on the ground."""
    is_day = ours["date_start"] == ours["date_end"]
    actors = ours["organizations"] + "; " + ours["participants"]
    return {
        "date": ours["date_start"].where(is_day),
        "locality": ours["stated_city"],
        "state": ours["stateProvince"],
        "location_detail": ours["verbatimLocality"],
        "online": pd.Series(0, index=ours.index),
        "type": ours["eventType"].str.replace("_", " "),
        "title": ours["title_en"],
        "actors": actors.str.strip("; "),
        "organizations": ours["organizations"],
        "participants": ours["participants"],
        "size_text": ours["size_text"],
        "notes": ours["eventRemarks"],
        "lat": ours["decimalLatitude"],
        "lon": ours["decimalLongitude"],
        "resolved_locality": ours["municipality"],
        "resolved_county": ours["county"],
        "resolved_state": ours["stateProvince"].where(ours["municipality"] != "", ""),
    }


def _sizes(rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Sizes as that codebook reads the same words (:mod:`mapper.totals.codebooks`)."""
    read = reread(rows, "ccc")
    low, high = read["size_low"], read["size_high"]
    mean = ((low + high) / 2).fillna(low).round().astype("Int64")
    orders = sum(((mean >= end).fillna(False).astype(int) for end in ORDERS), start=1)
    return {
        "size_low": low,
        "size_high": high,
        "size_mean": mean,
        "size_cat": pd.Series(orders, index=rows.index).where(mean.notna(), 0),
    }


def _arrests(rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Arrests as a text, "24-99" where only a range is known; empty, and not 0, where unknown."""
    low, high = (rows[f"arrests_{end}"].astype(str).replace("<NA>", "") for end in ("low", "high"))
    known = low.where(low == high, low + "-" + high).where(rows["arrests_low"].notna(), "")
    return {
        "arrests": known,
        "arrests_any": rows["arrests_low"].ge(1).astype("Int64"),
    }


def _sources(ours: pd.DataFrame, shown: Shown) -> dict[str, pd.Series]:
    """A column a document: its address, or what is known of it where it has none."""
    told = {
        row["source_id"]: row["url"] or table.cited(row) for row in shown.sources.to_dict("records")
    }
    own = [[told[one] for one in ids.split("; ") if one] for ids in ours["source_ids"]]
    most = max([FEWEST_SOURCES, *map(len, own)])
    return {
        f"source_{number + 1}": pd.Series(
            [ids[number] if number < len(ids) else "" for ids in own], index=ours.index, dtype=str
        )
        for number in range(most)
    }
