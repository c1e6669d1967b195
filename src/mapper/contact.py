"""Where a reader may report an error, and the letter that is begun for them."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from mapper.errors import UsageError

_MAIL = re.compile(r"[A-Za-z0-9.!#$%*+/=_~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_WEB = re.compile(r"https://[^\s\"'<>\\]+")


def address(text: str) -> str:
    """An e-mail address or one of the web, as it was set; "" where nothing was.

    Raises:
        UsageError: it is neither.
    """
    wanted = text.strip()
    if not wanted or _MAIL.fullmatch(wanted):
        return wanted
    try:
        is_web = bool(_WEB.fullmatch(wanted)) and bool(urlsplit(wanted).hostname)
    except ValueError:
        is_web = False
    if not is_web:
        raise UsageError("contact_wrong", value=wanted)
    return wanted


def letter(to: str, subject: str, body: str) -> str:
    """The link that begins a letter, or opens a form with the same two texts; nothing is sent.

    Args:
        to: as :func:`address` gives it.
        subject: one line.
        body: the rest.
    """
    told = f"subject={quote(subject, safe='')}&body={quote(body, safe='')}"
    if not to.startswith("https://"):
        return f"mailto:{quote(to, safe='@')}?{told}"
    page, hash_, fragment = to.partition("#")
    return f"{page}{'&' if '?' in page else '?'}{told}{hash_}{fragment}"
