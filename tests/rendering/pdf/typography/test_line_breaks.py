from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest

from exporter import model as m
from exporter.rendering.pdf.typography.east_asian import east_asian_widths
from exporter.rendering.pdf.typography.line_breaks import set_line_breaks, without_marks
from tests import samples
from tests.rendering.pdf.layouts import laid_out
from tests.rendering.pdf.layouts import lines as page_lines
from tests.rendering.pdf.pdf_jobs import job, made, paragraph, release, with_html

SHOWN = {"\u2060\u2060": "=", "\u2060\u200b": "_", "\u2060\u200e": "~", "\u2060": "+"}  # a firm gap, a gap, a sign, a joiner


def page(body: str, lang: str, **attributes: str) -> Element:
    """A page after `set_line_breaks`."""
    root = fromstring(f"<html><body>{body}</body></html>")
    root.attrib |= {"lang": lang, **attributes}
    set_line_breaks(root)
    return root


def marked(body: str, lang: str, **attributes: str) -> str:
    """What is in the body afterwards, with the marks made visible."""
    child = page(body, lang, **attributes)[0][0]
    text = "".join((child.text or "", *(tostring(inner, encoding="unicode") for inner in child)))
    for mark, sign in SHOWN.items():
        text = text.replace(mark, sign)
    return text


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("작은 항구는 AIS(선박)를 3월에", "작+은 항+구+는 AIS(+선+박+)+를 3+월+에"),
        ("“언제나 ‘이음매’였습니다.”", "“+언+제+나 ‘+이+음+매+’+였+습+니+다+.”"),
        ("서울-부산/대구", "서+울-부+산/대+구"),
        ("English only", "English only"),
        ("각", "각"),
    ],
)
def test_korean_breaks_at_spaces_and_after_dashes(words: str, joined: str) -> None:
    assert marked(f"<p>{words}</p>", "ko") == joined


@pytest.mark.parametrize(
    ("words", "set_so"),
    [
        ("2026年5月12日に", "2026=年_5=月_12=日に"),
        ("合わせて1,200万トンを", "合わせて_1,200=万+ト+ンを"),
        ("第3回、4.5％増", "第=3=回、4.5％増"),
        ("１２月", "１+２+月"),
        ("GPSとAIS（船）を", "GPS_と_AIS（船）を"),
        ("Web サイト", "Web サイト"),
        ("Aー、xッ", "A=ー、x=ッ"),
    ],
)
def test_japanese_keeps_numbers_whole_and_latin_words_apart(words: str, set_so: str) -> None:
    assert marked(f"<span>{words}</span>", "ja") == set_so


def test_chinese_does_as_japanese_does_in_either_script() -> None:
    assert marked("<p>调查了40个GPS港</p>", "zh-Hans") == marked("<p>调查了40个GPS港</p>", "zh-TW") == "调查了_40=个_GPS_港"


def test_a_gap_stands_before_and_after_marked_words_too() -> None:
    assert marked("<p>方法は<em>Small Ports</em>と同じ</p>", "ja") == "方法は_<em>Small Ports_</em>と同じ"
    assert marked('<p>調査<span class="footnote">One</span>は</p>', "ja") == '調査<span class="footnote">One</span>は'


def test_a_japanese_headline_breaks_where_a_phrase_begins() -> None:
    assert marked("<h1>小さな港が、貨物を運んでいる</h1>", "ja") == "小+さ+な港+が+、貨+物+を運+ん+で+い+る"
    assert marked("<p>貨物を運んでいる</p>", "ja") == "貨物を運んでいる"


def test_a_chinese_headline_breaks_after_a_mark() -> None:
    assert marked("<h1>小港口增长，统计不知</h1>", "zh") == "小+港+口+增+长+，统+计+不+知"


def test_a_phrase_that_is_too_long_for_a_line_breaks_anywhere() -> None:
    assert marked(f"<h1>{'港' * 14}は</h1>", "ja") == f"{'港' * 11}+港+港+港+は"


def test_no_paragraph_ends_with_a_line_of_one_or_two_characters() -> None:
    assert marked("<p>港はすべて数えられていた。</p>", "ja") == "港はすべて数えられ+て+い+た+。"
    assert (
        marked("<p>没有人<em>数过</em>所有的港口，因为没有时间。</p>", "zh")
        == "没有人<em>数过</em>所有的港口，因为没+有+时+间+。"
    )
    assert marked("<p>数えた。</p>", "ja") == "数えた。"


def test_a_heading_keeps_its_bookmark() -> None:
    assert page("<h1>작은  항구</h1>", "ko")[0][0].attrib == {"data-label": "작은 항구"}
    assert page("<h1>Ports</h1>", "en")[0][0].attrib == {}


