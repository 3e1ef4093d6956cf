"""Where a word may be broken at the end of a line: WeasyPrint's dictionaries, loaded quickly, and words that stay whole.

WeasyPrint asks the module `pyphen`, which reads thousands of patterns at the first word of a language: 50 ms for English,
470 for German. What it has read is kept in the user's cache. `hyphenation` puts itself in the place of that module while a
document is laid out.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import weasyprint.text.line_break
from weasyprint.text.line_break import pyphen

from exporter.cache import is_mine
from exporter.language import language_of

NOUNS_HAVE_CAPITALS = frozenset(("de", "lb"))


@contextmanager
def hyphenation(whole: frozenset[str], cache: Path) -> Iterator[None]:
    """While this is open, words are broken by dictionaries kept in `cache`, and those in `whole` (in lower case) not at all.

    Neither are names, abbreviations and whatever else has a capital, nouns of German aside. Not for threads.
    """
    weasyprint.text.line_break.pyphen = _Dictionaries(whole, cache)
    try:
        yield
    finally:
        weasyprint.text.line_break.pyphen = pyphen


class _Dictionaries:
    """What WeasyPrint uses of the module `pyphen`."""

    def __init__(self, whole: frozenset[str], cache: Path) -> None:
        self.whole, self.cache = whole, cache

    def language_fallback(self, lang: str) -> str | None:
        found: str | None = pyphen.language_fallback(lang)
        return found

    def Pyphen(self, lang: str, left: int, right: int) -> _Words:  # noqa: N802  (the name that WeasyPrint calls)
        path = pyphen.LANGUAGES[pyphen.language_fallback(lang)]
        if path not in pyphen.hdcache and (kept := _kept(_place(self.cache, path))):
            pyphen.hdcache[path] = kept
            return _Words(pyphen.Pyphen(lang=lang, left=left, right=right), language_of(lang), self.whole)
        is_new = path not in pyphen.hdcache
        words = _Words(pyphen.Pyphen(lang=lang, left=left, right=right), language_of(lang), self.whole)
        if is_new:
            _keep(pyphen.hdcache[path].patterns, _place(self.cache, path))
        return words


class _Words:
    """The hyphenation of one language."""

    def __init__(self, dictionary: Any, language: str, whole: frozenset[str]) -> None:
        self.dictionary, self.language, self.whole = dictionary, language, whole

    def iterate(self, word: str) -> Iterator[tuple[str, str]]:
        """The two parts of a word at each place where it may be broken, the longest first part first."""
        if self._may_break(word):
            yield from self.dictionary.iterate(word)

    def _may_break(self, word: str) -> bool:
        begins = word[:1].isupper() and self.language not in NOUNS_HAVE_CAPITALS
        return not begins and not any(map(str.isupper, word[1:])) and word.casefold() not in self.whole


def _place(cache: Path, dictionary: Path) -> Path:
    """The file for a dictionary's patterns, named by its text's size and the version, so that it can't be stale."""
    key = f"{dictionary.name}\0{dictionary.stat().st_size}\0{pyphen.VERSION}\0{marshal.version}"
    return cache / f"hyphens-{hashlib.sha256(key.encode()).hexdigest()[:16]}"


def _kept(path: Path) -> Any:
    """A dictionary from the cache, or None."""
    try:
        patterns = marshal.loads(path.read_bytes()) if is_mine(path) else None
        if not patterns:
            return None
        dictionary = pyphen.HyphDict.__new__(pyphen.HyphDict)
        dictionary.patterns, dictionary.cache, dictionary.maxlen = patterns, {}, max(map(len, patterns))
        return dictionary
    except Exception:  # whatever is wrong with it, it is only a cache
        return None


def _keep(patterns: dict[str, tuple[int, tuple[int, ...]]], path: Path) -> None:
    """Write patterns, equal values once; those of a language that changes letters (Hungarian) can't be kept."""
    values: dict[tuple[int, tuple[int, ...]], tuple[int, tuple[int, ...]]] = {}
    with suppress(OSError, ValueError):
        data = marshal.dumps({key: values.setdefault(value, value) for key, value in patterns.items()})
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        written = path.with_name(f"{path.name}.{id(patterns):x}")
        written.write_bytes(data)
        written.chmod(0o600)
        written.replace(path)
