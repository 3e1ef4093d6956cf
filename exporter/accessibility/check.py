"""All rules, and what a file breaks of them as diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from exporter.accessibility.contrast import weak_contrast
from exporter.accessibility.document import Document, Finding, read_document
from exporter.accessibility.headings import heading_levels, no_heading
from exporter.accessibility.languages import no_language, untagged_language
from exporter.accessibility.links import link_text
from exporter.accessibility.lists import typed_lists
from exporter.accessibility.pictures import floating, undescribed
from exporter.accessibility.places import place
from exporter.accessibility.properties import compatibility, moving_text, title
from exporter.accessibility.spacing import empty_paragraphs
from exporter.accessibility.tables import header_row, merged_cells, nested_tables
from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.opc import open_package

RULES: Sequence[Callable[[Document], Iterator[Finding]]] = (
    title,
    no_language,
    compatibility,
    heading_levels,
    no_heading,
    undescribed,
    floating,
    header_row,
    merged_cells,
    nested_tables,
    weak_contrast,
    link_text,
    untagged_language,
    typed_lists,
    empty_paragraphs,
    moving_text,
)
MOST_PLACES = 3  # that are named of one fact


def check_word(file: str, data: bytes) -> tuple[Diagnostic, ...]:
    """What keeps people from using a Word file that the user calls `file`; nothing when all rules are kept."""
    opened = open_package(file, data)
    if opened.value is None:
        return opened.diagnostics
    document = read_document(opened.value)
    findings = [finding for rule in RULES for finding in rule(document)]
    return (*opened.diagnostics, *_told(file, findings))


def _told(file: str, findings: Iterable[Finding]) -> Iterator[Diagnostic]:
    """Each fact once, with the first of its places."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.code, finding.fact), []).append(finding)
    for (code, fact), group in groups.items():
        where = _places(group)
        yield Diagnostic(Severity.ERROR, code, f"{where}: {fact}" if where else fact, Place(file), group[0].hint)


def _places(group: Sequence[Finding]) -> str:
    named = list(dict.fromkeys(place(finding.story, finding.element) for finding in group[:MOST_PLACES]))
    more = len(group) - MOST_PLACES
    return "; ".join(named) + (f"; and {more} more" if more > 0 else "")
