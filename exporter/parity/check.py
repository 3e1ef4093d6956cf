"""Parity of one channel: read its artifacts back, compare, and tell each difference at its place in the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import PurePath

from exporter import walking
from exporter.artifact import Artifact
from exporter.composing.segments import Segment
from exporter.diagnostics import Diagnostic, Source
from exporter.model import Release, Span
from exporter.parity.compare import Difference, against_composition, against_release, count_words, word_for_word
from exporter.parity.html_reader import segments
from exporter.parity.readback import ReadBack, Reader
from exporter.parity.verdict import Parity
from exporter.rendering.job import Job

READERS: Mapping[str, str] = {
    ".pdf": "exporter.parity.pdf_reader",
    ".docx": "exporter.parity.docx_reader",
    ".html": "exporter.parity.html_reader",
    ".txt": "exporter.parity.text_reader",
}
SUFFIXES: Mapping[str, str] = {"pdf": ".pdf", "word": ".docx"}


def read_back(artifact: Artifact) -> Mapping[str, ReadBack]:
    """The texts in an artifact, by the suffix whose composition each must match; a message holds two."""
    suffix = PurePath(artifact.name).suffix
    if suffix == ".eml":
        from exporter.parity import eml_reader

        return eml_reader.read(artifact.data)
    read: Reader = import_module(READERS[suffix]).read
    return {suffix: read(artifact.data)}


def check_channel(job: Job, source: Source, artifacts: Sequence[Artifact]) -> Parity:
    """Hold the artifacts of a job's channel against its release, whose file is `source`."""
    release, channel = job.release, job.composition.channel
    pieces = list(walking.pieces(release))
    known = frozenset(name for name, _ in release.fields)
    composed = composed_segments(job)
    teller = _Teller(release, source, channel)
    diagnostics: list[Diagnostic] = []
    for suffix, own in composed.items():
        for difference in against_release(pieces, own, known):
            diagnostics.append(teller.tell(f"the {suffix} composition", difference))
    for artifact in artifacts if not diagnostics else ():
        diagnostics += [teller.tell(artifact.name, difference) for difference in _held(artifact, composed)]
    return Parity(channel, len(pieces), sum(count_words(piece.text) for piece in pieces), tuple(diagnostics))


def composed_segments(job: Job) -> Mapping[str, Sequence[Segment]]:
    """What a channel's templates composed, by the suffix of the file that must say it."""
    channel, html = job.composition.channel, job.composition.html
    if channel == "email":
        from exporter.rendering.email import plaintext

        return {".html": segments(html, channel), ".txt": plaintext.segments(job)}
    own = segments(html, channel)
    return {
        SUFFIXES[channel]: own if job.release.meta.word.template is None or channel != "word" else _in_template(job, own)
    }


def _in_template(job: Job, own: Sequence[Segment]) -> Sequence[Segment]:
    """A page between the words of the house's template; only Word copies have one."""
    from exporter.parity.house_words import around

    return around(job, own)


def _held(artifact: Artifact, composed: Mapping[str, Sequence[Segment]]) -> Iterator[Difference]:
    """What the artifact says otherwise than its composition."""
    for suffix, back in read_back(artifact).items():
        for flow, text in (("flow", back.flow), ("note", back.notes)):
            own = [segment for segment in composed[suffix] if segment.flow == flow]
            yield from against_composition(own, text) or ([] if suffix == ".pdf" else word_for_word(own, text))


class _Teller:
    """Makes a diagnostic of a difference: where the piece stands in the source."""

    def __init__(self, release: Release, source: Source, channel: str) -> None:
        self.source, self.channel = source, channel
        self.spans: dict[str, Span] = {block.id: block.span for block in walking.blocks(release)}
        self.spans |= dict(release.fields)
        self.spans |= {piece.id: piece.span for piece in walking.pieces(release)}

    def tell(self, file: str, difference: Difference) -> Diagnostic:
        span = self.spans.get(difference.id)
        name = f"block {difference.id}" if span else "text of the template"
        return self.source.error(
            f"parity.{self.channel}",
            f"{file} disagrees with the source at {name}: {difference.fact}",
            line=span.line if span else 0,
            column=span.column if span else 1,
            hint=f"Look at the templates of the {self.channel} channel; if they are the packaged ones, please report this.",
        )
