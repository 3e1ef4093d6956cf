"""Templates of a house, made by hand, and copies that are written into them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from exporter import model as m
from exporter.diagnostics import Diagnostic, Source
from exporter.front_matter import WordFields, WordTemplate
from exporter.parity.check import check_channel
from exporter.rendering.job import Job
from exporter.rendering.word.document import render
from tests import samples
from tests.rendering.word.word_jobs import Docx, composed, made
from tests.word_packages import NAMESPACES, TYPE, content_types, document, relations, zipped

FILE = "house.dotx"
SECTION = (
    '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/>'
    '<w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800"/></w:sectPr>'
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="Heading 2"/><w:basedOn w:val="Standard"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Zitat gross"/><w:basedOn w:val="Standard"/></w:style>'
)


def p(text: str) -> str:
    """A paragraph of one run."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def root(name: str, inner: str) -> str:
    return f"<w:{name} {NAMESPACES}>{inner}</w:{name}>"


def template(body: str = "", parts: Mapping[str, str] | None = None, *, main: str = "template.main") -> WordTemplate:
    """A .dotx with this in its body; `parts` are others by name (`styles`, `header1`) with what stands in them."""
    kinds = {"header": "hdr", "footer": "ftr"}
    own = {"styles": STYLES} | dict(parts or {})
    types = {name: name.rstrip("0123456789") for name in own}
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(*own, main=f"{TYPE}.{main}+xml"),
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": document(body + SECTION),
        "word/_rels/document.xml.rels": relations(*((f"r_{name}", kind, f"{name}.xml") for name, kind in types.items())),
    }
    entries |= {f"word/{name}.xml": root(kinds.get(types[name], name), inner) for name, inner in own.items()}
    return WordTemplate(FILE, zipped(entries))


def job_in(
    own: WordTemplate, release: m.Release | None = None, styles: Mapping[str, str] | None = None, **meta: object
) -> Job:
    """The sample release, to be written into a template."""
    release = release or samples.everything(**meta)
    fields = WordFields(own, tuple((styles or {}).items()))
    return composed(replace(release, meta=replace(release.meta, word=fields)))


def copy_in(
    own: WordTemplate, release: m.Release | None = None, styles: Mapping[str, str] | None = None, **meta: object
) -> Docx:
    """The copy, which agrees with its source."""
    job = job_in(own, release, styles, **meta)
    docx = made(job)
    (artifact,) = render(job).value or ()
    assert [one.fact for one in check_channel(job, Source(job.release.file, ""), (artifact,)).diagnostics] == []
    return docx


def told(own: WordTemplate, styles: Mapping[str, str] | None = None) -> list[Diagnostic]:
    """What is said about a template that can't be used."""
    result = render(job_in(own, styles=styles))
    assert result.value is None
    return list(result.diagnostics)
