"""How an address stands in a file: what a URI can't hold is escaped."""

from __future__ import annotations

from urllib.parse import quote

CHARACTERS = "%/:=&?~#+!$,;'@()*[]-._"  # RFC 3986, 2; escapes that are there stay


def as_uri(address: str) -> str:
    """The address with all other characters as percent-encoded UTF-8 (RFC 3986, 2.1)."""
    return quote(address, safe=CHARACTERS)
