"""Damage done to finished files: a paragraph dropped, two swapped, a digit changed, by other means than ours."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes, policy
from io import BytesIO

import lxml.etree
import lxml.html
import pikepdf

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Damage:
    """What is done: the paragraph that says `one` is dropped (`other` ""), changes places with another, or reads otherwise.

    `change` is "drop", "swap" or "write"; for "write", `other` is what `one` becomes (of the same length).
    """

    change: str
    one: str
    other: str = ""


# --- Word --------------------------------------------------------------------------------------------------------------


def word(data: bytes, damage: Damage) -> bytes:
    """Damage to `word/document.xml`."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _document(part, damage) if name == "word/document.xml" else part)
    return out.getvalue()


def _document(part: bytes, damage: Damage) -> bytes:
    root = lxml.etree.fromstring(part)
    paragraphs = {"".join(t.text or "" for t in p.iter(f"{WORD}t")): p for p in root.iter(f"{WORD}p")}
    _change(paragraphs, list(root.iter(f"{WORD}t")), damage)
    return lxml.etree.tostring(root)


def _change(paragraphs: dict[str, lxml.etree._Element], texts: list[lxml.etree._Element], damage: Damage) -> None:
    """Damage a tree, given its paragraphs by their text and the elements that hold text."""
    if damage.change == "write":
        (holder,) = (element for element in texts if damage.one in (element.text or ""))
        holder.text = (holder.text or "").replace(damage.one, damage.other)
        return
    one = next(element for text, element in paragraphs.items() if damage.one in text)
    if damage.change == "drop":
        for child in list(one):
            one.remove(child)
        one.text = None
        return
    other = next(element for text, element in paragraphs.items() if damage.other in text)
    one_content, other_content = (one.text, list(one)), (other.text, list(other))
    for element, (text, children) in ((one, other_content), (other, one_content)):
        element.text = text
        element[:] = children


# --- HTML, plain text, message --------------------------------------------------------------------------------------------


def html(data: bytes, damage: Damage) -> bytes:
    """Damage to a page."""
    root = lxml.html.document_fromstring(data.decode())
    paragraphs = {"".join(str(text) for text in p.itertext()): p for p in root.iter("p")}
    _change(paragraphs, list(root.iter()), damage)
    return bytes(lxml.html.tostring(root, encoding="utf-8", doctype="<!doctype html>"))


def plain(data: bytes, damage: Damage) -> bytes:
    """Damage to a plain text, whose paragraphs are single lines here."""
    text = data.decode()
    if damage.change == "write":
        return text.replace(damage.one, damage.other).encode()
    if damage.change == "drop":
        return text.replace(damage.one, "").encode()
    return text.replace(damage.one, "\0").replace(damage.other, damage.one).replace("\0", damage.other).encode()


def message(kind: str) -> Callable[[bytes, Damage], bytes]:
    """Damage to one of a message's bodies."""

    def damaged(data: bytes, damage: Damage) -> bytes:
        mail = message_from_bytes(data, policy=policy.SMTP)
        for part in mail.walk():
            if part.get_content_type() == kind:
                body = (html if kind == "text/html" else plain)(bytes(part.get_payload(decode=True)), damage)
                part.set_content(body.decode(), subtype=kind.split("/")[1], cte="base64")
        return mail.as_bytes()

    return damaged


# --- PDF ---------------------------------------------------------------------------------------------------------------

Instructions = list[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage]


def pdf(data: bytes, damage: Damage) -> bytes:
    """Damage to the content streams of a PDF, found by the codes that its fonts give the words."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as document:
        for page in document.pages:
            stream = _damaged_page(page, damage)
            if stream is not None:
                page.Contents = document.make_stream(pikepdf.unparse_content_stream(stream))
        document.save(out)
    return out.getvalue()


def _damaged_page(page: pikepdf.Page, damage: Damage) -> Instructions | None:
    """The page's instructions after the damage, or None where it does not show the words."""
    instructions = list(pikepdf.parse_content_stream(page))
    shown = [index for index, step in enumerate(instructions) if str(step.operator) in ("TJ", "Tj")]
    texts = {index: _text_at(page, instructions, index) for index in shown}
    one = next((index for index, text in texts.items() if damage.one in text.replace("\u00a0", " ")), None)
    if one is None:
        return None
    if damage.change == "drop":
        instructions[one] = pikepdf.ContentStreamInstruction([pikepdf.Array([])], pikepdf.Operator("TJ"))
    elif damage.change == "swap":
        other = next(index for index, text in texts.items() if damage.other in text)
        instructions[one], instructions[other] = instructions[other], instructions[one]
    else:
        codes = {character: code for code, character in _map(_font(page, instructions, one)).items()}
        instructions[one] = _showing(texts[one].replace(damage.one, damage.other), codes)
    return instructions


def _showing(text: str, codes: dict[str, bytes]) -> pikepdf.ContentStreamInstruction:
    content = b"".join(codes[character] for character in text)
    return pikepdf.ContentStreamInstruction([pikepdf.Array([pikepdf.String(content)])], pikepdf.Operator("TJ"))


def _text_at(page: pikepdf.Page, instructions: Instructions, index: int) -> str:
    """What one instruction shows, by its font's ToUnicode map."""
    (operand,) = instructions[index].operands
    pieces = operand if isinstance(operand, pikepdf.Array) else [operand]
    content = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
    table = _map(_font(page, instructions, index))
    return "".join(table.get(content[place : place + 2], "?") for place in range(0, len(content), 2))


def _font(page: pikepdf.Page, instructions: Instructions, index: int) -> pikepdf.Object:
    for step in reversed(instructions[:index]):
        if str(step.operator) == "Tf":
            return page.Resources.Font[str(step.operands[0])]
    raise ValueError("text without a font")


def _map(font: pikepdf.Object) -> dict[bytes, str]:
    """Two-byte code → text, from the font's ToUnicode map (ISO 32000-2, 9.10.3)."""
    table: dict[bytes, str] = {}
    for step in pikepdf.parse_content_stream(font.ToUnicode):
        if str(step.operator) == "endbfchar":
            for code, text in zip(step.operands[::2], step.operands[1::2], strict=True):
                table[bytes(code)] = bytes(text).decode("utf-16-be")
    return table
