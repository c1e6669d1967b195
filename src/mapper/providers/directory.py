"""The services that can be asked: where they are, what they demand, what they allow to keep."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from mapper.errors import UsageError
from mapper.providers.values import Settings

FOREVER = -1
OSM = "© OpenStreetMap contributors, ODbL 1.0 (openstreetmap.org/copyright)"


@dataclass(frozen=True)
class Provider:
    """One service.

    ``keep_days`` is how long its terms let an answer be kept: -1 forever, 0 not at all.
    """

    title: str
    domain: str
    attribution: str
    keep_days: int = FOREVER
    key_variable: str = ""


# The terms were read in November 2026; docs/decisions names them.
PROVIDERS = {
    "nominatim": Provider("Nominatim", "nominatim.openstreetmap.org", OSM),
    "photon": Provider("Photon", "photon.komoot.io", OSM),
    "pelias": Provider(
        "Pelias",
        "api.geocode.earth",
        "Geocode Earth / Pelias: © OpenStreetMap contributors, OpenAddresses, "
        "Who's On First, GeoNames",
        key_variable="MAPPER_PELIAS_KEY",
    ),
    # Without an Esri account answers may be shown, and not stored.
    "arcgis": Provider("ArcGIS", "geocode.arcgis.com", "Powered by Esri", keep_days=0),
    # Positions may be kept for 30 days, place ids forever.
    "google": Provider(
        "Google",
        "maps.googleapis.com",
        "Google Maps",
        keep_days=30,
        key_variable="MAPPER_GOOGLE_KEY",
    ),
}


@dataclass(frozen=True)
class Server:
    """Where to ask: ``https`` or ``http``, and a domain with its port and path."""

    scheme: str
    domain: str


def provider(name: str) -> Provider:
    """The service of that name.

    Raises:
        UsageError: there is none.
    """
    if name not in PROVIDERS:
        raise UsageError("service_unknown", value=name, options=", ".join(PROVIDERS))
    return PROVIDERS[name]


def server(settings: Settings) -> Server:
    """The server that the settings name, else the service's public one.

    Raises:
        UsageError: the name is no server's.
    """
    if not settings.server.strip():
        return Server("https", provider(settings.service).domain)
    return named(settings.server)


def named(text: str) -> Server:
    """The server of an address, as a person writes it.

    Raises:
        UsageError: the name is no server's.
    """
    own = text.strip()
    parts = _parts(own)
    # A password in the address would end up in the cache and in messages.
    if parts is None or parts.username or parts.query or parts.fragment:
        raise UsageError("service_server", value=parts.hostname if parts else own)
    scheme = parts.scheme or ("http" if is_loopback(str(parts.hostname)) else "https")
    return Server(scheme, parts.netloc + parts.path.rstrip("/"))


def _parts(text: str) -> SplitResult | None:
    """The parts of a server's address, or ``None`` if it is none."""
    try:
        parts = urlsplit(text if "://" in text else f"//{text}")
        fit = parts.hostname and parts.scheme in ("", "http", "https") and parts.port != 0
    except ValueError:
        return None
    return parts if fit and not any(sign.isspace() for sign in text) else None


def is_loopback(host: str) -> bool:
    """Whether a host is this machine itself."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_agent(agent: str, title: str) -> None:
    """Refuse to ask a service without saying who asks.

    Raises:
        UsageError: the user agent is empty or cannot be sent.
    """
    if not agent.strip() or not (agent.isascii() and agent.isprintable()):
        raise UsageError("service_agent", service=title, value=agent)


def key(settings: Settings, place: Server) -> str:
    """The service's key, from the environment; "" where it wants none.

    Raises:
        UsageError: a key is needed and not there, or would be sent for anyone to read.
    """
    asked = provider(settings.service)
    if not asked.key_variable:
        return ""
    found = os.environ.get(asked.key_variable, "").strip()
    # Google's own client refuses to start without one; a Pelias of one's own may want none.
    if not found and (place.domain == asked.domain or settings.service == "google"):
        raise UsageError("service_key", service=asked.title, value=asked.key_variable)
    host = urlsplit(f"//{place.domain}").hostname or ""
    if found and place.scheme == "http" and not is_loopback(host):
        raise UsageError("service_key_plain", service=asked.title, value=place.domain)
    return found
