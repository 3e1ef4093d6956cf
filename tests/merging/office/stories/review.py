"""Comments, and changes that came with them.

A LibreOffice without a screen writes comments only into a document whose pages it has not set, and then it leaves out the
head of the second page, which the merge tells.
"""

from __future__ import annotations

from tests.merging.office.story import Story

STORIES = (
    Story("a comment is made", lambda text: text.over("every quay").comment("Every one?", "Jonas Orme")),
    Story(
        "a comment is made on words that were changed",
        lambda text: text.over("observers").type("students").over("students").comment("Were they?", "Jonas Orme"),
    ),
    Story(
        "a comment is made on a paragraph whose other words are deleted",
        lambda text: (
            text.over(" It is the first count of its kind.").delete().over("today").comment("Which day?", "Ada Munk")
        ),
    ),
    Story(
        "two people comment on the headline and on a cell",
        lambda text: (
            text.over("Than the Tables").comment("Which?", "Ada Munk").over("88,500").comment("Check.", "Jonas Orme")
        ),
    ),
)
