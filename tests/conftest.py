"""Shared fixtures. `pytest-socket` refuses every connection but loopback (see pyproject.toml)."""

from __future__ import annotations

import gc
import shutil
from pathlib import Path

import pandas as pd
import pytest

from mapper import catalog, knowledge, ledger, places, select
from mapper.catalog import schema
from mapper.settings import ROOT, Folders

REAL = Folders(ROOT / "data", ROOT / "geo")
TABLES = ("gazetteer.csv", "crossings.csv")
# States whose cities the copied project keeps: 25,000 rows would cost a second in every test.
KEPT_STATES = ("CA", "DC")


def pytest_collection_finish() -> None:
    """What is collected lives to the end: the garbage collector need not look at it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def known() -> places.Known:
    """What the committed files of geo/ know of places."""
    return knowledge.committed(REAL.geo).known


@pytest.fixture(scope="session")
def catalogue() -> catalog.Catalog:
    """The committed tables of data/."""
    return catalog.read(REAL.data)


@pytest.fixture(scope="session")
def frame(catalogue: catalog.Catalog) -> pd.DataFrame:
    """The committed events with their committed places."""
    return select.joined(catalogue.events, ledger.read_events(REAL.geo))


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small copy of the project with a ledger of its own, to be copied again."""
    home = tmp_path_factory.mktemp("template")
    shutil.copytree(REAL.data, home / "data")
    (home / "geo").mkdir()
    for name in TABLES:
        shutil.copy(REAL.geo / name, home / "geo" / name)
    us = read_table(REAL.geo / "us_places.csv")
    us[us["state"].isin(KEPT_STATES) | us["kind"].isin(["state", "country"])].to_csv(
        home / "geo" / "us_places.csv", index=False
    )
    copied = Folders(home / "data", home / "geo")
    ledger.write(copied.geo, ledger.build(copied))
    return home


@pytest.fixture
def project(template: Path, tmp_path: Path) -> Folders:
    """A copy of data/ and geo/ that a test may break: fewer US cities, an up-to-date ledger."""
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    return Folders(tmp_path / "data", tmp_path / "geo")


@pytest.fixture
def tiny() -> dict[str, pd.DataFrame]:
    """Four small tables without a fault, as :func:`mapper.catalog.raw_tables` gives them.

    A series (line 2) with a walkout (3) and a march of the same crowd (4), and a row that another
    document repeats (5); the march has a route.
    """
    events = [
        _event("los-angeles", "series", "day_of_action"),
        _event("walkout", "event", "walkout", parent_id="los-angeles", **_about_40()),
        _event("march", "event", "march", parent_id="los-angeles", same_crowd_as="walkout"),
        _event("photo", "event", "walkout", duplicate_of="walkout"),
    ]
    told = [{"event_id": str(event["event_id"])} | _report() for event in events]
    filled = {
        "sources.csv": [_source()],
        "events.csv": events,
        "reports.csv": told,
        "routes.csv": [_route()],
    }
    return {
        file: pd.DataFrame(rows, index=range(2, len(rows) + 2), dtype=str)[list(columns)]
        for (file, columns), rows in zip(schema.TABLES.items(), filled.values(), strict=True)
    }


def _about_40() -> dict[str, str]:
    return {
        "size_text": "About 40 students",
        "size_low": "36",
        "size_high": "44",
        "size_rule": "about",
    }


def _event(event_id: str, record_type: str, kind: str, **cells: str) -> dict[str, str]:
    return (
        dict.fromkeys(schema.EVENTS, "")
        | {
            "event_id": event_id,
            "record_type": record_type,
            "kind": kind,
            "title_en": "A title",
            "title_es": "Un título",
            "date_start": "2026-02-04",
            "date_end": "2026-02-04",
            "date_precision": "day",
            "edtf": "2026-02-04",
            "date_basis": "4 February 2026 is a Wednesday.",
            "date_confidence": "high",
            "place_text": "City Hall",
            "locality": "Los Angeles",
            "state": "CA",
            "country": "US",
            "size_rule": "none",
            "confidence": "high",
            "shown": "yes",
        }
        | cells
    )


def _report() -> dict[str, str]:
    return {"source_id": "paper", "locator": "7: the first words", "supports": "kind|date"}


def _source() -> dict[str, str]:
    return dict.fromkeys(schema.SOURCES, "") | {
        "source_id": "paper",
        "title": "An article",
        "published": "2026-02-04",
        "published_basis": "It says so.",
        "language": "en",
        "stance": "news",
    }


def _route() -> dict[str, str]:
    return dict.fromkeys(schema.ROUTES, "") | {
        "route_id": "march-route",
        "event_id": "march",
        "words": "marched from City Hall",
        "confidence": "high",
    }


def read_table(path: Path) -> pd.DataFrame:
    """A CSV with every cell as text."""
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def line_of(path: Path, value: str) -> int:
    """The line of the first row whose first column holds the value; the header is line 1."""
    return read_table(path).iloc[:, 0].tolist().index(value) + 2


def set_cell(path: Path, line: int, column: str, value: str) -> None:
    """Rewrite one cell of a CSV."""
    table = read_table(path)
    table.loc[line - 2, column] = value
    table.to_csv(path, index=False, lineterminator="\n")


def set_columns(path: Path, columns: dict[str, str]) -> None:
    """Rename the columns of a CSV; "" takes one away."""
    table = read_table(path).rename(columns=columns)
    table.drop(columns="", errors="ignore").to_csv(path, index=False, lineterminator="\n")
