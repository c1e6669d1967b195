"""What went wrong between us and a service, in one clear message."""

from __future__ import annotations

from geopy.adapters import AdapterHTTPError
from geopy.exc import (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderParseError,
    GeocoderQueryError,
    GeocoderQuotaExceeded,
    GeocoderTimedOut,
    GeocoderUnavailable,
)

from mapper.errors import ServiceError
from mapper.providers.adapter import MovedError
from mapper.providers.transport import TooMuchError, WaitTooLongError
from mapper.providers.values import Settings

# The first class that an error belongs to.
CODES: tuple[tuple[type[Exception], str], ...] = (
    (GeocoderQuotaExceeded, "service_quota"),
    (GeocoderAuthenticationFailure, "service_refused"),
    (GeocoderInsufficientPrivileges, "service_refused"),
    (GeocoderQueryError, "service_refused"),
    (GeocoderTimedOut, "service_slow"),
    (GeocoderUnavailable, "service_down"),
    (GeocoderParseError, "service_broken"),
    (MovedError, "service_moved"),
    (TooMuchError, "service_large"),
    (WaitTooLongError, "service_slow"),
)


def told(error: Exception, title: str, settings: Settings) -> ServiceError:
    """An error of geopy's or of ours as one that can be told.

    The server's own words are left out: nobody knows what is in them, the key for one.
    """
    status = status_of(error)
    code = next((code for kind, code in CODES if isinstance(error, kind)), "service_broken")
    if isinstance(error, WaitTooLongError) and error.seconds:
        return ServiceError("service_limit", service=title, value=round(error.seconds))
    if status and code not in ("service_refused", "service_quota"):
        return ServiceError("service_failed", service=title, value=status)
    values = {"service_slow": round(settings.patience_s), "service_down": settings.server or title}
    return ServiceError(code, service=title, value=values.get(code, status or ""))


def status_of(error: Exception) -> int:
    """The HTTP status that an error of geopy's comes from, or 0."""
    cause = error.__cause__
    return cause.status_code if isinstance(cause, AdapterHTTPError) else 0
