"""What of a file the rules see."""

from __future__ import annotations

import pytest

from exporter.accessibility.document import Document, read_document
from exporter.accessibility.vocabulary import words
from exporter.opc import open_package
from tests.accessibility.documents import FINE, paragraph, word_file
from tests.word_packages import NAMESPACES


def seen(body: str, **more: str) -> Document:
    package = open_package("a.docx", word_file(body, **more)).value
    assert package is not None
    return read_document(package)


def texts(document: Document) -> list[tuple[str, list[str]]]:
    return [(story.name, [words(paragraph) for paragraph in story.paragraphs()]) for story in document.stories]


def test_notes_are_numbered_by_their_calls_and_separators_are_none() -> None:
    calls = "".join(f'<w:r><w:footnoteReference w:id="{name}"/></w:r>' for name in (7, 3, 7))
    notes = "".join(f'<w:footnote w:id="{name}">{paragraph(f"Note {name}")}</w:footnote>' for name in (0, 3, 7))
    document = seen(f"<w:p>{calls}</w:p>", footnotes=f"<w:footnotes {NAMESPACES}>{notes}</w:footnotes>")
    assert texts(document) == [("", [""]), ("in footnote 1", ["Note 7"]), ("in footnote 2", ["Note 3"])]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<w:p><w:del><w:r><w:delText>a</w:delText><w:t>a</w:t></w:r></w:del><w:ins><w:r><w:t>b</w:t></w:r></w:ins></w:p>",
            ["b"],
        ),
        ("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>", []),
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", ["a"]),
    ],
)
def test_tracked_changes_are_taken_as_accepted(body: str, expected: list[str]) -> None:
    assert texts(seen(body)) == [("", expected)]


def test_what_is_drawn_in_two_ways_is_seen_in_the_newer_one() -> None:
    box = "<w:r><w:t>{}</w:t></w:r>"
    choice, fallback = f"<mc:Choice>{box.format('new')}</mc:Choice>", f"<mc:Fallback>{box.format('old')}</mc:Fallback>"
    both = f"<w:p><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:p>"
    alone = f"<w:p><mc:AlternateContent>{fallback}</mc:AlternateContent></w:p>"
    assert texts(seen(both + alone)) == [("", ["new", "old"])]


def test_the_packages_own_trees_stay_as_they_are() -> None:
    package = open_package("a.docx", word_file(f"{FINE}<w:p><w:del><w:r/></w:del></w:p>")).value
    assert package is not None
    before = len(list(package.roots[package.main].iter()))
    read_document(package)
    assert len(list(package.roots[package.main].iter())) == before
