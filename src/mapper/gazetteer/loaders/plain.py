"""Any other table or file of points, its columns named by the user or obvious."""

from __future__ import annotations

import pandas as pd

from mapper.gazetteer.loaders.columns import key
from mapper.gazetteer.loaders.draft import KINDS, Sieve, filled

NAME = "CSV"
PREFIX = "place"
# What others call our kinds, as `columns.key` writes it.
KIND_WORDS = {key(kind): kind for kind in KINDS} | {
    "elementaryschool": "school",
    "middleschool": "school",
    "college": "university",
    "park": "landmark",
    "plaza": "landmark",
    "building": "landmark",
    "place": "landmark",
    "neighbourhood": "neighborhood",
    "town": "city",
    "village": "city",
    "road": "street",
}


def tidy(raw: pd.DataFrame) -> Sieve:
    """The rows in the columns of a draft, their kinds in our words where these are known."""
    rows = filled(raw)
    words = {kind: KIND_WORDS.get(key(kind), kind) for kind in rows["kind"].unique()}
    sieve = Sieve(rows)
    sieve.rows = rows.assign(kind=rows["kind"].map(words).astype(str))
    return sieve
