"""Online services, asked over loopback: what is sent, read and kept, and what goes wrong."""

from __future__ import annotations

import contextlib
import dataclasses
import gzip
import itertools
import json
import logging
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from geocoding_server import BODIES, SCHOOL, GeocodingServer, Reply, address, nominatim, reply

from mapper.errors import MapperError, ServiceError
from mapper.model import Context, Place, Position
from mapper.providers import Question, Service, Settings, reason_against

pytestmark = pytest.mark.slow

LA = Context("Los Angeles", "CA")
QUESTION = Question("Invented High School", LA)
# Signs that an address must quote, and half of it without them.
SECRET = "/".join(("s3cret", "key+of=ours"))


@contextlib.contextmanager
def asking(
    script: list[Reply], cache: Path, **changes: object
) -> Iterator[tuple[Service, GeocodingServer]]:
    """A service that asks a scripted server, with little patience."""
    with GeocodingServer(*script) as server:
        chosen = dataclasses.replace(impatient(server, cache), **changes)
        with Service(chosen) as service:
            yield service, server


def impatient(server: GeocodingServer, cache: Path) -> Settings:
    return Settings(
        service="nominatim",
        server=server.url,
        user_agent="mapper-tests (nobody@example.org)",
        cache=cache,
        timeout_s=0.3,
        pause_s=0.0,
        retries=1,
        most_wait_s=1.5,
    )


