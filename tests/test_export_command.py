"""``mapper export``: the file on disk or on standard output, and one line for what is wrong."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from mapper import export
from mapper.cli import app
from mapper.export import FORMATS
from mapper.model import Filters, Window
from mapper.settings import ROOT
from tests.conftest import REAL
from tests.exporting import real, rows_of, shown

WHERE = ["--data", str(REAL.data), "--geo", str(REAL.geo)]


def run(*arguments: str) -> Result:
    """The answer of the command line."""
    return CliRunner().invoke(app, ["export", *arguments, *WHERE])


def test_a_text_format_goes_to_standard_output() -> None:
    answer = run("-o", "-", "--format", "csv")
    assert answer.exit_code == 0
    assert answer.stdout_bytes == export.write("csv", shown())


def test_dates_area_kinds_and_language_are_those_that_were_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "a.geojson"
    days = ["--from", "2026-02-04", "--to", "2026-02-04", "--area", "Los Angeles"]
    answer = run(
        "-o", str(file), "--format", "geojson", *days, "--kinds", "walkout", "--lang", "es"
    )
    assert answer.exit_code == 0
    found = json.loads(file.read_text(encoding="utf-8"))
    assert found["date_window"] == "2026-02-04/2026-02-04"
    assert {one["properties"]["eventType"] for one in found["features"]} == {"walkout"}
    assert "Solo salidas de clases" in found["about"]
    assert found["data_hash"] in answer.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "shp", "-o", "a"], "'shp'"),
        (["--format", "xlsx", "-o", "-"], "-o FILE"),
        (["--kinds", "picnic", "-o", "-"], "'picnic'"),
        (["--sure", "very", "-o", "-"], "'very'"),
        (["--lang", "fr", "-o", "-"], "'fr'"),
        (["--from", "2026-02-30", "-o", "-"], "'2026-02-30'"),
        (["--area", "Atlantis", "-o", "-"], "'Atlantis'"),
    ],
)
def test_what_is_not_to_be_had_is_one_line_and_exit_2(arguments: list[str], said: str) -> None:
    answer = run(*arguments)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert said in answer.stderr
    assert len(answer.stderr.strip().splitlines()) == 1


def test_earlier_protests_are_in_it_only_if_asked_for() -> None:
    recalled = set(real().events.query("record_type == 'historical'")["event_id"])
    ids = {row["eventID"] for row in rows_of(run("-o", "-").stdout_bytes)}
    more = {row["eventID"] for row in rows_of(run("-o", "-", "--historical").stdout_bytes)}
    assert (ids & recalled, more - ids) == (set(), recalled)


ALL_FORMATS = """
import hashlib, sys
from datetime import date
from mapper import export
from mapper.model import Filters, Window
sys.path.insert(0, sys.argv[1])
from tests.exporting import shown
window = Filters(window=Window(date(2025, 2, 1), date(2025, 2, 10)))
for name in export.FORMATS:
    print(name, hashlib.sha256(export.write(name, shown(filters=window))).hexdigest())
"""


@pytest.mark.slow
def test_another_process_writes_the_same_bytes() -> None:
    said = subprocess.run(
        [sys.executable, "-c", ALL_FORMATS, str(ROOT)],
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    window = Filters(window=Window(date(2025, 2, 1), date(2025, 2, 10)))
    own = {name: export.write(name, shown(filters=window)) for name in FORMATS}
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in own.items()}
    assert dict(line.split() for line in said) == digests
