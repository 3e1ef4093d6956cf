"""What may stand in a template of the Word copy, and what becomes of it.

Each element, or element and class, has one line: the function that writes it and the role of its style (`roles.ROLES`).
`docs/templates.md` explains them to those who edit templates. Attributes that mean something: `lang` and `dir` anywhere,
`data-block`, `data-field` and `id` (bookmarks), `href` of `a`, `src` and `alt` of `img`, `start` of `ol`.
"""

from __future__ import annotations

from collections.abc import Mapping

from exporter.rendering.word import blocks, contents, footnotes, inlines, pictures, tables
from exporter.rendering.word.story import Block, Entry, Inline

VOCABULARY: Mapping[str, Entry] = {
    # What holds other blocks
    "body": Block(blocks.container),
    "main": Block(blocks.container),
    "section": Block(blocks.container),
    "div": Block(blocks.container),
    "section.closing": Block(blocks.container, "closing"),
    "div.facts": Block(blocks.facts, "fact"),
    "section.takeaways": Block(blocks.box, "takeaways"),
    "section.callout": Block(blocks.box, "callout"),
    "blockquote": Block(blocks.quotation, "quote"),
    "blockquote.pull": Block(blocks.pull_quote, "pull_quote"),
    "ul": Block(blocks.items),
    "ol": Block(blocks.items),
    "li": Block(blocks.item),
    # A list of contents
    "nav.contents": Block(contents.contents),
    "p.listed": Block(blocks.paragraph, "contents_heading"),
    "p.entry-2": Block(blocks.paragraph, "contents_2"),
    "p.entry-3": Block(blocks.paragraph, "contents_3"),
    # Parts of their own: heads and feet of pages, notes
    "header.furniture": Block(blocks.elsewhere, "header"),
    "header.first-page": Block(blocks.elsewhere, "masthead"),
    "footer.furniture": Block(blocks.elsewhere, "footer"),
    "footer.first-page": Block(blocks.elsewhere, "footer"),
    "div.footnote": Block(blocks.elsewhere, "note"),
    "div.endnote": Block(blocks.elsewhere, "note"),
    # Paragraphs
    "p": Block(blocks.paragraph),
    "p.status": Block(blocks.paragraph, "status"),
    "p.kicker": Block(blocks.paragraph, "kicker"),
    "p.subtitle": Block(blocks.paragraph, "subtitle"),
    "p.byline": Block(blocks.paragraph, "byline"),
    "p.speaker": Block(blocks.paragraph, "speaker"),
    "p.source": Block(blocks.paragraph, "quote_source"),
    "p.box-title": Block(blocks.box_title, "heading_3"),
    "p.above": Block(blocks.above, "caption"),
    "p.action": Block(blocks.paragraph, "action"),
    "h1": Block(blocks.heading, "title"),
    "h2": Block(blocks.heading, "heading_2"),
    "h3": Block(blocks.heading, "heading_3"),
    "h4": Block(blocks.heading, "heading_4"),
    "h5": Block(blocks.heading, "heading_5"),
    "h6": Block(blocks.heading, "heading_6"),
    "pre": Block(blocks.code_block, "code_block"),
    "hr": Block(blocks.rule, "thematic_break"),
    # Tables and pictures
    "table": Block(tables.table, "table"),
    "th": Block(tables.cell, "table_heading"),
    "th.left": Block(tables.cell, "table_heading"),
    "th.center": Block(tables.cell, "table_heading"),
    "th.right": Block(tables.cell, "table_heading"),
    "td": Block(tables.cell, "table_text"),
    "td.left": Block(tables.cell, "table_text"),
    "td.center": Block(tables.cell, "table_text"),
    "td.right": Block(tables.cell, "table_text"),
    "figure": Block(pictures.figure, "picture"),
    # Among words
    "em": Inline(inlines.emphasis, "emphasis"),
    "strong": Inline(inlines.strong, "strong"),
    "code": Inline(inlines.styled, "code"),
    "a": Inline(inlines.link, "link"),
    "a.entry": Inline(inlines.link),
    "br": Inline(inlines.line_break),
    "img": Inline(inlines.picture),
    "img.inline": Inline(inlines.picture),
    "img.logo": Inline(inlines.picture),
    "span": Inline(inlines.plain),
    "span.dateline": Inline(inlines.styled, "dateline"),
    "span.held": Inline(inlines.styled, "held"),
    "span.credit": Inline(inlines.styled, "credit"),
    "span.tab": Inline(inlines.tab),
    "span.page-number": Inline(inlines.page_number),
    "span.page-count": Inline(inlines.page_count),
    "sup.call": Inline(footnotes.call, "call"),
}
