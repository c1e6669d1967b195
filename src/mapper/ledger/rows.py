"""Tables of the catalogue to tables of the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import pandas as pd

from mapper import places
from mapper import routes as routes_
from mapper.contract import US_STATES
from mapper.decisions import Decision
from mapper.directions import INFERRED, STATED
from mapper.knowledge import Knowledge
from mapper.model import Candidate, Context, Placement

EVENT_COLUMNS = (
    "event_id",
    "query",
    "status",
    "lon",
    "lat",
    "precision",
    "uncertainty_m",
    "rung",
    "place_id",
    "matched_place",
    "neighborhood",
    "city",
    "postal_city",
    "county",
    "state",
    "rivals",
    "rule",
    "reason",
    "attribution",
)
ROUTE_COLUMNS = (
    "route_id",
    "event_id",
    "status",
    "certainty",
    "reason",
    "start_query",
    "start_place",
    "start_lon",
    "start_lat",
    "end_query",
    "end_place",
    "end_lon",
    "end_lat",
    "length_low_m",
    "length_high_m",
    "legs_stated",
    "legs_inferred",
    "legs_unknown",
)
# What answered where the text itself did not.
NOT_THE_TEXT = ("decision", "online", "locality", "state", "country")
COUNTRIES = {"US": "United States"}


def events(
    events: pd.DataFrame, known: places.Known, decided: Mapping[str, Decision]
) -> pd.DataFrame:
    """One row an event, ``EVENT_COLUMNS``, in the order of the ids.

    Args:
        events: the table of events.
        known: what is known of places.
        decided: the places that people chose, by event: they go before the ladder.
    """
    rows = []
    wanted = events.sort_values("event_id")[["event_id", *QUERY]].itertuples(index=False)
    for event_id, *query in wanted:
        found = placed(*query, known=known)
        decision = decided.get(event_id)
        if decision:
            place = decision.place
            found = found._replace(status="placed", rule="decision", place=place)
        reason = f"{decision.date}: {decision.reason}" if decision else ""
        credit = known.credit(query[0], Context(*query[1:3])) if found.rule == "online" else ""
        rows.append((*_event_row(event_id, found), reason, credit))
    return pd.DataFrame(rows, columns=list(EVENT_COLUMNS))


QUERY = ["place_text", "locality", "state", "country"]


def placed(text: str, locality: str, state: str, country: str, *, known: places.Known) -> Placement:
    """Place an event: by its text, else by the coarser things that its row says.

    A text that names several places stays ambiguous: a coarser dot would hide that.
    """
    found = places.locate(text, Context(locality, state), known)
    if found.status != "not_found":
        return found
    coarser: tuple[tuple[str, str, Context], ...] = (
        ("locality", locality, Context(locality, state)),
        ("state", state, Context("", state)),
        ("country", COUNTRIES.get(country, country), Context()),
    )
    for rule, name, context in coarser:
        answer = _by_name(name, context, known) if name else None
        if answer and answer.place:
            return answer._replace(query=text, rule=rule, candidates=found.candidates)
    return found


def _by_name(name: str, context: Context, known: places.Known) -> Placement:
    """Place a locality, a state (given as its code) or a country."""
    if name == context.state and not context.city:
        states = [place for place in known.search(US_STATES[name]) if place.rung == "state"]
        return Placement(
            name, "placed" if states else "not_found", "state", next(iter(states), None)
        )
    return places.locate(name, context, known)


def routes(
    routes: pd.DataFrame, events: pd.DataFrame, knows: Knowledge
) -> tuple[pd.DataFrame, list[dict[str, object]]]:
    """One row a way that a march took, ``ROUTE_COLUMNS``, by the ids; and its legs in order.

    A route whose words tell of several groups gives a row for each, its id with a number. A leg
    has route_id, event_id, order, certainty, words, street, length_m, uncertainty_m, network,
    network_date, open_end, open_start and ``line``, its positions (lon, lat).
    """
    wanted = ["event_id", "locality", "state"]
    contexts = {
        event: Context(locality, state)
        for event, locality, state in events[wanted].itertuples(index=False)
    }
    columns = ["route_id", "event_id", "words", "start_text", "end_text"]
    rows, legs = [], []
    for route, event, *told in routes.sort_values("route_id")[columns].itertuples(index=False):
        lines = _lines(routes_.Told(*told), contexts[event], knows)
        for number, line in enumerate(lines, 1):
            name = route if len(lines) == 1 else f"{route}-{number}"
            rows.append((name, event, *_line_cells(line)))
            for order, part in enumerate(line.parts, 1):
                own = {"route_id": name, "event_id": event, "order": order}
                legs.append(own | routes_.as_row(part))
    return pd.DataFrame(rows, columns=list(ROUTE_COLUMNS)), legs


def _lines(told: routes_.Told, context: Context, knows: Knowledge) -> list[routes_.Line]:
    """The lines of one route of the catalogue."""
    locate: Callable[[str], Placement] = partial(places.locate, context=context, known=knows.known)
    return routes_.compiled(told, locate, *knows.walks_in(context))


def _event_row(event_id: str, found: Placement) -> tuple[str, ...]:
    """One placement as cells."""
    place = found.place
    if place is None:
        blank = ("",) * (len(EVENT_COLUMNS) - 7)
        return (event_id, found.query, found.status, *blank, _rivals(found), found.rule)
    return (
        event_id,
        found.query,
        found.status,
        *_position(found),
        place.rung,
        f"{place.uncertainty_m:.0f}",
        found.rule if found.rule in NOT_THE_TEXT else "text",
        place.place_id,
        place.name,
        place.neighborhood,
        place.city,
        place.postal_city,
        place.county,
        place.state,
        _rivals(found),
        found.rule,
    )


def _position(found: Placement | None) -> tuple[str, str]:
    """Longitude and latitude as text, 5 decimals (1 m), or two blanks."""
    if found is None or found.place is None:
        return ("", "")
    return (f"{found.place.position.lon:.5f}", f"{found.place.position.lat:.5f}")


def _rivals(found: Placement) -> str:
    """The candidates that were not taken, each with the reason."""
    return "|".join(map(_rival, found.candidates))


def _rival(candidate: Candidate) -> str:
    """One candidate as text."""
    return f"{candidate.place_id} ({candidate.why_not})"


def _line_cells(line: routes_.Line) -> tuple[str, ...]:
    """One line as the cells of its row, from ``certainty`` on."""
    ends = [
        cell
        for end in (line.start, line.end)
        for cell in (
            end.query if end else "",
            end.place.name if end and end.place else "",
            *_position(end),
        )
    ]
    lengths = (
        "" if metres is None else f"{metres:.0f}" for metres in line.lengths_m or (None,) * 2
    )
    kinds = (STATED, INFERRED)
    counts = [sum(part.certainty == kind for part in line.parts) for kind in kinds]
    status = "no_line" if line.reason else "line"
    return (
        status, line.certainty, line.reason, *ends, *lengths,
        *map(str, (*counts, len(line.missed))),
    )  # fmt: skip
