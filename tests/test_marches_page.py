"""The page Marches: the steps of each march, its line, its files, and what gives no line."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from mapper import i18n
from mapper.describe import steps as step_words
from mapper.describe.words import REASONS
from mapper.export import March
from mapper.settings import ROOT
from mapper.telling import steps as told_steps
from mapper.ui import cache

pytestmark = pytest.mark.slow

ROOSEVELT, OLVERA = "2026-02-04-roosevelt-mendez", "2025-02-02-olvera-city-hall"
EN = i18n.words("en")
HOSTILE = "<script>alert(1)</script> [a](javascript:alert(1))"


def opened(lang: str = "en", march: str = "") -> AppTest:
    """The page as it opens."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["lang"] = lang
    if march:
        app.query_params["march"] = march
    return app.switch_page("pages/marches.py").run()


def pick(app: AppTest, route: str) -> AppTest:
    """The page after another march was chosen."""
    return app.selectbox(key="marches_chosen").set_value(route).run()


def text_of(app: AppTest) -> str:
    """All HTML of the page."""
    return "\n".join(part.proto.body for part in app.get("html"))


def steps(app: AppTest) -> list[str]:
    """The numbered steps, without markup."""
    (body,) = re.findall(r'<ol class="steps">(.*?)</ol>', text_of(app))
    return [
        html.unescape(re.sub(r"<[^>]+>", " ", one)) for one in re.findall("<li>(.*?)</li>", body)
    ]


def layer(app: AppTest, name: str) -> list[dict[str, Any]]:
    """The rows of a layer of the map."""
    spec = json.loads(app.get("deck_gl_json_chart")[0].proto.json)
    found: list[dict[str, Any]] = next(one["data"] for one in spec["layers"] if one["id"] == name)
    return found


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "Order only: the document gives no times."), ("es", "Solo el orden: el documento no")],
)
def test_the_page_opens_in_both_languages(lang: str, said: str) -> None:
    app = opened(lang)
    assert not app.exception
    assert said in text_of(app)
    assert len(app.selectbox(key="marches_chosen").options) == len(set(_drawn()))


def _drawn() -> list[str]:
    """The routes that have a line, a leg each."""
    return [leg["route_id"] for leg in cache.data().legs]


def test_another_march_changes_steps_and_map() -> None:
    app = pick(opened(), OLVERA)
    before = steps(app), layer(app, "ends")
    pick(app, ROOSEVELT)
    assert (steps(app), layer(app, "ends")) != before
    assert len(before[0]) == 1
    assert len(steps(app)) == 4


def test_the_chosen_march_is_in_the_address_and_in_the_links() -> None:
    app = pick(opened(), ROOSEVELT)
    assert "".join(app.query_params["march"]) == ROOSEVELT
    links = {one.proto.page: one.proto.query_string for one in app.get("page_link")}
    assert all(f"march={ROOSEVELT}" in query for query in links.values())


def test_an_address_opens_its_march() -> None:
    app = opened(march=ROOSEVELT)
    assert app.selectbox(key="marches_chosen").value == ROOSEVELT
    assert not app.warning


@pytest.mark.parametrize("march", ["no-such-march", "2025-02-02-dallas"])
def test_an_address_with_a_march_that_has_no_line_is_told(march: str) -> None:
    app = opened(march=march)
    assert march in app.warning[0].value.replace("\\", "")
    assert "march" not in app.query_params


def test_steps_say_street_words_distance_and_certainty() -> None:
    first, second, _, last = steps(pick(opened(), ROOSEVELT))
    assert "between Theodore Roosevelt Senior High School and Fourth Street" in first
    assert "Inferred: the two ends are known" in first
    assert "Fourth Street , 106 m (0.06 mi)" in second
    assert "“marched down Fourth Street”" in second
    assert "Stated: the words name the street." in second
    assert "How far is not said" in last


