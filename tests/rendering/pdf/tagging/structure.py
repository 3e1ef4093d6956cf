"""The tag tree of a PDF as a reader finds it, for tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pikepdf


@dataclass(frozen=True)
class Tag:
    """A structure element, and the file that it is in, which must stay open."""

    entry: pikepdf.Object
    file: pikepdf.Pdf

    @property
    def kind(self) -> str:
        return str(self.entry.S).removeprefix("/")

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of its kind, such as `Scope`."""
        return {name[1:]: str(value).removeprefix("/") for name, value in dict(self.entry.get("/A", {})).items()}

    def text(self, name: str) -> str:
        """An entry that is a text string, such as `Alt` or `Lang`, or ""."""
        return str(self.entry.get(f"/{name}", ""))

    @cached_property
    def _contents(self) -> list[pikepdf.Object]:
        kids = self.entry.get("/K")
        if kids is None:
            return []
        return list(kids) if isinstance(kids, pikepdf.Array) else [kids]

    @cached_property
    def kids(self) -> list[Tag]:
        return [Tag(kid, self.file) for kid in self._contents if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]

    @property
    def annotations(self) -> list[pikepdf.Object]:
        """The link annotations in it."""
        return [kid.Obj for kid in self._contents if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"]

    @property
    def pages(self) -> int:
        """On how many pages its own content is."""
        own = {self.entry.Pg.objgen for kid in self._contents if isinstance(kid, int)}
        return len(own | {kid.Pg.objgen for kid in self._contents if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid})

    def walk(self) -> Iterator[Tag]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def outline(self) -> str:
        """Its kind, and in brackets the outlines of what is in it: `LI[Lbl LBody[P]]`."""
        inner = " ".join(kid.outline() for kid in self.kids)
        return f"{self.kind}[{inner}]" if inner else self.kind


def tags(file: pikepdf.Pdf) -> Tag:
    """The `Document` at the root of a file's tags."""
    return Tag(file.Root.StructTreeRoot.K, file)


def all_of(file: pikepdf.Pdf, kind: str) -> list[Tag]:
    return [tag for tag in tags(file).walk() if tag.kind == kind]
