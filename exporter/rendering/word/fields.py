"""Fields (17.16): five runs, with the result that stands until Word counts again."""

from __future__ import annotations

from exporter.rendering.word.flow import Flow, Format
from exporter.rendering.word.markup import w, w_text


def field(flow: Flow, instruction: str, result: str, format_: Format) -> None:
    """A field in a flow of words, such as PAGE."""
    w(flow.run(format_), "fldChar", fldCharType="begin")
    w_text(flow.run(format_), f" {instruction} ", "instrText")
    w(flow.run(format_), "fldChar", fldCharType="separate")
    w_text(flow.run(format_), result)
    w(flow.run(format_), "fldChar", fldCharType="end")
