"""The HTML holds to what is known of email clients; the numbers are the rules of an email-ready message."""

from __future__ import annotations

import dataclasses
import os
import re
import subprocess
import sys
from email import message_from_bytes
from itertools import pairwise
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

import pytest

from exporter import model as m
from exporter.artifact import Artifact
from exporter.brand import Brand, Logo
from exporter.composing.composition import Composition
from exporter.diagnostics import Diagnostic, Place, Severity, Source
from exporter.parity.check import check_channel
from exporter.rendering.email import render
from exporter.rendering.job import Job
from tests import samples
from tests.rendering.letters import arabic, composed, japanese, paragraph, table, wide_table, with_body
from tests.rendering.pages import contrast, dark_rules, for_outlook, parse, properties, shown_texts, without_styles

CASES = {"everything": samples.everything, "japanese": japanese, "arabic": arabic, "wide-table": wide_table}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#0b3d91"/></svg>'


def rendered(job: Job) -> dict[str, bytes]:
    """The artifacts by suffix; nothing to complain of."""
    result = render(job)
    assert result.diagnostics == ()
    return {PurePosixPath(artifact.name).suffix: artifact.data for artifact in result.value or ()}


def mailed(job: Job) -> str:
    """The HTML in the message."""
    parts = message_from_bytes(rendered(job)[".eml"]).walk()
    (body,) = [part.get_payload(decode=True) for part in parts if part.get_content_type() == "text/html"]
    assert isinstance(body, bytes)
    return body.decode().replace("\r\n", "\n")


@pytest.fixture(scope="module", params=CASES)
def page(request: pytest.FixtureRequest) -> str:
    """The HTML of each sample's message."""
    return mailed(composed(CASES[request.param]()))


@pytest.fixture(scope="module")
def everything() -> str:
    return mailed(composed(samples.everything()))


def elements(html: str, *tags: str) -> list[Element]:
    return [element for element in parse(html)[0].iter() if element.tag in tags]


def logo(image: m.Image, dark: m.Image | None = None) -> Brand:
    return dataclasses.replace(samples.brand(), logo=Logo(image, dark, "Harbour Institute"))


# --- three files ---------------------------------------------------------------------------------------------------------


def test_a_release_becomes_a_page_its_text_and_a_message() -> None:
    artifacts = render(composed(samples.everything())).value or ()
    assert [artifact.name for artifact in artifacts] == ["everything.html", "everything.txt", "everything.eml"]


@pytest.mark.parametrize("name", CASES)
def test_every_word_of_the_release_is_in_each_file(name: str) -> None:
    job = composed(CASES[name]())
    parity = check_channel(job, Source(job.release.file, ""), render(job).value or ())
    assert parity.diagnostics == ()
    assert parity.words > 10


@pytest.mark.parametrize("suffix", [".html", ".txt", ".eml"])
def test_a_word_that_a_file_loses_is_told(suffix: str) -> None:
    job = composed(samples.everything())
    files = rendered(job)
    assert files[suffix].count(b"Tables miss them.") >= 1
    mutilated = Artifact(f"everything{suffix}", files[suffix].replace(b"Tables miss them.", b"Tables them."))
    facts = [diagnostic.fact for diagnostic in check_channel(job, Source(job.release.file, ""), [mutilated]).diagnostics]
    assert facts
    assert all("p4" in fact for fact in facts)


def test_words_that_look_like_markup_stay_words() -> None:
    words = 'A <script>alert(1)</script> & "data-block" <img src="logo.png"> {{ title }} <!-- no --> data-x="1"'
    release = with_body(
        paragraph(words),
        m.CodeBlock("x1", samples.span(12), f'<p data-block="p1" src="logo.png">\n{words}\n</p>'),
        table((words, "b"), ("1", words)),
        title=words,
        subtitle=words,
        email=m.EmailFields("", words),
        contact=(m.Contact(words, words, 'a"b@harbour.example', '"><b>1'),),
    )
    job = composed(release)
    html = mailed(job)
    assert check_channel(job, Source(release.file, ""), render(job).value or ()).diagnostics == ()
    assert elements(html, "script", "b") == []
    assert len(elements(html, "img")) == 1
    assert elements(html, "title")[0].text == words


