"""How words look beyond what their paragraph's style gives them: bold, italic, code, links, and what has no form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exporter.merging.copy.properties import WORDS, in_words, properties
from exporter.merging.copy.revisions import properties_of
from exporter.merging.copy.stream import Atom, Side
from exporter.merging.copy.styles import Styles
from exporter.merging.runs import Run

BOLD, ITALIC, CODE = "strong", "emphasis", "code"
COMPUTED = ("u", "color")  # what a link brings beside its style


class Formats:
    """Formats of the words in paragraphs of one style; `looks` are those of the table's style, for a cell."""

    def __init__(self, styles: Styles, style: str, looks: Mapping[str, str]) -> None:
        self.styles = styles
        self._given = (styles.defaults, looks, styles.looks(style))
        self._around = {name: value for given in self._given for name, value in given.items()}

    def run(self, atom: Atom, side: Side, note: str) -> Run:
        """An atom as a run; `note` is the id of the note that it calls."""
        if atom.is_picture:
            return Run("", picture=atom.alt)
        if note:
            return Run("", note=note)
        given = properties(properties_of(atom.properties, side))
        if not given:
            return Run(atom.text, link=atom.link, extra=atom.extra)
        style = given.pop("rStyle", "")
        role = self.styles.role(style) if style else ""
        of_style = self.styles.looks(style) if style else {}
        expected = {**self._around, **(of_style if role else {})}
        if not role:
            given = {**of_style, **given}
        bold, italic = self._toggle("b", given, of_style, role), self._toggle("i", given, of_style, role)
        extra = [*atom.extra, *self._extra(given, expected, bool(atom.link)), *_undone(bold, italic)]
        return Run(
            atom.text,
            bold=bold is True,
            italic=italic is True,
            code=role == CODE,
            link=atom.link,
            extra=tuple(dict.fromkeys(extra)),
            lang=self._language(atom.text, given),
        )

    def _toggle(self, name: str, given: Mapping[str, str], of_style: Mapping[str, str], role: str) -> bool | None:
        """Whether words are bold (`b`) or italic (`i`) beyond their paragraph; None when they are less than it."""
        if role == {"b": BOLD, "i": ITALIC}[name] and given.get(name) != "0":
            return True
        is_complex = "1" in (given.get("rtl"), given.get("cs"))
        names = (f"{name}Cs", name) if is_complex else (name, f"{name}Cs")
        base = any(looks.get(name) == "1" for looks in self._given)
        is_styled = bool(role) and of_style.get(name) == "1"
        value = next((given[each] for each in names if each in given), None)
        if value is None or (value == "1") == (base or is_styled):
            return False
        return True if value == "1" else None if base else False

    def _extra(self, given: Mapping[str, str], expected: Mapping[str, str], linked: bool) -> Iterator[str]:
        for name, value in given.items():
            if (
                name in WORDS
                and not (linked and name in COMPUTED)
                and (words := in_words(name, value, expected.get(name, "")))
            ):
                yield words

    def _language(self, text: str, given: Mapping[str, str]) -> str:
        """Word's tag of the words by their kind of script, where it is not the document's own."""
        if "lang" not in given:
            return ""
        tags, own = given["lang"].split(" "), self.styles.defaults.get("lang", "").split(" ")[0]
        is_east_asian = any("\u2e80" <= character <= "\uffdc" for character in text)
        place = 2 if given.get("rtl") == "1" else 1 if is_east_asian else 0
        tag = tags[place] or tags[0]
        return "" if tag == own else tag


def _undone(bold: bool | None, italic: bool | None) -> Iterator[str]:
    if bold is None:
        yield "not bold"
    if italic is None:
        yield "not italic"
