"""The front matter: every key read, every mistake told in one run, the brand's defaults filled in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from msgspec import structs

import exporter
from exporter import model as m
from exporter.brand import Brand
from exporter.composing.folders import packaged_templates
from exporter.diagnostics import Result, Source
from exporter.reading.front_matter import FrontMatterReading, read_front_matter
from exporter.reading.front_matter_keys import KEYS
from exporter.reading.pictures.assets import Pictures
from exporter.terminal import draw
from tests import samples
from tests.conftest import Golden
from tests.reading.mistake_cases import FOLDER, as_cases, written

EVERY_KEY = """\
title: Small ports carry more
kind: brief
subtitle: >-
  A survey of
  forty harbours
kicker: New report
author: [Ines Calder, {name: Tomas Reyl, role: Analyst, about: He counts ships.}]
lang: en-gb
dir: ltr
date: 2026-05-12
dateline: Port Alder
embargo: 2026-05-12T09:00+02:00
description: 2026 was the first year.
keywords: [ports, 2026]
contact:
  - name: Tomas Reyl
    role: Press officer
    email: press@harbour.example
    phone: +1 555 0100
  - {name: Press office}
people: {name: Ines Calder, role: Director, organization: Harbour Institute}
link: {label: Read the report, url: "https://harbour.example/r?a=1#b"}
boilerplate: institute
email:
  subject: Small ports
  preheader: Forty harbours.
series: Harbour Briefs, no. 7
cover: {image: images/harbour.png, alt: A quay, credit: J. Orme}
contents: false
notes: end
word: {styles: {pull_quote: Large quote}}
"""
ADVISORY = """\
title: Small ports
kind: media-advisory
advisory:
  who: Ines Calder
  what: A press conference
  when: 12 May 2026, 9:00
  where: Port Alder
  why: Nobody has counted them
