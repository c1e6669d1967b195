"""Services that cannot be asked, and caches that cannot be read."""

from __future__ import annotations

import dataclasses
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from geocoding_server import GeocodingServer, nominatim

from mapper.errors import DataError, MapperError, UsageError
from mapper.model import Context
from mapper.providers import Question, Service, Settings, directory, store

QUESTION = Question("Invented High School", Context("Los Angeles", "CA"))
FILE = "nominatim.sqlite"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that nothing is wrong with; nobody listens at that port."""
    return Settings(
        service="nominatim",
        user_agent="mapper-tests",
        cache=tmp_path / "cache",
        server="127.0.0.1:9",
        pause_s=0.0,
        retries=0,
    )


def refusal(settings: Settings, **changes: object) -> MapperError:
    """The error of a service that cannot be had."""
    with pytest.raises(MapperError) as caught:
        Service(dataclasses.replace(settings, **changes))
    return caught.value


@pytest.mark.parametrize(
    ("server", "scheme", "domain"),
    [
        ("", "https", "nominatim.openstreetmap.org"),
        ("geo.example.org", "https", "geo.example.org"),
        ("https://geo.example.org/osm/", "https", "geo.example.org/osm"),
        ("http://geo.example.org:8080", "http", "geo.example.org:8080"),
        ("localhost:8080", "http", "localhost:8080"),
        ("[::1]:8080", "http", "[::1]:8080"),
    ],
)
def test_tls_is_left_out_only_here_or_when_asked(
    settings: Settings, server: str, scheme: str, domain: str
) -> None:
    found = directory.server(dataclasses.replace(settings, server=server))
    assert (found.scheme, found.domain) == (scheme, domain)


@pytest.mark.parametrize(
    "server",
    ["ftp://a.org", "a b.org", "https://", "me:word@a.org", "a.org?key=1", "a.org:x", "[::1", "#"],
)
def test_what_is_no_server_is_told(settings: Settings, server: str) -> None:
    told = refusal(settings, server=server)
    assert told.code == "service_server"
    assert "word" not in str(told)


def test_a_service_that_is_not_known_is_told(settings: Settings) -> None:
    told = refusal(settings, service="bing")
    assert isinstance(told, UsageError)
    assert (told.code, told.values["value"]) == ("service_unknown", "bing")


@pytest.mark.parametrize("agent", ["", " ", "a\nb: c", "señal"])
def test_a_user_agent_must_be_one(settings: Settings, agent: str) -> None:
    assert refusal(settings, user_agent=agent).code == "service_agent"


def test_geopys_sample_user_agent_is_refused(settings: Settings) -> None:
    sample = dataclasses.replace(settings, server="", user_agent="my-application")
    with Service(sample) as service, pytest.raises(UsageError) as caught:
        service.ask(QUESTION)
    assert caught.value.code == "service_agent"


def test_an_empty_question_is_refused(settings: Settings) -> None:
    with Service(settings) as service, pytest.raises(UsageError, match="text_empty"):
        service.ask(Question("  "))


@pytest.mark.parametrize("name", ["google", "pelias"])
def test_a_missing_key_is_named(
    settings: Settings, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    variable = f"MAPPER_{name.upper()}_KEY"
    monkeypatch.delenv(variable, raising=False)
    told = refusal(settings, service=name, server="")
    assert (told.code, told.values["value"]) == ("service_key", variable)


def test_a_pelias_of_ones_own_needs_no_key(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MAPPER_PELIAS_KEY", raising=False)
    Service(dataclasses.replace(settings, service="pelias")).close()


def test_a_key_is_not_sent_for_all_to_read(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAPPER_PELIAS_KEY", "s3cret")
    told = refusal(settings, service="pelias", server="http://geo.example.org")
    assert told.code == "service_key_plain"


def test_making_a_service_asks_nobody(settings: Settings) -> None:
    with GeocodingServer(nominatim()) as server:
        Service(dataclasses.replace(settings, server=server.url)).close()
        assert server.asked == []


def filled(settings: Settings) -> bytes:
    """A cache with one answer in it: its bytes, as the file at the settings' folder holds them."""
    with (
        GeocodingServer(nominatim()) as server,
        Service(dataclasses.replace(settings, server=server.url)) as service,
    ):
        service.ask(QUESTION)
    return (settings.cache / FILE).read_bytes()


