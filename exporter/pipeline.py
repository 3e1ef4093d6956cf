"""The one module that knows every stage: reading → composing → rendering → parity → outputs.

The slowest channel is rendered by a worker that was forked, and began to import its library, before anything was read.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from exporter.diagnostics import Diagnostic, Place, Result, Severity, Source
from exporter.moment import Clock, build_moment
from exporter.outputs import write_outputs
from exporter.project import Project, shown_path
from exporter.rendering.renderers import CHANNELS, render, warm_up
from exporter.workers import Crew, Ticket, WorkerLost

if TYPE_CHECKING:
    from exporter.artifact import Artifact
    from exporter.brand import Brand
    from exporter.composing.compose import Composer
    from exporter.model import Release
    from exporter.parity.check import Parity
    from exporter.rendering.job import Job

SLOWEST_FIRST = ("pdf", "word", "email")
AHEAD = 4  # releases that are under way at once, so that memory stays flat however many there are


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked for: channels, the folder for outputs (None = the project's `build/`), and whether warnings fail."""

    channels: tuple[str, ...] = CHANNELS
    out: Path | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class World:
    """The effects that a build may use. `cache` is a folder for what takes long to make; None = keep nothing."""

    environment: Mapping[str, str]
    clock: Clock
    cores: int = field(default_factory=lambda: os.cpu_count() or 1)
    cache: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one content file. `paths` are the files written, () when the build failed."""

    story: str
    folder: Path
    paths: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    words: int = 0

    @property
    def fine(self) -> bool:
        return bool(self.paths)


@dataclass(frozen=True, slots=True)
class _UnderWay:
    """A release whose slow channels are at work elsewhere."""

    release: Release
    source: Source
    jobs: Mapping[str, Job]
    tickets: Mapping[str, Ticket[Result[tuple[Artifact, ...]]]]
    diagnostics: tuple[Diagnostic, ...]


def build(project: Project, stories: Sequence[Path], options: Options, world: World) -> Iterator[Outcome]:
    """Build content files, one outcome each, in order. A mistake of the brand is an outcome of its own that comes first."""
    away = _channels_away(options.channels, len(stories))
    workers = min(world.cores, len(stories)) if away else 0
    with Crew(workers, _WarmUp(away)) as crew:
        yield from _Build(project, options, world, crew, away).run(stories)


def _channels_away(channels: Sequence[str], stories: int) -> tuple[str, ...]:
    """What workers render: the slowest channel of a single release; of many releases all but the quickest."""
    wanted = [channel for channel in SLOWEST_FIRST if channel in channels]
    return tuple(wanted[:1] if stories == 1 else wanted[:2])


@dataclass(frozen=True, slots=True)
class _WarmUp:
    """What a worker does first."""

    channels: tuple[str, ...]

    def __call__(self) -> None:
        for channel in self.channels:
            warm_up(channel)


class _Build:
    """One run of the command: the brand, the templates and the workers that its releases share."""

    def __init__(self, project: Project, options: Options, world: World, crew: Crew, away: Sequence[str]) -> None:
        self.project, self.options, self.world, self.crew, self.away = project, options, world, crew, away
        self.out = options.out or Path(shown_path(project.build))

    def run(self, stories: Sequence[Path]) -> Iterator[Outcome]:
        from exporter.composing.compose import Composer
        from exporter.composing.folders import TemplateFolders
        from exporter.reading.brand_file import read_brand

        brand = read_brand(self.project.brand, self.project.root)
        if brand.diagnostics:
            yield Outcome(shown_path(self.project.brand or Path()), self.out, (), brand.diagnostics)
        if brand.value is None or self._fails(brand.diagnostics):
            return
        composer = Composer(TemplateFolders.of_project(self.project.root), self.world.cache)
        pending: list[_UnderWay | Outcome] = []
        names: dict[str, Path] = {}
        for story in stories:
            first = names.setdefault(story.name.casefold(), story)
            twin = self._failed(story, (_same_name(story, first),)) if first != story else None
            pending.append(twin or self._begin(story, brand.value, composer))
            if len(pending) >= AHEAD:
                yield self._finish(pending.pop(0))
        for entry in pending:
            yield self._finish(entry)

    # --- the first half: read, compose, hand out ---------------------------------------------------------------------

    def _begin(self, story: Path, brand: Brand, composer: Composer) -> _UnderWay | Outcome:
        from exporter.reading.content_file import read_release

        try:
            data = story.read_bytes()
        except OSError as error:
            return self._failed(story, (_unreadable(story, error),))
        reading = read_release(str(story), data, self.project.root, brand)
        if reading.value is None or self._fails(reading.diagnostics):
            return self._failed(story, reading.diagnostics)
        release = reading.value
        source = Source(str(story), data.decode("utf-8-sig"))
        moment = build_moment(release.meta.date, self.world.environment, self.world.clock)
        jobs, said = self._compose(release, brand, composer, moment)
        diagnostics = (*reading.diagnostics, *said)
        if self._fails(diagnostics):
            return self._failed(story, diagnostics)
        tickets = {channel: self.crew.submit(render, channel, jobs[channel]) for channel in self.away}
        return _UnderWay(release, source, jobs, tickets, diagnostics)

    def _compose(
        self, release: Release, brand: Brand, composer: Composer, moment: dt.datetime
    ) -> tuple[dict[str, Job], list[Diagnostic]]:
        from exporter.rendering.job import Job

        jobs: dict[str, Job] = {}
        said: list[Diagnostic] = []
        for channel in self.options.channels:
            composed = composer.compose(release, brand, channel)
            said += composed.diagnostics
            if composed.value:
                jobs[channel] = Job(release, brand, composed.value, moment, composer.folders)
        return jobs, list(dict.fromkeys(said))

    # --- the second half: render here, collect, prove, write -----------------------------------------------------------

    def _finish(self, entry: _UnderWay | Outcome) -> Outcome:
        if isinstance(entry, Outcome):
            return entry
        artifacts: dict[str, tuple[Artifact, ...]] = {}
        said = list(entry.diagnostics)
        for channel in self._quickest_first(entry):
            rendered = self._rendered(entry, channel)
            said += rendered.diagnostics
            artifacts[channel] = rendered.value or ()
        if self._fails(said):
            return self._failed(Path(entry.release.file), tuple(said))
        parity = [self._prove(entry, channel, artifacts[channel]) for channel in self.options.channels]
        said += [diagnostic for outcome in parity for diagnostic in outcome.diagnostics]
        if self._fails(said):
            return self._failed(Path(entry.release.file), tuple(said))
        return self._write(entry, artifacts, parity, said)

    def _quickest_first(self, entry: _UnderWay) -> list[str]:
        """What is made here comes before what is waited for."""
        return sorted(self.options.channels, key=lambda channel: channel in entry.tickets)

    def _rendered(self, entry: _UnderWay, channel: str) -> Result[tuple[Artifact, ...]]:
        try:
            if channel in entry.tickets:
                return self.crew.wait(entry.tickets[channel])
            return render(channel, entry.jobs[channel])
        except WorkerLost as lost:
            fact = f"the {channel} channel was not finished: {lost}"
            hint = "Memory may have run out; build fewer releases at once, or make its pictures smaller."
            return Result(None, (entry.source.error("build.worker-lost", fact, hint=hint),))

    def _prove(self, entry: _UnderWay, channel: str, artifacts: Sequence[Artifact]) -> Parity:
        from exporter.parity.check import check_channel

        return check_channel(entry.jobs[channel], entry.source, artifacts)

    def _write(
        self,
        entry: _UnderWay,
        artifacts: Mapping[str, tuple[Artifact, ...]],
        parity: Sequence[Parity],
        said: list[Diagnostic],
    ) -> Outcome:
        from exporter.manifest import record

        release = entry.release
        files = [artifact for channel in self.options.channels for artifact in artifacts[channel]]
        moment = next(iter(entry.jobs.values())).moment
        try:
            written = write_outputs(self.out / release.slug, files, record(release, moment, parity))
        except OSError as error:
            return self._failed(Path(release.file), (*said, _unwritable(self.out / release.slug, error)))
        diagnostics = (*said, *written.diagnostics)
        return Outcome(release.file, self.out / release.slug, written.paths, diagnostics, max(one.words for one in parity))

    def _fails(self, diagnostics: Sequence[Diagnostic]) -> bool:
        return any(diagnostic.is_error or self.options.strict for diagnostic in diagnostics)

    def _failed(self, story: Path, diagnostics: Sequence[Diagnostic]) -> Outcome:
        return Outcome(str(story), self.out / story.name.removesuffix(".md"), (), tuple(diagnostics))


def _same_name(story: Path, first: Path) -> Diagnostic:
    hint = "Rename one of them: the folder of a release's outputs has the name of its content file."
    return Diagnostic(Severity.ERROR, "build.same-name", f"{first} has the same name", Place(str(story)), hint)


def _unreadable(story: Path, error: OSError) -> Diagnostic:
    return Diagnostic(Severity.ERROR, "file.unreadable", f"this file can't be read: {_reason(error)}", Place(str(story)))


def _unwritable(folder: Path, error: OSError) -> Diagnostic:
    hint = "Earlier outputs are as they were. Is there room on the disk, and may you write here?"
    return Diagnostic(
        Severity.ERROR, "output.unwritable", f"the outputs can't be written: {_reason(error)}", Place(str(folder)), hint
    )


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
