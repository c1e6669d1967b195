"""A claim set beside the catalogue. The rules stand in docs/method.md, section 10."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pandas as pd

from mapper import areas, select, totals
from mapper.claims import Claim, Finding, Quantity, Run, Unit, Verdict
from mapper.model import Filters, SizeRange, Window

KIND_OF: dict[Unit, str] = {"walkouts": "walkout", "marches": "march", "rallies": "rally"}
CROWDS = ("students", "people", "arrests")
NOTHING = SizeRange(None, None)


def judge(claim: Claim, frame: pd.DataFrame, reports: pd.DataFrame) -> tuple[Finding, ...]:
    """Each quantity of a claim with its verdict.

    Args:
        claim: as :func:`mapper.claims.read.claim` gives it.
        frame: all rows of :func:`mapper.select.joined`.
        reports: ``event_id`` and ``source_id``, one row a passage.
    """
    found = (_one(quantity, claim, frame, reports) for quantity in claim.quantities)
    return tuple(_unless_unread(finding, claim) for finding in found)


def _unless_unread(finding: Finding, claim: Claim) -> Finding:
    """A claim of which a part was not understood cannot be judged: the part may be a place."""
    if not claim.unread:
        return finding
    return Finding(finding.quantity, "cannot_tell", NOTHING, 0, 0, missing=("unread",))


def _one(quantity: Quantity, claim: Claim, frame: pd.DataFrame, reports: pd.DataFrame) -> Finding:
    """One quantity beside the rows of the claim's days and area."""
    if quantity.unit == "streak":
        return _streak(quantity, _rows(_lengthened(claim, quantity), frame), reports)
    rows = _rows(claim, frame)
    if quantity.unit in CROWDS:
        return _crowd(quantity, rows)
    return _count(quantity, rows)


def _rows(claim: Claim, frame: pd.DataFrame) -> pd.DataFrame:
    """What is recorded of the claim's days and area, earlier protests apart."""
    chosen = select.matching(frame, Filters(window=claim.window))
    return areas.within(chosen, claim.area)


def _lengthened(claim: Claim, quantity: Quantity) -> Claim:
    """The fifth day in a row needs the four days before it."""
    length = quantity.size.low or quantity.size.high or 1
    if not claim.window or (claim.window.last - claim.window.first).days + 1 >= length:
        return claim
    first = claim.window.last - timedelta(days=length - 1)
    return replace(claim, window=Window(first, claim.window.last))


def _count(quantity: Quantity, rows: pd.DataFrame) -> Finding:
    """Events, campuses, cities or days: each counted once; there may have been more."""
    own = select.counted(rows)
    if quantity.unit in KIND_OF:
        own = own[own["kind"] == KIND_OF[quantity.unit]]
    if quantity.unit == "campuses":
        own = own[(own["kind"] == "walkout") & (own["precision"] == "campus")]
    number = {
        "campuses": own["place_id"].nunique(),
        "cities": own.loc[own["area"] != "", "area"].nunique(),
        "days": len(totals.days(own)),
    }.get(quantity.unit, len(own))
    recorded = SizeRange(number, number) if number else NOTHING
    return Finding(
        quantity,
        verdict(quantity, recorded),
        recorded,
        number,
        number,
        _ids(own),
        tuple(_missing(rows, own)),
    )


def _crowd(quantity: Quantity, rows: pd.DataFrame) -> Finding:
    """People: each crowd once, as a range, n of N with a size."""
    stem: totals.Stem = "arrests" if quantity.unit == "arrests" else "size"
    own = _of_students(rows) if quantity.unit == "students" else rows
    found = totals.crowd(own, stem)
    missing = [*(["unsized"] if found.sized < found.crowds else []), *_missing(rows, rows)]
    if len(own) < len(rows) and rows["participants"].str.contains("students").sum() > len(own):
        missing.append("mixed")
    counted = totals.people(own, stem)
    is_sized = counted[f"{stem}_low"].notna() | counted[f"{stem}_high"].notna()
    return Finding(
        quantity,
        verdict(quantity, found.size),
        found.size,
        found.sized,
        found.crowds,
        _ids(counted[is_sized]),
        tuple(missing),
    )


