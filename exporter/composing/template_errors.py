"""A mistake in a template, told with the template's file and line."""

from __future__ import annotations

import re
from pathlib import Path
from types import TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from exporter.composing.folders import TemplateFolders
from exporter.diagnostics import Diagnostic, Place, Severity, Source
from exporter.project import shown_path
from exporter.reading.encoding import read_text

HINTS: dict[type[BaseException], str] = {
    UndefinedError: "docs/templates.md lists what a template can name; `is defined` allows for what may be absent.",
    SecurityError: "Templates run in a sandbox: they can read the release, and change or reach nothing else.",
    OverflowError: "Templates run in a sandbox, which limits how long a range may be.",
    TemplateNotFound: "A template is looked for in the project's templates/ first, then among the packaged ones.",
    TemplateSyntaxError: "The line is where Jinja2 noticed; the mistake may stand a little before it.",
    RecursionError: "A macro or an include calls itself without end.",
}

OBJECT = re.compile(r"'(?:\w+\.)*(\w+) object' has no attribute")  # as Jinja2 says it, with the module


def template_diagnostic(error: BaseException, page: str, folders: TemplateFolders) -> Diagnostic:
    """The diagnostic of an exception that composing `page` raised."""
    if isinstance(error, UnicodeDecodeError) and (unreadable := _file_of(error.object, folders)):
        return read_text(shown_path(unreadable), error.object).diagnostics[0]
    file, line = _where(error, folders)
    hint = next((text for kind, text in HINTS.items() if isinstance(error, kind)), "")
    fact = _fact(error)
    if file is None:
        return Diagnostic(Severity.ERROR, "template.mistake", fact, Place(page), hint)
    source = Source(shown_path(file), file.read_text(encoding="utf-8", errors="replace"))
    text = source.line(line)
    column = len(text) - len(text.lstrip()) + 1
    return source.error("template.mistake", fact, line=line, column=column, length=len(text.strip()) or 1, hint=hint)


def _file_of(data: bytes, folders: TemplateFolders) -> Path | None:
    """The file that holds these bytes: Jinja2 does not say which one it could not decode."""
    files = (path for folder in folders.folders for path in sorted(folder.rglob("*")) if path.is_file())
    return next((path for path in files if path.read_bytes() == data), None)


def _fact(error: BaseException) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template “{error.name}”"
    if isinstance(error, RecursionError):
        return "this goes round without end"
    words = (str(error) or type(error).__name__).rstrip(".").split("\n")[0]
    return OBJECT.sub(r"\1 has no attribute", words)


def _where(error: BaseException, folders: TemplateFolders) -> tuple[Path | None, int]:
    """The innermost line of a template in the exception: its own, or the traceback's (Jinja2 rewrites it to templates)."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Path(error.filename), error.lineno
    found: tuple[Path | None, int] = (None, 0)
    trace: TracebackType | None = error.__traceback__
    while trace:
        path = Path(trace.tb_frame.f_code.co_filename)
        if any(path.is_relative_to(folder) for folder in folders.folders):
            found = (path, trace.tb_lineno)
        trace = trace.tb_next
    return found
