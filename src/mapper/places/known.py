"""What is known of places, as one thing to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mapper import names
from mapper.gazetteer import Index
from mapper.model import Context, Place
from mapper.streets import Network

# A text, folded, with its folded city and its state: what an online service was asked.
Question = tuple[str, str, str]


@dataclass(frozen=True, eq=False)
class Known:
    """The knowledge of a machine.

    Attributes:
        index: places by name and by address.
        network: streets, their corners and their house numbers.
        answers: what an online service once answered and was accepted, each with its attribution.
        version: changes with every file that the knowledge was read from.
    """

    index: Index
    network: Network
    answers: Mapping[Question, tuple[Place, str]] = field(default_factory=dict)
    version: str = ""

    def search(self, name: str) -> list[Place]:
        """The places of a name."""
        return self.index.find(name)

    def similar(self, name: str, state: str) -> list[Place]:
        """The places of a state whose name is a slip of the pen away."""
        return self.index.similar(name, state)

    def place(self, place_id: str) -> Place | None:
        """The place or crossing of an id."""
        return self.index.by_id(place_id) or self.network.by_id(place_id)

    def answered(self, text: str, context: Context) -> Place | None:
        """The accepted answer to a text in its context."""
        found = self.answers.get(question(text, context)) if self.answers else None
        return found[0] if found else None

    def credit(self, text: str, context: Context) -> str:
        """What the service asks to be said of its answer to a text."""
        return self.answers[question(text, context)][1]


def question(text: str, context: Context) -> Question:
    """The key of a text in its context."""
    return names.fold(text), names.fold(context.city), context.state
