"""The words of a paragraph: white space, character styles, languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.parity.docx_reader import read
from exporter.parity.html_reader import segments
from tests.rendering.word.word_jobs import W, made, page, texts


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>  one\n\t two  </p>", "one two"),
        ("<p>one <em> two</em> <strong>three </strong> four</p>", "one two three four"),
        ("<p>one<em> </em>two</p>", "one two"),
        ("<p>a b and​c</p>", "a b and​c"),
        ("<p>one <br> two</p>", "onetwo"),
        ('<p>one <span class="tab"></span> two</p>', "onetwo"),
        ("<p><!-- a note -->one</p>", "one"),
        ("<p>&lt;&amp;&gt;</p>", "<&>"),
    ],
)
def test_white_space_is_that_of_html(html: str, expected: str) -> None:
    assert texts(made(page(html)).body) == [expected]


def runs(html: str, **meta: object) -> list[tuple[str, dict[str, str | None]]]:
    """The text of each run of a page, and what its properties say."""
    found = []
    for run in made(page(html, **meta)).body.iter(W + "r"):
        properties = run.find(W + "rPr")
        said = {str(one.tag).rpartition("}")[2]: one.get(W + "val") for one in properties} if properties is not None else {}
        found.append(("".join(str(t.text) for t in run.iter(W + "t")), said))
    return found


def test_a_run_has_one_character_style_and_the_rest_beside_it() -> None:
    assert runs('<p><strong>a<em>b</em></strong><a href="https://a.example/"><em>c</em><code>d</code></a></p>') == [
        ("a", {"rStyle": "Strong"}),
        ("b", {"rStyle": "Strong", "i": None, "iCs": None}),
        ("c", {"rStyle": "Hyperlink", "i": None, "iCs": None}),
        ("d", {"rStyle": "HTMLCode", "u": "single"}),
    ]


def test_weight_in_a_bold_heading_is_said_directly_since_word_would_undo_the_style() -> None:
    assert runs("<h2>a <strong>b</strong></h2>") == [("a ", {}), ("b", {"rStyle": "Strong", "b": None, "bCs": None})]


def test_words_from_right_to_left_are_runs_of_their_own() -> None:
    html = '<p>He said <span lang="ar">مرحبا Alder 2025</span>.</p>'
    assert runs(html) == [
        ("He said ", {}),
        ("مرحبا ", {"rtl": None, "lang": "ar-SA"}),
        ("Alder", {"lang": "ar-SA"}),
        (" 2025", {"rtl": None, "lang": "ar-SA"}),
        (".", {}),
    ]


def test_east_asian_words_ask_for_their_own_font() -> None:
    assert runs("<p>報告書 ASPI</p>", lang="ja") == [("報告書 ASPI", {"rFonts": None})]
    assert runs("<p>ASPI</p>", lang="ja") == [("ASPI", {})]


INLINE = st.recursive(
    st.sampled_from(["one", " two", "three ", " ", "\n", " four ", "<br>", "مرحبا", "、日本", "&amp;", "a b"]),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
        st.sampled_from(["em", "strong", "code", "span", 'a href="https://a.example/"', 'span lang="ar"']),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.lists(INLINE, max_size=6).map("".join))
def test_whatever_stands_in_whatever_its_words_are_those_of_the_html(html: str) -> None:
    body = f"<p>{html}</p><p>End.</p>"
    expected = "".join(segment.text for segment in segments(body, "word"))
    assert read(made(page(body)).data).flow.split() == expected.split()
