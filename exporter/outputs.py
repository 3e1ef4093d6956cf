"""The folder of a release: files appear whole or not at all, and nobody's edits are written over."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from exporter.artifact import Artifact
from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.errors import Refused

MANIFEST = "manifest.json"


class Written(Struct, frozen=True):
    """The paths of what was written, in order, and what there is to say about it."""

    paths: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def write_outputs(folder: Path, artifacts: Iterable[Artifact], record: Mapping[str, object]) -> Written:
    """Put a release's artifacts and its manifest into `folder`.

    All files are first written beside their places under temporary names; only when each is whole are they renamed, the
    manifest last. A file that somebody changed since we wrote it is moved aside, never written over. What an earlier build
    made and this one did not is removed, and that is told, since nothing proves that it says the same.

    Raises OSError, with the earlier files as they were, when the disk refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    earlier = _earlier_files(folder)
    files = list(artifacts)
    hashes = {artifact.name: {"sha256": sha256(artifact.data), "bytes": len(artifact.data)} for artifact in files}
    text = json.dumps({**record, "files": hashes}, indent=2, ensure_ascii=False) + "\n"
    staged = _stage(folder, [*files, Artifact(MANIFEST, text.encode())])
    diagnostics = [said for artifact in files if (said := _save_edits(folder / artifact.name, artifact, earlier))]
    for temporary, path in staged:
        temporary.replace(path)
    diagnostics += _remove_stale([folder / name for name in earlier if name not in hashes], earlier)
    return Written(tuple(path for _, path in staged), tuple(diagnostics))


def write_over(path: Path, before: bytes, after: bytes) -> None:
    """Put `after` in the place of a file that holds `before`, whole or not at all, with the same permissions.

    Raises Refused when the file holds something else by now, OSError with the file as it was when the disk refuses.
    """
    file = path.resolve()
    temporary = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with temporary.open("wb") as stream:
            stream.write(after)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(file.stat().st_mode & 0o7777)
        if file.read_bytes() != before:
            hint = "Somebody, or an editor, has written it meanwhile: call it again."
            fact = "this file has changed while the copy was merged, so it was left as it is"
            raise Refused(Diagnostic(Severity.ERROR, "output.changed", fact, Place(str(path)), hint))
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _earlier_files(folder: Path) -> dict[str, str]:
    """Name → SHA-256 of what the last build wrote there; nothing when its manifest can't be read."""
    try:
        files = json.loads((folder / MANIFEST).read_bytes())["files"]
        return {name: entry["sha256"] for name, entry in files.items() if Path(name).name == name}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _stage(folder: Path, artifacts: list[Artifact]) -> list[tuple[Path, Path]]:
    """Write each artifact under a temporary name; on any failure none of them stays."""
    staged: list[tuple[Path, Path]] = []
    try:
        for artifact in artifacts:
            temporary = folder / f".{artifact.name}.{os.getpid()}.part"
            staged.append((temporary, folder / artifact.name))
            with temporary.open("wb") as stream:
                stream.write(artifact.data)
    except BaseException:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
        raise
    return staged


def _save_edits(path: Path, artifact: Artifact, earlier: Mapping[str, str]) -> Diagnostic | None:
    """Move a file aside that is neither what we wrote nor what we write, and say so."""
    if not path.is_file() or sha256(path.read_bytes()) in (earlier.get(path.name), sha256(artifact.data)):
        return None
    number = 1
    while (kept := path.with_name(f"{path.stem}.edited-{number}{path.suffix}")).exists():
        number += 1
    path.rename(kept)
    return Diagnostic(
        Severity.WARNING,
        "output.edited",
        f"this file was changed after it was built, so it was kept as {kept.name}",
        Place(str(path)),
        "Take what you need from it; a build makes the file anew from the content file.",
    )


def _remove_stale(paths: Iterable[Path], earlier: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Remove files of an earlier build that nobody edited, and say so."""
    for path in paths:
        if path.is_file() and sha256(path.read_bytes()) == earlier[path.name]:
            path.unlink()
            fact = "this file of an earlier build was removed, since this build did not make it"
            hint = "Files of two builds might disagree. Without --to, a build makes all of them."
            yield Diagnostic(Severity.WARNING, "output.removed", fact, Place(str(path)), hint)
