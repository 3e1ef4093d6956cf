"""Bold, italic and links."""

from __future__ import annotations

from tests.merging.office.story import Story

STORIES = (
    Story("words are made bold", lambda text: text.over("observers").bold()),
    Story("words are made italic", lambda text: text.over("every quay").italic()),
    Story("words are made bold and italic", lambda text: text.over("every quay").bold().italic()),
    Story("a part of a word is made bold", lambda text: text.over("serv").bold()),
    Story("a whole paragraph is made bold", lambda text: text.words_of("Data are free").bold()),
    Story("bold is taken away", lambda text: text.over("12 million tonnes", 1).bold()),
    Story("italic is taken away from some of the words", lambda text: text.over("in eleven").italic()),
    Story("bold grows over the words beside it", lambda text: text.over("12 million tonnes of cargo").bold()),
    Story("words become a link", lambda text: text.over("free to use").link("https://harbour.example/data?a=1&b=(2)")),
    Story(
        "a link gets another address", lambda text: text.over("below the threshold").link("https://harbour.example/limit")
    ),
    Story("a link is removed and its words stay", lambda text: text.over("below the threshold").unlink()),
    Story("a link’s words are made bold", lambda text: text.over("below the threshold").bold()),
    Story("words are underlined", lambda text: text.over("observers").underline()),
    Story("words are coloured", lambda text: text.over("observers").colour(0xC00000)),
    Story(
        "words are coloured and others changed", lambda text: text.over("April").colour(0xC00000).over("October").type("May")
    ),
)