def test_a_sign_stays_on_its_side_of_a_number_in_a_text_from_right_to_left() -> None:
    assert marked("<p>+6.3% و −15</p>", "ar", dir="rtl") == "~+~6.3~%~ و ~−~15"
    assert marked("<p>+6.3%</p>", "en") == "+6.3%"
    assert marked("<p>12-15</p>", "ar", dir="rtl") == "12-15"


def test_a_passage_of_the_other_direction_keeps_its_own() -> None:
    body = '<p>كتب <span lang="en">“Ports.”</span> <span lang="fa">بندر</span></p>'
    assert [one.get("dir") for one in page(body, "ar", dir="rtl").iter("span")] == ["ltr", None]
    assert [one.get("dir") for one in page('<p><span lang="he">נמל</span></p>', "en").iter("span")] == ["rtl"]


def test_code_and_the_head_of_a_page_are_left_alone() -> None:
    assert marked("<div>는<code>1는</code>는다</div>", "ko") == "는<code>1는</code>는+다"
    root = fromstring('<html lang="ko"><head><title>항구</title></head></html>')
    set_line_breaks(root)
    assert "".join(root.itertext()) == "항구"


def test_the_marks_go_without_a_trace() -> None:
    words = "2026年5月12日にGPSと"
    assert without_marks("".join(page(f"<h1>{words}</h1>", "ja").itertext())) == words


def lines(lang: str, words: str) -> list[str]:
    """The lines of a paragraph that is ten characters wide, as the PDF has them."""
    narrow = "main p { width: 141px; font-size: 14px !important; margin: 0 } .dateline { display: none } </style>"
    data = made(with_html(job(release(paragraph(1, words), lang=lang, title="x", dateline="")), "</style>", narrow))
    text = data.lines_of_first_page()
    start = next(index for index, line in enumerate(text) if line[:2] == words[:2])
    count = next(
        count for count in range(1, 20) if "".join(text[start : start + count]).replace(" ", "") == words.replace(" ", "")
    )
    return text[start : start + count]


def test_kinsoku_holds_on_the_page() -> None:
    found = lines("ja", "港の荷物を調べた。数えた人は「ない」（注）と言ったがデーター、ッと、・々はある。")
    assert [line for line in found if line[0] in "、。」）ーッ・々" or line[-1] in "「（"] == []
    assert len(found) > 3


def test_no_korean_word_is_broken_on_the_page() -> None:
    words = "작은 항구들이 통계에 나타난 것보다 더 많은 화물을 나른다"
    assert [word for line in lines("ko", words) for word in line.split()] == words.split()


def test_a_text_is_in_the_pdf_as_it_was_written() -> None:
    pdf = made(job(release(paragraph(1, "작은 항구들이 2026년 화물을 나른다"), lang="ko", title="작은 항구들")))
    assert "작은 항구들이 2026년 화물을 나른다" in " ".join(pdf.page_texts())
    assert pdf.bookmarks()[0] == "작은 항구들"


ATOMS = [
    "港",
    "の",
    "が",
    "データ",
    "ッ",
    "ゃ",
    "、",
    "。",
    "「港」",
    "（注）",
    "『小さな』",
    "GPS",
    "2026年",
    "12億",
    "4.5％",
    "……",
    "――",
    "ー",
    "・",
    "々",
    "？",
    "“港”",
    "１２月",
    "第3回",
    "x",
]
MARKS: tuple[Callable[[tuple[m.Inline, ...]], m.Inline], ...] = (
    lambda words: words[0],
    m.Emphasis,
    m.Strong,
    lambda words: m.Link(words, "https://harbour.example/"),
    lambda words: m.LanguageSpan((m.Text("harbour masters"),), "en"),
)


@pytest.mark.parametrize("lang", ["ja", "zh-Hans"])
def test_kinsoku_holds_in_any_text_with_any_marks(lang: str, tmp_path: Path) -> None:
    chance = Random(7)

    def inline() -> m.Inline:
        words = m.Text("".join(chance.choices(ATOMS, k=chance.randint(1, 9))))
        return chance.choice(MARKS)((words,))

    body = (m.Paragraph(f"p{n}", samples.span(10 + n), tuple(inline() for _ in range(14))) for n in range(1, 25))
    with east_asian_widths():
        found = [line for line in page_lines(laid_out(job(release(*body, lang=lang)), tmp_path)) if line.is_body]
    ends = [(a.text, b.text) for a, b in pairwise(found) if a.block == b.block]
    texts = [(without_marks(before)[-1:], without_marks(after)[:1]) for before, after in ends]
    assert len(texts) > 60
    assert [pair for pair in texts if pair[1] in set("、。」）』？ーッゃ々・”％…") or pair[0] in set("「（『“")] == []
    assert [pair for pair in texts if pair[0].isdecimal() and (pair[1].isdecimal() or pair[1] in set("年億％月回"))] == []