def test_two_processes_make_the_same_bytes() -> None:
    program = (
        "import hashlib\nfrom tests import samples\nfrom tests.rendering.letters import composed\n"
        "from exporter.rendering.email import render\n"
        "for artifact in render(composed(samples.everything())).value:\n"
        "    print(artifact.name, hashlib.sha256(artifact.data).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert runs[0] == runs[1]
    assert runs[0].count("\n") == 3


# --- pictures ------------------------------------------------------------------------------------------------------------


def test_the_page_holds_its_pictures_and_the_message_has_them_as_parts() -> None:
    job = composed(samples.everything())
    files = rendered(job)
    sources = [image.get("src", "") for image in elements(files[".html"].decode(), "img")]
    assert [source.split(",")[0] for source in sources] == ["data:image/png;base64"] * 3
    cids = [image.get("src", "") for image in elements(mailed(job), "img")]
    assert cids == ["cid:logo.png@harbour.example", "cid:quay.png@harbour.example", "cid:mark.png@harbour.example"]
    parts = message_from_bytes(files[".eml"]).walk()
    pictures = {part["Content-ID"]: part.get_payload(decode=True) for part in parts if part["Content-ID"]}
    assert pictures == {f"<{image.name}@harbour.example>": image.data for image in job.composition.images}


def test_a_drawing_is_painted_at_twice_the_width_it_is_shown_in() -> None:
    drawing = m.Image("logo.svg", PurePosixPath("logo.svg"), "image/svg+xml", SVG, 40, 10)
    job = composed(samples.everything(), logo(drawing))
    (part,) = [part for part in message_from_bytes(rendered(job)[".eml"]).walk() if part.get_filename() == "logo.png"]
    data = part.get_payload(decode=True)
    assert isinstance(data, bytes)
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width = int(elements(mailed(job), "img")[0].get("width", ""))
    assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (2 * width, width // 2)


def test_a_logo_for_dark_grounds_waits_hidden_and_not_for_outlook() -> None:
    html = mailed(
        composed(samples.everything(), logo(samples.picture("l.png", "#000000"), samples.picture("d.png", "#ffffff")))
    )
    light, dark = elements(html, "img")[:2]
    assert "display" not in properties(light.get("style", ""))
    assert properties(dark.get("style", ""))["display"] == "none"
    assert [image.get("src") for image in elements(for_outlook(html), "img")][:2] == [
        light.get("src"),
        "cid:quay.png@harbour.example",
    ]
    rules = {
        element.get("src"): declared["display"]
        for element, declared in dark_rules(parse(html)[0]).items()
        if "display" in declared
    }
    assert rules == {light.get("src"): "none", dark.get("src"): "inline"}


def test_a_picture_that_there_is_not_is_an_error_of_the_template() -> None:
    job = composed(samples.everything())
    html = job.composition.html.replace('src="quay.png"', 'src="key.png"')
    result = render(dataclasses.replace(job, composition=dataclasses.replace(job.composition, html=html)))
    assert result.value is None
    assert result.diagnostics == (
        Diagnostic(
            Severity.ERROR,
            "template.picture",
            "there is no picture “key.png”",
            Place("email/page.html.j2"),
            "A template names pictures of the release or the brand's logo: `block.image.name`, `brand.logo.light.name`.",
        ),
    )


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ('<link rel="stylesheet" href="own.css"><p>Ports</p>', "template.link"),
        ('<style>p { margin: 0 }</style><p style="color: #000000;;:">Ports</p>', "template.style"),
    ],
)
def test_styles_that_cannot_be_written_into_the_page_are_an_error_of_the_template(html: str, code: str) -> None:
    composition = Composition("email", html, template="email/own.html.j2")
    result = render(dataclasses.replace(composed(samples.everything()), composition=composition))
    assert result.value is None
    assert [(one.code, str(one.place)) for one in result.diagnostics] == [(code, "email/own.html.j2")]


# --- document (rules 1 to 8) ---------------------------------------------------------------------------------------------


