"""Every error this package raises on purpose: one class for each thing a caller can do.

An error carries a code and the values that belong to it. Its words, English or Spanish, are made
at the edge by :func:`mapper.i18n.message`: in ``ui`` and ``cli``.
"""

from __future__ import annotations


class MapperError(Exception):
    """Base of them all: catch this at the edge, and nothing wider.

    Args:
        code: a key of :data:`mapper.i18n.MESSAGES`.
        **values: what the message names: file, row, column, value and the like.
    """

    def __init__(self, code: str, **values: object) -> None:
        """Keep the code and the values apart, so that any language can say them."""
        self.code = code
        self.values = values
        super().__init__(code, values)

    def __str__(self) -> str:
        """The code and its values, for a log: readers get :func:`mapper.i18n.message`."""
        return f"{self.code} {self.values}"


class DataError(MapperError):
    """A file in ``data/`` or ``geo/`` is missing or is not what its card says: mend the file."""


class UsageError(MapperError):
    """The caller asked for something that is not to be had: ask for something else."""


class ServiceError(MapperError):
    """An online service did not answer, or not with an answer: try again later or ask another."""
