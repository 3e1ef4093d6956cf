"""The hands at LibreOffice's keyboard: run by the Python that has `uno`, it does what it is told, a JSON line an order.

    /usr/bin/python3 hands.py SOFFICE FOLDER

It starts LibreOffice with a profile and a pipe of its own, the profile in FOLDER, and ends it when its standard input ends.
An order is `[NAME, ARGUMENT, …]`, its answer `{"value": …}` or `{"error": "…"}`. Edits go through the view's cursor and
Writer's own commands, so that bookmarks and tracked changes become what they become under a person's hands. For the names
see api.libreoffice.org (com.sun.star.text) and wiki.documentfoundation.org/Development/DispatchCommands.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import uno

PATIENCE = 60  # seconds that LibreOffice may take to start
FILTERS = {".docx": "MS Word 2007 XML", ".odt": "writer8", ".doc": "MS Word 97"}


def struct(kind: str, **members: object) -> Any:
    """A struct of UNO's."""
    made = uno.createUnoStruct(kind)
    for name, value in members.items():
        setattr(made, name, value)
    return made


def values(members: dict[str, object]) -> tuple[Any, ...]:
    """Named arguments as UNO takes them."""
    return tuple(struct("com.sun.star.beans.PropertyValue", Name=name, Value=value) for name, value in members.items())


