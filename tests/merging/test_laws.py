"""The laws of merging, over releases and edits that nobody thought of.

*No edit, no change*: the bytes are the same. *What was edited is what is read*: the merged file, built and read again, says
what the edited copy says, in words, formats and links, unless a difference was refused. *Never silently*: what is not merged
is told, with a reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st

from exporter.merging.copy.reading import read_copy
from exporter.merging.copy.view import Copy, View
from exporter.merging.fresh import Press
from exporter.merging.merge import Merge, merge
from exporter.merging.runs import text_of
from tests.merging.editor import Editor
from tests.merging.office.writer import Office
from tests.merging.releases import copy_of, press, sources
from tests.merging.sayings import differing, sayings
from tests.merging.word_runs import final_texts, words

EXAMPLES = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
TYPED = st.sampled_from(
    (
        "two ",
        " more",
        "Ø",
        "1. Final",
        "# x",
        "`as in`",
        "*a*",
        "<b>",
        "[x](y)",
        "::: takeaways",
        "> so",
        "| a",
        "\\ & &amp;",
    )
)
Edit = Callable[[Editor, st.DrawFn], None]


# --- what somebody may do ------------------------------------------------------------------------------------------------


def _some(editor: Editor, draw: st.DrawFn) -> tuple[int, int, int]:
    """A paragraph that is there, and two places in it."""
    number = draw(st.integers(0, len(editor.paragraphs()) - 1))
    length = len(words(editor.paragraphs()[number]))
    start, end = sorted((draw(st.integers(0, length)), draw(st.integers(0, length))))
    return number, start, end


def _type(editor: Editor, draw: st.DrawFn) -> None:
    number, place, _ = _some(editor, draw)
    editor.type(editor.paragraphs()[number], place, draw(TYPED))


def _delete(editor: Editor, draw: st.DrawFn) -> None:
    number, start, end = _some(editor, draw)
    editor.delete(editor.paragraphs()[number], start, end)


def _bold(editor: Editor, draw: st.DrawFn) -> None:
    number, start, end = _some(editor, draw)
    editor.bold(editor.paragraphs()[number], start, end)


def _split(editor: Editor, draw: st.DrawFn) -> None:
    number, place, _ = _some(editor, draw)
    editor.split(editor.paragraphs()[number], place)


def _join(editor: Editor, draw: st.DrawFn) -> None:
    editor.join(editor.paragraphs()[_some(editor, draw)[0]])


def _remove(editor: Editor, draw: st.DrawFn) -> None:
    if len(editor.paragraphs()) > 2:
        editor.remove(editor.paragraphs()[_some(editor, draw)[0]])


def _move(editor: Editor, draw: st.DrawFn) -> None:
    paragraphs = editor.paragraphs()
    editor.move(paragraphs[_some(editor, draw)[0]], paragraphs[_some(editor, draw)[0]])


def _retype(editor: Editor, draw: st.DrawFn) -> None:
    editor.retype(editor.paragraphs()[_some(editor, draw)[0]], f"Quite another text, {draw(TYPED)}")


def _add(editor: Editor, draw: st.DrawFn) -> None:
    editor.add(editor.paragraphs()[_some(editor, draw)[0]], f"{draw(TYPED)} and new")


EDITS: tuple[Edit, ...] = (_type, _type, _delete, _delete, _bold, _split, _join, _remove, _move, _retype, _add)


@st.composite
def edited_copies(draw: st.DrawFn, copy: bytes, authors: tuple[str, ...] = ("", "Ada Munk", "Jonas Orme")) -> bytes:
    """A copy after some edits by one or two people, as Word or another program saved it."""
    editor = Editor(copy)
    for edit in draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=4)):
        editor.author = draw(st.sampled_from(authors))
        edit(editor, draw)
    if draw(st.booleans()):
        editor.crumble(draw(st.integers(1, 5)))
    return editor.save()


# --- the laws ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def made_by(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return press(tmp_path_factory.mktemp("laws"))


def read(data: bytes) -> Copy:
    copy = read_copy("edited.docx", data)
    assert copy.diagnostics == ()
    assert copy.value is not None
    return copy.value


def merged_into(source: bytes, copy: Copy, made_by: Press) -> Merge:
    result = merge(copy, source, made_by)
    assert result.diagnostics == ()
    assert result.value is not None
    return result.value


@EXAMPLES
@given(source=sources(), size=st.integers(0, 5), drifts=st.booleans())
def test_no_edit_no_change(source: bytes, size: int, drifts: bool, made_by: Press) -> None:
    editor = Editor(copy_of(made_by, source))
    if size:
        editor.crumble(size)
    if drifts:
        editor.drift()
    merged = merged_into(source, read(editor.save()), made_by)
    assert (merged.data, merged.changes, merged.remarks) == (source, (), ())


@settings(EXAMPLES, max_examples=6, phases=[Phase.generate])
@given(source=sources())
def test_libreoffices_open_and_save_is_no_edit(source: bytes, office: Office, made_by: Press) -> None:
    copy = copy_of(made_by, source)
    for data in (office.edited(copy, lambda text: text), office.saved(copy)):
        merged = merged_into(source, read(data), made_by)
        assert (merged.data, merged.changes) == (source, ())


@EXAMPLES
@given(data=st.data(), source=sources())
def test_what_was_edited_is_what_is_read_or_else_it_is_told(data: st.DataObject, source: bytes, made_by: Press) -> None:
    edited = data.draw(edited_copies(copy_of(made_by, source)))
    copy = read(edited)
    assert list(_texts(copy.final)) == final_texts(edited)
    merged = merged_into(source, copy, made_by)
    again = made_by.make(merged.data).value
    assert again is not None
    told = [change for change in merged.changes if change.state != "merged"]
    event(f"refused: {bool(told)}")
    assert all(change.state == "refused" and change.reason for change in told)
    if not told:
        assert differing(sayings(again.view), sayings(copy.final)) == []


@EXAMPLES
@given(data=st.data(), source=sources())
def test_the_original_of_tracked_changes_is_the_source(data: st.DataObject, source: bytes, made_by: Press) -> None:
    edited = data.draw(edited_copies(copy_of(made_by, source), ("Ada Munk", "Jonas Orme")))
    result = merge(read(edited), source, made_by, "original").value
    assert result is not None
    assert (result.data, result.changes) == (source, ())


def _texts(view: View) -> Iterator[str]:
    for paragraph in view.body:
        text = "".join(text_of(segment.runs) for segment in paragraph.segments)
        if text.split():
            yield " ".join(text.split())
