"""LibreOffice Writer as somebody's desk: a copy is put on it, edited by hand, and taken back as a file."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

HANDS = Path(__file__).with_name("hands.py")
PATIENCE_AT_THE_END = 15
PATIENCE = 90  # seconds for one order; the first waits for LibreOffice to start
FIRST_PYTHON = "/usr/bin/python3"  # Debian's python3-uno is made for it


class Text:
    """An open document. A method puts the cursor somewhere, selects, or does something there; each returns the text."""

    def __init__(self, order: Callable[..., object]) -> None:
        self._order = order

    # --- where ---------------------------------------------------------------------------------------------------------

    def over(self, words: str, place: int = 0) -> Text:
        """Select these words, at their `place`th appearance."""
        return self._do("select", words, place, False)

    def over_furniture(self, words: str) -> Text:
        """Select these words in the head or foot of a page."""
        return self._do("select", words, 0, True)

    def before(self, words: str, place: int = 0) -> Text:
        return self.over(words, place)._do("before")

    def after(self, words: str, place: int = 0) -> Text:
        return self.over(words, place)._do("after")

    def start_of(self, words: str, place: int = 0) -> Text:
        """The start of the paragraph in which these words stand."""
        return self.over(words, place)._do("paragraph_start")

    def end_of(self, words: str, place: int = 0) -> Text:
        return self.over(words, place)._do("paragraph_end")

    def words_of(self, words: str, place: int = 0) -> Text:
        """Select all words of the paragraph in which these stand."""
        return self.over(words, place)._do("paragraph", 1)

    def whole(self, words: str, count: int = 1) -> Text:
        """Select the paragraph in which these words stand, with its end, and the following up to `count`."""
        return self.over(words)._do("paragraph_with_its_end", count)

    # --- typing --------------------------------------------------------------------------------------------------------

    def type(self, words: str) -> Text:
        """In the place of what is selected."""
        return self._command("InsertText", Text=words)

    def delete(self) -> Text:
        return self._command("Delete")

    def backspace(self) -> Text:
        return self._command("SwBackspace")

    def enter(self) -> Text:
        return self._command("InsertPara")

    def line_break(self) -> Text:
        return self._command("InsertLinebreak")

    def cut(self) -> Text:
        return self._command("Cut")

    def copy(self) -> Text:
        return self._command("Copy")

    def paste(self) -> Text:
        return self._command("Paste")

    def move_up(self) -> Text:
        return self._command("MoveUp")

    def move_down(self) -> Text:
        return self._command("MoveDown")

    # --- formats -------------------------------------------------------------------------------------------------------

    def bold(self) -> Text:
        """On, or off where it is on."""
        return self._command("Bold")

    def italic(self) -> Text:
        return self._command("Italic")

    def underline(self) -> Text:
        return self._command("Underline")

    def colour(self, rgb: int) -> Text:
        return self._command("Color", Color=rgb)

    def link(self, url: str) -> Text:
        return self._do("link", url)

    def unlink(self) -> Text:
        return self._command("RemoveHyperlink")

    def style(self, name: str) -> Text:
        """A paragraph's style, by LibreOffice's name for it."""
        return self._command("StyleApply", Style=name, FamilyName="ParagraphStyles")

    def bullets(self) -> Text:
        return self._command("DefaultBullet")

    def numbers(self) -> Text:
        return self._command("DefaultNumbering")

    def no_list(self) -> Text:
        """Out of the list, as with the backspace key at the start of an item."""
        return self._command("RemoveBullets")

    def further_in(self) -> Text:
        """What Tab does at the start of a list's item."""
        return self._command("DecrementLevel")  # one level down the tree

    def further_out(self) -> Text:
        return self._command("IncrementLevel")

    # --- tables, notes, pictures, comments -----------------------------------------------------------------------------

    def row_below(self) -> Text:
        return self._command("InsertRowsAfter")

    def delete_row(self) -> Text:
        return self._command("DeleteRows")

    def delete_column(self) -> Text:
        return self._command("DeleteColumns")

    def footnote(self, words: str) -> Text:
        """A new one, called where the cursor stands."""
        return self._command("InsertFootnote").type(words)

    def describe(self, old: str, new: str) -> Text:
        """Give the picture with this alternative text another."""
        return self._do("describe", old, new)

    def replace_picture(self, alt: str, file: Path) -> Text:
        return self._do("replace_picture", alt, str(file))

    def text_box(self, words: str) -> Text:
        return self._do("text_box", words)

    def comment(self, words: str, author: str) -> Text:
        """On what is selected."""
        return self._do("comment", words, author)

    # --- tracked changes -----------------------------------------------------------------------------------------------

    def by(self, author: str) -> Text:
        """Whoever edits from now on."""
        return self._do("author", author)

    def track(self, on: bool) -> Text:
        return self._do("track", on)

    def accept_all(self) -> Text:
        return self._command("AcceptAllTrackedChanges")

    def reject_all(self) -> Text:
        return self._command("RejectAllTrackedChanges")

    def _do(self, name: str, *arguments: object) -> Text:
        self._order(name, *arguments)
        return self

    def _command(self, name: str, **arguments: object) -> Text:
        return self._do("command", name, arguments)


