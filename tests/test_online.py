"""Services asked from the command line: only for what the files do not know, and only once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from geocoding_server import BODIES, GeocodingServer, Reply, address, nominatim, reply
from test_decisions import geocode, made, row_of, say
from typer.testing import CliRunner, Result

from mapper import answers, cards, ledger
from mapper.cli import app, asking
from mapper.providers import Settings
from mapper.settings import Folders
from tests.conftest import read_table, set_cell

SECOND = "photo"
SCHOOL = "Invented High School"
OSM = "© OpenStreetMap contributors"
SHED = "Imaginary Shed"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user who says who asks, and waits for nobody: the server is this machine."""
    quick = partial(Settings, timeout_s=0.5, pause_s=0.0, retries=0)
    monkeypatch.setattr(asking, "Settings", quick)
    monkeypatch.setenv("MAPPER_USER_AGENT", "mapper-tests (nobody@example.org)")


@pytest.fixture
def server() -> Iterator[GeocodingServer]:
    """Nominatim on this machine, which knows one school."""
    with GeocodingServer(nominatim()) as running:
        yield running


@pytest.fixture
def unknown(tiny: dict[str, pd.DataFrame], tmp_path: Path) -> Folders:
    """A project with one event whose place no file knows."""
    project = made(tiny, tmp_path)
    say(project, SCHOOL)
    ledger.write(project.geo, ledger.build(project))
    return project


def ask(project: Folders, server: GeocodingServer, service: str = "nominatim") -> Result:
    """The geocoding step with a service."""
    return geocode(project, "--online", f"{service}@{server.url}")


def place(project: Folders, text: str, *options: str, near: str = "Los Angeles, CA") -> Result:
    """What is said of one text."""
    where = ("--geo", str(project.geo), "--near", near)
    return CliRunner().invoke(app, ["place", text, *where, *options])


def wanted(server: GeocodingServer) -> list[str]:
    """What a server was asked for."""
    return [asked.query["q"][0] for asked in server.asked]


def test_only_what_no_file_knows_is_asked(unknown: Folders, server: GeocodingServer) -> None:
    answer = ask(unknown, server)
    assert (answer.exit_code, wanted(server)) == (0, [f"{SCHOOL}, Los Angeles, California"])
    assert "1 answer accepted" in answer.stderr
    assert server.asked[0].user_agent == "mapper-tests (nobody@example.org)"


def test_an_accepted_answer_is_the_place_with_its_attribution(
    unknown: Folders, server: GeocodingServer
) -> None:
    ask(unknown, server)
    row = row_of(unknown)
    assert (row["rung"], row["rule"], row["precision"]) == ("online", "online", "campus")
    assert (row["lon"], row["lat"]) == ("-118.29000", "34.06100")
    assert (row["matched_place"], row["query"]) == (SCHOOL, SCHOOL)
    assert OSM in row["attribution"]


def test_an_accepted_answer_is_kept_with_its_card(
    unknown: Folders, server: GeocodingServer
) -> None:
    ask(unknown, server)
    path = unknown.geo / "answers.csv"
    [kept] = read_table(path).to_dict("records")
    card = cards.read(cards.card_of(path))
    assert list(kept) == list(answers.COLUMNS)
    assert (kept["text"], kept["locality"], kept["state"]) == (SCHOOL, "Los Angeles", "CA")
    assert (kept["service"], OSM in kept["attribution"]) == ("nominatim", True)
    assert (card.sha256, OSM in card.licence) == (cards.sha256(path), True)
    assert "answers.csv" not in {fault.file for fault in cards.check(unknown.geo)}


def test_the_same_ledger_is_made_again_without_a_request(
    unknown: Folders, server: GeocodingServer
) -> None:
    ask(unknown, server)
    before = (unknown.geo / "placed_events.csv").read_bytes()
    assert geocode(unknown).exit_code == 0
    assert geocode(unknown, "--check").exit_code == 0
    assert (unknown.geo / "placed_events.csv").read_bytes() == before
    assert len(server.asked) == 1


def test_what_was_answered_is_not_asked_again(unknown: Folders, server: GeocodingServer) -> None:
    ask(unknown, server)
    answer = ask(unknown, server)
    assert "0 answers accepted" in answer.stderr
    assert len(server.asked) == 1


def test_two_events_of_one_text_are_asked_once(unknown: Folders, server: GeocodingServer) -> None:
    say(unknown, SCHOOL, SECOND)
    ask(unknown, server)
    assert len(server.asked) == 1
    assert row_of(unknown, SECOND)["rule"] == "online"


FAR_BOX = ["37.7739", "37.7759", "-122.4204", "-122.4184"]
LIES = [
    (nominatim(address=address(country_code="mx")), "In another country."),
    (nominatim(address=address(**{"ISO3166-2-lvl4": "US-TX", "state": "Texas"})), "another state"),
    (nominatim(lat="37.7749", lon="-122.4194", boundingbox=FAR_BOX), "Too far from the city."),
    (nominatim(**{"class": "highway", "type": "residential"}), "Not what the text names"),
]


@pytest.mark.parametrize(("lie", "why"), LIES, ids=[why for _, why in LIES])
def test_a_lie_is_refused_and_told_and_not_kept(unknown: Folders, lie: Reply, why: str) -> None:
    with GeocodingServer(lie) as server:
        answer = ask(unknown, server)
    assert f"Refused for '{SCHOOL}': " in answer.stderr
    assert why in answer.stderr
    assert (answer.exit_code, row_of(unknown)["rung"]) == (0, "locality")
    assert not (unknown.geo / "answers.csv").exists()


