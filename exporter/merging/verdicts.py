"""What a content file has no form for: the reasons why a difference is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from exporter.merging.copy.view import Paragraph
from exporter.merging.ids import is_number_of_chart, is_plain
from exporter.merging.runs import Run, Runs, normal, text_of

SHOWN = 60  # characters of words that a reason shows
COMPUTED = "“{words}” is set by Pressroom (labels, dates, the brand's texts) and can't be changed in a copy"
FURNITURE = "the heads and feet of pages come from the templates and the brand"
NO_PLACE = "it stands among words of the front matter, or of Pressroom, where the content file has no paragraph"
PICTURE = "pictures and their alternative texts are changed in the content file"
TABLE_SHAPE = "rows and columns are added and removed in the content file"
DATA = "the numbers of a chart come from its data file"
PLAIN = "the content file holds these words without formats"
ADDRESS = "the address stands in the front matter, and is changed there"
NO_FORM = "“{words}” is {formats}, which a content file has no form for"
STYLE = "it was given the style “{style}”, which a content file has no form for here"
LOST = "it comes in as plain text: a content file has no style “{styles}”"
NO_STYLE = ("", "normal", "standard", "default style", "default paragraph style")
STYLES = re.compile(
    r"|plain|body|heading_\d|quote|pull_quote|code_block|note"
    r"|(takeaways|callout)(_bullet|_number|_continued)?|(bullet|number|continued)_\d"
)


def set_by_us(words: str) -> str:
    """Why these words can't be changed in a copy; of a long text the beginning is shown."""
    return COMPUTED.format(words=words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…")


def wrong_style(paragraph: Paragraph) -> str:
    """Why a content file can't have a new paragraph of this style; "" when it can."""
    return "" if STYLES.fullmatch(paragraph.role) else STYLE.format(style=paragraph.style)


def lost_style(paragraphs: Iterable[Paragraph]) -> str:
    """What is not taken over of new paragraphs in styles of somebody's own; "" when nothing is lost."""
    styles = dict.fromkeys(p.style for p in paragraphs if not p.role and p.style.lower() not in NO_STYLE)
    return LOST.format(styles="”, “".join(styles)) if styles else ""


def wrong_piece(piece: str, before: Runs, after: Runs) -> str:
    """Why a piece can't become these words; "" when it can."""
    if is_number_of_chart(piece):
        return "" if text_of(before) == text_of(after) else DATA
    if is_plain(piece) and not _formats(after) <= _formats(before):
        return PLAIN
    if is_plain(piece) and text_of(before) == text_of(after) and _links(before) != _links(after):
        return ADDRESS
    return ""


def _links(runs: Runs) -> list[str]:
    return [run.link for run in runs]


def _formats(runs: Runs) -> set[tuple[bool, bool, bool]]:
    return {(run.bold, run.italic, run.code) for run in runs if run.text.strip()}


def wrong_format(runs: Runs, before: Runs = ()) -> str:
    """Why words can't be written in Markdown as they look; what looked so before does not count."""
    known = set(before)
    for run in runs:
        if run.extra and run not in known:
            return NO_FORM.format(words=run.text.strip() or "it", formats=" and ".join(run.extra))
    return ""


def plainly(runs: Runs) -> Runs:
    """The words alone, for pieces that the content file holds without formats, and a template shows in its own."""
    text = text_of(runs)
    return (Run(text),) if text else ()


def without_extras(runs: Runs) -> Runs:
    """The words in the formats that Markdown has."""
    return normal(replace(run, extra=()) for run in runs)
