"""What a template's settings and styles learn from a release: its language, Word's newest layout, separators of notes."""

from __future__ import annotations

from exporter.rendering.word.footnotes import SEPARATORS
from exporter.rendering.word.languages import Languages
from exporter.rendering.word.markup import Element, W, w
from exporter.rendering.word.styles import Styles

MODE, NEWEST = "compatibilityMode", "15"
URI = "http://schemas.microsoft.com/office/word"
# What may stand after w:footnotePr, w:endnotePr and w:compat in the settings (A.1, CT_Settings).
AFTER_FOOTNOTES = [W + "endnotePr"]
AFTER_ENDNOTES = [W + "compat"]
AFTER_COMPAT = [
    *(W + name for name in ("docVars", "rsids")),
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr",
    *(W + name for name in ("attachedSchema", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats")),
    *(W + name for name in ("doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType")),
    "{http://schemas.openxmlformats.org/schemaLibrary/2006/main}schemaLibrary",
    *(W + name for name in ("shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator")),
]


def mode_of(settings: Element) -> str:
    """The compatibility mode; Word takes a document without one for one of Word 2007, 12."""
    for setting in settings.iterfind(f"{W}compat/{W}compatSetting"):
        if setting.get(W + "name") == MODE:
            return setting.get(W + "val", "")
    return "12"


def raise_mode(settings: Element) -> None:
    """Let Word lay the document out as it does new ones, not as an older Word did."""
    compat = settings.find(W + "compat")
    if compat is None:
        compat = settings.makeelement(W + "compat")
        _insert(settings, compat, AFTER_COMPAT)
    for setting in compat.iterfind(W + "compatSetting"):
        if setting.get(W + "name") == MODE:
            setting.set(W + "val", NEWEST)
            return
    w(compat, "compatSetting", name=MODE, uri=URI, val=NEWEST)


def name_separators(settings: Element, kind: str) -> None:
    """List the separators of notes whose part is new; `kind` is "footnote" or "endnote"."""
    for old in settings.findall(f"{W}{kind}Pr"):
        settings.remove(old)
    properties = settings.makeelement(f"{W}{kind}Pr")
    if kind == "endnote":
        w(properties, "numFmt", val="decimal")
    for number in SEPARATORS.values():
        w(properties, kind, id=number)
    after = AFTER_ENDNOTES + AFTER_COMPAT
    _insert(settings, properties, after if kind == "endnote" else AFTER_FOOTNOTES + after)


def count_in_figures(settings: Element) -> None:
    """Let endnotes be counted 1, 2, 3; without a word about it Word counts i, ii, iii (17.11.17)."""
    for properties in settings.iterfind(W + "endnotePr"):
        if properties.find(W + "numFmt") is None:
            made = properties.makeelement(W + "numFmt", {W + "val": "decimal"})
            properties.insert(len(properties.findall(W + "pos")), made)


def _insert(settings: Element, made: Element, after: list[str]) -> None:
    place = next((child for child in settings if child.tag in after), None)
    if place is None:
        settings.append(made)
    else:
        place.addprevious(made)


def set_languages(settings: Element, styles: Element, roles: Styles, languages: Languages) -> None:
    """Write the release's language where text without one of its own takes it from: defaults, theme, styles in use."""
    attributes = languages.attributes()
    defaults = styles.find(W + "docDefaults")
    if defaults is None:
        defaults = styles.makeelement(W + "docDefaults")
        styles.insert(0, defaults)
    of_runs = _child(defaults, "rPrDefault")
    properties = _child(of_runs, "rPr")
    language = properties.find(W + "lang")
    if language is None:
        language = properties.makeelement(W + "lang")
        later = [W + name for name in ("eastAsianLayout", "specVanish", "oMath")]
        place = next((child for child in properties if child.tag in later), None)
        properties.append(language) if place is None else place.addprevious(language)
    used = [element for style in roles.used() for element in style.iterfind(f"{W}rPr/{W}lang")]
    for element in (language, *used, *settings.iterfind(W + "themeFontLang")):
        element.attrib.clear()
        for name, value in attributes.items():
            element.set(W + name, value)


def _child(parent: Element, name: str) -> Element:
    found = parent.find(W + name)
    if found is None:
        found = parent.makeelement(W + name)
        parent.insert(0, found)
    return found
