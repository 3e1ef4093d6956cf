"""Words that are read in their own language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from exporter.accessibility.document import Document, Finding
from exporter.accessibility.vocabulary import RUN, W
from exporter.opc import Element

NONE = ("", "x-none", "zxx", "und")
DEFAULT = "File, Options, Language; then select all, Review, Language, Set Proofing Language, and Set As Default."
TAG = "Select it; Review, Language, Set Proofing Language."


class Script(Struct, frozen=True):
    """A script: what of it in a run counts, which attribute of `w:lang` holds for it (17.3.2.20), and its languages."""

    name: str
    letters: re.Pattern[str]
    attribute: str
    languages: frozenset[str]


def _script(name: str, letters: str, attribute: str, languages: str) -> Script:
    return Script(name, re.compile(letters), attribute, frozenset(languages.split()))


# Of scripts that lend single letters to formulas, a word must be there. Latin words are at home in every language.
SCRIPTS = (
    _script("Japanese", r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]", "eastAsia", "ja"),
    _script("Korean", r"[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]", "eastAsia", "ko"),
    _script(
        "Chinese or Japanese",
        r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]",
        "eastAsia",
        "zh ja ko yue lzh",
    ),
    _script("Hebrew", r"[\u05d0-\u05ea]{2}", "bidi", "he iw yi"),
    _script("Arabic", r"[\u0620-\u064a\u066e-\u06d3]{2}", "bidi", "ar fa ur ps ug sd ku ckb ks prs"),
    _script("Hindi", r"[\u0900-\u097f]{2}", "bidi", "hi mr ne sa kok mai bho"),
    _script("Bengali", r"[\u0980-\u09ff]{2}", "bidi", "bn as"),
    _script("Tamil", r"[\u0b80-\u0bff]{2}", "bidi", "ta"),
    _script("Thai", r"[\u0e00-\u0e7f]{2}", "bidi", "th"),
    _script("Greek", r"[\u0370-\u03ff\u1f00-\u1fff]{3}", "val", "el grc"),
    _script("Cyrillic", r"[\u0400-\u04ff]{3}", "val", "ru uk be bg sr mk kk ky mn tg tt uz bs ba cv ce os"),
    _script("Georgian", r"[\u10a0-\u10ff]{2}", "val", "ka"),
    _script("Armenian", r"[\u0530-\u058f]{2}", "val", "hy"),
)


def no_language(document: Document) -> Iterator[Finding]:
    """A document that does not say which language it is in."""
    if _first(document.styles.default_run("lang"), "val") in NONE:
        yield Finding("accessibility.no-language", "the document does not say in which language it is", DEFAULT)


def untagged_language(document: Document) -> Iterator[Finding]:
    """Words in the script of one language that are marked as another."""
    for story in document.stories:
        for run in story.root.iter(RUN):
            text = "".join(found.text or "" for found in run.iterfind(W + "t"))
            if text.isascii():
                continue
            for script in SCRIPTS:
                if script.letters.search(text) and (fact := _fact(script, _language(document, run, script))):
                    yield Finding("accessibility.language", fact, TAG, story, run)
                    break


def _language(document: Document, run: Element, script: Script) -> str:
    return _first(document.styles.run(run, "lang"), script.attribute)


def _fact(script: Script, language: str) -> str:
    if language.partition("-")[0].lower() in script.languages:
        return ""
    return f"the words are {script.name} by their script, but marked as {language or 'of no language'}"


def _first(elements: Iterator[Element], attribute: str) -> str:
    """The attribute of the first element that has it: each is inherited by itself."""
    return next((found for element in elements if (found := element.get(W + attribute))), "")
