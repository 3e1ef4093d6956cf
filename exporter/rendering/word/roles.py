"""The roles of the Word copy: what a template's elements are → the name of the style that plays it.

A house's own template may have other names for them (`word.styles`); the names here are those of the packaged base.
"""

from __future__ import annotations

from collections.abc import Mapping

LIST_LEVELS = 5  # Word has List Bullet to List Bullet 5, and no more

PARAGRAPH_ROLES: Mapping[str, str] = {
    "plain": "Normal",
    "body": "Body Text",
    "status": "Release Status",
    "kicker": "Kicker",
    "title": "Title",
    "subtitle": "Subtitle",
    "byline": "Byline",
    "speaker": "Speaker",
    "fact": "Fact",
    "contents_heading": "TOC Heading",
    "contents_2": "toc 2",
    "contents_3": "toc 3",
    "heading_2": "heading 2",
    "heading_3": "heading 3",
    "heading_4": "heading 4",
    "heading_5": "heading 5",
    "heading_6": "heading 6",
    "quote": "Quote",
    "pull_quote": "Intense Quote",
    "quote_source": "Quote Source",
    "takeaways": "Takeaways Text",
    "takeaways_title": "Takeaways Title",
    "takeaways_bullet": "Takeaways Bullet",
    "takeaways_number": "Takeaways Number",
    "takeaways_continued": "Takeaways Continue",
    "callout": "Callout Text",
    "callout_title": "Callout Title",
    "callout_bullet": "Callout Bullet",
    "callout_number": "Callout Number",
    "callout_continued": "Callout Continue",
    "caption": "caption",
    "picture": "Picture",
    "table_text": "Table Text",
    "table_heading": "Table Heading",
    "code_block": "HTML Preformatted",
    "thematic_break": "Thematic Break",
    "action": "Call to Action",
    "closing": "Closing Text",
    "closing_heading": "Closing Heading",
    "note": "footnote text",
    "comment": "annotation text",
    "header": "header",
    "masthead": "Masthead",
    "footer": "footer",
    **{
        f"{role}_{level}": f"{name} {level}" if level > 1 else name
        for role, name in (("bullet", "List Bullet"), ("number", "List Number"), ("continued", "List Continue"))
        for level in range(1, LIST_LEVELS + 1)
    },
}
CHARACTER_ROLES: Mapping[str, str] = {
    "emphasis": "Emphasis",
    "strong": "Strong",
    "code": "HTML Code",
    "link": "Hyperlink",
    "call": "footnote reference",
    "comment_mark": "annotation reference",
    "dateline": "Dateline",
    "held": "Embargo",
    "credit": "Credit",
}
TABLE_ROLES: Mapping[str, str] = {"table": "Release Table"}
ROLES: Mapping[str, str] = {**PARAGRAPH_ROLES, **CHARACTER_ROLES, **TABLE_ROLES}
