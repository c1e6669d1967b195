"""Every string of ours in both languages, and dates, numbers and sizes as each is written."""

from __future__ import annotations

import ast
import importlib.util
from datetime import date
from functools import cache
from string import Formatter
from types import ModuleType

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from mapper import i18n, safety
from mapper.contract import OWN_CODES
from mapper.errors import MapperError
from mapper.model import SizeRange, Window
from mapper.settings import ROOT

LANGS = ("en", "es")
Text = str | list[str] | tuple[str, ...] | None
# The calls that take the code of a message, and which of their arguments it is.
CODE_AT = {"DataError": 0, "UsageError": 0, "cell": 0, "Fault": -1, "_events": -1, "_where": -1}


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """tools/strings.py, which is no package."""
    spec = importlib.util.spec_from_file_location("strings", ROOT / "tools" / "strings.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def marked(tool: ModuleType) -> Catalog:
    """Every string that the code marks."""
    found = tool.found()
    assert isinstance(found, Catalog)
    return found


@pytest.fixture(scope="module")
def catalogues() -> dict[str, Catalog]:
    """The committed catalogue of each language."""
    found = {}
    for lang in LANGS:
        with (i18n.FOLDER / f"{i18n.LOCALES[lang]}.po").open("rb") as file:
            found[lang] = read_po(file, locale=i18n.LOCALES[lang])
    return found


def forms(text: Text) -> tuple[str, ...]:
    """A message's singular and plural, or its one form."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def names_in(text: Text) -> set[str]:
    """The {names} of all forms of a message."""
    return {name for form in forms(text) for _, name, *_ in Formatter().parse(form) if name}


def missing(message: Message, catalogue: Catalog) -> bool:
    """Whether a message is not there, not translated or not certain."""
    found = catalogue.get(message.id)
    return found is None or found.fuzzy or not all(forms(found.string))


def codes_in_code() -> set[str]:
    """Every code that the package gives to an error or a fault by its name."""
    found = {*safety.PATTERNS, *OWN_CODES.values()}
    for tree in trees():
        for node in ast.walk(tree):
            place = CODE_AT.get(getattr(getattr(node, "func", None), "id", ""))
            if isinstance(node, ast.Call) and place is not None:
                code = node.args[place]
                found |= {str(code.value)} if isinstance(code, ast.Constant) else set()
    return found


def literals() -> set[str]:
    """Every text of the package but the keys of tables, ``MESSAGES`` among them."""
    found: set[str] = set()
    for tree in trees():
        nodes = list(ast.walk(tree))
        keys = {id(key) for node in nodes if isinstance(node, ast.Dict) for key in node.keys}
        texts = [node for node in nodes if isinstance(node, ast.Constant) and id(node) not in keys]
        found |= {str(node.value) for node in texts}
    # the patterns of what is unsafe are a table by code
    return found | set(safety.PATTERNS)


@cache
def trees() -> list[ast.Module]:
    """The package's modules, parsed."""
    paths = sorted((ROOT / "src" / "mapper").rglob("*.py"))
    return [ast.parse(path.read_text(encoding="utf-8")) for path in paths]


@pytest.mark.parametrize("lang", LANGS)
def test_no_string_is_missing_or_uncertain(
    marked: Catalog, catalogues: dict[str, Catalog], lang: str
) -> None:
    assert len(marked) > 100
    assert [m.id for m in marked if m.id and missing(m, catalogues[lang])] == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_catalogue_keeps_a_string_that_the_code_has_not(
    marked: Catalog, catalogues: dict[str, Catalog], lang: str
) -> None:
    wanted = {forms(message.id) for message in marked if message.id}
    assert {forms(m.id) for m in catalogues[lang] if m.id} - wanted == set()


@pytest.mark.parametrize("lang", LANGS)
def test_a_translation_has_the_placeholders_of_its_message(
    catalogues: dict[str, Catalog], lang: str
) -> None:
    wrong = [
        message.id
        for message in catalogues[lang]
        if message.id and names_in(message.string) != names_in(message.id)
    ]
    assert wrong == []


def test_a_plural_has_both_of_its_forms_in_spanish(catalogues: dict[str, Catalog]) -> None:
    plurals = [message for message in catalogues["es"] if message.pluralizable]
    assert plurals
    assert all(len(forms(message.string)) == 2 for message in plurals)


def test_spanish_is_not_english_left_as_it_was(catalogues: dict[str, Catalog]) -> None:
    sentences = [m for m in catalogues["es"] if m.id and len(forms(m.id)[0].split()) > 4]
    assert [m.id for m in sentences if forms(m.string) == forms(m.id)] == []


def test_every_code_that_is_raised_has_a_message() -> None:
    raised = codes_in_code()
    assert {"file_missing", "id_twice", "link_chain", "port_taken", "ledger_stale"} <= raised
    assert raised - set(i18n.MESSAGES) == set()


def test_every_message_is_used() -> None:
    assert set(i18n.MESSAGES) - literals() == set()


@pytest.mark.parametrize("code", i18n.MESSAGES)
@pytest.mark.parametrize("lang", LANGS)
def test_every_message_can_be_said(code: str, lang: str) -> None:
    values = {"file": "a.csv", "row": 2, "column": "b", "value": "c", "reason": "d", "name": "e"}
    values |= {"service": "f", "options": "g"}
    said = i18n.message(MapperError(code, **values), i18n.words(lang))
    assert said
    assert "{" not in said


@pytest.mark.parametrize(
    ("lang", "day", "short"),
    [("en", "January 28, 2025", "Jan 28, 2025"), ("es", "28 de enero de 2025", "28 ene 2025")],
)
def test_a_day_is_written_as_the_language_writes_it(lang: str, day: str, short: str) -> None:
    t = i18n.words(lang)
    assert t.day(date(2025, 1, 28)) == day
    assert t.short_day(date(2025, 1, 28)) == short


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "January 28, 2025 to February 4, 2025"),
        ("es", "del 28 de enero de 2025 al 4 de febrero de 2025"),
    ],
)
def test_a_window_has_both_of_its_days(lang: str, text: str) -> None:
    t = i18n.words(lang)
    assert t.window(Window(date(2025, 1, 28), date(2025, 2, 4))) == text
    assert t.window(Window(date(2025, 1, 28), date(2025, 1, 28))) == t.day(date(2025, 1, 28))


