"""The writers of blocks: paragraphs, headings, lists, quotations, boxes, code, breaks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec.structs import replace

from exporter.rendering.word.bookmarks import bookmark_name, piece_id
from exporter.rendering.word.context import Context
from exporter.rendering.word.flow import Format
from exporter.rendering.word.markup import Element, W, text_of, w
from exporter.rendering.word.numbering import DEEPEST, HIGHEST, indent_of
from exporter.rendering.word.story import Story, nodes, set_space

AROUND_A_BOX = (200, 260)  # twentieths of a point before and after
AROUND_A_PULL_QUOTE = (240, 280)
AROUND_FACTS = (60, 300)


def container(story: Story, element: Element, context: Context, role: str) -> None:
    """An element that only holds others. `role` is the style of what stands in it without one of its own.

    A field of several paragraphs has one bookmark around them all.
    """
    before = len(story.target)
    story.contents(element, replace(context, role=role) if role else context)
    paragraphs = [made for made in list(story.target)[before:] if made.tag == W + "p"]
    field = element.get("data-field", "")
    if field and paragraphs and bookmark_name(field) not in story.draft.bookmarks.names:
        mark = story.draft.bookmarks.start(paragraphs[0], field)
        paragraphs[0].insert(1, paragraphs[0][-1])  # after w:pPr
        story.draft.bookmarks.end(paragraphs[-1], mark)


def elsewhere(story: Story, element: Element, context: Context, role: str) -> None:
    """An element that has a part of its own, such as a header; nothing of it stands here."""


def paragraph(story: Story, element: Element, context: Context, role: str) -> None:
    """`p`; without a role the context decides its style."""
    story.words(nodes(element), piece_id(element), context, role)


def above(story: Story, element: Element, context: Context, role: str) -> None:
    """`p.above`: what is said above a picture, and stays with it."""
    set_space(story.words(nodes(element), piece_id(element), context, role, keep_next=True), after=0)


def heading(story: Story, element: Element, context: Context, role: str) -> None:
    """`h1` to `h6`; in the closing of a page, its own heading."""
    closing = context.role == "closing" and role == "heading_2"
    story.words(nodes(element), piece_id(element), context, "closing_heading" if closing else role)


def items(story: Story, element: Element, context: Context, role: str) -> None:
    """`ul` and `ol`. The list goes one level deeper than the one that it stands in."""
    if context.number:  # an item that begins with a list has no words of its own, yet has its mark
        story.paragraph(context)
    level = min(context.level + 1, DEEPEST)
    if context.level >= DEEPEST:
        story.draft.problems.too_deep(piece_id(element))
    ordered, first = element.tag == "ol", element.get("start") or ""
    start = int(first) if first.isdecimal() else 1
    if start > HIGHEST:
        story.draft.problems.too_high(piece_id(element), start, HIGHEST)
    place = story.draft.numbering.place(ordered=ordered, box=context.box, level=level, start=min(start, HIGHEST))
    for item in element.iterchildren("li"):
        story.block(item, replace(context, level=level, number=place))


def item(story: Story, element: Element, context: Context, role: str) -> None:
    """`li`: its first paragraph takes the number, the others continue it."""
    before = len(story.target)
    story.contents(element, context)
    if len(story.target) == before:
        story.paragraph(context)


def quotation(story: Story, element: Element, context: Context, role: str) -> None:
    """`blockquote`: what is in it moves in, by its own style or directly."""
    inner = inside(context)
    story.contents(element, replace(inner, role=role, indent=inner.indent + story.draft.styles.indent(role)))


def pull_quote(story: Story, element: Element, context: Context, role: str) -> None:
    """`blockquote.pull`: somebody's words, set large, and who said them."""
    with apart(story, AROUND_A_PULL_QUOTE):
        quotation(story, element, context, role)


def box(story: Story, element: Element, context: Context, role: str) -> None:
    """`section.takeaways` and `section.callout`. `role` is the family of styles."""
    with apart(story, AROUND_A_BOX):
        story.contents(element, replace(inside(context), box=role, role=role))


def inside(context: Context) -> Context:
    """The context in a block that stands in a list: further in, with lists that begin anew."""
    moved = indent_of(context.level, boxed=False)[0] if context.level >= 0 else 0
    return replace(context, indent=context.indent + moved, level=-1)


def facts(story: Story, element: Element, context: Context, role: str) -> None:
    """`div.facts`: paragraphs that each begin with a word for what they say, below a line."""
    with apart(story, AROUND_FACTS):
        story.contents(element, replace(context, role=role))


def box_title(story: Story, element: Element, context: Context, role: str) -> None:
    """`p.box-title`, the first paragraph of a box."""
    story.words(nodes(element), piece_id(element), context, f"{context.box}_title" if context.box else role)


@contextmanager
def apart(story: Story, space: tuple[int, int]) -> Iterator[None]:
    """Give what is written meanwhile some space before its first and after its last paragraph."""
    begin = len(story.target)
    yield
    if begin == len(story.target):
        return
    if (first := story.target[begin]).tag == W + "p":
        set_space(first, before=space[0])
    if (last := story.target[-1]).tag == W + "p":
        set_space(last, after=space[1])


def code_block(story: Story, element: Element, context: Context, role: str) -> None:
    """`pre`: one paragraph, line by line. HTML passes over a newline right after the tag."""
    text = text_of(element).removeprefix("\n")
    paragraph = story.paragraph(context, role)
    mark = story.draft.bookmarks.start(paragraph, piece_id(element))
    flow, format_ = story.flow(paragraph, context, role), Format(context.lang, rtl=False)
    for number, line in enumerate(text.split("\n")):
        if number:
            flow.line_break(format_)
        for column, words in enumerate(line.split("\t")):
            if column:
                w(flow.run(format_), "tab")
            if words:
                flow.words(words, format_)
    story.draft.bookmarks.end(paragraph, mark)


def rule(story: Story, element: Element, context: Context, role: str) -> None:
    """`hr`: a paragraph that is nothing but its border."""
    paragraph, bookmarks = story.paragraph(context, role), story.draft.bookmarks
    bookmarks.end(paragraph, bookmarks.start(paragraph, piece_id(element)))