class Hands:
    """One LibreOffice, and the document that is open in it. The methods without `_` are the orders."""

    def __init__(self, soffice: str, folder: Path) -> None:
        # The pipe is a file in the system's folder for temporary ones; the folder's name is ours alone, so it is its name.
        pipe = f"pipe,name={folder.name};urp;"
        options = ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", f"--accept={pipe}"]
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        self.process = subprocess.Popen([soffice, profile, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.context = self._connected(pipe)
        self.desktop = self._service("com.sun.star.frame.Desktop")
        self.dispatcher = self._service("com.sun.star.frame.DispatchHelper")
        self.document: Any = None
        self.comments: dict[str, tuple[str, str]] = {}

    def _connected(self, pipe: str) -> Any:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return resolver.resolve(f"uno:{pipe}StarOffice.ComponentContext")
            except Exception:  # NoConnectException, a class that is made while running
                if time.monotonic() > end or self.process.poll() is not None:
                    raise
                time.sleep(0.1)

    def _service(self, name: str, arguments: tuple[object, ...] = ()) -> Any:
        return self.context.ServiceManager.createInstanceWithArgumentsAndContext(name, arguments, self.context)

    def _configure(self, path: str, settings: dict[str, object]) -> None:
        """Change LibreOffice's own settings."""
        provider = self._service("com.sun.star.configuration.ConfigurationProvider")
        kind = "com.sun.star.configuration.ConfigurationUpdateAccess"
        node = provider.createInstanceWithArguments(kind, values({"nodepath": f"/{path}"}))
        for name, value in settings.items():
            node.setPropertyValue(name, value)
        node.commitChanges()

    @property
    def _cursor(self) -> Any:
        return self.document.CurrentController.getViewCursor()

    def _text_cursor(self) -> Any:
        """A cursor of the text that the view's stands in."""
        return self._cursor.Text.createTextCursorByRange(self._cursor)

    # --- the file ------------------------------------------------------------------------------------------------------

    def open(self, file: str) -> None:
        self.document = self.desktop.loadComponentFromURL(Path(file).as_uri(), "_blank", 0, values({"Hidden": True}))
        if not self.document:
            raise OSError(f"LibreOffice can't open {file}")

    def save(self, file: str) -> None:
        """As what the name's ending says."""
        if self.comments:
            self.document.storeToURL(Path(file).as_uri(), values({"FilterName": FILTERS[".docx"]}))
            self.close()
            self._open_unseen(file)
            self._write_comments()
        self.document.storeToURL(Path(file).as_uri(), values({"FilterName": FILTERS[Path(file).suffix]}))

    def save_unseen(self, file: str, copy: str) -> None:
        """Open a file and save it without setting its pages; the only way for one that has comments."""
        self._open_unseen(file)
        self.save(copy)
        self.close()

    def _open_unseen(self, file: str) -> None:
        self.document = self._service("com.sun.star.text.TextDocument")
        self.document.load(values({"URL": Path(file).as_uri(), "FilterName": FILTERS[Path(file).suffix]}))

    def _write_comments(self) -> None:
        bookmarks, tracked = self.document.Bookmarks, self.document.RecordChanges
        self.document.RecordChanges = False  # Word does not track comments
        for name, (words, author) in self.comments.items():
            bookmark = bookmarks.getByName(name)
            place = bookmark.Anchor.Text.createTextCursorByRange(bookmark.Anchor.Start)
            place.gotoRange(bookmark.Anchor.End, True)
            field = self.document.createInstance("com.sun.star.text.textfield.Annotation")
            field.Content, field.Author = words, author
            place.Text.insertTextContent(place, field, not place.isCollapsed())
            bookmark.dispose()
        self.comments.clear()
        self.document.RecordChanges = tracked

    def close(self) -> None:
        if self.document:
            self.document.close(True)
        self.document = None

    def quit(self) -> None:
        """Ends LibreOffice, by force when it takes too long."""
        with suppress(Exception):  # the connection may break while it ends
            self.desktop.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()

    # --- the pen: who writes, and whether it shows ----------------------------------------------------------------------

    def author(self, name: str) -> None:
        """Whoever edits from now on."""
        first, _, last = name.partition(" ")
        self._configure("org.openoffice.UserProfile/Data", {"givenname": first, "sn": last})

    def track(self, on: bool) -> None:
        self.document.RecordChanges = on

    # --- the cursor ----------------------------------------------------------------------------------------------------

    def select(self, words: str, place: int, furniture: bool) -> None:
        """The words, at their `place`th appearance from 0 (-1 = the last); in the text, its tables and notes, or else in the
        heads and feet of pages."""
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        search.SearchCaseSensitive = True
        found = self.document.findAll(search)
        ranges = [found.getByIndex(number) for number in range(found.Count)]
        ranges = [range_ for range_ in ranges if (range_.Text.ImplementationName == "SwXHeadFootText") == furniture]
        if not -len(ranges) <= place < len(ranges):
            raise LookupError(f"“{words}” stands there {len(ranges)} times")
        self.document.CurrentController.select(ranges[place])

    def before(self) -> None:
        """The cursor at the start of what is selected."""
        self._cursor.collapseToStart()

    def after(self) -> None:
        self._cursor.collapseToEnd()

    def paragraph_start(self) -> None:
        cursor = self._text_cursor()
        cursor.gotoStartOfParagraph(False)
        self._cursor.gotoRange(cursor.Start, False)

    def paragraph_end(self) -> None:
        cursor = self._text_cursor()
        cursor.gotoEndOfParagraph(False)
        self._cursor.gotoRange(cursor.End, False)

    def paragraph(self, count: int) -> None:
        """Select the words of the paragraphs from here on, without the end of the last."""
        cursor = self._text_cursor()
        cursor.gotoStartOfParagraph(False)
        for _ in range(count - 1):
            cursor.gotoNextParagraph(True)
        cursor.gotoEndOfParagraph(True)
        self._cursor.gotoRange(cursor, False)

    def paragraph_with_its_end(self, count: int) -> None:
        """Select the paragraphs from here on as a person does who drags from the start of one to that of another."""
        cursor = self._text_cursor()
        cursor.gotoStartOfParagraph(False)
        for _ in range(count):
            cursor.gotoNextParagraph(True)
        self._cursor.gotoRange(cursor, False)

    def start_of_document(self) -> None:
        self._cursor.gotoStart(False)

    # --- the edits -----------------------------------------------------------------------------------------------------

    def command(self, name: str, arguments: dict[str, object]) -> None:
        """One of Writer's commands, as from a menu or a key."""
        frame = self.document.CurrentController.Frame
        self.dispatcher.executeDispatch(frame, f".uno:{name}", "", 0, values(arguments))

    def link(self, url: str) -> None:
        """The dialog for a link can't be shown, so its result is set."""
        self._cursor.HyperLinkURL = url

    def comment(self, words: str, author: str) -> None:
        """On what is selected. It is written when the file is saved: a LibreOffice for machines without a screen lacks the
        files that the margin with the comments is drawn by, and ends when it should draw it."""
        name = f"comment{len(self.comments)}"
        bookmark = self.document.createInstance("com.sun.star.text.Bookmark")
        bookmark.Name = name
        self._cursor.Text.insertTextContent(self._cursor, bookmark, not self._cursor.isCollapsed())
        self.comments[name] = words, author

    def pictures(self) -> list[str]:
        """The alternative texts of the pictures, in the order of the document."""
        return [self.document.GraphicObjects.getByIndex(number).Description for number in range(self._picture_count())]

    def describe(self, old: str, new: str) -> None:
        """Give the picture with this alternative text another."""
        self._picture(old).Description = new

    def replace_picture(self, alt: str, file: str) -> None:
        provider = self._service("com.sun.star.graphic.GraphicProvider")
        self._picture(alt).Graphic = provider.queryGraphic(values({"URL": Path(file).as_uri()}))

    def _picture_count(self) -> int:
        return int(self.document.GraphicObjects.Count)

    def _picture(self, alt: str) -> Any:
        for number in range(self._picture_count()):
            if (picture := self.document.GraphicObjects.getByIndex(number)).Description == alt:
                return picture
        raise LookupError(f"no picture is described as “{alt}”: {self.pictures()}")

    def text_box(self, words: str) -> None:
        """A text box at the cursor."""
        frame = self.document.createInstance("com.sun.star.text.TextFrame")
        frame.setSize(struct("com.sun.star.awt.Size", Width=6000, Height=1500))
        self._cursor.Text.insertTextContent(self._cursor, frame, False)
        frame.Text.setString(words)


def serve(hands: Hands) -> None:
    """Do one order after the other until there are no more."""
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        try:
            answer = {"value": getattr(hands, name)(*arguments)}
        except Exception as error:  # whatever it is, the one who ordered it must know
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


def main() -> None:
    hands = Hands(sys.argv[1], Path(sys.argv[2]))
    try:
        serve(hands)
    finally:
        hands.quit()


if __name__ == "__main__":
    main()
