"""Online services on the command line: only where ``--online`` names one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mapper import answers, i18n, online, places
from mapper.cli.shared import say, words
from mapper.describe.words import REFUSED
from mapper.errors import UsageError
from mapper.model import Context, Placement
from mapper.providers import Service, Settings
from mapper.settings import user_agent

ANSWERS = "answers.csv"
# Their terms forbid to store answers (docs/decisions/2026-11-22-online-services.md).
NOT_KEPT = ("arcgis", "google")


def settings(wish: str, geo: Path) -> Settings:
    """How a service is asked: NAME, or NAME@SERVER; its cache lies under ``local/``."""
    service, _, server = wish.partition("@")
    return Settings(service, user_agent(), geo / "local" / "online", server=server)


def one(found: Placement, context: Context, known: places.Known, how: Settings) -> Placement:
    """A text that the files do not know, answered by a service, if it can be believed."""
    with Service(how) as service:
        asked = online.ask(found.query, context, service, known)
        _tell(service, [asked])
    return online.placed(asked, found)


def every(
    texts: Iterable[tuple[str, Context]], known: places.Known, how: Settings, geo: Path
) -> int:
    """Ask for texts, keep what can be believed in ``answers.csv``; give how many that were.

    What was answered before an error stays.

    Raises:
        UsageError: the terms of the service forbid to keep its answers.
        ServiceError: the service gave no answer.
    """
    if how.service in NOT_KEPT:
        raise UsageError("service_terms", service=how.service)
    kept = []
    with Service(how) as service:
        try:
            for text, context in texts:
                asked = online.ask(text, context, service, known)
                _tell(service, [asked])
                kept += [online.row(asked, asked.answer)] if asked.answer else []
        finally:
            if kept:
                answers.keep(geo / ANSWERS, kept)
    return len(kept)


def _tell(service: Service, every_asked: Iterable[online.Asked]) -> None:
    """Say what was refused and what the service noted on the way."""
    for note in service.notes:
        say(i18n.message(note, words()))
    service.notes.clear()
    for asked in every_asked:
        for name, reason in asked.refused:
            why = words()(REFUSED[reason])
            say(words()("Refused for {text!r}: {name}. {why}", text=asked.text, name=name, why=why))
