"""Thirty readers at once, one class: memory, time of a rerun, and whether each sees only their own.

    python benchmarks/readers.py [READERS [CHANGES]]

Each reader is a session of the real app over a websocket of its own, as a browser has it, without
the browser. It asks for the map with days and a kind of its own, and then changes days, kinds,
language and page. Whenever the page has a sentence, it must be word for word the one that the
package writes for that choice.
"""

from __future__ import annotations

import asyncio
import html
import random
import re
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import pandas as pd
import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from mapper import describe, i18n, links, project, select, totals
from mapper.model import Choice, Filters, Window
from mapper.settings import ROOT, Folders

sys.path.insert(0, str(ROOT / "benchmarks"))
from app import machine, memory, served

READERS, CHANGES = 30, 12
PAUSE_S = (4.0, 12.0)  # as long as somebody looks at what came
PAGES = ("", "", "", "cities", "schools")
SENTENCE = re.compile(r'<p class="sentence">(.*?)</p>', re.DOTALL)


@dataclass
class Reader:
    """One session: what it asked for, what it saw, how long that took."""

    number: int
    socket: ClientConnection
    hashes: dict[str, str] = field(default_factory=dict)
    times: list[float] = field(default_factory=list)
    checked: int = 0

    async def ask(self, page: str, choice: Choice, span: Window) -> str:
        """Open a page with a choice, and give the sentence on it: "" where it has none."""
        message = BackMsg()
        state = message.rerun_script
        state.query_string = "&".join(
            f"{name}={value.replace(' ', '+')}"
            for name, value in links.params(choice, span).items()
        )
        state.page_script_hash, state.page_name = self.hashes.get(page, ""), page
        start = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        seen = await self.hear()
        self.times.append((time.perf_counter() - start) * 1000)
        return seen

    async def hear(self) -> str:
        """Everything that the server sends until the script has run."""
        seen = ""
        async for data in self.socket:
            got = ForwardMsg.FromString(bytes(data))
            kind = got.WhichOneof("type")
            if kind == "new_session":
                self.hashes |= {
                    one.url_pathname: one.page_script_hash for one in got.new_session.app_pages
                }
            if kind == "delta":
                found = SENTENCE.search(got.delta.new_element.html.body)
                seen = html.unescape(found[1]) if found else seen
            if kind == "script_finished":
                return seen
        raise RuntimeError("the server hung up")


def choices(number: int, count: int, span: Window) -> Iterator[tuple[str, Choice]]:
    """What one reader asks for: nobody else's days, and the first one always the map."""
    dice = random.Random(number)  # noqa: S311 - the same in every run
    days = (span.last - span.first).days
    for turn in range(count):
        first = span.first + timedelta(days=number * 5 + dice.randrange(5))
        last = span.first + timedelta(days=dice.randrange(number * 5 + 5, days))
        kinds = (("walkout",), ("march",), ())[dice.randrange(3)]
        page = PAGES[dice.randrange(len(PAGES))] if turn else ""
        lang = ("en", "es")[dice.randrange(2)]
        yield page, Choice(filters=Filters(Window(first, last), kinds), lang=lang)


def expected(frame: pd.DataFrame, choice: Choice) -> str:
    """The sentence of the map, from the package alone."""
    rows = select.matching(frame, choice.filters)
    return describe.sentence(totals.of(rows), choice.filters, i18n.words(choice.lang))


async def read(number: int, stream: str, frame: pd.DataFrame, span: Window, count: int) -> Reader:
    """One reader from the first page to the last."""
    dice = random.Random(-number)  # noqa: S311 - the same in every run
    async with connect(stream, subprotocols=["streamlit"], max_size=None) as socket:
        reader = Reader(number, socket)
        for page, choice in choices(number, count, span):
            seen = await reader.ask(page, choice, span)
            if not page:
                wanted = expected(frame, choice)
                if seen != wanted:
                    raise RuntimeError(f"reader {number} saw {seen!r} instead of {wanted!r}")
                reader.checked += 1
            await asyncio.sleep(dice.uniform(*PAUSE_S))
        return reader


async def together(address: str, readers: int, count: int) -> list[Reader]:
    """All readers at once."""
    found = project.read(Folders())
    stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    return await asyncio.gather(
        *(read(number, stream, found.events, found.span, count) for number in range(readers))
    )


def main() -> None:
    """Print the machine, then one line a measure."""
    sizes = [*map(int, sys.argv[1:]), READERS, CHANGES]
    readers, count = (sizes[0], sizes[1]) if len(sys.argv) > 2 else (sizes[0], CHANGES)  # noqa: PLR2004
    print(machine())
    with served() as (address, process, _):
        asyncio.run(together(address, 1, 3))
        before, used = memory(process), cpu(process)
        found = asyncio.run(together(address, readers, count))
        first = [reader.times[0] for reader in found]
        later = [took for reader in found for took in reader.times[1:]]
        print("| measure | value |\n|---|---|")
        print(f"| readers at once; changes | {readers}; {len(later)} |")
        print(
            f"| server memory before; with all of them | {before:.0f}; {memory(process):.0f} MB |"
        )
        print(
            f"| first page, median (worst) | {statistics.median(first):.0f} ({max(first):.0f}) ms |"
        )
        print(f"| rerun, median | {statistics.median(later):.0f} ms |")
        print(f"| rerun, 95th percentile | {statistics.quantiles(later, n=20)[-1]:.0f} ms |")
        print(f"| rerun, worst | {max(later):.0f} ms |")
        print(
            f"| processor a page | {(cpu(process) - used) / (len(later) + readers) * 1000:.0f} ms |"
        )
        print(f"| sentences compared; another's | {sum(one.checked for one in found)}; 0 |")


def cpu(process: psutil.Process) -> float:
    """Seconds of processor that the server has used."""
    used = process.cpu_times()
    return float(used.user + used.system)


if __name__ == "__main__":
    main()
