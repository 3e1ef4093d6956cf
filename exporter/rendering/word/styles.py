"""The named styles of the Word copy: a role of ours → the name of the style that plays it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exporter.rendering.word.languages import Languages
from exporter.rendering.word.markup import Element, W

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


class Styles:
    """A styles part, asked by role. Names are compared without regard to case, as Word does."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._by_id = {style.get(W + "styleId", ""): style for style in root.iterfind(W + "style")}
        by_name = {_value(style, "name").lower(): name for name, style in self._by_id.items()}
        self._ids = {role: by_name[name.lower()] for role, name in ROLES.items() if name.lower() in by_name}
        self._bold = {role for role in PARAGRAPH_ROLES if role in self._ids and self._is_bold(role)}

    def id(self, role: str) -> str:
        """The style's id. Raises KeyError when the part has no such style."""
        return self._ids[role]

    def is_bold(self, role: str) -> bool:
        """Whether a paragraph style is bold, so that the style Strong in it would be undone (17.7.3, toggle properties)."""
        return role in self._bold

    def indent(self, role: str, side: str = "left") -> int:
        """The indent that a paragraph style sets, in twentieths of a point."""
        return self._length(role, "ind", side)

    def space_before(self, role: str) -> int:
        """The space before a paragraph of a style, in twentieths of a point."""
        return self._length(role, "spacing", "before")

    def _length(self, role: str, name: str, attribute: str) -> int:
        for style in self._line(role):
            found = style.find(f"{W}pPr/{W}{name}")
            if found is not None and found.get(W + attribute):
                return int(found.get(W + attribute, "0"))
        return 0

    def ground(self, role: str) -> Iterator[Element]:
        """The borders and the shading of a paragraph style, in this order."""
        for name in ("pBdr", "shd"):
            for style in self._line(role):
                found = style.find(f"{W}pPr/{W}{name}")
                if found is not None:
                    yield found
                    break

    def _is_bold(self, role: str) -> bool:
        for style in self._line(role):
            bold = style.find(f"{W}rPr/{W}b")
            if bold is not None:
                return bold.get(W + "val") not in ("0", "false")
        return False

    def _line(self, role: str) -> Iterator[Element]:
        """The style and those that it is based on, nearest first."""
        style = self._by_id.get(self._ids[role])
        while style is not None:
            yield style
            style = self._by_id.get(_value(style, "basedOn"))


def _value(parent: Element, name: str) -> str:
    found = parent.find(W + name)
    return "" if found is None else found.get(W + "val", "")


def set_language(root: Element, languages: Languages) -> None:
    """Write the language of a text without any of its own into `w:docDefaults`."""
    for element in root.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"):
        for name, value in languages.attributes().items():
            element.set(W + name, value)


def turn_around(root: Element) -> None:
    """Make the styles those of a right-to-left document: direction, mirrored borders, no spacing between joined letters."""
    for style in root.iterfind(f"{W}style[@{W}default='1'][@{W}type='paragraph']"):
        properties = style.find(W + "pPr")
        if properties is not None:
            widow = properties.find(W + "widowControl")
            bidi = properties.makeelement(W + "bidi")
            properties.insert(0 if widow is None else 1, bidi)
    for borders in root.iter(W + "pBdr"):
        for border in borders:
            border.tag = {W + "left": W + "right", W + "right": W + "left"}.get(border.tag, border.tag)
        borders[:] = sorted(borders, key=lambda border: BORDERS.index(border.tag))
    for properties in root.iter(W + "rPr"):
        for spacing in properties.findall(W + "spacing"):
            properties.remove(spacing)


BORDERS = [W + name for name in ("top", "left", "bottom", "right", "between")]
