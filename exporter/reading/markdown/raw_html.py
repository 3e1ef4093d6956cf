"""HTML in a content file: comments are taken out and kept, everything else is refused with its place."""

from __future__ import annotations

import re

from exporter.model import Comment, Span
from exporter.reading.markdown.nodes import Node, places
from exporter.reading.markdown.places import Places
from exporter.reading.mistakes import Mistakes
from exporter.reading.spot import Spot

COMMENT = re.compile(r"(?:<!---?>|<!--(?P<text>.*?)-->)\s*", re.DOTALL)
TAG = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9-]*)")

INSTEAD = {
    "a": "Write a link as [words](https://…).",
    "b": "Write bold words as **words**.",
    "blockquote": "Begin each line of a quotation with >.",
    "br": "End the line with a backslash for a line break.",
    "code": "Write code as `code`.",
    "div": "Write a block with a meaning as ::: takeaways … :::.",
    "em": "Write stressed words as *words*.",
    "figure": "Write a picture as ![caption](picture.png), alone in its paragraph.",
    "hr": "Write a break as ---, alone between blank lines.",
    "i": "Write stressed words as *words*.",
    "img": "Write a picture as ![caption](picture.png).",
    "span": "Write words of another language as [words]{lang=…}.",
    "strong": "Write bold words as **words**.",
    "table": "Write a table with | between its cells.",
}
HINT = "Word and email can't carry HTML; write it in Markdown, or with a backslash (\\<) when you mean the sign itself."


def take_html(nodes: list[Node], mistakes: Mistakes) -> list[Comment]:
    """Remove every HTML node from a tree; returns its comments, and reports what is no comment."""
    return _Taker(mistakes).take(nodes)


class _Taker:
    def __init__(self, mistakes: Mistakes) -> None:
        self.mistakes = mistakes
        self.comments: list[Comment] = []
        self.refused: set[str] = set()

    def take(self, nodes: list[Node]) -> list[Comment]:
        for node in nodes:
            if node.kind == "html_block":
                self._block(node)
            elif node.kind == "inline":
                self._inlines(node.children, places(node, self.mistakes.source))
            else:
                self.take(node.children)
        nodes[:] = [node for node in nodes if node.kind != "html_block"]
        return self.comments

    def _block(self, node: Node) -> None:
        """A block holds comments alone, or it is refused at the first thing that is none."""
        content, line = node.token.content, (node.token.map or [0])[0] + 1
        at = len(content) - len(content.lstrip())
        while comment := COMMENT.match(content, at):
            self.comments.append(_comment(comment, line))
            at = comment.end()
        if at == len(content):
            return
        rest = content[at:]
        spot = Places(self.mistakes.source, line + content.count("\n", 0, at), rest.split("\n")[0]).spot(0, len(rest))
        if rest.startswith("<!--"):
            self.mistakes.error("markdown.raw-html", "this comment is never closed", spot, "Close it with -->.")
        elif at and "\n" not in content[:at].lstrip():
            hint = "Give the comment a line of its own."
            self.mistakes.error("markdown.raw-html", "text can't follow a comment on its line", spot, hint)
        else:
            self._refuse(rest, spot)

    def _inlines(self, nodes: list[Node], where: Places) -> None:
        kept: list[Node] = []
        gap = False
        for node in nodes:
            if node.kind == "html_inline":
                gap = self._inline(node, where)
                continue
            self._inlines(node.children, where)
            if gap:
                close_gap(kept[-1] if kept else None, node)
            if node.kind != "text" or node.token.content:
                kept.append(node)
            gap = False
        if gap and kept and kept[-1].kind == "text":
            kept[-1].token.content = kept[-1].token.content.rstrip(" ")
        nodes[:] = kept

    def _inline(self, node: Node, where: Places) -> bool:
        """Take a comment, or refuse a tag; whether it was a comment."""
        start, content = node.token.meta["start"], node.token.content
        spot = where.spot(start, start + len(content))
        if comment := COMMENT.fullmatch(content):
            self.comments.append(_comment(comment, spot.line, spot.column))
            return True
        self._refuse(content, spot)
        return False

    def _refuse(self, content: str, spot: Spot) -> None:
        tag = TAG.match(content)
        name = tag["name"].lower() if tag else ""
        if tag and content[1] == "/" and name in self.refused:
            return  # its beginning was told
        self.refused.add(name)
        fact = f"the HTML tag {tag[0]}> is refused" if tag else "HTML is refused"
        self.mistakes.error("markdown.raw-html", fact, spot, INSTEAD.get(name, HINT))


def _comment(match: re.Match[str], line: int, column: int = 1) -> Comment:
    first = line + match.string.count("\n", 0, match.start())
    return Comment(Span(first, first + match[0].rstrip().count("\n"), column), (match["text"] or "").strip())


def close_gap(before: Node | None, after: Node) -> None:
    """Leave one space, not two, where a comment stood between two spaces, and none where it began the text."""
    spaced = before is None or before.kind == "softbreak" or before.token.content.endswith(" ")
    if spaced and after.kind in ("text", "softbreak"):
        after.token.content = after.token.content.removeprefix(" ")
