"""The tags of a made PDF against the release that it was made of."""

from __future__ import annotations

from itertools import pairwise

import pytest

from exporter import model as m
from exporter import walking
from exporter.parity.pdf_reader import read
from tests import samples
from tests.rendering.pdf.pdf_jobs import Made, job, made, paragraph, release, with_html
from tests.rendering.pdf.tagging.structure import all_of, tags


@pytest.fixture(scope="module")
def everything() -> Made:
    return made(job(samples.everything()))


def described(data: Made, kind: str, entry: str) -> list[str]:
    return [tag.text(entry) for tag in all_of(data.file, kind)]


def test_the_body_is_tagged_block_by_block_in_the_order_of_the_source(everything: Made) -> None:
    blocks = {
        m.Heading: "H", m.List: "L", m.Table: "Table", m.PullQuote: "BlockQuote", m.BlockQuote: "BlockQuote",
        m.Takeaways: "Sect", m.Callout: "Sect", m.Figure: "Figure", m.Division: "Div", m.Paragraph: "P", m.CodeBlock: "P",
    }  # fmt: skip
    wanted = [blocks[type(block)] for block in samples.everything().body if type(block) in blocks]
    kinds = [kid.kind.rstrip("123456") for kid in tags(everything.file).kids]
    head = ["P", "P", "P", "H", "P", "P", "Sect"]  # kind, logo, kicker, headline, standfirst, byline, sidebar
    assert kinds == [*head, *wanted, "P", "Sect"]  # call to action, boilerplate


def test_the_headline_is_the_only_h1_and_no_level_is_left_out(everything: Made) -> None:
    headings = [tag.kind for tag in tags(everything.file).walk() if tag.kind[0] == "H" and tag.kind[1:].isdigit()]
    assert headings[0] == "H1"
    assert headings.count("H1") == 1
    levels = [int(kind[1]) for kind in headings]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_callout_under_the_headline_is_not_two_levels_below_it() -> None:
    box = m.Callout("c1", samples.span(20), (paragraph(1, "Beside."),), "In brief")
    found = [tag.kind for tag in tags(made(job(release(box, contact=()))).file).walk()]
    assert [kind for kind in found if kind in ("H1", "H2", "H3")] == ["H1", "H2", "H2"]  # the boilerplate's is the last


def test_lists_are_numbered_as_they_look_and_nested_in_their_items(everything: Made) -> None:
    lists = all_of(everything.file, "L")
    assert [tag.attributes["ListNumbering"] for tag in lists] == ["Disc", "Decimal", "Disc"]
    assert lists[1].outline() == "L[LI[Lbl LBody[P P L[LI[Lbl LBody[P]]]]] LI[Lbl LBody[P]]]"


def test_a_table_has_headers_with_their_scope_and_its_caption(everything: Made) -> None:
    (table,) = all_of(everything.file, "Table")
    assert table.outline() == "Table[Caption THead[TR[TH TH TH]] TBody[TR[TD TD TD] TR[TD TD TD]]]"
    assert {tag.attributes["Scope"] for tag in all_of(everything.file, "TH")} == {"Column"}


def test_an_empty_cell_has_its_tag() -> None:
    span = samples.span(20)
    head = (m.Cell("t1.r0.c0", span, samples.text("Port")), m.Cell("t1.r0.c1", span, ()))
    row = (m.Cell("t1.r1.c0", span, ()), m.Cell("t1.r1.c1", span, samples.text("7")))
    (table,) = all_of(made(job(release(m.Table("t1", span, head, (row,))))).file, "Table")
    assert table.outline() == "Table[THead[TR[TH TH]] TBody[TR[TD TD]]]"


def test_a_table_on_many_pages_is_one_table_with_one_header() -> None:
    span = samples.span(20)
    head = (m.Cell("t1.r0.c0", span, samples.text("Port")),)
    rows = tuple((m.Cell(f"t1.r{row}.c0", span, samples.text(f"Harbour {row}")),) for row in range(1, 100))
    file = made(job(release(m.Table("t1", span, head, rows)))).file
    assert len(file.pages) > 2
    assert (len(all_of(file, "Table")), len(all_of(file, "THead")), len(all_of(file, "TR"))) == (1, 1, 100)


