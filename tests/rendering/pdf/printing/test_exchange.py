from __future__ import annotations

from io import BytesIO
from pathlib import Path, PurePosixPath

import pikepdf
import pytest
from msgspec.structs import replace
from PIL import Image as Pillow

from exporter import model as m
from exporter.brand import Brand, Inks
from exporter.diagnostics import Source
from exporter.parity.check import check_channel
from exporter.rendering.job import Job
from exporter.rendering.pdf.document import render
from exporter.target import Target
from tests import samples
from tests.icc import NAME, cmyk_profile
from tests.pdfx4 import failures
from tests.rendering.pdf.pdf_jobs import Made, job, made, release

PRIMARY = (1.0, 0.7, 0.1, 0.35)


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("print") / "coated.icc"
    path.write_bytes(cmyk_profile())
    return path


def brand_with(profile: Path, condition: str = "") -> Brand:
    inks = Inks((("primary", PRIMARY), ("secondary", (0.25, 0.85, 0.9, 0.2)), ("link", PRIMARY)), profile, condition)
    return replace(samples.brand(), inks=inks)


def printed_job(what: m.Release, brand: Brand) -> Job:
    return replace(job(what, brand), target=Target(print=True))


@pytest.fixture(scope="module")
def printed(profile: Path) -> Made:
    return made(printed_job(samples.everything(), brand_with(profile)))


def operations(document: Made) -> list[str]:
    """What is drawn on all pages, an operation each."""
    return [
        " ".join((*map(str, one.operands), str(one.operator)))
        for page in document.file.pages
        for one in pikepdf.parse_content_stream(page)
        if isinstance(one, pikepdf.ContentStreamInstruction)
    ]


def test_a_brand_with_inks_and_a_profile_is_printed_by_pdf_x_4(printed: Made) -> None:
    assert (failures(printed.data), printed.diagnostics) == ([], ())


def test_both_files_are_made_and_both_agree_with_the_source(profile: Path) -> None:
    what = printed_job(samples.everything(), brand_with(profile))
    result = render(what)
    assert result.value is not None
    assert [artifact.name for artifact in result.value] == ["everything.pdf", "everything-print.pdf"]
    assert check_channel(what, Source("content/everything.md", ""), result.value).diagnostics == ()


def test_two_builds_print_the_same_bytes(printed: Made, profile: Path) -> None:
    assert made(printed_job(samples.everything(), brand_with(profile))).data == printed.data


def test_the_output_intent_is_the_profile_and_has_its_name(printed: Made) -> None:
    (intent,) = printed.file.Root.OutputIntents
    assert (str(intent.Info), str(intent.OutputConditionIdentifier)) == (NAME, NAME)
    assert intent.DestOutputProfile.read_bytes() == cmyk_profile()


def test_a_registered_condition_is_named_with_its_registry(profile: Path) -> None:
    document = made(printed_job(release(), brand_with(profile, "FOGRA51")))
    (intent,) = document.file.Root.OutputIntents
    assert (str(intent.OutputConditionIdentifier), str(intent.RegistryName)) == ("FOGRA51", "http://www.color.org")


def test_no_link_is_left_on_paper(printed: Made) -> None:
    links = [
        found for found in printed.file.objects if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/OBJR"
    ]
    assert (links, any("/Annots" in page.obj for page in printed.file.pages)) == ([], False)


def test_every_colour_of_the_brand_is_printed_in_its_inks(printed: Made) -> None:
    drawn = operations(printed)
    assert [one for one in drawn if one.endswith((" rg", " RG"))] == []
    assert "1 0.7 0.1 0.35 k" in drawn


def test_black_text_is_black_ink_alone_and_prints_over_what_is_below(printed: Made) -> None:
    drawn = operations(printed)
    over, out = drawn.count("/Overprint gs"), drawn.count("/Knockout gs")
    assert over == out > 50
    before = [drawn[place - 1 : place + 2] for place, one in enumerate(drawn) if one == "/Overprint gs"]
    assert {group[2] for group in before} == {"BT"}
    states = printed.file.pages[0]["/Resources"]["/ExtGState"]
    assert [
        str(states[name][key]) for name, key in (("/Overprint", "/op"), ("/Overprint", "/OPM"), ("/Knockout", "/op"))
    ] == [
        "True",
        "1",
        "False",
    ]


def test_a_picture_in_inks_keeps_them(profile: Path) -> None:
    file = BytesIO()
    Pillow.new("CMYK", (400, 200), (200, 100, 0, 20)).save(file, "jpeg", quality=95)
    image = m.Image("inks.jpeg", PurePosixPath("inks"), "image/jpeg", file.getvalue(), 400, 200)
    brand = replace(brand_with(profile), logo=None)
    document = made(printed_job(release(m.Figure("f1", samples.span(12), image, "A figure", (), "")), brand))
    (found,) = document.file.pages[0]["/Resources"]["/XObject"].values()
    assert (str(found["/ColorSpace"]), failures(document.data)) == ("/DeviceCMYK", [])


@pytest.mark.parametrize(
    ("inks", "lacking"),
    [(None, "cmyk and no profile"), (Inks((("primary", PRIMARY),)), "profile"), (Inks((), Path("coated.icc")), "cmyk")],
)
def test_why_a_printed_file_is_not_pdf_x_4_is_told(inks: Inks | None, lacking: str) -> None:
    (told,) = made(printed_job(release(), replace(samples.brand(), inks=inks))).diagnostics
    fact = f"the PDF for print is in sRGB and not PDF/X-4, since the brand has no {lacking} for print"
    assert (told.code, told.fact) == ("pdf.print-rgb", fact)
