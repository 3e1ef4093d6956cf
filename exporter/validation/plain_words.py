"""What a broken rule means to a person who did not write the standard.

Rules are named by clause and test, as veraPDF names them; the words are ours. Other rules are told in veraPDF's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from exporter.validation.verapdf import Failure

# By the clause and, where it matters, the test of PDF/UA-1 (ISO 14289-1).
UA_1: Mapping[str, str] = {
    "5-1": "it does not say that it is PDF/UA",
    "6.2-1": "it has no tags, so a screen reader can only guess the order of its words",
    "7.1-1": "something is marked as decoration inside of what is to be read",
    "7.1-2": "something to be read is marked inside of a decoration",
    "7.1-3": "something drawn is neither tagged to be read nor marked as decoration",
    "7.1-8": "it has no metadata",
    "7.1-9": "it has no title",
    "7.1-10": "a viewer shows the name of the file instead of the title",
    "7.1-11": "it has no tree of tags",
    "7.2": "tags stand where they may not, or the language of some words is not said",
    "7.2-15": "cells of a table overlap",
    "7.2-20": "an item of a list holds something besides its mark and its body",
    "7.2-34": "the language of the text is not said",
    "7.2-41": "the columns of a table are of different length",
    "7.2-42": "the rows of a table are of different length",
    "7.2-43": "the rows of a table are of different length",
    "7.3-1": "a picture has no description",
    "7.4.2-1": "a level of headings is left out",
    "7.5": "it is not said which header a cell of a table belongs to",
    "7.9-1": "a note has no name",
    "7.9-2": "two notes have the same name",
    "7.11-1": "a file inside it has no name",
    "7.18.1-2": "an annotation has no description",
    "7.18.3-1": "the order in which the Tab key visits the links of a page is not that of its tags",
    "7.18.5-1": "a link is not tagged as one",
    "7.18.5-2": "a link does not say where it leads",
    "7.21.4.1-1": "a font is not inside the file",
    "7.21.4.1-2": "a font in the file lacks letters that are shown",
    "7.21.5-1": "the width of a letter in the file differs from its font's",
    "7.21.7-1": "it is not said which character a letter stands for, so it can't be copied or read out",
    "7.21.8-1": "a character is shown that its font does not have: an empty box",
}
# By the clause and test of PDF/A-2 and -3 (ISO 19005-2 and -3), which share their numbers.
A_2_AND_3: Mapping[str, str] = {
    "6.1.3-1": "it has no identifier",
    "6.1.3-2": "it is encrypted",
    "6.2.4.3": "a colour is used whose meaning is not said in the file",
    "6.2.8-3": "a picture is smoothed when it is shown larger",
    "6.2.10-2": "something is transparent, and it is not said in which colours it blends",
    "6.2.11.4.1-1": "a font is not inside the file",
    "6.2.11.4.1-2": "a font in the file lacks letters that are shown",
    "6.2.11.5-1": "the width of a letter in the file differs from its font's",
    "6.2.11.7.2-1": "it is not said which character a letter stands for, so it can't be copied or read out",
    "6.2.11.8-1": "a character is shown that its font does not have: an empty box",
    "6.3.2": "a link or another annotation would not be printed",
    "6.5.1-1": "it holds an action that archives refuse, such as JavaScript",
    "6.6.2.1-1": "it has no metadata",
    "6.6.2.3.1": "its metadata has a property that no schema in it describes",
    "6.6.4-1": "it does not say that it is PDF/A",
    "6.7.2.2-1": "it has no tags, so a screen reader can only guess the order of its words",
    "6.7.3.3-1": "it has no tree of tags",
    "6.8": "a file inside it lacks a name, a type or what it is for",
}
WORDS: Mapping[str, Mapping[str, str]] = {
    "ua1": UA_1,
    **dict.fromkeys(("2a", "2b", "2u", "3a", "3b", "3u"), A_2_AND_3),
}
PAGE = re.compile(r"/pages\[(\d+)\]")


def plain(failure: Failure, standard: str) -> str:
    """One sentence, without a full stop: what is wrong, how often, and on which page first where that is known."""
    words = WORDS.get(standard, {})
    meaning = words.get(f"{failure.clause}-{failure.test}") or words.get(failure.clause) or _as_said(failure)
    often = f", {failure.count} times" if failure.count > 1 else ""
    page = PAGE.search(failure.where)
    where = f", {'first ' if often else ''}on page {int(page[1]) + 1}" if page else ""
    return f"{meaning}{often}{where}"


def _as_said(failure: Failure) -> str:
    return failure.said.strip().rstrip(".")
