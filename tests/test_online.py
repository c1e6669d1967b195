"""Services asked from the command line: only for what the files do not know, and only once."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from functools import partial

import pandas as pd
import pytest
from geocoding_server import BODIES, GeocodingServer, Reply, address, nominatim, reply
from test_decisions import geocode, row_of, say, small
from typer.testing import CliRunner, Result

from mapper import answers, cards, knowledge, ledger
from mapper.cli import app, asking
from mapper.errors import ServiceError, UsageError
from mapper.model import Context
from mapper.providers import Settings
from mapper.settings import Folders
from tests.conftest import read_table, set_cell

pytestmark = pytest.mark.slow

LA = Context("Los Angeles", "CA")
SECOND = "photo"
SCHOOL = "Invented High School"
OSM = "© OpenStreetMap contributors"
__all__ = ["small"]  # the fixture
SHED = "Imaginary Shed"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user who says who asks, and waits for nobody: the server is this machine."""
    quick = partial(Settings, timeout_s=0.3, pause_s=0.0, retries=0)
    monkeypatch.setattr(asking, "Settings", quick)
    monkeypatch.setenv("MAPPER_USER_AGENT", "mapper-tests (nobody@example.org)")


@pytest.fixture
def server() -> Iterator[GeocodingServer]:
    """Nominatim on this machine, which knows one school."""
    with GeocodingServer(nominatim()) as running:
        yield running


@pytest.fixture
def unknown(small: Folders) -> Folders:
    """A project with one event whose place no file knows."""
    say(small, SCHOOL)
    return small


def ask(project: Folders, server: GeocodingServer, service: str = "nominatim") -> Result:
    """The geocoding step with a service."""
    return geocode(project, "--online", f"{service}@{server.url}")


def keep(project: Folders, server: GeocodingServer, *texts: str, service: str = "nominatim") -> int:
    """Ask for texts of Los Angeles, and keep the answers: how many."""
    known = knowledge.committed(project.geo).known
    how = asking.settings(f"{service}@{server.url}", project.geo)
    return asking.every([(text, LA) for text in texts or (SCHOOL,)], known, how, project.geo)


def place(project: Folders, text: str, *options: str, near: str = "Los Angeles, CA") -> Result:
    """What is said of one text."""
    where = ("--geo", str(project.geo), "--near", near)
    return CliRunner().invoke(app, ["place", text, *where, *options])


def wanted(server: GeocodingServer) -> list[str]:
    """What a server was asked for."""
    return [asked.query["q"][0] for asked in server.asked]


def test_only_what_no_file_knows_is_asked_and_once(
    unknown: Folders, server: GeocodingServer
) -> None:
    say(unknown, SCHOOL, SECOND)
    answer = ask(unknown, server)
    assert (answer.exit_code, wanted(server)) == (0, [f"{SCHOOL}, Los Angeles, California"])
    assert "1 answer accepted" in answer.stderr
    assert server.asked[0].user_agent == "mapper-tests (nobody@example.org)"


def test_an_answer_is_the_place_with_its_attribution_and_without_a_request(
    unknown: Folders, server: GeocodingServer
) -> None:
    keep(unknown, server)
    assert geocode(unknown).exit_code == 0
    row = row_of(unknown)
    assert (row["rung"], row["rule"], row["precision"]) == ("online", "online", "campus")
    assert (row["lon"], row["lat"]) == ("-118.29000", "34.06100")
    assert (row["matched_place"], row["query"]) == (SCHOOL, SCHOOL)
    assert OSM in row["attribution"]
    assert len(server.asked) == 1


def test_an_accepted_answer_is_kept_with_its_card(small: Folders, server: GeocodingServer) -> None:
    assert keep(small, server) == 1
    path = small.geo / "answers.csv"
    [kept] = read_table(path).to_dict("records")
    card = cards.read(cards.card_of(path))
    assert list(kept) == list(answers.COLUMNS)
    assert (kept["text"], kept["locality"], kept["state"]) == (SCHOOL, "Los Angeles", "CA")
    assert (kept["service"], OSM in kept["attribution"]) == ("nominatim", True)
    assert (card.sha256, OSM in card.licence) == (cards.sha256(path), True)
    assert "answers.csv" not in {fault.file for fault in cards.check(small.geo)}