@pytest.mark.parametrize("lang", LANGS)
def test_numbers_in_the_united_states_have_commas_in_both_languages(lang: str) -> None:
    t = i18n.words(lang)
    assert t.number(12_500) == "12,500"
    assert t.number(999) == "999"


@pytest.mark.parametrize("lang", LANGS)
def test_a_range_has_an_en_dash(lang: str) -> None:
    t = i18n.words(lang)
    assert t.size(SizeRange(900, 1000)) == "900–1,000"
    assert t.size(SizeRange(12_500, 12_500)) == "12,500"


@pytest.mark.parametrize(
    ("lang", "size", "text"),
    [
        ("en", SizeRange(None, None), "unknown"),
        ("es", SizeRange(1500, None), "al menos 1,500"),
        ("en", SizeRange(1500, None), "at least 1,500"),
        ("en", SizeRange(None, 80), "at most 80"),
        ("en", SizeRange(0, 0), "0"),
    ],
)
def test_an_open_end_is_said_in_words(lang: str, size: SizeRange, text: str) -> None:
    assert i18n.words(lang).size(size) == text


def test_unknown_is_never_written_as_0() -> None:
    for lang in LANGS:
        assert "0" not in i18n.words(lang).size(SizeRange(None, None))


def test_one_and_many_differ() -> None:
    t = i18n.words("es")
    assert t.n("{count} fault", "{count} faults", 1) == "1 error"
    assert t.n("{count} fault", "{count} faults", 1200) == "1,200 errores"


@pytest.mark.parametrize("lang", ["fr", "", "EN", "../../etc"])
def test_another_language_is_english(lang: str) -> None:
    assert i18n.words(lang).lang == "en"


def test_a_message_with_nothing_in_it_is_nothing() -> None:
    # gettext answers "" with the header of the catalogue
    assert i18n.words("es")("") == ""
