"""Words that look like Markdown, typed as words."""

from __future__ import annotations

from tests.merging.office.story import Story

LAST = "Data are free"

STORIES = (
    Story("a paragraph begins like a list", lambda text: text.words_of(LAST).type("1. Final")),
    Story("a paragraph begins like a heading", lambda text: text.words_of(LAST).type("# x")),
    Story("a paragraph is like a fenced div", lambda text: text.words_of(LAST).type("::: takeaways")),
    Story("a paragraph is like a rule", lambda text: text.words_of(LAST).type("---")),
    Story("a paragraph is like a comment", lambda text: text.words_of(LAST).type("<!-- free -->")),
    Story("a paragraph is like a note", lambda text: text.words_of(LAST).type("[^a]: Free.")),
    Story("a paragraph is like a row of a table", lambda text: text.words_of(LAST).type("| a | b |")),
    Story("words have stars and backticks", lambda text: text.over("free").type("*free* `as in` _beer_ **2**")),
    Story("words are like HTML", lambda text: text.over("free").type("<b>free</b> &amp; &lt;")),
    Story("words are like a link", lambda text: text.over("free").type("[free](https://harbour.example/) ![x](y.png)")),
    Story("words are like a span with a language", lambda text: text.over("free").type("[libre]{lang=fr} ^[n]")),
    Story(
        "words are like an address", lambda text: text.over("free").type("on https://harbour.example/data and x@y.example")
    ),
    Story("words have backslashes", lambda text: text.over("free").type("C:\\data\\ \\* free")),
    Story("a new item begins like a list", lambda text: text.end_of("cost little").enter().type("- 2) of it")),
    Story("a line after a break begins like a heading", lambda text: text.end_of(LAST).line_break().type("# 1")),
    Story("a heading ends in hashes", lambda text: text.end_of("What follows").type(" #1 ##")),
)
