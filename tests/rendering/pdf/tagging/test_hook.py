"""What we replace in WeasyPrint is private: when a test fails here, look at `pdf_tags` before taking a new version."""

from __future__ import annotations

import inspect

import pytest
import weasyprint
import weasyprint.pdf

from exporter.rendering.pdf.tagging.hook import own_tags


def test_the_function_that_is_replaced_is_where_it_was() -> None:
    assert weasyprint.VERSION.split(".")[0] == "70"
    assert list(inspect.signature(weasyprint.pdf.add_tags).parameters) == ["pdf", "document", "pdf_version", "page_streams"]


def test_the_function_is_put_back_even_after_an_error() -> None:
    before = weasyprint.pdf.add_tags
    with pytest.raises(ZeroDivisionError), own_tags("ua-1"):
        raise ZeroDivisionError
    assert weasyprint.pdf.add_tags is before