def refused(script: list[Reply], cache: Path, **changes: object) -> tuple[MapperError, int]:
    """The error of one question, and how many requests it took."""
    with asking(script, cache, **changes) as (service, server):
        with pytest.raises(MapperError) as caught:
            service.ask(QUESTION)
        return caught.value, len(server.asked)


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys for the services that want one."""
    monkeypatch.setenv("MAPPER_GOOGLE_KEY", SECRET)
    monkeypatch.setenv("MAPPER_PELIAS_KEY", SECRET)


@pytest.mark.parametrize("name", BODIES)
def test_every_service_tells_the_same_school(name: str, tmp_path: Path) -> None:
    with asking([reply(BODIES[name])], tmp_path, service=name) as (service, _):
        [answer] = service.ask(QUESTION)
    assert answer.name == "Invented High School"
    assert answer.rung == "campus"
    assert answer.position == Position(lon=-118.29, lat=34.061)
    assert (answer.city, answer.county) == ("Los Angeles", "Los Angeles County")
    assert (answer.state, answer.country) == ("CA", "US")
    # 0.003° of longitude and 0.002° of latitude from the middle to each corner.
    assert answer.uncertainty_m == pytest.approx(355, abs=3)
    assert answer.service == name
    assert answer.attribution
    assert answer.place_id
    assert answer.asked == datetime.now(UTC).date()
    assert "Invented" in json.dumps(json.loads(answer.raw))


def test_a_street_is_asked_by_its_parts(tmp_path: Path) -> None:
    with asking([Reply()], tmp_path) as (service, server):
        assert service.ask(Question("100 Main", LA, street="100 Main St")) == []
    query = server.asked[0].query
    assert query["street"] == ["100 Main St"]
    assert query["city"] == ["Los Angeles"]
    assert query["state"] == ["California"]
    assert query["countrycodes"] == ["us"]
    assert query["addressdetails"] == query["namedetails"] == ["1"]
    assert "q" not in query


def test_a_name_is_asked_as_an_amenity(tmp_path: Path) -> None:
    with asking([Reply()], tmp_path) as (service, server):
        service.ask(Question("at Invented High", LA, name="Invented High"))
    assert server.asked[0].query["amenity"] == ["Invented High"]
    assert "q" not in server.asked[0].query


def test_a_line_does_not_repeat_what_the_text_says(tmp_path: Path) -> None:
    with asking([Reply()], tmp_path) as (service, server):
        service.ask(Question("City Hall, los angeles", LA))
    assert server.asked[0].query["q"] == ["City Hall, los angeles, California"]


@pytest.mark.parametrize(
    ("name", "field", "sent"),
    [
        ("photon", "bbox", "-180.0,17.0,-65.0,72.0"),
        ("photon", "limit", "10"),
        ("pelias", "boundary.country", "USA"),
        ("pelias", "api_key", SECRET),
        ("google", "components", "country:US"),
        ("google", "key", SECRET),
    ],
)
def test_what_each_service_is_sent(name: str, field: str, sent: str, tmp_path: Path) -> None:
    with asking([reply(BODIES[name])], tmp_path, service=name) as (service, server):
        service.ask(QUESTION)
    assert server.asked[0].query[field] == [sent]
    assert server.asked[0].user_agent == "mapper-tests (nobody@example.org)"


def test_the_same_question_is_one_request_even_tomorrow(tmp_path: Path) -> None:
    with GeocodingServer(nominatim()) as server:
        chosen = impatient(server, tmp_path)
        with Service(chosen) as service:
            first = service.ask(QUESTION)
            assert service.ask(QUESTION) == first
        with Service(dataclasses.replace(chosen, user_agent="another agent")) as later:
            assert later.ask(QUESTION) == first
        assert len(server.asked) == 1


def test_the_day_is_the_day_of_the_request(tmp_path: Path) -> None:
    with asking([nominatim()], tmp_path) as (service, _):
        service.ask(QUESTION)
        with sqlite3.connect(tmp_path / "nominatim.sqlite") as connection:
            today = str(datetime.now(UTC).date())
            connection.execute(
                "UPDATE responses SET value = replace(value, ?, '2026-01-02')", (today,)
            )
        connection.close()
        [answer] = service.ask(QUESTION)
    assert str(answer.asked) == "2026-01-02"


def test_no_places_is_an_answer_and_is_kept(tmp_path: Path) -> None:
    with asking([Reply(b"[]")], tmp_path) as (service, server):
        assert service.ask(QUESTION) == service.ask(QUESTION) == []
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("pelias", {"geocoding": {"errors": ["timeout"]}, "features": []}),
        ("google", {"status": "UNKNOWN_ERROR", "results": []}),
        ("photon", {"message": "no"}),
        ("arcgis", {"error": {"code": 498, "message": "Invalid token"}}),
    ],
)
def test_an_error_told_as_an_answer_is_not_kept(
    name: str, body: dict[str, object], tmp_path: Path
) -> None:
    with asking([reply(body), reply(BODIES[name])], tmp_path, service=name) as (service, _):
        with contextlib.suppress(ServiceError):
            assert service.ask(QUESTION) == []
        assert len(service.ask(QUESTION)) == 1


def test_what_may_not_be_kept_is_not(tmp_path: Path) -> None:
    with asking([reply(BODIES["arcgis"])], tmp_path, service="arcgis") as (service, server):
        assert service.ask(QUESTION) == service.ask(QUESTION)
    assert len(server.asked) == 2


def test_requests_keep_their_distance_and_the_cache_does_not_wait(tmp_path: Path) -> None:
    with GeocodingServer(nominatim()) as server:
        chosen = dataclasses.replace(impatient(server, tmp_path), pause_s=0.1)
        with Service(chosen) as one, Service(chosen) as other:
            one.ask(Question("a", LA))
            other.ask(Question("b", LA))
            start = time.monotonic()
            for _ in range(20):
                one.ask(Question("a", LA))
            assert time.monotonic() - start < 20 * 0.1
        first, second = server.asked
        assert second.at_s - first.at_s >= 0.1


def test_a_broken_server_is_tried_again(tmp_path: Path) -> None:
    script = [Reply(status=500), Reply(status=503), nominatim()]
    with asking(script, tmp_path, retries=3) as (service, server):
        assert service.ask(QUESTION)
    assert len(server.asked) == 3


def test_retries_keep_their_distance_too(tmp_path: Path) -> None:
    with asking([Reply(status=500), nominatim()], tmp_path, pause_s=0.1) as (service, server):
        service.ask(QUESTION)
    first, second = server.asked
    assert second.at_s - first.at_s >= 0.1


def test_a_wait_that_a_server_asks_for_is_kept(tmp_path: Path) -> None:
    script = [Reply(status=429, headers={"Retry-After": "1"}), nominatim()]
    with asking(script, tmp_path) as (service, server):
        assert service.ask(QUESTION)
    first, second = server.asked
    assert second.at_s - first.at_s >= 1


@pytest.mark.parametrize("status", [429, 503])
def test_a_day_is_not_waited_for(status: int, tmp_path: Path) -> None:
    told, requests = refused([Reply(status=status, headers={"Retry-After": "86400"})], tmp_path)
    assert (told.code, told.values["value"], requests) == ("service_limit", 86400, 1)


def test_a_wait_that_makes_no_sense_is_not_kept(tmp_path: Path) -> None:
    script = [Reply(status=429, headers={"Retry-After": "soon"}), nominatim()]
    with asking(script, tmp_path) as (service, _):
        assert service.ask(QUESTION)


BROKEN = {
    "cut off": (Reply(b'[{"lat": "34'), "service_broken"),
    "a page": (Reply(b"<html>Sign in to the library's Wi-Fi</html>"), "service_broken"),
    "nothing": (Reply(b""), "service_broken"),
    "a number": (Reply(b"7"), "service_broken"),
    "nested": (Reply(b"[" * 200_000), "service_broken"),
    "not UTF-8": (Reply(b"[\xff\xfe"), "service_broken"),
    "a list of texts": (Reply(b'{"features": 5}'), "service_broken"),
    "an error": (Reply(b'{"error": "no"}'), "service_refused"),
    "forbidden": (Reply(status=403), "service_refused"),
    "unauthorised": (Reply(status=401), "service_refused"),
    "not there": (Reply(status=404), "service_failed"),
    "down for good": (Reply(status=500), "service_failed"),
    "too much": (Reply(b"[" + b" " * 10_000_000 + b"]"), "service_large"),
    "elsewhere": (Reply(status=302, headers={"Location": "http://127.0.0.2:9/"}), "service_moved"),
    "too often": (Reply(status=429), "service_quota"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_every_failure_is_told_and_not_kept(case: str, tmp_path: Path) -> None:
    bad, code = BROKEN[case]
    told, _ = refused([bad], tmp_path)
    assert isinstance(told, ServiceError)
    assert told.code == code
    assert told.values["service"] == "Nominatim"
    with sqlite3.connect(tmp_path / "nominatim.sqlite") as connection:
        assert connection.execute("SELECT count(*) FROM responses").fetchone() == (0,)
    connection.close()


@pytest.mark.parametrize("slow", [Reply(stall_s=30), Reply(drip_s=0.05)], ids=["stall", "drip"])
def test_a_server_that_stalls_is_cut_off(slow: Reply, tmp_path: Path) -> None:
    start = time.monotonic()
    told, _ = refused([slow], tmp_path, retries=0, most_wait_s=0.2)
    assert told.code == "service_slow"
    assert time.monotonic() - start < 1


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    with GeocodingServer(Reply()) as gone:
        pass
    with Service(impatient(gone, tmp_path)) as service, pytest.raises(ServiceError) as caught:
        service.ask(QUESTION)
    assert caught.value.code == "service_down"


def test_a_redirect_is_not_followed(tmp_path: Path) -> None:
    with GeocodingServer(nominatim()) as third:
        away = Reply(status=301, headers={"Location": third.url + "/search?q=x"})
        told, _ = refused([away], tmp_path)
    assert told.code == "service_moved"
    assert third.asked == []


@pytest.mark.parametrize(
    ("lat", "lon"),
    [("NaN", "-118"), ("-118.2", "34.0"), ("34", "400"), ("", ""), ("1e999", "0"), (None, None)],
)
def test_a_row_without_a_position_is_dropped_and_told(
    lat: object, lon: object, tmp_path: Path
) -> None:
    script = [reply([SCHOOL | {"lat": lat, "lon": lon}, SCHOOL])]
    with asking(script, tmp_path) as (service, _):
        assert len(service.ask(QUESTION)) == 1
        [note] = service.notes
    assert (note.code, note.values["value"]) == ("answers_dropped", 1)


@pytest.mark.parametrize("name", ["pelias", "google"])
def test_the_key_is_nowhere_but_on_the_wire(
    name: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "geopy")
    echo = json.loads(json.dumps(BODIES[name]).replace("100 W Made Up St", SECRET))
    with asking([reply(echo)], tmp_path, service=name) as (service, _):
        [answer] = service.ask(QUESTION)
    kept = (tmp_path / f"{name}.sqlite").read_bytes()
    for place in (answer.raw, repr(answer), caplog.text, kept.decode("latin-1")):
        assert SECRET not in place
        assert "s3cret" not in place
    told, _ = refused([Reply(status=500)], tmp_path / "other", service=name)
    assert "s3cret" not in f"{told} {told.__cause__}"


def test_the_person_behind_the_user_agent_is_not_kept(tmp_path: Path) -> None:
    with asking([nominatim()], tmp_path) as (service, _):
        service.ask(QUESTION)
    assert b"nobody@example.org" not in (tmp_path / "nominatim.sqlite").read_bytes()


@pytest.mark.parametrize("status", ["REQUEST_DENIED", "OVER_QUERY_LIMIT", "UNKNOWN_ERROR"])
def test_google_tells_errors_with_a_status_of_200(status: str, tmp_path: Path) -> None:
    body = {"status": status, "results": [], "error_message": f"bad key {SECRET}"}
    told, _ = refused([reply(body)], tmp_path, service="google")
    assert told.code in ("service_refused", "service_quota", "service_down")
    assert SECRET not in str(told)


LIES = {
    "another state": (nominatim(address=address(**{"ISO3166-2-lvl4": "US-NV"})), "other_state"),
    "another country": (nominatim(address=address(country_code="mx")), "other_country"),
    "another city": (
        nominatim(address=address(city="Fresno"), lat="36.74", lon="-119.77", boundingbox=[]),
        "other_city",
    ),
    "the right name elsewhere": (
        nominatim(lat="36.74", lon="-119.77", boundingbox=["36.7", "36.8", "-119.8", "-119.7"]),
        "too_far",
    ),
    "two places at once": (nominatim(lat="34.2"), "wrong_type"),
    "the middle of the Pacific": (nominatim(lat="0", lon="-160"), "other_country"),
    "a bus stop": (nominatim(**{"class": "highway", "type": "bus_stop"}), "wrong_type"),
    "a road": (nominatim(**{"class": "highway", "type": "residential"}), "wrong_type"),
    "the city": (nominatim(**{"class": "place", "type": "city"}, addresstype="city"), "too_coarse"),
}


@pytest.mark.parametrize("case", LIES)
def test_a_server_that_lies_is_not_believed(case: str, tmp_path: Path) -> None:
    lie, why = LIES[case]
    known = Place("la", "Los Angeles", "city", Position(-118.24368, 34.05223), 44_400)
    with asking([lie], tmp_path) as (service, _):
        [answer] = service.ask(QUESTION)
    assert reason_against(answer, ("campus",), LA, [known]) == why


def test_many_threads_ask_one_after_the_other(tmp_path: Path) -> None:
    with (
        asking([nominatim()], tmp_path, pause_s=0.02) as (service, server),
        ThreadPoolExecutor(4) as pool,
    ):
        found = list(pool.map(lambda n: service.ask(Question(f"place {n % 4}", LA)), range(8)))
    times = [asked.at_s for asked in server.asked]
    assert all(found)
    assert min(after - before for before, after in itertools.pairwise(times)) >= 0.02


def test_a_small_body_that_unpacks_to_a_large_one_is_cut_off(tmp_path: Path) -> None:
    packed = gzip.compress(b"[" + b" " * 5_000_000 + b"]")
    told, _ = refused([Reply(packed, headers={"Content-Encoding": "gzip"})], tmp_path)
    assert told.code == "service_large"
