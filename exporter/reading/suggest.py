"""The word that somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`Did you mean “credit”?`, or "" when no known word is near."""
    from difflib import get_close_matches

    by_folded = {name.casefold(): name for name in known}
    near = get_close_matches(word.strip().casefold(), by_folded, n=1, cutoff=0.6)
    return f"Did you mean “{by_folded[near[0]]}”?" if near else ""
