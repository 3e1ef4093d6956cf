from __future__ import annotations

from tools.bench.growth import Grown, linearity, story
from tools.bench.processes import Cost


def test_a_longer_release_begins_as_a_shorter_one_and_has_a_chapter_more() -> None:
    two, three = story(2), story(3)
    assert (two.count("\n## "), three.count("\n## "), story(3) == three) == (2, 3, True)


def test_time_that_grows_with_the_pages_is_linear() -> None:
    grown = [Grown(1, Cost(0.5, 0.5, 40)), Grown(10, Cost(1, 1, 50)), Grown(100, Cost(9, 11, 90))]
    assert list(linearity(grown)) == [
        "  100 pages, wall: 9.00 (target ≤ 10: reached) times that of 10, 89 ms a further page",
        "  100 pages, CPU: 11.00 (target ≤ 10: missed) times that of 10, 111 ms a further page",
    ]
