"""veraPDF's validation profiles as its Java objects.

The wheel carries the profiles as XML, but not the library that reads them for veraPDF, so they are read here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from exporter.validation.java import JavaClass, java_class

RESOURCES: Mapping[str, str] = {
    "ua1": "PDFUA-1",
    "ua2": "PDFUA-2-ISO32005",
    "wt1a": "WTPDF-1-0-Accessibility",
    "wt1r": "WTPDF-1-0-Reuse",
    **{name: f"PDFA-{name.upper()}" for name in ("1a", "1b", "2a", "2b", "2u", "3a", "3b", "3u", "4", "4e", "4f")},
}
NAMES: Mapping[str, str] = {
    "ua1": "PDF/UA-1",
    "ua2": "PDF/UA-2",
    "wt1a": "WTPDF for accessibility",
    "wt1r": "WTPDF for reuse",
    **{name: f"PDF/A-{name}" for name in ("1a", "1b", "2a", "2b", "2u", "3a", "3b", "3u", "4", "4e", "4f")},
}
_XML = "{http://www.verapdf.org/ValidationProfile}"
_PACKAGE = "org.verapdf.pdfa.validation.profiles."
_FLAVOUR = "org.verapdf.pdfa.flavours.PDFAFlavour"


def read_profile(name: str) -> JavaClass:
    """The profile of that short name, a key of `RESOURCES`. Java must have been started."""
    loader = java_class("org.verapdf.pdfa.Foundries").class_.getClassLoader()
    with loader.getResourceAsStream(f"org/verapdf/pdfa/validation/{RESOURCES[name]}.xml") as stream:
        root = ElementTree.fromstring(bytes(stream.readAllBytes()))
    make = java_class(f"{_PACKAGE}Profiles")
    flavour = java_class(_FLAVOUR).valueOf(root.get("flavour"))
    details = make.profileDetailsFromValues(name, name, "", java_class("java.util.Date")(0))
    return make.profileFromValues(flavour, details, "", _set(_rules(root, make)), _set(_variables(root)))


def _set(items: Iterator[JavaClass]) -> JavaClass:
    collected = java_class("java.util.HashSet")()
    for item in items:
        collected.add(item)
    return collected


def _rules(root: ElementTree.Element, make: JavaClass) -> Iterator[JavaClass]:
    parts = {str(part.name()): part for part in java_class(f"{_FLAVOUR}$Specification").values()}
    for rule in root.iter(f"{_XML}rule"):
        name = rule.find(f"{_XML}id")
        assert name is not None
        number = int(name.get("testNumber", "0"))
        yield make.ruleFromValues(
            make.ruleIdFromValues(parts[name.get("specification", "")], name.get("clause"), number),
            rule.get("object"),
            java_class("java.lang.Boolean")(rule.get("deferred") == "true"),
            rule.get("tags", ""),
            _text(rule, "description"),
            _text(rule, "test"),
            _error(rule, make),
            java_class("java.util.ArrayList")(),
        )


def _error(rule: ElementTree.Element, make: JavaClass) -> JavaClass:
    """What a rule says when it fails; its arguments are computed from the object that failed."""
    arguments = java_class("java.util.ArrayList")()
    argument_of = java_class("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl").fromValues
    for argument in rule.iter(f"{_XML}argument"):
        arguments.add(argument_of(argument.text or "", argument.get("name"), None))
    return make.errorFromValues(_text(rule, f"error/{_XML}message"), arguments)


def _variables(root: ElementTree.Element) -> Iterator[JavaClass]:
    """The profile's variables; their factory is hidden, so it is called by reflection."""
    text = java_class("java.lang.String").class_
    factory = java_class("java.lang.Class").forName(f"{_PACKAGE}VariableImpl").getDeclaredMethod("fromValues", *[text] * 4)
    factory.setAccessible(True)
    for variable in root.iter(f"{_XML}variable"):
        values = _text(variable, "defaultValue"), _text(variable, "value")
        yield factory.invoke(None, variable.get("name"), variable.get("object"), *values)


def _text(element: ElementTree.Element, path: str) -> str:
    return element.findtext(f"{_XML}{path}") or ""
