"""Releases in Japanese and in Arabic."""

from __future__ import annotations

from tests.merging.office.story import Story

STORIES = (
    Story("Japanese words are typed", lambda text: text.after("すべての岸壁に").type("二度"), release="harbour.ja"),
    Story(
        "a Japanese sentence over two source lines is changed",
        lambda text: text.over("発表した。").type("伝えた。"),
        release="harbour.ja",
    ),
    Story("Japanese words are made bold", lambda text: text.over("建築資材").bold(), release="harbour.ja"),
    Story("a Japanese item is added", lambda text: text.end_of("費用は").enter().type("数えよう。"), release="harbour.ja"),
    Story("Arabic words are typed", lambda text: text.after("إلى كل رصيف").type(" مرتين"), release="harbour.ar"),
    Story("an Arabic paragraph is split", lambda text: text.before("وفق دراسة").enter(), release="harbour.ar"),
    Story("Arabic words are made bold", lambda text: text.over("مواد بناء").bold(), release="harbour.ar"),
    Story("an Arabic headline is changed", lambda text: text.over("الصغيرة").type("الصغرى"), release="harbour.ar"),
)
