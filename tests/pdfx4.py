"""The main requirements of PDF/X-4 (ISO 15930-7), which veraPDF does not check: `failures(data)` is [] when they are met.

Beyond what the standard says, no annotation may be on a page at all, and nothing may act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from lxml import etree

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
PROPERTIES = {
    "pdfxid:GTS_PDFXVersion": "PDF/X-4",
    "pdf:Trapped": "True|False",
    "xmp:CreateDate": r"\d{4}-\d\d-\d\dT.+",
    "xmp:ModifyDate": r"\d{4}-\d\d-\d\dT.+",
    "xmp:MetadataDate": r"\d{4}-\d\d-\d\dT.+",
    "xmpMM:DocumentID": ".+",
    "xmpMM:VersionID": ".+",
    "xmpMM:RenditionClass": ".+",
}
FORBIDDEN = (
    "/AA",
    "/OpenAction",
    "/JS",
    "/JavaScript",
    "/EmbeddedFiles",
    "/XFA",
    "/OPI",
    "/Alternates",
    "/TR",
    "/HTP",
    "/PS",
)
ACTIONS = ("/URI", "/GoTo", "/GoToR", "/Launch", "/JavaScript", "/SubmitForm", "/Named")


def failures(data: bytes) -> list[str]:
    """What a PDF has or lacks against PDF/X-4, a line each."""
    with pikepdf.open(BytesIO(data)) as file:
        found = [*_file(file, data), *_intent(file), *_metadata(file), *_objects(file)]
        for number, page in enumerate(file.pages, 1):
            found += [f"page {number}: {fault}" for fault in (*_boxes(page), *_drawn(page.obj))]
    return found


def _file(file: pikepdf.Pdf, data: bytes) -> Iterator[str]:
    if not re.match(rb"%PDF-1\.[3-6]\b", data):
        yield f"the version is {data[:8]!r}"
    if "/ID" not in file.trailer:
        yield "there is no file identifier"
    if file.is_encrypted:
        yield "it is encrypted"
    for key in ("/Title", "/Producer", "/CreationDate", "/ModDate"):
        if not str(file.docinfo.get(key, "")):
            yield f"the document information lacks {key}"
    if file.docinfo.get("/Trapped") not in ("/True", "/False"):
        yield "nothing tells whether it is trapped"


def _intent(file: pikepdf.Pdf) -> Iterator[str]:
    intents = [one for one in file.Root.get("/OutputIntents", []) if one.get("/S") == "/GTS_PDFX"]
    if len(intents) != 1:
        yield f"there are {len(intents)} output intents for PDF/X"
        return
    (intent,) = intents
    if not str(intent.get("/OutputConditionIdentifier", "")):
        yield "the output intent names no condition"
    if not str(intent.get("/Info", "")) and "/RegistryName" not in intent:
        yield "the output intent tells nothing of its condition"
    profile = intent.DestOutputProfile.read_bytes()
    if profile[12:20] != b"prtrCMYK" or profile[36:40] != b"acsp" or intent.DestOutputProfile.get("/N") != 4:
        yield "the output profile is not one of a printing condition in CMYK"


def _metadata(file: pikepdf.Pdf) -> Iterator[str]:
    if "/Filter" in file.Root.Metadata:
        yield "the metadata are compressed"
    tree = etree.fromstring(file.Root.Metadata.read_bytes())
    for name, pattern in PROPERTIES.items():
        prefix, _, local = name.partition(":")
        values = tree.findall(f".//{{{NAMESPACES[prefix]}}}{local}")
        if len(values) != 1 or not re.fullmatch(pattern, values[0].text or ""):
            yield f"the metadata lack {name}, or have a wrong one"
    title = tree.find(".//dc:title//rdf:li", NAMESPACES)
    if title is None or title.text != str(file.docinfo["/Title"]):
        yield "title and metadata disagree"


def _objects(file: pikepdf.Pdf) -> Iterator[str]:
    for found in file.objects:
        if not isinstance(found, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        for key in FORBIDDEN:
            if key in found:
                yield f"an object has {key}"
        if found.get("/S") in ACTIONS:
            yield f"there is an action {found['/S']}"
        if found.get("/Type") == "/FontDescriptor" and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(found.keys()):
            yield f"the font {found['/FontName']} is not embedded"
        if isinstance(found, pikepdf.Stream) and ("/F" in found or "LZW" in str(found.get("/Filter", ""))):
            yield "a stream lies elsewhere, or is compressed by LZW"


def _boxes(page: pikepdf.Page) -> Iterator[str]:
    boxes = [[float(edge) for edge in page.obj[name]] for name in ("/MediaBox", "/BleedBox", "/TrimBox")]
    for (name, outer), inner in zip((("media", boxes[0]), ("bleed", boxes[1])), boxes[1:], strict=True):
        if not (outer[0] <= inner[0] < inner[2] <= outer[2] and outer[1] <= inner[1] < inner[3] <= outer[3]):
            yield f"a box reaches out of the {name} box"
    if "/ArtBox" in page.obj:
        yield "there are an art box and a trim box"
    if "/Annots" in page.obj:
        yield "there are annotations"


# --- colours ---------------------------------------------------------------------------------------------------------------


def _drawn(thing: pikepdf.Object) -> Iterator[str]:
    """What a page, a form or a pattern draws in a colour that means nothing on paper."""
    resources = thing["/Resources"]
    spaces = resources.get("/ColorSpace", pikepdf.Dictionary())
    has_default = "/DefaultRGB" in spaces and spaces["/DefaultRGB"][0] == "/ICCBased"
    for instruction in pikepdf.parse_content_stream(thing):
        operator, operands = str(instruction.operator), instruction.operands
        space: object = pikepdf.Name.DeviceRGB if operator in ("rg", "RG") else None
        if operator in ("cs", "CS"):
            space = spaces.get(str(operands[0]), operands[0])
        if not _means_something(space, has_default):
            yield f"{operator} sets a colour of no device"
    if "/Group" in thing and not _means_something(thing["/Group"].get("/CS", "/DeviceCMYK"), has_default):
        yield "a group blends colours of no device"
    for shading in resources.get("/Shading", {}).values():
        if not _means_something(shading["/ColorSpace"], has_default):
            yield "a shading has colours of no device"
    for below in resources.get("/XObject", {}).values():
        if below["/Subtype"] == "/Form":
            yield from _drawn(below)
        elif not _means_something(below["/ColorSpace"], has_default):
            yield "a picture has colours of no device"
    for pattern in resources.get("/Pattern", {}).values():
        if pattern.get("/PatternType") == 1:
            yield from _drawn(pattern)


def _means_something(space: object, has_default: bool) -> bool:
    """Whether a colour space is the device's own or independent of devices."""
    if isinstance(space, pikepdf.Array) and space[0] == "/Indexed":
        return _means_something(space[1], has_default)
    return has_default or not isinstance(space, (str, pikepdf.Name)) or str(space) != "/DeviceRGB"
