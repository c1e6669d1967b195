"""Mark a string for the catalogue without translating it."""

from __future__ import annotations


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "mark only"
    """Mark a string of a table for the catalogue; it is translated where it is shown."""
    return message
