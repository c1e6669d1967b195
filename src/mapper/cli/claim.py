"""``mapper claim``: a claim in words beside the catalogue."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Annotated, Any

import typer

from mapper import areas, catalog, ledger, select
from mapper.claims import Claim, Finding, judge, read
from mapper.cli.shared import NOT_PLACED, AsJson, Data, Geo, folders_of, show, told, words
from mapper.describe import claims
from mapper.errors import UsageError


def claim(
    text: Annotated[list[str], typer.Argument(help="The claim, as people write it.")],
    data: Data = None,
    geo: Geo = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Set a claim beside what is recorded: supported, within the range, above, or cannot tell."""
    with told():
        where = folders_of(data, geo)
        found = catalog.read(where.data)
        frame = select.joined(found.events, ledger.read_events(where.geo))
        said = read.claim(" ".join(text), areas.every(frame))
        if not said.quantities:
            raise UsageError("claim_empty", value=said.text)
        findings = judge.judge(said, frame, found.reports)
    if as_json:
        show(json.dumps(plain(said, findings), ensure_ascii=False, indent=1))
    else:
        titles = dict(zip(found.sources["source_id"], found.sources["title"], strict=True))
        show("\n".join(_lines(said, findings, titles)))
    is_told = any(finding.verdict != "cannot_tell" for finding in findings)
    raise typer.Exit(0 if is_told else NOT_PLACED)


def plain(said: Claim, findings: tuple[Finding, ...]) -> dict[str, Any]:
    """The answer as values that JSON can hold."""
    return {
        "claim": said.text,
        "area": said.area.name if said.area else None,
        "from": said.window.first.isoformat() if said.window else None,
        "to": said.window.last.isoformat() if said.window else None,
        "not_understood": list(said.unread),
        "findings": [_finding(finding) for finding in findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    """One verdict with what it rests on."""
    low, high = finding.quantity.size
    return {
        "words": finding.quantity.words,
        "unit": finding.quantity.unit,
        "claimed": {"low": low, "high": high},
        "verdict": finding.verdict,
        "recorded": finding.recorded._asdict(),
        "known": finding.known,
        "of": finding.total,
        "events": list(finding.events),
        "missing": list(finding.missing),
        "documents": [
            asdict(run) | {"window": [day.isoformat() for day in run.window]}
            for run in finding.runs
        ],
    }


def _lines(said: Claim, findings: tuple[Finding, ...], titles: Mapping[str, str]) -> Iterator[str]:
    """The answer in words."""
    t = words()
    yield claims.understood(said, t)
    for finding in findings:
        yield ""
        yield f"{claims.claimed(finding.quantity, t)}: {t(claims.VERDICTS[str(finding.verdict)])}"
        yield t("Recorded: {recorded}", recorded=claims.recorded(finding, t))
        yield from (f"  {event_id}" for event_id in finding.events)
        yield from (claims.run(run, titles, t) for run in finding.runs)
        yield from claims.missing(finding, t)
