"""The words that templates add: complete in every language, and checked where a project says them otherwise."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from msgspec import structs

import exporter
from exporter import model as m
from exporter.composing.compose import compose
from exporter.composing.folders import TemplateFolders, packaged_templates
from exporter.composing.labels import PLACEHOLDER, Labels, load_labels
from exporter.diagnostics import Place, Severity
from exporter.reading.encoding import read_text
from exporter.terminal import draw
from tests import samples

LANGUAGES = ("ar", "de", "en", "es", "fr", "he", "hi", "ja", "ko", "zh", "zh-Hant")
PACKAGED = TemplateFolders.of_project(None)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project, in which the command is run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def own(**files: str) -> TemplateFolders:
    """The templates of the project, with label files by language (`_` for `-`)."""
    folder = Path.cwd() / "templates/labels"
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.yml").write_text(text, encoding="utf-8")
    return TemplateFolders.of_project(Path.cwd())


def words(lang: str, folders: TemplateFolders = PACKAGED) -> dict[str, str]:
    return dict(load_labels(lang, folders).words or {})


def told(lang: str, folders: TemplateFolders) -> list[str]:
    return [draw(one, colour=False) for one in load_labels(lang, folders).diagnostics]


def test_there_are_labels_in_eleven_languages() -> None:
    assert sorted(path.stem for path in (packaged_templates() / "labels").glob("*.yml")) == sorted(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_the_same_keys_in_the_same_order_and_the_same_placeholders(lang: str) -> None:
    english, found = words("en"), words(lang)
    # The general file of a language comes first, so that zh-Hant, say, would take from zh what it lacks.
    text = (packaged_templates() / "labels" / f"{lang}.yml").read_text(encoding="utf-8")
    assert [line.split(":")[0] for line in text.splitlines() if not line.startswith("#")] == list(english)
    assert {key: set(PLACEHOLDER.findall(word)) for key, word in found.items()} == {
        key: set(PLACEHOLDER.findall(word)) for key, word in english.items()
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_labels_are_words_without_stray_characters(lang: str) -> None:
    data = (packaged_templates() / "labels" / f"{lang}.yml").read_bytes()
    assert read_text("labels", data).diagnostics == ()
    assert [word for word in words(lang).values() if word != word.lstrip() or not word.strip() or "\n" in word] == []


def test_every_label_is_asked_for() -> None:
    package = Path(exporter.__file__).parent
    files = [*packaged_templates().rglob("*.j2"), *packaged_templates().rglob("*.css"), *package.rglob("*.py")]
    asking = "\n".join(path.read_text(encoding="utf-8") for path in files)
    asked = {name for pair in re.findall(r"""labels(?:\.(\w+)|\[["']([\w-]+)["']\])""", asking) for name in pair}
    by_name = {*get_args(m.Kind), *m.Advisory.__struct_fields__, "email", "phone"}  # as labels[meta.kind] and labels[key]
    assert set(words("en")) - asked - by_name == set()


@pytest.mark.parametrize("channel", ["pdf", "word", "email"])
def test_names_and_the_place_and_date_are_parted_by_the_comma_of_the_language(channel: str) -> None:
    release = samples.everything(lang="ja", author=(m.Author("Ines Calder"), m.Author("Ada Munk")))
    page = compose(release, samples.brand(), channel, PACKAGED).value
    assert page is not None
    shown = re.sub(r"<[^>]+>|\n", "", page.html)
    assert "Ines Calder、Ada Munk" in shown
    assert f"{release.meta.dateline}、2" in shown


def test_french_colons_have_a_space_before_them_that_does_not_break() -> None:
    assert [word for word in words("fr").values() if ":" in word and "\u00a0:" not in word] == []


def test_every_kind_of_release_has_a_name() -> None:
    kinds = ("press-release", "brief", "statement", "media-advisory")
    assert [words(lang)[kind] for lang, kind in zip(("de", "fr", "ja", "ar"), kinds, strict=True)] == [
        "Pressemitteilung",
        "Note d’orientation",
        "声明",
        "تنويه إعلامي",
    ]


@pytest.mark.parametrize(
    ("lang", "takeaways"),
    [
        ("en-GB", "Key takeaways"),
        ("fr-CA", "L’essentiel"),
        ("zh-CN", "要点"),
        ("zh-Hans-SG", "要点"),
        ("zh-Hans-TW", "要点"),
        ("zh-TW", "重點摘要"),
        ("zh-Hant-HK", "重點摘要"),
    ],
)
def test_a_tag_takes_the_labels_of_its_language(lang: str, takeaways: str) -> None:
    assert words(lang)["takeaways"] == takeaways


def test_a_language_without_labels_takes_the_english_ones_and_says_so() -> None:
    assert load_labels("nl", PACKAGED) == Labels(words("en"), is_spoken=False)


def test_the_release_is_told_that_its_language_has_no_labels() -> None:
    meta = samples.meta(lang="nl-BE")
    release = structs.replace(samples.everything(), meta=meta, fields=(("lang", m.Span(4, 4, 7)),))
    (one,) = compose(release, samples.brand(), "word", PACKAGED).diagnostics
    assert (one.severity, one.code, one.place, one.fact, one.hint) == (
        Severity.WARNING,
        "labels.language",
        Place("content/everything.md", 4, 7, 5),
        "there are no labels in the language “nl-BE”, so “Media contact” and others are English",
        "Copy the packaged labels/en.yml to templates/labels/nl.yml and translate it.",
    )


# --- a project's own files -------------------------------------------------------------------------------------------------


def test_an_own_file_says_some_labels_otherwise_and_keeps_the_others() -> None:
    folders = own(fr="takeaways: À retenir\n")
    assert words("fr-CA", folders) == words("fr") | {"takeaways": "À retenir"}
    assert told("fr-CA", folders) == []


def test_the_file_of_a_region_goes_before_that_of_its_language() -> None:
    folders = own(fr="takeaways: À retenir\nnotes: Sources\n", fr_CA="takeaways: Points saillants\n")
    found = words("fr-CA", folders)
    assert (found["takeaways"], found["notes"]) == ("Points saillants", "Sources")


def test_a_new_language_takes_from_english_what_it_lacks() -> None:
    folders = own(nl="notes: Noten\n")
    found = load_labels("nl-BE", folders)
    assert (found.is_spoken, found.words) == (True, words("en") | {"notes": "Noten"})


def test_keys_for_own_templates_stand_in_the_own_english_file() -> None:
    folders = own(en="sponsor: Sponsor\n", de="sponsor: Förderer\n")
    assert (words("de", folders)["sponsor"], told("de", folders), words("fr", folders)["sponsor"]) == (
        "Förderer",
        [],
        "Sponsor",
    )


MISTAKES = {
    "takeaway: X\n": (
        "templates/labels/de.yml:1:1: warning: labels.unknown-key: no template asks for “takeaway”",
        "  1 | takeaway: X",
        "    | ^^^^^^^^",
        "  hint: Did you mean “takeaways”?",
    ),
    "sponsor: X\n": (
        "templates/labels/de.yml:1:1: warning: labels.unknown-key: no template asks for “sponsor”",
        "  1 | sponsor: X",
        "    | ^^^^^^^",
        "  hint: A key for templates of your own must stand in templates/labels/en.yml too.",
    ),
    "about: Über uns\n": (
        "templates/labels/de.yml:1:8: labels.placeholder: “about” lacks {name}, which templates fill",
        "  1 | about: Über uns",
        "    |        ^^^^^^^^",
        "  hint: In another file it reads: Über {name}",
    ),
    "embargoed_until: 'Bis {moment} ({day})'\n": (
        "templates/labels/de.yml:1:18: labels.placeholder: “embargoed_until” has {day}, which no template fills",
        "  1 | embargoed_until: 'Bis {moment} ({day})'",
        "    |                  ^^^^^^^^^^^^^^^^^^^^^^",
        "  hint: In another file it reads: Sperrfrist: {moment}",
    ),
    "about: {name}\n": (
        "templates/labels/de.yml:1:8: labels.no-text: “about” has no text",
        "  1 | about: {name}",
        "    |        ^^^^^^",
        '  hint: An empty one is written as ""',
    ),
    "notes:\n": (
        "templates/labels/de.yml:1:1: labels.no-text: “notes” has no text",
        "  1 | notes:",
        "    | ^^^^^",
        '  hint: An empty one is written as ""',
    ),
    "notes: A: B\n": (
        "templates/labels/de.yml:1:9: yaml.colon: a colon with a space after it stands inside a value",
        "  1 | notes: A: B",
        "    |         ^",
        '  hint: Put the whole value in quotes: notes: "A: B"',
    ),
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_in_an_own_file_is_told_at_its_line(text: str) -> None:
    assert told("de", own(de=text)) == ["\n".join(MISTAKES[text])]


def test_a_key_of_the_own_english_file_that_is_nearly_a_known_one_is_told() -> None:
    assert [one.split("\n")[0] for one in told("de", own(en="notess: X\n"))] == [
        "templates/labels/en.yml:1:1: warning: labels.unknown-key: no template asks for “notess”"
    ]


def test_an_error_in_labels_stops_composing() -> None:
    composed = compose(samples.everything(), samples.brand(), "word", own(en="about: Us\n"))
    assert (composed.value, [one.code for one in composed.diagnostics]) == (None, ["labels.placeholder"])


def test_labels_that_are_no_utf_8_are_told() -> None:
    folders = own()
    (Path.cwd() / "templates/labels/de.yml").write_bytes("notes: Schlüsse\n".encode("latin-1"))
    assert [one.code for one in load_labels("de", folders).diagnostics] == ["file.encoding"]


def test_labels_that_cannot_be_read_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    folders, read = own(de="notes: Anmerkungen"), Path.read_bytes

    def refuse_own(path: Path) -> bytes:
        if path.is_relative_to(Path.cwd()):
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse_own)
    assert told("de", folders) == [
        "templates/labels/de.yml: labels.unreadable: these labels can't be read: permission denied"
    ]