"""
ROOT = Path(__file__).parents[2]
PICTURES = Pictures(ROOT, ROOT / "content")


def read(text: str, brand: Brand | None = None) -> Result[FrontMatterReading]:
    return read_front_matter(Source("a.md", "---\n" + text), text, 2, brand or samples.brand(), PICTURES)


def meta(text: str, brand: Brand | None = None) -> m.FrontMatter:
    result = read(text, brand)
    assert result.value is not None, [draw(one, colour=False) for one in result.diagnostics]
    return result.value.meta


def told(text: str, brand: Brand | None = None) -> list[str]:
    return [draw(diagnostic, colour=False) for diagnostic in read(text, brand).diagnostics]


def quay() -> m.Image:
    image = PICTURES.load("images/harbour.png")
    assert isinstance(image, m.Image)
    return image


def test_every_key_is_read() -> None:
    assert (told(EVERY_KEY), meta(EVERY_KEY)) == (
        [],
        m.FrontMatter(
            title="Small ports carry more",
            kind="brief",
            subtitle="A survey of forty harbours",
            kicker="New report",
            author=(m.Author("Ines Calder"), m.Author("Tomas Reyl", "Analyst", "He counts ships.")),
            lang="en-GB",
            dir="ltr",
            date=dt.date(2026, 5, 12),
            dateline="Port Alder",
            embargo=dt.datetime(2026, 5, 12, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=2))),
            description="2026 was the first year.",
            keywords=("ports", "2026"),
            contact=(
                m.Contact("Tomas Reyl", "Press officer", "press@harbour.example", "+1 555 0100"),
                m.Contact("Press office"),
            ),
            people=(m.Person("Ines Calder", "Director", "Harbour Institute"),),
            link=m.CallToAction("Read the report", "https://harbour.example/r?a=1#b"),
            boilerplate=samples.brand().boilerplate("institute"),
            email=m.EmailFields("Small ports", "Forty harbours."),
            series="Harbour Briefs, no. 7",
            cover=m.Cover(quay(), "A quay", "J. Orme"),
            contents=False,
            notes="end",
            word=m.WordFields(styles=(("pull_quote", "Large quote"),)),
        ),
    )


def test_an_advisory_is_read_part_by_part() -> None:
    assert (told(ADVISORY), meta(ADVISORY).advisory) == (
        [],
        m.Advisory("Ines Calder", "A press conference", "12 May 2026, 9:00", "Port Alder", "Nobody has counted them"),
    )


def test_a_brief_may_have_no_cover() -> None:
    assert meta("title: A\nkind: brief\ncover: false\n").cover == m.Cover(shown=False)


def test_a_key_of_another_kind_is_no_mistake_where_the_brand_gives_it() -> None:
    brand = structs.replace(samples.brand(), defaults={"contents": False})
    assert told("title: A\nkind: press-release\n", brand) == []


def test_every_value_has_its_place_under_the_id_of_its_field() -> None:
    value = read(EVERY_KEY).value
    assert value is not None
    assert dict(value.fields) == {
        "title": m.Span(2, 2, 8),
        "kind": m.Span(3, 3, 7),
        "subtitle": m.Span(4, 6, 11),
        "kicker": m.Span(7, 7, 9),
        "author.0.name": m.Span(8, 8, 10),
        "author.1.name": m.Span(8, 8, 30),
        "author.1.role": m.Span(8, 8, 48),
        "author.1.about": m.Span(8, 8, 64),
        "lang": m.Span(9, 9, 7),
        "dir": m.Span(10, 10, 6),
        "date": m.Span(11, 11, 7),
        "dateline": m.Span(12, 12, 11),
        "embargo": m.Span(13, 13, 10),
        "description": m.Span(14, 14, 14),
        "keywords.0": m.Span(15, 15, 12),
        "keywords.1": m.Span(15, 15, 19),
        "contact.0.name": m.Span(17, 17, 11),
        "contact.0.role": m.Span(18, 18, 11),
        "contact.0.email": m.Span(19, 19, 12),
        "contact.0.phone": m.Span(20, 20, 12),
        "contact.1.name": m.Span(21, 21, 12),
        "people.0.name": m.Span(22, 22, 16),
        "people.0.role": m.Span(22, 22, 35),
        "people.0.organization": m.Span(22, 22, 59),
        "link.label": m.Span(23, 23, 15),
        "link.url": m.Span(23, 23, 37),
        "boilerplate": m.Span(24, 24, 14),
        "email.subject": m.Span(26, 26, 12),
        "email.preheader": m.Span(27, 27, 14),
        "series": m.Span(28, 28, 9),
        "cover.image": m.Span(29, 29, 16),
        "cover.alt": m.Span(29, 29, 41),
        "cover.credit": m.Span(29, 29, 57),
        "notes": m.Span(31, 31, 8),
        "word.styles.pull_quote": m.Span(32, 32, 29),
    }


def test_the_parts_of_a_boilerplate_have_their_places() -> None:
    value = read("title: A\nboilerplate:\n  title: About us\n  text: Ports.\n").value
    assert value is not None
    assert [(name, span) for name, span in value.fields if name in ("boilerplate", "boilerplate.title")] == [
        ("boilerplate", m.Span(5, 5, 9)),
        ("boilerplate.title", m.Span(4, 4, 10)),
    ]


def test_a_title_is_enough() -> None:
    assert meta("title: A") == m.FrontMatter("A")


def test_all_mistakes_of_a_file_are_told_in_one_run_in_its_order() -> None:
    text = (
        "titel: X\nkind: press\nlang: english\ndate: 12.03.2025\nkeywords: true\ncontact:\n"
        "  - {name: Ada, mail: a@b.example}\n  - {role: x}\nlink: {label: Read}\n"
    )
    assert [(one.code, str(one.place)) for one in read(text).diagnostics] == [
        ("front-matter.unknown-key", "a.md:2:1"),
        ("front-matter.missing-key", "a.md:2:1"),
        ("front-matter.unknown-value", "a.md:3:7"),
        ("front-matter.language", "a.md:4:7"),
        ("front-matter.date", "a.md:5:7"),
        ("front-matter.wrong-type", "a.md:6:11"),
        ("front-matter.unknown-key", "a.md:8:17"),
        ("front-matter.missing-key", "a.md:9:5"),
        ("front-matter.missing-key", "a.md:10:7"),
    ]


def test_mistakes_of_the_yaml_and_of_the_values_are_told_together() -> None:
    assert [(one.code, one.place.line) for one in read("title: A: B\ndate: soon\nlink: x\n").diagnostics] == [
        ("yaml.colon", 2),
        ("front-matter.date", 3),
        ("front-matter.wrong-type", 4),
    ]


def test_mistakes_are_told_with_their_place_and_a_hint(golden: Golden) -> None:
    """What is written stands below a title."""
    golden(FOLDER / "front-matter.txt", as_cases(written("front-matter"), lambda text: told(f"title: A\n{text}\n")))


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_a_front_matter_without_keys_lacks_a_title(text: str) -> None:
    assert [(one.code, one.fact, one.hint) for one in read(text).diagnostics] == [
        ("front-matter.missing-key", "the release has no “title”", "Write the headline: title: …")
    ]


@pytest.mark.parametrize("title", ['""', '"  "', "' \u00a0 '", "''"])
def test_a_title_without_words_is_refused(title: str) -> None:
    assert [one.code for one in read(f"title: {title}\n").diagnostics] == ["front-matter.empty"]


def test_spaces_are_tidied_and_those_that_may_not_break_stay() -> None:
    assert meta('title: "  A\u00a0:   B\\t C "').title == "A\u00a0: B C"


def test_the_language_no_is_norwegian_and_a_number_is_text() -> None:
    found = meta("title: 1984\nlang: no\nsubtitle: 1.10\n")
    assert (found.title, found.lang, found.subtitle) == ("1984", "no", "1.10")


@pytest.mark.parametrize(
    ("tag", "canonical", "direction"),
    [
        ("EN-us", "en-US", "ltr"),
        ("zh-hant-tw", "zh-Hant-TW", "ltr"),
        ("ar", "ar", "rtl"),
        ("he-IL", "he-IL", "rtl"),
        ("fa", "fa", "rtl"),
        ("ur", "ur", "rtl"),
        ("az-Arab", "az-Arab", "rtl"),
        ("ur-latn", "ur-Latn", "ltr"),
    ],
)
def test_the_language_is_written_in_its_usual_case_and_sets_the_direction(tag: str, canonical: str, direction: str) -> None:
    found = meta(f"title: A\nlang: {tag}\n")
    assert (found.lang, found.dir) == (canonical, direction)


def test_a_given_direction_is_kept() -> None:
    assert meta("title: A\nlang: ar\ndir: ltr\n").dir == "ltr"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-03-12T09:00-04:00", dt.datetime(2025, 3, 12, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=-4)))),
        ("2025-03-12 09:00:30+05:30", dt.datetime(2025, 3, 12, 9, 0, 30, tzinfo=dt.timezone(dt.timedelta(minutes=330)))),
        ("2025-03-12T09:00Z", dt.datetime(2025, 3, 12, 9, 0, tzinfo=dt.UTC)),
    ],
)
def test_an_embargo_keeps_the_offset_that_was_written(text: str, moment: dt.datetime) -> None:
    found = meta(f"title: A\nembargo: {text}\n").embargo
    assert found is not None
    assert (found, found.utcoffset()) == (moment, moment.utcoffset())


def test_an_embargo_that_ends_on_the_day_of_the_release_in_its_own_offset_is_fine() -> None:
    assert told("title: A\ndate: 2026-05-12\nembargo: 2026-05-12T00:30+09:00\n") == []


@pytest.mark.parametrize(
    ("text", "boilerplate"),
    [
        ("We study ports.", m.Boilerplate("We study ports.")),
        ("当研究所は港を研究している。", m.Boilerplate("当研究所は港を研究している。")),
        ("{title: About us, text: Ports.}", m.Boilerplate("Ports.", "About us")),
        ("|\n  We study\n  ports.\n\n  And  towns.\n", m.Boilerplate("We study ports.\n\nAnd towns.")),
        ('""', None),
    ],
)
def test_a_boilerplate_is_a_text_of_its_own_where_it_is_no_name(text: str, boilerplate: m.Boilerplate | None) -> None:
    assert meta(f"title: A\nboilerplate: {text}\n").boilerplate == boilerplate


def with_defaults(**values: object) -> Brand:
    return structs.replace(samples.brand(), defaults=tuple(values.items()))


def test_defaults_of_the_brand_fill_what_a_release_does_not_give() -> None:
    brand = with_defaults(lang="fr", kicker="Presse", contact=(m.Contact("Bureau"),), boilerplate=m.Boilerplate("Nous."))
    assert meta("title: A\nkicker: B\n", brand) == m.FrontMatter(
        "A", kicker="B", lang="fr", contact=(m.Contact("Bureau"),), boilerplate=m.Boilerplate("Nous.")
    )


def test_an_empty_value_in_quotes_or_brackets_stands_against_a_default() -> None:
    brand = with_defaults(kicker="Presse", contact=(m.Contact("Bureau"),), boilerplate=m.Boilerplate("Nous."))
    assert meta('title: A\nkicker: ""\ncontact: []\nboilerplate: ""\n', brand) == m.FrontMatter("A")


def test_a_default_direction_holds_for_the_default_language_only() -> None:
    brand = with_defaults(lang="ar", dir="rtl")
    assert [meta(f"title: A\n{more}", brand).dir for more in ("", "lang: en\n", "lang: he\n")] == ["rtl", "ltr", "rtl"]


def test_every_key_is_read_by_a_stage_or_a_template() -> None:
    files = [*Path(exporter.__file__).parent.rglob("*.py"), *packaged_templates().rglob("*.j2")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in files)
    assert [key.name for key in KEYS if f"meta.{key.name}" not in code] == []