def test_an_open_end_is_told_in_spanish_too() -> None:
    assert "No se dice hasta dónde" in steps(pick(opened("es"), ROOSEVELT))[-1]


def test_an_open_end_has_no_mark() -> None:
    app = opened()
    assert len(layer(pick(app, ROOSEVELT), "ends")) == 1
    assert "filled mark: end" not in text_of(app)
    assert len(layer(pick(app, OLVERA), "ends")) == 2
    assert "filled mark: end" in text_of(app)


def test_the_whole_length_is_told() -> None:
    assert "at least 0.27 km (0.16 mi)" in text_of(pick(opened(), ROOSEVELT))


@pytest.mark.parametrize(
    ("metres", "said"),
    [(999.9, "999 m (0.62 mi)"), (1000.0, "1 km (0.62 mi)"), (4878.0, "4.87 km (3.03 mi)")],
)
def test_a_length_is_never_rounded_up(metres: float, said: str) -> None:
    assert step_words.length(metres, EN) == said


def test_names_of_marches_differ() -> None:
    options = opened().selectbox(key="marches_chosen").options
    assert len(options) == len(set(options))


def test_another_language_keeps_the_march() -> None:
    app = pick(opened(), ROOSEVELT)
    app.button_group(key="lang").set_value("es").run()
    assert app.selectbox(key="marches_chosen").value == ROOSEVELT
    assert "entre Theodore Roosevelt" in steps(app)[0]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_route_without_a_line_is_told_with_its_reason(lang: str) -> None:
    t = i18n.words(lang)
    body = text_of(opened(lang)).partition("<tbody")[2]
    routes = cache.data().routes
    missing = routes[~routes["route_id"].isin(_drawn())]
    assert len(missing) == body.count("<tr>") > 0
    for row in missing.to_dict("records"):
        assert f"“{html.escape(row['words'])}”" in body
        assert html.escape(t(REASONS[row["reason"]])) in body


def press(app: AppTest, name: str) -> AppTest:
    """The page after a button of the player."""
    return app.button(key=f"marches_{name}").click().run()


def said(app: AppTest) -> str:
    """The step as the player says it."""
    (found,) = re.findall(r'<p class="step">(.*?)</p>', text_of(app))
    return html.unescape(found)


def slider(app: AppTest) -> str:
    """Where the slider stands."""
    return str(app.select_slider[0].options[app.select_slider[0].value])


def test_buttons_step_through_the_legs_and_stop_at_both_ends() -> None:
    app = opened(march=ROOSEVELT)
    told = [said(app)] + [said(press(app, "next")) for _ in range(5)]
    assert told[0] == "At the start: Theodore Roosevelt Senior High School."
    assert told[3] == "Step 3 of 4: Soto Street."
    assert told[4] == told[5] == "Step 4 of 4: First Street. Here the line ends."
    assert [said(press(app, "back")) for _ in range(4)] == [told[3], told[2], told[1], told[0]]


def test_the_walked_part_grows_and_its_step_is_marked() -> None:
    app = opened(march=ROOSEVELT)
    assert layer(app, "walked") == []
    assert 'aria-current="step"' not in text_of(app)
    counts = [len(layer(press(app, "next"), "walked")) for _ in range(4)]
    assert counts == sorted(set(counts))
    assert text_of(app).count('aria-current="step"') == 1
    assert counts[-1] == len(layer(app, "routes"))


def test_the_slider_says_no_length_that_is_not_said() -> None:
    app = opened(march=ROOSEVELT)
    assert slider(app) == "start"
    assert [slider(press(app, "next")) for _ in range(4)][2:] == [
        "step 3, 614 m (0.38 mi)",
        "step 4, over 614 m (0.38 mi)",
    ]


def test_the_slider_goes_anywhere_and_another_march_begins_anew() -> None:
    app = opened(march=ROOSEVELT)
    app.select_slider[0].set_value(8).run()
    assert said(app).startswith("Step 2 of 4")
    assert slider(pick(app, OLVERA)) == "start"


