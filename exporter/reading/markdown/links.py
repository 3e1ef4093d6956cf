"""Addresses of links: which of them a PDF, a Word copy and an email can carry."""

from __future__ import annotations

import re

from markdown_it.common.normalize_url import normalizeLink

from exporter.reading.problem import Problem

SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):", re.IGNORECASE)
WEB = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)
DIRECT = re.compile(r"(?:mailto|tel):\S", re.IGNORECASE)
UNSAFE = {"javascript", "vbscript", "data"}


def judge(url: str) -> Problem | None:
    """Why an address can't be carried, or None. Addresses inside the document (`#name`) are judged elsewhere."""
    if WEB.match(url) or DIRECT.match(url):
        return None
    if not url:
        return Problem(
            "markdown.empty-link",
            "this link leads nowhere, so only its words are kept",
            "Put its address between the parentheses.",
        )
    scheme = SCHEME.match(url)
    if not scheme:
        hint = "Give the whole address, with https://: in a PDF or an email there is no page that it could be relative to."
        return Problem("markdown.relative-link", f"the link to “{shown(url)}” is relative, so only its words are kept", hint)
    name = scheme["scheme"].lower()
    if name in UNSAFE:
        return Problem("markdown.unsafe-link", f"a link can't lead to a {name}: address")
    hint = "Links lead to https:, http:, mailto: or tel: addresses, or to #names of this file."
    return Problem("markdown.unknown-scheme", f"nothing opens “{shown(url)}”, so only the link's words are kept", hint)


def is_unsafe(problem: Problem) -> bool:
    """Whether the address is refused, and not just left out."""
    return problem.code == "markdown.unsafe-link"


def normal(url: str) -> str:
    """An address as it is written to files: percent-encoded, its host in Punycode."""
    return normalizeLink(url)


def shown(url: str) -> str:
    """An address, cut for a message."""
    return url if len(url) <= 60 else url[:59] + "…"
