"""A release in each language that has labels goes through every stage, and its outputs say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.pipeline import Options
from tests import projects

STORY = """---
title: Small ports grow
lang: {lang}
author: [Ines Calder, Ada Munk]
date: 2026-05-01
embargo: 2026-05-01T14:00+02:00
dateline: Alder
contact:
  - {{name: Tomas Reyl, role: Press officer, email: press@harbour.example, phone: +1 555 0100}}
  - {{name: Ada Munk}}
link: {{label: The report, url: "https://harbour.example/report"}}
boilerplate:
  title: Who we are
  text: |
    The institute studies ports.

    It studies the towns behind them too.
---

The lead, with a note.[^a]

::: takeaways
- One thing.
:::

[^a]: Counted in 2025.
"""

# The words of the plain text that come from labels and dates.
WORDS = {
    "ar": ("محظور النشر حتى 1 مايو 2026، 2:00\u00a0م (UTC+2)", "جهات الاتصال الإعلامي", "أبرز النقاط"),
    "de": ("Sperrfrist: 1. Mai 2026, 14:00 Uhr (UTC+2)", "Pressekontakte", "Das Wichtigste in Kürze"),
    "en-GB": ("Embargoed until 1 May 2026, 14:00 (UTC+2)", "Media contacts", "Key takeaways"),
    "es": ("Embargado hasta el 1 de mayo de 2026, 14:00 (UTC+2)", "Contactos de prensa", "Puntos clave"),
    "fr": ("Sous embargo jusqu’au 1er mai 2026 à 14:00 (UTC+2)", "Contacts presse", "L’essentiel"),
    "he": ("אסור לפרסום עד 1 במאי 2026, 14:00 (UTC+2)", "אנשי קשר לתקשורת", "עיקרי הדברים"),
    "hi": ("1 मई 2026, 2:00\u00a0pm (UTC+2) तक प्रकाशन पर रोक", "मीडिया संपर्क", "मुख्य बिंदु"),
    "ja": ("報道解禁日時：2026年5月1日 14:00（UTC+2）", "報道関係お問い合わせ先", "要点"),
    "ko": ("엠바고: 2026년 5월 1일 오후\u00a02:00 (UTC+2)까지", "언론 문의처", "핵심 내용"),
    "zh-Hans": ("禁发期至：2026年5月1日 14:00（UTC+2）", "媒体联系人", "要点"),
    "zh-TW": ("禁止發布至：2026年5月1日 下午2:00（UTC+2）", "媒體聯絡人", "重點摘要"),
}


@pytest.mark.parametrize("lang", WORDS)
def test_word_and_email_agree_and_speak_the_language(lang: str, tmp_path: Path) -> None:
    project = projects.make(tmp_path, {"content/story.md": STORY.format(lang=lang)})
    (outcome,) = projects.built(project, Options(channels=("word", "email")))
    assert (outcome.fine, outcome.diagnostics) == (True, ())
    text = (project.build / "story" / "story.txt").read_text(encoding="utf-8")
    assert [word for word in WORDS[lang] if word not in text] == []


def test_the_paragraphs_of_a_boilerplate_stay_apart(tmp_path: Path) -> None:
    project = projects.make(tmp_path, {"content/story.md": STORY.format(lang="en")})
    (outcome,) = projects.built(project)
    assert (outcome.fine, outcome.diagnostics) == (True, ())
    text = (project.build / "story" / "story.txt").read_text(encoding="utf-8")
    assert "Who we are\n----------\n\nThe institute studies ports.\n\nIt studies the towns behind them too.\n" in text
