"""A whole text to one placement: its parts, what holds them, and several places in one text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mapper.model import LADDER, Placement, distance_m
from mapper.places import lexicon
from mapper.places.decide import candidate
from mapper.places.known import Known
from mapper.places.readings import Reading, corners, is_event, readings
from mapper.places.rungs import LADDER as RUNGS
from mapper.places.rungs import by_street
from mapper.places.scope import HOLDERS, Contradiction, Scope, narrowed
from mapper.spelling import mended

# "Near" and "around" say that it was not at the place itself: at least two Los Angeles blocks of
# about 200 m. A convention of this project (docs/method.md), not a measurement.
VICINITY_M = 400.0
MOST_PARTS = 6
# What one walks along is a street before it is anything else of that name.
ALONG = (by_street, *RUNGS)
# What no other spelling can mend: the words are known, and contradict.
REFUSALS = frozenset(
    (
        "elsewhere",
        "contradiction",
        "no_corner",
        "same_corner",
        "number_outside",
        "unclear_part",
        "negated",
    )
)


@dataclass(frozen=True)
class Asker:
    """What a text is asked of: the scope, what is known, and whether slips are forgiven."""

    scope: Scope
    known: Known
    slips: bool = False

    def simple(self, text: str) -> Placement:
        """The answer to words that name one place: each reading on each rung."""
        best = Placement(text, "not_found", "unknown")
        every = list(readings(text))
        # A slip is looked for in the words as they stand and in the barest: that takes time.
        for reading in dict.fromkeys([*every[:2], every[-1]]) if self.slips else every:
            for rung in ALONG if reading.along else RUNGS:
                found = rung(reading, self.scope, self.known, slips=self.slips)
                if found.status != "not_found":
                    return _told(found, reading)
                best = found if best.rule == "unknown" and found.rule != "unknown" else best
        return best


def read(text: str, scope: Scope, known: Known) -> Placement:
    """The answer to levelled words; none where they say that it was not there."""
    found = _read(text, scope, known)
    if found.place is None:
        return found
    rest = text.replace(found.used, " ") if found.used else text
    area = LADDER.index(found.place.rung) >= LADDER.index("neighborhood")
    if lexicon.NEGATED.search(rest) or (area and lexicon.OUTSIDE.search(rest)):
        return Placement(text, "not_found", "negated", None, (candidate(found.place, "negated"),))
    return found


def _read(text: str, scope: Scope, known: Known) -> Placement:
    """The answer to one place, or to several with separators between them."""
    pieces = [piece for piece in lexicon.SEVERAL.split(text) if any(map(str.isalnum, piece))]
    text = pieces[0] if pieces else text
    if len(pieces) > 1:
        return _several(text, [_located(piece, scope, known) for piece in pieces[:MOST_PARTS]])
    return _located(text, scope, known)


def _located(text: str, scope: Scope, known: Known) -> Placement:
    """The answer to words without a separator: as written, then with slips, then in parts."""
    exact = _one(text, Asker(scope, known))
    if exact.status != "not_found" or exact.rule in REFUSALS:
        return exact
    slipped = _one(mended(text, lexicon.GENERIC), Asker(scope, known, slips=True))
    if slipped.status != "not_found" or slipped.rule in REFUSALS:
        return slipped._replace(rule="spelling") if slipped.place else slipped
    return _joined(text, scope, known) or _container(text, scope, known) or exact


def _one(text: str, asker: Asker) -> Placement:
    """The answer to words that name one place, with what holds it and what describes it."""
    found = asker.simple(text)
    if found.status != "not_found":
        return found
    spans = _spans(text)
    last = len(spans) - 1
    while found.status == "not_found" and last > 0:
        try:
            inner = _inside(text[slice(*spans[last])], asker.scope, asker.known)
        except Contradiction:
            return Placement(text, "not_found", "contradiction", None, found.candidates)
        if inner is None:
            break
        asker, last = replace(asker, scope=inner), last - 1
        found = asker.simple(text[: spans[last][1]])
    if found.status != "not_found" or last <= 0:
        return found
    return _described(text, spans[: last + 1], asker)


def _described(text: str, spans: Sequence[tuple[int, int]], asker: Asker) -> Placement:
    """One place said in several ways: "Hall of Records, 320 W Temple St"."""
    told = [span for span in spans if not is_event(text[slice(*span)])]
    pieces = [text[slice(*span)] for span in told]
    found = [_beside(text, span, asker.simple(text[slice(*span)])) for span in told]
    refused = next((one for one in found if one.rule in REFUSALS), None)
    unclear = [one for one in found if one.status == "ambiguous"]
    if refused or not any(one.place for one in found):
        return refused or next(iter(unclear), Placement(text, "not_found", "unknown"))
    if found[-1].status == "not_found" and (items := _listed(pieces, asker)):
        return _several(text, items)
    return _agreed(text, dict(zip(pieces, found, strict=True)), asker.scope)


def _agreed(text: str, found: Mapping[str, Placement], scope: Scope) -> Placement:
    """The finest of several answers, if all can be one spot; ``found`` are the parts' in order."""
    placed = [one for one in found.values() if one.place]
    if not _agree(placed):
        return _several(text, placed)
    finest = min(placed, key=_fineness)
    unclear = [one for one in found.values() if one.status == "ambiguous"]
    if unclear and _fineness(finest)[0] >= LADDER.index("city"):
        return unclear[0]
    if not all(_meets(finest, one) for one in unclear):
        return Placement(text, "not_found", "contradiction", None, unclear[0].candidates)
    unknown = [piece for piece, one in found.items() if one.status == "not_found"]
    behind = list(found)[list(found.values()).index(finest) :]
    # What stands behind a name holds it, as a city does: unknown, it may be anywhere.
    if unknown and (unknown[-1] in behind or not scope.holders):
        return Placement(text, "not_found", "unclear_part", left=unknown[-1])
    rule = "described" if len(found) > 1 else finest.rule
    return finest._replace(rule=rule, left=", ".join(unknown))


