"""The directory of the California Department of Education, in the forms that it is found in."""

from __future__ import annotations

import re

import pandas as pd

from mapper.gazetteer.loaders.columns import Names
from mapper.gazetteer.loaders.draft import Sieve, filled

NAME = "California school directory"
PREFIX = "cde"
LICENCE = "Public record of the California Department of Education"
# A header with all of one of these, as `columns.key` writes them, is the directory: the official
# pubschls.txt, the tables that others made of it, and its open-data form. Its columns of persons,
# telephones and mail are in none of these lists, and so are never read.
MARKS = (
    frozenset({"cdscode", "school", "latitude", "longitude"}),
    frozenset({"cdscode", "schoolname", "latitude", "longitude"}),
    frozenset({"recordtype", "county", "district", "school", "status", "latitude", "longitude"}),
)
COLUMNS: Names = {
    "name": ("school", "schoolname"),
    "lon": ("geometrylon", "longitude"),
    "lat": ("geometrylat", "latitude"),
    "address": ("street", "streetaddress"),
    "postal_city": ("city", "streetcity"),
    "state": ("state", "streetstate"),
    "county": ("county", "countyname"),
    "cdscode": ("cdscode",),
    "status": ("statustype", "status"),
    "record": ("recordtype",),
    "type": ("soctype", "schooltype"),
    "level": ("eilname",),
    "level_code": ("eilcode",),
    "grades": ("gsoffered", "gsserved"),
    "last_grade": ("gradehigh",),
    "changed": ("lastupdate",),
}
UNKNOWN = ("No Data", "Information Redacted")
CDS_DIGITS = 14
# Regular high schools are what the rule of docs/method.md, section 4, counts: these are others.
OTHER_TYPES = (
    r"continuation|alternative|opportunity|adult|juvenile|youth authority|community day"
    r"|county community|special|home and hospital|junior high"
)
# Rule 3 of that section, for files that do not say what a school is. A junior and senior high is
# the high school of its town, and "Martin Luther King, Jr. High" is no junior high.
OTHER_NAMES = re.compile(
    r"\b(?:elementary|elem|continuation|opportunity|adult|juvenile|community day|virtual|home"
    r"|independent|occupational|junior(?![/ -]+s(?:enio)?r)|(?<!, )(?<!king )jr(?!\.?/))\b"
    r"|\bmiddle$",
    re.IGNORECASE,
)
HIGH = re.compile(r"\bhigh\b|\bH\.?S\b", re.IGNORECASE)


def tidy(raw: pd.DataFrame) -> Sieve:
    """The schools of the directory that are open: rows in the columns of a draft.

    A school's street city is that of its address, and so its postal city.
    """
    unknown = raw.isin(UNKNOWN)
    sieve = Sieve(raw.mask(unknown, "").astype(str))
    rows = sieve.rows
    is_district = rows["name"] == ""
    if "record" in rows:
        is_district |= ~rows["record"].str.casefold().isin(["school", ""])
    sieve.drop("district", is_district)
    if "status" in rows:
        sieve.drop("not_active", sieve.rows["status"].str.strip().str.casefold() != "active")
    rows = filled(sieve.rows)
    codes = rows["cdscode"].str.strip()
    # Spreadsheets take the leading zero of Alameda County's codes away.
    codes = codes.where(codes.str.fullmatch(r"\d{13,14}"), "").str.zfill(CDS_DIGITS)
    codes = codes.where(codes.str.strip("0") != "", "")
    kinds = pd.Series("school", index=rows.index).mask(is_high(rows), "high_school")
    state = rows["state"].where(rows["state"].str.strip() != "", "CA")
    own = rows["id"].where(rows["id"] != "", codes)
    sieve.rows = rows.assign(cdscode=codes, id=own, kind=kinds, state=state)
    return sieve


def is_high(rows: pd.DataFrame) -> pd.Series:
    """Whether each school is a regular high school: as the directory says, else by its name."""
    said = {
        name: rows[name].str.casefold() if name in rows else pd.Series("", index=rows.index)
        for name in ("type", "level", "level_code", "grades", "last_grade")
    }
    says_high = (
        said["type"].str.contains(r"^high school", regex=True)
        | (said["level"] == "high school")
        | (said["level_code"] == "hs")
        | said["grades"].str.contains(r"(?:^|-)\s*12$", regex=True)
        | (said["last_grade"] == "12")
    )
    is_other = said["type"].str.contains(OTHER_TYPES, regex=True)
    silent = (pd.concat(said.values(), axis=1) == "").all(axis=1)
    return (says_high & ~is_other).where(~silent, high_by_name(rows["name"]))


def high_by_name(school_names: pd.Series) -> pd.Series:
    """Whether each name is that of a regular high school (docs/method.md, section 4, rule 3)."""
    return school_names.map(lambda name: bool(HIGH.search(name) and not OTHER_NAMES.search(name)))


def as_of(rows: pd.DataFrame) -> str:
    """The day of the latest change in the directory as YYYY-MM-DD, "" where it has none."""
    if "changed" not in rows:
        return ""
    days = pd.to_datetime(rows["changed"], errors="coerce", format="mixed")
    return "" if days.isna().all() else str(days.max().date())
