"""The Download line of three pages: quiet, and nothing is made before it is asked for."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from mapper import export, select
from mapper.errors import DataError
from mapper.export import FORMATS
from mapper.model import Filters
from tests.exporting import real
from tests.test_pages import opened

pytestmark = pytest.mark.slow  # each opens a whole page

PAGES = ("app.py", "pages/cities.py", "pages/schools.py")


def download(app: AppTest) -> AppTest:
    """The page with its line opened."""
    app.session_state["download"] = True
    return app.run()


def button(app: AppTest) -> str:
    """What the button for the file says."""
    return next(
        one.proto.label
        for one in app.get("download_button")
        if one.proto.label.startswith(("Download ", "Descargar "))
        and one.proto.label[-4:].isdigit()
    )


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_made_before_the_line_is_opened(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("made before it was asked for")

    monkeypatch.setattr(export, "check", never)
    monkeypatch.setattr(export, "write", never)
    app = opened(page)
    assert not app.exception
    assert "Download" in [one.label for one in app.expander]


@pytest.mark.parametrize(("lang", "said"), [("en", "Download 67 events"), ("es", "Descargar 67")])
def test_the_button_says_how_many_events_and_which_days(lang: str, said: str) -> None:
    app = download(opened("app.py", lang=lang))
    assert not app.exception
    assert button(app).startswith(said)
    assert button(app).endswith("2026")


def test_the_map_offers_what_its_filters_leave() -> None:
    app = download(opened("app.py", kinds="march"))
    rows = select.matching(real().events, Filters(kinds=("march",)))
    assert button(app).startswith(f"Download {len(select.counted(rows))} events")


def test_schools_offers_its_walkouts_alone() -> None:
    assert button(download(opened("pages/schools.py"))).startswith("Download 14 events")


def test_every_format_is_offered() -> None:
    app = download(opened("app.py"))
    (box,) = [one for one in app.selectbox if one.label == "Format"]
    assert len(box.options) == len(FORMATS)


def test_a_download_that_may_not_go_out_is_told_and_the_page_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_: object) -> None:
        raise DataError("export_unsafe", row="an-event", column="eventRemarks")

    monkeypatch.setattr(export, "check", refuse)
    app = download(opened("app.py"))
    assert "an\\-event" in app.error[0].value
    assert not app.exception
