"""Online geocoding services, opt-in: one question, answers that are checked, and a cache."""

from __future__ import annotations

import json
from types import TracebackType
from typing import Any, Self

from geopy.exc import ConfigurationError, GeopyError
from geopy.location import Location

from mapper.errors import MapperError, ServiceError, UsageError
from mapper.model import Position
from mapper.providers import directory, failures, store
from mapper.providers.adapter import Adapter, MovedError, is_answer
from mapper.providers.asking import DIALECTS
from mapper.providers.judge import reason_against
from mapper.providers.transport import TooMuchError, WaitTooLongError
from mapper.providers.values import Answer, Question, Settings

__all__ = ["Answer", "Question", "Service", "Settings", "reason_against"]

# What a row of another shape than the service's makes a reader stumble over.
MISSHAPEN = (LookupError, TypeError, ValueError, AttributeError)


class Service:
    """One online service. Nothing is sent before :meth:`ask`.

    Attributes:
        notes: what happened beside the answers, as errors that were not raised: ``cache_broken``
            (a cache was put aside), ``answers_dropped`` (rows without a position).
    """

    def __init__(self, settings: Settings) -> None:
        """Open the cache and look for the key.

        Raises:
            UsageError: the service, the server or the user agent is unfit, or the key is missing.
            DataError: the cache cannot be written to.
        """
        self.notes: list[MapperError] = []
        self._settings = settings
        self._provider = directory.provider(settings.service)
        self._dialect = DIALECTS[settings.service]
        self._server = directory.server(settings)
        directory.check_agent(settings.user_agent, self._provider.title)
        self._session = store.session(settings, self._server, is_answer, self.notes.append)

    def __enter__(self) -> Self:
        """Use it in a ``with`` block to have it closed."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close connections and the cache."""
        # Its own close has no types.
        with self._session:
            pass

    def ask(self, question: Question) -> list[Answer]:
        """Every place that the service names, its best first, believed by nobody yet.

        A question that was answered before is answered from the cache, without a request.

        Raises:
            UsageError: the question is empty or unfit for the service.
            ServiceError: the service gave no answer; the code says why.
            DataError: the cache cannot be written to.
        """
        if not question.text.strip():
            raise UsageError("text_empty")
        adapter = Adapter(self._session, self._dialect.numbers)
        located = self._located(adapter, question)
        answers = [found for row in located if (found := self._answer(row, adapter))]
        if lost := adapter.dropped + len(located) - len(answers):
            title = self._provider.title
            self.notes.append(ServiceError("answers_dropped", service=title, value=lost))
        return answers

    def _located(self, adapter: Adapter, question: Question) -> list[Location]:
        """What geopy makes of the server's answer."""
        common: dict[str, Any] = {
            "domain": self._server.domain,
            "scheme": self._server.scheme,
            "timeout": self._settings.timeout_s,
            "user_agent": self._settings.user_agent,
            "adapter_factory": lambda **_: adapter,
        }
        title = self._provider.title
        try:
            return self._dialect.ask(common, question) or []
        except ConfigurationError:
            agent = self._settings.user_agent
            raise UsageError("service_agent", service=title, value=agent) from None
        except (GeopyError, MovedError, TooMuchError, WaitTooLongError) as error:
            raise failures.told(error, title, self._settings) from None
        except MISSHAPEN:
            raise ServiceError("service_broken", service=title) from None

    def _answer(self, located: Location, adapter: Adapter) -> Answer | None:
        """One of geopy's locations as an answer; ``None`` where its row is of no known shape."""
        position = Position(lon=located.longitude, lat=located.latitude)
        try:
            facts = self._dialect.facts(located.raw, position)
        except MISSHAPEN:
            return None
        return Answer(
            **facts._asdict(),
            position=position,
            service=self._settings.service,
            attribution=self._provider.attribution,
            asked=adapter.asked,
            raw=json.dumps(located.raw, ensure_ascii=False, sort_keys=True),
        )
