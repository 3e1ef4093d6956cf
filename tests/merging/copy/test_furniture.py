"""The words of heads and feet are read, without what Word counts."""

from __future__ import annotations

from tests.merging.copy.copies import change, hand_made, p, r, read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def part(kind: str, *content: str) -> str:
    return f'<w:{kind} xmlns:w="{W}">{"".join(content)}</w:{kind}>'


def test_heads_come_before_feet_and_that_of_the_first_page_first() -> None:
    references = (
        '<w:headerReference w:type="default" r:id="part0"/><w:headerReference w:type="first" r:id="part1"/>'
        '<w:footerReference w:type="default" r:id="part2"/>'
    )
    page = '<w:fldSimple w:instr=" PAGE ">' + r("7") + "</w:fldSimple>"
    parts = {
        "header1": part("hdr", p(r("Head"))),
        "header2": part("hdr", p(r("First")), p(r("page"))),
        "footer1": part("ftr", p(r("Page "), page, change("ins", r(" of the brief")))),
    }
    rows = ("part0", "header", "header1.xml"), ("part1", "header", "header2.xml"), ("part2", "footer", "footer1.xml")
    copy = read(hand_made(f"{p(r('a'))}<w:sectPr>{references}</w:sectPr>", parts, *rows))
    assert copy.final.furniture == ("First\npage", "Head", "Page of the brief")
    assert copy.original.furniture == ("First\npage", "Head", "Page")
