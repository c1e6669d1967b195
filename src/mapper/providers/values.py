"""What is asked of an online geocoding service, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mapper.model import Context, Position


@dataclass(frozen=True)
class Settings:
    """Which service to ask, and how patiently.

    Args:
        service: a key of :data:`mapper.providers.directory.PROVIDERS`.
        user_agent: names the application and a way to reach its people, as Nominatim demands.
        cache: a folder for the raw answers, one SQLite file a service.
        server: a domain of one's own; "" is the public one. TLS is used unless it begins with
            ``http://`` or is this machine itself.
        timeout_s: the longest silence within one try.
        pause_s: the least time between two requests to one server. Nominatim's usage policy
            allows one request a second.
        retries: how often a failed try is made again.
        most_wait_s: a server that asks for a longer wait is not waited for.
    """

    service: str
    user_agent: str
    cache: Path
    server: str = ""
    timeout_s: float = 10.0
    pause_s: float = 1.0
    retries: int = 3
    most_wait_s: float = 30.0

    @property
    def patience_s(self) -> float:
        """The longest that one question can take: every try, and one wait between them."""
        return (1 + self.retries) * (self.timeout_s + self.pause_s) + self.most_wait_s


@dataclass(frozen=True)
class Question:
    """One place text, and its parts where they are known.

    Args:
        text: the place as people write it.
        context: the city and the state that it is said to be in.
        street: a house number and a street, or a street alone.
        name: the name of a school, a park or the like.
    """

    text: str
    context: Context = field(default_factory=Context)
    street: str = ""
    name: str = ""


@dataclass(frozen=True)
class Answer:
    """One place that a service knows.

    ``rung`` is a word of :data:`mapper.model.LADDER`, or "" for what is none (a bus stop, a postal
    code). ``uncertainty_m`` is 0 where the service tells no extent and none can be assumed. Such
    answers are refused by :func:`mapper.providers.judge.reason_against`.

    ``state`` and ``country`` are two letters in capitals or "". ``asked`` is the day (UTC) on which
    the server sent ``raw``, its own words as JSON, which may be earlier than today. ``place_id`` is
    the service's own id.
    """

    name: str
    rung: str
    position: Position
    uncertainty_m: float
    city: str
    county: str
    state: str
    country: str
    service: str
    attribution: str
    asked: date
    raw: str
    place_id: str
