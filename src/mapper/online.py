"""Ask an online service what the files do not know: only when a user says so, never in a page."""

from __future__ import annotations

from dataclasses import dataclass

from mapper.model import LADDER, Context, Place, Placement
from mapper.places import Known, finest, scope_of
from mapper.providers import Answer, Question, Service, reason_against

# A service may answer as fine as the text, or coarser, down to the neighborhood: coarser things
# the row itself says.
COARSEST = LADDER.index("neighborhood")


@dataclass(frozen=True)
class Asked:
    """One question and what became of it: an accepted answer, or why each was refused."""

    text: str
    context: Context
    answer: Answer | None
    refused: tuple[tuple[str, str], ...]


def ask(text: str, context: Context, service: Service, known: Known) -> Asked:
    """Ask for one text; the first answer that can be believed is taken.

    Raises:
        ServiceError: the service gave no answer.
        UsageError: the question is unfit for the service.
    """
    rung = finest(text)
    street = text if rung in ("address", "street") else ""
    cities = scope_of(context, known).holders
    wanted = [name for name in LADDER[LADDER.index(rung) : COARSEST + 1] if _fits(name, rung)]
    refused: list[tuple[str, str]] = []
    for answer in service.ask(Question(text, context, street=street)):
        rivals = known.search(answer.city) if answer.city else []
        reason = reason_against(answer, wanted, context, cities, rivals)
        if not reason:
            return Asked(text, context, answer, tuple(refused))
        refused.append((answer.name, reason))
    return Asked(text, context, None, tuple(refused))


def placed(asked: Asked, found: Placement) -> Placement:
    """An accepted answer as a placement; without one, what the files said."""
    answer = asked.answer
    if answer is None:
        return found
    place = Place(
        place_id=answer.place_id,
        name=answer.name,
        rung=answer.rung,
        position=answer.position,
        uncertainty_m=answer.uncertainty_m,
        city=answer.city,
        county=answer.county,
        state=answer.state,
    )
    return Placement(asked.text, "placed", "online", place, used=asked.text)


def _fits(rung: str, own: str) -> bool:
    """Whether an answer of a rung says where a text of another is: an area does, a street not."""
    return rung == own or LADDER.index(rung) >= COARSEST


def row(asked: Asked, answer: Answer) -> dict[str, str]:
    """An accepted answer as a row; 5 decimals are 1 m."""
    return {
        "text": asked.text,
        "locality": asked.context.city,
        "state": asked.context.state,
        "place_id": answer.place_id,
        "name": answer.name,
        "lon": f"{answer.position.lon:.5f}",
        "lat": f"{answer.position.lat:.5f}",
        "precision": answer.rung,
        "uncertainty_m": f"{answer.uncertainty_m:.0f}",
        "city": answer.city,
        "county": answer.county,
        "service": answer.service,
        "attribution": answer.attribution,
        "asked": answer.asked.isoformat(),
    }
