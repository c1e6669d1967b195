"""``mapper figure``: a figure as a file, and whether such a file is still what the data give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import pandas as pd
import typer

from mapper import disk, project, snapshots
from mapper.catalog.schema import CONFIDENCES
from mapper.catalog.schema import KINDS as OF_EVENTS
from mapper.cli.numbers import From, In, To, window
from mapper.cli.shared import Data, Geo, folders_of, say, show, told, words
from mapper.errors import UsageError
from mapper.figure import files, ground, make, stamp
from mapper.figure.spec import KINDS, PRESETS, Spec
from mapper.figure.verify import Answer, Became, verify
from mapper.i18n import N_
from mapper.model import Filters
from mapper.project import Project
from mapper.settings import Folders

# What a script reads of an answer.
EXITS = {"same": 0, "changed": 1, "versions": 4, "altered": 5}
SAID = {
    "same": N_("{file} is what the data give today, byte for byte. Data {now}."),
    "changed": N_("The data have changed since {file} was made: {then} then, {now} now."),
    "versions": N_("{file} was made by other versions from the same data, {now}."),
    "altered": N_(
        "{file} is not what data {now} and these versions give: it was changed by other hands."
    ),
}
BECAME = {
    "corrected": N_("corrected: {event}"),
    "moved": N_("moved: {event}"),
    "withdrawn": N_("withdrawn: {event}"),
    "left": N_("no longer in this figure: {event}"),
    "came": N_("now in this figure: {event}"),
}
Named = Annotated[str, typer.Option(metavar="WORDS", help="Words divided by commas.")]


def figure(
    kind: Annotated[str, typer.Option(help=f"What it shows: {', '.join(KINDS)}.")] = "map",
    preset: Annotated[str, typer.Option(help=f"Its shape: {', '.join(PRESETS)}.")] = "wide",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="FILE.png, FILE.svg or FILE.pdf.")
    ] = None,
    data: Data = None,
    geo: Geo = None,
    *,
    first: From = "",
    last: To = "",
    area: In = "",
    kinds: Named = "",
    sure: Named = "",
    historical: Annotated[
        bool, typer.Option("--historical", help="With earlier protests that are recalled.")
    ] = False,
    lang: Annotated[str, typer.Option(help="Its language: en, es.")] = "en",
    headline: Annotated[str, typer.Option(help="Your own headline.")] = "",
    standfirst: Annotated[str, typer.Option(help="Your own words under it.")] = "",
    march: Annotated[str, typer.Option(metavar="ROUTE_ID", help="For --kind march.")] = "",
    of_file: Annotated[
        Path | None,
        typer.Option("--verify", metavar="FILE", help="Build a figure's file again and compare."),
    ] = None,
) -> None:
    """Write a figure for print or post, or check one that was written before."""
    with told():
        where = folders_of(data, geo)
        if of_file:
            code = _checked(of_file, where)
        else:
            asked = Asked(first, last, kinds, sure, is_historical=historical)
            found = project.read(where)
            filters = _filters(asked, found.events)
            spec = Spec(kind, preset, lang, filters, area, headline, standfirst, march)
            code = _written(output, spec, found, where)
    raise typer.Exit(code)


class Asked(NamedTuple):
    """What of the events is asked for, in the words of the command line."""

    first: str
    last: str
    kinds: str
    sure: str
    is_historical: bool


def _filters(asked: Asked, frame: pd.DataFrame) -> Filters:
    """The same as values.

    Raises:
        UsageError: a day or a word is none.
    """
    return Filters(
        window=window(asked.first, asked.last, frame),
        kinds=_some_of("kind", asked.kinds, OF_EVENTS),
        confidences=_some_of("confidence", asked.sure, CONFIDENCES),
        historical=asked.is_historical,
    )


def _some_of(name: str, text: str, options: Sequence[str]) -> tuple[str, ...]:
    """Words divided by commas, in the order of the options.

    Raises:
        UsageError: a word is not among them.
    """
    words_ = [word.strip() for word in text.split(",") if word.strip()]
    for word in words_:
        if word not in options:
            raise UsageError("figure_option", name=name, value=word, options=", ".join(options))
    return tuple(option for option in options if option in words_)


def _written(output: Path | None, spec: Spec, found: Project, where: Folders) -> int:
    """Write the file, and say what it shows.

    Raises:
        UsageError: the file has no name, or one of no format; there is no such figure.
    """
    if output is None:
        raise UsageError("figure_nowhere")
    fmt = files.suffix(output)
    today = snapshots.of(found)
    drawn = make(spec, found, ground.read(where.geo), today.name)
    mark = stamp.of(spec, drawn, today, stamp.versions(where.geo))
    disk.replace(output, files.write(drawn, fmt, mark))
    for notice in drawn.notices:
        say(notice)
    show(drawn.caption)
    show(drawn.alt)
    return 0


def _checked(path: Path, where: Folders) -> int:
    """Tell what became of a file's data; gives the exit code."""
    found = project.read(where)
    today = snapshots.of(found)
    on = ground.read(where.geo)
    answer = verify(
        path, lambda spec: make(spec, found, on, today.name), today, stamp.versions(where.geo)
    )
    for line in _lines(path.name, answer):
        show(line)
    return EXITS[answer.verdict]


def _lines(name: str, answer: Answer) -> Iterator[str]:
    """What is said of a file: the verdict, then the events, then the versions."""
    t = words()
    yield t(SAID[answer.verdict], file=name, then=answer.stamp.data, now=answer.now)
    if not answer.is_drawn:
        yield t("This figure cannot be drawn from today's data.")
    if answer.became is None:
        yield t("It shows too many events to tell which of them have changed.")
    elif answer.became:
        for what, events in _became(answer.became):
            yield from (t(BECAME[what], event=event) for event in events)
    elif answer.verdict == "changed":
        yield t("None of the events that it shows has changed.")
    for one in answer.versions:
        yield t("made with {name} {then}, now {now}", name=one.name, then=one.then, now=one.now)


def _became(found: Became) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The events, by what became of them."""
    every = {**vars(found.changes), "left": found.left, "came": found.came}
    yield from ((what, every[what]) for what in BECAME)
