from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from exporter import model as m
from exporter.brand import FontFamily, FontFile
from exporter.rendering.pdf.fonts import FontSheet, font_sheet
from exporter.rendering.pdf.truetype import read_face
from tests import samples
from tests.rendering.pdf.pdf_jobs import job, made, paragraph, release

TYPOGRAPHY = samples.brand().typography


def codes(text: str) -> frozenset[int]:
    return frozenset(map(ord, text))


def sheet(text: str, lang: str = "en", **foreign: str) -> FontSheet:
    return font_sheet(
        TYPOGRAPHY, {lang: codes(text), **{language: codes(words) for language, words in foreign.items()}}, lang
    )


def stack(what: FontSheet, role: str) -> list[str]:
    """The families of `--base`, `--headings` or `--mono`, without our mark."""
    (line,) = (line for line in what.css.splitlines() if line.startswith(":root"))
    value = line.split(f"--{role}: ")[1].split(";")[0]
    return [name.strip('" ').removesuffix(" Pressroom") for name in value.split(",")]


@pytest.mark.parametrize("lang", ["ja", "ko", "zh-Hans"])
def test_the_marks_of_east_asian_lists_and_notes_have_glyphs(lang: str) -> None:
    assert made(job(release(paragraph(1, "① ② ㈱ ★ ※ ● ◎ ﹣ ☎"), lang=lang))).diagnostics == ()


def test_english_needs_the_brands_fonts_alone() -> None:
    assert stack(sheet("Ports – “and” towns, 4.5 % é ß"), "base") == ["EB Garamond"]
    assert len(sheet("Ports").files) == 12


@pytest.mark.parametrize(
    ("text", "lang", "family"),
    [
        ("直す", "ja", "Noto Sans JP"),
        ("直", "zh-Hans", "Noto Sans SC"),
        ("直한", "ko", "Noto Sans KR"),
        ("ありがとう", "en", "Noto Sans JP"),
        ("안녕", "en", "Noto Sans KR"),
        ("直", "en", "Noto Sans SC"),
    ],
)
def test_han_characters_are_drawn_as_the_language_draws_them_and_come_first(text: str, lang: str, family: str) -> None:
    assert stack(sheet(text, lang), "base") == [family, "EB Garamond"]
    assert stack(sheet(text, lang), "headings") == [family, "Source Sans 3"]


@pytest.mark.parametrize(
    ("text", "lang", "family"),
    [("हिन्दी", "hi", "Mukta"), ("عربي", "ar", "Amiri"), ("עברית", "he", "Frank Ruhl Libre"), ("ꜳ", "en", "Noto Sans")],
)
def test_other_scripts_come_after_the_brands_font(text: str, lang: str, family: str) -> None:
    assert stack(sheet(text, lang), "base") == ["EB Garamond", family]


def test_a_character_that_the_first_companion_lacks_is_asked_of_the_next() -> None:
    assert stack(sheet("直们", "ja"), "base") == ["Noto Sans JP", "Noto Sans SC", "EB Garamond"]


def test_a_passage_in_another_east_asian_language_has_its_own_font_first() -> None:
    assert ':lang(ja) { font-family: "Noto Sans JP Pressroom", "Noto Sans SC Pressroom"' in sheet("直", "zh", ja="直す").css


def test_an_east_asian_font_is_cut_down_to_the_characters_of_the_text() -> None:
    subsets = [content for content in sheet("直す……", "ja").files.values() if isinstance(content, bytes)]
    assert len(subsets) == 4  # two weights, and of each the marks that Latin fonts have too
    assert all(len(subset) < 10_000 for subset in subsets)


def test_a_weight_of_a_variable_font_is_cut_out_as_a_font_of_its_own() -> None:
    regular, bold = (content for content in sheet("עברית", "he").files.values() if isinstance(content, bytes))
    assert b"fvar" not in regular + bold
    assert b"glyf" in regular
    assert b"glyf" in bold
    assert regular != bold
    names = made(job(release(m.Paragraph("p1", samples.span(11), (m.Strong((m.Text("עברית"),)),)), lang="he"))).font_names()
    assert "Frank-Ruhl-Libre-Pressroom-Bold" in names


def test_text_beside_a_companion_without_serifs_is_set_in_the_font_of_the_headings() -> None:
    assert stack(sheet("直す", "ja"), "text") == ["Noto Sans JP", "Source Sans 3"]
    assert stack(sheet("हिन्दी", "hi"), "text") == ["Source Sans 3", "Mukta"]
    assert stack(sheet("עברית", "he"), "text") == ["EB Garamond", "Frank Ruhl Libre"]


def test_an_english_passage_in_chinese_has_quotation_marks_that_are_no_squares() -> None:
    css = sheet("直“”", "zh", en="“Ports”").css
    assert ':lang(en) { font-family: "Noto Sans SC Pressroom", "Source Sans 3 Pressroom" }' in css
    assert ":lang" not in sheet("直", "ja").css