def _beside(text: str, span: tuple[int, int], found: Placement) -> Placement:
    """An answer to a part; one behind "near" is only near."""
    return _widened(found) if lexicon.NEAR_BEFORE.search(text[: span[0]]) else found


def _meets(finest: Placement, unclear: Placement) -> bool:
    """Whether an ambiguous part can be at the place that another part names."""
    place = finest.place
    return place is None or any(
        distance_m(place.position, rival.position) <= place.uncertainty_m + VICINITY_M
        for rival in unclear.candidates
    )


def _listed(pieces: Sequence[str], asker: Asker) -> list[Placement]:
    """The places of "A, B and C", and of "A, B and C high schools"; none if it is no list."""
    last = pieces[-1].removeprefix("and ").removeprefix("y ")
    noun = ""
    if shared := lexicon.SHARED.match(last):
        last, noun = shared[1], f" {shared[2].removesuffix('s')}"
    ends = [end for end in lexicon.JOINED.split(last) if end]
    if len(ends) == 1 and last == pieces[-1]:
        return []
    items = [*pieces[:-1], *ends]
    named = [asker.simple(item + noun) for item in items]
    return [
        one if one.place else asker.simple(item) for item, one in zip(items, named, strict=True)
    ]


def _joined(text: str, scope: Scope, known: Known) -> Placement | None:
    """Two places joined by "and", or the ends of a way, each finer than a city."""
    way = lexicon.WAY.match(text)
    cuts = list(lexicon.JOINED.finditer(text))[:MOST_PARTS]
    pairs = [(text[: cut.start()], text[cut.end() :]) for cut in cuts]
    for sides in [way.groups(), *pairs] if way else pairs:
        answers = [_one(side, Asker(scope, known)) for side in sides if side]
        fine = [one.place and _fineness(one)[0] < LADDER.index("city") for one in answers]
        if len(fine) > 1 and all(fine):
            return _several(text, answers)
    return None


def _container(text: str, scope: Scope, known: Known) -> Placement | None:
    """The place that holds an unknown one, if the text names it: "a café in Boyle Heights".

    Not for two streets or a house number: those are known, or they are not.
    """
    if middle := lexicon.DOWNTOWN.match(text):
        city = Asker(scope, known).simple(middle[1])
        if city.place and city.place.rung == "city":
            return city._replace(query=text, rule="container", left=text[: middle.start(1)].strip())
    spans = _spans(text)
    if not spans:
        return None
    container: Placement | None = None
    last = len(spans) - 1
    while last > 0:
        part = text[slice(*spans[last])]
        inner = _inside(part, scope, known)
        if inner is None:
            break
        found = Asker(scope, known).simple(part)
        container = found if found.place and found.place.rung in HOLDERS else container
        scope, last = inner, last - 1
    head = text[: spans[last][1]]
    shaped = any((lexicon.ADDRESS.match(head), lexicon.STRETCH.match(head), *corners(head)))
    if container is None or shaped or last > 0:
        return None
    if is_event(head):
        return container._replace(query=text, used=container.query)
    return container._replace(query=text, rule="container", used=container.query, left=head)


def _several(text: str, found: Sequence[Placement]) -> Placement:
    """Several places in one text, in order; the caller chooses."""
    placed = [one for one in found if one.place]
    if not placed:
        return next((one for one in found if one.status == "ambiguous"), found[0])
    if len({one.place for one in placed}) == 1 and len(placed) == len(found):
        return placed[0]._replace(query=text)
    named = tuple(candidate(one.place, "also_named") for one in placed if one.place)
    return Placement(text, "ambiguous", "several", None, named, parts=tuple(found))


def _told(found: Placement, reading: Reading) -> Placement:
    """An answer with the words that gave it; "near" makes its circle wider."""
    found = found._replace(used=reading.name.removesuffix(found.left).strip())
    return _widened(found) if reading.near else found


def _widened(found: Placement) -> Placement:
    """An answer that is said to be near its place."""
    if found.place is None:
        return found
    wide = max(found.place.uncertainty_m, VICINITY_M)
    return found._replace(place=replace(found.place, uncertainty_m=wide), rule="near")


def _agree(placed: Sequence[Placement]) -> bool:
    """Whether all places can be one spot: each two circles meet."""
    places = [one.place for one in placed if one.place]
    return all(
        distance_m(one.position, other.position) <= one.uncertainty_m + other.uncertainty_m
        for one in places
        for other in places
    )


def _fineness(found: Placement) -> tuple[int, float]:
    """How fine a placed answer is, for comparison."""
    place = found.place
    return (LADDER.index(place.rung), place.uncertainty_m) if place else (len(LADDER), 0.0)


def _spans(text: str) -> list[tuple[int, int]]:
    """Where the parts of a text lie that stand inside or beside each other, in order."""
    cuts = list(lexicon.INSIDE.finditer(text))
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    spans = [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    return spans if len(spans) <= MOST_PARTS else [(0, len(text))]


def _inside(part: str, scope: Scope, known: Known) -> Scope | None:
    """The scope with what a part says of it, without the words before its name."""
    told = (narrowed(scope, reading.name, known) for reading in readings(part))
    return next((inner for inner in told if inner is not None), None)
