"""Figures as a table: time and peak memory of each kind and format, with 10,000 invented events.

    python benchmarks/figures.py [N]

Each kind runs in a process of its own, twice: with the committed events and with N invented ones.
Beside them stands what people do today: a picture taken of a pydeck map in a browser without a
window. Times are seconds of the processor: what else a machine does is not in them. Drawn in
software where there is no GPU: compare, don't quote.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import psutil
import pydeck as pdk
from playwright.sync_api import sync_playwright

from mapper import project, select, snapshots
from mapper.figure import files, ground, make, stamp
from mapper.figure.spec import KINDS, Drawn, Spec
from mapper.model import Filters, Window
from mapper.project import Project
from mapper.settings import ROOT, folders

sys.path.insert(0, str(ROOT / "tests" / "browser"))
sys.path.insert(0, str(ROOT / "benchmarks"))
from conftest import FLAGS, found

from app import machine

MANY, DAYS, ROUNDS = 10_000, 300, 3
# Small maps of every day are more than one sheet holds: they get one week.
WEEK = Filters(window=Window(date(2026, 1, 29), date(2026, 2, 4)))
MARCH = "2026-02-04-city-hall-mdc"
HEAD = ("figure", "events", "draw", *files.WRITERS, "all three", "peak memory, MB")


def main() -> None:
    """Print the machine, then one line a figure."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    print(machine())
    print(f"| {' | '.join(HEAD)} |\n|{'---|' * len(HEAD)}")
    for count in (0, many):
        for kind in KINDS:
            told = subprocess.run(
                [sys.executable, __file__, "--one", kind, str(count)],
                capture_output=True,
                text=True,
                check=True,
            )
            print(told.stdout.strip(), flush=True)
    print(screenshot(many))


def one(kind: str, count: int) -> None:
    """One line: the median of some rounds in seconds of the processor, each figure drawn anew."""
    data = invented(count) if count else project.read(folders())
    today = snapshots.of(data)
    on, made_by = ground.read(folders().geo), stamp.versions(folders().geo)
    spec = Spec(kind, filters=WEEK if kind == "days" else Filters(), march=MARCH)
    rounds = []
    for _ in range(ROUNDS):
        started = time.process_time()
        drawn = make(spec, data, on, today.name)
        took = [time.process_time() - started]
        took += [
            _written(drawn, fmt, stamp.of(spec, drawn, today, made_by)) for fmt in files.WRITERS
        ]
        rounds.append([*took, sum(took)])
    seconds = [f"{value:.2f}" for value in np.median(rounds, axis=0)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| {' | '.join([kind, f'{len(drawn.events):,}', *seconds, f'{peak:.0f}'])} |")


def _written(drawn: Drawn, fmt: str, mark: stamp.Stamp) -> float:
    """How long a file takes, in seconds."""
    started = time.process_time()
    files.write(drawn, fmt, mark)
    return time.process_time() - started


def invented(count: int) -> Project:
    """So many events: those that are counted, again and again, on other days and a little away."""
    data = project.read(folders())
    own = select.counted(data.events)
    events = pd.concat([own] * -(-count // len(own)), ignore_index=True).head(count)
    chance = np.random.default_rng(2026)
    back = pd.to_timedelta(events.index % DAYS, unit="D")
    events = events.assign(
        event_id=[f"{name}-{at}" for at, name in enumerate(events["event_id"])],
        date_start=events["date_start"] - back,
        date_end=events["date_end"] - back,
        lon=events["lon"] + chance.normal(0, 0.05, count),
        lat=events["lat"] + chance.normal(0, 0.05, count),
    )
    events.loc[events.index % 7 != 0, "same_crowd_as"] = ""
    # the march that is drawn keeps its event
    return replace(data, events=pd.concat([own, events], ignore_index=True).tail(count + len(own)))


def screenshot(count: int) -> str:
    """What a picture of a pydeck map takes: the page written, a browser started, the picture."""
    rows = invented(count).events[["lon", "lat"]].dropna()
    started = time.process_time()
    layer = pdk.Layer("ScatterplotLayer", rows, get_position="[lon, lat]", get_radius=300)
    deck = pdk.Deck([layer], map_provider=None, initial_view_state=pdk.ViewState(34.04, -118.28, 9))
    with tempfile.TemporaryDirectory() as held:
        path = Path(held) / "map.html"
        path.write_text(deck.to_html(as_string=True, offline=True), encoding="utf-8")
        browser_s, megabytes = _taken(path)
    took = time.process_time() - started + browser_s
    cells = [
        "pydeck, a screenshot",
        f"{len(rows):,}",
        "",
        f"{took:.2f}",
        "",
        "",
        "",
        f"{megabytes:.0f}",
    ]
    return f"| {' | '.join(cells)} |"


def _taken(path: Path) -> tuple[float, float]:
    """A picture of a page: seconds of the browser's processes, and their memory in MB."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1600, "height": 900}, offline=True)
        page.goto(path.as_uri())
        page.wait_for_selector("canvas")
        page.wait_for_timeout(1_000)  # nothing says when the points are drawn
        page.screenshot(path=str(path.with_suffix(".png")))
        every = psutil.Process().children(recursive=True)
        own = [one for one in every if "chrom" in one.name()]
        seconds = sum(sum(one.cpu_times()[:2]) for one in own)
        megabytes = sum(one.memory_info().rss for one in own) / 2**20
        browser.close()
    return seconds, megabytes


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], int(sys.argv[3]))
    else:
        main()
