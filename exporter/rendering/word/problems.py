"""What the writer has to say: each problem once, at its place in a template or in the source."""

from __future__ import annotations

from exporter import walking
from exporter.composing.folders import TemplateFolders
from exporter.diagnostics import Diagnostic, Place, Severity, Source
from exporter.model import Release
from exporter.project import shown_path

VOCABULARY_HINT = "docs/templates.md lists what may stand in a template of the Word copy."
TEMPLATES = ("word/blocks.html.j2", "inlines.html.j2")  # where else than in the page to look for what is wrong


class Problems:
    """Collects diagnostics. `template` is the page template's name."""

    def __init__(self, release: Release, folders: TemplateFolders, template: str) -> None:
        self.release, self.folders, self.template = release, folders, template
        self._told: dict[Diagnostic, None] = {}

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return tuple(self._told)

    def add(self, *diagnostics: Diagnostic) -> None:
        for diagnostic in diagnostics:
            self._tell(diagnostic)

    # --- mistakes of a template ----------------------------------------------------------------------------------------

    def unknown_element(self, tag: str) -> None:
        self._in_template("word.unknown-element", f"<{tag}> has no form in Word", f"<{tag}", VOCABULARY_HINT)

    def unknown_class(self, tag: str, name: str) -> None:
        self._in_template("word.unknown-class", f"the class “{name}” of <{tag}> has no form in Word", name, VOCABULARY_HINT)

    def misplaced(self, tag: str) -> None:
        fact = f"<{tag}> is a block, and stands here among words"
        self._in_template("word.misplaced-element", fact, "", VOCABULARY_HINT)

    def unknown_picture(self, name: str) -> None:
        hint = "`src` is the name of a picture of the release, or of a logo of the brand."
        self._in_template("word.unknown-picture", f"the release has no picture “{name}”", name, hint)

    def unknown_note(self, note: str) -> None:
        hint = "Each note stands in an element of class “footnote” that has its id."
        self._in_template("word.unknown-note", f"a footnote “{note}” is called, and the page holds none", "", hint)

    def lost_note(self, note: str) -> None:
        self._in_template("word.lost-note", f"the footnote “{note}” is never called", "", "")

    def unknown_anchor(self, target: str) -> None:
        fact = f"a link leads to “#{target}”, where nothing stands; it became plain text"
        self._in_template("word.unknown-anchor", fact, target, "", Severity.WARNING)

    def _in_template(self, code: str, fact: str, sought: str, hint: str, severity: Severity = Severity.ERROR) -> None:
        """A diagnostic at the first line of the channel's templates that holds the text, else at the page as a whole."""
        files = [file for name in (self.template, *TEMPLATES) if (file := self.folders.find(name))]
        for file in files if sought else ():
            source = Source(shown_path(file), file.read_text(encoding="utf-8", errors="replace"))
            for number, line in enumerate(source.lines, start=1):
                if (column := line.find(sought)) >= 0:
                    place = Place(source.file, number, column + 1, len(sought))
                    self._tell(Diagnostic(severity, code, fact, place, hint, line))
                    return
        self._tell(Diagnostic(severity, code, fact, Place(shown_path(files[0]) if files else self.template), hint))

    # --- what the source asks for and Word can't do ----------------------------------------------------------------------

    def broken_picture(self, name: str, reason: str) -> None:
        self._in_source(Severity.ERROR, "word.broken-picture", f"the picture “{name}” can't be drawn: {reason}", "")

    def note_in_note(self, note: str) -> None:
        hint = "Call it in the text as well, or put its words into the note that calls it."
        fact = "this note is called only inside another one, and Word has no notes inside notes"
        self._in_source(Severity.ERROR, "word.note-in-note", fact, note, hint)

    def forbidden_character(self, character: str, piece: str) -> None:
        fact = f"the character U+{ord(character):04X} can't stand in a Word file"
        hint = "It is a control character that no reader sees: delete it."
        self._in_source(Severity.ERROR, "word.forbidden-character", fact, piece, hint)

    def too_deep(self, piece: str) -> None:
        fact = "this list is nested more deeply than Word's nine levels; it is shown at the ninth"
        self._in_source(Severity.WARNING, "word.deep-list", fact, piece)

    def too_high(self, piece: str, start: int, highest: int) -> None:
        fact = f"this list starts at {start}; Word counts up to {highest}, where it starts now"
        self._in_source(Severity.WARNING, "word.high-list", fact, piece)

    def _in_source(self, severity: Severity, code: str, fact: str, piece: str, hint: str = "") -> None:
        """A diagnostic at a block or field of the release, by its id."""
        spans = {block.id: block.span for block in walking.blocks(self.release)} | dict(self.release.fields)
        span = spans.get(piece) or spans.get(piece.split(".")[0])
        place = Place(self.release.file, span.line, span.column) if span else Place(self.release.file)
        self._tell(Diagnostic(severity, code, fact, place, hint))

    def _tell(self, diagnostic: Diagnostic) -> None:
        self._told.setdefault(diagnostic, None)
