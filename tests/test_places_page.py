"""The page Places: any text gets an answer in words, and nothing that is pasted can do harm."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from mapper import batch, i18n, places
from mapper.errors import DataError
from mapper.model import Context
from mapper.settings import ROOT
from mapper.ui.places import EXAMPLES, HOME, pasted, picture

pytestmark = pytest.mark.slow

EN, ES = i18n.words("en"), i18n.words("es")
HOSTILE = "<script>window.hacked=1</script> [a](javascript:alert(1)) {tip} =HYPERLINK(1)"


def opened(lang: str = "en") -> AppTest:
    """The page as it opens."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["lang"] = lang
    return app.switch_page("pages/places.py").run()


def press(app: AppTest, label: str) -> AppTest:
    """The page after a button was pressed."""
    return next(button for button in app.button if button.label == label).click().run()


def asked(text: str, lang: str = "en") -> AppTest:
    """The page after a text was looked up."""
    app = opened(lang)
    app.text_area(key="places_text").set_value(text)
    return press(app, "Find" if lang == "en" else "Buscar")


def html_of(app: AppTest) -> str:
    """All HTML of the page."""
    return "\n".join(part.proto.body for part in app.get("html"))


def table(app: AppTest) -> list[list[str]]:
    """The answers as a reader sees them: text, result, place, precision, radius, reason."""
    body = html_of(app).partition("<tbody")[2]
    lines = re.findall(r"<tr.*?</tr>", body)
    return [
        [html.unescape(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line)]
        for line in lines
    ]


def layer(app: AppTest, name: str) -> list[dict[str, Any]]:
    """The rows of a layer of the map."""
    spec = json.loads(app.get("deck_gl_json_chart")[0].proto.json)
    return next(one["data"] for one in spec["layers"] if one["id"] == name)


def found(texts: list[str], known: places.Known) -> pd.DataFrame:
    """The answers to some texts of Los Angeles."""
    return batch.table(pasted.rows("\n".join(texts), HOME, "paste"), known, EN)


def test_the_examples_are_one_of_each_answer() -> None:
    app = press(opened(), "Show examples")
    rows = table(app)
    assert [row[0] for row in rows] == list(EXAMPLES)
    assert [row[1] for row in rows] == ["Placed"] * 4 + ["Ambiguous", "Placed", "Not found"]
    assert rows[0][2:] == [
        "Alvarado Street & Olympic Boulevard",
        "the street corner",
        "60 m",
        "Two streets that meet there.",
    ]
    assert "7 place texts: 5 placed, 1 ambiguous, 1 not found." in html_of(app)


def test_what_was_not_placed_says_what_it_could_have_been() -> None:
    rows = table(asked("Lincoln HS; Lincoln Park\nSpringfield"))
    assert "Lincoln Park, Los Angeles, CA (named in the text)" in rows[0][5]
    assert "Springfield, IL (in another state)" in rows[1][5]
    assert all(row[2:5] == ["", "", ""] for row in rows)


def test_the_page_is_spanish_in_spanish() -> None:
    app = asked("esquina de Soto y Primera\nunos lugares", lang="es")
    assert not app.exception
    assert table(app)[0][1:] == [
        "Ubicado",
        "First Street & Soto Street",
        "la esquina",
        "60 m",
        "Dos calles que se cruzan ahí.",
    ]
    assert "2 textos: 1 ubicados" in html_of(app)


def test_another_language_keeps_what_was_asked() -> None:
    app = asked("MacArthur Park")
    app.button_group(key="lang").set_value("es").run()
    assert app.text_area(key="places_text").value == "MacArthur Park"
    assert table(app)[0][:2] == ["MacArthur Park", "Ubicado"]


@pytest.mark.parametrize("text", ["", "  \n \n"])
def test_nothing_asked_is_told(text: str) -> None:
    app = asked(text)
    assert "There is no place to find yet" in app.info[0].value
    assert "<table" not in html_of(app)


def test_nothing_is_answered_before_it_is_asked() -> None:
    app = opened()
    assert not app.info
    assert "<table" not in html_of(app)


def test_city_and_state_decide() -> None:
    app = opened()
    app.text_area(key="places_text").set_value("Springfield")
    app.text_input(key="places_city").set_value("")
    app.selectbox(key="places_state").set_value("IL")
    assert table(press(app, "Find"))[0][1:4] == ["Placed", "Springfield", "only the city"]


def test_hostile_text_is_shown_and_is_no_markup() -> None:
    app = asked(f"{HOSTILE}\nMacArthur Park <img src=x onerror=alert(1)>")
    assert not app.exception
    assert table(app)[0][0] == HOSTILE
    assert "<script>window" not in html_of(app)
    assert "<img" not in html_of(app)


def test_a_hostile_city_does_no_harm() -> None:
    app = opened()
    app.text_area(key="places_text").set_value("MacArthur Park")
    app.text_input(key="places_city").set_value(HOSTILE)
    assert not press(app, "Find").exception
    assert "<script>window" not in html_of(app)


def test_a_place_asked_in_several_ways_is_one_disc_with_an_escaped_card(
    known: places.Known,
) -> None:
    row = found(["MacArthur Park"], known)
    texts = ["MacArthur Park", "<b>MacArthur</b> Park", *(f"Park {n}" for n in range(5))]
    rows = pd.concat([row.assign(place_text=text) for text in texts], ignore_index=True)
    (disc,) = picture.drawn(rows, EN, "light")
    assert "&lt;b&gt;MacArthur&lt;/b&gt; Park" in str(disc["tip"])
    assert "and 2 more" in str(disc["tip"])


