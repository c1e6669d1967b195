"""A whole text to one placement: its parts, what holds them, and several places in one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mapper.model import LADDER, Placement
from mapper.places import lexicon
from mapper.places.asker import Asker
from mapper.places.decide import candidate
from mapper.places.known import Known
from mapper.places.parts import REFUSALS, described, fineness, several
from mapper.places.readings import MOST_PARTS, corners, is_event, readings
from mapper.places.scope import HOLDERS, Contradiction, Scope, narrowed
from mapper.spelling import mended


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
        return several(text, [_located(piece, scope, known) for piece in pieces[:MOST_PARTS]])
    return _located(text, scope, known)


def _located(text: str, scope: Scope, known: Known) -> Placement:
    """The answer to words without a separator: as written, then with slips, then in parts."""
    exact = _one(text, Asker(scope, known))
    if exact.status != "not_found" or exact.rule in REFUSALS - {"elsewhere"}:
        return exact
    slipped = _one(mended(text, lexicon.GENERIC), Asker(scope, known, slips=True))
    if slipped.place:
        used = slipped.used if slipped.used in text else text
        return slipped._replace(rule="spelling", used=used)
    if slipped.status != "not_found" or exact.rule == "elsewhere" or slipped.rule in REFUSALS:
        return exact if exact.rule == "elsewhere" else slipped
    return _joined(text, scope, known) or _container(text, scope, known) or exact


def _one(text: str, asker: Asker) -> Placement:
    """The answer to words that name one place, with what holds it and what describes it."""
    found = asker.simple(text)
    if found.status != "not_found" and found.rule != "no_city":
        return found
    spans = _spans(text)
    last = len(spans) - 1
    while not found.place and found.rule not in ("homonym", "several") and last > 0:
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
    return described(text, spans[: last + 1], asker)


def _joined(text: str, scope: Scope, known: Known) -> Placement | None:
    """Two places joined by "and", or the ends of a way, each finer than a city."""
    way = lexicon.WAY.match(text)
    cuts = list(lexicon.JOINED.finditer(text))[:MOST_PARTS]
    pairs = [(text[: cut.start()], text[cut.end() :]) for cut in cuts]
    for sides in [way.groups(), *pairs] if way else pairs:
        answers = [_one(side, Asker(scope, known)) for side in sides if side]
        fine = [one.place and fineness(one)[0] < LADDER.index("city") for one in answers]
        if len(fine) > 1 and all(fine):
            return several(text, answers)
    return None


def _container(text: str, scope: Scope, known: Known) -> Placement | None:
    """The place that holds an unknown one, if the text names it: "a café in Boyle Heights".

    Not for two streets or a house number: those are known, or they are not.
    """
    if middle := lexicon.DOWNTOWN.match(text):
        city = Asker(scope, known).simple(middle[1])
        if city.place and city.place.rung == "city":
            return city._replace(query=text, rule="container", left=text[: middle.start(1)].strip())
    head, *rest = [text[slice(*span)] for span in _spans(text)] or [text]
    holders = list(_holders(rest, scope, known))
    shaped = any((lexicon.ADDRESS.match(head), lexicon.STRETCH.match(head), *corners(head)))
    if shaped or not holders or len(holders) < len(rest):
        return None
    finest = holders[-1]._replace(query=text, used=holders[-1].query)
    return finest if is_event(head) else finest._replace(rule="container", left=head)


def _holders(parts: Sequence[str], scope: Scope, known: Known) -> Iterator[Placement]:
    """The areas that the parts of a text name, the last and coarsest first, as long as they do."""
    outer = scope
    for part, inner in _peeled(parts, scope, known):
        found = Asker(outer, known).simple(part)
        if found.place and found.place.rung in HOLDERS:
            yield found
        outer = inner


def held(text: str, scope: Scope, known: Known) -> Scope:
    """The scope in what the last parts of a text name: "… in Boyle Heights, Los Angeles"."""
    parts = [text[slice(*span)] for span in _spans(text)]
    for _, inner in _peeled(parts, scope, known):
        scope = inner
    return scope


def _peeled(parts: Sequence[str], scope: Scope, known: Known) -> Iterator[tuple[str, Scope]]:
    """Each part that says where, from the last on, with the scope that is left behind it."""
    for part in reversed(parts):
        try:
            inner = _inside(part, scope, known)
        except Contradiction:
            return
        if inner is None:
            return
        yield part, inner
        scope = inner


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