def test_the_first_answer_that_can_be_believed_is_taken(unknown: Folders) -> None:
    far, near = (json.loads(one.body)[0] for one in (LIES[2][0], nominatim()))
    with GeocodingServer(reply([far, near])) as server:
        answer = ask(unknown, server)
    assert "Too far from the city." in answer.stderr
    assert row_of(unknown)["lat"] == "34.06100"


def test_a_service_that_knows_nothing_changes_nothing(unknown: Folders) -> None:
    before = (unknown.geo / "placed_events.csv").read_bytes()
    with GeocodingServer(reply([])) as server:
        answer = ask(unknown, server)
    assert (answer.exit_code, len(server.asked)) == (0, 1)
    assert (unknown.geo / "placed_events.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (Reply(status=500), "Nominatim failed with the status 500"),
        (Reply(status=403), "Nominatim refused the request"),
        (Reply(body=b"<html>Sign in</html>"), "is not an answer"),
        (Reply(stall_s=3.0), "gave no whole answer"),
    ],
)
def test_a_broken_service_is_one_line_and_nothing_is_lost(
    unknown: Folders, broken: Reply, said: str
) -> None:
    before = {path: path.read_bytes() for path in unknown.geo.glob("*.*")}
    with GeocodingServer(broken) as server:
        answer = ask(unknown, server)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert said in answer.stderr
    assert len(answer.stderr.splitlines()) == 1
    assert {path: path.read_bytes() for path in unknown.geo.glob("*.*")} == before


def test_a_service_that_is_down_is_one_line(unknown: Folders) -> None:
    with GeocodingServer() as server:
        gone = server.url
    answer = geocode(unknown, "--online", f"nominatim@{gone}")
    assert (answer.exit_code, len(answer.stderr.splitlines())) == (2, 1)
    assert "Nominatim was not reached" in answer.stderr


def test_what_was_answered_before_a_failure_is_kept(unknown: Folders) -> None:
    say(unknown, SHED, SECOND)
    with GeocodingServer(nominatim(), Reply(status=500)) as server:
        answer = ask(unknown, server)
    assert (answer.exit_code, len(server.asked)) == (2, 2)
    assert list(read_table(unknown.geo / "answers.csv")["name"]) == [SCHOOL]


def test_a_service_must_be_told_who_asks(
    unknown: Folders, server: GeocodingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MAPPER_USER_AGENT")
    answer = ask(unknown, server)
    assert (answer.exit_code, server.asked) == (2, [])
    assert "MAPPER_USER_AGENT" in answer.stderr


@pytest.mark.parametrize("service", ["google", "arcgis"])
def test_a_service_whose_terms_forbid_to_keep_is_not_asked(
    unknown: Folders, server: GeocodingServer, service: str
) -> None:
    answer = ask(unknown, server, service)
    assert (answer.exit_code, server.asked) == (2, [])
    assert f"The terms of {service} forbid" in answer.stderr
    assert not (unknown.geo / "answers.csv").exists()


@pytest.mark.parametrize("wish", ["bing", "nominatim@http://a b", "@127.0.0.1", "nominatim@:0"])
def test_a_service_that_is_none_is_refused(unknown: Folders, wish: str) -> None:
    answer = geocode(unknown, "--online", wish)
    assert (answer.exit_code, len(answer.stderr.splitlines())) == (2, 1)


def test_a_fault_in_the_kept_answers_is_told_with_its_line(
    unknown: Folders, server: GeocodingServer
) -> None:
    ask(unknown, server)
    set_cell(unknown.geo / "answers.csv", 2, "lon", "34.061")
    answer = geocode(unknown)
    assert "answers.csv" in answer.stderr
    assert "row 2" in answer.stderr
    assert row_of(unknown)["rung"] == "locality"


@pytest.mark.parametrize("service", BODIES)
def test_one_text_may_be_asked_of_any_service(
    unknown: Folders, service: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAPPER_GOOGLE_KEY", "k")
    monkeypatch.setenv("MAPPER_PELIAS_KEY", "k")
    with GeocodingServer(reply(BODIES[service])) as server:
        answer = place(unknown, SCHOOL, "--json", "--online", f"{service}@{server.url}")
    found = json.loads(answer.stdout)
    assert (answer.exit_code, found["status"], found["rule"]) == (0, "placed", "online")
    assert (found["precision"], found["matched_name"]) == ("campus", SCHOOL)
    assert not (unknown.geo / "answers.csv").exists()


@pytest.mark.parametrize("text", ["City Hall", "City Hall and Grand Park", "34.0537, -118.2427"])
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


def test_a_home_of_the_catalogue_is_never_sent(unknown: Folders, server: GeocodingServer) -> None:
    say(unknown, "outside her house at 100 Made Up Street")
    answer = ask(unknown, server)
    assert (answer.exit_code, server.asked) == (0, [])


def test_the_texts_to_ask_are_those_that_no_rule_refuses(
    unknown: Folders, server: GeocodingServer
) -> None:
    say(unknown, "Pershing Square, Chicago")
    ask(unknown, server)
    assert server.asked == []
    assert ledger.stale(unknown.geo, ledger.build(unknown)) == []
