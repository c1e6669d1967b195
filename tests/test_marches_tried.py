"""A description of the reader's own: read, coloured, drawn or refused, and a clear word each."""

from __future__ import annotations

import html
import re

import pytest
from streamlit.testing.v1 import AppTest

from mapper import directions, i18n
from mapper.settings import ROOT
from mapper.ui.marches import roles, trial

EN = i18n.words("en")
HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)> [a](javascript:alert(1)) "\x00'
WAY = "Marched down Fourth Street, turned right onto Soto Street and left onto First Street."


def opened(lang: str = "en") -> AppTest:
    """The page as it opens."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["lang"] = lang
    return app.switch_page("pages/marches.py").run()


def ask(
    app: AppTest, words: str, start: str = "", end: str = "", near: str = trial.CITY
) -> AppTest:
    """The page after a description was entered."""
    app.text_area(key=trial.TEXT).set_value(words)
    for key, value in ((trial.START, start), (trial.END, end), (trial.NEAR, near)):
        app.text_input(key=key).set_value(value)
    return app.button(key="tried_read").click().run()


def text_of(app: AppTest) -> str:
    """All HTML of the page."""
    return "\n".join(part.proto.body for part in app.get("html"))


def charts(app: AppTest) -> int:
    """How many maps are on the page."""
    return len(app.get("deck_gl_json_chart"))


def test_nothing_is_read_until_it_is_asked_for() -> None:
    app = opened()
    assert charts(app) == 1
    assert 'class="roles"' not in text_of(app)


@pytest.mark.slow
def test_the_example_is_drawn_step_by_step() -> None:
    app = opened().button(key="tried_example").click().run()
    assert not app.exception
    assert charts(app) == 2
    body = text_of(app).rpartition('<ol class="steps">')[2]
    streets = re.findall(r"<b>(.*?)</b>", body.partition("</ol>")[0])
    assert streets[-3:] == ["Fourth Street", "Soto Street", "First Street"]


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "es"])
def test_spanish_words_are_drawn_in_either_language(lang: str) -> None:
    words = "marcharon por la calle Cuarta y doblaron a la derecha en la calle Soto"
    app = ask(opened(lang), words, start="Roosevelt High School")
    assert not app.exception
    assert charts(app) == 2


@pytest.mark.slow
def test_a_march_without_a_line_says_why_and_how_to_get_streets() -> None:
    app = ask(opened(), "marched down Nowhere Parkway", start="Roosevelt High School")
    assert charts(app) == 1
    assert "No line: A street that the words name is not known" in app.info[0].value.replace(
        "\\", ""
    )
    assert "mapper streets fetch" in html.unescape(text_of(app))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("  ", "There are no words to read yet"),
        ("marched down First Street " * 1251, "These are 5,004 words"),
        ("lorem ipsum dolor", "Neither its start nor its end is named"),
        (HOSTILE, "Neither its start nor its end is named"),
    ],
)
def test_strange_words_get_one_clear_word(words: str, said: str) -> None:
    app = ask(opened(), words)
    assert not app.exception
    (told,) = [*app.info, *app.error]
    assert said in told.value.replace("\\", "")


@pytest.mark.slow
def test_a_city_that_is_none_is_told() -> None:
    app = ask(opened(), WAY, near="Atlantis, XX")
    assert "Atlantis" in app.error[0].value or "XX" in app.error[0].value
    assert "marches without a line" in " ".join(one.value for one in app.subheader)


@pytest.mark.slow
def test_groups_that_parted_have_a_way_each() -> None:
    words = (
        "The students split into two groups. One group marched from Roosevelt High School to"
        " City Hall; the other group marched from Roosevelt High School to Mariachi Plaza."
    )
    app = ask(opened(), words)
    assert len(directions.read(words).branches) == 2
    assert charts(app) == 3


def test_every_word_is_shown_once_and_in_order() -> None:
    read = directions.read(WAY)
    assert html.unescape(re.sub("<[^>]+>", "", roles.coloured(read, EN))) == WAY


def test_the_list_says_each_role_in_words() -> None:
    told = roles.listed(directions.read(f"{WAY} Temple Street was closed. Blah."), EN)
    text = html.unescape(re.sub("<[^>]+>", " ", told))
    assert "Streets Fourth Street; Soto Street; First Street" in " ".join(text.split())
    for label in ("Turns", "Closed streets, not walked", "Not understood"):
        assert label in text


def test_roles_have_a_label_and_a_look_each() -> None:
    style = (ROOT / "src/mapper/ui/style.css").read_text(encoding="utf-8")
    assert set(roles.LABELS) == set(directions.KINDS)
    for kind in set(directions.KINDS) - {"link"}:
        assert f".role.{kind} {{" in style


def test_hostile_words_are_no_markup() -> None:
    read = directions.read(f"marched down {HOSTILE} Street to {HOSTILE}")
    told = roles.coloured(read, EN) + roles.listed(read, EN)
    assert "<script" not in told
    assert "<img" not in told
