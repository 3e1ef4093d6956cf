"""veraPDF itself runs here, on small PDFs of WeasyPrint's."""

from __future__ import annotations

import pytest
import weasyprint

from exporter.validation.verapdf import NotAPdf
from tests.verapdf import broken_rules, failures, promises

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # WeasyPrint leaves a file open


def pdf(variant: str) -> bytes:
    data: bytes = weasyprint.HTML(string="<html lang=en><title>Tides</title>").write_pdf(pdf_variant=variant)
    return data


def test_a_file_that_conforms_has_no_failures() -> None:
    assert failures(pdf("pdf/ua-1"), "ua1") == []
    assert failures(pdf("pdf/a-3a"), "3a") == []


def test_a_broken_rule_is_named_and_counted_with_its_place() -> None:
    (failure,) = broken_rules(pdf("pdf/a-3a"), "ua1")
    assert (failure.clause, failure.test, failure.count) == ("5", 1, 1)
    assert failure.said == "The document metadata stream doesn't contain PDF/UA Identification Schema"
    assert failure.where.startswith("root/document[0]/metadata[0]")


def test_a_files_own_promises_are_read() -> None:
    assert promises(pdf("pdf/a-4f")) == ("4f",)
    assert promises(pdf("pdf/ua-1")) == ("ua1",)
    assert promises(weasyprint.HTML(string="").write_pdf()) == ()


@pytest.mark.parametrize("data", [b"", b"A letter, not a PDF.", b"%PDF-1.7\n" + bytes(500)])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(NotAPdf):
        broken_rules(data, "ua1")
