"""What a PDF needs, besides tags, to conform to PDF/A and PDF/UA at once.

WeasyPrint takes one standard at a time, so none of its variants is used: all that they add is added here, while its objects
can still be changed.

Source: ISO 19005-3 (PDF/A-3), ISO 19005-4 (PDF/A-4), ISO 14289-1 and -2 (PDF/UA).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from importlib.resources import files

import pydyf
import weasyprint

from exporter.rendering.job import Job
from exporter.rendering.pdf.metadata import add_metadata, identity_of
from exporter.target import PdfStandard
from exporter.walking import pieces

VERSIONS: Mapping[PdfStandard, str] = {"ua-1": "1.7", "ua-2": "2.0"}
PRINTED = 4  # the flag of an annotation (ISO 32000-1, 12.5.3, bit 3)
PROFILE = "sRGB2014.icc"  # of the ICC; it comes with WeasyPrint

Finisher = Callable[[weasyprint.Document, pydyf.PDF], None]


def finisher_for(job: Job) -> Finisher:
    """What WeasyPrint calls before it writes its objects: adds what the job's standard asks for."""

    def finish(document: weasyprint.Document, pdf: pydyf.PDF) -> None:
        _add_output_intent(pdf)
        _print_annotations(pdf)
        if job.target.standard == "ua-2":
            _attach_text(pdf, job)
            pdf.info.clear()  # PDF/A-4 has no other place for it than the metadata (6.1.3)
        add_metadata(pdf, document, identity_of(job.target.standard))

    return finish


def _add_output_intent(pdf: pydyf.PDF) -> None:
    """What RGB means in this file: sRGB (ISO 19005-3, 6.2.3)."""
    data = files(weasyprint.pdf).joinpath(PROFILE).read_bytes()
    profile = pydyf.Stream([data], {"N": 3}, compress=True)
    pdf.add_object(profile)
    name = pydyf.String("sRGB IEC61966-2.1")
    intent = {"Type": "/OutputIntent", "S": "/GTS_PDFA1", "OutputConditionIdentifier": name, "Info": name}
    pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary({**intent, "DestOutputProfile": profile.reference})])


def _print_annotations(pdf: pydyf.PDF) -> None:
    """Links are printed, not hidden (ISO 19005-3, 6.3.2)."""
    for found in pdf.objects:
        if isinstance(found, pydyf.Dictionary) and found.get("Type") == "/Annot":
            found["F"] = PRINTED


def _attach_text(pdf: pydyf.PDF, job: Job) -> None:
    """The release's words as plain text: PDF/A-4f asks for a file inside the file (ISO 19005-4, 6.9)."""
    text = "\n\n".join(piece.text for piece in pieces(job.release)).encode()
    date = pydyf.String(job.moment.strftime("D:%Y%m%d%H%M%SZ"))
    facts = {"Size": len(text), "CheckSum": f"<{hashlib.md5(text, usedforsecurity=False).hexdigest()}>", "ModDate": date}
    embedded = pydyf.Stream(
        [text], {"Type": "/EmbeddedFile", "Subtype": "/text#2fplain", "Params": pydyf.Dictionary(facts)}, compress=True
    )
    pdf.add_object(embedded)
    name = pydyf.String(f"{job.release.slug}.txt")
    specification = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": name,
            "UF": name,
            "EF": pydyf.Dictionary({"F": embedded.reference}),
            "AFRelationship": "/Alternative",
            "Desc": pydyf.String("The words of this document as plain text"),
        }
    )
    pdf.add_object(specification)
    names = pdf.catalog.setdefault("Names", pydyf.Dictionary())
    names["EmbeddedFiles"] = pydyf.Dictionary({"Names": pydyf.Array([name, specification.reference])})
    pdf.catalog["AF"] = pydyf.Array([specification.reference])