def test_what_was_answered_is_asked_no_more(unknown: Folders, server: GeocodingServer) -> None:
    assert "1 answer accepted" in ask(unknown, server).stderr
    before = (unknown.geo / "placed_events.csv").read_bytes()
    answer = ask(unknown, server)
    assert (answer.stdout, len(server.asked)) == ("", 1)
    assert "0 answers accepted" in answer.stderr
    assert (unknown.geo / "placed_events.csv").read_bytes() == before


FAR_BOX = ["37.7739", "37.7759", "-122.4204", "-122.4184"]
LIES = [
    (nominatim(address=address(country_code="mx")), "In another country."),
    (nominatim(address=address(**{"ISO3166-2-lvl4": "US-TX", "state": "Texas"})), "another state"),
    (nominatim(lat="37.7749", lon="-122.4194", boundingbox=FAR_BOX), "Too far from the city."),
    (nominatim(**{"class": "highway", "type": "residential"}), "Not what the text names"),
]


@pytest.mark.parametrize(("lie", "why"), LIES, ids=[why for _, why in LIES])
def test_a_lie_is_refused_and_told_and_not_kept(
    small: Folders, capsys: pytest.CaptureFixture[str], lie: Reply, why: str
) -> None:
    with GeocodingServer(lie) as server:
        assert keep(small, server) == 0
    [told] = capsys.readouterr().err.splitlines()
    assert told.startswith(f"Refused for '{SCHOOL}': ")
    assert why in told
    assert not (small.geo / "answers.csv").exists()


def test_the_first_answer_that_can_be_believed_is_taken(
    small: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    far, near = (json.loads(one.body)[0] for one in (LIES[2][0], nominatim()))
    with GeocodingServer(reply([far, near])) as server:
        assert keep(small, server) == 1
    assert "Too far from the city." in capsys.readouterr().err
    assert list(read_table(small.geo / "answers.csv")["lat"]) == ["34.06100"]


def test_a_service_that_knows_nothing_changes_nothing(small: Folders) -> None:
    with GeocodingServer(reply([])) as server:
        assert keep(small, server) == 0
    assert len(server.asked) == 1
    assert not (small.geo / "answers.csv").exists()


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (Reply(status=500), "service_failed"),
        (Reply(status=403), "service_refused"),
        (Reply(body=b"<html>Sign in</html>"), "service_broken"),
        (Reply(stall_s=1.0), "service_slow"),
    ],
)
def test_a_broken_service_is_told_and_what_was_answered_before_is_kept(
    small: Folders, broken: Reply, code: str
) -> None:
    with (
        GeocodingServer(nominatim(), broken) as server,
        pytest.raises(ServiceError, match=code),
    ):
        keep(small, server, SCHOOL, SHED)
    assert list(read_table(small.geo / "answers.csv")["name"]) == [SCHOOL]


def test_the_newest_answer_to_a_question_stays(small: Folders, server: GeocodingServer) -> None:
    keep(small, server)
    shutil.rmtree(small.geo / "local")
    with GeocodingServer(nominatim(lat="34.0615000")) as later:
        keep(small, later)
    assert list(read_table(small.geo / "answers.csv")["lat"]) == ["34.06150"]


def test_a_service_that_is_down_is_one_line_and_nothing_is_lost(unknown: Folders) -> None:
    before = {path: path.read_bytes() for path in unknown.geo.glob("*.*")}
    with GeocodingServer() as server:
        gone = server.url
    answer = geocode(unknown, "--online", f"nominatim@{gone}")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert (len(answer.stderr.splitlines()), "was not reached" in answer.stderr) == (1, True)
    assert {path: path.read_bytes() for path in unknown.geo.glob("*.*")} == before


