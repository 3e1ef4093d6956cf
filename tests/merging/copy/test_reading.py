"""A copy that nobody edited reads as the release that it was made of."""

from __future__ import annotations

from tests import samples
from tests.merging.copy import copies
from tests.rendering.word.word_jobs import composed, made


def test_a_copy_without_edits_is_the_same_with_changes_accepted_and_rejected() -> None:
    copy = copies.read(copies.with_record(made(composed(samples.everything())).data))
    assert (copy.final == copy.original, copy.oddities, copy.remarks) == (True, (), ())
    assert {revision for paragraph in copy.final.body for revision in paragraph.revisions} == set()
