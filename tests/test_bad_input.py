"""Bad input is told at its place, with a caret and a hint; nothing is written, nothing is lost, nobody sees a traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from exporter.cli import main
from tests import projects
from tests.projects import STORY
from tests.reading.brand.test_font_files import with_permissions

HEAD, BODY = STORY.split("---\n\n")
FRONT = f"{HEAD}---\n\n"

CASES: dict[str, tuple[dict[str, str | bytes], str]] = {
    "broken YAML": ({"content/story.md": STORY.replace("lang: en", "lang: [en")}, r"content/story.md:\d+:\d+: yaml\."),
    "a tab in YAML": ({"content/story.md": STORY.replace("lang: en", "\tlang: en")}, r"content/story.md:3:1: yaml\."),
    "an unquoted colon": (
        {"content/story.md": STORY.replace("ports grow", "ports: they grow")},
        r"content/story.md:2:\d+: yaml\.",
    ),
    "an unknown key": (
        {"content/story.md": STORY.replace("lang: en", "langauge: en")},
        r"content/story.md:3:1: front-matter.unknown-key: there is no key “langauge”",
    ),
    "a wrong date": (
        {"content/story.md": STORY.replace("2026-05-12", "12 May 2026")},
        r"content/story.md:4:7: front-matter\.",
    ),
    "a day that does not exist": (
        {"content/story.md": STORY.replace("2026-05-12", "2026-02-30")},
        r"content/story.md:4:7: front-matter\.",
    ),
    "an embargo without an offset": (
        {"content/story.md": STORY.replace("lang: en", "embargo: 2026-05-12T09:00")},
        r"content/story.md:3:10: front-matter\.",
    ),
    "a missing picture": ({"content/story.md": FRONT + "![Quay](quay.png)\n"}, r"content/story.md:8:\d+: image\."),
    "a picture that is none": (
        {"content/story.md": FRONT + "![Quay](quay.png)\n", "content/quay.png": "not a picture"},
        r"content/story.md:8:\d+: image\.",
    ),
    "a path out of the project": (
        {"content/story.md": FRONT + "![Quay](../../../etc/hostname)\n"},
        r"content/story.md:8:\d+: image\.",
    ),
    "a remote picture": (
        {"content/story.md": FRONT + "![Quay](https://harbour.example/quay.png)\n"},
        r"content/story.md:8:\d+: image\.",
    ),
    "raw HTML": ({"content/story.md": FRONT + "A <b>bold</b> claim.\n"}, r"content/story.md:8:3: markdown\.raw-html"),
    "a file that is not UTF-8": (
        {"content/story.md": STORY.replace("lead", "léad").encode("cp1252")},
        r"content/story.md:8:6: ",
    ),
    "a file in UTF-16": ({"content/story.md": STORY.encode("utf-16")}, r"content/story.md:1:1: "),
    "an empty file": ({"content/story.md": ""}, r"content/story.md: file\.empty"),
    "a file of 5 MB": ({"content/story.md": STORY + "word " * 1_000_000}, r"content/story.md: file\.too-large"),
    "no front matter": ({"content/story.md": BODY}, r"content/story.md:1:1: front-matter\.missing"),
    "a template that loops over nothing": (
        {"content/story.md": STORY, "templates/pdf/page.html.j2": "\n{% for x in takeaways %}{{ x }}{% endfor %}"},
        r"templates/pdf/page.html.j2:2:1: template\.mistake: 'takeaways' is undefined",
    ),
    "a template that forgets a block": (
        {"content/story.md": STORY, "templates/email/page.html.j2": "<html><body><p>{{ meta.title }}</p></body></html>"},
        r"content/story.md:\d+:\d+: parity\.email: ",
    ),
    "a brand whose colour is none": (
        {"content/story.md": STORY, "_brand.yml": "color:\n  primary: blurple\n"},
        r"_brand.yml:2:12: brand\.",
    ),
    "a brand that is no YAML": ({"content/story.md": STORY, "_brand.yml": "color: [\n"}, r"_brand.yml:\d+:\d+: yaml\."),
    "a brand font that its maker forbids to embed": (
        {
            "content/story.md": STORY,
            "fonts/own.ttf": with_permissions(0x0002),
            "_brand.yml": "typography:\n  base: Own\n  fonts:\n    - family: Own\n      files: [fonts/own.ttf]\n",
        },
        r"_brand.yml:5:15: brand.font-license: “fonts/own.ttf” can't be used: its maker does not allow it to be embedded ",
    ),
    "a brand font that is not there": (
        {
            "content/story.md": STORY,
            "_brand.yml": "typography:\n  fonts:\n    - family: Own\n      source: file\n      files: [fonts/own.ttf]\n",
        },
        r"_brand.yml:5:\d+: brand\.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_told_at_its_place(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files, told = CASES[case]
    projects.make(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert re.search(f"^{told}", printed.err, re.MULTILINE), printed.err
    assert "hint:" in printed.err
    assert "Traceback" not in printed.err
    assert list((tmp_path / "build").rglob("*")) == []


def test_all_mistakes_of_a_file_are_told_in_one_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    story = STORY.replace("lang: en", "langauge: en\nkind: leaflet").replace("2026-05-12", "tomorrow")
    projects.make(tmp_path, {"content/story.md": f"{story}\n<b>bold</b>\n\n![Quay](quay.png)\n\n::: takaways\n- a\n:::\n"})
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 1
    lines = [line for line in capsys.readouterr().err.split("\n") if line.startswith("content/story.md:")]
    codes = [line.split(": ")[1] for line in lines]
    assert codes[:3] == ["front-matter.unknown-key", "front-matter.unknown-value", "front-matter.date"]
    assert [code.split(".")[0] for code in codes[3:]] == ["markdown", "image", "markdown", "not built"]


def test_a_caret_stands_below_the_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    projects.make(tmp_path, {"content/story.md": STORY.replace("2026-05-12", "tomorrow")})
    monkeypatch.chdir(tmp_path)
    main(["build", "--to", "email"])
    shown = capsys.readouterr().err.split("\n")
    assert shown[1:3] == ["  4 | date: tomorrow", "    |       ^^^^^^^^"]
