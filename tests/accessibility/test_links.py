"""Links: their text says where they lead."""

from __future__ import annotations

import pytest

from tests.accessibility.documents import told
from tests.accessibility.test_pictures import picture

FIELD = (
    '<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText> HYPERLINK "https://harbour.example/" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>{}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def link(text: str, before: str = "") -> str:
    begin = f'<w:r><w:t xml:space="preserve">{before}</w:t></w:r>' if before else ""
    return f'<w:p>{begin}<w:hyperlink r:id="link"><w:r><w:t>{text}</w:t></w:r></w:hyperlink></w:p>'


@pytest.mark.parametrize(
    "text",
    [
        "The survey of 2026",
        "press@harbour.example",
        "harbour.example",
        "harbour.example/data",
        "+1 555 0163",
        "Here and there",
        "こちらの港の調査",
        "Herein",
    ],
)
def test_a_link_that_says_where_it_leads_or_is_an_address_as_people_say_it_is_fine(text: str) -> None:
    assert told(link(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "https://harbour.example/",
        "http://harbour.example/data",
        "www.harbour.example",
        "ftp://harbour.example/a.csv",
        "harbour.example/data?year=2026",
        "harbour.example/data#t1",
        "HTTPS://HARBOUR.EXAMPLE",
    ],
)
def test_a_bare_address_is_told(text: str) -> None:
    assert told(link(text)) == [f"link-text: at “{text}”: the link’s text is a bare address, “{text}”"]


@pytest.mark.parametrize(
    "text",
    [
        "here",
        "Click here",
        "Read more…",
        "here.",
        "hier",
        "Weiterlesen",
        "ici",
        "En savoir plus",
        "aquí",
        "qui",
        "aqui",
        "lees meer",
        "här",
        "tutaj",
        "здесь",
        "こちら",
        "「こちら」",
        "点击这里",
        "點此",
        "여기",
        "هنا",
        "כאן",
        "यहाँ",
    ],
)
def test_a_link_that_says_only_here_is_told_in_each_language(text: str) -> None:
    said = [one for one in told(link(text)) if one.startswith("link-text")]
    assert said == [f"link-text: at “{text}”: the link’s text, “{text}”, does not say where it leads"]


@pytest.mark.parametrize("text", ["", " "])
def test_a_link_without_text_is_told(text: str) -> None:
    assert told(link(text, before="Tides")) == ["link-text: at “Tides”: a link has no text"]


def test_a_link_around_a_picture_is_heard_by_its_description() -> None:
    around = '<w:p><w:hyperlink r:id="link">{}</w:hyperlink></w:p>'
    run = picture("Two cranes").removeprefix("<w:p>").removesuffix("</w:p>")
    assert told(around.format(run)) == []


def test_links_that_are_fields_are_held_to_the_same() -> None:
    assert told(FIELD.format("the survey")) == []
    assert told(FIELD.format("here")) == ["link-text: at “here”: the link’s text, “here”, does not say where it leads"]
    simple = '<w:p><w:fldSimple w:instr=" HYPERLINK &quot;a&quot; "><w:r><w:t>here</w:t></w:r></w:fldSimple></w:p>'
    assert told(simple) == ["link-text: at “here”: the link’s text, “here”, does not say where it leads"]
    assert told(FIELD.replace("HYPERLINK", "REF").format("here")) == []


def test_a_field_around_a_picture_is_heard_by_its_description() -> None:
    run = picture("Two cranes").removeprefix("<w:p>").removesuffix("</w:p>")
    assert told(FIELD.replace("<w:r><w:t>{}</w:t></w:r>", run)) == []
    bare = run.replace("Two cranes", "image1.png").replace(' descr="image1.png"', "")
    assert [one for one in told(FIELD.replace("<w:r><w:t>{}</w:t></w:r>", bare)) if one.startswith("link")] == [
        "link-text: at “See”: a link has no text"
    ]


def test_a_field_that_ends_without_a_beginning_is_none() -> None:
    assert told('<w:p><w:r><w:fldChar w:fldCharType="end"/><w:t>Tides</w:t></w:r></w:p>') == []


def inner(text: str) -> str:
    return link(text).removeprefix("<w:p>").removesuffix("</w:p>")


def test_a_link_that_word_has_split_in_two_is_one() -> None:
    assert told(f"<w:p>{inner('Click')}{inner(' here, for tides')}</w:p>") == []
    assert told(f"<w:p>{inner('Click')}{inner(' here')}</w:p>") == [
        "link-text: at “here”: the link’s text, “Click here”, does not say where it leads"
    ]


def test_a_link_that_is_split_between_a_picture_and_words_is_one() -> None:
    run = picture("Two cranes").removeprefix("<w:p>").removesuffix("</w:p>")
    around = f'<w:hyperlink r:id="link">{run}</w:hyperlink>'
    assert told(f"<w:p>{around}{inner(' ')}</w:p>") == []
    assert told(f"<w:p>{inner(' ')}{around}</w:p>") == []
