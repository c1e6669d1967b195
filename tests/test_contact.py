"""Where errors are reported is checked, and the letter that is begun holds just what it should."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from typer.testing import CliRunner

from mapper import contact
from mapper.cli import app
from mapper.errors import UsageError

ODD = "A & B = 1? #2\r\nBcc: someone@example.org"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "desk@example.org",
        " desk+map@news.example.org ",
        "https://example.org/report?to=map#form",
    ],
)
def test_an_address_is_taken_as_it_was_set(text: str) -> None:
    assert contact.address(text) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "desk",
        "desk@example",
        "desk@example.org?bcc=x@example.org",
        "desk@example.org,other@example.org",
        "http://example.org",
        "https://",
        "https://[",
        "javascript:alert(1)",
        'https://example.org/"onclick=',
        "desk@example.org\nBcc: x@example.org",
    ],
)
def test_anything_else_is_told(text: str) -> None:
    with pytest.raises(UsageError, match="contact_wrong"):
        contact.address(text)


def test_a_letter_holds_subject_and_body_and_no_header_more() -> None:
    found = contact.letter("desk@example.org", ODD, ODD)
    assert found.startswith("mailto:desk@example.org?subject=")
    assert parse_qs(urlsplit(found).query, strict_parsing=True) == {"subject": [ODD], "body": [ODD]}
    assert "\n" not in found
    assert " " not in found


def test_a_form_keeps_its_own_address() -> None:
    found = urlsplit(contact.letter("https://example.org/report?to=map#form", "One", "Two"))
    assert (found.netloc, found.path, found.fragment) == ("example.org", "/report", "form")
    assert parse_qs(found.query) == {"to": ["map"], "subject": ["One"], "body": ["Two"]}
    assert unquote(found.query) == "to=map&subject=One&body=Two"


def test_a_wrong_address_is_told_before_the_app_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPPER_CONTACT", "the desk")
    answer = CliRunner().invoke(app, ["run"])
    assert answer.exit_code == 2
    assert answer.stderr.startswith("MAPPER_CONTACT is 'the desk'.")
    assert len(answer.stderr.splitlines()) == 1
