"""Where other devices of the same network find this machine. Nobody is asked for it."""

from __future__ import annotations

import io
import ipaddress
import socket

import psutil
import segno

from mapper.errors import UsageError

# Of a range kept for documents: a datagram socket "connected" to it sends nothing, and tells which
# address of this machine is used for what lies outside.
OUTSIDE = ("198.51.100.1", 9)


def addresses() -> list[str]:
    """The IPv4 addresses of this machine in its networks, the one that leads outside first.

    Raises:
        UsageError: it is in no network.
    """
    up = [name for name, state in psutil.net_if_stats().items() if state.isup]
    every = psutil.net_if_addrs()
    found = [
        one.address
        for name in up
        for one in every.get(name, ())
        if _is_reached(one.family, one.address)
    ]
    if not found:
        raise UsageError("no_network")
    first = leading_outside()
    return sorted(dict.fromkeys(found), key=lambda address: address != first)


def _is_reached(family: int, address: str) -> bool:
    """Whether another device can use the address: no loopback, none that a machine gave itself."""
    if family != socket.AF_INET:
        return False
    found = ipaddress.ip_address(address)
    return not (found.is_loopback or found.is_link_local)


def leading_outside() -> str:
    """The address of this machine that it would use for a far host; "" if it knows no way."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(OUTSIDE)
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def picture(address: str) -> str:
    """A QR code of an address, to be printed in a terminal."""
    drawn = io.StringIO()
    segno.make(address, error="m", micro=False).terminal(drawn, compact=True)
    return drawn.getvalue()
