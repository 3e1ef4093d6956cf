"""Where templates are: the project's own folder first, then the packaged ones, file by file."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

import exporter


def packaged_templates() -> Path:
    """The templates that come with Pressroom: inside the installed package, or beside it in a checkout."""
    package = Path(exporter.__file__).parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


class TemplateFolders(Struct, frozen=True):
    """The folders to search, in order."""

    folders: tuple[Path, ...]

    @classmethod
    def of_project(cls, project: Path | None) -> TemplateFolders:
        """The project's `templates/` (where there is one) before the packaged folder."""
        own = project / "templates" if project else None
        packaged = packaged_templates()
        if own and own.is_dir() and own.resolve() != packaged.resolve():
            return cls((own, packaged))
        return cls((packaged,))

    def find(self, name: str) -> Path | None:
        """The first file of that name (`pdf/page.html.j2`), or None."""
        for folder in self.folders:
            if (folder / name).is_file():
                return folder / name
        return None
