"""How long a page's script takes with 50,000 events, as a table.

    python benchmarks/pages.py

The events are invented: those of the project again and again, on other days and at other schools.
They are written as a project of their own, and each page is run as the app runs it, without a
browser, while a date changes. The time of the processor is given beside the time of the clock, for
machines that do other work at the same time.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd
from streamlit.testing.v1 import AppTest

from mapper.settings import ROOT

EVENTS, ROUNDS, SEED = 50_000, 7, 1968
PAGES = ("pages/schools.py", "pages/cities.py", "pages/claims.py")
LINKS = ("parent_id", "same_crowd_as", "duplicate_of")


def main() -> None:
    """Print one line a page."""
    with tempfile.TemporaryDirectory() as home:
        write(Path(home))
        os.environ |= {"MAPPER_DATA": f"{home}/data", "MAPPER_GEO": f"{home}/geo"}
        sys.stdout.write(f"{EVENTS:,} events, {os.cpu_count()} cores\n\n")
        sys.stdout.write(
            "| page | rerun, clock, median (worst) | rerun, processor, median (worst) |\n"
        )
        sys.stdout.write("|---|---|---|\n")
        for page in PAGES:
            clock, processor = runs(page)
            sys.stdout.write(f"| {page} | {told(clock)} | {told(processor)} |\n")
            sys.stdout.flush()


def told(values: list[float]) -> str:
    """Median and worst in milliseconds."""
    return f"{statistics.median(values):.0f} ({max(values):.0f}) ms"


def runs(page: str) -> tuple[list[float], list[float]]:
    """Milliseconds of the reruns in which the dates change: clock and processor."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=600)
    app.query_params["from"] = "2026-01-01"
    app = app.switch_page(page).run()
    if app.exception:
        raise RuntimeError(app.exception[0].value)
    clock, processor = [], []
    for at in range(ROUNDS):
        change(app, at)
        start, used = time.perf_counter(), time.process_time()
        app.run()
        clock.append((time.perf_counter() - start) * 1000)
        processor.append((time.process_time() - used) * 1000)
    return clock, processor


def change(app: AppTest, at: int) -> None:
    """Another date, or another claim."""
    if len(app.slider):
        low, high = app.slider(key="dates").value
        app.slider(key="dates").set_value((low + pd.Timedelta(days=1 + at), high))
    else:
        app.text_input(key="claims_text").set_value(f"{at + 3} days in a row in Dallas")


def write(home: Path) -> None:
    """A project of invented events."""
    shutil.copytree(ROOT / "data", home / "data")
    shutil.copytree(ROOT / "geo", home / "geo", ignore=shutil.ignore_patterns("local"))
    events = read(home / "data/events.csv")
    times = EVENTS // len(events) + 1
    chance = np.random.default_rng(SEED)
    days = chance.integers(-300, 300, times)
    moved = pd.concat([again(events, at, int(days[at])) for at in range(times)]).head(EVENTS)
    moved = moved[~moved["parent_id"].isin(set(moved["parent_id"]) - set(moved["event_id"]) - {""})]
    kept = set(moved["event_id"])
    for column in LINKS:
        moved[column] = moved[column].where(moved[column].isin(kept), "")
    moved.to_csv(home / "data/events.csv", index=False)
    for name in ("data/reports.csv", "geo/placed_events.csv"):
        rows = read(home / name)
        every = pd.concat(
            [rows.assign(event_id=rows["event_id"] + f"-{at}") for at in range(times)]
        )
        every = every[every["event_id"].isin(kept)]
        scattered(every, home, chance).to_csv(home / name, index=False)
    # a table without a row is a fault: one route stays
    for name in ("data/routes.csv", "geo/placed_routes.csv"):
        one = read(home / name).head(1).assign(event_id=moved["event_id"].iloc[0])
        one.to_csv(home / name, index=False)


def again(events: pd.DataFrame, at: int, days: int) -> pd.DataFrame:
    """The events once more: other ids, other days."""
    moved = events.assign(event_id=events["event_id"] + f"-{at}")
    for column in LINKS:
        moved[column] = (events[column] + f"-{at}").where(events[column] != "", "")
    for column in ("date_start", "date_end"):
        shifted = pd.to_datetime(events[column]) + pd.Timedelta(days=days)
        moved[column] = shifted.dt.strftime("%Y-%m-%d")
    one_day = moved["date_start"] == moved["date_end"]
    window = moved["date_start"] + "/" + moved["date_end"]
    moved["edtf"] = moved["date_start"].where(one_day, window)
    return moved.assign(date_basis="Invented.", note="", title_en="A title", title_es="Un título")


def scattered(rows: pd.DataFrame, home: Path, chance: np.random.Generator) -> pd.DataFrame:
    """What was at a school is at any school."""
    if "rung" not in rows:
        return rows
    places = read(home / "geo/gazetteer.csv")
    schools = places[places["kind"] == "high_school"].reset_index(drop=True)
    at_school = (rows["precision"] == "campus").to_numpy()
    chosen = schools.iloc[chance.integers(0, len(schools), int(at_school.sum()))]
    columns = {"place_id": "place_id", "matched_place": "name", "lon": "lon", "lat": "lat"}
    columns |= {"city": "city", "neighborhood": "neighborhood"}
    for column, own in columns.items():
        rows.loc[at_school, column] = chosen[own].to_numpy()
    return rows


def read(path: Path) -> pd.DataFrame:
    """A table with every cell as text."""
    return pd.read_csv(path, dtype=str, keep_default_na=False)


if __name__ == "__main__":
    main()
