"""Every page opens in both languages, with the real data and without a browser."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from mapper.settings import ROOT
from mapper.ui.frame import PAGES

TITLES = {
    "app.py": ("Map", "Mapa"),
    "pages/cities.py": ("Cities", "Ciudades"),
    "pages/claims.py": ("Claims", "Afirmaciones"),
    "pages/marches.py": ("Marches", "Marchas"),
    "pages/places.py": ("Places", "Lugares"),
    "pages/schools.py": ("Schools", "Escuelas"),
    "pages/sources.py": ("Sources", "Fuentes"),
}


def opened(script: str, **params: str) -> AppTest:
    """One page of the app, run once with the parameters of its address."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in params.items():
        app.query_params[name] = value
    return (app if script == "app.py" else app.switch_page(script)).run()


@pytest.fixture
def chart(monkeypatch: pytest.MonkeyPatch) -> None:
    """The built-in chart instead of the player: what it draws can be read without a browser."""
    monkeypatch.setenv("MAPPER_MAP", "chart")


@cache
def home() -> AppTest:
    """The map as it opens, as a chart; for tests that only look."""
    return opened("app.py")


def layer(app: AppTest, name: str) -> list[dict[str, Any]]:
    """The rows that a layer of the map draws."""
    spec = json.loads(app.get("deck_gl_json_chart")[0].proto.json)
    found: list[dict[str, Any]] = next(la["data"] for la in spec["layers"] if la["id"] == name)
    return found


def shown(app: AppTest) -> list[str]:
    """The events that have a mark, place by place."""
    return [event for row in layer(app, "marks") for event in row["ids"]]


def told(app: AppTest) -> dict[str, Any]:
    """What the player is told by Python."""
    found: dict[str, Any] = json.loads(app.get("bidi_component")[0].proto.json)
    return found


def sentence(app: AppTest) -> str:
    """The sentence above the map."""
    return next(text for html in app.get("html") if "sentence" in (text := html.proto.body))


def test_every_page_is_in_the_menu() -> None:
    found = {path.relative_to(ROOT).as_posix() for path in (ROOT / "pages").glob("*.py")}
    assert set(PAGES) == {"app.py", *found} == set(TITLES)


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("script", PAGES)
def test_page_opens(script: str, lang: str) -> None:
    app = opened(script, lang=lang)
    assert not app.exception
    assert not app.error
    assert app.title[0].value == TITLES[script][lang == "es"]


@pytest.mark.usefixtures("chart")
def test_map_and_list_hold_the_same_events() -> None:
    app = opened("app.py", **{"from": "2026-02-02"})
    assert sorted(shown(app)) == sorted(set(shown(app)))
    assert len(shown(app)) == len(app.dataframe[0].value)


@pytest.mark.usefixtures("chart")
def test_a_filter_keeps_every_place_at_its_row() -> None:
    everything, narrow = home(), opened("app.py", kinds="march")
    assert [row["place_id"] for row in layer(everything, "marks")] == [
        row["place_id"] for row in layer(narrow, "marks")
    ]
    assert 0 < len(shown(narrow)) < len(shown(everything))


@pytest.mark.usefixtures("chart")
def test_the_slider_narrows_map_and_sentence() -> None:
    app = opened("app.py")
    low, high = app.slider(key="dates").value
    app.slider(key="dates").set_value((high, high)).run()
    assert low < high
    assert {event[:10] for event in shown(app)} == {"2026-02-04"}
    assert "February 4, 2026" in sentence(app)


def test_the_open_event_is_told_with_its_source() -> None:
    app = opened("app.py", event="2026-02-04-contreras-walkout")
    facts = next(html.proto.body for html in app.get("html") if "facts" in html.proto.body)
    for text in ("23–27", "Boyle Heights Beat", "high confidence", "10:30"):
        assert text in facts


@pytest.mark.usefixtures("chart")
def test_earlier_protests_come_when_asked_for() -> None:
    app = opened("app.py", earlier="1")
    assert {"1968-east-los-angeles-walkouts", "2007-05-01-macarthur-park"} <= set(shown(app))
    assert not {"1968-east-los-angeles-walkouts"} & set(shown(home()))


@pytest.mark.usefixtures("chart")
def test_own_basemap_unless_the_reader_asks_for_tiles() -> None:
    style = json.loads(home().get("deck_gl_json_chart")[0].proto.json)["mapStyle"]
    assert style.startswith("/app/static/layers/")
    written = (ROOT / "static" / "layers" / Path(style).name).read_text(encoding="utf-8")
    assert "://" not in written


@pytest.mark.usefixtures("chart")
def test_a_place_of_several_events_is_one_mark_with_a_count() -> None:
    rows = layer(opened("app.py", **{"from": "2026-02-01"}), "marks")
    west_adams = next(row for row in rows if "west-adams" in str(row["place_id"]))
    assert west_adams["ids"] == ["2026-02-02-west-adams-walkout", "2026-02-04-west-adams-walkout"]
    assert west_adams["glyph"] == "2"


def test_cities_open_by_their_address() -> None:
    app = opened("pages/cities.py", city="Dallas, TX", view="fit")
    assert "Dallas, TX" in [heading.value for heading in app.subheader]


def test_language_is_a_switch_and_not_a_new_start() -> None:
    app = opened("app.py", kinds="rally")
    app.button_group(key="lang").set_value("es").run()
    assert app.title[0].value == "Mapa"
    assert "Solo mítines." in sentence(app)


def test_the_player_gets_the_choice_and_the_address_of_its_columns() -> None:
    app = opened(
        "app.py", kinds="march", mode="day", at="34.05000,-118.20000,12.00", to="2025-02-02"
    )
    data = told(app)
    assert data["filters"]["kinds"] == ["march"]
    assert (data["mode"], data["window"]["last"]) == ("day", 20121)
    assert data["camera"] == {"lon": -118.2, "lat": 34.05, "zoom": 12.0}
    file = ROOT / "static" / "layers" / Path(data["rows"]).name
    rows = json.loads(gzip.decompress(file.read_bytes()))
    assert len(rows["events"]["id"]) == len(rows["events"]["first"]) > 80


def test_a_filter_sends_the_player_no_rows() -> None:
    before, after = (len(json.dumps(told(opened("app.py", kinds=k)))) for k in ("march", "rally"))
    assert max(before, after) < 12_000
    assert told(opened("app.py", kinds="march"))["rows"] == told(opened("app.py"))["rows"]


def test_the_map_is_moved_by_a_city_and_not_by_a_filter() -> None:
    app = opened("app.py")
    first = told(app)["go"]
    app.multiselect(key="kinds").set_value(["march"]).run()
    assert told(app)["go"] == first
    app.selectbox(key="city").set_value("San Jose, CA").run()
    assert told(app)["go"] == first + 1
    assert told(app)["view"] == "fit"
