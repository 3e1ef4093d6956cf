"""Words typed, deleted and replaced inside a paragraph."""

from __future__ import annotations

from tests.merging.office.story import Story

LEAD = "Forty small harbours moved"
OBSERVERS = "The institute sent observers to every quay between April and October."

STORIES = (
    Story("words are typed in the middle of a paragraph", lambda text: text.after("observers to every quay").type(" twice")),
    Story("words are typed at the start of a paragraph", lambda text: text.start_of(OBSERVERS).type("In 2025 ")),
    Story("words are typed at the end of a paragraph", lambda text: text.end_of("Data are free").type(" Take them.")),
    Story("words are typed after a note’s call", lambda text: text.end_of(LEAD).type(" Nobody knew.")),
    Story(
        "words are typed after the date that opens the first paragraph", lambda text: text.before(LEAD).type("Last year, ")
    ),
    Story("words are deleted", lambda text: text.over(" between April and October").delete()),
    Story("a sentence is deleted", lambda text: text.over(" It is the first count of its kind.").delete()),
    Story("a word is replaced", lambda text: text.over("observers").type("students")),
    Story("a number is replaced inside bold words", lambda text: text.over("12 million", 1).type("14 million")),
    Story("a letter is deleted with the backspace key", lambda text: text.after("observers").backspace()),
    Story("a word of a link is replaced", lambda text: text.over("threshold").type("limit")),
    Story(
        "a paragraph is retyped as a whole",
        lambda text: text.words_of(OBSERVERS).type("Observers stood on every quay from spring to autumn."),
    ),
    Story("all words of a heading are retyped", lambda text: text.words_of("What was counted").type("What we counted")),
    Story("a line is broken within a paragraph", lambda text: text.after("April and October.").line_break()),
    Story("spaces are typed twice, which says nothing", lambda text: text.after("sent observers ").type(" ")),
    Story(
        "two authors edit one paragraph",
        lambda text: text.over("observers").type("students").by("Jonas Orme").over("amounts").type("comes"),
    ),
    Story(
        "one author deletes what another typed",
        lambda text: text.after("every quay").type(" and pier").by("Jonas Orme").over(" and pier").delete(),
    ),
    Story(
        "tracked changes are accepted before the copy comes back",
        lambda text: text.over("observers").type("students").accept_all(),
        untracked_too=False,
    ),
    Story(
        "tracked changes are rejected before the copy comes back",
        lambda text: text.over("observers").type("students").reject_all(),
        untracked_too=False,
    ),
    Story(
        "one change is tracked and one is not",
        lambda text: text.over("observers").type("students").track(False).over("April").type("March"),
        untracked_too=False,
    ),
)
