"""Links that lead back to exactly the data, the page of changes, and events to cite."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from mapper import bundle, cli, origin, project, snapshots
from mapper.describe.citation import Pin, citation
from mapper.errors import DataError, UsageError
from mapper.figure import files, ground, make, stamp
from mapper.figure.spec import Spec
from mapper.i18n import words
from mapper.model import Filters
from mapper.project import Project
from mapper.settings import Folders
from mapper.snapshots import releases
from mapper.snapshots.releases import Release
from mapper.totals.report import Selection
from tests.conftest import REAL, line_of, set_cell
from tests.test_pages import opened
from tests.test_releases import DAY, WALKOUT

# Nothing on it takes long, and the frame is that of every page.
CHEAP = "pages/claims.py"
UNKNOWN = "0123456789abcdef"
PIN = Pin(UNKNOWN, None, f"https://example.org/?event={WALKOUT}&data={UNKNOWN}")


def unreleased(home: Path) -> Folders:
    """The committed data without its releases, and the committed places."""
    shutil.copytree(REAL.data, home / "data", ignore=shutil.ignore_patterns("releases*"))
    return Folders(home / "data", REAL.geo)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Folders, str, str]:
    """A project, its release, and the name of its data since one title was corrected."""
    where = unreleased(tmp_path_factory.mktemp("two"))
    before = snapshots.of(project.read(where))
    releases.write(where.data, before, Release(before.name, DAY, "The *first*.", "La primera."))
    events = where.data / "events.csv"
    set_cell(events, line_of(events, WALKOUT), "title_en", "A <b>corrected</b> title")
    return where, before.name, snapshots.of(project.read(where)).name


@pytest.fixture
def since(two: tuple[Folders, str, str], monkeypatch: pytest.MonkeyPatch) -> str:
    """The app shows that project; the name of its release."""
    where, name, _ = two
    monkeypatch.setenv("MAPPER_DATA", str(where.data))
    monkeypatch.setenv("MAPPER_GEO", str(where.geo))
    return name


def said(app: AppTest) -> str:
    """Everything that a page says as HTML, and the labels of its links."""
    links = [re.sub(r"\\(.)", r"\1", link.proto.label) for link in app.get("page_link")]
    return "\n".join([*(one.proto.body for one in app.get("html")), *links])


def asked(app: AppTest, name: str) -> str:
    """One parameter of the page's address; a list where no page has written it yet."""
    found = app.query_params[name]
    return found if isinstance(found, str) else found[0]


def code(app: AppTest) -> list[str]:
    """What a page offers to copy."""
    return [one.value for one in app.code]


@pytest.mark.parametrize("script", ["app.py", "pages/sources.py", "pages/places.py"])
def test_a_pinned_link_tells_what_changed_on_every_page(since: str, script: str) -> None:
    app = opened(script, data=since)
    assert "The data have changed since this link was made: 1 corrected" in said(app)
    assert asked(app, "data") == since
    way = next(one.proto for one in app.get("page_link") if "1 corrected" in one.proto.label)
    assert parse_qs(way.query_string)["since"] == [since]


def test_a_pinned_link_of_the_data_as_they_are_tells_nothing(
    two: tuple[Folders, str, str], since: str
) -> None:
    *_, now = two
    assert now != since
    app = opened(CHEAP, data=now)
    assert "since this link" not in said(app)
    assert asked(app, "data") == now


def test_a_link_without_a_state_tells_nothing(since: str) -> None:
    assert since
    assert "since this link" not in said(opened(CHEAP))


def test_a_state_that_was_never_released_is_told_as_such(since: str) -> None:
    assert since
    assert "not among the releases" in said(opened(CHEAP, data=UNKNOWN))


def test_the_link_to_exactly_this_holds_the_choice_and_the_data(
    two: tuple[Folders, str, str], since: str
) -> None:
    *_, now = two
    link = code(opened("app.py", kinds="march", lang="es", data=since))[0]
    params = parse_qs(urlsplit(link).query)
    assert (params["kinds"], params["lang"], params["data"]) == (["march"], ["es"], [now])


def test_the_page_lists_the_field_before_and_after_as_text(since: str) -> None:
    app = opened("pages/changes.py", since=since)
    assert not app.exception
    assert "Corrected \\(1\\)" in [heading.value for heading in app.subheader]
    assert "Title in English" in said(app)
    assert "A &lt;b&gt;corrected&lt;/b&gt; title" in said(app)
    assert "<b>corrected" not in said(app)


