"""Small Word files that keep every rule but for what a test puts into them."""

from __future__ import annotations

from exporter.accessibility.check import check_word
from tests.word_packages import NAMESPACES, content_types, document, parts, relations, zipped

LANGUAGE = '<w:lang w:val="en-GB" w:eastAsia="ja-JP" w:bidi="ar-SA"/>'
DEFAULTS = f"<w:docDefaults><w:rPrDefault><w:rPr>{LANGUAGE}</w:rPr></w:rPrDefault></w:docDefaults>"
HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="H{level}"><w:name w:val="heading {level}"/>'
    f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    for level in (1, 2, 3)
)
MODERN = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat>"
)
CORE = (
    '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></c:coreProperties>'
)
FINE = "<w:p><w:r><w:t>Tides</w:t></w:r></w:p>"


def word_file(
    body: str,
    *,
    before: str = "",
    styles: str = HEADINGS,
    defaults: str = DEFAULTS,
    settings: str = MODERN,
    title: str = "Tides",
    **more: str,
) -> bytes:
    """A Word file with that body, and what stands before it.

    `more` are further parts by name, related to the document by the id `r…`: `header1` by `rheader1`.
    """
    own = {
        "styles": f"<w:styles {NAMESPACES}>{defaults}{styles}</w:styles>",
        "settings": f"<w:settings {NAMESPACES}>{settings}</w:settings>",
        **more,
    }
    rows = [(f"r{name}", name.rstrip("0123456789"), f"{name}.xml") for name in own]
    return zipped(
        parts()
        | {f"word/{name}.xml": xml for name, xml in own.items()}
        | {
            "[Content_Types].xml": content_types(*own),
            "_rels/.rels": relations(
                ("rId1", "officeDocument", "word/document.xml"), ("rId2", "core-properties", "docProps/core.xml")
            ),
            "docProps/core.xml": CORE.format(title),
            "word/document.xml": document(body).replace("<w:body>", f"{before}<w:body>"),
            "word/_rels/document.xml.rels": relations(*rows, ("link", "hyperlink", "https://harbour.example/")),
        }
    )


def told(body: str, **more: str) -> list[str]:
    """What the check says of such a file: `code: fact`, without what all codes begin with."""
    found = check_word("a.docx", word_file(body, **more))
    assert all(one.hint and one.is_error and one.place.file == "a.docx" for one in found)
    return [f"{one.code.removeprefix('accessibility.')}: {one.fact}" for one in found]


def paragraph(text: str, run: str = "", own: str = "") -> str:
    """A paragraph of one run, with properties of its own and of its run."""
    properties = f"<w:pPr>{own}</w:pPr>" if own else ""
    return f'<w:p>{properties}<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def table(*rows: tuple[str, ...], own: str = "", header: bool = True, look: str = 'w:firstRow="1"') -> str:
    """A table of cells with one paragraph each; a cell that begins with "<" is XML: its properties and blocks."""
    made = ""
    for number, row in enumerate(rows):
        mark = "<w:trPr><w:tblHeader/></w:trPr>" if header and number == 0 else ""
        cells = "".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row)
        made += f"<w:tr>{mark}{cells}</w:tr>"
    return f"<w:tbl><w:tblPr>{own}<w:tblLook {look}/></w:tblPr>{made}</w:tbl>"


def header(body: str) -> str:
    return f"<w:hdr {NAMESPACES}>{body}</w:hdr>"