Story = Callable[[Text], object]


class Office:
    """One LibreOffice, started when it is first needed and again when it crashed. Close it."""

    def __init__(self, soffice: str, python: str) -> None:
        self._soffice, self._python = soffice, python
        self.folder = Path(tempfile.mkdtemp(prefix="pressroom-office-"))
        self._hands: subprocess.Popen[str] | None = None

    def edited(self, copy: bytes, story: Story, author: str = "", by_way_of: str = "") -> bytes:
        """The copy as .docx after somebody edited it: tracked under `author`, or untracked when that is "".

        `by_way_of` is ".odt" or ".doc" when the file was saved as such in between.
        """
        file, saved = self._file("copy.docx", copy), self.folder / "edited.docx"
        try:
            self._order("open", str(file))
            text = Text(self._order).by(author or "Nobody").track(bool(author))
            story(text)
            if by_way_of:
                between = saved.with_suffix(by_way_of)
                self._order("save", str(between))
                self._order("close")
                self._order("open", str(between))
            self._order("save", str(saved))
            self._order("close")
        except BaseException:
            self.close()
            raise
        return saved.read_bytes()

    def saved(self, copy: bytes) -> bytes:
        """The copy after an open and a save; it may have comments, which `edited` can't open everywhere."""
        file, saved = self._file("copy.docx", copy), self.folder / "edited.docx"
        self._order("save_unseen", str(file), str(saved))
        return saved.read_bytes()

    def close(self) -> None:
        """End LibreOffice; by force when it does not answer."""
        if self._hands and self._hands.stdin:
            with suppress(OSError, subprocess.TimeoutExpired):
                self._hands.stdin.close()
                self._hands.wait(PATIENCE_AT_THE_END)
        self.kill()

    def kill(self) -> None:
        """End it by force, with whatever it started."""
        hands, self._hands = self._hands, None
        if hands and hands.stdin and hands.stdout:
            with suppress(ProcessLookupError):
                os.killpg(hands.pid, signal.SIGKILL)
            hands.wait()
            with suppress(OSError):
                hands.stdin.close()
            hands.stdout.close()

    def remove(self) -> None:
        """End it for good."""
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _file(self, name: str, data: bytes) -> Path:
        file = self.folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data)
        for lock in self.folder.glob(".~lock.*"):  # left by a crash
            lock.unlink()
        return file

    def _order(self, *order: object) -> object:
        """Give an order and wait for its answer."""
        hands = self._started()
        assert hands.stdin
        assert hands.stdout
        hands.stdin.write(json.dumps(order) + "\n")
        hands.stdin.flush()
        if not select.select([hands.stdout], [], [], PATIENCE)[0]:
            self.kill()
            raise TimeoutError(f"LibreOffice gave no answer to {order} within {PATIENCE} s")
        answer = json.loads(hands.stdout.readline() or '{"error": "LibreOffice ended"}')
        if "error" in answer:
            raise RuntimeError(f"{order}: {answer['error']}")
        return answer["value"]

    def _started(self) -> subprocess.Popen[str]:
        if not self._hands:
            command = [self._python, str(HANDS), self._soffice, str(self.folder)]
            # A session of its own, so that LibreOffice, which starts processes of its own, can be ended as one.
            self._hands = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
            )
        return self._hands


@cache
def programs() -> tuple[str, str]:
    """LibreOffice, and a Python that can speak to it; raises LookupError with what is missing."""
    soffice = shutil.which("soffice")
    if not soffice:
        raise LookupError("soffice is not installed")
    beside = Path(soffice).resolve().parent / "python"  # LibreOffice's own, where it brings one
    for python in (FIRST_PYTHON, str(beside)):
        if Path(python).exists() and subprocess.run([python, "-c", "import uno"], capture_output=True).returncode == 0:
            return soffice, python
    raise LookupError("no Python here can import uno (Debian: python3-uno)")
