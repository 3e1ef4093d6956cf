"""Colours of a picture that has a profile of its own, or that was separated for print.

On a screen they are those of sRGB (IEC 61966-2-1), on paper the inks of the printing condition.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image as Pillow
from PIL import ImageChops

if TYPE_CHECKING:
    from PIL.ImageCms import ImageCmsProfile

PLAIN = ("L", "LA", "RGB", "RGBA")
ADOBE = "APP14"  # the part of a JPEG that says that its inks are written upside down


def is_plain(picture: Pillow.Image) -> bool:
    """Whether the picture's numbers are sRGB or grey as they stand."""
    return picture.mode in PLAIN and _profile(picture) is None


def in_srgb(picture: Pillow.Image) -> Pillow.Image:
    """The picture in mode L, LA, RGB or RGBA, as it looks on a screen.

    A profile that can't be read, or that is for another kind of colours, is taken for none, as viewers do.
    """
    if profile := _profile(picture):
        picture = _converted(_inked(picture), profile) or picture
    return picture if picture.mode in PLAIN else _inked(picture).convert("RGB")


def in_inks(picture: Pillow.Image, paper: bytes) -> Pillow.Image:
    """A picture in mode CMYK with the inks for a printing condition, whose profile is `paper`."""
    upright = _inked(picture)
    own = _profile(picture)
    if own is None or picture.info["icc_profile"] == paper:
        return upright
    from PIL import ImageCms

    return _between(upright, own, ImageCms.ImageCmsProfile(BytesIO(paper))) or upright


def _inked(picture: Pillow.Image) -> Pillow.Image:
    """A picture in CMYK the right way up: Pillow takes every JPEG for one of Adobe's."""
    upside_down = picture.mode == "CMYK" and picture.format == "JPEG" and ADOBE not in getattr(picture, "app", {})
    return ImageChops.invert(picture) if upside_down else picture


def _profile(picture: Pillow.Image) -> ImageCmsProfile | None:
    """The picture's profile (ICC.1), when it is for colours of its kind, and not for those that we want anyhow."""
    if not (data := picture.info.get("icc_profile")):
        return None
    from PIL import ImageCms

    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(data))
        kind = profile.profile.xcolor_space.strip()
        is_srgb = "sRGB" in ImageCms.getProfileDescription(profile)
    except (ImageCms.PyCMSError, OSError):
        return None
    fits = {"GRAY": "L", "RGB": "RGB", "CMYK": "CMYK"}.get(kind) == picture.mode.removesuffix("A")
    return profile if fits and not is_srgb else None


def _converted(picture: Pillow.Image, profile: ImageCmsProfile) -> Pillow.Image | None:
    """In sRGB, its transparency kept; None when LittleCMS can't."""
    from PIL import ImageCms

    opaque = picture.convert(picture.mode.removesuffix("A"))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    plain = _between(opaque, profile, srgb)
    if plain and opaque.mode == "L":
        plain = plain.convert("L")
    if plain and picture.mode != opaque.mode:
        plain.putalpha(picture.getchannel("A"))
    return plain


def _between(picture: Pillow.Image, own: ImageCmsProfile, other: ImageCmsProfile) -> Pillow.Image | None:
    from PIL import ImageCms

    intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
    mode = other.profile.xcolor_space.strip()
    try:
        return ImageCms.profileToProfile(picture, own, other, intent, mode, flags=flags)
    except ImageCms.PyCMSError:
        return None
