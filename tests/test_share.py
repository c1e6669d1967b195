"""The snippet that a newsroom copies: one element, whatever stands in an address or a title."""

from __future__ import annotations

from html.parser import HTMLParser

from mapper.ui import share

ADDRESS = 'https://example.org/map?v=2&city=%22"><script>alert(1)</script>&embed=true'
TITLE = 'A "title" <b>&amp; more'


def test_a_snippet_is_one_frame_with_its_address_and_title() -> None:
    found: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, dict(attrs)))

    Reader().feed(share.frame(ADDRESS, TITLE))
    ((tag, attributes),) = found
    assert (tag, attributes["src"], attributes["title"]) == ("iframe", ADDRESS, TITLE)
    assert attributes["loading"] == "lazy"
