"""The sheet that a page is printed on and cut out of: room beyond its edges for colour (bleed), and marks where to cut.

WeasyPrint's own marks stand inside of the bleed, where they would be printed over, or on.

Source: ISO 32000-1, 14.11.2 (page boundaries) and 14.8.2.2 (artifacts); ISO 15930-7, 6.10 (boxes).
"""

from __future__ import annotations

from collections.abc import Iterator

import pydyf

MILLIMETRE = 72 / 25.4  # points
BLEED = 3 * MILLIMETRE
MARK = 5 * MILLIMETRE  # the length of a mark, which begins where the bleed ends
SLUG = MARK + MILLIMETRE  # around the bleed
HAIRLINE = 0.25  # points
REGISTRATION = "All"  # a colour that every plate prints (8.6.6.4)

PRINT_CSS = "@page { bleed: 3mm }"

Box = tuple[float, float, float, float]  # left, bottom, right, top


def add_sheet(pdf: pydyf.PDF) -> None:
    """Make every page larger, cut what it shows at the bleed, and draw crop marks beyond it."""
    for reference in pdf.page_references:
        page = named(pdf, reference)
        left, bottom, right, top = page["MediaBox"]  # WeasyPrint ends it with the bleed
        page["BleedBox"] = page["MediaBox"]
        page["MediaBox"] = pydyf.Array([left - SLUG, bottom - SLUG, right + SLUG, top + SLUG])
        content = named(pdf, page["Contents"]).stream
        content[:0] = [b"q", _operation("re W n", left, bottom, right - left, top - bottom)]
        content += [b"Q", *_marks((left, bottom, right, top))]
        _add_registration(pdf, page)


def named(pdf: pydyf.PDF, reference: bytes) -> pydyf.Object:
    """The object that a reference names."""
    return pdf.objects[int(reference.split()[0])]


def _marks(bleed: Box) -> Iterator[bytes]:
    left, bottom, right, top = bleed
    yield b"/Artifact BMC q"
    yield f"/{REGISTRATION} CS 1 SCN {HAIRLINE} w".encode()
    for y in (bottom + BLEED, top - BLEED):
        yield from _line(left - MARK, y, left, y)
        yield from _line(right, y, right + MARK, y)
    for x in (left + BLEED, right - BLEED):
        yield from _line(x, bottom - MARK, x, bottom)
        yield from _line(x, top, x, top + MARK)
    yield b"Q EMC"


def _line(x1: float, y1: float, x2: float, y2: float) -> Iterator[bytes]:
    yield _operation("m", x1, y1)
    yield _operation("l S", x2, y2)


def _operation(operator: str, *numbers: float) -> bytes:
    return f"{' '.join(f'{number:.3f}' for number in numbers)} {operator}".encode()


def _add_registration(pdf: pydyf.PDF, page: pydyf.Dictionary) -> None:
    """The colour of the marks; shown in black."""
    black = pydyf.Dictionary({"FunctionType": 2, "Domain": "[0 1]", "C0": "[1]", "C1": "[0]", "N": 1})
    space = pydyf.Array(["/Separation", f"/{REGISTRATION}", "/DeviceGray", black])
    color_spaces(pdf, page)[REGISTRATION] = space


def color_spaces(pdf: pydyf.PDF, page: pydyf.Dictionary) -> pydyf.Dictionary:
    """The colour spaces by name that a page, and what is drawn on it, can use."""
    return named(pdf, named(pdf, page["Resources"])["ColorSpace"])