def _of_students(rows: pd.DataFrame) -> pd.DataFrame:
    """Crowds of students alone: walkouts, and rows whose only participants are students."""
    return rows[(rows["participants"] == "students") | (rows["kind"] == "walkout")]


def _streak(quantity: Quantity, rows: pd.DataFrame, reports: pd.DataFrame) -> Finding:
    """Days in a row: those with a described event; at most, those that only a count gives too."""
    rows = rows[rows["kind"] != "police_action"]
    own = select.counted(rows)
    implied = rows[rows["record_type"] == "implied"]
    described = _run(totals.days(own))
    possible = _run(totals.days(pd.concat([own, implied])))
    recorded = SizeRange(_length(described), _length(possible)) if possible else NOTHING
    runs = tuple(_runs(pd.concat([own, implied]), reports))
    differ = len({run.window for run in runs}) > 1
    missing = [
        *(["implied"] if len(implied) else []),
        *_missing(rows, own),
        *(["differ"] if differ else []),
    ]
    ids = _ids(_inside(own, possible))
    return Finding(quantity, verdict(quantity, recorded), recorded, 1, 1, ids, tuple(missing), runs)


def _inside(own: pd.DataFrame, run: Window | None) -> pd.DataFrame:
    """The events that are known to a day of a run."""
    if run is None:
        return own.iloc[:0]
    first, last = map(pd.Timestamp, run)
    return own[(own["date_start"] == own["date_end"]) & own["date_start"].between(first, last)]


def _run(days: Iterable[pd.Timestamp]) -> Window | None:
    """The longest run of days, the first of several."""
    best: Window | None = None
    now: Window | None = None
    for day in sorted({day.date() for day in days}):
        goes_on = now is not None and (day - now.last).days == 1
        now = Window(now.first if now and goes_on else day, day)
        best = now if _length(now) > _length(best) else best
    return best


def _length(run: Window | None) -> int:
    """How many days a run has."""
    return (run.last - run.first).days + 1 if run else 0


def _runs(rows: pd.DataFrame, reports: pd.DataFrame) -> Iterable[Run]:
    """The longest run of each document that has more than one day in a row."""
    told = rows.merge(reports[["event_id", "source_id"]].drop_duplicates(), on="event_id")
    for source_id, own in told.groupby("source_id"):
        run = _run(totals.days(own))
        if run and _length(run) > 1:
            yield Run(str(source_id), run, _length(run))


def verdict(quantity: Quantity, recorded: SizeRange) -> Verdict:
    """What the recorded range says of a claimed one.

    A catalogue shows that something happened, never that nothing more did. So a number is read as
    "at least": supported where even the low end of what is recorded reaches it, within the range
    where only the high end does, above where not even that. A limit ("only", "at most") can fall
    below what is recorded, and is never confirmed.
    """
    low, high = recorded
    claimed, most = quantity.size.low, quantity.size.high
    if low is None and high is None:
        return "cannot_tell"
    if quantity.is_limit and most is not None and low is not None and low > most:
        return "below"
    if claimed is None:
        return "cannot_tell"
    if low is not None and claimed <= low:
        return "supported"
    return "within" if high is None or claimed <= high else "above"


def _missing(rows: pd.DataFrame, own: pd.DataFrame) -> Iterable[str]:
    """What could be more: events known only to several days, or lying in a series without a day."""
    if (own["date_start"] != own["date_end"]).any():
        yield "undated"
    if (rows["off_map"] == "parent").any():
        yield "series"


def _ids(rows: pd.DataFrame) -> tuple[str, ...]:
    """The events that were counted."""
    return tuple(rows["event_id"])
