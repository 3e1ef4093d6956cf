"""What is told about a template of the house: at the template, or at the front matter where that asks for a style."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.front_matter import WordTemplate
from exporter.model import Release
from exporter.reading.mistakes import suggestion
from exporter.rendering.word.house.names import Names
from exporter.rendering.word.house.places import BodyPlace
from exporter.rendering.word.house.slots import BODY, SLOTS, slot_name
from exporter.rendering.word.problems import Problems

KNOWN = f"Known are {', '.join(SLOTS)}, and {BODY} in a paragraph of its own."
MOST_NAMES = 6  # of styles that one message lists


class HouseProblems:
    """Tells each problem of a template to `problems`."""

    def __init__(self, template: WordTemplate, release: Release, problems: Problems) -> None:
        self.template, self.release, self.problems = template, release, problems

    def places(self, place: BodyPlace) -> None:
        """The text must have one place, and one where it can stand."""
        if len(place.marks) > 1:
            fact = f"{{{{ {BODY} }}}} stands {len(place.marks)} times in this template, and a text has one place"
            self._error("word.template-body", fact, "Delete all but one.")
        elif place.marks and not place.allowed:
            fact = f"{{{{ {BODY} }}}} stands in a table or a text box, where no text with tables and notes can go"
            self._error("word.template-body", fact, "Give it a paragraph of its own in the text.")

    def slots(self, found: Iterable[str], marks: int) -> None:
        """What stands in braces must be known; `marks` are the places of the text among it."""
        for text in dict.fromkeys(found):
            name = slot_name(text)
            if not text.startswith("{{"):
                fact = f"“{text}” stands in this template, which has slots and neither loops nor conditions"
                hint = "What is repeated or left out is decided in templates/word/page.html.j2; see docs/templates.md."
                self._error("word.template-loop", fact, hint)
            elif name == BODY and not marks:
                fact = f"{text} does not stand in a paragraph of its own in the text"
                self._error(
                    "word.template-body", fact, "Give it a paragraph of its own, not in a header and not among words."
                )
            elif name not in SLOTS and name != BODY:
                self._error("word.template-slot", f"“{text}” is no slot", f"{suggestion(name, SLOTS)} {KNOWN}".strip())

    def notes(self) -> None:
        fact = (
            "this template calls notes of its own beside {{ body }}, which would change the numbers of the release's notes"
        )
        self._error("word.template-notes", fact, "Write them as words of the text.")

    def styles(self, names: Names, known: Mapping[str, Sequence[str]]) -> None:
        """Names that the front matter or the brand gives and the template lacks; `known` are those of the kind, by role."""
        for role, name in names.lacking:
            span = dict(self.release.fields).get(f"word.styles.{role}")
            place = Place(self.release.file, span.line, span.column) if span else Place(self.template.file)
            fact = f"the template has no style “{name}” for “{role}”"
            hint = suggestion(name, known[role]) or f"It has {', '.join(sorted(known[role])[:MOST_NAMES])}, …"
            self.problems.add(Diagnostic(Severity.ERROR, "word.template-style", fact, place, hint))

    def added(self, names: Sequence[str]) -> None:
        """Styles of Word's own that the release needs and the template lacks."""
        if names:
            shown = ", ".join(f"“{name}”" for name in names[:MOST_NAMES]) + (", …" if len(names) > MOST_NAMES else "")
            fact = f"this template lacks styles, which are added with the brand's looks: {shown}"
            hint = f"“pressroom template check {self.template.file}” says more; word.styles can name others."
            self.problems.add(Diagnostic(Severity.WARNING, "word.template-styles", fact, Place(self.template.file), hint))

    def _error(self, code: str, fact: str, hint: str) -> None:
        self.problems.add(Diagnostic(Severity.ERROR, code, fact, Place(self.template.file), hint))
