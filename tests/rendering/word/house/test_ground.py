"""A copy in the house's template: what stays, what is added, where the text goes, and what is refused."""

from __future__ import annotations

import pytest

from exporter.accessibility.check import check_word
from exporter.diagnostics import Place, Severity
from exporter.front_matter import WordTemplate
from exporter.rendering.word.roles import ROLES
from tests.rendering.word.house.templates import FILE, SECTION, STYLES, copy_in, job_in, p, template, told
from tests.rendering.word.releases import nested
from tests.rendering.word.word_jobs import Docx, Element, W, made, style_of, texts
from tests.word_packages import NAMESPACES, document, parts, zipped

BODY = p("{{ body }}")
TITLE = "Small ports carry more than they are given credit for"
ROW = "<w:tr><w:tc><w:tcPr/>{}</w:tc></w:tr>"


def value(docx: Docx, part: str, path: str) -> list[str]:
    """The `w:val` of elements of a part."""
    found = docx.parts[f"word/{part}.xml"].iterfind("/".join(W + step for step in path.split("/")))
    return [element.get(W + "val", "") for element in found]


def names(docx: Docx) -> dict[str, str]:
    """Style id → name."""
    return {
        number: name.get(W + "val", "") for number, style in docx.styles().items() for name in style.iterfind(W + "name")
    }


# --- where the text goes -------------------------------------------------------------------------------------------------


def test_the_text_stands_between_what_stands_around_its_mark() -> None:
    docx = copy_in(template(p("Before") + BODY + p("After")))
    own = texts(docx.body)
    assert (own[0], own[-1], "{{ body }}" in own, len(own) > 20) == ("Before", "After", False, True)


def test_without_a_mark_the_text_takes_the_place_of_all_others_but_the_last_section() -> None:
    docx = copy_in(template(p("Write here")))
    assert "Write here" not in texts(docx.body)
    size = docx.body.find(f"{W}sectPr/{W}pgSz")
    assert size is not None
    assert size.get(W + "w") == "12240"


def test_a_mark_in_a_content_control_gives_way_with_it_and_its_other_words_stay() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Inside')}{BODY}</w:sdtContent></w:sdt>"
    docx = copy_in(template(control))
    assert (texts(docx.body)[0], docx.body.findall(W + "sdt")) == ("Inside", [])


def test_a_mark_that_ends_a_section_hands_that_on_to_the_last_paragraph() -> None:
    inner = SECTION.replace("12240", "9000")
    ended = f"<w:p><w:pPr>{inner}</w:pPr><w:r><w:t>{{{{ body }}}}</w:t></w:r></w:p>"
    docx = copy_in(template(ended + p("After")))
    last = docx.body[-3]
    assert [next(section.iterancestors(W + "p")) for section in docx.body.iterfind(f"{W}p/{W}pPr/{W}sectPr")] == [last]
    (table, *_) = docx.body.iterfind(W + "tbl")
    width = table.find(f"{W}tblPr/{W}tblW")
    assert width is not None
    assert width.get(W + "w") == str(9000 - 3600)


def test_a_section_that_took_its_head_from_one_that_goes_keeps_it() -> None:
    first = '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="r_header1"/></w:sectPr></w:pPr></w:p>'
    docx = copy_in(template(first + p("More"), {"header1": p("Head")}))
    assert [str(one.tag).removeprefix(W) for one in docx.body[-1]] == ["headerReference", "pgSz", "pgMar"]


def test_a_template_without_a_section_gets_our_page() -> None:
    bare = template(p("x"))
    entries = dict(made(job_in(bare)).files) | {"word/document.xml": document(p("x")).encode()}
    size = made(job_in(WordTemplate(FILE, zipped(entries)))).body.find(f"{W}sectPr/{W}pgSz")
    assert size is not None
    assert size.get(W + "w") == "11906"


# --- slots ---------------------------------------------------------------------------------------------------------------


