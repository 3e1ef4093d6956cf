"""The one module that knows every stage: reading here, then each channel in a worker's workshop, then the outputs.

Workers are forked, and begin to import the channels' libraries, before anything is read.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from exporter.composing.folders import TemplateFolders
from exporter.diagnostics import Diagnostic, Place, Severity, Source
from exporter.errors import Refused, WorkerLost
from exporter.moment import Clock, build_moment
from exporter.project import Project, shown_path
from exporter.record import Origin
from exporter.rendering.renderers import CHANNELS
from exporter.target import Target
from exporter.workers import Crew, Ticket

if TYPE_CHECKING:
    from exporter.brand import Brand
    from exporter.model import Release
    from exporter.orders import Order, Product

SLOWEST, GIVING_WAY = "pdf", 10  # workers of other channels leave it a core to itself (priority as in nice(2))
AHEAD = 4  # releases that are under way at once, so that memory stays flat however many there are


class Options(Struct, frozen=True):
    """What is asked for: channels, the folder for outputs (None = the project's `build/`), and whether warnings fail.

    `target` says what outputs are made for.
    """

    channels: tuple[str, ...] = CHANNELS
    out: Path | None = None
    strict: bool = False
    target: Target = Target()


class World(Struct, frozen=True):
    """The effects that a build may use. `cache` is a folder for what takes long to make; None = keep nothing."""

    environment: Mapping[str, str]
    clock: Clock
    cores: int = field(default_factory=lambda: os.cpu_count() or 1)
    cache: Path | None = None


class Outcome(Struct, frozen=True):
    """What became of one content file. `paths` are the files written, () when the build failed."""

    story: str
    folder: Path
    paths: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    words: int = 0

    @property
    def fine(self) -> bool:
        return bool(self.paths)


class _UnderWay(Struct, frozen=True):
    """A release whose channels are being made."""

    release: Release
    moment: dt.datetime
    tickets: tuple[Ticket[Order], ...]
    diagnostics: tuple[Diagnostic, ...]


def build(project: Project, stories: Sequence[Path], options: Options, world: World) -> Iterator[Outcome]:
    """Build content files, one outcome each, in order. A mistake of the brand is an outcome of its own that comes first."""
    size = len(options.channels) if len(stories) == 1 else min(world.cores, len(stories))
    with Crew(size, _equipment(project, options, world)) as crew:
        yield from _Build(project, options, world, crew).run(stories)


def _equipment(project: Project, options: Options, world: World) -> Callable[[int], Callable[[Order], Product]]:
    """How a worker is equipped: with a workshop that has imported one of the channels."""

    def equip(number: int) -> Callable[[Order], Product]:
        from exporter.workshop import Workshop

        channel = options.channels[number % len(options.channels)]
        if channel != SLOWEST and SLOWEST in options.channels:
            os.nice(GIVING_WAY)
        return Workshop(TemplateFolders.of_project(project.root), world.cache, [channel])

    return equip


class _Build:
    """One run of the command: the brand and the workers that its releases share."""

    def __init__(self, project: Project, options: Options, world: World, crew: Crew[Order, Product]) -> None:
        self.project, self.options, self.world, self.crew = project, options, world, crew
        self.folders = TemplateFolders.of_project(project.root)
        self.out = options.out or Path(shown_path(project.build))
        self.versions: Mapping[str, str] = {}

    def run(self, stories: Sequence[Path]) -> Iterator[Outcome]:
        from exporter.reading.brand.file import read_brand

        brand = read_brand(self.project.brand, self.project.root)
        if brand.diagnostics:
            yield Outcome(shown_path(self.project.brand or Path()), self.out, (), brand.diagnostics)
        if brand.value is None or self._fails(brand.diagnostics):
            return
        pending: list[_UnderWay | Outcome] = []
        names: dict[str, Path] = {}
        for story in stories:
            first = names.setdefault(story.name.casefold(), story)
            twin = self._failed(story, (_same_name(story, first),)) if first != story else None
            pending.append(twin or self._begin(story, brand.value))
            if len(pending) >= AHEAD:
                yield self._finish(pending.pop(0))
        for entry in pending:
            yield self._finish(entry)

    def _begin(self, story: Path, brand: Brand) -> _UnderWay | Outcome:
        """Read a content file and order its channels."""
        from exporter.checking import check
        from exporter.composing.labels import labels_for
        from exporter.drawing.drawing import draw_charts
        from exporter.orders import Order
        from exporter.reading.content_file import read_release

        if not _is_text(str(story)):
            return self._failed(story, (_badly_named(story),))
        try:
            data = story.read_bytes()
        except OSError as error:
            return self._failed(story, (_unreadable(story, error),))
        reading = read_release(str(story), data, self.project.root, brand)
        if reading.value is None or self._fails(reading.diagnostics):
            return self._failed(story, reading.diagnostics)
        release, text = reading.value, data.decode("utf-8-sig")
        labels, drawings = labels_for(release, self.folders), draw_charts(release, brand, self.world.cache)
        checked = check(release, Source(str(story), text))
        said = (*reading.diagnostics, *checked, *labels.diagnostics, *drawings.diagnostics)
        if labels.value is None or drawings.value is None or self._fails(said):
            return self._failed(story, said)
        moment = build_moment(release.meta.date, self.world.environment, self.world.clock)
        strict, target, origin = self.options.strict, self.options.target, Origin(self._path_of(story), data)
        orders = [
            Order(channel, release, text, brand, labels.value, moment, strict, target, drawings.value, origin)
            for channel in self.options.channels
        ]
        tickets = tuple(self.crew.submit(order, number) for number, order in enumerate(orders))
        return _UnderWay(release, moment, tickets, said)

    def _path_of(self, story: Path) -> str:
        """A content file's path from the project's root; its name alone when it is not in there."""
        path, root = story.resolve(), self.project.root.resolve()
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name

    def _finish(self, entry: _UnderWay | Outcome) -> Outcome:
        """Collect a release's channels and write its outputs."""
        if isinstance(entry, Outcome):
            return entry
        self._read_versions()
        products = [self._product(ticket) for ticket in entry.tickets]
        found = (*entry.diagnostics, *(diagnostic for product in products for diagnostic in product.diagnostics))
        said = tuple(dict.fromkeys(found))
        if self._fails(said):
            return self._failed(Path(entry.release.file), said)
        return self._write(entry, products, said)

    def _read_versions(self) -> None:
        """Look up what the manifest says of versions, while the workers are busy."""
        from exporter.manifest import versions

        self.versions = self.versions or versions()

    def _product(self, ticket: Ticket[Order]) -> Product:
        from exporter.orders import Product

        channel = ticket.order.channel
        try:
            return self.crew.wait(ticket)
        except Refused as refused:
            return Product(channel, diagnostics=refused.diagnostics)
        except WorkerLost as lost:
            return Product(channel, diagnostics=(_lost(ticket.order.release.file, channel, lost),))

    def _write(self, entry: _UnderWay, products: Sequence[Product], said: tuple[Diagnostic, ...]) -> Outcome:
        from exporter.manifest import record
        from exporter.outputs import write_outputs

        release, folder = entry.release, self.out / entry.release.slug
        files = [artifact for product in products for artifact in product.artifacts]
        parity = [product.parity for product in products if product.parity]
        try:
            written = write_outputs(folder, files, record(release, entry.moment, parity, self.versions))
        except OSError as error:
            return self._failed(Path(release.file), (*said, _unwritable(folder, error)))
        words = max(one.words for one in parity)
        return Outcome(release.file, folder, written.paths, (*said, *written.diagnostics), words)

    def _fails(self, diagnostics: Sequence[Diagnostic]) -> bool:
        return any(diagnostic.is_error or self.options.strict for diagnostic in diagnostics)

    def _failed(self, story: Path, diagnostics: Sequence[Diagnostic]) -> Outcome:
        return Outcome(str(story), self.out / story.name.removesuffix(".md"), (), tuple(diagnostics))


# --- what can go wrong -------------------------------------------------------------------------------------------------


def _same_name(story: Path, first: Path) -> Diagnostic:
    hint = "Rename one of them: the folder of a release's outputs has the name of its content file."
    return Diagnostic(Severity.ERROR, "build.same-name", f"{first} has the same name", Place(str(story)), hint)


def _is_text(name: str) -> bool:
    """Whether a file's name could be decoded; Python keeps the bytes that could not as half characters (PEP 383)."""
    return name.isascii() or not any("\ud800" <= character <= "\udfff" for character in name)


def _badly_named(story: Path) -> Diagnostic:
    fact = "the name of this file, or of its folder, is not UTF-8"
    hint = "Rename it. If you can read the name, the terminal is set to another encoding: LANG=C.UTF-8 helps."
    return Diagnostic(Severity.ERROR, "file.name", fact, Place(str(story)), hint)


def _lost(file: str, channel: str, lost: WorkerLost) -> Diagnostic:
    fact = f"the {channel} channel was not finished: {lost}"
    hint = "Memory may have run out; build fewer releases at once, or make its pictures smaller."
    return Diagnostic(Severity.ERROR, "build.worker-lost", fact, Place(file), hint)


def _unreadable(story: Path, error: OSError) -> Diagnostic:
    hint = "Does the file exist, and may you read it?"
    return Diagnostic(
        Severity.ERROR, "file.unreadable", f"this file can't be read: {_reason(error)}", Place(str(story)), hint
    )


def _unwritable(folder: Path, error: OSError) -> Diagnostic:
    hint = "Earlier outputs are as they were. Is there room on the disk, and may you write here?"
    return Diagnostic(
        Severity.ERROR, "output.unwritable", f"the outputs can't be written: {_reason(error)}", Place(str(folder)), hint
    )


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
