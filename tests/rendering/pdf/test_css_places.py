from __future__ import annotations

from pathlib import Path

import pytest

from exporter.pipeline import Options
from tests import projects
from tests.projects import STORY

PAGE = """<!DOCTYPE html>
<html lang="en"><head><style>
{% include "pdf/page.css" %}
</style></head><body><h1 data-field="title">{{ meta.title }}</h1></body></html>
"""


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "    .own { colour: red }",
            "templates/pdf/page.css:3:12: pdf.css: WeasyPrint says: Ignored `colour: red `, unknown property",
        ),
        (
            ".{{ meta.lang }} { colour: red }",
            "templates/pdf/page.html.j2: pdf.css: WeasyPrint says: Ignored `colour: red ` at 3:7, unknown property",
        ),
    ],
)
def test_a_rule_that_is_not_known_is_told_at_its_line_unless_jinja_made_it(line: str, told: str, tmp_path: Path) -> None:
    story = STORY.split("contact:")[0] + "---\n"
    css = "h1 { color: #000000 }\n{# A remark #}\n" + line + "\n"
    files: dict[str, str | bytes] = {
        "content/story.md": story,
        "templates/pdf/page.html.j2": PAGE,
        "templates/pdf/page.css": css,
    }
    said = projects.told(projects.built(projects.make(tmp_path, files), Options(("pdf",))))
    assert [one.replace("warning: ", "") for one in said if "pdf.css" in one] == [told]
