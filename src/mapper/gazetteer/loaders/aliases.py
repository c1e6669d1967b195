"""What people call a school: "Theodore Roosevelt Senior High" is "Roosevelt High" in the news.

A short form is made only where the words that fall away are given names, titles or initials, and
never where what is left could be another place: "Virginia Beach High" is not "Beach High".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache
from pathlib import Path

import pandas as pd

from mapper import names

GIVEN_NAMES = Path(__file__).with_name("given_names.txt")
# Namesakes of many schools whose given names are too rare for the Census's list of 1990.
RARE_NAMES = frozenset(
    {"junipero", "phineas", "thurgood", "barack", "sojourner", "delano", "booker"}
)
TITLES = frozenset("dr rev sen hon mr mrs ms sgt capt gov pres president senator justice".split())
# What a school's name is never cut down to start with: directions, kinds of land and of school.
COMMON = frozenset(
    """
    east west north south northeast northwest southeast southwest central upper lower new old
    the of and at for in on by to a an de del la las los el da di du van von st saint
    valley hill hills height heights highlands park lake lakes beach bay island isle creek river
    spring springs grove mesa vista canyon ridge point forest mountain mountains mount meadow
    meadows ranch oak oaks field fields city county town village harbor ocean sea shore view crest
    glen grande grand garden gardens terrace landing crossing haven land square pines palms bluff
    bluffs knoll knolls brae manor trail trails tree trees woods mill farm farms bridge pass gap
    flat flats bend hollow pond dam run estates
    street avenue road lane court drive boulevard way place plaza highway
    arts art science sciences technology tech technical engineering math stem steam medical medicine
    health leadership business performing visual global international language environmental
    academy academies academic school schools college collegiate preparatory prep institute center
    centre learning traditional accelerated comprehensive digital innovation design model applied
    community charter magnet union unified joint district regional memorial polytechnic
    polytechnical vocational occupational career continuation alternative opportunity independent
    home virtual online adult high middle junior senior jr sr elementary elem primary intermediate
    secondary education educational early fundamental special childrens autism next
    century immaculate christian catholic baptist lutheran brethren bible jewish hebrew islamic
    adventist methodist episcopal church
    """.split()
)
# A name that ends here, or runs on from here, is a school's: no bare surname is ever made.
TYPE = re.compile(
    r"\b(?:high|middle|elementary|school|schools|academy|academies|college|center|intermediate"
    r"|primary|magnet|preparatory|prep|complex|charter)\b",
    re.IGNORECASE,
)
# Folded names of towns, and the counties that they are in.
Towns = dict[str, set[str]]
# State, county and city of a school.
Located = tuple[str, str, str]
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_INITIAL = re.compile(r"(?:[A-Z]\.)+|[A-Z]")
# "King, Jr. High" is a person's; "Camarena Jr. High" is a junior high.
_SUFFIX = re.compile(r",\s*(?:Jr|Sr)\.?,?(?=\s)|(?<=King)\s+Jr\.?,?(?=\s)")
_CHARTER = re.compile(r"\bCharter (?=(?:Senior )?High\b)")


def of_schools(rows: pd.DataFrame) -> list[tuple[str, ...]]:
    """The short forms of each school's name.

    A form that is the full name of another school of the same city is left out.

    Args:
        rows: ``name``, ``city``, ``postal_city``, ``neighborhood``, ``county``, ``state``, all
            ``str``.
    """
    towns = _towns(rows)
    city = rows["city"].where(rows["city"] != "", rows["postal_city"])
    places = list(zip(rows["state"], rows["county"], city, strict=True))
    full = rows["name"].tolist()
    made = [_forms(name, place[1], towns) for name, place in zip(full, places, strict=True)]
    # Folding is slow: only names that start as some short form does can be equal to one.
    starts = {_plain(form.split()[0]) for forms in made for form in forms}
    taken = {
        (place, names.fold(name))
        for name, place in zip(full, places, strict=True)
        if _plain(name.split()[0]) in starts
    }
    return [
        _free(name, place, forms, taken)
        for name, place, forms in zip(full, places, made, strict=True)
    ]


def _free(
    name: str, place: Located, forms: Sequence[str], taken: Set[tuple[Located, str]]
) -> tuple[str, ...]:
    """The forms that are no other name of the place, each once by its key."""
    if not forms:
        return ()
    own = names.fold(name)
    by_key = {names.fold(form): form for form in reversed(forms)}
    return tuple(form for key, form in by_key.items() if key != own and (place, key) not in taken)


def _towns(rows: pd.DataFrame) -> Towns:
    """The folded names of the cities and neighborhoods that the rows name, with their counties."""
    found: Towns = {}
    for column in ("city", "postal_city", "neighborhood"):
        pairs = rows[[column, "county"]].drop_duplicates()
        for town, county in zip(pairs[column], pairs["county"], strict=True):
            if town:
                found.setdefault(names.fold(town), set()).add(county)
    return found


def _forms(name: str, county: str, towns: Towns) -> list[str]:
    """The other forms of one name, each once."""
    base = " ".join(_BRACKETS.sub(" ", name).split())
    regular = _CHARTER.sub("", base)
    found = {
        short: None
        for form in dict.fromkeys((base, regular))
        if TYPE.search(form)
        for short in _shortened(form, county, towns)
    }
    found.pop(name, None)
    return list(found)


def _shortened(base: str, county: str, towns: Towns) -> Iterator[str]:
    """A name as it stands, without initials, and without the names in front of the surname."""
    yield base
    without = _SUFFIX.sub("", base)
    yield without
    words = without.split()
    dropped = _given(words, towns)
    if not dropped:
        return
    if not _INITIAL.fullmatch(words[0]):
        spoken = [word for word in words[:dropped] if not _INITIAL.fullmatch(word)]
        yield " ".join([*spoken, *words[dropped:]])
    for start in _starts(words, dropped):
        core = words[start : _core_end(words, start)]
        if core and county not in towns.get(names.fold(" ".join(core)), ()):
            yield " ".join(words[start:])


def _given(words: Sequence[str], towns: Towns) -> int:
    """How many words in front are a person's names, titles or initials; 0 if they are a place's."""
    in_front = fronts()
    count = 0
    while count < len(words) - 1 and not TYPE.fullmatch(words[count + 1]):
        if _plain(words[count]) not in in_front and not _INITIAL.fullmatch(words[count]):
            break
        count += 1
    is_town = count and any(
        names.fold(" ".join(words[:end])) in towns for end in range(1, len(words))
    )
    return 0 if is_town else count


def _starts(words: Sequence[str], dropped: int) -> Iterator[int]:
    """Where a short form may start: at the surname.

    One more word may be a middle name that is a surname too, as in Susan Miller Dorsey, if the
    type of the school follows at once and no initial has marked where the surname starts.
    """
    starts = [start for start in range(dropped, 0, -1) if _core_end(words, start) > start]
    yield from starts[:1]
    has_initial = any(_INITIAL.fullmatch(word) for word in words[:dropped])
    if starts[:1] == [dropped] and not has_initial and _core_end(words, dropped) == dropped + 2:
        yield dropped + 1


def _core_end(words: Sequence[str], start: int) -> int:
    """Where a surname that starts there ends: before the first common word; ``start`` if none.

    There is none either where no type of school follows: a bare surname is no name of a school.
    """
    is_name = re.match(r"[^\W\d]{2}|[^\W\d]['’]", _plain(words[start]))
    if not is_name or not TYPE.search(" ".join(words[start + 1 :])):
        return start
    ends = (end for end in range(start, len(words)) if _plain(words[end]) in COMMON)
    return next(ends, len(words))


def _plain(word: str) -> str:
    """A word without case, accents and closing signs; of "Junior/Senior" the first."""
    return names.plain(word).partition("/")[0].strip(".,")


@cache
def fronts() -> frozenset[str]:
    """What may stand in front of a surname: given names and titles, lower case."""
    return TITLES | given_names()


@cache
def given_names() -> frozenset[str]:
    """The given names of :data:`GIVEN_NAMES`, lower case, and the rare ones."""
    lines = GIVEN_NAMES.read_text(encoding="utf-8").splitlines()
    return RARE_NAMES | {line for line in lines if line and not line.startswith("#")}
