"""Contact sheets hold every picture, in rows no wider than asked for."""

from __future__ import annotations

from PIL import Image

from tools.sheet import Row, Shot, rows, scaled, sheet


def shot(width: int, height: int = 50, color: str = "#ff0000") -> Shot:
    return Shot(f"{width} px", Image.new("RGB", (width, height), color))


def test_pictures_are_broken_into_rows_no_wider_than_asked_for() -> None:
    lines = rows("PDF", [shot(400), shot(400), shot(400)], width=900)
    assert [len(row.shots) for row in lines] == [2, 1]


def test_a_picture_wider_than_a_row_has_one_of_its_own() -> None:
    assert [len(row.shots) for row in rows("PDF", [shot(100), shot(900), shot(100)], width=500)] == [1, 1, 1]


def test_the_title_stands_over_the_first_row_only() -> None:
    assert [row.title for row in rows("PDF", [shot(400), shot(400)], width=500)] == ["PDF", ""]


def test_every_picture_is_on_the_sheet_in_full() -> None:
    colors = [(200, 0, 0), (0, 200, 0), (0, 0, 200)]
    shots = [shot(70, 50, f"#{red:02x}{green:02x}{blue:02x}") for red, green, blue in colors]
    drawn = sheet([Row((shots[0], shots[1])), Row((shots[2],))])
    counted = {color: count for count, color in drawn.getcolors(1 << 20) or []}
    assert [counted[color] for color in colors] == [70 * 50] * 3


def test_a_scaled_picture_keeps_its_shape() -> None:
    assert scaled(Image.new("RGB", (400, 1000)), 100).size == (100, 250)
