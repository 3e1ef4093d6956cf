"""Where a page ends: of many random documents, each is laid out and every foot and head of a page is looked at."""

from __future__ import annotations

import random
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from exporter import model as m
from tests import samples
from tests.rendering.pdf.layouts import Line, laid_out, lines
from tests.rendering.pdf.pdf_jobs import job, paragraph, release

WORDS = ("quay", "harbour", "count", "tonne", "vessel", "survey", "coast", "lorry", "crane", "threshold", "statistics")


def words(dice: random.Random, count: int) -> str:
    return " ".join(dice.choice(WORDS) for _ in range(count)).capitalize()


class Author:
    """Writes a random document."""

    def __init__(self, seed: int) -> None:
        self.dice, self.number = random.Random(seed), 0

    def body(self, blocks: int) -> tuple[m.Block, ...]:
        kinds = [
            self.text,
            self.text,
            self.text,
            self.heading,
            self.heading,
            self.listing,
            self.table,
            self.figure,
            self.box,
        ]
        return tuple(block for _ in range(blocks) for block in self.dice.choice(kinds)())

    def next(self) -> int:
        self.number += 1
        return self.number

    def paragraph(self, count: int, end: str = ".") -> m.Paragraph:
        return paragraph(self.next(), words(self.dice, count) + end)

    def text(self) -> list[m.Block]:
        return [self.paragraph(self.dice.randint(4, 90))]

    def heading(self) -> list[m.Block]:
        number = self.next()
        level = self.dice.choice((1, 2, 2, 3))
        heading = m.Heading(
            f"h{number}", samples.span(number), level, samples.text(words(self.dice, self.dice.randint(2, 14)))
        )
        return [heading, self.paragraph(self.dice.randint(20, 90))]

    def listing(self) -> list[m.Block]:
        count = self.dice.randint(2, 7)
        items = tuple(
            m.ListItem(f"i{self.next()}", samples.span(1), (self.paragraph(self.dice.randint(3, 30)),)) for _ in range(count)
        )
        lead = self.paragraph(self.dice.randint(4, 40), ":")
        return [lead, m.List(f"l{self.next()}", samples.span(1), False, 1, True, items)]

    def table(self) -> list[m.Block]:
        name = f"t{self.next()}"
        rows = [
            tuple(
                m.Cell(f"{name}.r{row}.c{column}", samples.span(1), samples.text(words(self.dice, 2))) for column in range(3)
            )
            for row in range(self.dice.randint(3, 30))
        ]
        return [m.Table(name, samples.span(1), rows[0], tuple(rows[1:]), samples.text(words(self.dice, 5)))]

    def figure(self) -> list[m.Block]:
        name = f"f{self.next()}"
        image = samples.picture(f"{name}.png", "#7aa6c2", 640, self.dice.randint(200, 1200))
        return [m.Figure(name, samples.span(1), image, "A quay", samples.text(words(self.dice, self.dice.randint(3, 40))))]

    def box(self) -> list[m.Block]:
        blocks = tuple(self.paragraph(self.dice.randint(5, 40)) for _ in range(self.dice.randint(1, 4)))
        return [m.Callout(f"c{self.next()}", samples.span(1), blocks, "In brief")]


def blocks_on_pages(found: list[Line]) -> dict[str, list[int]]:
    """Block → the page of each of its lines."""
    return {name: [line.page for line in group] for name, group in groupby(found, key=lambda line: line.block)}


@pytest.mark.parametrize("seed", range(8))
def test_no_page_of_a_random_document_begins_or_ends_badly(seed: int, tmp_path: Path) -> None:
    body = Author(seed).body(24)
    document = laid_out(job(release(*body)), tmp_path)
    found = [line for line in lines(document) if line.block]
    pages = blocks_on_pages(found)
    for name, on in pages.items():
        if name.startswith("p") and len(set(on)) > 1:
            counts = [on.count(page) for page in sorted(set(on))]
            assert min(counts) >= 2, f"{name} has a widow or an orphan: {counts}"
    for before, after in pairwise(body):
        if before.id.startswith("h"):
            last = pages[before.id][-1]
            assert len(set(pages[before.id])) == 1
            assert pages[after.id][:2] == [last, last], f"{before.id} stands at the foot of page {last}"
        if isinstance(after, m.List):
            first = after.items[0].blocks[0].id
            assert pages[before.id][-1] == pages[first][0], f"{before.id} is parted from its list"
    for table in (block for block in body if isinstance(block, m.Table)):
        rows = [pages[f"{table.id}.r{row}.c0"][0] for row in range(len(table.rows) + 1)]
        assert pages[f"{table.id}.caption"] == [rows[1]] * len(pages[f"{table.id}.caption"]), (
            f"{table.id} leaves its caption"
        )
        if len(table.rows) > 1:
            assert rows[1] == rows[2], f"one row of {table.id} stands alone at the foot of page {rows[1]}"
            assert rows[-1] == rows[-2], f"one row of {table.id} stands alone at the head of page {rows[-1]}"
    assert max(line.page for line in found) > 2


def test_the_line_before_a_list_goes_with_its_first_item_wherever_the_page_ends(tmp_path: Path) -> None:
    """The text before it is one line longer each time, so that once the page ends just after the lead-in."""
    items = tuple(m.ListItem(f"i{n}", samples.span(1), (paragraph(n, "The cargo, in tonnes."),)) for n in (3, 4, 5))
    tail = (paragraph(2, "Observers noted three things:"), m.List("l1", samples.span(1), False, 1, True, items))
    turned = set()
    for count in range(28, 33):
        filler = m.Paragraph("p1", samples.span(1), (m.Text("Forty harbours."), m.LineBreak()) * count + (m.Text("End."),))
        pages = blocks_on_pages([line for line in lines(laid_out(job(release(filler, *tail)), tmp_path)) if line.block])
        assert pages["p2"][0] == pages["p3"][0]
        turned.add(pages["p2"][0])
    assert turned == {1, 2}


def test_no_figure_is_larger_than_the_page(tmp_path: Path) -> None:
    for width, height in ((40, 2000), (2000, 40), (1200, 1200), (500, 900)):
        image = samples.picture("quay.png", "#7aa6c2", width, height)
        figure = m.Figure("f1", samples.span(1), image, "A quay", samples.text(words(random.Random(1), 60)))
        document = laid_out(job(release(paragraph(1, "The lead."), figure)), tmp_path)
        for page in document.pages:
            for box in page._page_box.descendants():
                if box.element_tag == "img":
                    assert box.position_x + box.width <= page.width - 82 + 1
                    assert box.position_y + box.height <= page.height - 98 + 1