def test_the_document_says_what_it_is(page: str) -> None:
    assert page.lower().startswith("<!doctype html>")
    root, _ = parse(page)
    wrapper = next(element for element in root.iter() if element.get("role") == "article")
    assert (root.get("lang"), root.get("dir")) == (wrapper.get("lang"), wrapper.get("dir"))
    assert root.get("dir") in ("ltr", "rtl")
    metas = {element.get("name", "charset"): element.get("content", "utf-8") for element in elements(page, "meta")}
    assert metas["charset"] == "utf-8"
    assert metas["viewport"] == "width=device-width, initial-scale=1"
    assert metas["color-scheme"] == metas["supported-color-schemes"] == "light dark"
    assert "<o:PixelsPerInch>96</o:PixelsPerInch>" in page


@pytest.mark.parametrize("name", CASES)
def test_the_title_is_the_subject(name: str) -> None:
    job = composed(CASES[name]())
    assert elements(mailed(job), "title")[0].text == job.release.meta.email.subject


# --- structure (rules 9 to 15) -------------------------------------------------------------------------------------------


def test_tables_that_lay_out_say_so_and_have_no_gaps_of_their_own(page: str) -> None:
    for html in (page, for_outlook(page)):
        for found in elements(html, "table"):
            assert [found.get(name) for name in ("cellpadding", "cellspacing", "border")] == ["0", "0", "0"]
            own = [cell for row in found if row.tag in ("tbody", "thead") for line in row for cell in line]
            assert (found.get("role") == "presentation") == all(cell.tag == "td" for cell in own)


