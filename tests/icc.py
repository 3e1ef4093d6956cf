"""An ICC profile of a printing condition that never was: four inks, their mixtures as one finds them on coated paper.

Small and complete: programs that convert colours take it (ICC.1, 7.2 head, 8.4 output profiles, 10.10 lut8Type).
"""

from __future__ import annotations

import struct
from itertools import product

NAME = "Pressroom test paper"
PAPER, BLACK = (95, 0, -2), (16, 0, 0)
INKS = {  # cyan, magenta, yellow → L*, a*, b*
    (0, 0, 0): PAPER,
    (1, 0, 0): (55, -37, -50),
    (0, 1, 0): (48, 74, -3),
    (0, 0, 1): (89, -5, 93),
    (1, 1, 0): (24, 22, -46),
    (1, 0, 1): (50, -65, 27),
    (0, 1, 1): (47, 68, 48),
    (1, 1, 1): (23, 0, 0),
}


def cmyk_profile(name: str = NAME) -> bytes:
    """The bytes of the profile."""
    tags = {
        b"desc": _described(name),
        b"cprt": b"text\0\0\0\0" + b"No copyright\0",
        b"wtpt": b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in (0.8425, 0.8746, 0.7456))),
        b"A2B0": _table(4, 3, b"".join(map(_printed, _corners(4)))),
        b"B2A0": _table(3, 4, b"".join(map(_inks, _corners(3)))),
    }
    body, index, at = b"", b"", 128 + 4 + 12 * len(tags)
    for tag, data in tags.items():
        index += struct.pack(">4sII", tag, at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    size = at + len(body)
    head = struct.pack(">I4xI4s4s4s", size, 0x02100000, b"prtr", b"CMYK", b"Lab ") + bytes(12) + b"acsp"
    white = struct.pack(">3i", 63190, 65536, 54061)  # D50
    return (head.ljust(68, b"\0") + white).ljust(128, b"\0") + struct.pack(">I", len(tags)) + index + body


def _corners(dimensions: int) -> product[tuple[int, ...]]:
    return product((0, 1), repeat=dimensions)


def _printed(inks: tuple[int, ...]) -> bytes:
    """What four inks look like, in Lab as eight bits a channel."""
    light, red, yellow = BLACK if inks[3] else INKS[inks[0], inks[1], inks[2]]
    return bytes((round(light * 2.55), red + 128, yellow + 128))


def _inks(corner: tuple[int, ...]) -> bytes:
    """For a corner of the Lab cube: inks of its hue, and black where it is dark."""
    light, red, yellow = corner
    return bytes((255 * (1 - red), 255 * red, 255 * yellow, 255 * (1 - light)))


def _table(inputs: int, outputs: int, corners: bytes) -> bytes:
    """A lut8Type of two steps in each direction between straight curves."""
    straight = bytes(range(256))
    identity = struct.pack(">9i", *(65536 * (place % 4 == 0) for place in range(9)))
    return b"mft1\0\0\0\0" + bytes((inputs, outputs, 2, 0)) + identity + straight * inputs + corners + straight * outputs


def _described(name: str) -> bytes:
    """A textDescriptionType of ICC.1 version 2."""
    text = name.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(4 + 4 + 2 + 1 + 67)
