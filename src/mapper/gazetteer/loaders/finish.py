"""From the draft of any format to the frame: checked, cleaned, with ids, radii and points."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from mapper import names
from mapper.contract import US_STATES, is_metres
from mapper.crs import WGS84
from mapper.errors import DataError
from mapper.gazetteer.loaders import aliases, positions, radii
from mapper.gazetteer.loaders.draft import KINDS, SCHOOLS, TEXTS, Draft, Sieve
from mapper.gazetteer.loaders.text import SHOWN
from mapper.model import Fault

COLUMNS = (
    "place_id", "name", "kind", "aliases", "lon", "lat", "uncertainty_m", "address",
    "neighborhood", "city", "postal_city", "county", "state", "cdscode", "source",
)  # fmt: skip
# Longer than any name of a place: a cell that runs on is a description or a broken row.
MOST_NAME = 200
# Control signs, and the invisible ones that turn the direction of text or have no width.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]")
BLANKS = re.compile(r"\s\s+")
STATE_CODES = {names.plain(name): code for code, name in US_STATES.items()} | {
    code.lower(): code for code in US_STATES
}
# More faults than rows that can be used, and the file is not what it was taken for.
MOST_FAULTY = 0.5
# What is said then, by the most frequent fault.
MOSTLY = {
    "degrees_form": "mostly_no_numbers",
    "not_in_us": "mostly_outside",
    "position_zero": "mostly_outside",
    "vocabulary": "mostly_no_kind",
}


@dataclass(frozen=True)
class Loaded:
    """What a file gives.

    ``frame`` has ``COLUMNS``, all ``str`` ("" where unknown) but ``lon`` and ``lat`` (WGS 84
    degrees) and ``uncertainty_m`` (metres), which are float; its geometry is the same points, its
    index the line in the file (the header is 1; a file without a header counts from 1).
    ``left_out`` counts the rows that are no fault and still no place, by reason.
    """

    frame: gpd.GeoDataFrame
    faults: tuple[Fault, ...]
    left_out: dict[str, int]
    format: str
    licence: str
    as_of: str


def finish(draft: Draft, crs: str) -> Loaded:
    """Check and complete a draft.

    Raises:
        DataError: the coordinates of most rows, or most rows, cannot be used; or none is left.
    """
    sieve = Sieve(draft.rows)
    sieve.drop("no_coordinates", positions.empty(draft))
    draft = dataclasses.replace(draft, rows=sieve.rows.assign(**_cleaned(sieve.rows)))
    where = positions.read(draft, crs)
    faults = sorted((*draft.faults, *where.faults, *_cell_faults(draft)), key=lambda f: f.row)
    _check_share(draft, faults)
    rows = draft.rows.drop(index=list({fault.row for fault in faults} & set(draft.rows.index)))
    if rows.empty:
        raise DataError("nothing_kept", file=draft.file)
    placed = rows.assign(lon=where.lon, lat=where.lat)
    counted = dict(draft.left_out)
    for reason, count in sieve.left_out.items():
        counted[reason] = counted.get(reason, 0) + count
    frame = _frame(dataclasses.replace(draft, rows=placed))
    return Loaded(frame, tuple(faults), counted, draft.format, draft.licence, draft.as_of)


def _cleaned(rows: pd.DataFrame) -> dict[str, pd.Series]:
    """The texts without unseen signs and double blanks, the state as its two letters."""
    texts = {
        name: pd.Series(_clean(rows[name].tolist()), index=rows.index, dtype=str) for name in TEXTS
    }
    codes = texts["state"].map(
        {state: STATE_CODES.get(names.plain(state), state) for state in texts["state"].unique()}
    )
    return texts | {"state": codes.astype(str)}


def _clean(cells: list[str]) -> list[str]:
    """One column; each text that occurs is cleaned once."""
    known = {cell: BLANKS.sub(" ", UNSEEN.sub(" ", cell)).strip() for cell in set(cells)}
    return [known[cell] for cell in cells]


def _cell_faults(draft: Draft) -> list[Fault]:
    """What is wrong in the other cells."""
    rows = draft.rows
    wrong = {
        ("name", "required"): rows["name"] == "",
        ("name", "name_long"): rows["name"].str.len() > MOST_NAME,
        ("kind", "vocabulary"): ~rows["kind"].isin(KINDS),
        ("state", "state_form"): ~rows["state"].isin([*US_STATES, ""]),
        ("uncertainty_m", "radius"): ~rows["uncertainty_m"].isin(
            [text for text in rows["uncertainty_m"].unique() if not text or is_metres(text)]
        ),
    }
    return [
        Fault(draft.file, row, draft.columns.get(name, name), str(value)[:SHOWN], code)
        for (name, code), which in wrong.items()
        for row, value in zip(rows.index[which].tolist(), rows.loc[which, name], strict=True)
    ]


def _check_share(draft: Draft, faults: list[Fault]) -> None:
    """Refuse a file with faults in most of its rows, by the first of the most frequent reason.

    Raises:
        DataError: more than half of the rows cannot be used.
    """
    faulty = {fault.row for fault in faults}
    if len(faulty) <= MOST_FAULTY * len(faulty | set(draft.rows.index)):
        return
    usual = Counter(fault.code for fault in faults).most_common(1)[0][0]
    first = next(fault for fault in faults if fault.code == usual)
    told = {"row": first.row, "column": first.column, "value": first.value}
    code = MOSTLY.get(usual, "mostly_faulty")
    raise DataError(code, file=draft.file, reason=", ".join(KINDS), **told)


def _frame(draft: Draft) -> gpd.GeoDataFrame:
    """The rows as a frame."""
    rows = draft.rows
    own = pd.to_numeric(rows["uncertainty_m"], errors="coerce")
    table = rows.assign(
        place_id=_ids(draft),
        aliases=_aliases(rows),
        uncertainty_m=own.fillna(radii.usual(rows["kind"], rows["population"])),
        county=rows["county"].where(
            rows["kind"] == "county", rows["county"].str.removesuffix(" County")
        ),
        source=[f"{draft.file} row {row}" for row in rows.index],
    )
    points = gpd.points_from_xy(table["lon"], table["lat"])
    return gpd.GeoDataFrame(table[list(COLUMNS)], geometry=points, crs=WGS84)


def _aliases(rows: pd.DataFrame) -> list[str]:
    """The aliases of the file and, for a school, those that follow from its name."""
    found = rows["aliases"].str.replace(r"\s*[|;]\s*", "|", regex=True).str.strip("|").tolist()
    schools = rows[rows["kind"].isin(SCHOOLS)]
    made = dict(zip(schools.index, aliases.of_schools(schools), strict=True))
    return [
        "|".join(dict.fromkeys([*filter(None, own.split("|")), *made.get(row, ())]))
        for row, own in zip(rows.index, found, strict=True)
    ]


def _ids(draft: Draft) -> list[str]:
    """An id for each row: of the file's own, or of name and city; numbered where repeated."""
    rows = draft.rows
    city = rows["city"].where(rows["city"] != "", rows["postal_city"])
    plain = rows["id"].where(rows["id"] != "", rows["name"] + " " + city)
    slugs = [_slug(f"{draft.prefix} {text}") for text in plain]
    taken, given = set(slugs), dict.fromkeys(slugs, 0)
    return [_numbered(slug, taken, given) for slug in slugs]


def _slug(text: str) -> str:
    """Lower-case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", names.plain(text)).strip("-")


def _numbered(slug: str, taken: set[str], given: dict[str, int]) -> str:
    """The slug itself the first time, then the slug and the next number that is free."""
    given[slug] += 1
    if given[slug] == 1:
        return slug
    while (numbered := f"{slug}-{given[slug]}") in taken:
        given[slug] += 1
    taken.add(numbered)
    return numbered