def test_the_page_speaks_spanish(since: str) -> None:
    app = opened("pages/changes.py", since=since, lang="es")
    assert "1 corregido" in said(app)
    assert "Título en inglés" in said(app)
    assert "La primera." in str(app.selectbox(key="changes_since").options)


def test_the_choice_of_two_states_is_in_the_address(since: str) -> None:
    app = opened("pages/changes.py")
    assert app.selectbox(key="changes_since").value == since
    app.selectbox(key="changes_until").set_value(since).run()
    assert asked(app, "until") == since
    assert "Nothing changed" in said(app)


def test_a_release_that_is_not_there_is_told_and_not_asked_for(since: str) -> None:
    app = opened("pages/changes.py", since=UNKNOWN)
    assert UNKNOWN in app.warning[0].value
    assert app.selectbox(key="changes_since").value == since


def test_an_altered_release_is_told_on_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = unreleased(tmp_path)
    state = snapshots.of(project.read(where))
    releases.write(where.data, state, Release(state.name, DAY, "One"))
    path = where.data / "releases" / f"{state.name}.jsonl"
    path.write_bytes(path.read_bytes() + b"\n")
    monkeypatch.setenv("MAPPER_DATA", str(where.data))
    monkeypatch.setenv("MAPPER_GEO", str(where.geo))
    app = opened("pages/changes.py")
    assert not app.exception
    assert "is not what was released" in re.sub(r"\\", "", app.error[0].value)


def test_without_a_release_the_page_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = unreleased(tmp_path)
    monkeypatch.setenv("MAPPER_DATA", str(where.data))
    monkeypatch.setenv("MAPPER_GEO", str(where.geo))
    app = opened("pages/changes.py")
    assert not app.exception
    assert "nothing to compare" in said(app)
    assert not app.selectbox


def test_sources_has_a_dated_log_that_leads_to_the_changes(since: str) -> None:
    app = opened("pages/sources.py")
    assert "Corrections" in [heading.value for heading in app.subheader]
    assert "November 22, 2026" in said(app)
    assert "The *first*." in said(app)
    assert "Since the last release: 1 corrected." in said(app)
    ways = [one.proto.query_string for one in app.get("page_link")]
    assert f"since={since}" in " ".join(ways)


def test_the_panel_of_an_event_has_a_citation_to_copy(since: str) -> None:
    app = opened("app.py", event=WALKOUT, kinds="walkout")
    cited = next(text for text in code(app) if "Walkout Mapper" in text)
    title, place, sources, link = cited.splitlines()
    assert title.startswith("A <b>corrected</b> title. February 4, 2026")
    asked = parse_qs(urlsplit(link).query)
    assert asked["event"] == [WALKOUT]
    assert asked["data"][0] in place
    assert asked["data"] != [since]
    assert WALKOUT in place
    assert "Boyle Heights Beat" in sources
    assert set(asked) == {"v", "event", "data"}


@pytest.fixture(scope="module")
def real() -> Project:
    """The committed project."""
    return project.read(REAL)


def test_every_event_can_be_cited_in_four_lines(real: Project) -> None:
    told = dict(list(real.reports.merge(real.sources, on="source_id").groupby("event_id")))
    for row, lang in zip(real.events.to_dict("records"), cycle(("en", "es"))):
        reports = told[row["event_id"]].to_dict("records")
        cited = citation(row, reports, PIN, words(lang))
        assert len(cited.splitlines()) == 4
        for text in (row["event_id"], PIN.name, PIN.url, reports[0]["title"]):
            assert text in cited


def test_a_citation_of_a_release_names_its_day(real: Project) -> None:
    row = real.events.iloc[0].to_dict()
    assert "(versión del 22 de noviembre de 2026)" in citation(
        row, [], Pin(UNKNOWN, DAY, ""), words("es")
    )


def test_line_ends_in_a_title_do_not_part_a_citation(real: Project) -> None:
    row = real.events.iloc[0].to_dict() | {"title_en": "One\ntwo\u2028three"}
    assert citation(row, [], PIN, words("en")).startswith("One two three. ")


