"""The notes of a content file as comments in Word."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from exporter.model import Comment, Span
from exporter.reading.content_file import read_release
from exporter.target import Target
from tests import samples
from tests.rendering.word.word_jobs import Docx, W, composed, made, said, texts

FRONT = "---\nkind: brief\ntitle: A headline\ndate: 2026-05-12\nlang: en\n---\n\n"


def commented(body: str) -> Docx:
    """The Word copy, with comments, of a content file with this body."""
    reading = read_release("content/story.md", (FRONT + body).encode(), Path(), samples.brand())
    assert reading.value is not None, reading.diagnostics
    return made(replace(composed(reading.value), target=Target(copy="comments")))


def marked(docx: Docx) -> list[tuple[str, str]]:
    """What each comment says, and the words that it marks."""
    notes = {one.get(W + "id"): " / ".join(texts(one)) for one in docx.parts["word/comments.xml"]}
    found: dict[str | None, str] = {}
    around: list[str | None] = []
    for element in docx.body.iter():
        if element.tag == W + "commentRangeStart":
            around.append(element.get(W + "id"))
        elif element.tag == W + "commentRangeEnd":
            around.remove(element.get(W + "id"))
        for number in around:
            words = element.text if element.tag == W + "t" else "[note]" if element.tag == W + "footnoteReference" else ""
            found[number] = found.get(number, "") + (words or "")
    return [(notes[number], words) for number, words in found.items()]


def test_a_note_is_a_comment_at_the_block_that_follows_it() -> None:
    docx = commented("One.\n\n<!-- Ada: is\nthis so? -->\n\nTwo.\n")
    assert marked(docx) == [("Ada: is this so?", "Two.")]


def test_a_note_within_a_block_is_a_comment_at_that_block() -> None:
    docx = commented("One <!-- a -->\nand more.\n\n- Two.\n- Three. <!-- b -->\n")
    assert marked(docx) == [("a", "One and more."), ("b", "Three.")]


def test_a_note_that_nothing_follows_is_a_comment_at_the_last_block() -> None:
    assert marked(commented("One.\n\n> Two.\n\n<!-- a -->\n")) == [("a", "Two.")]


def test_a_note_before_a_list_a_table_or_a_box_is_a_comment_at_its_first_words() -> None:
    table = "| a | b |\n|---|---|\n| c | d <!-- 4 --> |\n"
    body = f"<!-- 1 -->\n\n- One.\n- Two.\n\n<!-- 2 -->\n\n{table}\n<!-- 3 -->\n\n::: callout\nThree.\n:::\n"
    assert marked(commented(body)) == [("1", "One."), ("2", "a"), ("4", "d"), ("3", "Three.")]


def test_a_note_in_a_footnote_is_a_comment_at_its_call_since_word_has_none_in_footnotes() -> None:
    docx = commented("One.[^a]\n\n[^a]: A note <!-- a --> with words.\n")
    assert marked(docx) == [("a", "[note]")]


def test_several_notes_at_one_place_are_comments_in_their_order_and_blank_lines_part_their_paragraphs() -> None:
    docx = commented("<!-- a\n\nb -->\n\n<!-- c -->\n\nOne.\n")
    assert marked(docx) == [("a / b", "One."), ("c", "One.")]


def test_a_comment_is_of_the_institution_and_of_the_moment_of_the_build() -> None:
    (comment,) = commented("<!-- a -->\n\nOne.\n").parts["word/comments.xml"]
    assert [comment.get(W + name) for name in ("id", "author", "initials", "date")] == [
        "0",
        "Harbour Institute",
        "HI",
        "2026-05-12T12:00:00Z",
    ]


def test_a_comment_has_the_marks_and_the_styles_that_word_gives_it() -> None:
    docx = commented("<!-- a -->\n\nOne.\n")
    (comment,) = docx.parts["word/comments.xml"]
    styles = [style.get(W + "val") for style in comment.iter(W + "pStyle", W + "rStyle")]
    assert (styles, len(list(comment.iter(W + "annotationRef")))) == (["CommentText", "CommentReference"], 1)
    (mark,) = docx.body.iter(W + "commentReference")
    run = mark.getparent()
    assert run is not None
    assert [style.get(W + "val") for style in run.iter(W + "rStyle")] == ["CommentReference"]


def test_without_notes_there_is_no_part_for_comments() -> None:
    assert "word/comments.xml" not in commented("One.\n\n<!-- -->\n").files


def test_a_note_is_in_no_copy_that_was_not_asked_to_have_it() -> None:
    reading = read_release("content/story.md", (FRONT + "<!-- secret -->\n\nOne.\n").encode(), Path(), samples.brand())
    assert reading.value is not None
    assert [name for name, data in made(composed(reading.value)).files.items() if b"secret" in data] == []


def test_a_control_character_in_a_note_is_told() -> None:
    release = replace(samples.everything(), comments=(Comment(Span(1, 1), "Please\x0bcheck."),))
    (diagnostic,) = said(replace(composed(release), target=Target(copy="comments")))
    assert diagnostic.code == "word.forbidden-character"