def test_slots_are_filled_in_text_headers_and_footers_in_the_format_where_they_begin() -> None:
    cut = (
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>A {{ rel</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>ease.ti</w:t></w:r>"
        "<w:r><w:t>tle }}</w:t><w:tab/><w:t> B</w:t></w:r></w:p>"
    )
    docx = copy_in(
        template(cut + BODY, {"header1": p("{{ meta.title }} · {{institution.name}}"), "footer1": p("{{ release.kind }}")})
    )
    first = docx.body[0]
    assert texts(docx.body)[0] == f"A {TITLE} B"
    (run,) = [run for run in first.iter(W + "r") if "".join(t.text or "" for t in run.iterfind(W + "t")) == TITLE]
    assert [child.tag for child in run[0]] == [W + "b", W + "lang"]
    assert len(list(first.iter(W + "tab"))) == 1
    assert texts(docx.parts["word/header1.xml"]) == [f"{TITLE} · Harbour Institute"]
    assert texts(docx.parts["word/footer1.xml"]) == ["Press release"]


def test_a_value_is_words_and_never_markup_nor_a_slot() -> None:
    docx = copy_in(template(p("{{ release.title }}") + BODY), title="A < B & {{ release.kicker }}")
    assert texts(docx.body)[0] == "A < B & {{ release.kicker }}"


def test_a_value_from_right_to_left_says_so_for_each_stretch() -> None:
    docx = copy_in(template(p("{{ release.title }}") + BODY), title="ميناء GPS", lang="ar", dir="rtl")
    runs = docx.body[0].findall(W + "r")
    shown = [("".join(t.text or "" for t in run.iterfind(W + "t")), run.find(f"{W}rPr/{W}rtl") is not None) for run in runs]
    assert [one for one in shown if one[0]] == [("ميناء ", True), ("GPS", False)]


REFUSED = {
    "word.template-slot": p("{{ release.titel }}"),
    "word.template-loop": p("{% for x in y %}"),
    "word.template-body": BODY + BODY,
    "word.template-notes": BODY + '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_a_template_can_not_ask_for_is_an_error_at_the_template(code: str) -> None:
    assert [(one.code, one.severity, one.place) for one in told(template(REFUSED[code]))] == [
        (code, Severity.ERROR, Place(FILE))
    ]


def test_an_unknown_slot_is_named_with_what_may_be_meant_and_what_there_is() -> None:
    (one,) = told(template(p("{{ release.titel }}") + BODY))
    assert one.fact == "“{{ release.titel }}” is no slot"
    assert one.hint.startswith("Did you mean “release.title”? Known are release.title, release.subtitle, ")


@pytest.mark.parametrize("inner", [f"<w:tbl><w:tblPr/>{ROW.format(BODY)}</w:tbl>", p("Here: {{ body }}")])
def test_a_mark_in_a_table_or_among_words_is_no_place_for_a_text(inner: str) -> None:
    assert [one.code for one in told(template(inner))] == ["word.template-body"]


def test_a_template_without_a_body_is_refused() -> None:
    own = template(BODY)
    entries: dict[str, str | bytes] = dict(parts())
    entries["word/document.xml"] = document_without_body()
    assert [one.code for one in told(WordTemplate(own.file, zipped(entries)))] == ["word.template-body"]


def document_without_body() -> str:
    return f"<w:document {NAMESPACES}/>"


# --- styles --------------------------------------------------------------------------------------------------------------


def test_styles_are_found_by_name_whatever_their_id_and_case() -> None:
    docx = copy_in(template(BODY))
    (heading,) = [one for one in docx.body.iterfind(W + "p") if texts_of(one) == "What was counted"][:1]
    assert style_of(heading) == "berschrift2"


def texts_of(paragraph: Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(W + "t"))


def test_a_role_takes_the_style_that_the_map_names() -> None:
    docx = copy_in(template(BODY), styles={"pull_quote": "zitat GROSS"})
    assert "Zitat" in {style_of(paragraph) for paragraph in docx.body.iter(W + "p")}


def test_a_style_that_the_template_lacks_is_an_error_with_what_may_be_meant() -> None:
    (one,) = told(template(BODY), styles={"pull_quote": "Zitat gros"})
    assert (one.code, one.fact, one.hint) == (
        "word.template-style",
        "the template has no style “Zitat gros” for “pull_quote”",
        "Did you mean “Zitat gross”?",
    )


def test_every_role_has_a_style_and_no_two_styles_share_an_id_or_a_name() -> None:
    taken = STYLES + '<w:style w:type="character" w:styleId="Kicker"><w:name w:val="kicker"/></w:style>'
    docx = copy_in(template(BODY, {"styles": taken}))
    found = [name.casefold() for name in names(docx).values()]
    ids = [style.get(W + "styleId", "").casefold() for style in docx.parts["word/styles.xml"].iter(W + "style")]
    assert (len(set(found)), len(set(ids))) == (len(found), len(ids))
    wanted = {name.casefold() for role, name in ROLES.items() if role != "kicker"} | {"kicker pressroom"}
    assert wanted - set(found) == set()


def test_added_styles_have_the_brands_values_and_not_the_templates_theme() -> None:
    docx = copy_in(template(BODY))
    (own,) = [style for number, style in docx.styles().items() if names(docx)[number] == "Subtitle"]
    assert [name for element in own.iter() for name in element.attrib if "heme" in str(name)] == []
    color = own.find(f"{W}rPr/{W}color")
    assert color is not None
    assert color.get(W + "val") not in (None, "auto")


def test_styles_of_words_own_that_are_missing_and_needed_are_told() -> None:
    (one,) = [one for one in copy_in(template(BODY)).diagnostics if one.code == "word.template-styles"]
    assert one.severity is Severity.WARNING
    assert one.fact.startswith("this template lacks styles, which are added with the brand's looks: “Body Text”, “Title”, ")


def test_a_headline_in_a_style_without_an_outline_level_has_its_own() -> None:
    own = STYLES + '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    docx = copy_in(template(BODY, {"styles": own}))
    (title,) = [one for one in docx.body.iterfind(W + "p") if style_of(one) == "T"]
    level = title.find(f"{W}pPr/{W}outlineLvl")
    assert level is not None
    assert level.get(W + "val") == "0"


# --- lists ---------------------------------------------------------------------------------------------------------------

NUMBERING = (
    '<w:abstractNum w:abstractNumId="7"><w:nsid w:val="4B1D0001"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="bullet"/><w:pStyle w:val="B"/><w:lvlText w:val="*"/>'
    '<w:pPr><w:ind w:left="999" w:hanging="300"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num>'
)
LISTS = STYLES + (
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="List Bullet"/>'
    '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
)


def test_the_templates_own_list_styles_keep_their_lists_and_ours_get_ids_that_are_free() -> None:
    docx = copy_in(template(BODY, {"styles": LISTS, "numbering": NUMBERING}), nested())
    root = docx.parts["word/numbering.xml"]
    tags = [str(child.tag).removeprefix(W) for child in root]
    assert tags == sorted(tags)
    abstracts = [one.get(W + "abstractNumId") for one in root.iterfind(W + "abstractNum")]
    assert abstracts[:6] == ["7", "8", "9", "10", "11", "12"]
    nsids = value(docx, "numbering", "abstractNum/nsid")
    assert len(set(nsids)) == len(nsids)
    bullets = [one for one in docx.body.iter(W + "p") if style_of(one) == "B"]
    assert bullets
    assert {number.get(W + "val") for one in bullets for number in one.iterfind(f"{W}pPr/{W}numPr/{W}numId")} <= {"4"}


def test_our_style_for_further_paragraphs_of_an_item_stands_where_the_templates_list_has_its_words() -> None:
    docx = copy_in(template(BODY, {"styles": LISTS, "numbering": NUMBERING}))
    indent = docx.styles()["ListContinue"].find(f"{W}pPr/{W}ind")
    assert indent is not None
    assert indent.get(W + "left") == "999"


# --- settings, notes, what does not go along ----------------------------------------------------------------------------

SETTINGS = (
    '<w:attachedTemplate r:id="r_x"/><w:documentProtection w:edit="readOnly"/><w:evenAndOddHeaders/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="u" w:val="14"/></w:compat><w:themeFontLang w:val="de-DE"/>'
)


def test_the_copy_is_laid_out_as_new_documents_are_can_be_edited_and_is_in_its_language() -> None:
    docx = copy_in(template(BODY, {"settings": SETTINGS}))
    root = docx.parts["word/settings.xml"]
    tags = [str(child.tag).removeprefix(W) for child in root]
    assert tags == ["evenAndOddHeaders", "footnotePr", "compat", "themeFontLang"]
    assert value(docx, "settings", "compat/compatSetting") == ["15"]
    assert (value(docx, "settings", "themeFontLang"), value(docx, "styles", "docDefaults/rPrDefault/rPr/lang")) == (
        ["en-GB"],
        ["en-GB"],
    )


def test_the_templates_separators_stay_and_notes_go_on_after_them() -> None:
    notes = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    notes += '<w:footnote w:type="continuationSeparator" w:id="1"><w:p/></w:footnote>'
    notes += f'<w:footnote w:id="2">{p("Old")}</w:footnote>'
    docx = copy_in(template(p("x"), {"footnotes": notes}))
    root = docx.parts["word/footnotes.xml"]
    ids = [note.get(W + "id") for note in root]
    assert ids[:3] == ["0", "1", "2"]
    assert "Old" not in texts(root)


def test_comments_macros_and_an_old_record_do_not_go_along() -> None:
    body = '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>Before</w:t></w:r><w:commentRangeEnd w:id="1"/></w:p>'
    body += '<w:p><w:bookmarkStart w:id="9" w:name="_pr_p1"/><w:r><w:t>Old</w:t></w:r><w:bookmarkEnd w:id="9"/></w:p>'
    docx = copy_in(template(body + BODY, {"comments": "", "vbaProject": ""}))
    assert sorted(name for name in docx.files if "comments" in name or "vba" in name) == []
    assert list(docx.body.iter(W + "commentRangeStart")) == []
    assert [one.get(W + "name") for one in docx.body[1].iter(W + "bookmarkStart")] == []


@pytest.mark.parametrize("main", ["template.main", "document.main"])
def test_the_copy_is_a_document_whatever_the_template_is(main: str) -> None:
    docx = copy_in(template(BODY, main=main))
    assert b"wordprocessingml.document.main+xml" in docx.files["[Content_Types].xml"]


def test_what_is_no_word_file_is_refused_as_what_it_is() -> None:
    assert [one.code for one in told(WordTemplate(FILE, b"%PDF-1.7"))] == ["docx.not-a-zip"]


def test_the_copy_keeps_every_rule_of_access() -> None:
    assert [(one.code, one.fact) for one in check_word("copy", copy_in(template(BODY)).data)] == []


def test_paragraphs_from_right_to_left_say_so_where_the_templates_styles_do_not() -> None:
    docx = copy_in(template(BODY), lang="ar", dir="rtl")
    heading = next(one for one in docx.body.iterfind(W + "p") if style_of(one) == "berschrift2")
    assert heading.find(f"{W}pPr/{W}bidi") is not None
