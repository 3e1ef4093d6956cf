"""Links whose text says where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from exporter.accessibility.document import Document, Finding, Story
from exporter.accessibility.vocabulary import WP, R, V, W, inside, words
from exporter.opc import Element

# Heard out of their paragraph, in a list of links, these say nothing. In small letters, without marks around.
SAYS_NOTHING = frozenset(
    text
    for texts in (
        "here|click here|click|this|this link|link|this page|more|read more|learn more|see more|go",  # English
        "hier|hier klicken|klicken sie hier|klick|mehr|weiterlesen|mehr lesen|mehr erfahren|dieser link",  # German
        "ici|cliquez ici|cliquer ici|en savoir plus|lire la suite|plus|lien|ce lien",  # French
        "aquí|haga clic aquí|clic aquí|haz clic aquí|más|leer más|más información|enlace|este enlace",  # Spanish
        "qui|clicca qui|di più|leggi di più|leggi tutto|continua|questo link",  # Italian
        "aqui|clique aqui|saiba mais|leia mais|ler mais|mais",  # Portuguese
        "klik hier|lees meer|meer|deze link",  # Dutch
        "här|klicka här|läs mer|klik her|læs mere|her|klikk her|les mer",  # Swedish, Danish, Norwegian
        "tutaj|kliknij tutaj|tu|więcej|czytaj więcej",  # Polish
        "здесь|тут|нажмите здесь|подробнее|далее|читать далее|по ссылке",  # Russian
        "こちら|ここ|ここをクリック|こちらをクリック|こちらから|詳細|詳しくはこちら|詳細はこちら|もっと見る",  # Japanese
        "続きを読む|リンク",
        "这里|此处|点击这里|点击此处|点此|更多|查看更多|阅读更多|链接",  # Chinese, in both scripts
        "這裡|此處|點擊這裡|點擊此處|點此|按此|閱讀更多|連結",
        "여기|여기를 클릭|여기를 클릭하세요|더 보기|자세히|자세히 보기|링크",  # Korean
        "هنا|اضغط هنا|انقر هنا|المزيد|اقرأ المزيد|رابط",  # Arabic
        "כאן|לחצו כאן|לחץ כאן|עוד|קרא עוד|קראו עוד|קישור",  # Hebrew
        "यहाँ|यहां|यहाँ क्लिक करें|यहां क्लिक करें|और पढ़ें|अधिक|लिंक",  # Hindi
    )
    for text in texts.split("|")
)
MARKS = " \u00a0.,:;!?…→»›>«‹<()[]“”„\"'‘’。、，：！？「」（）"
ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+|[\w.-]+\.\w{2,}(?::\d+)?/\S*[?=&%#_]\S*", re.IGNORECASE)
HINT = "Right-click the link, Edit Hyperlink, and let its text say where it leads."


class Link(Struct, frozen=True):
    """A link, all that stands in its text, and whether a picture with a description is in it."""

    element: Element
    target: str
    text: str
    has_picture: bool


def link_text(document: Document) -> Iterator[Finding]:
    """A link whose text is empty, an address, or “here”.

    An email address, and a short address as people say it (`harbour.example/data`), may stand as they are.
    """
    for story in document.stories:
        for link in _links(story):
            if fact := _fact(link):
                yield Finding("accessibility.link-text", fact, HINT, story, link.element)


def _fact(link: Link) -> str:
    text = link.text.strip()
    if not text:
        return "" if link.has_picture else "a link has no text"
    if ADDRESS.fullmatch(text):
        return f"the link’s text is a bare address, “{text}”"
    if text.strip(MARKS).lower() in SAYS_NOTHING:
        return f"the link’s text, “{text}”, does not say where it leads"
    return ""


def _links(story: Story) -> Iterator[Link]:
    """All links, of elements and of fields (17.16.22, 17.16.5.25); what Word has split into neighbours is one."""
    for paragraph in story.paragraphs():
        last: Link | None = None
        for link in (*_elements(paragraph), *_fields(paragraph)):
            if last is not None and link.target == last.target and link.element.getprevious() is last.element:
                last = Link(link.element, link.target, last.text + link.text, last.has_picture or link.has_picture)
                continue
            if last is not None:
                yield last
            last = link
        if last is not None:
            yield last


def _elements(paragraph: Element) -> Iterator[Link]:
    for element in inside(paragraph):
        is_field = element.tag == W + "fldSimple" and _leads(element.get(W + "instr", ""))
        if element.tag == W + "hyperlink" or is_field:
            target = element.get(R + "id", "") + "#" + element.get(W + "anchor", "") + element.get(W + "instr", "")
            has_picture = any(found.get("descr") or found.get("alt") for found in element.iter(WP + "docPr", V + "shape"))
            yield Link(element, target, words(element), has_picture)


def _leads(instruction: str) -> bool:
    return instruction.strip().upper().startswith("HYPERLINK")


def _fields(paragraph: Element) -> Iterator[Link]:
    """Links that are complex fields, begun and ended in one paragraph."""
    open_fields: list[_Field] = []
    for element in inside(paragraph):
        if element.tag == W + "fldChar":
            kind = element.get(W + "fldCharType")
            if kind == "begin":
                open_fields.append(_Field())
            elif kind == "separate" and open_fields:
                open_fields[-1].is_result = True
            elif kind == "end" and open_fields:
                done = open_fields.pop()
                if _leads(done.instruction) and done.is_result and done.first is not None:
                    yield Link(done.first, done.instruction, done.text, done.has_picture)
        elif open_fields:
            for field in open_fields:
                field.take(element)


class _Field:
    """A field while it is read."""

    def __init__(self) -> None:
        self.instruction, self.text = "", ""
        self.is_result = self.has_picture = False
        self.first: Element | None = None

    def take(self, element: Element) -> None:
        if element.tag == W + "instrText" and not self.is_result:
            self.instruction += element.text or ""
        elif self.is_result and element.tag == W + "t":
            self.text += element.text or ""
            self.first = self.first if self.first is not None else element
        elif self.is_result and element.tag == WP + "docPr":
            self.has_picture |= bool(element.get("descr"))
            self.first = self.first if self.first is not None else element
