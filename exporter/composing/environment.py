"""The Jinja2 environment of every channel: sandboxed, strict about unknown names, escaping by default."""

from __future__ import annotations

from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from exporter.composing.compiled_templates import CompiledTemplates
from exporter.composing.folders import TemplateFolders


def make_environment(folders: TemplateFolders, cache: Path | None) -> ImmutableSandboxedEnvironment:
    """An environment whose templates come from `folders`; HTML is escaped unless a macro made it.

    What is compiled is kept below `cache`, where there is one.
    """
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders.folders]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(cache) if cache else None,
    )
