"""Items are told apart by their list, their level and whether they are counted, however a program numbers its lists."""

from __future__ import annotations

from tests.merging.copy.copies import BASE_STYLES, body, p, r

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def abstract(name: int, *levels: str, more: str = "") -> str:
    made = "".join(f'<w:lvl w:ilvl="{level}">{content}</w:lvl>' for level, content in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{made}</w:abstractNum>'


def num(name: int, of: int, override: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{override}</w:num>'


def numbering(*content: str) -> str:
    return f'<w:numbering xmlns:w="{W}">{"".join(content)}</w:numbering>'


def fmt(value: str) -> str:
    return f'<w:numFmt w:val="{value}"/>'


def restart(level: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'


def item(number: int, level: int = 0, style: str = "BodyText") -> str:
    return p(r("a"), style=style, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def places(lists: str, *items: str, styles: str = BASE_STYLES) -> list[tuple[int, bool, str]]:
    copy = body(*items, numbering=lists, styles=styles)
    return [(paragraph.level, paragraph.ordered, paragraph.sequence) for paragraph in copy.final.body]


ORDERED = abstract(0, fmt("decimal"), fmt("lowerLetter"), fmt("bullet"))
BULLETS = abstract(1, fmt("bullet"), fmt("bullet"))


def test_a_level_tells_whether_its_items_are_counted() -> None:
    found = places(numbering(ORDERED, num(1, 0)), item(1), item(1, 1), item(1, 2))
    assert found == [(0, True, "1"), (1, True, "2"), (2, False, "bullets")]


def test_lists_that_start_anew_are_two() -> None:
    lists = numbering(ORDERED, num(4, 0, restart(0)), num(7, 0, restart(0)))
    assert places(lists, item(4), item(4), item(7)) == [(0, True, "1"), (0, True, "1"), (0, True, "2")]


def test_an_item_that_goes_on_after_another_list_is_of_the_first() -> None:
    lists = numbering(ORDERED, num(4, 0, restart(0)), num(7, 0, restart(0)))
    assert [name for *_, name in places(lists, item(4), item(7), item(4))] == ["1", "2", "1"]


def test_a_list_goes_on_under_another_number_as_libreoffice_writes_it() -> None:
    lists = numbering(ORDERED, num(6, 0), num(8, 0, restart(0)))
    assert [name for *_, name in places(lists, item(8), item(6), item(6))] == ["1", "1", "1"]


def test_lists_inside_two_items_are_two() -> None:
    lists = numbering(ORDERED, num(1, 0))
    found = places(lists, item(1), item(1, 1), item(1), item(1, 1))
    assert [name for *_, name in found] == ["1", "2", "1", "3"]


def test_bullets_are_one_list_whatever_their_number() -> None:
    lists = numbering(BULLETS, num(1, 1), num(2, 1, restart(0)))
    assert places(lists, item(1), item(2, 1)) == [(0, False, "bullets"), (1, False, "bullets")]


def test_a_style_brings_its_list_and_a_number_of_nothing_takes_it_away() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    sheet = BASE_STYLES.replace("</w:styles>", f"{style}</w:styles>")
    lists = numbering(abstract(0, fmt("bullet"), f'{fmt("decimal")}<w:pStyle w:val="Own"/>'), num(1, 0))
    found = places(lists, p(r("a"), style="Own"), item(0, style="Own"), styles=sheet)
    assert found == [(1, True, "1"), (-1, False, "")]


def test_a_level_of_a_number_of_its_own_overrides_that_of_the_list() -> None:
    own = f'<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">{fmt("bullet")}</w:lvl></w:lvlOverride>'
    assert places(numbering(ORDERED, num(1, 0, own)), item(1)) == [(0, False, "bullets")]


def test_a_list_may_be_named_by_a_style() -> None:
    link, target = '<w:numStyleLink w:val="Steps"/>', '<w:styleLink w:val="Steps"/>'
    lists = numbering(abstract(0, more=link), abstract(1, fmt("bullet"), more=target), num(1, 0))
    assert places(lists, item(1)) == [(0, False, "bullets")]


def test_a_level_without_marks_is_no_list() -> None:
    assert places(numbering(abstract(0, fmt("none")), num(1, 0)), item(1)) == [(-1, False, "")]


def test_a_list_that_is_not_in_the_file_is_none() -> None:
    assert places(numbering(), item(9)) == [(-1, False, "")]