def test_a_paragraph_on_two_pages_is_one_paragraph() -> None:
    data = made(job(release(paragraph(1, "Harbours grow by the year. " * 200))))
    assert [tag.pages for tag in all_of(data.file, "P") if tag.pages > 1] == [len(data.file.pages)]


def test_pictures_have_their_descriptions_and_figures_hold_their_captions(everything: Made) -> None:
    assert described(everything, "Figure", "Alt") == ["Harbour Institute", "A quay at low tide", "red mark"]
    assert [tag.outline() for tag in all_of(everything.file, "Figure")] == ["Figure", "Figure[Caption]", "Figure"]


def test_a_picture_without_a_description_is_an_artifact_and_its_caption_is_read() -> None:
    figure = m.Figure("f1", samples.span(20), samples.picture("quay.png", "#888888"), "", samples.text("The quay."))
    data = made(job(release(figure)))
    assert described(data, "Figure", "Alt") == ["Harbour Institute"]
    assert "The quay." in read(data.data).flow


def test_each_call_leads_to_its_note_and_each_note_back_to_its_first_call(everything: Made) -> None:
    calls, notes = all_of(everything.file, "Reference"), all_of(everything.file, "Note")
    assert [tag.text("ID") for tag in notes] == ["n1", "n2"]
    assert [call.outline() for call in calls] == ["Reference[Link]"] * 3
    descriptions = [str(call.kids[0].annotations[0].Contents) for call in calls]
    assert descriptions == ["Note 1", "1", "Note 2"]
    for note in notes:
        label = note.kids[0]
        assert label.outline() == "Lbl[Link]"
        assert [str(one.Contents) for one in label.kids[0].annotations] == ["Back to the text"]


def test_a_note_stands_after_its_call_in_the_order_of_reading(everything: Made) -> None:
    (lead,) = [tag for tag in tags(everything.file).kids if "Note" in tag.outline() and "Link Reference" in tag.outline()]
    assert lead.outline() == "P[Link Reference[Link] Note[Lbl[Link] P[Link]]]"


def test_links_say_where_they_lead(everything: Made) -> None:
    said = [str(one.Contents) for tag in all_of(everything.file, "Link") for one in tag.annotations]
    assert "The survey" in said  # the title that the writer gave
    assert "the first part" in said
    assert "press@harbour.example" in said


def test_every_link_on_a_page_belongs_to_a_tag(everything: Made) -> None:
    on_pages = sum(len(page.get("/Annots", [])) for page in everything.file.pages)
    assert on_pages == sum(len(tag.annotations) for tag in tags(everything.file).walk())


def test_foreign_words_have_their_language(everything: Made) -> None:
    assert tags(everything.file).text("Lang") == "en-GB"
    assert [(tag.kind, tag.text("Lang")) for tag in tags(everything.file).walk() if tag.text("Lang")][1:] == [
        ("Span", "ja"),
        ("Div", "fr"),
    ]


def test_running_heads_and_page_numbers_are_artifacts(everything: Made) -> None:
    content = everything.file.pages[1]["/Contents"].read_bytes()
    assert content.count(b"/Type /Pagination") >= 3  # the institution, the headline and the page's number at least
    assert "Page 2 of 2" not in read(everything.data).flow


def test_all_of_the_models_words_stand_in_the_tree_in_their_order(everything: Made) -> None:
    flow = "".join(read(everything.data).flow.split())
    body = [piece for piece in walking.pieces(samples.everything()) if piece.id[0] in "hl" and piece.id[1:2].isdigit()]
    places = [flow.index("".join(piece.text.split())) for piece in body]
    assert places == sorted(places)


def test_what_is_laid_out_after_what_follows_it_is_still_read_before_it() -> None:
    """As a float that goes on to the next page is, or a caption below its table."""
    span = samples.span(20)
    head = (m.Cell("t1.r0.c0", span, samples.text("Port")),)
    table = m.Table("t1", span, head, ((m.Cell("t1.r1.c0", span, samples.text("Alder")),),), samples.text("Ports."))
    what = with_html(job(release(table)), "</style>", "caption { caption-side: bottom } </style>")
    (tag,) = all_of(made(what).file, "Table")
    assert tag.outline() == "Table[Caption THead[TR[TH]] TBody[TR[TD]]]"
