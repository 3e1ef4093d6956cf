"""Addresses: which are carried, which leave their words alone, which are refused."""

from __future__ import annotations

import pytest

from tests.reading.markdown.bodies import body, codes, read_body
from tests.reading.markdown.outline import outline


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://a.example/b?c=1&d=2#e", "https://a.example/b?c=1&d=2#e"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("https://a.example/ä ö", ""),
        ("<https://a.example/ä ö>", "https://a.example/%C3%A4%20%C3%B6"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("mailto:press@harbour.example", "mailto:press@harbour.example"),
        ("tel:+15550100", "tel:+15550100"),
    ],
)
def test_web_mail_and_telephone_are_carried(written: str, url: str) -> None:
    read = outline(read_body(f"[a]({written})")[0])
    assert read == (f"p1 paragraph 1:1: [link {url} a]\n" if url else f"p1 paragraph 1:1: [a]({written})\n")


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("page.html", "markdown.relative-link"),
        ("/page", "markdown.relative-link"),
        ("//a.example", "markdown.relative-link"),
        ("ftp://a.example", "markdown.unknown-scheme"),
        ("file:///etc/hosts", "markdown.unknown-scheme"),
        ("https:///x", "markdown.unknown-scheme"),
        ("mailto:", "markdown.unknown-scheme"),
        ("", "markdown.empty-link"),
        ("#nowhere", "markdown.unknown-name"),
        ("javascript:alert(1)", "markdown.unsafe-link"),
        ("JavaScript:alert(1)", "markdown.unsafe-link"),
        ("data:text/html,x", "markdown.unsafe-link"),
        ("vbscript:x", "markdown.unsafe-link"),
    ],
)
def test_of_other_links_the_words_are_kept(url: str, code: str) -> None:
    read, mistakes = read_body(f"a [b *c*]({url}) d")
    assert [one.code for one in mistakes.found] == [code]
    assert mistakes.has_errors == (code == "markdown.unsafe-link")
    assert outline(read) == "p1 paragraph 1:1: a b [em c] d\n"


def test_a_link_without_words_is_told() -> None:
    assert codes("[](https://a.example)") == ["markdown.empty-link"]


def test_addresses_in_angle_brackets_are_links_with_the_words_that_were_written() -> None:
    assert outline(body("<https://a.example/ä> <a@b.example>")) == (
        "p1 paragraph 1:1: [link https://a.example/%C3%A4 https://a.example/ä] [link mailto:a@b.example a@b.example]\n"
    )


def test_an_address_that_no_link_uses_may_be_lost_text_and_is_told() -> None:
    assert codes("[Update]: tomorrow\n\n[a][b]\n\n[b]: https://b.example") == ["markdown.unused-reference"]
    assert codes("![a][b]\n\n[b]: nix.png") == ["image.missing"]
