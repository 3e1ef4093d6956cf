"""Parity of one channel: read its artifacts back, compare, and tell each difference at its place in the source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from exporter import walking
from exporter.artifact import Artifact
from exporter.composing.segments import Segment
from exporter.diagnostics import Diagnostic, Source
from exporter.model import Release, Span
from exporter.parity.compare import Difference, against_composition, against_release, word_for_word
from exporter.parity.readback import ReadBack, Reader


@dataclass(frozen=True, slots=True)
class Parity:
    """The outcome for one channel: `words` counts those of the release that were found again in every artifact."""

    channel: str
    words: int
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class ReaderOf:
    """How a kind of file is read back. `spaced` is False where the file has no spaces of its own to compare (PDF)."""

    module: str
    function: str = "read"
    spaced: bool = True

    def __call__(self, data: bytes) -> ReadBack:
        read: Reader = getattr(import_module(self.module), self.function)
        return read(data)


READERS: Mapping[str, ReaderOf] = {
    ".pdf": ReaderOf("exporter.parity.pdf_reader", spaced=False),
    ".docx": ReaderOf("exporter.parity.docx_reader"),
    ".html": ReaderOf("exporter.parity.html_reader"),
    ".txt": ReaderOf("exporter.parity.text_reader"),
}

Segments = Callable[[str], Sequence[Segment]]


def check_channel(
    release: Release, source: Source, channel: str, artifacts: Sequence[Artifact], composed: Mapping[str, Sequence[Segment]]
) -> Parity:
    """Hold a channel's artifacts against the release.

    `composed` gives the composition behind each artifact, by file suffix; an artifact whose suffix is not there (the
    message, which holds two of the others) is checked by whoever made it.
    """
    pieces = list(walking.pieces(release))
    known = frozenset(name for name, _ in release.fields)
    teller = _Teller(release, source, channel)
    diagnostics: list[Diagnostic] = []
    for artifact in artifacts:
        suffix = PurePath(artifact.name).suffix
        if suffix in composed:
            found = against_release(pieces, composed[suffix], known) or list(_held(artifact, suffix, composed[suffix]))
            diagnostics += [teller.tell(artifact.name, difference) for difference in found]
    return Parity(channel, sum(len(piece.text.split()) for piece in pieces), tuple(diagnostics))


def _held(artifact: Artifact, suffix: str, segments: Sequence[Segment]) -> Iterator[Difference]:
    """What the artifact says otherwise than its composition."""
    back = READERS[suffix](artifact.data)
    for flow, text in (("flow", back.flow), ("note", back.notes)):
        own = [segment for segment in segments if segment.flow == flow]
        found = against_composition(own, text)
        yield from found or (word_for_word(own, text) if READERS[suffix].spaced else [])


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
