from __future__ import annotations

from pathlib import Path

import pytest
import weasyprint.text.line_break
from weasyprint.text.line_break import pyphen

from exporter.rendering.pdf.typography.hyphenation import hyphenation


def parts(word: str, lang: str, tmp_path: Path, whole: frozenset[str] = frozenset()) -> list[str]:
    """The first parts of a word at all places where it may be broken."""
    with hyphenation(whole, tmp_path):
        made = weasyprint.text.line_break.pyphen.Pyphen(lang=lang, left=3, right=4)
    return [first for first, _ in made.iterate(word)]


def test_words_break_by_the_language_that_they_are_in(tmp_path: Path) -> None:
    assert parts("observatory", "en", tmp_path) == ["obser"]
    assert parts("Hafengesellschaft", "de", tmp_path) == ["Hafengesell", "Hafenge", "Hafen"]


@pytest.mark.parametrize("word", ["Wellington", "UNESCO", "McDonaldson", "iPhonography"])
def test_names_and_capitals_are_never_broken(word: str, tmp_path: Path) -> None:
    assert parts(word, "en", tmp_path) == []


def test_a_german_noun_is_broken_and_a_german_name_is_not(tmp_path: Path) -> None:
    assert parts("Universitäten", "de", tmp_path) != []
    assert parts("Universitäten", "de", tmp_path, frozenset({"universitäten"})) == []


def test_patterns_are_read_from_the_cache_the_second_time(tmp_path: Path) -> None:
    path = pyphen.LANGUAGES["fr"]
    pyphen.hdcache.pop(path, None)
    first = parts("incontestables", "fr", tmp_path)
    (kept,) = tmp_path.iterdir()
    read = pyphen.hdcache.pop(path)
    assert (parts("incontestables", "fr", tmp_path), pyphen.hdcache[path].patterns) == (first, read.patterns)
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_broken_cache_is_read_past(tmp_path: Path) -> None:
    path = pyphen.LANGUAGES["fr"]
    pyphen.hdcache.pop(path, None)
    first = parts("incontestables", "fr", tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"broken")
    pyphen.hdcache.pop(path)
    assert parts("incontestables", "fr", tmp_path) == first


def test_a_language_whose_words_change_when_broken_works_without_a_cache(tmp_path: Path) -> None:
    assert parts("asszonnyal", "hu", tmp_path) != []
    assert list(tmp_path.iterdir()) == []


def test_weasyprint_has_its_own_dictionaries_back(tmp_path: Path) -> None:
    parts("observatory", "en", tmp_path)
    assert weasyprint.text.line_break.pyphen is pyphen