def test_playing_goes_on_by_itself_and_rests_at_the_end() -> None:
    app = press(opened(march=ROOSEVELT), "play")
    assert app.button(key="marches_play").label == "Pause"
    before = slider(app)
    assert slider(app.run()) != before
    for _ in range(60):
        app.run()
    assert said(app).endswith("Here the line ends.")
    assert app.button(key="marches_play").label == "Play along the line"


def test_a_pause_stays_where_it_is() -> None:
    app = press(press(opened(march=ROOSEVELT), "play"), "play")
    before = slider(app)
    assert slider(app.run()) == before


def test_nothing_plays_unasked() -> None:
    app = opened(march=ROOSEVELT)
    assert slider(app.run()) == "start"


def test_a_time_is_told_only_where_the_document_gives_one() -> None:
    rfk = opened(march="2026-02-04-rfk-city-hall")
    assert "9:45" in text_of(rfk)
    assert "the start of the event, as the document gives it" in text_of(rfk)
    assert "Order only: the document gives no time after the start." in text_of(press(rfk, "next"))
    assert "as the document gives it" not in text_of(opened(march=ROOSEVELT))


def test_campuses_are_told_for_named_streets_alone() -> None:
    body = html.unescape(text_of(opened(march=ROOSEVELT)))
    assert "Theodore Roosevelt Senior High School, its start (within 150 m" in body
    assert "that the march passed their gates is not said" in body
    dashed = text_of(opened(march="2026-02-04-rfk-city-hall"))
    assert "not known: the words name no street" in dashed


def test_the_march_can_be_downloaded_and_its_event_opened() -> None:
    app = opened()
    labels = [button.label for button in app.get("download_button")]
    assert labels == ["Download as GeoJSON", "Download as GPX"]
    link = next(one.proto for one in app.get("page_link") if "Open the event" in one.proto.label)
    assert f"event={_event(app)}" in link.query_string


def _event(app: AppTest) -> str:
    """The event of the chosen march."""
    chosen = app.selectbox(key="marches_chosen").value
    return next(leg["event_id"] for leg in cache.data().legs if leg["route_id"] == chosen)


@pytest.mark.parametrize(
    ("event", "labels"),
    [
        ("2026-02-04-roosevelt-march", ["Open the march"]),
        ("2026-02-04-contreras-walkout", []),
        ("2025-02-02-dallas-march", []),
        (
            "2026-02-04-west-adams-walkout",
            [
                "Open the march to Hoover Street & Washington Boulevard",
                "Open the march to Vermont Avenue & Washington Boulevard",
            ],
        ),
    ],
)
def test_an_event_of_the_main_map_leads_to_its_marches(event: str, labels: list[str]) -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["event"] = event
    app.run()
    found = [one.proto for one in app.get("page_link") if "Open the march" in one.proto.label]
    assert [link.label.replace("\\", "") for link in found] == labels
    marches = {leg["route_id"] for leg in cache.data().legs if leg["event_id"] == event}
    for link in found:
        assert any(link.query_string.endswith(f"march={name}") for name in marches)


def test_no_march_with_a_line_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = replace(cache.data(), legs=())
    monkeypatch.setattr(cache, "data", lambda: bare)
    app = opened()
    assert not app.exception
    assert app.info[0].value == "No march has a line yet."
    assert not app.get("deck_gl_json_chart")


def test_hostile_words_are_no_markup() -> None:
    leg = {**cache.data().legs[0], "words": HOSTILE, "street": HOSTILE}
    march = March("r", "e", HOSTILE, "", HOSTILE, "stated", HOSTILE, HOSTILE, (1.0, 1.0), [leg])
    told = told_steps.numbered(march, EN) + told_steps.facts(march, [], EN)
    assert "<script" not in told
    assert html.escape(HOSTILE) in told
