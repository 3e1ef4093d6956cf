"""Releases that are hard on Word: everything deep in everything, and a page from right to left."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from msgspec.structs import replace

from exporter import model as m
from tests import samples
from tests.samples import span, text


def nested() -> m.Release:
    """Lists in boxes, tables in items, quotations in quotations, two directions."""
    numbers = count(100)
    return replace(samples.everything(), slug="nested", body=tuple(_nested(numbers)), footnotes=())


def _nested(numbers: Iterator[int]) -> Iterator[m.Block]:
    def words(what: str) -> m.Paragraph:
        return m.Paragraph(f"p{next(numbers)}", span(1), text(what))

    def items(*given: m.Block | tuple[m.Block, ...], ordered: bool = False, start: int = 1) -> m.List:
        entries = [entry if isinstance(entry, tuple) else (entry,) for entry in given]
        made = tuple(m.ListItem(f"i{next(numbers)}", span(1), entry) for entry in entries)
        return m.List(f"l{next(numbers)}", span(1), ordered, start, True, made)

    def table(name: str, *rows: tuple[str, ...]) -> m.Table:
        def cells(r: int) -> tuple[m.Cell, ...]:
            return tuple(m.Cell(f"{name}.r{r}.c{c}", span(1), text(what)) for c, what in enumerate(rows[r]))

        return m.Table(name, span(1), cells(0), tuple(cells(r) for r in range(1, len(rows))))

    yield words("The lead.")
    long = (words("One has a long text. " * 8), words("Its second paragraph is long as well. " * 4))
    inner = items(words("One in two."), words("Two in two."), ordered=True)
    boxed = (words("It opens with words."), items(long, (words("Two."), inner)), words("It closes with words."))
    yield m.Takeaways("k1", span(1), boxed)
    heading = m.Heading("h9", span(1), 2, text("A heading in a box"))
    boxed_code = m.CodeBlock("x9", span(1), "code in a box")
    yield m.Callout(
        "c1", span(1), (words("It has no title."), heading, items(words("Seven."), ordered=True, start=7), boxed_code)
    )
    deeper = m.BlockQuote("b2", span(1), (words("A quotation in a quotation."),))
    yield m.BlockQuote("b1", span(1), (words("A quotation."), items(words("A list in it.")), deeper))
    deep: m.Block = words("The tenth level.")
    for level in range(10, 1, -1):
        deep = items((words(f"Level {level}."), deep) if level < 10 else deep)
    code, quoted = m.CodeBlock("x1", span(1), "x = 1\n\ty = 2"), m.BlockQuote("b3", span(1), (words("Quoted."),))
    first = items(words("An item that begins with a list."))
    yield items((words("One."), code, quoted, deep), first, table("t8", ("A", "B"), ("1", "")), (), ordered=True, start=0)
    yield table("t2", ("A",), ("1",))
    yield table("t3", ("A",), ("1",))
    arabic = m.LanguageSpan(text("مرحبا بالعالم 2025"), "ar", "rtl")
    link = m.Link((m.Code("code"), m.Strong((m.Emphasis(text(" and stress")),))), "https://harbour.example/a b?ä=[1]")
    yield m.Paragraph("p90", span(1), (m.Text("Arabic "), arabic, m.Text(" in English, "), link, m.Text(".")))
    other = m.Paragraph("p91", span(1), text("هذا نص عربي مع كلمة English في الوسط (2025)."))
    yield m.Division("d1", span(1), (other, items(words("واحد"))), "ar", "rtl")
    yield table("t4", ("A",), ("1",))


def arabic() -> m.Release:
    """A release from right to left, with words, notes, a list and a table."""
    meta = {
        "lang": "ar",
        "dir": "rtl",
        "title": "الموانئ الصغيرة تحمل أكثر مما يُنسب إليها",
        "subtitle": "مسح شمل أربعين ميناء يجد 12 مليون طن",
        "kicker": "تقرير جديد",
        "dateline": "بورت ألدر",
    }
    everything = samples.everything(**meta)
    lead = (
        m.Text("يقول التقرير الصادر عن Harbour Institute اليوم إن الموانئ نقلت 12 مليون طن"),
        m.FootnoteReference("n1", 1),
        m.Text("، وهو "),
        m.Strong(text("أكثر")),
        m.Text("."),
    )
    return replace(everything, slug="arabic", body=(m.Paragraph("p1", span(10), lead), *everything.body[1:]))