def test_a_chinese_passage_leaves_the_quotation_marks_of_the_text_around_it_as_they_are() -> None:
    what = sheet("“Ports”", "en", zh="“直”")
    assert stack(what, "base") == ["Noto Sans SC", "EB Garamond"]
    assert ':lang(zh) { font-family: "Noto Sans SC Marks Pressroom", "Noto Sans SC Pressroom", ' in what.css


def test_a_variant_that_the_text_asks_for_is_kept(tmp_path: Path) -> None:
    plain, chosen = (
        max(len(content) for content in sheet(words, "ja").files.values() if isinstance(content, bytes))
        for words in ("葛", "葛\U000e0100")
    )
    assert chosen > plain


def test_a_subset_holds_what_was_asked_for_and_the_space(tmp_path: Path) -> None:
    subset = next(content for content in sheet("直す", "ja").files.values() if isinstance(content, bytes))
    (tmp_path / "subset.ttf").write_bytes(subset)
    assert read_face(tmp_path / "subset.ttf").lacks(codes("直す \u00a0")) == frozenset()


def test_chinese_quotation_marks_are_set_on_a_square() -> None:
    assert stack(sheet("直“”", "zh"), "base") == ["Noto Sans SC Marks", "Noto Sans SC", "EB Garamond"]
    assert "Noto-Sans-SC-Marks-Pressroom" in made(job(release(paragraph(1, "“直”"), lang="zh"))).font_names()


def test_a_brand_without_font_files_is_set_in_noto_sans() -> None:
    bare = replace(TYPOGRAPHY, base=FontFamily("Nowhere Serif"), headings=FontFamily("Nowhere Sans"))
    names = made(job(release(paragraph(1, "The lead.")), replace(samples.brand(), typography=bare))).font_names()
    assert names == {
        "Nowhere-Serif-Pressroom",
        "Nowhere-Serif-Pressroom-Italic",
        "Nowhere-Sans-Pressroom",
        "Nowhere-Sans-Pressroom-Bold",
    }


def test_letters_look_equally_large_in_any_base_font() -> None:
    small = replace(TYPOGRAPHY, base=TYPOGRAPHY.headings)
    assert "--size: 16px" in font_sheet(TYPOGRAPHY, {}, "en").css
    assert "--size: 13px" in font_sheet(small, {}, "en").css


def test_small_capitals_are_those_of_the_font_or_none() -> None:
    lato = replace(TYPOGRAPHY, base=samples.family("Lato", "Lato", "Lato"))
    assert "--small-caps: small-caps; --small-caps-spacing: 1px" in font_sheet(TYPOGRAPHY, {}, "en").css
    assert "--small-caps: normal; --small-caps-spacing: 0" in font_sheet(lato, {}, "en").css


def test_a_base_font_without_a_hyphen_of_its_own_breaks_words_with_the_common_one() -> None:
    lato = replace(TYPOGRAPHY, base=samples.family("Lato", "Lato", "Lato"))
    assert 'hyphenate-character: "-"' in font_sheet(lato, {}, "en").css
    assert 'hyphenate-character: "\\2010"' in font_sheet(TYPOGRAPHY, {}, "en").css


def test_a_file_that_is_no_font_does_not_crash(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    broken = replace(TYPOGRAPHY, base=FontFamily("Broken", (FontFile(tmp_path / "broken.ttf"),)))
    assert stack(font_sheet(broken, {"en": codes("abc")}, "en"), "base") == ["Broken", "Noto Sans"]


def test_a_family_name_cannot_break_out_of_the_stylesheet() -> None:
    evil = replace(TYPOGRAPHY, base=replace(TYPOGRAPHY.base, name='Evil" } body { display: none } "'))
    assert '"Evil  body  display none   Pressroom"' in font_sheet(evil, {}, "en").css


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("ja", "港湾研究所は本日、「小さな港」の調査を公表した……。骨・直・角。"),
        ("zh-Hans", "港口研究所今天发布“小港口”调查……。"),
        ("ko", "항만연구소는 오늘 ‘작은 항구’ 조사를 발표했다."),
        ("hi", "हार्बर इंस्टीट्यूट का सर्वेक्षण कि की कु क्ष त्र ज्ञ श्र र्क।"),
        ("ar", "كشف مسح أجراه المعهد، لا إله، الله، (2025)."),
        ("he", "מכון החוף (AIS) פרסם ב־2025 סקר; דו״ח, נָמֵל."),
        ("el", "Το ινστιτούτο δημοσιεύει σήμερα."),
        ("ru", "Институт публикует сегодня."),
        ("vi", "Viện công bố hôm nay: Hà Nội, Huế."),
    ],
)
def test_every_language_reads_back_letter_for_letter(lang: str, words: str) -> None:
    from exporter.parity.compare import key
    from exporter.parity.pdf_reader import read

    result = made(job(release(paragraph(1, words), lang=lang, title=words)))
    assert result.diagnostics == ()
    assert key(words) in key(read(result.data).flow)


def test_a_foreign_passage_has_its_font() -> None:
    spoken = m.Paragraph("p1", samples.span(11), (m.Text("Thanks, "), m.LanguageSpan((m.Text("ありがとう"),), "ja")))
    assert "Noto-Sans-JP-Pressroom" in made(job(release(spoken))).font_names()