@pytest.mark.parametrize("case", ["garbage", "cut off", "overwritten", "another table"])
def test_a_broken_cache_is_put_aside_and_told(settings: Settings, case: str) -> None:
    whole = filled(settings)
    file = settings.cache / FILE
    file.unlink()
    if case == "another table":
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("CREATE TABLE responses (mine TEXT)")
    else:
        cut = {"garbage": b"not a database" * 99, "cut off": whole[:5000]}
        file.write_bytes(cut.get(case, whole[:4096] + b"\xff" * (len(whole) - 4096)))
    broken = file.read_bytes()
    with Service(settings) as service:
        [note] = service.notes
    assert (note.code, note.values["value"]) == ("cache_broken", f"{FILE}.broken")
    assert (settings.cache / f"{FILE}.broken").read_bytes() == broken
    assert file.exists()


def test_no_broken_cache_is_lost(settings: Settings) -> None:
    settings.cache.mkdir()
    for words in (b"first" * 99, b"second" * 99, b"third" * 99):
        (settings.cache / FILE).write_bytes(words)
        Service(settings).close()
    kept = {path.name: path.read_bytes()[:5] for path in settings.cache.glob("*.broken*")}
    assert kept == {
        f"{FILE}.broken": b"first",
        f"{FILE}.broken2": b"secon",
        f"{FILE}.broken3": b"third",
    }


@pytest.mark.parametrize("entry", ["", "{", "[]", "{}", '{"status_code": "a"}', "null"])
def test_a_broken_entry_is_asked_for_again(settings: Settings, entry: str) -> None:
    with GeocodingServer(nominatim()) as server:
        chosen = dataclasses.replace(settings, server=server.url)
        with Service(chosen) as service:
            [first] = service.ask(QUESTION)
        with closing(sqlite3.connect(settings.cache / FILE)) as connection, connection:
            connection.execute("UPDATE responses SET value = ?", (entry,))
        with Service(chosen) as service:
            assert service.ask(QUESTION) == [first]
        assert len(server.asked) == 2


def test_an_entry_with_another_body_is_asked_for_again(settings: Settings) -> None:
    with GeocodingServer(nominatim()) as server:
        chosen = dataclasses.replace(settings, server=server.url)
        with Service(chosen) as service:
            [first] = service.ask(QUESTION)
            with closing(sqlite3.connect(settings.cache / FILE)) as connection, connection:
                connection.execute(
                    "UPDATE responses SET value = json_set(value, '$._content', 'PGh0bWw+')"
                )
            assert service.ask(QUESTION) == [first]
        assert len(server.asked) == 2


def test_a_folder_that_cannot_be_written_is_told(settings: Settings) -> None:
    settings.cache.write_text("a file where the folder should be", encoding="utf-8")
    told = refusal(settings)
    assert isinstance(told, DataError)
    assert told.code == "cannot_write"
    assert told.values["reason"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_cache_that_may_only_be_read_is_told(settings: Settings) -> None:
    filled(settings)
    (settings.cache / FILE).chmod(0o444)
    assert refusal(settings).code == "cannot_write"


def test_a_cache_that_another_holds_is_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "BUSY_S", 0.05)
    filled(settings)
    with closing(sqlite3.connect(settings.cache / FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        told = refusal(settings)
    assert (told.code, told.values["reason"]) == ("cannot_write", "database is locked")


def test_a_cache_that_breaks_while_open_is_told(settings: Settings) -> None:
    with (
        GeocodingServer(nominatim()) as server,
        Service(dataclasses.replace(settings, server=server.url)) as service,
    ):
        service.ask(QUESTION)
        (settings.cache / FILE).write_bytes(b"not a database" * 999)
        with pytest.raises(DataError) as caught:
            service.ask(Question("another"))
    assert caught.value.code == "cannot_write"


def test_what_google_allows_for_30_days_is_deleted_after(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAPPER_GOOGLE_KEY", "s3cret")
    chosen = dataclasses.replace(settings, service="google")
    Service(chosen).close()
    file = settings.cache / "google.sqlite"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("INSERT INTO responses VALUES ('old', '{}', 1)")
        connection.execute("INSERT INTO responses VALUES ('new', '{}', 9999999999)")
    Service(chosen).close()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT key FROM responses").fetchall() == [("new",)]
