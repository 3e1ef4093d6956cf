"""PDF/X-4: what a file for the printing house must say of itself, and must not have.

Source: ISO 15930-7 (PDF/X-4): output intents, identification and metadata, trapping, annotations, actions.
"""

from __future__ import annotations

import uuid
from pathlib import Path

import pydyf
import weasyprint

from exporter.brand import Inks
from exporter.rendering.job import Job
from exporter.rendering.pdf.metadata import Identity, add_metadata
from exporter.rendering.pdf.printing.sheet import named

VERSION = "1.6"  # of PDF, which PDF/X-4 is based on
REGISTRY = "http://www.color.org"


def exchange(pdf: pydyf.PDF, document: weasyprint.Document, job: Job, profile: Path) -> None:
    """Make the PDF one that conforms to PDF/X-4; its colours are separated already."""
    assert job.brand.inks is not None
    _add_output_intent(pdf, job.brand.inks, profile.read_bytes())
    _remove_annotations(pdf)
    pdf.info["Trapped"] = "/False"
    add_metadata(pdf, document, _identity(document, job))


def _add_output_intent(pdf: pydyf.PDF, inks: Inks, data: bytes) -> None:
    """What the inks are printed on."""
    profile = pydyf.Stream([data], {"N": 4}, compress=True)
    pdf.add_object(profile)
    about = pydyf.String(_name_of(data))
    intent = {"Type": "/OutputIntent", "S": "/GTS_PDFX", "Info": about, "DestOutputProfile": profile.reference}
    if inks.condition:
        intent |= {"OutputConditionIdentifier": pydyf.String(inks.condition), "RegistryName": pydyf.String(REGISTRY)}
    else:
        intent |= {"OutputConditionIdentifier": about}
    pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary(intent)])


def _name_of(profile: bytes) -> str:
    """What a profile calls itself."""
    from io import BytesIO

    from PIL import ImageCms

    return ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(profile))).strip()


def _remove_annotations(pdf: pydyf.PDF) -> None:
    """Paper has no links: they go from the pages, and from the tags that name them. The objects stay, and are empty."""
    gone: set[bytes] = set()
    for reference in pdf.page_references:
        page = named(pdf, reference)
        for annotation in page.pop("Annots", ()):
            gone.add(annotation)
            named(pdf, annotation).clear()
    for element in pdf.objects:
        if isinstance(element, pydyf.Dictionary) and element.get("Type") == "/StructElem" and "K" in element:
            kids = element["K"] if isinstance(element["K"], list) else [element["K"]]
            element["K"] = pydyf.Array(kid for kid in kids if not (isinstance(kid, dict) and kid.get("Obj") in gone))


def _identity(document: weasyprint.Document, job: Job) -> Identity:
    """The properties that PDF/X-4 asks for; the same for the same release at the same moment."""
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{job.release.slug}/{job.release.source_hash}/{job.moment.isoformat()}")
    properties = {
        "pdfxid:GTS_PDFXVersion": "PDF/X-4",
        "pdf:Trapped": "False",
        "xmp:MetadataDate": document.metadata.modified,
        "xmpMM:DocumentID": f"uuid:{name}",
        "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default",
    }
    return Identity(properties)