def test_an_error_can_be_reported_where_an_address_is_set(
    since: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Report an error" not in said(opened("app.py", event=WALKOUT))
    monkeypatch.setenv("MAPPER_CONTACT", "desk@example.org")
    found = re.search(r'href="(mailto:[^"]*)"', said(opened("app.py", event=WALKOUT)))
    assert found
    letter = parse_qs(urlsplit(html.unescape(found[1])).query)
    assert WALKOUT in letter["subject"][0]
    assert f"event={WALKOUT}" in letter["body"][0]
    assert since not in unquote(found[1])


def test_a_wrong_address_is_not_shown_to_readers(
    since: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAPPER_CONTACT", "javascript:alert(1)")
    app = opened("app.py", event=WALKOUT)
    assert since
    assert not app.error
    assert "Report an error" not in said(app)
    assert "javascript:" not in said(app)


def figure_of(where: Folders, at: Path) -> Path:
    """A figure of a project as a file."""
    found, today = project.read(where), snapshots.of(project.read(where))
    spec = Spec("grid", "square")
    drawn = make(spec, found, ground.read(where.geo), today.name)
    at.write_bytes(files.write(drawn, "svg", stamp.of(spec, drawn, today, {})))
    return at


def bundle_of(where: Folders, at: Path) -> Path:
    """A bundle of a project as a file."""
    at.write_text(bundle.page(project.read(where), Selection(Filters()), "en", where), "utf-8")
    return at


@pytest.mark.slow
@pytest.mark.parametrize("make_file", [figure_of, bundle_of], ids=["figure.svg", "bundle.html"])
def test_what_changed_since_a_file_was_made_is_a_command_and_a_page(
    make_file: Callable[[Folders, Path], Path],
    request: pytest.FixtureRequest,
    two: tuple[Folders, str, str],
    since: str,
    tmp_path: Path,
) -> None:
    where, _, _ = two
    old = Folders(tmp_path / "data", where.geo)
    shutil.copytree(REAL.data, old.data)
    file = make_file(old, tmp_path / request.node.callspec.id)
    folders = ["--data", str(where.data), "--geo", str(where.geo)]
    told = CliRunner().invoke(cli.app, ["changes", str(file), *folders])
    assert told.exit_code == 1
    assert WALKOUT in told.stdout
    app = opened("pages/changes.py")
    app.file_uploader(key="changes_file").set_value((file.name, file.read_bytes(), "")).run()
    assert app.selectbox(key="changes_since").value == since
    assert "A &lt;b&gt;corrected&lt;/b&gt; title" in said(app)


@pytest.mark.slow
def test_a_file_of_the_data_as_they_are_says_that_nothing_changed(
    two: tuple[Folders, str, str], since: str, tmp_path: Path
) -> None:
    where, _, _ = two
    file = bundle_of(where, tmp_path / "now.html")
    folders = ["--data", str(where.data), "--geo", str(where.geo)]
    assert CliRunner().invoke(cli.app, ["changes", str(file), *folders]).exit_code == 0
    app = opened("pages/changes.py")
    app.file_uploader(key="changes_file").set_value((file.name, file.read_bytes(), "")).run()
    assert "The data have not changed since this file was made." in [one.value for one in app.text]


@pytest.mark.parametrize(
    ("held", "code"),
    [
        (b"", "figure_unknown"),
        (b"<!DOCTYPE html><p>no stamp", "figure_without_stamp"),
        (
            b'<!doctype html><script type="application/json" id="stamp">{"data":1}</script>',
            "figure_without_stamp",
        ),
        (
            b'<!doctype html><script type="application/json" id="stamp">[[[</script>',
            "figure_broken",
        ),
    ],
)
def test_a_file_that_is_none_of_ours_is_told(held: bytes, code: str) -> None:
    with pytest.raises(DataError, match=code):
        origin.data_of(held, "file.html")


def test_a_file_whose_data_were_never_released_is_told() -> None:
    with pytest.raises(UsageError, match="release_behind"):
        releases.behind(UNKNOWN, "old.png", ["a" * 16])


def test_a_pinned_link_whose_release_was_altered_warns_and_shows_its_page(
    two: tuple[Folders, str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    where, name, _ = two
    shutil.copytree(where.data, tmp_path / "data")
    path = tmp_path / "data" / "releases" / f"{name}.jsonl"
    path.write_bytes(path.read_bytes() + b"\n")
    monkeypatch.setenv("MAPPER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("MAPPER_GEO", str(where.geo))
    app = opened(CHEAP, data=name)
    assert not app.exception
    assert "is not what was released" in re.sub(r"\\", "", app.warning[0].value)
    assert app.text_input


def test_a_missing_table_is_one_message_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    where = unreleased(tmp_path)
    (where.data / "events.csv").unlink()
    monkeypatch.setenv("MAPPER_DATA", str(where.data))
    monkeypatch.setenv("MAPPER_GEO", str(where.geo))
    app = opened("pages/cities.py")
    assert not app.exception
    assert len(app.error) == 1
    assert "events.csv is missing" in app.error[0].value.replace("\\", "")
