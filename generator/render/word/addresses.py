"""Addresses as Word takes them: one that is not a proper URI makes it call the file broken."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

_SCHEMES = frozenset({"http", "https", "mailto"})
_SAFE = "/:@!$&'()*+,;=-._~?%"
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


def target(address: str) -> str | None:
    """Return ``address`` as a URI, or nothing if a letter may not lead there."""
    try:
        parts = urlsplit(address)
        host = _ascii_host(parts.netloc)
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES or not (parts.netloc or parts.path):
        return None
    return urlunsplit(
        (parts.scheme, host, _quoted(parts.path), _quoted(parts.query), _quoted(parts.fragment))
    )


def _quoted(part: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", part), safe=_SAFE)


def _ascii_host(host: str) -> str:
    """Return ``host`` with letters of other scripts as domain names write them."""
    return host if host.isascii() else host.encode("idna").decode("ascii")
