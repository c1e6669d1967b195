"""Make whole street names out of the columns that hold them."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from mapper.errors import DataError
from mapper.names import lexicon
from mapper.streets.loaders import cells
from mapper.streets.loaders.columns import PARTS, Found, plain
from mapper.streets.loaders.result import Given

# Below this share of rows with a name the column is not one of street names.
NAMED_SHARE = 0.1
# A column is one of directions, or of types, if half of what it says is.
TRUE_SHARE = 0.5
# Columns that are not the publisher's.
OURS = frozenset({"geometry", "feature"})
DIRECTIONS = frozenset(lexicon.DIRECTION_WORDS) | {"no", "so", "o", "nb", "sb", "eb", "wb"}
# More of the United States Postal Service's list of suffixes (Publication 28, appendix C1).
TYPES = frozenset(lexicon.TYPE_WORDS) | frozenset(
    "anx arc bch bnd br brg byp byu cl cmn cor cors cres cswy ct cts ctr cv cove cyn ext fry gdn "
    "gdns gln glen grn grv hbr hl hls holw is jct key kys knl knls la lk lndg loop lp mall mdw ml "
    "mnr mtwy mt oval pass path pike pkwy plz plaza pt ramp rdg ridge rdwy rte run sta ste tl tpke "
    "trce trl trwy tunl turn via vis vista vlg vw wk wlk xing crossing camino paseo".split()
)


def street_names(given: Given, table: gpd.GeoDataFrame, found: Found) -> pd.Series:
    """The name of every row, cleaned; "" where there is none.

    A column of whole names is taken if there is one. Otherwise base name, direction and type are
    joined in the order of writing, unless the base name turns out to have them already.

    Raises:
        DataError: no column holds names, or hardly a row has one.
    """
    mapped = given.options.columns.get("name", "")
    choices = [column for column in ((mapped,) if mapped else found.full) if _told(table, column)]
    if choices:
        return cells.names(table[choices[0]])
    bases = [column for column in found.base if _told(table, column)]
    if mapped or not bases:
        known = ", ".join(str(column) for column in table.columns if column not in OURS)
        code = "names_few" if mapped or found.full or found.base else "name_column_missing"
        raise DataError(code, file=given.file, column=mapped or _any(found), value=known)
    return _composed(table, bases, found)


def _any(found: Found) -> str:
    """The column that should have held the names."""
    return next(iter((*found.full, *found.base)), "")


def _told(table: gpd.GeoDataFrame, column: str) -> bool:
    """Whether enough rows have a name in this column."""
    return bool((cells.names(table[column]) != "").mean() >= NAMED_SHARE)


def _composed(table: gpd.GeoDataFrame, bases: list[str], found: Found) -> pd.Series:
    """The first base column that is whole in itself, or the first with its parts around it."""
    parts = {column: cells.names(table[column]) for column in found.parts if column}
    true = {column: texts for column, texts in parts.items() if _is_true(column, texts)}
    whole = [base for base in bases if _is_whole(cells.names(table[base]), true)]
    if whole or not true:
        return cells.names(table[(whole or bases)[0]])
    base = next((base for base in bases if base not in true), bases[0])
    series = [
        cells.names(table[base]) if not column else true.get(column) for column in found.parts
    ]
    joined = pd.Series("", index=table.index, dtype=object)
    for texts in series:
        if texts is not None:
            joined = joined + " " + texts
    return joined.str.split().str.join(" ").where(cells.names(table[base]) != "", "")


def _is_true(column: str, texts: pd.Series) -> bool:
    """Whether a column named like a part of a name holds what such parts say."""
    part = next(part for part, known in PARTS.items() if _belongs(column, known))
    words = DIRECTIONS if part.endswith("_dir") else TYPES if part == "type" else None
    told = texts[texts != ""].str.casefold().str.strip(". ")
    return not told.empty and (words is None or bool(told.isin(words).mean() >= TRUE_SHARE))


def _belongs(column: str, known: tuple[str, ...]) -> bool:
    """Whether the column's name is one of these, or the start of one."""
    return any(name.startswith(plain(column)) for name in known)


def _is_whole(base: pd.Series, parts: dict[str, pd.Series]) -> bool:
    """Whether the base already says what the columns beside it say."""
    for texts in parts.values():
        both = (texts != "") & (base != "")
        if both.any():
            words = base[both].str.casefold().str.split()
            part = texts[both].str.casefold()
            said = [word in (own[0], own[-1]) for own, word in zip(words, part, strict=True)]
            if sum(said) < TRUE_SHARE * len(said):
                return False
    return bool(parts)
