"""The checks of veraPDF on one file. The first takes about two seconds, the next a few tenths each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

from msgspec import Struct

from exporter.validation.java import JavaClass, java_class, start_java
from exporter.validation.profiles import RESOURCES, read_profile

MOST = 1000  # failed checks of one file that are collected
NO_FLAVOUR = "NO_FLAVOUR"


class NotAPdf(ValueError):
    """veraPDF can't read the bytes: they are no PDF, damaged, or behind a password."""


class Failure(Struct, frozen=True):
    """A rule that a file breaks.

    `clause` and `test` name the rule as veraPDF does ("7.21.4.1", 2); `count` is how often it is broken; `said` is veraPDF's
    own sentence and `where` the path to the first place in the file's objects.
    """

    clause: str
    test: int
    count: int
    said: str
    where: str


class VeraPdf:
    """veraPDF with the profiles that were asked for so far. Raises Refused at the start when it is not installed."""

    def __init__(self) -> None:
        start_java()
        self._profiles: dict[str, JavaClass] = {}

    @cached_property
    def _foundry(self) -> JavaClass:
        return java_class("org.verapdf.pdfa.Foundries").defaultInstance()

    def promises(self, data: bytes) -> tuple[str, ...]:
        """The short names of the standards that a file says to conform to, such as `3a` and `ua1`. Raises NotAPdf."""
        with self._parsed(data, java_class("org.verapdf.pdfa.flavours.PDFAFlavour").NO_FLAVOUR) as parser:
            names = [str(flavour.getId()) for flavour in parser.getFlavours()]
        return tuple(name for name in names if name in RESOURCES)

    def failures(self, data: bytes, standard: str) -> tuple[Failure, ...]:
        """The rules of a standard (a key of `RESOURCES`) that a file breaks; () when it conforms. Raises NotAPdf."""
        if standard not in self._profiles:
            self._profiles[standard] = read_profile(standard)
        profile = self._profiles[standard]
        with self._parsed(data, profile.getPDFAFlavour()) as parser:
            validator = self._foundry.createValidator(profile, MOST, False, True, False)
            result = validator.validate(parser)
            found = _collected(result)
            validator.close()
        assert bool(found) != bool(result.isCompliant())
        return found

    @contextmanager
    def _parsed(self, data: bytes, flavour: JavaClass) -> Iterator[JavaClass]:
        import jpype

        try:
            parser = self._foundry.createParser(java_class("java.io.ByteArrayInputStream")(data), flavour)
        except jpype.JException as error:
            raise NotAPdf(str(error.getMessage())) from None
        try:
            yield parser
        finally:
            parser.close()


def _collected(result: JavaClass) -> tuple[Failure, ...]:
    """The failed checks of a result, one entry a rule, in the order of the rules."""
    found: dict[tuple[str, int], Failure] = {}
    for check in result.getTestAssertions():
        if str(check.getStatus().name()) != "FAILED":
            continue
        rule = str(check.getRuleId().getClause()), int(check.getRuleId().getTestNumber())
        first = found.get(rule)
        said = str(check.getErrorMessage() or check.getMessage())
        where = first.where if first else str(check.getLocation().getContext())
        found[rule] = Failure(*rule, first.count + 1 if first else 1, first.said if first else said, where)
    return tuple(found[rule] for rule in sorted(found))