def test_a_service_must_be_told_who_asks(
    small: Folders, server: GeocodingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MAPPER_USER_AGENT")
    with pytest.raises(UsageError, match="service_agent"):
        keep(small, server)
    assert server.asked == []


@pytest.mark.parametrize("service", ["google", "arcgis"])
def test_a_service_whose_terms_forbid_to_keep_is_not_asked(
    small: Folders, server: GeocodingServer, service: str
) -> None:
    with pytest.raises(UsageError, match="service_terms"):
        keep(small, server, service=service)
    assert server.asked == []


def test_a_refused_service_is_one_line_and_exit_2(small: Folders, server: GeocodingServer) -> None:
    answer = ask(small, server, "google")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.startswith("The terms of google forbid to keep its answers")


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ("bing", "service_unknown"),
        ("@127.0.0.1", "service_unknown"),
        ("nominatim@http://a b", "service_server"),
        ("nominatim@127.0.0.1:0", "service_server"),
    ],
)
def test_a_service_that_is_none_is_refused(small: Folders, wish: str, code: str) -> None:
    known = knowledge.committed(small.geo).known
    with pytest.raises(UsageError, match=code):
        asking.every([(SCHOOL, LA)], known, asking.settings(wish, small.geo), small.geo)


def test_a_fault_in_the_kept_answers_is_told_with_its_line(
    unknown: Folders, server: GeocodingServer
) -> None:
    keep(unknown, server)
    set_cell(unknown.geo / "answers.csv", 2, "lon", "34.061")
    answer = geocode(unknown)
    assert answer.stderr.startswith("answers.csv, row 2")
    assert row_of(unknown)["rung"] == "locality"


@pytest.mark.parametrize("service", ["photon", "google", "arcgis"])
def test_one_text_may_be_asked_of_any_service(
    unknown: Folders, service: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAPPER_GOOGLE_KEY", "k")
    with GeocodingServer(reply(BODIES[service])) as server:
        answer = place(unknown, SCHOOL, "--json", "--online", f"{service}@{server.url}")
    found = json.loads(answer.stdout)
    assert (answer.exit_code, found["status"], found["rule"]) == (0, "placed", "online")
    assert (found["precision"], found["matched_name"]) == ("campus", SCHOOL)
    assert not (unknown.geo / "answers.csv").exists()


@pytest.mark.parametrize("text", ["City Hall", "City Hall and Grand Park"])
def test_one_text_that_the_files_know_is_not_asked(
    unknown: Folders, server: GeocodingServer, text: str
) -> None:
    place(unknown, text, "--online", f"nominatim@{server.url}")
    assert server.asked == []


def test_one_text_without_a_service_is_not_asked(unknown: Folders) -> None:
    answer = place(unknown, SCHOOL)
    assert (answer.exit_code, answer.stdout.splitlines()[0]) == (3, f"not_found: {SCHOOL}")


def test_a_refused_answer_leaves_what_the_files_said(unknown: Folders) -> None:
    with GeocodingServer(LIES[0][0]) as server:
        answer = place(unknown, SCHOOL, "--online", f"nominatim@{server.url}")
    assert answer.exit_code == 3
    assert "In another country." in answer.stderr
    assert answer.stdout.startswith(f"not_found: {SCHOOL}")


@pytest.mark.parametrize(
    "text",
    [
        "outside her house at 100 Made Up Street",
        "Pershing Square, Chicago",
        "Soto and Pershing Square; Invented Hall",
        "City Hall",
        "51.5, -0.12",
        "",
    ],
)
def test_what_a_rule_of_ours_answers_or_refuses_is_never_sent(small: Folders, text: str) -> None:
    row = {"place_text": text, "locality": "Los Angeles", "state": "CA"}
    known = knowledge.committed(small.geo).known
    assert ledger.unknown(pd.DataFrame([row]), known) == []
