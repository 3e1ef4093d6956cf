"""Imports that another library makes at its top, put off until they are used.

WeasyPrint imports fontTools, which takes as long as all the rest of it, for fonts that HarfBuzz can't cut down and variable
fonts: a release set in static TrueType fonts never needs it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


@contextmanager
def deferred(*names: str) -> Iterator[None]:
    """While this is open, importing one of these modules gives a stand-in, which imports the real one when it is used.

    Modules that are loaded already stay what they are. What was taken from a stand-in works like the real thing when it is
    called or asked for an attribute; a name that ends in `Error` is `Exception`, so that it can be caught.
    """
    stand_ins = {name: _StandIn(name) for name in _with_packages(names) if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]


def _with_packages(names: tuple[str, ...]) -> list[str]:
    """The names and those of the packages around them: an import begins with the outermost."""
    return sorted({".".join(name.split(".")[: depth + 1]) for name in names for depth in range(name.count(".") + 1)})


class _StandIn(ModuleType):
    """What stands for a module until it is used."""

    __path__: list[str] = []  # noqa: RUF012  (Python asks for it: a package may have modules)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return Exception if name.endswith("Error") else _Later(self.__name__, name)


class _Later:
    """A name of a module, looked up at each use."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name

    def _real(self) -> Any:
        module = import_module(self._module)
        found = getattr(module, self._name, None)
        return import_module(f"{self._module}.{self._name}") if found is None else found

    def __call__(self, *arguments: object, **options: object) -> object:
        return self._real()(*arguments, **options)

    def __getattr__(self, name: str) -> object:
        return getattr(self._real(), name)
