"""Words are broken into lines and moved apart."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from exporter.drawing.arrangement import spread, wrapped


def width(text: str) -> float:
    return 10.0 * len(text)


def test_lines_are_as_few_as_can_be_and_of_about_one_width() -> None:
    assert wrapped("one two three four", 140, width) == ["one two", "three four"]
    assert wrapped("one", 140, width) == ["one"]


def test_a_word_that_is_wider_than_its_room_is_broken() -> None:
    assert wrapped("abcdefgh xy", 30, width) == ["abc", "def", "gh", "xy"]


def test_east_asian_words_break_between_any_two_characters() -> None:
    assert wrapped("横浜港と川崎港", 40, width) == ["横浜港と", "川崎港"]


@given(st.text(), st.integers(1, 200))
def test_no_character_is_lost(text: str, room: int) -> None:
    assert "".join("".join(wrapped(text, room, width)).split()) == "".join(text.split())


def test_labels_that_would_touch_are_moved_apart_around_the_middle_of_where_they_were() -> None:
    assert spread([50, 52, 90], [10, 10, 10], 0, 100) == [46, 56, 90]


def test_labels_stay_inside_where_there_is_room() -> None:
    assert spread([1, 2, 99], [10, 10, 10], 0, 100) == [5, 15, 95]


@given(st.lists(st.integers(0, 200), min_size=1, max_size=9))
def test_labels_never_touch_and_keep_their_order(places: list[int]) -> None:
    found = spread(places, [10.0] * len(places), 0, 200)
    ordered = sorted(found)
    assert all(after - before > 9.999 for before, after in pairwise(ordered))
    assert [found[index] for index in sorted(range(len(places)), key=lambda index: places[index])] == ordered
