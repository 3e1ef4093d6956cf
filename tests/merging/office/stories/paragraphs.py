"""Paragraphs and headings deleted, split, merged, moved and made anew."""

from __future__ import annotations

from tests.merging.office.story import Story

LEAD = "Forty small harbours moved"
OBSERVERS = "The institute sent observers"
FORM = "Each observer carried a form"
LAST = "Data are free to use."

STORIES = (
    Story("a paragraph is deleted", lambda text: text.whole(FORM).delete()),
    Story("the words of a paragraph are deleted and the empty paragraph stays", lambda text: text.words_of(FORM).delete()),
    Story("the second paragraph is deleted", lambda text: text.whole(OBSERVERS).delete()),
    Story("the last paragraph is deleted", lambda text: text.whole("Printed copies").delete()),
    Story("a paragraph before the last is deleted", lambda text: text.whole(LAST).delete()),
    Story("a heading is deleted", lambda text: text.whole("What follows").delete()),
    Story("a quotation is deleted", lambda text: text.whole("Every barrel").delete()),
    Story("a paragraph is split", lambda text: text.before("What they saw").enter()),
    Story("a paragraph is split inside italic words", lambda text: text.before("in eleven").enter()),
    Story("a heading is split", lambda text: text.before(" counted", 0).enter()),
    Story(
        "a paragraph of one source line is split in three", lambda text: text.before("Ferries").enter().before("Obs").enter()
    ),
    Story("two paragraphs are merged", lambda text: text.end_of("The method is described").type(" ").delete()),
    Story("a paragraph is merged with the one before it", lambda text: text.start_of(LAST).backspace()),
    Story("code is merged into the paragraph before it", lambda text: text.end_of("Each observer").delete()),
    Story("a heading is merged into the quotation before it", lambda text: text.end_of("Every barrel").delete()),
    Story("a heading is merged with its paragraph", lambda text: text.end_of("What follows").type(": ").delete()),
    Story("a paragraph is cut and pasted further up", lambda text: text.whole(FORM).cut().start_of(OBSERVERS).paste()),
    Story("a paragraph is cut and pasted further down", lambda text: text.whole(OBSERVERS).cut().start_of(LAST).paste()),
    Story("a paragraph is moved up with the keys", lambda text: text.start_of(LAST).move_up()),
    Story("a paragraph is moved down with the keys", lambda text: text.start_of("The institute asks").move_down()),
    Story(
        "a section is cut and pasted before another",
        lambda text: text.whole("What follows", 3).cut().start_of("How it was counted").paste(),
    ),
    Story(
        "a paragraph is copied and pasted in another place",
        lambda text: text.whole(LAST).copy().start_of(FORM).paste(),
    ),
    Story(
        "a paragraph is moved and a word of it changed",
        lambda text: text.over("free").type("open").start_of("open").move_up(),
    ),
    Story("a new paragraph is typed between two", lambda text: text.end_of(LAST).enter().type("Use them well.")),
    Story("a new paragraph is typed before the first heading", lambda text: text.end_of(OBSERVERS).enter().type("So far.")),
    Story(
        "a new heading and its paragraph are typed at the end",
        lambda text: (
            text.end_of("Printed").enter().type("Terms").style("Heading 2").enter().style("Text body").type("None.")
        ),
    ),
    Story("a new quotation is typed", lambda text: text.end_of(LAST).enter().style("Quote").type("A barrel is a barrel.")),
    Story(
        "a new quotation is typed in LibreOffice’s own style",
        lambda text: text.end_of(LAST).enter().style("Quotations").type("A barrel is a barrel."),
    ),
    Story(
        "a new paragraph is typed in a style of nobody’s",
        lambda text: text.end_of(LAST).enter().style("Signature").type("A. M."),
    ),
    Story("a paragraph becomes a heading", lambda text: text.start_of(LAST).style("Heading 2")),
    Story("a heading becomes a paragraph", lambda text: text.start_of("What follows").style("Text body")),
    Story("a heading goes up a level", lambda text: text.start_of("What follows").style("Heading 2")),
    Story("a paragraph becomes a quotation", lambda text: text.start_of(LAST).style("Quote")),
)