def test_500_places_are_answered_and_501_are_not() -> None:
    assert len(table(asked("\n".join(["Boyle Heights"] * 500)))) == 500
    app = asked("\n".join(["Boyle Heights"] * 501))
    assert "at most 500 places" in app.error[0].value
    assert "mapper place" in app.error[0].value
    assert "<table" not in html_of(app)


def test_an_endless_line_is_cut_where_it_is_shown() -> None:
    (row,) = table(asked("x" * 5000))
    assert row[0] == "x" * picture.MOST_SIGNS + "…"
    assert row[1] == "Not found"
    assert "too many for a place" in row[5]


def test_the_address_holds_nothing_that_was_asked() -> None:
    app = asked("MacArthur Park")
    assert "MacArthur" not in str(app.query_params)


def test_the_answers_can_be_downloaded() -> None:
    app = press(opened(), "Show examples")
    assert app.get("download_button")[0].label == "Download as CSV"


def test_an_upload_is_answered_beside_the_text() -> None:
    app = opened()
    app.text_area(key="places_text").set_value("MacArthur Park")
    raw = b"place_text,locality,state\nSpringfield,,IL\n"
    app.file_uploader(key="places_file").set_value(("my.csv", raw, "text/csv"))
    rows = table(press(app, "Find"))
    assert [row[:2] for row in rows] == [["MacArthur Park", "Placed"], ["Springfield", "Placed"]]


def test_an_upload_without_the_column_is_one_clear_message() -> None:
    app = opened()
    app.file_uploader(key="places_file").set_value(("my.csv", b"a,b\n1,2\n", "text/csv"))
    press(app, "Find")
    assert app.error[0].value.startswith("my\\.csv has no column 'place\\_text'")
    assert not app.exception


def test_no_area_has_a_mark_and_every_place_a_disc(known: places.Known) -> None:
    texts = ["MacArthur Park", "Boyle Heights", "Los Angeles", "Wilshire Blvd", "California"]
    rows = picture.drawn(found([*texts, "Springfield"], known), EN, "light")
    assert [bool(row["mark_px"]) for row in rows] == [False, False, False, True]
    radii = [row["uncertainty_m"] for row in rows]
    assert radii == sorted(radii, reverse=True)


def test_what_is_too_coarse_for_the_map_is_told() -> None:
    app = asked("California")
    assert "1 answer is not on the map" in html_of(app)
    assert not app.get("deck_gl_json_chart")


def test_the_map_draws_marks_and_discs() -> None:
    app = press(opened(), "Show examples")
    assert len(layer(app, "discs")) == 5
    assert len(layer(app, "marks")) == 3


@pytest.mark.parametrize(
    ("metres", "en"),
    [("60", "60 m"), ("999.2", "1 km"), ("3060", "3.1 km"), ("119500", "119.5 km")],
)
def test_a_radius_is_never_rounded_down(metres: str, en: str) -> None:
    assert picture.radius(metres, EN) == en == picture.radius(metres, ES)


def test_lines_are_places_of_the_context() -> None:
    rows = pasted.rows("Soto and First\r\n\n  Union Station, downtown \n", HOME, "paste")
    assert rows.to_dict("list") == {
        "place_text": ["Soto and First", "Union Station, downtown"],
        "locality": ["Los Angeles"] * 2,
        "state": ["CA"] * 2,
    }


@pytest.mark.parametrize("sign", pasted.DELIMITERS)
def test_a_pasted_table_is_known_by_its_first_line(sign: str) -> None:
    lines = [["State", "Place_Text", "note"], ["TX", "City Hall", "a"], ["", "Grand Park", ""]]
    rows = pasted.rows("\ufeff" + "\n".join(sign.join(line) for line in lines), HOME, "paste")
    assert rows["place_text"].tolist() == ["City Hall", "Grand Park"]
    assert rows["state"].tolist() == ["TX", "CA"]
    assert rows["locality"].tolist() == ["", "Los Angeles"]
    assert rows["note"].tolist() == ["a", ""]


def test_a_table_may_have_quotes_short_rows_and_empty_lines() -> None:
    raw = b'"place_text","locality","state"\r\n"Soto, ""the"" corner"\r\n\r\nGrand Park,,\r\n'
    rows = pasted.upload(raw, Context("Boston", "MA"), "my.csv")
    assert rows["place_text"].tolist() == ['Soto, "the" corner', "Grand Park"]
    assert set(rows["locality"]) == {"Boston"}


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "column_missing"),
        (b"name,city\nx,y\n", "column_missing"),
        (b"place_text\n\xe9cole\n", "file_not_utf8"),
        (b"place_text,state,state\nx,CA,CA\n", "column_twice"),
        (b"place_text,state\nx,CA,y\n", "row_too_long"),
        (b'place_text,state\n"x"y,CA\n', "file_not_csv"),
        (b'place_text,state\n"x,CA\n', "file_not_csv"),
    ],
)
def test_a_broken_upload_says_what_is_wrong(raw: bytes, code: str) -> None:
    with pytest.raises(DataError) as error:
        pasted.upload(raw, HOME, "my.csv")
    assert error.value.code == code
    assert "my.csv" in i18n.message(error.value, ES)


def test_a_header_without_rows_is_no_place() -> None:
    assert pasted.upload(b"place_text,locality,state\n", HOME, "my.csv").empty
