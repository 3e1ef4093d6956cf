"""Releases for the email channel: other scripts, a wide table, and the jobs that render them."""

from __future__ import annotations

from email import message_from_bytes
from pathlib import PurePosixPath

from msgspec import structs

from exporter import model as m
from exporter.brand import Brand
from exporter.composing.compose import compose
from exporter.composing.composition import Composition
from exporter.composing.folders import TemplateFolders
from exporter.composing.labels import load_labels
from exporter.rendering.email.document import render
from exporter.rendering.job import Job
from tests import kinds
from tests.samples import MOMENT, brand, everything, meta, span, text

FOLDERS = TemplateFolders.of_project(None)


def composed(release: m.Release, of: Brand | None = None) -> Job:
    """A job with the composition that the packaged templates make."""
    made = compose(release, of or brand(), "email", FOLDERS)
    assert made.diagnostics == ()
    assert made.value
    return Job(release, of or brand(), made.value, MOMENT)


def lettered(release: m.Release) -> Job:
    """A job for the plain text alone."""
    labels = load_labels(release.meta.lang, FOLDERS).words
    assert labels
    return Job(release, brand(), Composition("email", "", labels=labels), MOMENT)


def rendered(job: Job) -> dict[str, bytes]:
    """The artifacts by suffix; nothing to complain of."""
    result = render(job)
    assert result.diagnostics == ()
    return {PurePosixPath(artifact.name).suffix: artifact.data for artifact in result.value or ()}


def mailed(job: Job) -> str:
    """The HTML in the message."""
    parts = message_from_bytes(rendered(job)[".eml"]).walk()
    (body,) = [part.get_payload(decode=True) for part in parts if part.get_content_type() == "text/html"]
    assert isinstance(body, bytes)
    return body.decode().replace("\r\n", "\n")


def with_body(*blocks: m.Block, **changes: object) -> m.Release:
    """A release of these blocks."""
    return structs.replace(everything(**changes), body=blocks, footnotes=())


def paragraph(words: str, name: str = "p1") -> m.Paragraph:
    return m.Paragraph(name, span(10), text(words))


def table(*rows: tuple[str, ...]) -> m.Table:
    """A table with its first row as head."""
    cells = [
        tuple(m.Cell(f"t1.r{r}.c{c}", span(10), text(words) if words else ()) for c, words in enumerate(row))
        for r, row in enumerate(rows)
    ]
    return m.Table("t1", span(10), cells[0], tuple(cells[1:]))


def wide_table() -> m.Release:
    return with_body(
        table(
            ("Subject", "Moderator", "Affiliation"),
            ("A changing order of security in the region of the inner sea", "Ada Munk", "Harbour Institute"),
            (
                "How ports and their towns approach the question of ferries",
                "",
                "University of Port Alder, Department of Tides",
            ),
        )
    )


def japanese() -> m.Release:
    """Text without spaces, with a Latin name, a link and a note inside."""
    words = (
        m.Text("港湾研究所は十二日、小さな港が運ぶ貨物は統計に表れているよりもはるかに多いとする報告書を公表した。"),
        m.Link(text("「小さな港の大きな仕事」"), "https://harbour.example/ja"),
        m.Text("と題する報告書はInes Calder所長がまとめ、四十の港を初めて数えた"),
        m.FootnoteReference("n1", 1),
        m.Text("。"),
    )
    note = m.Footnote("n1", span(20), 1, "a", (paragraph("二〇二五年に数えた。フェリーは含まない。", "p2"),))
    front = meta(
        title="小さな港は統計より多くを運ぶ",
        subtitle="四十の港の調査で、どの表にもない千二百万トンが見つかった",
        kicker="新しい報告書",
        lang="ja",
        dateline="ポートオルダー",
        embargo=None,
        contact=(m.Contact("広報室", "港湾研究所", "press@harbour.example"),),
        link=None,
        email=m.EmailFields("小さな港は統計より多くを運ぶという報告書を港湾研究所が公表しました、どうぞご覧ください"),
    )
    return structs.replace(everything(), meta=front, body=(m.Paragraph("p1", span(10), words),), footnotes=(note,))


def arabic() -> m.Release:
    """Right to left, with a division that runs the other way."""
    items = (
        m.ListItem("i1", span(12), (paragraph("نمت الموانئ.", "p2"),)),
        m.ListItem("i2", span(13), (paragraph("ربحت المدن.", "p3"),)),
    )
    listed = m.List("l1", span(12), ordered=False, start=1, tight=True, items=items)
    inner = m.List(
        "l2", span(16), ordered=True, start=1, tight=True, items=(m.ListItem("i3", span(16), (paragraph("Alder", "p4"),)),)
    )
    other = m.Division("d1", span(15), (inner,), "en", "ltr")
    changes = {
        "title": "الموانئ الصغيرة تحمل أكثر مما يُظن",
        "subtitle": "",
        "kicker": "تقرير جديد",
        "lang": "ar",
        "dir": "rtl",
        "embargo": None,
    }
    return with_body(paragraph("نشر المعهد تقريره اليوم عن أربعين ميناء."), listed, other, **changes)


CASES = {
    "everything": everything,
    "japanese": japanese,
    "arabic": arabic,
    "wide-table": wide_table,
    "brief": kinds.brief,
    "statement": kinds.statement,
    "advisory": kinds.advisory,
}
