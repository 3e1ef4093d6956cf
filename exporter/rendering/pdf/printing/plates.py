"""Colours of a page as inks: the brand's own by its brand file, greys in black alone, all others with their profile.

It works on what WeasyPrint drew, so one stylesheet serves screen and paper, and drawings and charts are separated too.

Source: ISO 32000-1, 8.6.4.4 (DeviceCMYK), 8.6.5.6 (DefaultRGB), 8.6.7 (overprint).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files

import pydyf
import weasyprint
from weasyprint.pdf.stream import Stream

from exporter.brand import Brand, Ink
from exporter.rendering.pdf.printing.sheet import color_spaces, named

Color = tuple[int, int, int]  # 0 to 255 each

BLACK: Ink = (0, 0, 0, 1)
SRGB = "sRGB2014.icc"  # of the ICC; it comes with WeasyPrint
OVER, OUT = "Overprint", "Knockout"
STATES: Mapping[str, Mapping[str, object]] = {
    OVER: {"Type": "/ExtGState", "OP": "true", "op": "true", "OPM": 1},
    OUT: {"Type": "/ExtGState", "OP": "false", "op": "false", "OPM": 0},
}
OPERATION = re.compile(rb"(\d*\.?\d+) (\d*\.?\d+) (\d*\.?\d+) (rg|RG)")


def separate(pdf: pydyf.PDF, brand: Brand) -> None:
    """Give every colour that is drawn its inks; black text is printed over what is below it."""
    inks = inks_of(brand)
    for found in pdf.objects:
        if isinstance(found, Stream):
            found.stream = [_in_inks(item, inks) for item in found.stream]
            if "Group" in found.extra:
                found.extra["Group"]["CS"] = "/DeviceCMYK"
    profile = pydyf.Stream([files(weasyprint.pdf).joinpath(SRGB).read_bytes()], {"N": 3}, compress=True)
    pdf.add_object(profile)
    for reference in pdf.page_references:
        page = named(pdf, reference)
        page["Group"] = pydyf.Dictionary({"S": "/Transparency", "CS": "/DeviceCMYK"})
        color_spaces(pdf, page)["DefaultRGB"] = pydyf.Array(["/ICCBased", profile.reference])
        states = named(pdf, page["Resources"])["ExtGState"]
        states |= {name: pydyf.Dictionary(state) for name, state in STATES.items()}
        content = named(pdf, page["Contents"])
        content.stream = list(_overprinted(content.stream))


def inks_of(brand: Brand) -> Mapping[Color, Ink]:
    """The inks of the light palette's colours. What the brand leaves open is printed in black, or in a tint of `primary`."""
    palette = brand.light
    given = dict(brand.inks.colors) if brand.inks else {}
    inks = {"foreground": BLACK, "muted": _grey(palette.muted), "rule": _grey(palette.rule)} | given
    if "primary" in given and "tint" not in given:
        share = _grey(palette.tint)[3] / max(_grey(palette.primary)[3], 0.01)
        inks["tint"] = _tinted(given["primary"], share)
    return {_color(getattr(palette, role)): ink for role, ink in reversed(inks.items())}


def _color(code: str) -> Color:
    """`#0b3d91` as numbers."""
    red, green, blue = bytes.fromhex(code.removeprefix("#"))
    return red, green, blue


def _grey(code: str) -> Ink:
    """A colour as a share of black, by its lightness to the eye (the luma of ITU-R BT.601)."""
    red, green, blue = _color(code)
    return (0, 0, 0, round(1 - (0.299 * red + 0.587 * green + 0.114 * blue) / 255, 3))


def _tinted(ink: Ink, share: float) -> Ink:
    cyan, magenta, yellow, black = (round(part * min(share, 1), 3) for part in ink)
    return cyan, magenta, yellow, black


def _in_inks(item: object, inks: Mapping[Color, Ink]) -> object:
    """An operation that sets a colour in RGB, in inks where it has some; any other as it is."""
    if not isinstance(item, bytes) or not (found := OPERATION.fullmatch(item)):
        return item
    red, green, blue = (round(float(part) * 255) for part in found.groups()[:3])
    ink = inks.get((red, green, blue)) or ((0, 0, 0, round(1 - red / 255, 3)) if red == green == blue else None)
    if ink is None:
        return item
    return b"%s %s" % (" ".join(f"{part:g}" for part in ink).encode(), b"K" if found[4] == b"RG" else b"k")


def _overprinted(content: list[object]) -> Iterator[object]:
    """A page's content, in which text in nothing but black prints over what is below it.

    Only there: where white is set over a colour, overprinting would lose it.
    """
    fill, saved = b"", list[bytes]()
    for item in content:
        if item == b"q":
            saved.append(fill)
        elif item == b"Q":
            fill = saved.pop() if saved else b""
        elif isinstance(item, bytes) and item.endswith((b" k", b" rg", b" g", b" scn")):
            fill = item
        if item == b"BT" and fill == b"0 0 0 1 k":
            yield f"/{OVER} gs".encode()
        yield item
        if item == b"ET" and fill == b"0 0 0 1 k":
            yield f"/{OUT} gs".encode()
