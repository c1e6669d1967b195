"""The geocodes of schools of the National Center for Education Statistics (NCES EDGE)."""

from __future__ import annotations

import pandas as pd

from mapper.gazetteer.loaders.california import high_by_name
from mapper.gazetteer.loaders.columns import Names
from mapper.gazetteer.loaders.draft import Sieve, filled

NAME = "Federal school geocodes"
PREFIX = "nces"
LICENCE = "Public domain (US government work)"
_PLACE = {"name", "street", "city", "state", "stfip", "nmcnty"}
# Public schools, private schools, and colleges: one file each, alike but for the id.
MARKS = tuple(frozenset({*_PLACE, own}) for own in ("ncessch", "ppin", "unitid"))
COLUMNS: Names = {
    "name": ("name",),
    "lon": ("geometrylon", "lon"),
    "lat": ("geometrylat", "lat"),
    "address": ("street",),
    "postal_city": ("city",),
    "state": ("state",),
    "county": ("nmcnty",),
    "id": ("ncessch", "ppin", "unitid"),
    "college": ("unitid",),
    "year": ("schoolyear",),
}


def tidy(raw: pd.DataFrame) -> Sieve:
    """The rows in the columns of a draft. The files hold open schools only, and no grades."""
    sieve = Sieve(raw)
    high = pd.Series("school", index=raw.index).mask(high_by_name(raw["name"]), "high_school")
    kinds = high.mask(raw["college"] != "", "university") if "college" in raw else high
    sieve.rows = filled(raw.assign(kind=kinds))
    return sieve


def as_of(rows: pd.DataFrame) -> str:
    """The school year of the file, "" where it has none."""
    return str(rows["year"].max()) if "year" in rows else ""