def test_there_is_one_headline_and_no_level_is_left_out(everything: str) -> None:
    levels = [int(str(element.tag)[1]) for element in elements(everything, "h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_document_parses_with_outlooks_comments_opened_and_closed(page: str) -> None:
    assert parse(page)[1] == []
    assert parse(for_outlook(page))[1] == []
    assert page.count("[if ") == page.count("[endif]")
    assert "<![if" not in page


def test_nothing_is_in_it_that_clients_refuse(page: str) -> None:
    assert elements(page, "script", "form", "iframe", "object", "video", "svg", "link", "base") == []
    assert "<v:" not in page


def test_no_attribute_of_ours_leaves_the_house(page: str) -> None:
    assert [name for element in parse(page)[0].iter() for name in element.attrib if name.startswith("data-")] == []


# --- looks (rules 16 to 22) ----------------------------------------------------------------------------------------------


def test_without_any_style_sheet_every_text_has_its_looks(page: str) -> None:
    texts = list(shown_texts(parse(without_styles(page))[0]))
    assert len(texts) > 20
    assert [text for text in texts if not (text.color and text.ground and text.font and text.size)] == []


def test_every_text_stands_out_from_its_ground_in_light_and_dark(page: str) -> None:
    root, _ = parse(page)
    rules = dark_rules(root)
    assert len(rules) > 20
    light, dark = list(shown_texts(root)), list(shown_texts(root, rules))
    assert [text for text in (*light, *dark) if contrast(text.color, text.ground) < 4.5] == []
    kept = [text.text for text in dark if text.ground in {text.ground for text in light}]
    assert len(kept) == 1, "only the masthead keeps its ground, for a logo without a dark form"


def test_style_sheets_are_short_and_flat(page: str) -> None:
    styles = re.findall(r"<style.*?>(.*?)</style>", page, re.DOTALL)
    assert sum(map(len, styles)) < 16_000
    assert "url(" not in "".join(styles)
    assert [style for style in styles if re.search(r"@[^{]*\{[^}]*@", style)] == []


def test_outlook_com_is_given_the_dark_scheme_too(everything: str) -> None:
    assert "[data-ogsc] .sheet { background-color: #14171c !important; }" in everything


def test_padding_is_for_cells_alone(page: str) -> None:
    for element in parse(page)[0].iter():
        padded = {name: value for name, value in properties(element.get("style", "")).items() if name.startswith("padding")}
        assert element.tag in ("td", "th") or set(padded.values()) <= {"0"}


def test_a_widest_width_goes_with_a_fixed_one_for_outlook(everything: str) -> None:
    columns = [found for found in elements(everything, "table") if "max-width" in found.get("style", "")]
    assert [properties(found.get("style", ""))["max-width"] for found in columns] == ["600px", "600px"]
    assert '<!--[if mso]><table role="presentation" width="600"' in everything


def test_colours_have_six_digits_and_grounds_are_said_twice(page: str) -> None:
    assert re.findall(r"#(?![0-9a-f]{6}\b)[0-9a-fA-F]+;", page) == []
    for element in parse(page)[0].iter():
        style = properties(element.get("style", ""))
        if element.tag in ("body", "table", "td"):
            assert element.get("bgcolor", "") == style.get("background-color", "")


# --- content (rules 23 to 30) --------------------------------------------------------------------------------------------


def test_pictures_say_what_they_show_and_how_wide_they_are(page: str) -> None:
    for image in elements(page, "img"):
        assert image.get("alt", "").strip()
        assert image.get("width", "").isdigit()
        assert image.get("src", "").startswith("cid:")


def test_links_lead_somewhere_and_are_underlined(page: str) -> None:
    ids = {element.get("id") for element in parse(page)[0].iter()}
    links = elements(page, "a")
    assert links
    for link in links:
        target = link.get("href", "")
        assert target.startswith(("https://", "mailto:", "tel:")) or target.removeprefix("#") in ids
        assert properties(link.get("style", ""))["text-decoration"] == "underline"
        assert "".join(link.itertext()).strip() != "↑" or link.get("aria-label")


def test_notes_lead_there_and_back(everything: str) -> None:
    links = {link.get("href"): link.get("id") for link in elements(everything, "a") if link.get("href", "").startswith("#")}
    assert links["#n1"] != ""
    assert {"#n1", "#n2", "#call-n1", "#call-n2", "#h1"} == set(links)
    assert [link.get("id") for link in elements(everything, "a") if link.get("id")] == ["call-n1", "call-n2"]


@pytest.mark.parametrize(
    ("fields", "description", "expected"),
    [
        (m.EmailFields("", "Forty harbours."), "Not this", "Forty harbours."),
        (m.EmailFields(), "Forty harbours were counted.", "Forty harbours were counted."),
        (
            m.EmailFields(),
            "",
            "The lead has stress, weight and both, a link to the survey and a note; the symbol <&> stays.",
        ),
        (m.EmailFields(), "port " * 40, "port " * 26 + "port…"),
        (m.EmailFields(), "港" * 200, "港" * 139 + "…"),
    ],
)
def test_the_preheader_is_the_writers_or_the_beginning(fields: m.EmailFields, description: str, expected: str) -> None:
    html = mailed(composed(samples.everything(email=fields, description=description)))
    hidden = next(element for element in elements(html, "div") if "display: none" in element.get("style", ""))
    assert (hidden.text or "").strip() == expected
    assert len(expected) <= 140
    assert "mso-hide: all" in hidden.get("style", "")


def test_a_preheader_that_is_too_long_is_cut_and_told() -> None:
    release = samples.everything(email=m.EmailFields("", "x" * 141))
    release = dataclasses.replace(release, fields=(("email.preheader", m.Span(9, 9, 14)),))
    result = render(composed(release))
    assert result.value
    assert result.diagnostics == (
        Diagnostic(
            Severity.WARNING,
            "email.preheader-long",
            "the preheader has 141 characters; what is beyond 140 is left out",
            Place("content/everything.md", 9, 14),
            "Inboxes show about 90.",
        ),
    )


def test_gmail_does_not_clip_it_and_nothing_is_left_unfilled(page: str) -> None:
    assert len(page.encode()) < 80_000
    assert [word for word in ("{{", "{%", "None", "Undefined", "localhost") if word in page] == []


def test_a_release_of_only_a_title_is_whole() -> None:
    bare = samples.everything(
        subtitle="", kicker="", author=(), date=None, dateline="", contact=(), link=None, boilerplate=None, embargo=None,
        description="", email=m.EmailFields(),
    )  # fmt: skip
    release = m.Release(bare.file, bare.slug, bare.source_hash, bare.meta, ())
    brand = samples.brand()
    brand = dataclasses.replace(brand, logo=None, institution=dataclasses.replace(brand.institution, sender="", address=()))
    job = composed(release, brand)
    assert check_channel(job, Source(release.file, ""), render(job).value or ()).diagnostics == ()
    assert parse(mailed(job))[1] == []


def test_right_to_left_turns_the_page_and_a_division_turns_back(page: str) -> None:
    html = mailed(composed(arabic()))
    assert parse(html)[0].get("dir") == "rtl"
    assert [properties(found.get("style", ""))["margin"] for found in elements(html, "ul", "ol")] == [
        "0 24px 18px 0",
        "0 0 18px 24px",
    ]
