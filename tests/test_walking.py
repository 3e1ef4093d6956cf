"""What can be asked of a release as a whole."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from exporter import model as m
from exporter.walking import heading_ranks, images, pieces
from tests import samples


@pytest.mark.parametrize(
    ("levels", "ranks"),
    [
        ((1, 2), {1: 2, 2: 3}),
        ((2, 3, 2), {2: 2, 3: 3}),
        ((2, 4), {2: 2, 4: 3}),
        ((1, 2, 3, 4, 5, 6), {1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6}),
        ((), {}),
    ],
)
def test_headings_rank_below_the_headline_without_a_gap(levels: tuple[int, ...], ranks: dict[int, int]) -> None:
    body = tuple(m.Heading(f"h{place}", samples.span(place), level, ()) for place, level in enumerate(levels, start=1))
    assert heading_ranks(replace(samples.everything(), body=body)) == ranks


def test_every_piece_has_an_id_of_its_own() -> None:
    ids = [piece.id for piece in pieces(samples.everything())]
    assert len(ids) == len(set(ids))


def test_a_picture_that_is_used_twice_is_listed_once() -> None:
    release = samples.everything()
    assert images(replace(release, body=release.body + release.body)) == images(release)
