"""The GeoNames dump of a country: 19 columns without a header, two million rows, in pieces.

The columns and the codes of features are those of https://download.geonames.org/export/dump/.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import IO

import pandas as pd

from mapper.contract import US_STATES
from mapper.errors import DataError
from mapper.gazetteer.loaders.california import high_by_name
from mapper.gazetteer.loaders.columns import Names
from mapper.gazetteer.loaders.content import Content
from mapper.gazetteer.loaders.draft import Draft, Sieve, filled

NAME = "GeoNames"
PREFIX = "geonames"
LICENCE = "CC BY 4.0 (GeoNames)"
WIDTH = 19
# Which of the 19 are read, by their number from 0.
READ = {
    0: "id", 1: "name", 3: "aliases", 4: "lat", 5: "lon", 6: "class", 7: "code", 8: "country",
    10: "state", 11: "district", 14: "population", 18: "changed",
}  # fmt: skip
# How the file calls the columns that a fault may be in.
COLUMNS = {"name": "name", "lat": "latitude", "lon": "longitude", "state": "admin1 code"}
WANTED: Names = {name: (name,) for name in READ.values()}
FIRST_LINE = re.compile(rb"\d+\t(?:[^\t\r\n]*\t){3}-?[\d.]+\t-?[\d.]+\t[A-Z]?\t")
# Rows in memory at once: about 100 MB.
PIECE = 200_000
# Places of people; those of the past (PPLH, PPLQ, PPLW, PPLCH) are none today.
CITIES = "PPL PPLA PPLA2 PPLA3 PPLA4 PPLA5 PPLC PPLF PPLG PPLL PPLR PPLS STLMT".split()
SCHOOLS = "SCH SCHA SCHL SCHM SCHN SCHT UNIP".split()
UNIVERSITIES = "UNIV SCHC".split()
# Buildings and spots where people can gather. Left out: towers, mines, wells, farms, dams, camps.
BUILDINGS = """
    ADMF AIRP AMTH ARCH ATHF BDG BLDG BLDO BUSTN CH CMTY CSNO CSTL CTHSE CTRB CTRCM CTRF CTRM CTRR
    CVNT DIP FCL FT GDN HSP HSPC HTL LIBR MALL MKT MLM MNMT MSQE MTRO MUS OPRA PAL PIER PLZA PO PP
    PRN PS RECG RECR RLGR RSRT RSTN RSTP SHRN SQR STDM SYG THTR TMPL TRANT USGE VETF WALL ZOO
""".split()
PARKS = "AMUS CMN CTRB MILB PRK".split()
KINDS = (
    {f"P.{code}": "city" for code in CITIES}
    | {f"S.{code}": "school" for code in SCHOOLS}
    | {f"S.{code}": "university" for code in UNIVERSITIES}
    | {f"S.{code}": "landmark" for code in BUILDINGS}
    | {f"L.{code}": "landmark" for code in PARKS}
    | {"P.PPLX": "neighborhood", "A.ADM2": "county"}
)
PAST = ("P.PPLH", "P.PPLQ", "P.PPLW", "P.PPLCH", "A.ADM2H")
PAST_NAME = "(historical)"
# Letters of Western languages, so that a search in English or Spanish can meet them.
LATIN = re.compile(r"[ -~\u00a0-\u024f\u1e00-\u1eff\u2019]+")
# "LAX" and "KLAX" name an airport's ticket or its radio call, and not the city.
AIRPORT = re.compile(r"[A-Z]{3,4}")
MOST_ALIASES = 20
COUNTY_WORDS = re.compile(
    r" (?:County|Parish|Borough|Census Area|Municipality|City and Borough|Planning Region)$"
)


def is_dump(found: Content) -> bool:
    """Whether the first line is one of GeoNames."""
    first = found.head.partition(b"\n")[0]
    return first.count(b"\t") == WIDTH - 1 and bool(FIRST_LINE.match(first))


def read(found: Content) -> Draft:
    """Read the places of the United States from a dump.

    Raises:
        DataError: a line is not one of GeoNames, or the last one breaks off.
    """
    file = found.path.name
    left_out: Counter[str] = Counter()
    kept = []
    as_of = ""
    with found.opened() as stream:
        for piece in _pieces(file, stream):
            sieve = _sifted(piece)
            left_out.update(sieve.left_out)
            as_of = max(as_of, str(piece["changed"].max()))
            kept.append(sieve.rows)
    rows = _tidy(pd.concat(kept))
    return Draft(file, rows, COLUMNS, NAME, PREFIX, LICENCE, as_of, dict(left_out))


def _pieces(file: str, stream: IO[bytes]) -> Iterator[pd.DataFrame]:
    """The rows, index the line from 1, so many at a time."""
    reader = pd.read_csv(
        stream,
        sep="\t",
        header=None,
        names=range(WIDTH),
        usecols=list(READ),
        dtype=str,
        na_filter=False,
        quoting=3,
        encoding="utf-8",
        encoding_errors="replace",
        skip_blank_lines=False,
        chunksize=PIECE,
    )
    piece = pd.DataFrame()
    try:
        for cells in reader:
            piece = cells.rename(columns=READ).set_axis(cells.index + 1)
            yield piece.fillna("")
    except pd.errors.ParserError as error:
        raise DataError("file_not_csv", file=file, reason=str(error)) from error
    if not str(piece["changed"].iloc[-1]):
        raise DataError("file_truncated", file=file)


def _sifted(piece: pd.DataFrame) -> Sieve:
    """The rows that are places of today in the United States, with their kind."""
    codes = piece["class"] + "." + piece["code"]
    sieve = Sieve(piece.assign(kind=codes.map(KINDS), code=codes))
    sieve.drop("not_us", sieve.rows["country"] != "US")
    is_past = sieve.rows["code"].isin(PAST)
    sieve.drop("historical", is_past | sieve.rows["name"].str.endswith(PAST_NAME))
    sieve.drop("not_a_place", sieve.rows["kind"].isna())
    return sieve


def _tidy(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows in the columns of a draft."""
    is_high = (rows["kind"] == "school") & high_by_name(rows["name"])
    kind = rows["kind"].mask(is_high, "high_school").astype(str)
    return filled(
        rows.assign(
            kind=kind,
            state=rows["state"].where(rows["state"].isin(list(US_STATES)), ""),
            city=rows["name"].where(kind == "city", ""),
            neighborhood=rows["name"].where(kind == "neighborhood", ""),
            county=_counties(rows),
            aliases=[_latin(name, cell) for name, cell in _named(rows)],
        ).drop(columns=["class", "code", "country", "district", "changed"])
    )


def _counties(rows: pd.DataFrame) -> list[str]:
    """The county of each row, without the word: the dump has its code, and its name elsewhere."""
    counties = rows[rows["kind"] == "county"]
    bare = counties["name"].str.replace(COUNTY_WORDS, "", regex=True)
    known = dict(zip(counties["state"] + "." + counties["district"], bare, strict=True))
    return [known.get(code, "") for code in rows["state"] + "." + rows["district"]]


def _named(rows: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Names and the cells of their other names."""
    return zip(rows["name"], rows["aliases"], strict=True)


def _latin(name: str, cell: str) -> str:
    """The other names that an English or Spanish text may use, at most ``MOST_ALIASES``."""
    if not cell:
        return ""
    found = [
        text
        for text in dict.fromkeys(map(str.strip, cell.split(",")))
        if text and text != name and LATIN.fullmatch(text) and not AIRPORT.fullmatch(text)
    ]
    return "|".join(text.replace("|", " ") for text in found[:MOST_ALIASES])
