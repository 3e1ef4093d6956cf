from __future__ import annotations

from pathlib import Path

import pytest
import weasyprint

from exporter import model as m
from exporter.rendering.pdf.typography.baseline_grid import baseline_grid
from tests import samples
from tests.rendering.pdf.layouts import laid_out, lines
from tests.rendering.pdf.pdf_jobs import job

WITHIN = 1.0  # pixels


def height(css: str, content: str = "<p>one") -> float:
    """How tall a block of lines of 16 px becomes, on a page of 100 px."""
    style = f"@page {{ size: 300px 100px; margin: 0 }} body, p {{ margin: 0 }} p {{ font: 10px/16px serif }} {css}"
    with baseline_grid():
        document = weasyprint.HTML(string=f"<style>{style}</style><section>{content}</section>").render()
    (body,) = document.pages[0]._page_box.children[0].children
    return float(body.children[0].border_height())


def test_a_block_is_rounded_up_to_whole_steps() -> None:
    assert height("section { --block-step: 20px }") == 20
    assert height("section { --block-step: 20px }", "<p>one<p>two") == 40


def test_the_nearest_step_may_be_below() -> None:
    assert height("section { --block-step: 20px nearest }") == 20
    assert height("section { --block-step: 20px nearest }", "<p>one<p>two<p>three") == 40


def test_a_step_may_come_from_a_variable_and_is_not_inherited() -> None:
    assert height(":root { --line: 20px } section { --block-step: var(--line) }") == 20
    assert height("body { --block-step: 20px } section { padding: 0 }") == 16


def test_a_block_never_grows_beyond_the_page() -> None:
    assert height("section { --block-step: 90px }", "<p>1<p>2<p>3<p>4<p>5<p>6") == 100


def test_half_of_the_room_stands_above_what_is_centred() -> None:
    with baseline_grid():
        pages = weasyprint.HTML(
            string="<style>body { margin: 0 } p { margin: 0; line-height: 16px }</style>"
            '<section style="--block-step: 20px center"><p>one</section>'
        ).render()
    (section,) = pages.pages[0]._page_box.children[0].children[0].children
    assert section.children[0].position_y - section.position_y == 2


@pytest.mark.parametrize(("lang", "line"), [("en", 20), ("ja", 24), ("ar", 26), ("hi", 24)])
def test_lines_of_the_text_stand_on_one_grid_on_all_pages(lang: str, line: int, tmp_path: Path) -> None:
    """After headings, lists, quotations, tables, figures, boxes and code; the text runs over three pages."""
    long = m.Paragraph("p90", samples.span(90), samples.text("Forty harbours were counted. " * 90))
    everything = samples.everything(lang=lang)
    body = (*everything.body, m.Heading("h9", samples.span(89), 2, samples.text("What follows")), long)
    what = job(m.Release(**{**{key: getattr(everything, key) for key in everything.__struct_fields__}, "body": body}))
    found = [one for one in lines(laid_out(what, tmp_path)) if one.is_body]
    assert {"p1", "p2", "p7", "p11", "p13", "p14", "p15", "p90"} <= {one.block for one in found}
    assert max(one.page for one in found) >= 3
    base = found[0].baseline
    off = {one.block: (one.baseline - base + WITHIN) % line - WITHIN for one in found}
    assert {block: by for block, by in off.items() if by > WITHIN} == {}
