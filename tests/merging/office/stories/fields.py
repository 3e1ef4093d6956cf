"""What stands in the front matter, and what is computed from it."""

from __future__ import annotations

from tests.merging.office.story import Story

STORIES = (
    Story("the headline is changed", lambda text: text.over("Carry More Than").type("Carry Far More Than")),
    Story("the headline gets a colon and quotes", lambda text: text.words_of("Small Harbours").type('Ports: "Small" & #1')),
    Story("the subtitle is changed, beside a YAML comment", lambda text: text.over("forty harbours").type("fifty harbours")),
    Story("the subtitle is deleted", lambda text: text.whole("A survey of forty").delete()),
    Story("the kicker is changed", lambda text: text.over("New Report").type("New Survey")),
    Story("the dateline’s city is changed", lambda text: text.over("Port Alder").type("Port Brank")),
    Story(
        "a speaker’s name and role are changed",
        lambda text: text.over("Ines Calder").type("Ines Kalder").over("Director").type("Head"),
    ),
    Story("a contact’s phone is changed", lambda text: text.over("+1 555 0100").type("+1 555 0199")),
    Story("a contact’s name is changed", lambda text: text.over("Tomas Reyl").type("Thomas Reyl")),
    Story("a contact’s role is changed", lambda text: text.over("Data and methods").type("Data, methods & maps")),
    Story("the call to action is changed", lambda text: text.over("Read the full report").type("Read the report")),
    Story(
        "the call to action gets another address",
        lambda text: text.over("Read the full report").link("https://harbour.example/r"),
    ),
    Story("the release’s own boilerplate is changed", lambda text: text.over("for anyone to use").type("for everybody")),
    Story("the boilerplate’s title is changed", lambda text: text.over("About the Harbour").type("On the Harbour")),
    Story("a word of the headline is made italic", lambda text: text.over("More").italic()),
    Story("the headline is split in two", lambda text: text.before(" Than the Tables").enter()),
    Story("the date is changed", lambda text: text.over("12 May 2026", 1).type("13 May 2026")),
    Story("the embargo line is changed", lambda text: text.over("09:00").type("10:00")),
    Story("a label is changed", lambda text: text.over("Media contacts").type("Press office")),
    Story(
        "the brand’s boilerplate is changed",
        lambda text: text.over("studies ports").type("counts ports"),
        release="harbour.ja",
    ),
    Story(
        "the head of the page is changed",
        lambda text: text.over_furniture("Harbour Institute").type("Institute of Harbours"),
    ),
)
