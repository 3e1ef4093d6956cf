"""Words are led back to their piece by bookmarks, however programs and people have moved these."""

from __future__ import annotations

from exporter.merging.copy.anchors import id_of, target_of
from tests.merging.copy.copies import body, change, p, piece, r, told


def start(number: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="_pr_{name}"/>'


def end(number: int) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def cut(*content: str) -> list[tuple[str, str]]:
    """The segments of the one paragraph with this content."""
    (paragraph,) = body(p(*content)).final.body
    return [(segment.id, "".join(run.text for run in segment.runs)) for segment in paragraph.segments]


def test_a_bookmark_names_its_piece() -> None:
    assert [id_of(name) for name in ("_pr_t1_r0_c2", "_pr_p30_Copy_1", "_pr_p3_Copy_2_Copy_1")] == ["t1.r0.c2", "p30", "p3"]


def test_a_link_leads_to_a_piece_or_to_a_bookmark_of_somebody_else() -> None:
    found = [target_of(name) for name in ("_to_g1_numbers", "_pr_p1", "_Toc1", "")]
    assert found == ["#g1.numbers", "#p1", "#_Toc1", ""]


def test_a_bookmark_that_drifted_over_the_end_of_a_paragraph_does_not_count_there() -> None:
    first = p(start(1, "p1"), r("One."), start(2, "p2"))
    assert told(body(first, p(end(1), r("Two."), end(2))).final) == ["p1: One.", "p2: Two."]


def test_a_bookmark_that_nothing_ends_reaches_to_the_end_of_its_paragraph() -> None:
    assert told(body(p(start(1, "p1"), r("One.")), p(r("Two."))).final) == ["p1: One.", ": Two."]


def test_both_halves_of_a_split_paragraph_have_its_id() -> None:
    halves = p(start(1, "p1"), r("One.")), p(start(1, "p1"), r("Two."), end(1))
    copy = body(*halves)
    assert (told(copy.final), copy.oddities) == (["p1: One.", "p1: Two."], ())


def test_a_piece_that_was_copied_stands_in_two_places() -> None:
    copy = body(p(piece("p1", r("One."))), p(piece("p2", r("Two."))), p(piece("p1", r("One."))))
    assert told(copy.final) == ["p1: One.", "p2: Two.", "p1: One."]
    assert copy.oddities == ()


def test_the_innermost_piece_owns_the_words_and_the_outermost_the_paragraph() -> None:
    content = piece("p1", piece("dateline", r("Port Alder")), piece("_pc_1", r(" — ")), r("Forty harbours."))
    assert cut(content) == [("dateline", "Port Alder"), ("", " — "), ("p1", "Forty harbours.")]
    assert body(p(content)).final.body[0].ids == ("p1",)


def test_what_is_typed_beside_a_bookmark_belongs_to_the_piece() -> None:
    assert cut(r("So "), piece("p1", r("one")), r(", and two.")) == [("p1", "So one, and two.")]


def test_what_is_typed_beside_computed_words_belongs_to_the_piece_on_their_other_side() -> None:
    assert cut(piece("_pc_1", r("By ")), r("Dr "), piece("author.0.name", r("Ines"))) == [
        ("", "By "),
        ("author.0.name", "Dr Ines"),
    ]


def test_white_space_between_two_pieces_belongs_to_neither() -> None:
    content = piece("q1.by", r("Ines ")), "<w:r><w:br/></w:r>", piece("q1.role", r("Director"))
    assert cut(*content) == [("q1.by", "Ines"), ("", "\n"), ("q1.role", "Director")]


def test_what_replaces_all_words_of_a_piece_belongs_to_it() -> None:
    content = piece("p1", change("del", r("Old words."))), change("ins", r("New words."))
    assert cut(*content) == [("p1", "New words.")]


def test_what_replaces_the_words_of_a_part_belongs_to_the_part() -> None:
    replaced = piece("dateline", change("del", r("Port Alder"))), change("ins", r("Brank"))
    assert cut(piece("p1", *replaced, piece("_pc_1", r(" — ")), r("Forty."))) == [
        ("dateline", "Brank"),
        ("", " — "),
        ("p1", "Forty."),
    ]


def test_a_paragraph_that_was_moved_without_its_bookmark_is_known_by_its_words() -> None:
    old = p(piece("p1", change("moveFrom", r("One "), r("two.", "<w:b/>"))), mark=change("moveFrom"))
    typed_and_deleted = change("ins", change("del", r("x")))
    new = p(change("moveTo", r("One two.")), typed_and_deleted, mark=change("moveTo"))
    assert told(body(old, p(piece("p2", r("Two."))), new, p(piece("p3", r("Three.")))).final) == [
        "p2: Two.",
        "p1: One two.",
        "p3: Three.",
    ]


def test_what_is_typed_where_a_piece_has_no_words_left_belongs_to_it() -> None:
    assert [told(body(p(*content)).final) for content in ((piece("p1"), r("New.")), (r("New."), piece("p1")))] == [
        ["p1: New."],
        ["p1: New."],
    ]


def test_what_replaces_computed_words_is_computed() -> None:
    replaced = piece("_pc_1", change("del", r("By "))), change("ins", r("From "))
    assert cut(*replaced, piece("author.0.name", r("Ines"))) == [("", "From "), ("author.0.name", "Ines")]


def test_a_rule_has_the_id_of_the_bookmark_in_it() -> None:
    (rule,) = body(p(piece("r1"), style="ThematicBreak")).final.body
    assert (rule.ids, rule.role, rule.segments) == (("r1",), "thematic_break", ())


def test_a_rule_is_gone_with_its_mark_and_stays_after_a_deleted_paragraph() -> None:
    rule = p(piece("r1"), style="ThematicBreak")
    gone = p(piece("r1"), style="ThematicBreak", mark=change("del"))
    deleted = p(piece("p1", change("del", r("One."))), mark=change("del"))
    after = p(piece("p2", r("Two.")))
    found = [[paragraph.ids for paragraph in body(*all_).final.body] for all_ in ((gone, after), (deleted, rule, after))]
    assert found == [[("p2",)], [("r1",), ("p2",)]]


def test_a_dateline_alone_is_the_id_of_its_paragraph() -> None:
    line = piece("dateline", r("Alder")), piece("_pc_1", r(" — "))
    assert told(body(p(*line), p(*line, piece("p1", r("One.")))).final) == ["dateline: Alder —", "p1: Alder — One."]


def test_thousands_of_bookmarks_inside_each_other_are_read() -> None:
    starts = "".join(start(number, f"p{number}") for number in range(3000))
    copy = body(starts, *(p(r("a")) for _ in range(3000)), "".join(end(number) for number in range(3000)))
    assert {paragraph.ids for paragraph in copy.final.body} == {("p0",)}


def test_an_empty_paragraph_is_none() -> None:
    assert told(body(p(piece("p1", r(" ")))).final) == []
