"""The three files of the email channel: they say what the release says, the same in every process, with its pictures."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from email import message_from_bytes
from pathlib import PurePosixPath

import pytest
from msgspec import structs

from exporter import model as m
from exporter.artifact import Artifact
from exporter.brand import Brand, Logo
from exporter.composing.composition import Composition
from exporter.diagnostics import Diagnostic, Place, Severity, Source
from exporter.parity.check import check_channel
from exporter.rendering.email.document import render
from tests import samples
from tests.rendering.email.letters import CASES, composed, mailed, paragraph, rendered, table, with_body
from tests.rendering.email.pages import dark_rules, elements, for_outlook, parse, properties

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#0b3d91"/></svg>'


def logo(image: m.Image, dark: m.Image | None = None) -> Brand:
    return structs.replace(samples.brand(), logo=Logo(image, dark, "Harbour Institute"))


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
        "import hashlib\nfrom tests import samples\nfrom tests.rendering.email.letters import composed\n"
        "from exporter.rendering.email.document import render\n"
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


def test_a_picture_is_found_whatever_its_alternative_text_and_its_name() -> None:
    image = samples.picture("a & b > ü.png", "#0b3d91")
    figure = m.Figure("f1", samples.span(10), image, 'x > y, src="logo.png" width="7"')
    found = elements(mailed(composed(with_body(figure))), "img")[1]
    assert (found.get("alt"), found.get("width")) == (figure.alt, "536")
    assert re.fullmatch(r"cid:[0-9a-f]{16}\.png@harbour\.example", found.get("src", ""))


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
    result = render(structs.replace(job, composition=structs.replace(job.composition, html=html)))
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
    result = render(structs.replace(composed(samples.everything()), composition=composition))
    assert result.value is None
    assert [(one.code, str(one.place)) for one in result.diagnostics] == [(code, "email/own.html.j2")]


# --- what is said about a release -----------------------------------------------------------------------------------------


def test_a_preheader_that_is_too_long_is_cut_and_told() -> None:
    release = samples.everything(email=m.EmailFields("", "x" * 141))
    release = structs.replace(release, fields=(("email.preheader", m.Span(9, 9, 14)),))
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


def test_a_release_of_only_a_title_is_whole() -> None:
    bare = samples.everything(
        subtitle="", kicker="", author=(), date=None, dateline="", contact=(), link=None, boilerplate=None, embargo=None,
        description="", email=m.EmailFields(),
    )  # fmt: skip
    release = m.Release(bare.file, bare.slug, bare.source_hash, bare.meta, ())
    brand = samples.brand()
    brand = structs.replace(brand, logo=None, institution=structs.replace(brand.institution, sender="", address=()))
    job = composed(release, brand)
    assert check_channel(job, Source(release.file, ""), render(job).value or ()).diagnostics == ()
    assert parse(mailed(job))[1] == []
