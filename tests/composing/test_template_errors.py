"""A mistake in somebody's template is told with the template's file and line, and never as a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.composing.compose import compose
from exporter.composing.folders import TemplateFolders
from exporter.terminal import draw
from tests import samples

PAGE = "pdf/page.html.j2"


def composed(project: Path, monkeypatch: pytest.MonkeyPatch, **templates: str) -> list[str]:
    """The diagnostics, drawn, of composing with these templates of a project's own."""
    for name, text in templates.items():
        path = project / "templates" / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_suffix(".html.j2").write_text(text, encoding="utf-8")
    monkeypatch.chdir(project)
    result = compose(samples.everything(), samples.brand(), "pdf", TemplateFolders.of_project(project))
    assert result.value is None
    return "\n".join(draw(diagnostic, colour=False) for diagnostic in result.diagnostics).split("\n")


@pytest.mark.parametrize(
    ("template", "line", "fact", "text"),
    [
        ("<p>\n{% for x in %}\n", 2, "Expected an expression, got 'end of statement block'", "{% for x in %}"),
        ("<p>\n  {{ meta.titel }}", 2, "FrontMatter has no attribute 'titel'", "  {{ meta.titel }}"),
        ("\n\n{% for x in nothing %}{% endfor %}", 3, "'nothing' is undefined", "{% for x in nothing %}{% endfor %}"),
        ("{{ 1 // 0 }}", 1, "integer division or modulo by zero", "{{ 1 // 0 }}"),
        ("{{ meta.title + 1 }}", 1, 'can only concatenate str (not "int") to str', "{{ meta.title + 1 }}"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", 1, "this goes round without end", ""),
    ],
    ids=["syntax", "an unknown key", "a loop over nothing", "arithmetic", "types", "endless"],
)
def test_a_mistake_is_told_at_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: str, line: int, fact: str, text: str
) -> None:
    shown = composed(tmp_path, monkeypatch, pdf__page=template)
    column = len(text) - len(text.lstrip()) + 1
    assert shown[0] == f"templates/pdf/page.html.j2:{line}:{column}: template.mistake: {fact}"
    assert text in shown[1]


def test_a_mistake_in_an_included_template_is_told_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = composed(tmp_path, monkeypatch, pdf__page='{% include "pdf/part.html.j2" %}', pdf__part="\n{{ absent }}")
    assert shown[0] == "templates/pdf/part.html.j2:2:1: template.mistake: 'absent' is undefined"


def test_a_template_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = composed(tmp_path, monkeypatch, pdf__page='{% include "pdf/none.html.j2" %}')
    assert shown[0] == "templates/pdf/page.html.j2:1:1: template.mistake: there is no template “pdf/none.html.j2”"


@pytest.mark.parametrize(
    "template",
    ["{{ ().__class__.__base__.__subclasses__() }}", "{{ meta.title.__init__.__globals__ }}", "{{ range(10 ** 9) | list }}"],
)
def test_a_template_cannot_leave_the_sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: str) -> None:
    assert composed(tmp_path, monkeypatch, pdf__page=template)[0].startswith(
        "templates/pdf/page.html.j2:1:1: template.mistake"
    )


def test_a_template_that_is_not_utf_8_is_told_at_its_first_wrong_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = tmp_path / "templates" / "pdf" / "part.html.j2"
    part.parent.mkdir(parents=True)
    part.write_bytes("<p>\nPressestelle für Häfen</p>".encode("cp1252"))
    shown = composed(tmp_path, monkeypatch, pdf__page='{% include "pdf/part.html.j2" %}')
    assert shown[0] == "templates/pdf/part.html.j2:2:15: file.encoding: this file is not UTF-8"
    assert shown[-1] == "  hint: It looks like Windows-1252; save it as UTF-8."
